"""Apertium's stream format: reserved characters are escaped, and spans travel as word-bound blanks.

A word-bound blank ``[[t:s:ID]]words[[/]]`` stays with its words wherever they go; where two words become one, so do
their blanks: ``[[t:s:1; t:s:2]]``. Blanks cannot nest, so a text is cut where any span begins or ends, and each piece
that lies in a span gets a number of its own. No blank may begin inside a word: Apertium would take it for two.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kushk.engines.translation.interface import Segment, Span

_RESERVED = re.compile(r"([\\\[\]{}^$/<>@])")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")
"""What ends a message or cannot be sent."""

_TOKEN = re.compile(r"\\(.)|\[\[(t:s:\d+(?:; *t:s:\d+)*)\]\]|\[\[/\]\]|\[\]", re.DOTALL)
_STRAY = re.compile(r"^\s+|\s+$|(?<=[(\[“‘¿¡])\s+|\s+(?=[,.)\]”])|(?<=\s)\s+")
"""Space that belongs to no place: at the ends, behind what opens, before what closes, behind another space."""
_NUMBER = re.compile(r"\d+")
_WORD = re.compile(r"[\w'’]+(?:-\w+)*")


def written(segment: Segment) -> tuple[str, list[frozenset[int]]]:
    """Return a segment as Apertium reads it, and which spans each numbered piece of it lies in."""
    text = _CONTROL.sub(" ", segment.text)
    parts: list[str] = []
    pieces: list[frozenset[int]] = []
    for start, end, inside in _pieces(segment):
        words = text[start:end]
        if not inside or words.isspace():
            parts.append(_escaped(words))
            continue
        lead, core, trail = _without_space(words)
        parts += [lead, f"[[t:s:{len(pieces)}]]", _escaped(core), "[[/]]", trail]
        pieces.append(inside)
    return "".join(parts), pieces


def _pieces(segment: Segment) -> Iterator[tuple[int, int, frozenset[int]]]:
    spans = _on_words(segment)
    cuts = {0, len(segment.text)}.union(*((span.start, span.end) for span in spans))
    for start, end in pairwise(sorted(cuts)):
        yield start, end, frozenset(span.id for span in spans if span.start <= start and end <= span.end)


def _on_words(segment: Segment) -> list[Span]:
    """Return the spans, those that begin or end inside a word widened to the whole of it."""
    if not segment.spans:
        return []
    words = [found.span() for found in _WORD.finditer(segment.text)]
    firsts = {place: start for start, end in words for place in range(start + 1, end)}
    lasts = {place: end for start, end in words for place in range(start + 1, end)}
    return [Span(span.id, firsts.get(span.start, span.start), lasts.get(span.end, span.end)) for span in segment.spans]


def _without_space(words: str) -> tuple[str, str, str]:
    core = words.strip()
    start = words.index(core)
    return words[:start], core, words[start + len(core) :]


def _escaped(text: str) -> str:
    return _RESERVED.sub(r"\\\1", text)


def read(answer: str, pieces: Sequence[frozenset[int]]) -> tuple[str, tuple[Span, ...]]:
    """Return the text of an answer and where the spans are in it. One that was lost is missing."""
    text: list[str] = []
    length = 0
    found: dict[int, list[tuple[int, int]]] = {}
    opened: tuple[set[int], int] | None = None
    at = 0
    for token in _TOKEN.finditer(answer):
        text.append(answer[at : token.start()])
        length += token.start() - at
        at = token.end()
        if token[1] is not None:
            text.append(token[1])
            length += 1
        elif token[2] is not None:
            opened = _inside(token[2], pieces), length
        elif token[0] == "[[/]]" and opened is not None:
            numbers, start = opened
            for span in numbers:
                found.setdefault(span, []).append((start, length))
            opened = None
    text.append(answer[at:])
    return _tidied("".join(text), found)


def _inside(blanks: str, pieces: Sequence[frozenset[int]]) -> set[int]:
    numbers = [int(number) for number in _NUMBER.findall(blanks)]
    return set().union(*(pieces[number] for number in numbers if number < len(pieces)))


def _tidied(text: str, found: dict[int, list[tuple[int, int]]]) -> tuple[str, tuple[Span, ...]]:
    """Take away the spaces that moving words leaves behind, and join the pieces of a span that only space parts."""
    dropped = sorted(place for space in _STRAY.finditer(text) for place in range(*space.span()))

    def moved(place: int) -> int:
        return place - bisect_left(dropped, place)

    tidy = _STRAY.sub("", text)
    spans = []
    for number, pieces in found.items():
        joined: list[tuple[int, int]] = []
        for start, end in sorted((moved(start), moved(end)) for start, end in pieces):
            if joined and not tidy[joined[-1][1] : start].strip():
                joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
            else:
                joined.append((start, end))
        spans += [Span(number, start, end) for start, end in joined if start < end]
    return tidy, tuple(sorted(spans, key=lambda span: (span.start, -span.end, span.id)))
