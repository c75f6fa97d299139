"""Cards of related stories on a page, kept apart from the story."""

from __future__ import annotations

from lxml import etree

from kushk.sources.formats.dates import find_date
from kushk.sources.formats.html_links import resolve
from kushk.sources.formats.page.headline import folded, shown_text
from kushk.sources.formats.page.measure import weigh
from kushk.sources.formats.page.names import Role
from kushk.sources.formats.page.phrases import MINUTES, is_related_head
from kushk.sources.formats.page.survey import Survey
from kushk.sources.formats.parsed import RelatedCard

_MOST = 60
_LEAST_TITLE = 8
_LONGEST_TITLE = 250
_HOLDERS = frozenset("div section aside ul ol nav p table".split())
_CARD = frozenset(("li", "article", "div", "section", "td", "p", "a"))
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९", "012345678901234567890123456789")


def find_related(page: Survey, base: str, language: str, headline: str) -> tuple[RelatedCard, ...]:
    """Return the cards in the parts of a page that are called related stories or are headed so."""
    cards: dict[str, RelatedCard] = {}
    for section in _sections(page):
        for link in section.iter("a"):
            if len(cards) >= _MOST:
                return tuple(cards.values())
            card = _card(link, section, base, language)
            if card is None or folded(card.title) == folded(headline):
                continue
            known = cards.get(card.url)
            if known is None or (not known.dek and card.dek):
                cards[card.url] = card
    return tuple(cards.values())


def _sections(page: Survey) -> list[etree._Element]:
    found: list[etree._Element] = []
    found += [
        element
        for element in page.telling
        if page.role(element) & Role.RELATED and element.tag in _HOLDERS and not _holds_story(element)
    ]
    for element in page.root.iter("h2", "h3", "h4", "h5", "strong", "p", "div", "span"):
        if len(element) < 3 and is_related_head(_first_words(element)):
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
    if len(element):
        text += "".join(map(str, element.itertext())) if sum(1 for _ in element.iter()) < 5 else "…" * 80
    return text if len(text) < 80 else ""


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


def _card(link: etree._Element, section: etree._Element, base: str, language: str) -> RelatedCard | None:
    url = resolve(link.get("href") or "", base)
    title = _title(link)
    if not url or not len(title.encode()) >= _LEAST_TITLE or len(title) > _LONGEST_TITLE or is_related_head(title):
        return None
    holder = _card_of(link, section)
    dek = published = ""
    minutes: int | None = None
    if holder is not None:
        dek, published, minutes = _beside(holder, title, language)
    return RelatedCard(title, dek, minutes, published, "", url)


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


def _card_of(link: etree._Element, section: etree._Element) -> etree._Element | None:
    """Return the widest element around a link that has no other story's link in it."""
    href = link.get("href")
    best: etree._Element | None = link
    for above in link.iterancestors():
        if any(other.get("href") != href and len(shown_text(other)) > 25 for other in above.iter("a")):
            break
        best = above
        if above is section:
            break
    return best if best is not None and best.tag in _CARD else None


def _beside(holder: etree._Element, title: str, language: str) -> tuple[str, str, int | None]:
    dek = published = ""
    minutes: int | None = None
    for part in holder.iter("p", "span", "div", "time", "small", "em", "li"):
        text = shown_text(part)
        if not text or folded(title) in folded(text) or len(text) > 600:
            continue
        stamp = part.get("datetime") or ""
        if not published and len(text) < 60:
            dated = find_date(stamp, language) if stamp else find_date(text, language)
            published = dated[0] if dated else ""
            if published and len(text) < 40:
                continue
        read = MINUTES.search(text)
        if read and len(text) < 40:
            minutes = minutes or int(read[1].translate(_DIGITS))
        elif len(text) > 25 and len(text) > len(dek) and not (published and len(text) < 40):
            dek = text
    return dek, published, minutes
