"""What is said of a story, line by line: the stated rule of docs/decisions/listen.md.

Headline, byline, date in words, standfirst and body are said, headings and captions too. Of a link its words are said
and not its address. A table is read row by row when it is small, else only its caption. Code and what is embedded
from elsewhere are not read.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass

from kushk.core.document import Block, BlockKind, Document, Mark, Sentence
from kushk.core.spoken import speakable_parts
from kushk.renditions.narration.sound.grid import STEP_SECONDS

MOST_OF_A_LINE = 2_000
"""Characters of a sentence that are one clip; what is longer becomes several."""
MOST_OF_A_STORY = 120_000
"""Characters of a story that are read: some two hours."""
MOST_CELLS, MOST_COLUMNS = 60, 4
"""A table larger than this makes no sense by ear."""

BETWEEN_SENTENCES = 2
"""Steps of silence (``sound.grid``); clips bring some 60 ms of their own."""
AFTER_BLOCK = {BlockKind.HEADLINE: 6, BlockKind.HEADING: 5, BlockKind.BYLINE: 4, BlockKind.CELL: 2}
AFTER_OTHER_BLOCKS = 4

_SILENT = frozenset({BlockKind.CODE, BlockKind.EMBED, BlockKind.DIVIDER})


@dataclass(frozen=True, slots=True)
class Line:
    """One stretch that is spoken in one go: a sentence, or a part of a very long one."""

    id: str
    """Of the sentence; empty for the date, which is no sentence of the document."""
    kind: str
    text: str
    language: str
    marks: tuple[Mark, ...] = ()
    offset: int = 0
    """Where in the sentence it begins."""
    pause: int = BETWEEN_SENTENCES
    """Steps of silence after it."""

    @property
    def pause_seconds(self) -> float:
        """Seconds of silence after it."""
        return self.pause * STEP_SECONDS


def script_of(document: Document, date: str = "") -> tuple[Line, ...]:
    """Return the lines of a document.

    Args:
        document: already cut to what the listener may have.
        date: the day of publication in the document's language, as it is said.
    """
    lines, left = [], MOST_OF_A_STORY
    for line in itertools.chain(_front(document, date), _body(document)):
        left -= len(line.text)
        if left < 0:
            break
        lines.append(line)
    return tuple(lines)


def _front(document: Document, date: str) -> Iterator[Line]:
    if document.headline:
        yield from _block(document.headline, document.language)
    if document.byline:
        yield from _block(document.byline, document.language)
    if date:
        yield Line("", "date", date, document.language, pause=AFTER_OTHER_BLOCKS)
    if document.standfirst:
        yield from _block(document.standfirst, document.language)


def _body(document: Document) -> Iterator[Line]:
    for block in document.blocks:
        yield from _said(block, document.language)


def _said(block: Block, language: str) -> Iterator[Line]:
    """Yield the lines of a block and of those inside it; a quote's attribution comes after its words."""
    if block.kind in _SILENT:
        return
    language = block.language or language
    children = block.children if block.kind is not BlockKind.TABLE or _small(block) else ()
    inside = itertools.chain.from_iterable(_said(child, language) for child in children)
    own = _block(block, language)
    yield from itertools.chain(inside, own) if block.kind is BlockKind.QUOTE else itertools.chain(own, inside)


def _small(table: Block) -> bool:
    cells = sum(len(row.children) for row in table.children)
    return cells <= MOST_CELLS and all(len(row.children) <= MOST_COLUMNS for row in table.children)


def _block(block: Block, language: str) -> Iterator[Line]:
    last = len(block.sentences) - 1
    for index, sentence in enumerate(block.sentences):
        after = AFTER_BLOCK.get(block.kind, AFTER_OTHER_BLOCKS) if index == last else BETWEEN_SENTENCES
        yield from _lines(sentence, block.kind, block.language or language, after)


def _lines(sentence: Sentence, kind: BlockKind, language: str, pause: int) -> Iterator[Line]:
    parts = speakable_parts(sentence.text, MOST_OF_A_LINE)
    for start, end in parts:
        marks = tuple(_moved(mark, start, end) for mark in sentence.marks if mark.start < end and mark.end > start)
        after = pause if end == len(sentence.text) else 0
        yield Line(sentence.id, str(kind), sentence.text[start:end], language, marks, start, after)


def _moved(mark: Mark, start: int, end: int) -> Mark:
    first, last = max(mark.start, start) - start, min(mark.end, end) - start
    return Mark(mark.kind, first, last, mark.href, mark.language)
