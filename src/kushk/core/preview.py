"""The part of a story that everybody may read where the rest is kept back: whole sentences from its start."""

from __future__ import annotations

from dataclasses import replace

from kushk.core.document import Block, BlockKind, Document

_ALL = 100
_CUT_INSIDE = frozenset({BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.ITEM})
"""Blocks that may end early; of the others all is shown or nothing."""


def preview(document: Document, percent: int) -> Document:
    """Return headline, standfirst, byline and the first sentences of a document.

    Args:
        document: the story.
        percent: of the characters of its body that the sentences may have together, 0 to 100.

    Sentences are whole. What stands between them comes along (pictures, rules), but nothing ends with a heading.
    """
    if percent >= _ALL:
        return document
    left = sum(map(_size, document.blocks)) * percent // _ALL
    kept, _ = _first(document.blocks, left)
    while kept and kept[-1].kind in {BlockKind.HEADING, BlockKind.DIVIDER, BlockKind.FIGURE}:
        kept = kept[:-1]
    return document.with_blocks(kept)


def _first(blocks: tuple[Block, ...], left: int) -> tuple[tuple[Block, ...], int]:
    """Return the first of these blocks, and how many characters remain; -1 once something did not fit."""
    kept: list[Block] = []
    for block in blocks:
        if block.kind in _CUT_INSIDE:
            part, left = _part(block, left)
        else:
            left -= _size(block)
            part = block if left >= 0 else None
        if part is not None:
            kept.append(part)
        if left < 0:
            return tuple(kept), -1
    return tuple(kept), left


def _part(block: Block, left: int) -> tuple[Block | None, int]:
    """Return what fits of a block, and what remains."""
    sentences = []
    for sentence in block.sentences:
        left -= len(sentence.text)
        if left < 0:
            break
        sentences.append(sentence)
    children: tuple[Block, ...] = ()
    if left >= 0:
        children, left = _first(block.children, left)
    if not sentences and not children:
        return None, left
    if left < 0 and sentences and not children:
        sentences[-1] = replace(sentences[-1], tail="")
    return replace(block, sentences=tuple(sentences), children=children), left


def _size(block: Block) -> int:
    return sum(len(sentence.text) for inner in block.walk() for sentence in inner.sentences)
