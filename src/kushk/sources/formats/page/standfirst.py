"""A story's standfirst: the sentence or two that a page shows between headline and text."""

from __future__ import annotations

from lxml import etree

from kushk.sources.formats.page.head import Head
from kushk.sources.formats.page.headline import folded, shown_text
from kushk.sources.formats.page.jsonld import LinkedData
from kushk.sources.formats.page.measure import weigh
from kushk.sources.formats.page.names import Role, names_of
from kushk.sources.formats.page.phrases import BY, is_furniture
from kushk.sources.formats.page.survey import Survey

_LEAST = 25
_MOST = 900
_PARAGRAPH = 120
_TAGS = ("p", "h2", "h3", "h4", "div", "span", "ul", "strong", "header", "section", "em")
_PICTURE_WORDS = frozenset(("caption", "captions", "video", "player", "gallery", "credit", "photo", "slideshow"))
_BESIDE = Role.RELATED | Role.COMMENTS | Role.ASIDE | Role.BIO


def find_standfirst(
    page: Survey, head: Head, data: LinkedData, title: str, headline: etree._Element | None
) -> tuple[str, etree._Element | None]:
    """Return the standfirst and the element that shows it; both empty when the page shows none."""
    told = [
        text
        for text in (
            *head.every("og:description", "description", "twitter:description"),
            *data.texts("description", "alternativeHeadline"),
        )
        if weigh(text) >= _LEAST
    ]
    order = page.place
    at = order.get(headline, -1) if headline is not None else -1
    until = _first_paragraph(page, at)
    for element in page.telling:
        if element.tag not in _TAGS:
            continue
        if at >= 0 and not at - 40 < order[element] <= until:
            continue
        if not _is_dek(page, element, after=order[element] > at):
            continue
        text = shown_text(element)
        if _fits(text, title) and _alone(element) and not _is_of_picture(element, text):
            return text, element
    return _after_headline(headline, told, title)


def _is_of_picture(element: etree._Element, text: str) -> bool:
    """Tell whether a text describes a picture or a film, or is a row of links."""
    if next(element.iter("img", "picture", "figure", "video", "iframe", "amp-img"), None) is not None:
        return True
    for near in (element, *list(element.iterancestors())[:2]):
        words = names_of(near).lower().replace("-", " ").replace("_", " ").split()
        if not _PICTURE_WORDS.isdisjoint(words) or "Object" in (near.get("itemtype") or ""):
            return True
    return sum(len(shown_text(link)) for link in element.iter("a")) > len(text) * 0.5


def _first_paragraph(page: Survey, at: int) -> int:
    """Return the place of the first paragraph of text after the headline: a standfirst does not come later."""
    for element in page.root.iter("p"):
        named = any(page.role(near) & Role.DEK for near in (element, *list(element.iterancestors())[:3]))
        if page.place[element] > at and not named and weigh(shown_text(element)) > _PARAGRAPH:
            return page.place[element]
    return at + 160


def _is_dek(page: Survey, element: etree._Element, *, after: bool) -> bool:
    if element.get("itemprop") in {"alternativeHeadline", "description"} and after:
        return True
    told = page.role(element)
    if not told & Role.DEK or told & (_BESIDE | Role.BYLINE | Role.DATE):
        return False
    return not any(
        page.role(above) & (Role.RELATED | Role.COMMENTS | Role.BIO)
        or above.tag in {"aside", "nav", "footer", "figure", "a", "blockquote"}
        for above in element.iterancestors()
    )


def _fits(text: str, title: str) -> bool:
    return (
        weigh(text) >= _LEAST
        and len(text) <= _MOST
        and folded(text) != folded(title)
        and not BY.match(text)
        and not is_furniture(text)
    )


def _alone(element: etree._Element) -> bool:
    """Tell whether an element is the standfirst alone, not a box that holds the text as well."""
    return (
        next(element.iter("h1"), None) is None
        and sum(1 for part in element.iter("p") if weigh(shown_text(part)) > _LEAST) <= 2
    )


def _after_headline(headline: etree._Element | None, told: list[str], title: str) -> tuple[str, etree._Element | None]:
    """Return what stands right after the headline when it is a heading, or is what the page says of itself."""
    if headline is None:
        return "", None
    for sibling in _following(headline):
        text = shown_text(sibling)
        if not _fits(text, title) or _is_of_picture(sibling, text):
            if weigh(text) >= _LEAST:
                return "", None
            continue
        said = any(_same(text, description) for description in told)
        if sibling.tag == "h2" and (said or _is_sentence(text)) and _before_text(sibling):
            return text, sibling
        if sibling.tag in {"p", "h3", "h4", "div", "span"} and said and _apart(sibling):
            return text, sibling
        return "", None
    return "", None


def _following(headline: etree._Element) -> list[etree._Element]:
    found = [element for element in headline.itersiblings() if isinstance(element.tag, str)][:3]
    parent = headline.getparent()
    if parent is not None and parent.tag in {"header", "hgroup", "div"} and not found:
        found = [element for element in parent.itersiblings() if isinstance(element.tag, str)][:2]
    return [element for element in found if element.tag not in {"figure", "script", "style"}]


def _is_sentence(text: str) -> bool:
    return weigh(text) > 45


def _before_text(element: etree._Element) -> bool:
    """Tell whether a second heading comes before the text, and is not the first heading inside it."""
    after = element.getnext()
    return not (
        after is not None
        and after.tag == "p"
        and element.getparent() is not None
        and len(list(element.itersiblings("h2"))) > 0
    )


def _apart(element: etree._Element) -> bool:
    """Tell whether an element is set apart from the paragraphs of the text, its next sibling being none of them."""
    after = element.getnext()
    while after is not None and not isinstance(after.tag, str):
        after = after.getnext()
    return (
        after is None
        or after.tag != element.tag
        or (bool(element.get("class")) and element.get("class") != after.get("class"))
    )


def _same(shown: str, told: str) -> bool:
    one, two = folded(shown), folded(told)
    return bool(one and two) and (
        one == two or (len(two) > 40 and one.startswith(two[:-4])) or (len(one) > 40 and two.startswith(one))
    )
