"""Takes out what stands inside a story and is not part of it: link lists, cards, calls to subscribe."""

from __future__ import annotations

from lxml import etree

from kushk.sources.formats.html_figures import lift
from kushk.sources.formats.page.measure import Measures, weigh
from kushk.sources.formats.page.phrases import CALL, FURNITURE, RELATED_HEAD, RELATED_LEAD

_SHORT = 160
"""Characters: a furniture phrase in a longer paragraph is part of what it says."""
_LISTS = frozenset(("ul", "ol", "div", "section", "aside", "nav", "dl"))
_PARAGRAPHS = frozenset(
    (
        "p",
        "div",
        "span",
        "strong",
        "b",
        "em",
        "i",
        "li",
        "section",
        "aside",
        "small",
        "center",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "a",
    )
)
_HEADS = frozenset(("h2", "h3", "h4", "h5", "h6", "p", "div", "strong", "span"))
_CARDS = 3


def clean(root: etree._Element, measures: Measures) -> None:
    """Take out of a story's container what is not the story."""
    for element in list(root.iterdescendants()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        if _is_link_list(element, measures) or _is_furniture(element, measures):
            lift(element)
    _drop_related_sections(root)


def text_of(element: etree._Element) -> str:
    """Return an element's words with white space collapsed."""
    return " ".join("".join(element.itertext()).split())


def _is_link_list(element: etree._Element, measures: Measures) -> bool:
    """Tell whether an element is a list of links or of cards: hardly any words outside links."""
    if element.tag not in _LISTS:
        return False
    everything, linked = measures.all.get(element, 0), measures.linked.get(element, 0)
    if not linked or everything > 6000 and linked < everything * 0.8:
        return False
    links = sum(1 for _ in element.iter("a"))
    if linked > everything * 0.75 and measures.prose.get(element, 0) < 100:
        if _is_only_quotation_or_paragraph(element):
            return False
        return links >= _CARDS or linked > 30
    return links >= _CARDS and _is_cards(element, measures)


def _is_only_quotation_or_paragraph(element: etree._Element) -> bool:
    """A block whose link is inside running words, or that shows a picture or a film, is no list."""
    return next(element.iter("img", "figure", "iframe", "video", "blockquote", "table"), None) is not None and (
        sum(1 for _ in element.iter("a")) < _CARDS
    )


def _is_cards(element: etree._Element, measures: Measures) -> bool:
    """Tell whether an element's children are alike: each a linked headline, with few words beside it."""
    children = [child for child in element if isinstance(child.tag, str) and measures.all.get(child, 0)]
    if len(children) < _CARDS:
        return False
    cards = 0
    for child in children:
        everything, linked = measures.all.get(child, 0), measures.linked.get(child, 0)
        if linked > 20 and everything < 700 and linked > everything * 0.2 and _headline_link(child):
            cards += 1
    return cards >= _CARDS and cards >= len(children) * 0.8


def _headline_link(card: etree._Element) -> bool:
    """Tell whether a link is a headline of its own, not a word in a sentence."""
    for link in card.iter("a"):
        parent = link.getparent()
        if parent is None:
            continue
        if next(link.iter("h2", "h3", "h4", "h5"), None) is not None:
            return True
        around = weigh(parent.text) + weigh(link.tail)
        if parent.tag in {"h2", "h3", "h4", "h5"} or (parent.tag == "div" and not around):
            return True
    return False


def _is_furniture(element: etree._Element, measures: Measures) -> bool:
    if element.tag not in _PARAGRAPHS or element.tag in {"span", "strong", "b", "em", "i", "a", "small"}:
        return False
    everything = measures.all.get(element, 0)
    if (
        not everything
        or everything > _SHORT * 3
        or next(element.iter("img", "figure", "iframe", "table"), None) is not None
    ):
        return False
    text = text_of(element)
    if len(text) > _SHORT * 2:
        return False
    linked = measures.linked.get(element, 0)
    if FURNITURE.match(text) and element.tag not in {"li", "h2", "h3"}:
        return True
    if RELATED_LEAD.match(text) and linked > 15 and linked > everything * 0.4:
        return True
    return bool(CALL.search(text)) and (linked > 0 or len(text) < _SHORT)


def _drop_related_sections(root: etree._Element) -> None:
    """Take out headings such as "Read also" with the links that follow them."""
    for element in list(root.iterdescendants(*_HEADS)):
        if element.getparent() is None:
            continue
        text = text_of(element)
        if len(text) > 60 or not RELATED_HEAD.match(text):
            continue
        follower = element.getnext()
        while follower is not None and _is_linked(follower):
            after = follower.getnext()
            lift(follower)
            follower = after
        lift(element)


def _is_linked(element: etree._Element) -> bool:
    if not isinstance(element.tag, str):
        return True
    words = weigh(text_of(element))
    linked = sum(weigh(text_of(link)) for link in element.iter("a"))
    return (
        linked > 0
        and linked >= words * 0.6
        or (not words and element.tag != "hr" and next(element.iter("figure", "img"), None) is None)
    )
