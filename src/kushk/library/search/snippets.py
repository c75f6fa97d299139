"""Snippets: the place in the original text where the words stand, and which of its characters matched."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice

from kushk.library.search.analyzer import folded, folded_in_place, has_pairs, word_spans
from kushk.library.search.query import Query, Term
from kushk.library.search.stems import LANGUAGES, stem
from kushk.library.values import Snippet

LENGTH = 220
"""Characters of a snippet, about."""

_BREAK = re.compile(r"(?<=[\s。！？，、；])")


_LEAD = 70
"""Characters of a snippet before the first word that was looked for, about."""

_LOOKED_AT = 12
"""Places of a text that are weighed against each other."""

_AROUND = 200
"""Characters before and after a place, reckoned from the indexed words, in which the match itself is looked for."""


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
        return self.has(found[place], stems[place])

    def has(self, word: str, stem_of_it: str) -> bool:
        """Tell whether a run of a single word is that word in one of its forms."""
        return self._last(word) or stem_of_it in self.forms

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
        self._beginnings = tuple({word for run in self.runs for word in (run.words[0], *run.forms)})
        self._single = all(len(run.words) == 1 for run in self.runs)
        hints = sorted({hint for run in self.runs for hint in run.hints()}, key=len, reverse=True)
        self._hint = re.compile("|".join(map(re.escape, hints)))
        self._hints = [hint for hint in hints if not any(other in hint for other in hints if other != hint)]

    def whole(self, text: str) -> Snippet:
        """Return the whole of a short text with its marks."""
        return Snippet(text, self._look(text).marks())

    def best(self, text: str, indexed: str = "") -> Snippet:
        """Return the first stretch of a text that has most of what was looked for; its beginning when none has any.

        Args:
            text: as readers see it.
            indexed: the same text as the index has it, which saves folding it again.
        """
        chosen, most = Snippet(""), 0
        for start in self._places(text, indexed):
            window = _window(text, start)
            seen = self._look(window)
            if len(seen.runs) > most:
                chosen, most = Snippet(window, seen.marks()), len(seen.runs)
            if most == len(self.runs):
                break
        if most:
            return chosen
        return self.best(text) if indexed else self.whole(_window(text, 0))

    def _places(self, text: str, indexed: str) -> Iterator[int]:
        """Yield where snippets may begin: a little before each place that looks like a match."""
        flat = indexed or folded(text)
        scale = len(text) / len(flat) if flat else 1.0
        reached = -1
        for found in self._hinted(flat):
            place = int(found * scale)
            if indexed:
                place = self._nearest(text, place)
            if place >= reached:
                start = _between_words(text, place - _LEAD) if place > _LEAD else 0
                reached = start + LENGTH // 2
                yield min(start, place)

    def _hinted(self, flat: str) -> list[int]:
        """Return the first places of a folded text that have a hint. ``str.find`` is ten times as fast as a pattern."""
        found = (place for hint in self._hints for place in islice(_places_of(hint, flat), _LOOKED_AT))
        return sorted(found)[:_LOOKED_AT]

    def _nearest(self, text: str, place: int) -> int:
        """Return the likely match that is nearest to a place, the place itself when there is none around it."""
        begin = max(place - _AROUND, 0)
        found = self._hinted(folded(text[begin : place + _AROUND]))
        return min((begin + at for at in found), key=lambda at: abs(at - place), default=place)

    def _look(self, text: str) -> _Seen:
        """Return what stands in a short text."""
        seen = _Seen()
        flat = folded_in_place(text)
        if flat is not None and self._single and not has_pairs(flat):
            self._look_at_hints(flat, seen)
        elif self._hint.search(flat if flat is not None else folded(text)):
            self._look_at_all(text, seen)
        return seen

    def _look_at_hints(self, flat: str, seen: _Seen) -> None:
        """Look only at the words that have a hint: words of a text that folds in place are parted by spaces."""
        end = 0
        for hint in self._hint.finditer(flat):
            if hint.start() >= end:
                start = flat.rfind(" ", 0, hint.start()) + 1
                end = flat.find(" ", hint.start())
                end = end if end >= 0 else len(flat)
                word = flat[start:end]
                stem_of_it = stem(word, self.language)
                seen.note(start, end, (run for run in self.runs if run.has(word, stem_of_it)))

    def _look_at_all(self, text: str, seen: _Seen) -> None:
        """Look at every word, and at those that follow it."""
        spans = list(word_spans(text))
        found = [word for _, _, word in spans]
        if self.language in LANGUAGES:
            stems = [stem(word, self.language) if self._hint.search(word) else word for word in found]
            places = list(range(len(found)))
        else:
            stems = found
            places = [place for place, word in enumerate(found) if word.startswith(self._beginnings)]
        for place in places:
            for run in self.runs:
                if run.matches(found, stems, place):
                    seen.note(spans[place][0], spans[place + len(run.words) - 1][1], (run,))


@dataclass(slots=True)
class _Seen:
    """Which runs a text has, and where."""

    runs: set[_Run] = field(default_factory=set)
    spans: list[tuple[int, int]] = field(default_factory=list)

    def note(self, start: int, end: int, runs: Iterable[_Run]) -> None:
        """Take down runs that stand in a span; none of them means nothing."""
        before = len(self.spans)
        for run in runs:
            self.runs.add(run)
            self.spans[before:] = [(start, end)]

    def marks(self) -> tuple[tuple[int, int], ...]:
        """Return the spans in order, those that overlap joined."""
        return tuple(_joined(self.spans))


def _places_of(hint: str, flat: str) -> Iterator[int]:
    place = flat.find(hint)
    while place >= 0:
        yield place
        place = flat.find(hint, place + len(hint))


def _window(text: str, start: int) -> str:
    """Return the stretch of a text that begins at a place, on one line; an ellipsis stands where it is cut."""
    end = _between_words(text, start + LENGTH)
    stretch = text[start:end].strip().replace("\n", " ")
    return f"{'…' if text[:start].strip() else ''}{stretch}{'…' if text[end:].strip() else ''}"


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
