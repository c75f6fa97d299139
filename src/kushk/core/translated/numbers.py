"""Numbers compared as values: 1,234.5 is 1.234,5 is ١٬٢٣٤٫٥ is 1 234,5; "3 million" is 300万 is 30 लाख."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from unicodedata import normalize

from kushk.core.languages import base
from kushk.core.spoken.figures import DIGITS
from kushk.core.translated.form import Pair
from kushk.core.translated.measures import equivalents, is_near
from kushk.core.translated.scales import Scales, scales_of
from kushk.core.translated.worded import Wording

SMALL = 12
"""Numbers up to this may be written as words, in any form that grammar asks for; none of them is missed."""

_SPACES = "\u00a0\u2009\u202f "
_MARKS = {ord("٫"): ".", ord("٬"): ",", ord("،"): ",", ord("．"): ".", ord("，"): ",", ord("："): ":", ord("’"): "'"}
_FRACTIONS = {ord("½"): ".5", ord("¼"): ".25", ord("¾"): ".75"}
_PLAIN = {**DIGITS, **_MARKS}
_RUN = re.compile(rf"[0-9]+(?:(?:[.,:']|[{_SPACES}](?=[0-9]{{3}}(?![0-9]))(?<=[0-9].))[0-9]+)*")
_DIGIT = re.compile(r"\d")
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
    short: bool = False
    """It may be a year without its century: 2017-18, '98."""
    parts: tuple[Decimal, ...] = ()
    """The numbers between its marks, where it may be a time, a date, a telephone number, a list."""

    @property
    def values(self) -> frozenset[Decimal]:
        """Return everything that it may mean as one number."""
        return (self.plain if self.doubtful or not self.scaled else frozenset()) | self.scaled


def figures(text: str, language: str) -> tuple[Figure, ...]:
    """Return the numbers that a text writes in digits of any script, in order; ``language`` is a BCP 47 tag."""
    if not _DIGIT.search(text):
        return ()
    flat = normalize("NFC", text).translate(_PLAIN).casefold()
    flat = re.sub("(?<=[0-9])[½¼¾]", lambda found: found[0].translate(_FRACTIONS), flat)
    scales = scales_of(language)
    found: list[tuple[Figure, int, int]] = []
    for run in _RUN.finditer(flat):
        found.extend(_pieces(flat, run, scales))
    return tuple(_added(found, scales))


_SHORT_YEAR = re.compile(r"(?:(?<![0-9])[0-9]{4}[-–—/]|['‘])$")


def _pieces(flat: str, run: re.Match[str], scales: Scales) -> Iterator[tuple[Figure, int, int]]:
    scale = scales.behind(flat, run.end()) or scales.ahead(flat, run.start())
    plain, parts = _read(run[0])
    scaled = frozenset(value * scale.factor for value in plain) if scale else frozenset()
    doubtful = scale is not None and scale.doubtful
    short = bool(_SHORT_YEAR.search(flat, max(0, run.start() - 5), run.start())) and len(run[0]) == len("98")
    yield Figure(run[0], plain, scaled, doubtful, short, parts), run.start(), max(run.end(), scale.end if scale else 0)


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
    if " " in marks and not readings:
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
    """Small or repeated numbers of the original that are missing where others were added."""
    converted: tuple[str, ...] = ()
    """Numbers of the original that are missing, but stand there in another unit, or stood there in both."""


def compared(source: str, target: str, pair: Pair) -> Difference:
    """Return how the numbers of two texts in the two languages of a pair differ."""
    theirs, ours = figures(source, pair[0]), figures(target, pair[1])
    if not theirs and not ours:
        return Difference((), (), ())
    there, back = _Held(ours, target, pair[1]), _Held(theirs, source, pair[0])
    missing = [figure for figure in theirs if not there.holds(figure)]
    added = [figure for figure in ours if not back.holds(figure)]
    converted = _converted(missing, (*theirs, *ours), (source, target), pair) if missing else []
    missing = [figure for figure in missing if figure not in converted]
    fewer = [*filter(_small, missing), *(_fewer(theirs, ours) if any(not _small(figure) for figure in added) else ())]
    return Difference(
        tuple(figure.shown for figure in missing if not _small(figure)),
        tuple(figure.shown for figure in added if not _small(figure)),
        tuple(figure.shown for figure in fewer) if len(added) >= len(fewer) else (),
        tuple(figure.shown for figure in converted),
    )


def _converted(missing: Sequence[Figure], others: Sequence[Figure], texts: Pair, pair: Pair) -> list[Figure]:
    """Return the numbers that are not missing: they are there in another unit."""
    values = frozenset(value for figure in others for value in figure.values)
    if base(pair[0]) == "en":
        units = equivalents(texts[0])
        return [figure for figure in missing if any(is_near(there, values) for there in _looked_up(figure, units))]
    if base(pair[1]) != "en":
        return []
    metric = [there for value, converted in equivalents(texts[1]).items() if value in values for there in converted]
    return [figure for figure in missing if any(is_near(value, metric) for value in figure.values)]


def _looked_up(figure: Figure, units: dict[Decimal, tuple[Decimal, ...]]) -> Iterator[Decimal]:
    for value in figure.values:
        yield from units.get(value, ())


def _fewer(theirs: Sequence[Figure], ours: Sequence[Figure]) -> list[Figure]:
    """Return the large numbers that are in the original more often than in the translation, though they are there."""
    here, there = Counter(map(_value, theirs)), Counter(map(_value, ours))
    often = [figure for figure in theirs if here[_value(figure)] > max(1, there[_value(figure)])]
    return [figure for figure in dict.fromkeys(often) if not _small(figure) and there[_value(figure)]]


def _value(figure: Figure) -> frozenset[Decimal]:
    return figure.scaled or figure.plain


def _small(figure: Figure) -> bool:
    return not figure.scaled and all(value <= SMALL for value in figure.plain or figure.parts)


class _Held:
    """The numbers of one text, asked about those of the other."""

    def __init__(self, held: Sequence[Figure], text: str, language: str) -> None:
        self.language = language
        self.text = text
        self.wording = Wording(text, language)
        self.values = frozenset(value for figure in held for value in (*figure.values, *figure.parts))
        self.plain = frozenset(value for figure in held for value in (*figure.plain, *figure.parts))
        self.unscaled = frozenset(value for figure in held if not figure.scaled for value in figure.plain)
        self.short = frozenset(value for figure in held if figure.short for value in figure.plain)

    def holds(self, figure: Figure) -> bool:
        """Say whether a number of the other text is in this one, in digits or in words."""
        if figure.values & self.values or (figure.scaled and figure.plain & self.unscaled):
            return True
        if not figure.scaled and figure.plain & (self.plain - self.unscaled):
            return True
        if figure.parts and all(value <= SMALL or self._has(value, short=figure.short) for value in figure.parts):
            return True
        if figure.parts and ":" in figure.shown and self._has_hour(figure.parts):
            return True
        return any(self._has(value, short=figure.short) for value in figure.values)

    def _has_hour(self, parts: tuple[Decimal, ...]) -> bool:
        """Say whether a time after noon is there as one of twelve hours: 15:00 as "three o'clock"."""
        hour, *minutes = parts
        return _NOON < hour < 2 * _NOON and all(not minute or minute in self.values for minute in minutes)

    def _has(self, value: Decimal, *, short: bool) -> bool:
        if value in self.values or not self.values.isdisjoint(_otherwise(value, self.language, short=short)):
            return True
        if value != value.to_integral_value():
            return False
        if value in _YEARS and value % _CENTURY in self.short:
            return True
        if _NOON < value < 2 * _NOON and value - _NOON in self.values and _AFTERNOON.search(self.text):
            return True
        decade = [value % _CENTURY] if value in _YEARS and value % _CENTURY and not value % 10 else []
        return any(number in self.values or self.wording.has(number) for number in (value, *decade))


_YEARS = range(1500, 2200)
_BUDDHIST, _SOLAR = 543, (621, 622)
_CENTURY = 100
_NOON = 12
_AFTERNOON = re.compile(
    r"(?<![^\W\d_])[Pp]\.? ?[Mm](?![^\W\d_])|下午|晚上|夜|午後|오후|저녁|مساء|عصر|ب\.ظ|بعد از ظهر|شب|शाम|रात|دوپہر|شام"
)


def _otherwise(value: Decimal, language: str, *, short: bool) -> Iterator[Decimal]:
    """Yield what else a number may be written as: a decade or year with its century, a year of another calendar."""
    if value < _CENTURY and (short or not value % 10):
        yield from (century * _CENTURY + value for century in (18, 19, 20))
    if value in _YEARS:
        yield from {"th": [value + _BUDDHIST], "fa": [value - gap for gap in _SOLAR]}.get(base(language), [])
    if value - _BUDDHIST in _YEARS:
        yield value - _BUDDHIST
    yield from (value + gap for gap in _SOLAR if value in range(1200, 1600))
