"""When a story was published and last changed, no more precisely than the page says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from lxml import etree

from kushk.sources.formats.dates import find_date, is_date_line, parse_date
from kushk.sources.formats.elements import all_text
from kushk.sources.formats.page.head import Head
from kushk.sources.formats.page.headline import brief_text, shown_text
from kushk.sources.formats.page.jsonld import LinkedData
from kushk.sources.formats.page.names import Role
from kushk.sources.formats.page.survey import Survey

_PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date_published", "article.published",
    "published_time", "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "publication_date", "publisheddate",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
    "article_date_original", "originalpublicationdate", "citation_publication_date", "citation_date", "rnews:datepublished", "iso-8601-publish-date",
    "article:published", "release_date", "date", "displaydate", "shareaholic:article_published_time", "og:pubdate", "pdate", "firstcreatetime", "ptime", "datecreated",
)  # fmt: skip
_MODIFIED = (
    "article:modified_time", "og:updated_time", "og:modified_time", "datemodified", "date_modified", "dcterms.modified", "dc.date.modified", "lastmod",
    "last-modified", "article:updated", "shareaholic:article_modified_time", "updated_time", "revised", "last_updated", "lastupdate",
)  # fmt: skip
_IN_ADDRESS = re.compile(
    r"/(?:[a-z]{1,12}[-_])?((?:19|20)\d\d)[/\-_.]?(0[1-9]|1[0-2])[/\-_.]?(0[1-9]|[12]\d|3[01])(?=[/\-_.]|\D|$)"
)
_UPDATED = re.compile(
    r"updat|modif|edit|revis|correct|aktualis|geändert|mis à jour|màj|actualiz|atualiz|aggiorn|bijgewerkt|gewijzigd|uppdater|oppdater|opdater|päivit|"
    r"zaktualiz|обновл|оновл|измен|güncell|diperbarui|cập nhật|imesasishwa|آخر تحديث|تحديث|تم التحديث|به‌روز|بروزرسانی|اپڈیٹ|עודכן|अपडेट|হালনাগাদ|আপডেট|"
    r"புதுப்பிக்க|更新|修改|수정|업데이트|อัปเดต|ปรับปรุง|ενημέρωση",
    re.IGNORECASE,
)
_LONGEST = 140
_FIRST = re.compile(r"publish|datePublished", re.IGNORECASE)
_FIRST_YEAR = "1990"
"""A date before the web is one that a story tells of."""
_BEFORE_DATE = 30
"""Characters before the date in a line that is about it: a place, a label."""
_STOPS = ".?!。।؟"
_NEAR = 60
"""Elements after the headline among which a date without a name is looked for."""


def find_moments(
    page: Survey, head: Head, data: LinkedData, headline: etree._Element | None, language: str
) -> tuple[str, str]:
    """Return when the story was published and modified, each as ISO 8601 or empty."""
    published = _first(data.texts("datePublished", "dateCreated", "uploadDate"), language)
    modified = _first(data.texts("dateModified"), language)
    published = published or _first(head.every(*_PUBLISHED), language)
    modified = modified or _first(head.every(*_MODIFIED), language)
    if not published:
        shown_published, shown_modified = _shown(page, language, headline)
        published, modified = shown_published, modified or shown_modified
    if modified and published and _same(modified, published):
        modified = modified if len(modified) > len(published) and modified[: len(published)] != published else ""
    return published, modified


def _same(first: str, second: str) -> bool:
    return first == second


def _first(values: list[str], language: str) -> str:
    return next((found for value in values if (found := parse_date(value, language))), "")


def _shown(page: Survey, language: str, headline: etree._Element | None) -> tuple[str, str]:
    """Return the dates that the page shows: in named elements, else in lines about nothing else, else in data lines."""
    published = modified = ""
    for element in chain(_dated_elements(page, headline), _unnamed_lines(page, headline, language)):
        found = _moment_of(element, language)
        if not found:
            continue
        if _is_update(element):
            modified = modified or found
        elif not published:
            published = found
        if published:
            break
    return published or modified, modified if published and modified != published else ""


def _moment_of(element: etree._Element, language: str) -> str:
    """Return the date of an element; one that it only shows must be of the web's own time."""
    stamp = (element.get("datetime") or element.get("content") or element.get("title") or "").strip()
    text = brief_text(element, _LONGEST)
    if not text and len(element):
        return ""
    found = parse_date(stamp, language) if stamp and len(stamp) < _LONGEST else ""
    if not found and any(map(str.isnumeric, text)):
        dated = find_date(text, language)
        found = dated[0] if dated and dated[0] >= _FIRST_YEAR else ""
    return found


def _is_update(element: etree._Element) -> bool:
    label = f"{_before(element)} {shown_text(element)} {element.get('class') or ''} {element.get('itemprop') or ''}"
    return _UPDATED.search(label) is not None and not _FIRST.search(label)


def _is_about_date(element: etree._Element, text: str, language: str) -> bool:
    """Tell whether a line is there for its date: it holds nothing else, or begins with it and is no sentence."""
    if not text or len(text) > _LONGEST or not any(map(str.isnumeric, text)):
        return False
    if is_date_line(text, language):
        return True
    dated = find_date(text, language) if element.tag != "li" and text[-1] not in _STOPS else None
    return dated is not None and dated[1][0] <= _BEFORE_DATE


def _unnamed_lines(page: Survey, headline: etree._Element | None, language: str) -> Iterator[etree._Element]:
    """Yield lines near the headline that hold a date alone, then a story's data line, before or after its text."""
    beside = Role.RELATED | Role.COMMENTS
    for element in _near(headline):
        text = brief_text(element, _LONGEST)
        if _is_about_date(element, text, language) and not page.within(element, beside):
            yield element
    for element in page.telling:
        if page.role(element) & Role.META and not page.role(element) & beside and not page.within(element, beside):
            yield element


def _before(element: etree._Element) -> str:
    parent = element.getparent()
    before = element.getprevious()
    said = (before.tail or "") if before is not None else ((parent.text or "") if parent is not None else "")
    if before is not None and not said.strip():
        said = all_text(before)[-40:]
    return said[-40:]


def _dated_elements(page: Survey, headline: etree._Element | None) -> Iterator[etree._Element]:
    """Yield elements that may show the story's date, the more certain first."""
    beside = Role.RELATED | Role.COMMENTS
    named: list[etree._Element] = []
    for element in page.telling:
        told = page.role(element)
        if (
            element.tag == "time"
            or element.get("itemprop") in {"datePublished", "dateModified", "dateCreated"}
            or (told & Role.DATE and not told & beside and element.tag not in {"meta", "link", "body", "html"})
        ):
            named.append(element)
    named = [
        element
        for element in named[:200]
        if not any(
            page.role(above) & beside or above.tag in {"aside", "footer", "nav"} for above in element.iterancestors()
        )
    ]
    if headline is not None:
        after = _places(headline, named)
        named = after or named
    yield from (element for element in named if element.tag == "time" or element.get("itemprop"))
    yield from (element for element in named if element.tag != "time" and not element.get("itemprop"))


def _places(headline: etree._Element, named: list[etree._Element]) -> list[etree._Element]:
    """Return the dated elements that share a small container with the headline, nearest container first."""
    for above in list(headline.iterancestors())[:5]:
        inside = set(above.iterdescendants())
        near = [element for element in named if element in inside]
        if near:
            return near + [element for element in named if element not in set(near)]
    return []


def _near(headline: etree._Element | None) -> Iterator[etree._Element]:
    if headline is None:
        return
    count = 0
    for above in [headline, *list(headline.iterancestors())[:3]]:
        for sibling in above.itersiblings():
            if not isinstance(sibling.tag, str):
                continue
            for element in sibling.iter():
                count += 1
                if count > _NEAR:
                    return
                if isinstance(element.tag, str) and element.tag not in {"script", "style", "a"}:
                    yield element
    before = headline.getprevious()
    if before is not None:
        yield before


def date_in_address(url: str) -> str:
    """Return the day that an address names, empty when it names none."""
    match = _IN_ADDRESS.search(url)
    return parse_date(f"{match[1]}-{match[2]}-{match[3]}") if match else ""
