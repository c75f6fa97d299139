"""Snippets: the place in the original text where the words stand, and which of its characters matched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from kushk.library.search.analyzer import folded, word_spans, words
from kushk.library.search.query import Query, Term
from kushk.library.search.stems import stem
from kushk.library.values import Snippet

LENGTH = 220
"""Characters of a snippet, about."""

_BREAK = re.compile(r"(?<=[\s。！？，、；])")


_LEAD = 70
"""Characters of a snippet before the first word that was looked for, about."""

_LOOKED_AT = 12
"""Places of a text that are weighed against each other."""


@dataclass(frozen=True, slots=True)
class _Run:
    """Words that count when they stand next to each other, each with its forms."""

    words: tuple[str, ...]
    forms: frozenset[str]
    prefix: bool

    def matches(self, found: list[str], stems: list[str], place: int) -> bool:
        """Tell whether the run stands at a place of a list of folded words, whose stems are given as well."""
        if len(self.words) > 1:
            stop = place + len(self.words) - 1
            return tuple(found[place:stop]) == self.words[:-1] and self._last(found[stop] if stop < len(found) else "")
        return self._last(found[place]) or stems[place] in self.forms

    def may_be_in(self, found: set[str], stems: set[str]) -> bool:
        """Tell whether a text with these words and stems may have the run."""
        if not self.forms.isdisjoint(stems):
            return True
        last = self.words[-1] in found or (self.prefix and any(word.startswith(self.words[-1]) for word in found))
        return last and (len(self.words) == 1 or self.words[0] in found)

    def _last(self, word: str) -> bool:
        return word == self.words[-1] or (self.prefix and word.startswith(self.words[-1]))

    def hints(self) -> set[str]:
        """Return texts of which a match has one: the first word, or how all of its forms begin."""
        return {self.words[0], *(form[: max(_BEGINNING, len(form) - 1)] for form in self.forms)}


_BEGINNING = 3
"""Letters that the forms of a word have in common at least."""


class Marker:
    """Marks in original text what a query found there."""

    def __init__(self, query: Query, language: str) -> None:
        """Take a query, and the language of the text (first part of a BCP 47 tag)."""
        self.language = language
        self.runs = [_run(term, language) for term in query.wanted]
        hints = sorted({hint for run in self.runs for hint in run.hints()}, key=len, reverse=True)
        self._hint = re.compile("|".join(map(re.escape, hints)))

    def whole(self, text: str) -> Snippet:
        """Return the whole of a short text with its marks."""
        return Snippet(text, self._marks(text))

    def best(self, text: str) -> Snippet:
        """Return the first stretch of a text that has most of what was looked for; its beginning when none has any."""
        chosen, most = text[: _between_words(text, LENGTH)], 0
        for start in self._places(text):
            window = text[start : _between_words(text, start + LENGTH)]
            count = self._count(window)
            if count > most:
                chosen, most = window, count
            if most == len(self.runs):
                break
        chosen = " ".join(chosen.strip().split("\n"))
        return Snippet(chosen, self._marks(chosen))

    def _places(self, text: str) -> Iterator[int]:
        """Yield where snippets may begin: a little before each place that looks like a match."""
        flat = folded(text)
        scale = len(text) / len(flat) if flat else 1.0
        reached = -1
        for found in islice(self._hint.finditer(flat), _LOOKED_AT):
            place = int(found.start() * scale)
            if place >= reached:
                start = _between_words(text, place - _LEAD) if place > _LEAD else 0
                reached = start + LENGTH // 2
                yield min(start, place)

    def _count(self, text: str) -> int:
        """Return about how many runs a text has: of several words the first and the last are looked for."""
        found = set(words(text))
        stems = {self._stem(word) for word in found}
        return sum(run.may_be_in(found, stems) for run in self.runs)

    def _stem(self, word: str) -> str:
        return stem(word, self.language) if self._hint.search(word) else word

    def _marks(self, text: str) -> tuple[tuple[int, int], ...]:
        spans = list(word_spans(text))
        found = [word for _, _, word in spans]
        stems = [self._stem(word) for word in found]
        marked = [
            (spans[place][0], spans[place + len(run.words) - 1][1])
            for place in range(len(found))
            for run in self.runs
            if run.matches(found, stems, place)
        ]
        return tuple(_joined(marked))


def _run(term: Term, language: str) -> _Run:
    single = len(term.words) == 1 and not term.prefix
    forms = {stem(term.words[0], language), *term.stems} if single else set()
    return _Run(term.words, frozenset(forms), term.prefix)


def _between_words(text: str, place: int) -> int:
    """Return the next place at which a window may begin or end."""
    if place >= len(text):
        return len(text)
    found = _BREAK.search(text, place, place + 40)
    return found.start() if found else place


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Join spans that overlap: pairs of characters make one mark."""
    last: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if last is not None and start < last[1]:
            last = last[0], max(last[1], end)
            continue
        if last is not None:
            yield last
        last = start, end
    if last is not None:
        yield last
