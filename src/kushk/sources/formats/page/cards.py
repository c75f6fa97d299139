"""Lists of links and of story cards, told by their shape, whatever they are called."""

from __future__ import annotations

from lxml import etree

from kushk.sources.formats.page.measure import Measures, weigh

_LISTS = frozenset(("ul", "ol", "div", "section", "aside", "nav", "dl", "table", "tbody", "tr"))
_CARDS = 3
"""Links or cards that make a list."""
_LONGEST_CARD = 700
"""Weight of one card."""


def is_link_list(element: etree._Element, measures: Measures) -> bool:
    """Tell whether an element is a list of links or of cards: hardly any words outside links."""
    if element.tag not in _LISTS:
        return False
    everything, linked = measures.all.get(element, 0), measures.linked.get(element, 0)
    if not linked or (everything > 6000 and linked < everything * 0.8):
        return False
    links = sum(1 for _ in element.iter("a"))
    if linked > everything * 0.75 and measures.prose.get(element, 0) < 100:
        if _is_only_quotation_or_paragraph(element):
            return False
        return links >= _CARDS or linked > 30
    return links >= _CARDS and is_cards(element, measures)


def _is_only_quotation_or_paragraph(element: etree._Element) -> bool:
    """A block whose link is inside running words, or that shows a picture or a film, is no list."""
    return next(element.iter("img", "figure", "iframe", "video", "blockquote", "table"), None) is not None and (
        sum(1 for _ in element.iter("a")) < _CARDS
    )


def is_cards(element: etree._Element, measures: Measures) -> bool:
    """Tell whether an element's children are alike: each a linked headline, with few words beside it."""
    children = [child for child in element if isinstance(child.tag, str) and measures.all.get(child, 0)]
    if len(children) < _CARDS:
        return False
    cards = 0
    for child in children:
        everything, linked = measures.all.get(child, 0), measures.linked.get(child, 0)
        if linked > 20 and everything < _LONGEST_CARD and linked > everything * 0.12 and _headline_link(child):
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
