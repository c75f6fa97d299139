"""Numbers, units, shares, lists and relative times as a reader of one locale writes them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache

from kushk.base.locale import byhand
from kushk.base.locale.cldr import cldr
from kushk.base.locale.dates import date
from kushk.base.locale.icu import formatted
from kushk.base.locale.tables import language_of, pinned

_UNIT_WIDTHS = {"long": "unit-width-full-name", "short": "unit-width-short"}

_MINUTE, _HOUR, _DAY = 60, 3600, 86400
_KILO = 1000
_STORAGE = (("kilobyte", _KILO), ("megabyte", _KILO**2), ("gigabyte", _KILO**3))


def number(value: float, locale: str) -> str:
    """Return the number with the locale's digits, grouping and decimal sign."""
    return formatted("{n, number}", pinned(locale), {"n": value})


def compact(value: float, locale: str) -> str:
    """Return a large number in short form: 1.2M, 12 लाख, 1.2 مليون."""
    return formatted("{n, number, ::compact-short}", pinned(locale), {"n": value})


def percent(value: float, locale: str, decimals: int = 0) -> str:
    """Return a share as a percentage with at most so many decimals: 0.5 is "50%", "50 %", "۵۰٪"."""
    precision = f".{'#' * decimals}" if decimals else "precision-integer"
    return formatted(f"{{n, number, ::percent scale/100 {precision}}}", pinned(locale), {"n": value})


def money(amount: int, currency: str, locale: str) -> str:
    """Return a sum as the locale writes it.

    Args:
        amount: in the currency's smallest unit, as payment engines count it: 100 cents, 1000 fils, 1 yen.
        currency: ISO 4217 code.
        locale: language tag.
    """
    digits = 0 if currency in _WHOLE else 3 if currency in _THOUSANDTHS else 2
    exact = f" .{'0' * digits}" if amount % 10**digits else ""  # some are usually written without their parts
    value = amount / 10**digits
    return formatted(f"{{amount, number, ::currency/{currency}{exact}}}", pinned(locale), {"amount": value})


_WHOLE = frozenset("BIF CLP DJF GNF JPY KMF KRW MGA PYG RWF VND VUV XAF XOF XPF".split())
_THOUSANDTHS = frozenset("BHD IQD JOD KWD LYD OMR TND".split())
"""How many of a currency's smallest unit make one, where it is not a hundred (ISO 4217, and
https://docs.stripe.com/currencies where Stripe counts otherwise)."""


def bytes_shown(count: int, locale: str) -> str:
    """Return an amount of storage: "3.2 MB", "3,2 Mo", "3.2 ميغابايت". Less than a kilobyte counts as one.

    Args:
        count: bytes; a kilobyte is 1000 of them, as on the labels of storage.
        locale: language tag of the reader.
    """
    unit, size = next((each for each in _STORAGE if count < each[1] * _KILO), _STORAGE[-1])
    language = language_of(locale)
    width = "long" if language in byhand.BYTES_IN_FULL else "short"
    pattern = byhand.BYTES.get((language, unit)) or _measured(f"digital-{unit}", width, " .#")
    return formatted(pattern, pinned(locale), {"n": (count and max(count, _KILO)) / size})


def minutes(count: int, locale: str, width: str = "long") -> str:
    """Return a count of minutes as CLDR words it, in the plural form that the count takes.

    Args:
        count: whole minutes.
        locale: language tag of the reader.
        width: ``long`` ("8 minutes", for the ear) or ``short`` ("8 min", for the eye).
    """
    width = _width(locale, width)
    pattern = byhand.MINUTES.get((language_of(locale), width)) or _measured("duration-minute", width)
    return formatted(pattern, pinned(locale), {"n": count})


def duration(count: int, locale: str, width: str = "long") -> str:
    """Return a count of minutes in hours and minutes from an hour on: "8 minutes", "1 hour, 5 minutes".

    Args:
        count: whole minutes.
        locale: language tag of the reader.
        width: ``long`` for the ear or ``short`` for the eye.
    """
    hours, rest = divmod(count, 60)
    if not hours:
        return minutes(count, locale, width)
    width = _width(locale, width)
    pattern = byhand.HOURS.get((language_of(locale), width)) or _measured("duration-hour", width)
    shown = formatted(pattern, pinned(locale), {"n": hours})
    return _joined(_pair(locale, width), shown, minutes(rest, locale, width)) if rest else shown


def relative(value: datetime, now: datetime, locale: str) -> str:
    """Return how long ago a moment was when that is less than a day, else its short date."""
    seconds = int((now - value).total_seconds())
    if not 0 <= seconds < _DAY:
        return date(value, locale, "short")
    unit, size = ("hour", _HOUR) if seconds >= _HOUR else ("minute", _MINUTE)
    return formatted(_ago(locale, unit), pinned(locale), {"n": max(1, seconds // size)})


def listing(items: Sequence[str], locale: str) -> str:
    """Return the items joined as the locale joins them: "a, b and c", "أ وب وج", "a、b和c"."""
    patterns = cldr(locale).list_patterns["standard"]
    if len(items) < 2:  # noqa: PLR2004 - nothing to join
        return "".join(items)
    if len(items) == 2:  # noqa: PLR2004 - CLDR has a pattern of its own for a pair
        return _joined(patterns["2"], items[0], items[1])
    text = _joined(patterns["end"], items[-2], items[-1])
    for item in reversed(items[1:-2]):
        text = _joined(patterns["middle"], item, text)
    return _joined(patterns["start"], items[0], text)


def _width(locale: str, width: str) -> str:
    return "long" if language_of(locale) in byhand.SPELLED_OUT else width


def _measured(unit: str, width: str, more: str = "") -> str:
    return f"{{n, number, ::measure-unit/{unit} {_UNIT_WIDTHS[width]}{more}}}"


def _pair(locale: str, width: str) -> str:
    """Return the pattern that joins hours and minutes."""
    patterns = cldr(locale).list_patterns
    wanted = ("unit-short",) if width == "short" else ("unit", "unit-short")
    of_cldr = next(patterns[kind] for kind in (*wanted, "standard") if "2" in patterns.get(kind, ()))
    return byhand.HOURS_AND_MINUTES.get((language_of(locale), width)) or of_cldr["2"]


def _joined(pattern: str, first: str, second: str) -> str:
    before, _, after = pattern.partition("{0}")
    between, _, end = after.partition("{1}")
    return f"{before}{first}{between}{second}{end}"


@lru_cache(maxsize=128)
def _ago(locale: str, unit: str) -> str:
    """Return CLDR's relative pattern of a past unit as one ICU plural message."""
    by_hand = byhand.AGO.get((language_of(locale), unit))
    if by_hand:
        return by_hand
    forms = cldr(locale)._data["date_fields"][unit]["past"]  # noqa: SLF001 - Babel opens this table no other way
    cases = " ".join(f"{case} {{{text.replace('{0}', '#')}}}" for case, text in forms.items())
    return f"{{n, plural, {cases}}}"
