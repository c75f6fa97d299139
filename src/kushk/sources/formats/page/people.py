"""Who wrote a story, as names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from kushk.sources.formats.page.head import Head
from kushk.sources.formats.page.headline import brief_text, folded, opening_text, shown_text
from kushk.sources.formats.page.jsonld import LinkedData
from kushk.sources.formats.page.names import Role
from kushk.sources.formats.page.person import is_joint, is_likely_name, is_name, parts_of, without_label
from kushk.sources.formats.page.phrases import BY, is_furniture, is_related_head
from kushk.sources.formats.page.survey import Survey

_METAS = (
    "author", "byl", "byline", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "article:author",
    "article_author", "article.author", "authors", "og:article:author", "cxenseparse:author", "citation_author",
    "dable:author", "article:author_name",
)  # fmt: skip
_LONGEST_LINE = 200
_LONGEST_BYLINE = 100
"""Characters of a line without a name of its own that may say who wrote the story."""
_BEFORE, _AFTER = 8, 80
"""Elements before and after the headline among which such a line is looked for."""
_LINES = frozenset("p div span address cite em i strong b small li td h2 h3 h4 h5 font center".split())
_AUTHORS_PAGE = re.compile(
    r"/(?:authors?|autor(?:es|en|in)?|auteurs?|profiles?|people|person|users?|staff|by|writers?|journalists?|"
    r"contributors?|bios?|reporters?|members?|redaktion|redakteur\w*|columnists?|@|~)(?:/|\b)",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\s*(?:来源|來源|责任编辑|責任編輯|编辑|編輯|editor)\b\s*[:：]?", re.IGNORECASE)
"""Labels of whom a story was taken from and of who edited it."""
_NAME_WORDS = frozenset(("name", "fn", "author", "authorname", "vcard"))


def find_people(
    page: Survey,
    head: Head,
    data: LinkedData,
    site_names: list[str],
    language: str = "",
) -> tuple[str, tuple[str, ...]]:
    """Return the byline and the authors' names: a site that only names itself has none."""
    site = {folded(name) for name in site_names}
    told = _names(data.plain(data.story.get("author")) or data.plain(data.story.get("creator")), site)
    if not told:
        told = _names(head.every(*_METAS), site)
    line, linked = _shown_line(page, told)
    if language.startswith("sw"):
        line = line.removeprefix("Na ")
    if not told:
        told = _names(linked, site) or _names([line], site)
    if not told:
        line = _unnamed_line(page)
        told = _names([line], site)
    return _byline(line, told), tuple(told)


def _byline(line: str, names: list[str]) -> str:
    if not names:
        return ""
    if line and all(name in line for name in names):
        rest = line
        for name in names:
            rest = rest.replace(name, "")
        if len(folded(rest)) <= 3 * len(names):
            return line
    return ", ".join(names)


def _names(values: list[str], site: set[str]) -> list[str]:
    """Return the names in what is told, the site's own left out."""
    found: list[str] = []
    for value in values:
        for part in parts_of(value):
            name = without_label(part)
            label = is_related_head(name) or is_furniture(name)
            if is_name(name) and not label and name not in found and folded(name) not in site:
                found.append(name)
    return found[:20]


def _shown_line(page: Survey, told: list[str]) -> tuple[str, list[str]]:
    """Return the line on the page that names the authors, its label gone, and the names that are links in it."""
    best, best_rank, linked = "", 0, []
    for element in page.telling:
        rank = _rank(element, page.role(element))
        if rank <= best_rank or page.within(element, Role.COMMENTS | Role.RELATED):
            continue
        text = brief_text(element, _LONGEST_LINE)
        if not text:
            continue
        line = without_label(text)
        if line and len(line) < 120 and (not told or any(name in line for name in told)) and is_name(line, most=120):
            best, best_rank, linked = line, rank, list(_linked_names(element, text))
    return best, linked


def _linked_names(element: etree._Element, text: str) -> Iterator[str]:
    """Yield the names in a byline that have an element of their own: a link to the author's page, a name."""
    end = 0
    for inner in element.iterdescendants("a", "span", "b", "strong"):
        name = shown_text(inner)
        start = text.find(name, end) if name else -1
        if start < 0 or not 1 < len(name) < len(text) or not is_name(name):
            continue
        words = (inner.get("class") or "").lower().replace("-", " ").replace("_", " ").split()
        named = "author" in (inner.get("rel") or "") or inner.get("itemprop") == "name"
        named = named or not _NAME_WORDS.isdisjoint(words) or _AUTHORS_PAGE.search(inner.get("href") or "") is not None
        if named or (inner.tag == "a" and is_joint(text[end:start])):
            end = start + len(name)
            yield name


def _rank(element: etree._Element, told: int) -> int:
    if element.tag in {"meta", "link", "body", "html", "article", "main"}:
        return 0
    if element.get("itemprop") == "author" or element.get("data-testid") in {"byline", "author"}:
        return 4
    if "author" in (element.get("rel") or "").split():
        return 3
    if told & Role.BYLINE and not told & (Role.BIO | Role.COMMENTS | Role.RELATED | Role.DATE | Role.STORY):
        return 2
    return 0


def _unnamed_line(page: Survey) -> str:
    """Return the line near the headline, or in the story's data line, that says "By" and a name."""
    for element in _lines(page):
        opening = opening_text(element)
        if not BY.match(f"{opening} -") or _SOURCE.match(opening):
            continue
        text = brief_text(element, _LONGEST_BYLINE)
        if not BY.match(text):
            continue
        line = without_label(text)
        if is_likely_name(line) and not page.within(element, Role.COMMENTS | Role.RELATED | Role.ASIDE):
            return line
    return ""


def _lines(page: Survey) -> Iterator[etree._Element]:
    if page.headline is not None and page.headline in page.place:
        order = list(page.place)
        at = page.place[page.headline]
        for element in order[max(0, at - _BEFORE) : at + _AFTER]:
            if element.tag in _LINES:
                yield element
    for element in page.telling[:2000]:
        if page.role(element) & Role.META and BY.match(opening_text(element)):
            yield element
