# ruff: noqa: PLR2004 - the numbers of hours, days, months and digits explain themselves
"""Dates in numbers alone, and with the signs for year, month and day of East Asia and Vietnam."""

from __future__ import annotations

import re
from collections.abc import Callable

from kushk.sources.formats.dates.calendars import from_calendar
from kushk.sources.formats.dates.machine import full_year
from kushk.sources.formats.dates.moment import Moment

Span = tuple[Moment, int, int]

_TRIPLE = re.compile(
    r"(?<![\d:/])(?<!\d[.,-])(\d{1,4})\s{0,2}([./-])\s{0,2}(\d{1,2})\s{0,2}\2\s{0,2}(\d{4}|\d{1,2})(?![\d%])(?!\2\d)"
)
_PAIR = re.compile(r"(?<![\d:./,-])(?:(\d{4})[/.-](\d{1,2})|(\d{1,2})[/.-](\d{4}))(?![\d/-])(?!\.\d)")
_SIGNS = re.compile(
    r"(?P<era>令和|平成|昭和|大正|明治|民國|民国|(?<![a-z])[rhst](?=\s?\d{1,2}\s?[年./]))?\s?"
    r"(?<!\d)(?P<year>\d{2,4}|\d|元)\s?[年년]\s?(?:(?P<month>\d{1,2})\s?[月월](?:\s?(?P<day>\d{1,2})\s?[日일號号])?)?"
)
_YEARLESS_SIGNS = re.compile(r"(?<![\d年])(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일號号]")
_VIETNAMESE = re.compile(
    r"(?:ngay\s)?(?<!\d)(\d{1,2})[\s,]{1,2}(?:thang|thg)\s?(\d{1,2})(?:[\s,/-]{1,3}(?:nam\s)?(\d{4}))?(?!\d)"
)
_VIETNAMESE_MONTH = re.compile(r"(?:thang|thg)\s?(\d{1,2})(?:[\s,/-]{1,3}(?:nam\s)?(\d{4}))(?!\d)")
_MONGOLIAN = re.compile(r"(\d{4})\s?оны?\s(\d{1,2})\s?(?:-?р|дугаар|дүгээр)?\s?сарын\s(\d{1,2})")
_ERAS = {
    "令和": 2018, "平成": 1988, "昭和": 1925, "大正": 1911, "明治": 1867, "民國": 1911, "民国": 1911,
    "r": 2018, "h": 1988, "s": 1925, "t": 1911,
}  # fmt: skip
"""The year before the first one of each era."""

_HAN = {"〇": 0, "○": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_HAN_DATE = re.compile(
    r"[〇○零一二三四五六七八九]{4}年(?:[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}[日号號])?)?"
)
_HAN_NUMBER = re.compile(r"[〇○零一二三四五六七八九十]+")
_MONTH_FIRST = frozenset({"en", "en-US", "en-PH", "en-PR", "en-GU", "en-VI", "fil", "tl", "es-US", "es-PR"})
_YEAR_FIRST = frozenset({"ja", "zh", "ko", "hu", "mn", "lt", "fa"})
_PERSIAN_DIGITS_LANGUAGES = frozenset({"fa", "ps", "uz-AF", "haz"})


def find_numeric(text: str, language: str) -> Span | None:
    """Return the first date of a folded text that is written without a month's name, and its span."""
    finders: tuple[Callable[[str, str], Span | None], ...] = (_signs, _triple, _vietnamese, _mongolian, _han, _pair)
    found = [span for finder in finders if (span := finder(text, language))]
    return min(found, key=lambda span: (not span[0].year, not span[0].day, span[1])) if found else None


def _signs(text: str, _language: str) -> Span | None:
    for match in _SIGNS.finditer(text):
        year = 1 if match["year"] == "元" else int(match["year"])
        if match["era"]:
            year += _ERAS[match["era"]]
        elif len(match["year"]) == 2:
            year += 2000
        moment = Moment(year, int(match["month"] or 0), int(match["day"] or 0))
        if moment.valid and moment.month:
            return moment, *match.span()
    yearless = _YEARLESS_SIGNS.search(text)
    if yearless and Moment(2024, int(yearless["month"]), int(yearless["day"])).valid:
        return Moment(0, int(yearless["month"]), int(yearless["day"])), *yearless.span()
    return None


def _triple(text: str, language: str) -> Span | None:
    for match in _TRIPLE.finditer(text):
        moment = _ordered(match[1], match[3], match[4], match[2], language)
        if moment is not None and moment.valid:
            return moment, *match.span()
    return None


def _ordered(first: str, second: str, third: str, sign: str, language: str) -> Moment | None:
    if len(first) == 4:
        year, month, day = int(first), int(second), int(third)
        return _in_calendar(year, day, month, language) if month > 12 else _in_calendar(year, month, day, language)
    if len(first) == 3 or (len(third) == 1 and len(first) != 4):
        return None
    base = language.split("-", maxsplit=1)[0]
    if len(third) == 2 and base in _YEAR_FIRST and len(first) == 2:
        return _in_calendar(full_year(int(first), 2), int(second), int(third), language)
    year = full_year(int(third), len(third))
    day, month = int(first), int(second)
    american = language in _MONTH_FIRST and sign != "."
    if month > 12 or (american and day <= 12):
        day, month = month, day
    if len(third) == 2 and not Moment(year, month, day).valid and len(first) == 2:
        return Moment(full_year(int(first), 2), int(second), int(third))
    return _in_calendar(year, month, day, language)


def _in_calendar(year: int, month: int, day: int, language: str) -> Moment | None:
    base = language.split("-", maxsplit=1)[0]
    if 1300 <= year < 1500:
        if base in _PERSIAN_DIGITS_LANGUAGES or (year < 1420 and base not in {"ar", "ur"}):
            return from_calendar("persian", year, month, day)
        return from_calendar("islamic-umalqura", year, month, day)
    if 2400 <= year <= 2643:
        return Moment(year - 543, month, day)
    return None if base == "ne" and year > 2040 else Moment(year, month, day)


def _pair(text: str, language: str) -> Span | None:
    """A month and a year in numbers stand alone: inside other text they are a fraction or a range."""
    match = _PAIR.fullmatch(text.strip())
    if not match:
        return None
    year, month = int(match[1] or match[4]), int(match[2] or match[3])
    moment = _in_calendar(year, month, 0, language)
    start = len(text) - len(text.lstrip())
    return (moment, start, start + match.end()) if moment is not None and moment.valid and month else None


def _vietnamese(text: str, _language: str) -> Span | None:
    match = _VIETNAMESE.search(text)
    if match:
        moment = Moment(int(match[3] or 0), int(match[2]), int(match[1]))
        if (moment if match[3] else Moment(2024, moment.month, moment.day)).valid:
            return moment, *match.span()
    match = _VIETNAMESE_MONTH.search(text)
    if match and Moment(int(match[2]), int(match[1])).valid:
        return Moment(int(match[2]), int(match[1])), *match.span()
    return None


def _mongolian(text: str, _language: str) -> Span | None:
    match = _MONGOLIAN.search(text)
    moment = Moment(int(match[1]), int(match[2]), int(match[3])) if match else None
    return (moment, *match.span()) if match and moment is not None and moment.valid else None


def _han(text: str, _language: str) -> Span | None:
    match = _HAN_DATE.search(text)
    if not match:
        return None
    year, *rest = _HAN_NUMBER.findall(match[0])
    month, day = (*map(_han_number, rest), 0, 0)[:2]
    moment = Moment(int("".join(str(_HAN[sign]) for sign in year)), month, day)
    return (moment, *match.span()) if moment.valid else None


def _han_number(signs: str) -> int:
    tens, ten, ones = signs.rpartition("十")
    if not ten:
        return int("".join(str(_HAN[sign]) for sign in signs))
    return (_HAN[tens] if tens else 1) * 10 + (_HAN[ones] if ones else 0)
