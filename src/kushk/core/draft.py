"""What a parser hands over: blocks of marked text that are not yet cut into sentences."""

from __future__ import annotations

from dataclasses import dataclass, field

from kushk.core.document import BlockKind, Mark, Media


@dataclass(frozen=True, slots=True)
class RichText:
    """Plain text with typed marks beside it. A line feed is a line break; other white space is single spaces."""

    text: str = ""
    marks: tuple[Mark, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.text.strip())


@dataclass(frozen=True, slots=True)
class DraftBlock:
    """A block as a parser saw it; the fields mean what they mean in ``core.document.Block``."""

    kind: BlockKind
    content: RichText = field(default_factory=RichText)
    children: tuple[DraftBlock, ...] = ()
    level: int = 0
    ordered: bool = False
    start: int = 1
    media: Media | None = None
    credit: str = ""
    language: str = ""
    columns: int = 1
    rows: int = 1


def paragraph(text: str) -> DraftBlock:
    """Return a paragraph of plain text."""
    return DraftBlock(BlockKind.PARAGRAPH, RichText(text))
