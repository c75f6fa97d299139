"""Lines of even length: where a text is broken and how large it is set, so that it fills its place. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from icu4py.breakers import CharacterBreaker, LineBreaker

from kushk.core.languages import base

ELLIPSIS = "…"

Measure = Callable[[str], float]
"""How wide a text runs, in sizes."""

_HALVINGS = 8
"""Steps of the search for the narrowest measure: the last is below a hundredth of the line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two places where a line may end."""

    text: str
    width: float
    """With the space after it, in sizes."""
    space: float = 0.0
    """How much of the width is that space."""


@dataclass(frozen=True, slots=True)
class Place:
    """Room for a text: width and height in pixels, and how many lines it may have."""

    width: float
    height: float
    lines: int

    def most_lines(self, size: float, rhythm: Rhythm) -> int:
        """Return how many lines there is room for, at least one."""
        return max(1, min(self.lines, int((self.height / size - rhythm.tall) / rhythm.leading) + 1))


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How high lines are, in sizes: from baseline to baseline, and the ink of one."""

    leading: float
    tall: float = 1.0


@dataclass(frozen=True, slots=True)
class Setting:
    """A text as it is set."""

    lines: tuple[str, ...]
    size: float
    whole: bool = True


def pieces_of(text: str, language: str, measure: Measure) -> tuple[Piece, ...]:
    """Return the pieces of a text. Japanese breaks between phrases, the other languages as Unicode has it."""
    rules = "ja-u-lw-phrase" if base(language) == "ja" else base(language) or "und"
    return tuple(_piece(part, measure) for part in LineBreaker(text, rules))


def _piece(text: str, measure: Measure) -> Piece:
    bare = text.rstrip(" ")
    space = measure(" ") * (len(text) - len(bare)) if bare != text else 0.0
    return Piece(text, measure(bare) + space, space)


def fitted(pieces: Sequence[Piece], place: Place, sizes: Sequence[float], rhythm: Rhythm, measure: Measure) -> Setting:
    """Return the text at the largest size at which all of it has room, at the smallest else, cut at a word.

    Args:
        pieces: the text.
        place: the room for it.
        sizes: sizes in pixels to try, largest first.
        rhythm: how high its lines are.
        measure: how wide a text runs.
    """
    for size in sizes:
        lines = balanced(pieces, place.width / size)
        if len(lines) <= place.most_lines(size, rhythm) and _widest(pieces) <= place.width / size:
            return Setting(_texts(lines), size)
    size = sizes[-1]
    measured = place.width / size
    lines = balanced(_shattered(pieces, measured, measure), measured)
    most = place.most_lines(size, rhythm)
    if len(lines) <= most:
        return Setting(_texts(lines), size)
    kept = greedy(_shattered(pieces, measured, measure), measured)[:most]
    return Setting((*_texts(kept[:-1]), _ended(kept[-1], measured, measure)), size, whole=False)


def balanced(pieces: Sequence[Piece], measured: float) -> list[list[Piece]]:
    """Return as few lines as the measure allows, all as near to one length as words let them be."""
    lines = greedy(pieces, measured)
    low, high = measured / max(1, len(lines)), measured
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        tried = greedy(pieces, middle)
        if len(tried) <= len(lines) and _widest(pieces) <= middle:
            lines, high = tried, middle
        else:
            low = middle
    return lines


def greedy(pieces: Sequence[Piece], measured: float) -> list[list[Piece]]:
    """Return lines filled one after the other; a piece wider than the measure has a line of its own."""
    lines: list[list[Piece]] = []
    used = 0.0
    for piece in pieces:
        if not lines or used + piece.width - piece.space > measured:
            lines.append([])
            used = 0.0
        lines[-1].append(piece)
        used += piece.width
    return lines


def _widest(pieces: Sequence[Piece]) -> float:
    return max((piece.width - piece.space for piece in pieces), default=0.0)


def _shattered(pieces: Sequence[Piece], measured: float, measure: Measure) -> list[Piece]:
    """Return the pieces with those that no line can hold taken apart into letters."""
    out: list[Piece] = []
    for piece in pieces:
        if piece.width - piece.space <= measured:
            out.append(piece)
        else:
            out.extend(_piece(letter, measure) for letter in CharacterBreaker(piece.text, "und"))
    return out


def _ended(line: Sequence[Piece], measured: float, measure: Measure) -> str:
    """Return the last line that has room, with an ellipsis after its last whole word."""
    room = measured - measure(ELLIPSIS)
    kept = _shattered(line, room, measure) if len(line) == 1 else list(line)
    while len(kept) > 1 and sum(piece.width for piece in kept) - kept[-1].space > room:
        kept.pop()
    return "".join(piece.text for piece in kept).rstrip(" ,;:،؛、，-–—") + ELLIPSIS


def _texts(lines: Sequence[Sequence[Piece]]) -> tuple[str, ...]:
    return tuple("".join(piece.text for piece in line).rstrip(" ") for line in lines)
