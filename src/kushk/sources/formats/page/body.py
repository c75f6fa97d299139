"""A story's blocks out of a page: own reading first, the kept library and the page's data where that is unsure."""

from __future__ import annotations

import html
import re
from collections import Counter
from dataclasses import dataclass

from lxml import etree

from kushk.core.document import BlockKind
from kushk.core.draft import DraftBlock, paragraph
from kushk.sources.formats.html import html_blocks
from kushk.sources.formats.page.clean import clean, show_rest
from kushk.sources.formats.page.headline import folded
from kushk.sources.formats.page.measure import measure, weigh
from kushk.sources.formats.page.prune import prune
from kushk.sources.formats.page.root import find_root
from kushk.sources.formats.parsed import Warned

_SHORT = 250
"""Weight of a story below which other ways of reading the page are tried too."""
_TELLING = 400
"""Weight from which the text in structured data is worth a comparison."""
_WORDS = re.compile(r"[\w]+")
_LIBRARY_LIMIT = 3_000_000
"""Characters of a page that the library may be given: its time grows faster than the page."""


@dataclass(frozen=True, slots=True)
class Body:
    """A story's blocks and the element that they were read from."""

    blocks: tuple[DraftBlock, ...]
    element: etree._Element | None
    lost: int = 0
    """Weight of the running text that was judged to be beside the story."""
    warnings: tuple[Warned, ...] = ()
    linked: int = 0
    """Weight of all links of the page."""


def weight(blocks: tuple[DraftBlock, ...]) -> int:
    """Return how much text blocks hold, captions left out."""
    return sum(
        (0 if block.kind in {BlockKind.FIGURE, BlockKind.EMBED} else weigh(block.content.text)) + weight(block.children)
        for block in blocks
    )


def read_body(root: etree._Element, base: str, language: str) -> Body:
    """Return the story in a page's tree, which is cut to it."""
    body = next((child for child in root if child.tag == "body"), root)
    measures = measure(body)
    linked = measures.linked[body]
    lost = prune(body, measures)
    found = find_root(body, measures)
    clean(found.element, measures)
    show_rest(found.element, measures)
    result = html_blocks(found.element, base, language)
    return Body(result.blocks, found.element, lost, result.warnings, linked)


def is_unsure(body: Body) -> bool:
    """Tell whether a second opinion on a story is worth its time."""
    found = weight(body.blocks)
    return found < _SHORT and body.lost > 3 * found


def library_body(text: str, base: str, language: str) -> Body:
    """Return the story as trafilatura reads the page."""
    if len(text) > _LIBRARY_LIMIT:
        return Body((), None)
    from trafilatura import extract

    try:
        found = extract(
            text,
            output_format="html",
            include_comments=False,
            include_formatting=True,
            include_links=True,
            include_images=True,
            include_tables=True,
            favor_precision=True,
        )
    except Exception:  # noqa: BLE001 a second opinion must never cost the first
        return Body((), None)
    if not found:
        return Body((), None)
    result = html_blocks(found, base, language)
    return Body(result.blocks, None, 0, result.warnings)


def told_body(told: str, base: str, language: str) -> Body:
    """Return the story as the page's structured data tells it: plain paragraphs, or HTML in a text."""
    if weigh(told) < _TELLING / 2:
        return Body((), None)
    if re.search(r"<(?:p|br|div)\b|&lt;p&gt;", told):
        result = html_blocks(html.unescape(told) if "&lt;" in told else told, base, language)
        return Body(result.blocks, None, 0, result.warnings)
    lines = [" ".join(line.split()) for line in re.split(r"\n\s*\n|\r\n|\n", told)]
    return Body(tuple(paragraph(html.unescape(line)) for line in lines if line), None)


def agreement(one: str, two: str) -> tuple[float, float]:
    """Return which share of the first text's words is in the second, and the reverse."""
    first, second = _bag(one), _bag(two)
    common = sum((first & second).values())
    return common / max(1, sum(first.values())), common / max(1, sum(second.values()))


def _bag(text: str) -> Counter[str]:
    words = _WORDS.findall(text.casefold())
    if len(words) * 12 < len(text):
        plain = folded(text)
        words = [plain[at : at + 2] for at in range(len(plain) - 1)]
    return Counter(words)


def plain(blocks: tuple[DraftBlock, ...]) -> str:
    """Return the words of blocks as one text."""
    return "\n".join(part for block in blocks for part in (block.content.text, plain(block.children)) if part)
