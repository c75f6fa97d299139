"""What every parser asks of an element of a tree."""

from __future__ import annotations

from lxml import etree


def all_text(element: etree._Element) -> str:
    """Return all text inside an element, in order, as it stands."""
    return "".join(map(str, element.itertext()))
