"""From espeak's report of a text to the symbols that a Piper model speaks, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kushk.core.spoken import Timed
from kushk.engines.speech.piper.model import BEGIN, END, PAD, Model

Sounds = Sequence[tuple[float, str]]


@dataclass(frozen=True, slots=True)
class Symbols:
    """Ids for a model, and which of them each word has."""

    ids: tuple[int, ...]
    words: tuple[tuple[int, int, int, int], ...]
    """Start and end in characters of the text, first and last (exclusive) id."""


def symbols_of(text: str, words: Sequence[Timed], sounds: Sounds, model: Model) -> Symbols:
    """Return the ids of a text's sounds.

    Each sound belongs to the word that was reported last before it; the marks between two words follow the first.
    Sounds that the model was not trained with are left out.
    """
    ids, placed = [*_ids(model, BEGIN), *_ids(model, PAD)], []
    for number, word in enumerate(words):
        until = words[number + 1].begins if number + 1 < len(words) else float("inf")
        first = len(ids)
        for symbol in "".join(sound for at, sound in sounds if word.begins <= at + _LATE < until):
            ids += _padded(model, symbol)
        placed.append((word.start, word.end, first, len(ids)))
        following = words[number + 1].start if number + 1 < len(words) else len(text)
        for mark in text[word.end : max(word.end, following)]:
            ids += _padded(model, mark) if not mark.isspace() else []
        if number + 1 < len(words):
            ids += _padded(model, " ")
    return Symbols((*ids, *_ids(model, END)), tuple(placed))


_LATE = 0.0301
"""A word's time was moved by ``espeak.engine.LATE``; its sounds were not."""


def timed_by(symbols: Symbols, durations: Sequence[float], seconds: float) -> tuple[Timed, ...]:
    """Return the words with their times.

    Args:
        symbols: what was spoken.
        durations: of each id, in any unit.
        seconds: of the whole.
    """
    whole = sum(durations) or 1.0
    reached, at = [0.0], 0.0
    for duration in durations:
        at += duration
        reached.append(at * seconds / whole)
    return tuple(
        Timed(start, end, reached[first], reached[last]) for start, end, first, last in symbols.words if last > first
    )


def _padded(model: Model, symbol: str) -> list[int]:
    found = _ids(model, symbol)
    return [*found, *_ids(model, PAD)] if found else []


def _ids(model: Model, symbol: str) -> Sequence[int]:
    return model.ids.get(symbol, ())
