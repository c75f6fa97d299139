"""A story as one structured document: blocks made of sentences, each with an id that its own text gives it.

Everything a reader meets is derived from these frozen values. Mark-up lies beside the text as typed
marks with character offsets, so there is no outside HTML in a document and none can come out of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

SCHEMA = 1
"""Version of the JSON form (``core/jsonform.py``) and of the meaning of these fields."""


class MarkKind(StrEnum):
    """What a stretch of text is."""

    LINK = "link"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    LANGUAGE = "language"
    SUPERSCRIPT = "superscript"
    SUBSCRIPT = "subscript"
    DELETED = "deleted"
    INSERTED = "inserted"
    HIGHLIGHT = "highlight"


class BlockKind(StrEnum):
    """What a block is. The nesting that each kind allows stands in ``CHILDREN``."""

    HEADLINE = "headline"
    STANDFIRST = "standfirst"
    BYLINE = "byline"
    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST = "list"
    ITEM = "item"
    QUOTE = "quote"
    CODE = "code"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"
    FIGURE = "figure"
    EMBED = "embed"
    DIVIDER = "divider"


CHILDREN: dict[BlockKind, frozenset[BlockKind]] = {
    BlockKind.LIST: frozenset({BlockKind.ITEM}),
    BlockKind.ITEM: frozenset(
        {BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.QUOTE, BlockKind.CODE, BlockKind.FIGURE, BlockKind.TABLE}
    ),
    BlockKind.QUOTE: frozenset(
        {BlockKind.PARAGRAPH, BlockKind.LIST, BlockKind.HEADING, BlockKind.CODE, BlockKind.FIGURE, BlockKind.QUOTE}
    ),
    BlockKind.TABLE: frozenset({BlockKind.ROW}),
    BlockKind.ROW: frozenset({BlockKind.CELL}),
}
"""Which kinds may stand inside which; a kind that is missing here has sentences only.

A list item's own first paragraph is its sentences; ``children`` holds what follows (a nested list,
further paragraphs). A quote's paragraphs are its children, its sentences are the attribution. A
table's sentences, like a figure's, are the caption.
"""


@dataclass(frozen=True, slots=True)
class Mark:
    """A typed stretch ``[start, end)`` of a sentence's text, in characters (code points)."""

    kind: MarkKind
    start: int
    end: int
    href: str = ""
    """Of a link: an absolute ``http``, ``https`` or ``mailto`` address."""
    language: str = ""
    """Of a language mark: a BCP 47 tag."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. ``text`` has no space at either end (code keeps its indent); ``tail`` is the space after it."""

    id: str
    text: str
    tail: str = ""
    marks: tuple[Mark, ...] = ()


class MediaKind(StrEnum):
    """What a figure or an embed shows."""

    IMAGE = "image"
    AUDIO = "audio"
    VIDEO = "video"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Media:
    """Something beside the words. ``src`` is an absolute address, or ``media:NAME`` once it is kept."""

    kind: MediaKind
    src: str
    alt: str = ""
    width: int = 0
    """Pixels; 0 when unknown."""
    height: int = 0
    mime: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a story: its sentences, and for a list, quote or table the blocks inside."""

    kind: BlockKind
    sentences: tuple[Sentence, ...] = ()
    children: tuple[Block, ...] = ()
    level: int = 0
    """Of a heading: 2 to 6. Of a cell: 1 when it heads its row or column."""
    ordered: bool = False
    start: int = 1
    """Of an ordered list: its first number."""
    media: Media | None = None
    credit: str = ""
    """Of a figure: who made the picture, as the publisher wrote it."""
    language: str = ""
    """BCP 47 tag where it differs from the document's, else empty."""
    columns: int = 1
    """Of a cell: how many columns it spans."""
    rows: int = 1

    @property
    def text(self) -> str:
        """The block's own words, without those of its children."""
        return "".join(sentence.text + sentence.tail for sentence in self.sentences)

    def walk(self) -> Iterator[Block]:
        """Yield this block and every block inside it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Document:
    """A whole story: headline, standfirst, byline, and the blocks of its body."""

    language: str
    """BCP 47 tag; ``und`` when nothing told it."""
    direction: str
    """``ltr`` or ``rtl``."""
    headline: Block | None = None
    standfirst: Block | None = None
    byline: Block | None = None
    blocks: tuple[Block, ...] = ()

    @property
    def front(self) -> tuple[Block, ...]:
        """The blocks that stand above the body, in reading order."""
        return tuple(block for block in (self.headline, self.standfirst, self.byline) if block is not None)

    def walk(self) -> Iterator[Block]:
        """Yield every block, nested ones too, in reading order."""
        for block in (*self.front, *self.blocks):
            yield from block.walk()

    def sentences(self) -> Iterator[Sentence]:
        """Yield every sentence in reading order."""
        for block in self.walk():
            yield from block.sentences

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """The body as plain text, one string for each block that has words of its own."""
        bodies = (block for top in self.blocks for block in top.walk())
        return tuple(block.text for block in bodies if block.sentences and block.kind not in CAPTIONED)

    @property
    def text(self) -> str:
        """The body as plain text, blocks parted by an empty line."""
        return "\n\n".join(self.paragraphs)

    def with_blocks(self, blocks: tuple[Block, ...]) -> Document:
        """Return the same document with another body."""
        return replace(self, blocks=blocks)


CAPTIONED = frozenset({BlockKind.FIGURE, BlockKind.EMBED})
"""Kinds whose sentences are a caption, which is not part of the running text."""
