"""The spoken form of a text, and how its characters stand for those of the page."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from kushk.core.document import Mark

_SILENT = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ud800-\udfff<>]")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of spoken text and the stretch of the page's text for which it stands."""

    start: int
    end: int
    source_start: int
    source_end: int


@dataclass(frozen=True, slots=True)
class Spoken:
    """What an engine is given. The pieces cover the text, in order; those of equal length stand letter for letter."""

    text: str
    pieces: tuple[Piece, ...]
    _starts: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the page's characters for a stretch of spoken ones; positions outside the text are taken inside."""
        return self._source(start, first=True), max(self._source(start, first=True), self._source(end, first=False))

    def _source(self, at: int, *, first: bool) -> int:
        if not self.pieces:
            return 0
        at = min(max(at, 0), len(self.text))
        look_at = at if first else max(0, at - 1)
        piece = self.pieces[max(0, bisect_right(self._starts, look_at) - 1)]
        if piece.end - piece.start == piece.source_end - piece.source_start:
            return min(piece.source_start + at - piece.start, piece.source_end)
        return piece.source_start if first else piece.source_end


def made(parts: Sequence[tuple[str, int, int]]) -> Spoken:
    """Return a spoken form from its stretches: text, and start and end of what each stands for on the page."""
    pieces, at = [], 0
    for text, source_start, source_end in parts:
        if text:
            pieces.append(Piece(at, at + len(text), source_start, source_end))
            at += len(text)
    return Spoken("".join(text for text, _, _ in parts), tuple(pieces), tuple(piece.start for piece in pieces))


def spoken(text: str, language: str, marks: Sequence[Mark] = ()) -> Spoken:  # noqa: ARG001 - the tables are to come
    """Return what is said of a text."""
    return made([(_SILENT.sub(" ", text), 0, len(text))])
