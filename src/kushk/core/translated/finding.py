"""Finding words in a translation: the very same ones, or ones that are like a translation of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from kushk.core.translated.numbers import figures
from kushk.core.translated.words import Words

Piece = tuple[int, int]

PRIOR = 0.2
"""How much of the score is lost when words are looked for at one end of a sentence and found at the other."""

_TAKEN = 0.25
"""How much of it is lost where something else has been found already."""

_FEWER, _MORE = 1, 2
"""Words that a translation of a span may have less or more in its sentence than alone."""

_FEWEST_SAME = 4
"""Letters from which the same word in both languages is taken for the same."""


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of the translation, and how sure it is that it is the right one: 1 is certain."""

    start: int
    end: int
    score: float


class Finder:
    """Looks for words in one translation."""

    def __init__(self, target: Words) -> None:
        self.target = target
        self.flat = [_flat(target.text[start:end]) for start, end in target.words]
        self.taken: list[Piece] = []
        """What has been found for other spans, none of which lies in the span now looked for."""

    def same(self, text: str, place: float) -> Found | None:
        """Return where the very same text stands, or the same number, and is free; the nearest to ``place``, 0 to 1."""
        wanted = text.strip()
        there = _occurrences(wanted, self.target) if _tells(wanted) else self._number(wanted)
        pieces = [piece for piece in there if not self._is_taken(piece)]
        if not pieces:
            return None
        return Found(*max(pieces, key=lambda piece: self._score(piece, 1.0, place)), 1.0)

    def like(self, hint: str, place: float) -> Found | None:
        """Return where words like those of ``hint`` stand, with a score that favours the place."""
        wanted = [_flat(hint[start:end]) for start, end in Words(hint).words]
        best = None
        for first, last in self._windows(len(wanted)):
            likeness = fuzz.ratio(" ".join(wanted), " ".join(self.flat[first:last])) / 100
            piece = self.target.words[first][0], self.target.words[last - 1][1]
            score = self._score(piece, likeness, place)
            if best is None or score > best.score:
                best = Found(*piece, score)
        return best

    def _windows(self, count: int) -> Iterator[tuple[int, int]]:
        most = len(self.target.words)
        for size in range(max(1, count - _FEWER), min(most, count + _MORE) + 1) if count else ():
            yield from ((first, first + size) for first in range(most - size + 1))

    def _score(self, piece: Piece, likeness: float, place: float) -> float:
        centre = (piece[0] + piece[1]) / 2 / max(1, len(self.target.text))
        return likeness - PRIOR * abs(centre - place) - _TAKEN * self._is_taken(piece)

    def _is_taken(self, piece: Piece) -> bool:
        return any(start < piece[1] and piece[0] < end for start, end in self.taken)

    def _number(self, wanted: str) -> Iterator[Piece]:
        values = figures(wanted, "en")
        if len(values) != 1 or any(map(str.isalpha, wanted)):
            return
        for start, end in self.target.words:
            there = figures(self.target.text[start:end], "en")
            if len(there) == 1 and there[0].plain & values[0].plain:
                yield start, end


def _flat(word: str) -> str:
    return word.casefold()


def _tells(text: str) -> bool:
    """Say whether the same text in the other language is no chance, as that of a short word is."""
    letters = sum(map(str.isalpha, text))
    return letters >= _FEWEST_SAME or sum(map(str.isupper, text)) > 1 or "@" in text or "." in text[1:-1]


def _occurrences(wanted: str, target: Words) -> Iterator[Piece]:
    for found in re.finditer(re.escape(wanted), target.text) if wanted else ():
        if target.cuts_nothing(*found.span()):
            yield found.span()


def contains(text: str, wanted: str) -> Sequence[Piece]:
    """Return where a text has some words as they are, none of them part of another word."""
    return list(_occurrences(wanted, Words(text)))
