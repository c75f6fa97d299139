"""When each word of the page sounds, from what an engine says of the text that it was given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from icu4py.breakers import WordBreaker

from kushk.core.languages import base
from kushk.core.spoken.form import Spoken

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts that put no space between words."""
_STRETCH = re.compile("[^\\s<>\u2014\u2026]+")

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Timed:
    """A word as an engine spoke it: characters of the spoken text, seconds from its start."""

    start: int
    end: int
    begins: float
    ends: float


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of the page and when it sounds: characters of the page's text, seconds."""

    start: int
    end: int
    begins: float
    ends: float


def words_of(text: str, language: str) -> tuple[Span, ...]:
    """Return the words of a text: what stands between spaces, or what ICU finds in scripts without them.

    Punctuation at either end is no part of a word; what holds neither letter nor digit is none.
    """
    spans: list[Span] = []
    for match in _STRETCH.finditer(text):
        start, end = match.span()
        if _UNSPACED.search(match.group()):
            spans += [(start + first, start + last) for first, last in _pieces(match.group(), language)]
        else:
            spans.append((start, end))
    trimmed = [_trimmed(text, span) for span in spans]
    return tuple((start, end) for start, end in trimmed if end > start)


def word_cues(words: Sequence[Span], spoken: Spoken, timed: Sequence[Timed], seconds: float) -> tuple[Cue, ...]:
    """Return one cue for every word, in order, none before the one before it.

    An engine reports some words twice and some never: a word takes the first moment that any of its characters is
    reported, and one that is never reported stands between its neighbours by its share of their letters.

    Args:
        words: spans of the page's text, in order, as ``words_of`` gives them.
        spoken: what the engine was given.
        timed: what it reported, in any order.
        seconds: length of the sound.
    """
    if not words:
        return ()
    known = _reported(words, spoken, timed)
    begins = _filled(words, known, seconds)
    last = max((each.ends for each in timed), default=seconds)
    ends = [*begins[1:], min(seconds, max(last, begins[-1]))]
    return tuple(Cue(*span, begin, max(begin, end)) for span, begin, end in zip(words, begins, ends, strict=True))


def _pieces(text: str, language: str) -> list[Span]:
    """Return what ICU takes for words; it counts in units of UTF-16, of which some characters take two."""
    found = WordBreaker(text, base(language) or "en").segments()
    if max(text) <= "\uffff":
        return list(found)
    units = [at for at, character in enumerate(text) for _ in range(1 + (character > "\uffff"))]
    units.append(len(text))
    return [(units[min(first, len(units) - 1)], units[min(last, len(units) - 1)]) for first, last in found]


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    while end > start and not (text[end - 1].isalnum() or _combining(text[end - 1])):
        end -= 1
    return start, end


def _combining(character: str) -> bool:
    """Tell whether a character belongs to the letter before it: a vowel sign, a mark, a percent sign."""
    import unicodedata

    return unicodedata.category(character)[0] == "M" or character in "%٪°+"


def _reported(words: Sequence[Span], spoken: Spoken, timed: Sequence[Timed]) -> list[float | None]:
    """Return the first moment at which each word is reported, falling back no further than the word before."""
    known: list[float | None] = [None] * len(words)
    at = 0
    for event in sorted(timed, key=lambda each: (spoken.source_span(each.start, each.end)[0], each.begins)):
        start, end = spoken.source_span(event.start, event.end)
        while at < len(words) and words[at][1] <= start:
            at += 1
        if at < len(words) and words[at][0] < end and known[at] is None:
            known[at] = event.begins
    reached = 0.0
    for index, moment in enumerate(known):
        if moment is not None:
            known[index] = moment if moment >= reached else None
            reached = max(reached, moment)
    return known


def _filled(words: Sequence[Span], known: list[float | None], seconds: float) -> list[float]:
    """Return a moment for every word: between two that are known, by the characters between them."""
    anchors = [(index, moment) for index, moment in enumerate(known) if moment is not None]
    if not anchors or anchors[0][0] > 0:
        anchors.insert(0, (0, 0.0))
    begins = [0.0] * len(words)
    for (first, since), (next_one, until) in zip(anchors, [*anchors[1:], (len(words), seconds)], strict=True):
        weights = [words[index][1] - words[index][0] + 1 for index in range(first, min(next_one, len(words)))]
        whole, passed = sum(weights) or 1, 0
        for offset, weight in enumerate(weights):
            begins[first + offset] = since + (max(since, min(until, seconds)) - since) * passed / whole
            passed += weight
    return [min(begin, seconds) for begin in begins]
