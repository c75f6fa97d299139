"""ICU's own words for numbers: currencies, measures, ordinals and dates, with Latin digits."""

from __future__ import annotations

import re
import threading
from datetime import UTC, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from icu4py.messageformat import MessageFormat

_NUMBER = re.compile(r"\d(?:[\d.,'’\s\u00a0\u202f]*\d)?")
_MOST_DECIMALS = 6
_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")
_UNHEARD = re.compile("[\u00ad\u061c\u200e\u200f]")

_MOST_KEPT = 1024
_kept = threading.local()
"""Parsed messages. ICU's formatter keeps state while it works, so each thread has its own."""

Around = tuple[str, str]
"""What is said before a number and what after it."""


@lru_cache(maxsize=4096)
def around(skeleton: str, language: str, number: Decimal) -> Around | None:
    """Return what a language says before and after a number, such as (" ", "euros"); ``None`` if ICU writes no number.

    Args:
        skeleton: an ICU number skeleton, such as ``currency/EUR unit-width-full-name``.
        language: a BCP 47 tag.
        number: decides between plurals; its decimals count, as in "1.0 degrees".
    """
    exponent = number.as_tuple().exponent
    decimals = min(-exponent, _MOST_DECIMALS) if isinstance(exponent, int) and exponent < 0 else 0
    precision = "." + "0" * decimals if decimals else "precision-integer"
    shown = formatted(f"{{n, number, ::{skeleton} {precision} group-off}}", language, number)
    found = _NUMBER.search(shown)
    return (shown[: found.start()], shown[found.end() :].partition(" (")[0]) if found else None


@lru_cache(maxsize=1024)
def magnitude(language: str, number: Decimal, power: int) -> str:
    """Return the word for a power of ten after a number, such as "billion", empty where ICU counts otherwise."""
    shown = formatted("{n, number, ::compact-long .###### group-off}", language, number.scaleb(power))
    found = _NUMBER.search(shown)
    same = found is not None and decimal(found.group(), ",." if "," in found.group() else ".") == number
    return shown[found.end() :].strip() if found and same and not shown[: found.start()].strip() else ""


@lru_cache(maxsize=1024)
def ordinal(language: str, number: int, rules: str) -> str:
    """Return an ordinal in words by one of ICU's rule sets, such as ``masculine``; empty where it has none."""
    said = formatted(f"{{n,spellout,%spellout-ordinal{'-' if rules else ''}{rules}}}", language, number)
    plain = formatted("{n, spellout}", language, number)
    return "" if said == plain else said


@lru_cache(maxsize=1024)
def day(language: str, year: int, month: int, day_of_month: int, pattern: str = "long") -> str:
    """Return a day in words, empty if there is none such."""
    try:
        moment = datetime(year, month, day_of_month, tzinfo=UTC)
    except ValueError:
        return ""
    return formatted(f"{{n, date,{pattern}}}", language, moment)


def decimal(text: str, separators: str = ".") -> Decimal | None:
    """Return the number that a text writes, its decimals being after one of the separators."""
    for separator in separators:
        text = text.replace(separator, ".")
    try:
        return Decimal(text)
    except InvalidOperation:
        return None


def formatted(pattern: str, language: str, value: Decimal | datetime | int) -> str:
    """Return an ICU message with its one value ``n`` filled in, empty where ICU cannot; no tag counts as English."""
    tag = language if _TAG.fullmatch(language) else "en"
    kept: dict[tuple[str, str], MessageFormat] = _kept.__dict__.setdefault("formatters", {})
    formatter = kept.get((pattern, tag))
    if formatter is None:
        if len(kept) >= _MOST_KEPT:
            kept.clear()
        try:
            formatter = kept[pattern, tag] = MessageFormat(pattern, f"{tag}-u-ca-gregory-nu-latn-tz-utc")
        except ValueError:  # ICU refuses some combinations of unit and precision
            return ""
    return _UNHEARD.sub("", formatter.format({"n": value}))
