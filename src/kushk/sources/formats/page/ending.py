"""What stands below a story and was taken for its end: cards of other stories, with their pictures and dates."""

from __future__ import annotations

from kushk.core.document import BlockKind, MarkKind
from kushk.core.draft import DraftBlock
from kushk.sources.formats.dates import is_date_line
from kushk.sources.formats.page.measure import weigh

_RUNNING = 100
"""Weight from which a paragraph outside links is part of the text."""
_LINKED = 0.6
_CARDS = 3
"""Short lines that make a list of cards."""
_STOPS = (".", "?", "!", "。", "।", "؟", "！", "？", "…", ":", "：", "”", '"', "»", "」")


def without_cards(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Return a story without the cards that follow it: three or more titles, dates and pictures in a row at its end."""
    end = next((at + 1 for at in range(len(blocks) - 1, -1, -1) if _is_running(blocks[at])), 0)
    if not end:
        return blocks
    tail = blocks[end:]
    lines = [block for block in tail if block.kind in {BlockKind.PARAGRAPH, BlockKind.HEADING}]
    linked = sum(1 for block in lines if linked_share(block) > _LINKED)
    pictures = sum(1 for block in tail if block.kind is BlockKind.FIGURE)
    if linked < _CARDS and not (linked and pictures > 1 and len(lines) >= _CARDS):
        return blocks
    return blocks[:end] + _own_end(tail)


def _own_end(tail: list[DraftBlock]) -> list[DraftBlock]:
    """Return the pictures with captions and the unlinked lines with which the story itself ends."""
    kept: list[DraftBlock] = []
    for block in tail:
        own_figure = block.kind is BlockKind.FIGURE and (block.content or block.credit)
        own_line = (
            block.kind is BlockKind.PARAGRAPH
            and linked_share(block) < _LINKED / 2
            and block.content.text.endswith(_STOPS)
        )
        if not own_figure and not own_line:
            break
        kept.append(block)
    return kept


def _is_running(block: DraftBlock) -> bool:
    """Tell whether a block is text of the story, not a title, a date or a picture of another."""
    if block.kind in {BlockKind.FIGURE, BlockKind.HEADING, BlockKind.DIVIDER}:
        return False
    if block.kind is not BlockKind.PARAGRAPH:
        return block.kind is not BlockKind.LIST or not _is_of_links(block)
    text = block.content.text
    if linked_share(block) > _LINKED:
        return False
    return weigh(text) >= _RUNNING or (text.endswith(_STOPS) and not is_date_line(text) and not linked_share(block))


def _is_of_links(block: DraftBlock) -> bool:
    items = [item for item in block.children if item.content]
    return bool(items) and all(linked_share(item) > _LINKED for item in items)


def linked_share(block: DraftBlock) -> float:
    """Return which share of a block's characters is links."""
    linked = sum(mark.end - mark.start for mark in block.content.marks if mark.kind is MarkKind.LINK)
    return linked / max(1, len(block.content.text))
