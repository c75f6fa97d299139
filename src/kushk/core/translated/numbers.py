"""Numbers compared as values: 1,234.5 is 1.234,5 is ١٬٢٣٤٫٥ is 1 234,5; "3 million" is 300万 is 30 लाख."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from unicodedata import normalize

from kushk.core.languages import base
from kushk.core.spoken.figures import DIGITS
from kushk.core.spoken.icu import formatted
from kushk.core.translated.scales import Scales, scales_of

SMALL = 12
"""Numbers up to this may be written as words, in any form that grammar asks for; none of them is missed."""

_SPACES = "\u00a0\u2009\u202f "
_MARKS = {ord("٫"): ".", ord("٬"): ",", ord("،"): ",", ord("．"): ".", ord("，"): ",", ord("："): ":", ord("’"): "'"}
_FRACTIONS = {ord("½"): ".5", ord("¼"): ".25", ord("¾"): ".75"}
_PLAIN = {**DIGITS, **_MARKS}
_RUN = re.compile(rf"[0-9]+(?:(?:[.,:']|[{_SPACES}](?=[0-9]{{3}}(?![0-9]))(?<=[0-9].))[0-9]+)*")
_SEPARATED = re.compile(r"[^0-9]")
_LONGEST = 24
"""Digits of a number. What is longer is a code and compared as it stands, in parts of this length."""

_MINUTES = 60
_GROUP = 3


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as it stands in a text and what it may mean."""

    shown: str
    plain: frozenset[Decimal]
    """Its value without the word that multiplies it; more than one where "1,234" may be either."""
    scaled: frozenset[Decimal] = frozenset()
    """Its value with that word; empty where there is none."""
    doubtful: bool = False
    """The word may mean something else: "5 m"."""
    parts: tuple[Decimal, ...] = ()
    """The numbers between its marks, where it may be a time, a date, a telephone number, a list."""

    @property
    def values(self) -> frozenset[Decimal]:
        """Return everything that it may mean as one number."""
        return (self.plain if self.doubtful or not self.scaled else frozenset()) | self.scaled


def figures(text: str, language: str) -> tuple[Figure, ...]:
    """Return the numbers that a text writes in digits of any script, in order; ``language`` is a BCP 47 tag."""
    flat = normalize("NFC", text).translate(_PLAIN).casefold()
    flat = re.sub("(?<=[0-9])[½¼¾]", lambda found: found[0].translate(_FRACTIONS), flat)
    scales = scales_of(language)
    found: list[tuple[Figure, int, int]] = []
    for run in _RUN.finditer(flat):
        found.extend(_pieces(flat, run, scales))
    return tuple(_added(found, scales))


def _pieces(flat: str, run: re.Match[str], scales: Scales) -> Iterator[tuple[Figure, int, int]]:
    scale = scales.behind(flat, run.end()) or scales.ahead(flat, run.start())
    plain, parts = _read(run[0])
    scaled = frozenset(value * scale.factor for value in plain) if scale else frozenset()
    doubtful = scale is not None and scale.doubtful
    yield Figure(run[0], plain, scaled, doubtful, parts), run.start(), max(run.end(), scale.end if scale else 0)


def _added(found: Sequence[tuple[Figure, int, int]], scales: Scales) -> Iterator[Figure]:
    """Join what adds up, as 1億2000万 and 2万5000 do."""
    waiting: tuple[Figure, int, int] | None = None
    for figure, start, end in found:
        if waiting and scales.inherits and _adds(waiting, figure, start):
            total = frozenset(a + b for a in waiting[0].scaled for b in figure.scaled or figure.plain)
            waiting = (Figure(waiting[0].shown + "+" + figure.shown, total, total), waiting[1], end)
            continue
        if waiting:
            yield waiting[0]
        waiting = (figure, start, end)
    if waiting:
        yield waiting[0]


def _adds(before: tuple[Figure, int, int], figure: Figure, start: int) -> bool:
    return bool(before[0].scaled) and start - before[2] <= 1 and max(figure.values) < min(before[0].scaled)


def _read(run: str) -> tuple[frozenset[Decimal], tuple[Decimal, ...]]:
    """Return what a run of digits and marks may mean as one number, and as several."""
    groups = [group[:_LONGEST] for group in _SEPARATED.split(run)]
    marks = _SEPARATED.findall(run)
    numbers = tuple(Decimal(group) for group in groups)
    if not marks:
        return frozenset(numbers), ()
    readings = set()
    if _grouped(groups, marks):
        readings.add(Decimal("".join(groups)[:_LONGEST]))
    if marks[-1] in ".," and (len(marks) == 1 or (marks[-1] not in marks[:-1] and _grouped(groups[:-1], marks[:-1]))):
        readings.add(Decimal("".join(groups[:-1])[:_LONGEST] + "." + groups[-1]))
    several = not readings or _may_be_several(groups, marks)
    return frozenset(readings), numbers if several else ()


def _grouped(groups: Sequence[str], marks: Sequence[str]) -> bool:
    """Say whether groups of digits are one number with a mark between its thousands, or its lakhs."""
    if len(set(marks)) != 1 or marks[0] == ":" or groups[0].startswith("0"):
        return False
    thousands = len(groups[0]) <= _GROUP and all(len(group) == _GROUP for group in groups[1:])
    lakhs = (
        marks[0] == ","
        and len(groups[0]) < _GROUP == len(groups[-1])
        and all(len(group) == _GROUP - 1 for group in groups[1:-1])
    )
    return thousands or lakhs


def _may_be_several(groups: Sequence[str], marks: Sequence[str]) -> bool:
    if " " in marks:
        return True
    time = len(groups) == len("hm") == len(groups[1]) and int(groups[1]) < _MINUTES and len(groups[0]) < _GROUP
    return time or (len(groups[0]) > _GROUP and len(groups[-1]) != _GROUP)


@dataclass(frozen=True, slots=True)
class Difference:
    """How the numbers of a translation differ from those of its original."""

    missing: tuple[str, ...]
    """Numbers of the original that are not in the translation, nor in words."""
    added: tuple[str, ...]
    """Numbers of the translation that are not in the original, nor in words."""
    changed: tuple[str, ...]
    """Small numbers of the original that are missing where others were added."""


def compared(source: str, target: str, pair: tuple[str, str]) -> Difference:
    """Return how the numbers of two texts in the two languages of a pair differ."""
    theirs, ours = figures(source, pair[0]), figures(target, pair[1])
    if not theirs and not ours:
        return Difference((), (), ())
    there, back = _Held(ours, target, pair[1]), _Held(theirs, source, pair[0])
    missing = [figure for figure in theirs if not there.holds(figure)]
    added = tuple(figure.shown for figure in ours if not back.holds(figure))
    small = tuple(figure.shown for figure in missing if _small(figure))
    return Difference(
        tuple(figure.shown for figure in missing if not _small(figure)),
        added,
        small if len(added) >= len(small) else (),
    )


def _small(figure: Figure) -> bool:
    return not figure.scaled and all(value <= SMALL for value in figure.plain or figure.parts)


class _Held:
    """The numbers of one text, asked about those of the other."""

    def __init__(self, held: Sequence[Figure], text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.values = frozenset(value for figure in held for value in (*figure.values, *figure.parts))
        self.plain = frozenset(value for figure in held for value in (*figure.plain, *figure.parts))
        self.unscaled = frozenset(value for figure in held if not figure.scaled for value in figure.plain)

    def holds(self, figure: Figure) -> bool:
        """Say whether a number of the other text is in this one, in digits or in words."""
        if figure.values & self.values or (figure.scaled and figure.plain & self.unscaled):
            return True
        if not figure.scaled and figure.plain & self.plain - self.unscaled:
            return True
        if figure.parts and all(value <= SMALL or self._has(value) for value in figure.parts):
            return True
        return any(self._has(value) for value in figure.values)

    def _has(self, value: Decimal) -> bool:
        if value in self.values or not self.values.isdisjoint(_otherwise(value, self.language)):
            return True
        if value != value.to_integral_value():
            return False
        return any(_in_words(number, self.text, self.language) for number in (value, *_short_years(value)))


_YEARS = range(1500, 2200)
_BUDDHIST, _SOLAR = 543, (621, 622)
_CENTURY = 100
_NOON = 12


def _otherwise(value: Decimal, language: str) -> Iterator[Decimal]:
    """Yield what else a number may be written as: a short year, a year of another calendar, an hour."""
    yield from _short_years(value)
    if value < _CENTURY and value == int(value):
        yield from (century * _CENTURY + value for century in (18, 19, 20))
    if _NOON < value < 2 * _NOON:
        yield value - _NOON
    if value in _YEARS:
        yield from {"th": [value + _BUDDHIST], "fa": [value - gap for gap in _SOLAR]}.get(base(language), [])
    if value - _BUDDHIST in _YEARS:
        yield value - _BUDDHIST
    yield from (value + gap for gap in _SOLAR if value in range(1200, 1600))


def _short_years(value: Decimal) -> tuple[Decimal, ...]:
    return (value % _CENTURY,) if value in _YEARS and value % _CENTURY else ()


_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_MOST_ROMAN = 39
_HIDDEN = re.compile("[\u00ad\u200b-\u200f]")
_MOST_WORDS = Decimal(10) ** 12


def _in_words(value: Decimal, text: str, language: str) -> bool:
    if value <= _MOST_ROMAN and re.search(rf"(?<![^\W\d_]){_roman(int(value))}(?![A-Z])", text):
        return True
    pattern = _spelled(value, base(language) or "en") if value < _MOST_WORDS else None
    return pattern is not None and bool(pattern.search(_HIDDEN.sub("", text).casefold()))


def _roman(value: int) -> str:
    written = ""
    for worth, letters in _ROMAN:
        written += letters * (value // worth)
        value %= worth
    return written


_FEWEST = 4
"""Letters of a number's word from which its last ones may be others, as grammar asks."""


@lru_cache(maxsize=1024)
def _spelled(value: Decimal, tongue: str) -> re.Pattern[str] | None:
    """Return a pattern for a number in words: any endings, and "and" or the like between them."""
    said = _HIDDEN.sub("", formatted("{n, spellout}", tongue, value)).casefold()
    words = [word for word in re.split(r"[\W_]+", said) if word]
    round_number = len(str(int(value)).rstrip("0")) == 1 and str(value).startswith("1")
    if round_number and len(words) > 1:
        words = words[1:] if tongue != "sw" else words[:-1]
    stems = [re.escape(word if len(word) <= _FEWEST else word[: max(_FEWEST, len(word) - 2)]) for word in words]
    return re.compile(r"\w{0,4}\W{0,3}(?:\w{1,3}\W{1,3})?".join(stems)) if stems else None
