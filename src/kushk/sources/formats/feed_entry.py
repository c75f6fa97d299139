"""One entry of an XML feed, read into the fields that every kind of feed has."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from kushk.core.document import Media
from kushk.sources.formats import feed_media
from kushk.sources.formats.feed_links import absolute, is_foreign, is_web
from kushk.sources.formats.feed_people import entry_authors
from kushk.sources.formats.feed_text import Words, atom_words, one_line, plain_title, rss_title, rss_words, text_of
from kushk.sources.formats.feed_tree import Fields, relation
from kushk.sources.formats.parsed import Attachment, Warned

PUBLISHED = (
    "pubdate",
    "atom:published",
    "published",
    "atom:issued",
    "issued",
    "dc:date",
    "dcterms:issued",
    "dcterms:created",
    "dcterms:available",
    "atom:created",
    "created",
    "prism:publicationdate",
    "dcterms:date",
    "date",
)
UPDATED = ("atom:updated", "updated", "atom:modified", "modified", "dcterms:modified", "lastbuilddate", "dc:modified")
CONTENT = (
    "content:encoded",
    "atom:content",
    "encoded",
    "content",
    "fulltext",
    "fullitem",
    "xhtml:body",
    "xhtml:div",
    "body",
    "yandex:content",
    "yandex:full-text",
)
SUMMARY = (
    "description",
    "atom:summary",
    "summary",
    "dc:description",
    "dcterms:abstract",
    "itunes:summary",
    "abstract",
    "media:description",
    "itunes:subtitle",
    "googleplay:description",
)
TITLE = ("title", "atom:title", "dc:title", "media:title", "itunes:title")

MOST_CATEGORIES = 100


@dataclass(slots=True)
class Entry:
    """An entry as its feed gave it: texts still plain or HTML, dates still as written."""

    id: str = ""
    url: str = ""
    title: Words = field(default_factory=Words)
    content: Words = field(default_factory=Words)
    summary: Words = field(default_factory=Words)
    authors: tuple[str, ...] = ()
    published: str = ""
    modified: str = ""
    language: str = ""
    publication: str = ""
    section: str = ""
    categories: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    picture: Media | None = None
    warnings: list[Warned] = field(default_factory=list)


def xml_entry(fields: Fields) -> Entry:
    """Return what an RSS ``item`` or an Atom ``entry`` says."""
    entry = Entry()
    entry.id = _identifier(fields)
    entry.url = _address(fields, entry)
    entry.title = _title(fields)
    entry.content, entry.summary = _content(fields), _summary(fields)
    if not entry.content:
        entry.content, entry.summary = _two_summaries(fields, entry.summary)
    entry.authors = entry_authors(fields)
    entry.published = fields.text(*PUBLISHED)
    entry.modified = fields.text(*UPDATED)
    entry.language = fields.text("dc:language", "language") or fields.language
    entry.publication = _source(fields)
    entry.section = fields.text("prism:section")
    entry.categories = tuple(_categories(fields))
    entry.attachments = feed_media.attachments(fields)
    entry.picture = feed_media.picture(entry.attachments)
    return entry


def _identifier(fields: Fields) -> str:
    return fields.text("guid", "atom:id", "id", "dc:identifier", "dcterms:identifier") or _about(fields)


def _about(fields: Fields) -> str:
    """Return the address that an RDF item is about."""
    for name in ("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about", "about"):
        stated = fields.element.get(name)
        if stated:
            return one_line(stated)
    return ""


def _address(fields: Fields, entry: Entry) -> str:
    for candidate, base in _addresses(fields):
        address = absolute(candidate, base)
        if address:
            return address
        if candidate.strip():
            code = "link-dropped" if is_foreign(candidate) else "odd-link"
            entry.warnings.append(Warned(code, one_line(candidate)[:200]))
    return ""


def _addresses(fields: Fields) -> Iterator[tuple[str, str]]:
    """Yield where an entry's page may be, the best first."""
    yield from _linked(fields)
    for guid in fields.all("guid"):
        permanent = guid.get("isPermaLink", guid.get("ispermalink", "true")).strip().lower() != "false"
        if permanent and is_web(text_of(guid)):
            yield text_of(guid), fields.base_of(guid)
    for stated in (_about(fields), *(fields.text(name) for name in ("url", "dc:identifier", "atom:id"))):
        yield stated if is_web(stated) else "", fields.base
    for element in fields.all("atom:content"):
        if "html" in element.get("type", "text/html").lower():
            yield element.get("src", ""), fields.base_of(element)


def _linked(fields: Fields) -> Iterator[tuple[str, str]]:
    """Yield where an entry's links lead."""
    for name in ("feedburner:origlink", "pheedo:origlink"):
        yield fields.text(name), fields.base
    links = fields.all("atom:link", "link")
    for wanted in ("text/html", ""):
        for link in links:
            alternate = relation(link) == "alternate"
            kind = link.get("type", "text/html").lower()
            if link.get("href") and alternate and (not wanted or "html" in kind):
                yield link.get("href", ""), fields.base_of(link)
    for link in fields.all("link"):
        if not link.get("href"):
            yield text_of(link) or link.tail or "", fields.base_of(link)


def _title(fields: Fields) -> Words:
    element = fields.first(*TITLE)
    if element is None:
        return Words()
    if fields.words.name(element).startswith("atom:"):
        return atom_words(element)
    return rss_title(element)


def _summary(fields: Fields) -> Words:
    """Return the entry's own summary, or else that of its films and pictures."""
    groups = (fields, *(fields.inside(element) for element in fields.all("media:group")[: feed_media.MOST]))
    return next(filter(None, (_first_words(each) for each in groups)), Words())


def _two_summaries(fields: Fields, first: Words) -> tuple[Words, Words]:
    """Return the longer as content and the shorter as summary where an entry has both, and no content."""
    found = [_read(fields, each, "summary") for each in fields.all("summary", "atom:summary")]
    second = next((words for words in found if words and words.value != first.value), None)
    if second is None or not fields.all("description"):
        return Words(), first
    return (first, second) if len(first.value) >= len(second.value) else (second, first)


def _first_words(fields: Fields) -> Words:
    for name in SUMMARY:
        for element in fields.all(name):
            words = _read(fields, element, name)
            if words.value:
                return words
    return Words()


def _content(fields: Fields) -> Words:
    """Return the fullest of the entry's contents (an Atom 0.3 entry may hold the same in several types)."""
    found = [_read(fields, element, name) for name in CONTENT for element in fields.all(name)]
    found += [_rdf_content(fields, element) for element in fields.all("content:items")]
    return max(found, key=lambda words: len(words.value) * (2 if words.html else 1), default=Words())


def _rdf_content(fields: Fields, element: etree._Element) -> Words:
    inner = next((each for each in element.iter() if fields.words.name(each) == "rdf:value"), None)
    return rss_words(inner, fields.base_of(element), fields.language_of(element)) if inner is not None else Words()


def _read(fields: Fields, element: etree._Element, name: str) -> Words:
    base, language = fields.base_of(element), fields.language_of(element)
    if name.startswith("atom:") or (name in ("content", "summary") and element.get("type")):
        return atom_words(element, base, language)
    words = rss_words(element, base, language)
    return replace(words, lines=not words.html) if name == "media:description" else words


def _source(fields: Fields) -> str:
    element = fields.first("atom:source", "source")
    if element is None:
        return ""
    if not len(element):
        return one_line(text_of(element))
    title = fields.inside(element).first("atom:title", "title")
    return plain_title(atom_words(title)) if title is not None else ""


def _categories(fields: Fields) -> list[str]:
    """Return subjects as written, each once whatever its case; codes that are addresses are none."""
    found: dict[str, str] = {}
    for text in _category_texts(fields):
        shown = one_line(text).strip(",;")
        if shown and not shown.startswith(("http://", "https://")) and len(found) < MOST_CATEGORIES:
            found.setdefault(shown.casefold(), shown[:200])
    return list(found.values())


def _category_texts(fields: Fields) -> Iterator[str]:
    for element in fields.all("category", "atom:category", "dc:subject", "media:category", "itunes:category"):
        yield from _subjects(element)
    for name in ("itunes:keywords", "media:keywords", "prism:keyword", "keywords", "tags"):
        for element in fields.all(name):
            yield from text_of(element).replace("،", ",").replace("、", ",").split(",")


def _subjects(element: etree._Element) -> list[str]:
    """Return what a category names: by an attribute (iTunes nests them), or in its own words."""
    stated = element.get("label") or element.get("term")
    if stated:
        return [stated]
    nested = [each.get("text", "") for each in element.iter() if each.get("text")]
    own = (element.text or "").strip() if len(element) else ""
    return nested or [own or plain_title(rss_title(element))]
