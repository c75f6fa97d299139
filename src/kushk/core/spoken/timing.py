"""When each word of the page sounds, from what an engine says of the text that it was given."""

from __future__ import annotations

import math
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from kushk.core.languages import base
from kushk.core.spoken.breaks import Span, icu_words
from kushk.core.spoken.form import Spoken

_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
)
"""Scripts that put no space between words."""
_STRETCH = re.compile(r"(?:(?!--)[^\s<>—…])+|--")
_BELONGING = "%٪％‰°+"
"""Signs that are part of the word before them; those of currencies are too."""
_LEADING = "+−-#@№%"
"""Signs that are part of the number after them."""
_DIGIT_WEIGHT = 3
"""Letters that a digit takes as long as: "1984" is as long as "nineteen eighty-four", roughly."""


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
    """Return the words of a text: what stands between spaces and dashes, or what ICU finds in scripts without spaces.

    Punctuation at either end is no part of a word, but "$", "−" and "%" beside a number are. What holds neither
    letter nor digit is no word.
    """
    unspaced = icu_words(text, base(language)) if _UNSPACED.search(text) else None
    spans: list[Span] = []
    for match in _STRETCH.finditer(text):
        if unspaced is not None and _UNSPACED.search(text, *match.span()):
            first, last = bisect_left(unspaced, (match.start(), 0)), bisect_left(unspaced, (match.end(), 0))
            spans += unspaced[first:last]
        else:
            spans.append(match.span())
    trimmed = [_trimmed(text, span) for span in spans]
    return tuple((start, end) for start, end in trimmed if end > start)


def word_cues(words: Sequence[Span], spoken: Spoken, timed: Sequence[Timed], seconds: float) -> tuple[Cue, ...]:
    """Return one cue for every word, in order, each beginning after the one before it and ending as the next begins.

    An engine reports some words twice, some never and some out of order: a word takes the first moment that any of
    its characters is reported; of moments that contradict each other as many are kept as go together; and a word
    without a moment stands between its neighbours by its share of what is said there.

    Args:
        words: spans of the page's text, in order, as ``words_of`` gives them.
        spoken: what the engine was given.
        timed: what it reported, in any order, perhaps of characters or moments that there are not.
        seconds: length of the sound.
    """
    if not words:
        return ()
    seconds = seconds if math.isfinite(seconds) and seconds > 0 else 0.0
    begins = _filled(_weights(words, spoken), _known(words, spoken, timed, seconds), seconds)
    last = max((each.ends for each in timed if math.isfinite(each.ends)), default=seconds)
    ends = [*begins[1:], min(seconds, max(last, begins[-1]))]
    return tuple(Cue(*span, begin, end) for span, begin, end in zip(words, begins, ends, strict=True))


def _trimmed(text: str, span: Span) -> Span:
    start, end = span
    while start < end and not text[start].isalnum():
        start += 1
    if span[0] < start < end and text[start].isdigit() and _is_sign(text[start - 1], _LEADING):
        start -= 1
    while end > start and not (text[end - 1].isalnum() or _is_sign(text[end - 1], _BELONGING)):
        end -= 1
    return start, end


def _is_sign(character: str, signs: str) -> bool:
    """Tell whether a character belongs to the word beside it: one of some signs, a vowel sign, a currency."""
    category = unicodedata.category(character)
    return character in signs or category == "Sc" or category[0] == "M"


def _known(words: Sequence[Span], spoken: Spoken, timed: Sequence[Timed], seconds: float) -> list[tuple[int, float]]:
    """Return words whose moment is reported, both rising from one to the next."""
    first_moment: dict[int, float] = {}
    for word, moment in _reported(words, spoken, timed):
        is_inside = 0 <= moment < seconds and (moment > 0 or word == 0)
        if is_inside and moment < first_moment.get(word, math.inf):
            first_moment[word] = moment
    return _longest_rise(sorted(first_moment.items()))


def _reported(words: Sequence[Span], spoken: Spoken, timed: Sequence[Timed]) -> Iterator[tuple[int, float]]:
    ends = [end for _, end in words]
    for event in timed:
        start, end = spoken.source_span(event.start, event.end)
        word = bisect_right(ends, start)
        if word < len(words) and words[word][0] < end:
            yield word, event.begins


def _longest_rise(moments: Sequence[tuple[int, float]]) -> list[tuple[int, float]]:
    """Return as many moments as possible of which each is later than the one before it, in n log n steps."""
    tails: list[float] = []
    ending_at: list[int] = []
    before: list[int] = []
    for index, (_, moment) in enumerate(moments):
        length = bisect_left(tails, moment)
        before.append(ending_at[length - 1] if length else -1)
        tails[length : length + 1] = [moment]
        ending_at[length : length + 1] = [index]
    index, kept = (ending_at[-1] if ending_at else -1), []
    while index >= 0:
        kept.append(moments[index])
        index = before[index]
    return kept[::-1]


def _weights(words: Sequence[Span], spoken: Spoken) -> list[int]:
    """Return how long each word is with what follows it, in spoken letters."""
    places = [spoken.spoken_at(start) for start, _ in words] + [len(spoken.text)]
    said = [spoken.text[first:last] for first, last in pairwise(places)]
    return [1 + len(each) + (_DIGIT_WEIGHT - 1) * sum(map(str.isdigit, each)) for each in said]


def _filled(weights: Sequence[int], known: list[tuple[int, float]], seconds: float) -> list[float]:
    """Return a moment for every word: between two that are known, by what is said between them."""
    anchors = known if known and known[0][0] == 0 else [(0, 0.0), *known]
    begins: list[float] = []
    for (first, since), (following, until) in zip(anchors, [*anchors[1:], (len(weights), seconds)], strict=True):
        whole, passed = sum(weights[first:following]), 0
        for weight in weights[first:following]:
            begins.append(min(since + (until - since) * passed / whole, until))
            passed += weight
    return begins
