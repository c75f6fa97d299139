"""Who wrote a story, as names."""

from __future__ import annotations

import re

from lxml import etree

from kushk.sources.formats.dates import find_date
from kushk.sources.formats.page.head import Head
from kushk.sources.formats.page.headline import folded, shown_text
from kushk.sources.formats.page.jsonld import LinkedData
from kushk.sources.formats.page.names import Role
from kushk.sources.formats.page.phrases import BY, MINUTES
from kushk.sources.formats.page.survey import Survey

_JOINED = re.compile(
    r"\s*(?:,|;|/|\||、|،|؛|&|·|•|\n|\s(?:and|und|et|y|e|och|og|en|i|и|та|ve|dan|và|na|kai|και|und)\s|\sو(?=\S)|\sو\s|और|এবং|மற்றும்|和|与|與)\s*"
)
_NO_NAME = re.compile(
    r"https?:|www\.|@\w|^\W*$|\d{3}|^(?:admin|administrator|user|root|webmaster|editor|author|guest|unknown|none|null|undefined|by|nbsp|anonymous|wordpress)$",
    re.IGNORECASE,
)
_LONGEST = 70
_LONGEST_LINE = 200


def find_people(
    page: Survey, head: Head, data: LinkedData, site_names: list[str], language: str = ""
) -> tuple[str, tuple[str, ...]]:
    """Return the byline and the authors' names."""
    site = {folded(name) for name in site_names}
    told = _names(data.plain(data.story.get("author")) or data.plain(data.story.get("creator")), site)
    metas = head.every(
        "author",
        "byl",
        "dc.creator",
        "dcterms.creator",
        "parsely-author",
        "sailthru.author",
        "article:author",
        "og:article:author",
        "cxenseparse:author",
        "citation_author",
        "dable:author",
        "article:author_name",
    )
    if not told:
        told = _names([part for value in metas for part in _split(value)], site)
    if told and all(folded(name) in site for name in told):
        people = _names(_split(_shown_line(page, [])), site)
        told = people if any(folded(name) not in site for name in people) else told
    line = _shown_line(page, told)
    if language.startswith("sw"):
        line = line.removeprefix("Na ")
    shown = _names(_split(line), site) if line else []
    if not told:
        told = shown
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


def _split(line: str) -> list[str]:
    if "://" in line:
        return []
    return [part for part in _JOINED.split(line) if part]


def without_label(line: str) -> str:
    """Return a byline without "By", "Von", "作者：" and their like, dates and reading times."""
    line = " ".join(line.split())[:_LONGEST_LINE]
    dated = find_date(line)
    if dated is not None:
        start = dated[1][0]
        line = line[:start] if start > 2 else line[dated[1][1] :]
    line = MINUTES.sub("", line)
    for _ in range(2):
        line = BY.sub("", line, count=1)
    return line.strip(" \t|·•-–—,:;/،、()")


def _names(values: list[str], site: set[str]) -> list[str]:
    found: list[str] = []
    for value in values:
        for part in _split(value) if "," in value or " and " in value else [value]:
            name = without_label(part)
            if name and len(name) <= _LONGEST and not _NO_NAME.search(name) and name not in found and folded(name):
                found.append(name)
    people = [name for name in found if folded(name) not in site]
    return (people or found)[:20]


def _shown_line(page: Survey, told: list[str]) -> str:
    """Return the line on the page that names the authors, its label gone."""
    best, best_rank = "", 0
    for element in page.telling:
        rank = _rank(element, page.role(element))
        if rank <= best_rank or page.within(element, Role.COMMENTS | Role.RELATED):
            continue
        text = shown_text(element)
        if not text or len(text) > _LONGEST_LINE:
            continue
        line = without_label(text)
        if line and len(line) < 120 and (not told or any(name in line for name in told)) and not _NO_NAME.match(line):
            best, best_rank = line, rank
    return best


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
