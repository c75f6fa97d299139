# ruff: noqa: PLR2004 - the numbers of hours, days, months and digits explain themselves
"""Dates in running text: a month's name with numbers beside it, three numbers, or the signs 年月日."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kushk.sources.formats.dates.calendars import from_calendar
from kushk.sources.formats.dates.machine import full_year
from kushk.sources.formats.dates.moment import Moment
from kushk.sources.formats.dates.months import Month, key, month_names, weekday_names
from kushk.sources.formats.dates.numbers import find_numeric
from kushk.sources.formats.dates.words import CONNECTING

_TOKEN = re.compile(r"(\d+)|([^\s\d.,:;/|·•()\[\]\"'“”«»+&!?@#<>=*-]+(?:\.[^\W\d_]+)*)|(\S)")
_BETWEEN = frozenset(".,/-'()")
_ORDINAL = 3
"""Letters, at most, of an ending that makes a number an ordinal: 3rd, 1er, 3-го."""
_REACH = 6
_LONGEST_NAME = 3


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a word or a sign of the folded text."""

    kind: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Dated:
    """A date of a text, with the half-open span that it takes. ``moment.year`` is 0 where the text has no year."""

    moment: Moment
    start: int
    end: int


def find_human(text: str, language: str) -> Dated | None:
    """Return the first date of a folded text: Gregorian before other calendars, with a year before without one."""
    best: Dated | None = None
    for found in _dates(text, language):
        if found.moment.year:
            return found
        best = best or found
    return best


def _dates(text: str, language: str) -> Iterator[Dated]:
    numeric = find_numeric(text, language)
    named = sorted(_named(text, language), key=lambda found: (found[0], found[1].start))
    gregorian = [found for foreign, found in named if not foreign and found.moment.year]
    if numeric is not None:
        yield from (found for found in gregorian if found.end <= numeric[1])
        yield Dated(*numeric)
    yield from gregorian
    yield from (found for _, found in named)


def _named(text: str, language: str) -> Iterator[tuple[bool, Dated]]:
    """Yield the dates around names of months, each with whether its calendar is another than the Gregorian."""
    if not any(character.isdigit() for character in text):
        return
    tokens = [
        Token("n" if match[1] else "w" if match[2] else "p", match[0], *match.span()) for match in _TOKEN.finditer(text)
    ]
    at = 0
    while at < len(tokens):
        months, width = _month_at(tokens, at)
        for month in _preferred(months, language):
            found = _around(tokens, at, at + width, month, language)
            if found:
                yield month.calendar != "gregorian", found
                break
        at += width


def _month_at(tokens: list[Token], at: int) -> tuple[tuple[Month, ...], int]:
    """Return the months that the longest name at a token may mean, and how many tokens the name takes."""
    if tokens[at].kind != "w":
        return (), 1
    names = month_names()
    for width in range(min(_LONGEST_NAME, len(tokens) - at), 0, -1):
        if all(token.kind == "w" for token in tokens[at : at + width]):
            found = names.get(key(" ".join(token.text for token in tokens[at : at + width])))
            if found:
                return found, width
    return (), 1


def _preferred(months: tuple[Month, ...], language: str) -> list[Month]:
    """Sort what a name may mean: the text's own language first, then the order of trust; one month a calendar."""
    own = language.split("-", maxsplit=1)[0]
    first: dict[str, Month] = {}
    for month in sorted(months, key=lambda month: month.language != own):
        first.setdefault(month.calendar, month)
    return list(first.values())


def _around(tokens: list[Token], start: int, end: int, month: Month, language: str) -> Dated | None:
    left = _numbers(tokens, start - 1, -1)
    right = _numbers(tokens, end, 1)
    parts = _day_and_year(tokens, left, right)
    if parts is None:
        return None
    day, year = parts
    moment = _moment(month, tokens[day].text if day >= 0 else "", tokens[year].text if year >= 0 else "", language)
    if moment is None:
        return None
    used = [at for at in (day, year, start, end - 1) if at >= 0]
    return Dated(moment, tokens[min(used)].start, tokens[max(used)].end)


def _numbers(tokens: list[Token], at: int, step: int) -> list[int]:
    """Return the places of up to two numbers that only small words and signs part from the month's name."""
    found: list[int] = []
    for _ in range(_REACH):
        if not 0 <= at < len(tokens):
            break
        token = tokens[at]
        if token.kind == "n":
            if _of_clock(tokens, at) or len(token.text) > 4:
                break
            found.append(at)
            if len(found) == 2:
                break
        elif not _passes(tokens, at):
            break
        at += step
    return found


def _of_clock(tokens: list[Token], at: int) -> bool:
    """Whether a number is part of a time of day: a colon with digits touches it."""
    after = at + 2 < len(tokens) and tokens[at + 1].text == ":" and tokens[at + 2].kind == "n"
    before = at >= 2 and tokens[at - 1].text == ":" and tokens[at - 2].kind == "n"
    return after or before


def _passes(tokens: list[Token], at: int) -> bool:
    token = tokens[at]
    if token.kind == "p":
        return token.text in _BETWEEN or (token.text == ":" and _joins_ordinal(tokens, at))
    said = key(token.text)
    if said in CONNECTING or said in weekday_names():
        return True
    before = tokens[at - 1] if at else None
    joined = before is not None and before.end == token.start and before.text in {*"-:'", *"0123456789"}
    touching = before is not None and before.kind == "n" and before.end == token.start
    return (joined or touching) and len(token.text) <= _ORDINAL and said not in month_names()


def _joins_ordinal(tokens: list[Token], at: int) -> bool:
    """Whether a colon stands inside a Swedish ordinal: 3:e."""
    return 0 < at < len(tokens) - 1 and tokens[at - 1].kind == "n" and tokens[at + 1].text in {"e", "a"}


def _day_and_year(tokens: list[Token], left: list[int], right: list[int]) -> tuple[int, int] | None:
    """Tell which numbers around a month are its day and its year; -1 for what is not there."""

    def is_day(at: int) -> bool:
        return len(tokens[at].text) <= 2 and 1 <= int(tokens[at].text) <= 31

    def is_year(at: int) -> bool:
        return len(tokens[at].text) == 4

    def is_short_year(at: int) -> bool:
        return len(tokens[at].text) == 2

    if len(right) == 2 and is_day(right[0]) and is_year(right[1]):
        return right[0], right[1]
    if left and is_day(left[0]):
        years = [at for at in right[:1] + left[1:] if is_year(at)]
        years += [at for at in right[:1] if is_short_year(at)]
        return left[0], years[0] if years else -1
    if left and is_year(left[0]):
        return (right[0] if right and is_day(right[0]) else -1), left[0]
    if right and is_year(right[0]):
        return -1, right[0]
    if right and is_day(right[0]):
        return right[0], right[1] if len(right) == 2 and is_short_year(right[1]) else -1
    return None


_BUDDHIST = ("th", "lo", "km")


def _moment(month: Month, day: str, year: str, language: str) -> Moment | None:
    number = int(year or 0)
    if month.calendar != "gregorian":
        return _foreign(month, number, int(day or 0)) if len(year) == 4 else None
    thai = month.language in _BUDDHIST
    if len(year) == 2:
        number = 2500 + number if thai else full_year(number, 2)
    if 2400 <= number <= 2643 and (thai or language.startswith(_BUDDHIST)):
        number -= 543
    moment = Moment(number, month.number, int(day or 0))
    yearless = Moment(2024, month.number, int(day or 0))
    fits = moment.valid and number >= 1500 if year else yearless.valid
    return moment if fits else None


def _foreign(month: Month, year: int, day: int) -> Moment | None:
    return from_calendar(month.calendar, year, month.number, day)


def with_year(moment: Moment, today: date) -> Moment:
    """Return a date without a year in the year that puts it last before (or at most a week after) ``today``."""
    if moment.year:
        return moment
    for year in range(today.year + 1, today.year - 9, -1):
        found = Moment(year, moment.month, moment.day, moment.clock)
        if found.valid and (date(year, moment.month, moment.day or 1) - today).days <= 7:
            return found
    return moment
