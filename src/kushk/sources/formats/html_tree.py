"""From HTML text to one lxml tree, whatever the text is: bounded in depth, attributes, time and memory."""

from __future__ import annotations

import re

from lxml import etree

from kushk.sources.formats.errors import TooLarge

DEEPEST = 120
"""Elements nested deeper than this are taken out and their text kept. Browsers stop at 512;
libxml2 loses all text past 255."""
LARGEST = 32 * 1024 * 1024
"""Characters of one page."""
_ATTRIBUTES = 300
"""Of one tag. libxml2 compares each attribute with all before it, so that 300,000 of them take minutes."""

_ATTRIBUTE = r"""[\s/]*+[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>]*+))?"""
_CROWDED = re.compile(
    rf"(<[a-zA-Z][^\s/><]{{0,60}}+)(?=[\s/])(?:(?=({_ATTRIBUTE}))\2){{{_ATTRIBUTES}}}(?:(?=({_ATTRIBUTE}))\3)*"
)
"""Each attribute is taken whole or not at all, by a look ahead: CPython before 3.11.5 mistakes possessive groups."""
_UNFIT = bytes((*range(9), 11, *range(14, 32), 127))
"""Control characters that XML cannot hold."""
_TAG = re.compile(r"<(?:!--.*?--!?>|(/?)([a-zA-Z][^\s/><]*)((?:\"[^\"]*\"|'[^']*'|[^\"'>])*)>|[!?][^>]*>)", re.DOTALL)
_RAW = re.compile(r"<(script|style|svg|template)\b.*?(?:</\1\s*>|\Z)", re.DOTALL | re.IGNORECASE)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"]
)
_PARSER = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=False)


def parse_html(text: str) -> etree._Element:
    """Return the ``html`` element of a page or a fragment.

    Raises:
        TooLarge: the text is longer than any page that is worth reading.
    """
    if len(text) > LARGEST:
        raise TooLarge(limit=LARGEST)
    text = _CROWDED.sub(r"\1", text)
    if not text.isascii():
        text = text.replace("\ufffe", "").replace("\uffff", "")
    root = _parse(text)
    if root is not None and _too_deep(root):
        root = _parse(_flattened(text))
    return root if root is not None else etree.Element("html")


def _parse(text: str) -> etree._Element | None:
    try:
        plain = text.encode("utf-8", "ignore").translate(None, _UNFIT)
        return etree.fromstring(plain or b" ", _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _too_deep(root: etree._Element) -> bool:
    """Tell whether anything is nested deeper than ``DEEPEST``: a walk that never goes back up a level."""
    level: list[etree._Element] = [root]
    for _ in range(DEEPEST):
        level = [child for element in level if len(element) for child in element]
        if not level:
            return False
    return True


def _flattened(text: str) -> str:
    """Return the text without the tags that would nest too deep, in one linear pass."""
    kept: list[str] = []
    depth = end = 0
    text = _RAW.sub("", text)
    for match in _TAG.finditer(text):
        kept.append(text[end : match.start()])
        end = match.end()
        name = (match[2] or "").lower()
        if not name:
            continue
        if name in _VOID:
            kept.append(match[0])
            continue
        if match[1]:
            kept.append(match[0] if depth <= DEEPEST // 2 else " ")
            depth = max(0, depth - 1)
        else:
            depth += 1
            kept.append(match[0] if depth <= DEEPEST // 2 else " ")
    kept.append(text[end:])
    return "".join(kept)
