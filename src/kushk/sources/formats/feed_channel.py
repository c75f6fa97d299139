"""What a feed says of itself: its title, its page, its language, when to come again."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from kushk.core.languages import normalise_tag
from kushk.sources.formats.errors import NotAFeed
from kushk.sources.formats.feed_dates import feed_date
from kushk.sources.formats.feed_entry import UPDATED
from kushk.sources.formats.feed_links import absolute, base_address, is_web
from kushk.sources.formats.feed_media import whole_number
from kushk.sources.formats.feed_people import entry_authors
from kushk.sources.formats.feed_text import atom_words, plain_title, rss_title, rss_words, text_of
from kushk.sources.formats.feed_tree import Fields, Vocabulary, relation
from kushk.sources.formats.parsed import Input, ParsedFeed

_KINDS = {
    "rss": "rss",
    "channel": "rss",
    "rdf": "rdf",
    "rdf:rdf": "rdf",
    "feed": "atom",
    "atom:feed": "atom",
    "atom:entry": "atom",
}
_OTHERS = {"opml": "a list of feeds", "html": "a web page", "xhtml:html": "a web page"}
_PERIODS = {"hourly": 60, "daily": 1440, "weekly": 10080, "monthly": 43200, "yearly": 525600}
_TAG_SHAPE = re.compile(r"[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8}){0,6}")
_LONGEST_WAIT = 525600
_TITLES = 512


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed without its entries, and the authors that its entries inherit."""

    feed: ParsedFeed
    authors: tuple[str, ...] = ()


def feed_kind(root: etree._Element, words: Vocabulary) -> str:
    """Return ``rss``, ``rdf`` or ``atom``.

    Raises:
        NotAFeed: the root element is that of something else.
    """
    name = words.name(root)
    if name not in _KINDS:
        raise NotAFeed(found=_OTHERS.get(name, "XML of another kind"))
    return _KINDS[name]


def read_channel(root: etree._Element, words: Vocabulary, source: Input) -> Channel:
    """Return what a feed says of itself."""
    kind = feed_kind(root, words)
    outer = Fields(root, words, base_address(source), stated_language(source))
    if words.name(root) == "atom:entry":
        return Channel(ParsedFeed(kind, language=outer.language))
    inner = outer.first("channel")
    head = outer.inside(inner) if inner is not None else outer
    links = _links(head)
    feed = ParsedFeed(
        format=kind,
        title=_text(head, "title", "atom:title", "dc:title", "itunes:title")[:_TITLES],
        url=_page(head),
        feed_url=links.get("self", ""),
        language=tag_of(head.text("language", "dc:language") or head.language),
        description=_text(
            head, "description", "atom:subtitle", "atom:tagline", "subtitle", "tagline", "itunes:summary"
        ),
        picture=_picture(head, outer),
        updated=feed_date(head.text("lastbuilddate", *UPDATED, "pubdate", "dc:date")),
        rights=_text(head, "copyright", "atom:rights", "dc:rights", "atom:copyright", "rights", "dcterms:rights"),
        next_url=links.get("next", ""),
        hub=links.get("hub", ""),
        minutes_to_live=_wait(head),
    )
    return Channel(feed, entry_authors(head) if kind == "atom" else ())


def stated_language(source: Input) -> str:
    """Return the one language in which the server says that it answered; empty where it names none or several."""
    stated = next((value for name, value in source.headers.items() if name.lower() == "content-language"), "")
    return "" if "," in stated else normalise_tag(stated)


def tag_of(stated: str) -> str:
    """Return the BCP 47 tag that a feed's statement means, or the statement itself where it has the shape of one."""
    return normalise_tag(stated) or (stated if _TAG_SHAPE.fullmatch(stated) else "")


def _text(head: Fields, *names: str) -> str:
    element = head.first(*names)
    if element is None:
        return ""
    name = head.words.name(element)
    if name.startswith("atom:"):
        return plain_title(atom_words(element))
    return plain_title(rss_title(element) if name.endswith("title") else rss_words(element))


def _links(head: Fields) -> dict[str, str]:
    found: dict[str, str] = {}
    for link in head.all("atom:link", "link"):
        address = absolute(link.get("href", ""), head.base_of(link))
        if address:
            found.setdefault(relation(link), address)
    return found


def _page(head: Fields) -> str:
    for link in head.all("link"):
        address = absolute(text_of(link), head.base_of(link)) if not link.get("href") else ""
        if address:
            return address
    pages = [link for link in head.all("atom:link", "link") if relation(link) == "alternate"]
    pages.sort(key=lambda link: "html" not in link.get("type", "text/html").lower())
    found = next(filter(None, (absolute(link.get("href", ""), head.base_of(link)) for link in pages)), "")
    return found or _page_of_id(head)


def _page_of_id(head: Fields) -> str:
    """Return an Atom feed's id where it is an address, and not that of the feed itself."""
    stated = head.text("atom:id")
    own = [link.get("href", "") for link in head.all("atom:link") if relation(link) == "self"]
    return absolute(stated) if is_web(stated) and stated not in own else ""


def _picture(head: Fields, outer: Fields) -> str:
    for fields in (head, outer):
        for element in fields.all(
            "image", "itunes:image", "atom:logo", "atom:icon", "googleplay:image", "logo", "icon"
        ):
            inner = fields.inside(element)
            address = inner.text("url") or element.get("href") or element.get("url") or ""
            found = absolute(address or ("" if len(element) else text_of(element)), fields.base)
            if found:
                return found
    return ""


def _wait(head: Fields) -> int:
    stated = whole_number(head.text("ttl"))
    period = _PERIODS.get(head.text("sy:updateperiod").lower(), 0)
    if not stated and period:
        stated = period // max(1, whole_number(head.text("sy:updatefrequency")))
    return min(stated, _LONGEST_WAIT)
