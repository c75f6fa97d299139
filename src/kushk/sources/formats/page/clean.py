"""Takes out what stands inside a story and is not part of it: link lists, cards, calls to subscribe."""

from __future__ import annotations

from lxml import etree

from kushk.sources.formats.elements import all_text
from kushk.sources.formats.html_walk import hidden
from kushk.sources.formats.page.cards import is_link_list
from kushk.sources.formats.page.measure import Measures, weigh
from kushk.sources.formats.page.names import Role, role
from kushk.sources.formats.page.phrases import CALL, is_furniture, is_related_head, is_related_lead

_SHORT = 160
"""Weight: a furniture phrase in a longer paragraph is part of what it says."""
_LEAST_REST = 160
"""Weight of running text that is hidden and still belongs to the story."""
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


def clean(root: etree._Element, measures: Measures) -> None:
    """Take out of a story's container what is not the story."""
    for element in list(root.iterdescendants()):
        if not isinstance(element.tag, str) or element.getparent() is None or element.getparent() is measures.attic:
            continue
        if (is_link_list(element, measures) and not _is_announced(element)) or _is_furniture(element, measures):
            measures.take_out(element)
    _drop_related_sections(root, measures)


def show_rest(root: etree._Element, measures: Measures) -> None:
    """Show what a story hides until its reader asks for more: paragraphs of text among others of its own."""
    for element in list(root.iterdescendants("div", "section", "span", "p")):
        if not element.keys() or not hidden(element):
            continue
        parent = element.getparent()
        held, everything = measures.prose.get(element, 0), measures.all.get(element, 0)
        if parent is None or held < _LEAST_REST or held < everything * 0.7 or role(element) & ~Role.STORY:
            continue
        if not _goes_on(element, measures):
            continue
        around = measures.prose.get(root, 0) - held
        if around >= _LEAST_REST and next(element.iter("form", "input", "button"), None) is None:
            for name in ("style", "hidden", "aria-hidden"):
                element.attrib.pop(name, "")


def _goes_on(element: etree._Element, measures: Measures) -> bool:
    """Tell whether a hidden part follows paragraphs of text, and holds such."""
    before = [part for part in element.itersiblings(preceding=True) if isinstance(part.tag, str)][:3]
    follows = any(part.tag == "p" and measures.prose.get(part, 0) for part in before)
    return follows and (element.tag in {"p", "span"} or any(child.tag == "p" for child in element))


def _is_announced(element: etree._Element) -> bool:
    """Tell whether a list of links belongs to a sentence before it that ends in a colon."""
    before = element.getprevious()
    if element.tag not in {"ul", "ol"} or before is None or before.tag != "p":
        return False
    words = text_of(before)
    return words.endswith((":", "：")) and not is_related_head(words)


def text_of(element: etree._Element) -> str:
    """Return an element's words with white space collapsed."""
    return " ".join(all_text(element).split())


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
    if weigh(text) > _SHORT * 2:
        return False
    linked = measures.linked.get(element, 0)
    if is_furniture(text) and element.tag not in {"li", "h2", "h3"}:
        return True
    if is_related_lead(text) and linked > 15 and linked > everything * 0.4:
        return True
    return (linked > 0 or weigh(text) < _SHORT) and CALL.search(text) is not None


def _drop_related_sections(root: etree._Element, measures: Measures) -> None:
    """Take out headings such as "Read also" with the links that follow them."""
    for element in list(root.iterdescendants(*_HEADS)):
        if element.getparent() is None or element.getparent() is measures.attic:
            continue
        text = text_of(element)
        if len(text) > 60 or not is_related_head(text):
            continue
        follower = element.getnext()
        while follower is not None and _is_linked(follower):
            after = follower.getnext()
            measures.take_out(follower)
            follower = after
        measures.take_out(element)


def _is_linked(element: etree._Element) -> bool:
    if not isinstance(element.tag, str):
        return True
    words = weigh(text_of(element))
    linked = sum(weigh(text_of(link)) for link in element.iter("a"))
    return (linked > 0 and linked >= words * 0.6) or (
        not words and element.tag != "hr" and next(element.iter("figure", "img"), None) is None
    )
