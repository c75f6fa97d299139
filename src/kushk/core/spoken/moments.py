"""Dates and times of day as they are read out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from kushk.core.languages import base
from kushk.core.spoken import icu
from kushk.core.spoken.form import LETTERS, Part, Spoken, rewritten
from kushk.core.spoken.tables.moments import (
    CLOCK_WORDS,
    DAY_WORDS,
    MONTH_FIRST_TAGS,
    MONTHS,
    NOUGHT,
    TIMES,
    UNSURE,
    YEAR_DIGITS,
)
from kushk.core.spoken.tables.words import KNOWN

_DATE = re.compile(
    r"(?<![0-9A-Za-z./-])(?:(?P<y>[0-9]{4})(?P<s>[-/])(?P<m>[0-9]{1,2})(?P=s)(?P<d>[0-9]{1,2})"
    r"|(?P<a>[0-9]{1,2})(?P<t>[./-])(?P<b>[0-9]{1,2})(?P=t)(?P<year>[0-9]{4}))(?![0-9A-Za-z/-]|\.[0-9])"
)
_MONTHS = 12


def moments_said(form: Spoken, language: str) -> Spoken:
    """Return a form with dates in words and times of day with theirs."""
    if base(language) not in KNOWN:
        return form
    form = rewritten(form, _DATE, lambda match: _date(match, language))
    form = rewritten(form, _clock(base(language)), lambda match: _time(match, base(language)))
    months = _months(base(language))
    return rewritten(form, months[0], lambda match: _month(match, months[1])) if months[1] else form


def _date(match: re.Match[str], language: str) -> Sequence[Part] | None:
    if match["y"]:
        year, month, day = int(match["y"]), int(match["m"]), int(match["d"])
    else:
        year, first, second = int(match["year"]), int(match["a"]), int(match["b"])
        if language in UNSURE and first <= _MONTHS and second <= _MONTHS and first != second:
            return None
        by_month = second > _MONTHS or (language in MONTH_FIRST_TAGS and first <= _MONTHS)
        day, month = (second, first) if by_month else (first, second)
    said = icu.day(language, year, month, day, DAY_WORDS.get(language, DAY_WORDS.get(base(language), "long")))
    return [(said, match.start(), match.end())] if said else None


@lru_cache(maxsize=64)
def _clock(tongue: str) -> re.Pattern[str]:
    after = CLOCK_WORDS.get(tongue, "")
    colon = r"(?P<h>[01]?[0-9]|2[0-4]):(?P<m>[0-5][0-9])"
    letter = (
        r"(?P<h2>[01]?[0-9]|2[0-4])\s?h(?:\s?(?P<m2>[0-5][0-9]))?"
        if tongue in {"fr", "pt"}
        else r"(?P<h2>(?!))(?P<m2>)"
    )
    point = r"(?P<h3>[01]?[0-9]|2[0-4])\.(?P<m3>[0-5][0-9])(?=\s?Uhr\b)" if tongue == "de" else r"(?P<h3>(?!))(?P<m3>)"
    return re.compile(
        rf"(?<![0-9:.,\w])(?:{point}|{letter}|{colon})(?![0-9\w]|[:.,][0-9])(?P<after>{after})"
        if not after
        else rf"(?<![0-9:.,\w])(?:{point}|{letter}|{colon})(?![0-9:]|[.,][0-9])(?P<after>{after})?(?!\w)"
    )


def _time(match: re.Match[str], tongue: str) -> Sequence[Part] | None:
    if tongue not in TIMES:
        return None
    hour = match["h"] or match["h2"] or match["h3"]
    minutes = int(match["m"] or match["m2"] or match["m3"] or 0)
    nought = NOUGHT.get(tongue, "") if minutes < 10 else ""  # noqa: PLR2004 - one digit
    pattern = TIMES[tongue][minutes > 0].replace("@", f"{nought}{minutes}")
    return [(pattern.replace("#", str(int(hour))), match.start(), match.end())]


@lru_cache(maxsize=64)
def _months(tongue: str) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return a pattern for shortened months beside a number, and the whole word of each."""
    names: dict[str, str] = {}
    for month in range(1, _MONTHS + 1):
        short, whole = (icu.day(tongue or "en", 2026, month, 1, pattern) for pattern in ("MMM", "MMMM"))
        if len(short) + 1 < len(whole) and len(short.strip(".")) > 2 and not short[0].isdigit():  # noqa: PLR2004 - no single letters
            names[short.rstrip(".").casefold()] = whole
    names |= MONTHS.get(tongue, {})
    any_of = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"
    before = r"(?<=[0-9] )|(?<=[0-9]\. )|(?<=[0-9] de )|(?<=[0-9](?:st|nd|rd|th) )"
    name = rf"{any_of})(?![{LETTERS}])\.?"
    pattern = rf"(?<![{LETTERS}])(?:(?:{before})(?P<after>{name}|(?P<before>{name}(?=\s[0-9]))"
    return re.compile(pattern, re.IGNORECASE), names


def _month(match: re.Match[str], names: dict[str, str]) -> Sequence[Part] | None:
    whole = names.get((match["after"] or match["before"]).casefold())
    return [(whole, match.start(), match.end())] if whole else None


def years_said(form: Spoken, language: str) -> Spoken:
    """Return a form with years digit by digit where a language reads them so."""
    if base(language) not in YEAR_DIGITS:
        return form
    pattern, digits = YEAR_DIGITS[base(language)]
    return rewritten(form, pattern, lambda match: [(match.group().translate(digits), match.start(), match.end())])
