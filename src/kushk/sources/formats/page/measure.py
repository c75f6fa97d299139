"""How much running text each part of a page holds, in one pass from the leaves up."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

_INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike "
    "strong sub sup time tt u var wbr br img nobr ruby rb rt rp".split()
)
_SILENT = frozenset(
    "script style template noscript svg math select option textarea button head title iframe object".split()
)
_SENTENCE = 60
"""Weight from which a block counts as running text. One unit is a byte of UTF-8: a Latin letter weighs 1, one of
other alphabets 2, an ideograph 3, which is about what each of them says."""
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(slots=True)
class Measures:
    """Weights by element: ``prose`` is running text outside links, ``linked`` the text of links, ``all`` both."""

    prose: dict[etree._Element, int]
    linked: dict[etree._Element, int]
    all: dict[etree._Element, int]
    attic: etree._Element | None = None
    """Where parts that are taken out are kept. Freeing a tree of detached parts takes lxml time that grows with
    the square of their size, so they stay attached, outside the body."""

    def take_out(self, element: etree._Element) -> None:
        """Move an element out of the way, leaving the text that follows it."""
        for weights in (self.prose, self.linked, self.all):
            own = weights.get(element, 0)
            if own:
                for above in element.iterancestors():
                    if above not in weights:
                        break
                    weights[above] -= own
        parent = element.getparent()
        if element.tail and parent is not None:
            before = element.getprevious()
            if before is not None:
                before.tail = (before.tail or "") + element.tail
            else:
                parent.text = (parent.text or "") + element.tail
            element.tail = None
        if self.attic is not None:
            self.attic.append(element)
        elif parent is not None:
            parent.remove(element)


def weigh(text: str | None) -> int:
    """Return the weight of a text: its UTF-8 bytes without white space at the ends."""
    if not text:
        return 0
    text = text.strip()
    return len(text) if text.isascii() else len(text.encode("utf-8", "ignore"))


def measure(root: etree._Element) -> Measures:
    """Weigh every element of a tree."""
    order = [element for element in root.iter() if isinstance(element.tag, str)]
    prose: dict[etree._Element, int] = dict.fromkeys(order, 0)
    linked, everything, run = prose.copy(), prose.copy(), prose.copy()
    for element in reversed(order):
        tag, text = element.tag, element.text
        own = weigh(text) if text and tag not in _SILENT else 0
        total = everything[element] = (everything[element] + own) if tag not in _SILENT else 0
        flowing = run[element] + own
        parent = element.getparent()
        if tag == "a":
            linked[element] = total
        elif tag not in _INLINE and flowing:
            held = flowing - linked_in_run(element, linked)
            if held >= _SENTENCE and tag not in _HEADINGS:
                prose[element] += held
            flowing = 0
        if parent is None or element is root:
            continue
        tail = element.tail
        after = weigh(tail) if tail else 0
        if total or after:
            everything[parent] += total + after
            linked[parent] += linked[element]
            prose[parent] += prose[element]
            run[parent] += after + (flowing if tag in _INLINE else 0)
    page = root.getparent()
    attic = etree.SubElement(page, "template") if page is not None else None
    return Measures(prose, linked, everything, attic)


def linked_in_run(element: etree._Element, linked: dict[etree._Element, int]) -> int:
    """Return the weight of the links that stand in an element's own running text."""
    return sum(linked[child] for child in element if child.tag in _INLINE)
