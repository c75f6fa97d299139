"""The spoken form of a text, and how its characters stand for those of the page."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

LETTERS = (
    r"\w\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
    r"\u0900-\u0963\u0966-\u0dff\u0e31-\u0e4e\u135d-\u135f"
)
"""For a class of characters: letters, digits and the vowel signs and marks that ``\\w`` leaves out."""

Part = tuple[str, int, int]
"""A stretch of text, and start and end of what it stands for in the text before."""
Say = Callable[[re.Match[str]], Sequence[Part] | None]
"""What stands in place of a match: its parts, in order, or ``None`` to leave it as it is."""


class Piece(NamedTuple):
    """A stretch of spoken text and the stretch of the page's text for which it stands."""

    start: int
    end: int
    source_start: int
    source_end: int

    @property
    def literal(self) -> bool:
        """Whether the two are as long as each other and so stand letter for letter."""
        return self.end - self.start == self.source_end - self.source_start


@dataclass(frozen=True, slots=True)
class Spoken:
    """What an engine is given. The pieces cover the text, in order; those of equal length stand letter for letter.

    What is not said has no piece. What the page does not write, such as the "euros" of "€5", may have one that
    stands for no character at all. Where sources begin and where they end never falls from one piece to the next.
    """

    text: str
    pieces: tuple[Piece, ...]
    _starts: tuple[int, ...] = field(default=(), repr=False, compare=False)
    _source_ends: tuple[int, ...] = field(default=(), repr=False, compare=False)

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Return the page's characters for a stretch of spoken ones; positions outside the text are taken inside."""
        first = self._source(start, first=True)
        return first, max(first, self._source(end, first=False))

    def spoken_at(self, source: int) -> int:
        """Return where in the spoken text a character of the page is said, or what follows it if it is not said."""
        index = bisect_right(self._source_ends, source)
        if index == len(self.pieces):
            return len(self.text)
        piece = self.pieces[index]
        return piece.start + (max(0, source - piece.source_start) if piece.literal else 0)

    def _source(self, at: int, *, first: bool) -> int:
        if not self.pieces:
            return 0
        at = min(max(at, 0), len(self.text))
        look_at = at if first else max(0, at - 1)
        piece = self.pieces[max(0, bisect_right(self._starts, look_at) - 1)]
        if piece.literal:
            return min(piece.source_start + at - piece.start, piece.source_end)
        return piece.source_start if first and at < piece.end else piece.source_end


def as_it_is(text: str) -> Spoken:
    """Return a text that is said just as it is written."""
    return made([(text, 0, len(text))])


def made(parts: Iterable[Part]) -> Spoken:
    """Return a spoken form from its stretches: text, and start and end of what each stands for on the page."""
    pieces, texts, at = [], [], 0
    for text, source_start, source_end in parts:
        if text:
            pieces.append(Piece(at, at + len(text), source_start, source_end))
            texts.append(text)
            at += len(text)
    starts = tuple(piece.start for piece in pieces)
    return Spoken("".join(texts), tuple(pieces), starts, tuple(piece.source_end for piece in pieces))


def translated(form: Spoken, table: dict[int, str]) -> Spoken:
    """Return a form with single characters replaced by single others."""
    return Spoken(form.text.translate(table), form.pieces, form._starts, form._source_ends)  # noqa: SLF001 - the same


def rewritten(form: Spoken, pattern: re.Pattern[str], say: Say) -> Spoken:
    """Return a form with whatever matches a pattern said otherwise.

    Args:
        form: what has been made so far.
        pattern: what to look for.
        say: the parts to say in place of a match, with positions in the form's text; they may not go back.
    """
    parts: list[Part] = []
    at = 0
    for match in pattern.finditer(form.text):
        said = say(match)
        if said is not None:
            parts += [(form.text[at : match.start()], at, match.start()), *said]
            at = match.end()
    if not at and not parts:
        return form
    return made(_rising(_traced(form, [*parts, (form.text[at:], at, len(form.text))])))


def _rising(parts: Iterable[Part]) -> Iterator[Part]:
    """Keep sources from going back, as they would where something is put into the middle of what was said otherwise."""
    first = last = 0
    for text, start, end in parts:
        first = max(first, start)
        last = max(last, end, first)
        yield text, first, last


def _traced(form: Spoken, parts: Sequence[Part]) -> Iterator[Part]:
    """Trace parts that point into a form back to the page, cut where the form's own pieces meet."""
    for text, start, end in parts:
        if not text:
            continue
        if text == form.text[start:end]:
            yield from _slices(form, start, end)
        else:
            yield (text, *form.source_span(start, end)) if end > start else (text, *_point(form, start))


def _point(form: Spoken, at: int) -> tuple[int, int]:
    source = form.source_span(max(0, at - 1), at)[1]
    return source, source


def _slices(form: Spoken, start: int, end: int) -> Iterator[Part]:
    index = max(0, bisect_left(form._starts, start + 1) - 1)  # noqa: SLF001 - this module's own
    while index < len(form.pieces) and form.pieces[index].start < end:
        piece = form.pieces[index]
        first, last = max(start, piece.start), min(end, piece.end)
        source = (piece.source_start, piece.source_end)
        if piece.literal:
            source = (piece.source_start + first - piece.start, piece.source_start + last - piece.start)
        yield (form.text[first:last], *source)
        index += 1
