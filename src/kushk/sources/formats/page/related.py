"""Cards of related stories on a page, kept apart from the story."""

from __future__ import annotations

import re

from lxml import etree

from kushk.sources.formats.dates import find_date
from kushk.sources.formats.elements import all_text
from kushk.sources.formats.html_links import resolve
from kushk.sources.formats.page.headline import brief_text, folded, shown_text
from kushk.sources.formats.page.measure import weigh
from kushk.sources.formats.page.names import Role
from kushk.sources.formats.page.phrases import MINUTES, is_related_head
from kushk.sources.formats.page.survey import Survey
from kushk.sources.formats.parsed import RelatedCard

_DIGIT = re.compile(r"\d|[一二三四五六七八九十]")
_MOST = 60
_MOST_LINKS = 400
_MOST_PARTS = 60
_LONG_LINK = 25
_LONGEST_LABEL = 80
_SEVERAL = "several stories"
_LEAST_TITLE = 8
_LONGEST_TITLE = 250
_HOLDERS = frozenset("div section aside ul ol nav p table".split())
_CARD = frozenset(("li", "article", "div", "section", "td", "p", "a"))
_PARTS = ("p", "span", "div", "time", "small", "em", "li")
_NESTED = frozenset(("p", "div", "ul", "section", "header", "h2", "h3", "h4"))
_SOURCES = frozenset(("source", "publication", "publisher", "outlet", "provider", "sitename", "site"))
_LONGEST_SOURCE = 40
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९", "012345678901234567890123456789")


def find_related(page: Survey, base: str, language: str, headline: str) -> tuple[RelatedCard, ...]:
    """Return the cards in the parts of a page that are called related stories or are headed so."""
    cards: dict[str, RelatedCard] = {}
    own = folded(headline)
    for section in _sections(page):
        links = list(section.iter("a"))[:_MOST_LINKS]
        subjects = _subjects(links, section)
        for link in links:
            if len(cards) >= _MOST:
                return tuple(cards.values())
            url = resolve(link.get("href") or "", base)
            known = cards.get(url)
            if not url or (known is not None and known.dek):
                continue
            card = _card(link, section, subjects, url, language)
            if card is not None and folded(card.title) != own and (known is None or card.dek):
                cards[url] = card
    return tuple(cards.values())


def _subjects(links: list[etree._Element], section: etree._Element) -> dict[etree._Element, str]:
    """Return which story each element of a section is about: the address that all its long links have, or many."""
    subjects: dict[etree._Element, str] = {}
    for link in links:
        if len(shown_text(link)) <= _LONG_LINK:
            continue
        href = link.get("href") or ""
        for above in (link, *link.iterancestors()):
            known = subjects.get(above)
            if known == _SEVERAL:
                break
            subjects[above] = href if known in {None, href} else _SEVERAL
            if above is section:
                break
    return subjects


def _sections(page: Survey) -> list[etree._Element]:
    found: list[etree._Element] = []
    found += [
        element
        for element in page.telling
        if page.role(element) & Role.RELATED and element.tag in _HOLDERS and not _holds_story(element)
    ]
    for element in page.root.iter("h2", "h3", "h4", "h5", "strong", "p", "div", "span"):
        words = _first_words(element)
        if words and is_related_head(words):
            holder = _holder(element)
            if holder is not None:
                found.append(holder)
    outer = set(found)
    return [
        element for element in dict.fromkeys(found) if not any(above in outer for above in element.iterancestors())
    ][:40]


def _first_words(element: etree._Element) -> str:
    """Return an element's words when they are few enough for a heading's label."""
    text = element.text or ""
    inside = len(element)
    if len(text) > _LONGEST_LABEL or inside > 2 or (inside and element.tag in {"div", "span"}):
        return ""
    if inside:
        text = all_text(element) if sum(1 for _ in element.iter()) < 5 else ""
    return text if len(text) <= _LONGEST_LABEL else ""


def _holds_story(element: etree._Element) -> bool:
    return (
        next(element.iter("h1"), None) is not None
        or sum(1 for part in element.iter("p") if weigh(shown_text(part)) > 250) > 2
    )


def _holder(heading: etree._Element) -> etree._Element | None:
    """Return the smallest element around or after a heading that has links."""
    for above in [heading, *list(heading.iterancestors())[:3]]:
        if above.tag in {"body", "html", "article", "main"} or _holds_story(above):
            break
        if above is not heading and next(above.iter("a"), None) is not None:
            return above
    for above in [heading, *list(heading.iterancestors())[:2]]:
        follower = above.getnext()
        if follower is not None and isinstance(follower.tag, str) and next(follower.iter("a"), None) is not None:
            return follower if not _holds_story(follower) else None
    return None


def _card(
    link: etree._Element, section: etree._Element, subjects: dict[etree._Element, str], url: str, language: str
) -> RelatedCard | None:
    title = _title(link)
    if not len(title.encode()) >= _LEAST_TITLE or len(title) > _LONGEST_TITLE or is_related_head(title):
        return None
    holder = _card_of(link, section, subjects)
    if holder is None:
        return RelatedCard(title, url=url)
    dek, published, minutes = _beside(holder, title, language)
    return RelatedCard(title, dek, minutes, published, _source(holder, title), url)


def _title(link: etree._Element) -> str:
    heading = next(link.iter("h2", "h3", "h4", "h5", "h6"), None)
    if heading is None:
        heading = next(
            (
                part
                for part in link.iter("span", "div", "p", "strong")
                if {"title", "headline"} & set((part.get("class") or "").replace("-", " ").replace("_", " ").split())
            ),
            None,
        )
    return shown_text(heading if heading is not None else link)


def _card_of(
    link: etree._Element, section: etree._Element, subjects: dict[etree._Element, str]
) -> etree._Element | None:
    """Return the widest element around a link that has no other story's link in it."""
    href = link.get("href") or ""
    best = link
    for above in link.iterancestors():
        if subjects.get(above, href) != href:
            break
        best = above
        if above is section:
            break
    return best if best.tag in _CARD else None


def _source(holder: etree._Element, title: str) -> str:
    """Return the publication that a card names in an element of that name."""
    for part in holder.iter("span", "div", "p", "em", "small", "cite", "a"):
        words = (part.get("class") or "").replace("-", " ").replace("_", " ").lower().split()
        if not _SOURCES.isdisjoint(words):
            text = shown_text(part)
            if 1 < len(text) < _LONGEST_SOURCE and folded(text) != folded(title):
                return text
    return ""


def _beside(holder: etree._Element, title: str, language: str) -> tuple[str, str, int | None]:
    dek = published = ""
    minutes: int | None = None
    parts = [part for part in holder.iter(*_PARTS) if not any(child.tag in _NESTED for child in part)][:_MOST_PARTS]
    for part in parts:
        text = brief_text(part, 600)
        if not text or folded(title) in folded(text):
            continue
        read = MINUTES.search(text) if len(text) < 40 and _DIGIT.search(text) else None
        if not published and not read and len(text) < 60:
            published = _moment(part.get("datetime") or "", text, language)
            if published and len(text) < 40:
                continue
        if read:
            minutes = minutes or int(read[1].translate(_DIGITS))
        elif len(text) > 25 and len(text) > len(dek) and not (published and len(text) < 40):
            dek = text
    return dek, published, minutes


def _moment(stamp: str, text: str, language: str) -> str:
    dated = find_date(stamp or text, language) if stamp or len(_DIGIT.findall(text)) > 1 else None
    return dated[0] if dated else ""
