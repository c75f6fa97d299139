"""Numbers as languages write them, and amounts with their units as languages say them (CLDR by ICU)."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime
from functools import lru_cache

from icu4py.messageformat import MessageFormat

from kushk.core.languages import base

COMMA_IS_DECIMAL = frozenset(
    "es fr de pt ru id it nl tr pl sv da nb nn fi cs sk sl hr sr bg uk be ro hu el lt lv et vi ca".split()
)
"""Languages that write 1.234,5; the others write 1,234.5."""

NUMBER = r"\d(?:[\d.,٫٬'’\u00a0\u202f]{0,24}\d)?"
"""A number in any digits; at most 26 characters, which also keeps the scan linear."""

_SEPARATORS = ".,٫٬'’\u00a0\u202f"
_GROUP = 3


def ungrouped(written: str, language: str) -> str:
    """Return a number without the marks between its thousands, its decimal mark as the language has it."""
    decimal = _decimal(written, language)
    whole, part = written, ""
    if decimal:
        whole, part = written.rsplit(decimal, 1)
    digits = "".join(character for character in whole if character not in _SEPARATORS)
    return digits + decimal + part


def value_of(written: str, language: str) -> float:
    """Return what a number is worth."""
    decimal = _decimal(written, language)
    plain = ungrouped(written, language)
    if decimal:
        plain = plain.replace(decimal, ".")
    return float("".join(str(unicodedata.digit(each)) if each.isdigit() else each for each in plain))


def is_one_number(written: str, language: str) -> bool:
    """Tell whether digits and separators are one number, and no date, version or list."""
    decimal = _decimal(written, language)
    whole, part = written.rsplit(decimal, 1) if decimal else (written, "0")
    groups = re.split(f"[{re.escape(_SEPARATORS)}]", whole)
    marks = {character for character in whole if character in _SEPARATORS}
    return len(marks) <= 1 and all(map(str.isdecimal, [*groups, part])) and (len(groups) == 1 or _grouped(groups))


def _grouped(groups: list[str]) -> bool:
    """Tell whether these are thousands, or lakhs and crores as in 12,34,567."""
    inner = {len(group) for group in groups[1:-1]}
    return len(groups[0]) <= _GROUP and len(groups[-1]) == _GROUP and (inner <= {_GROUP} or inner == {_GROUP - 1})


def _decimal(written: str, language: str) -> str:
    """Return the decimal mark of a number, empty where it has none."""
    if "٫" in written:
        return "٫"
    mark, other = (",", ".") if base(language) in COMMA_IS_DECIMAL else (".", ",")
    if written.count(mark) == 1:
        return mark
    tail = written.rsplit(other, 1)[-1] if written.count(other) == 1 else ""
    return other if tail and len(tail) != _GROUP else ""


@lru_cache(maxsize=4096)
def amount(value: float, skeleton: str, language: str) -> str:
    """Return a value with its unit in words, the number in Latin digits.

    Args:
        value: how many.
        skeleton: of ICU: ``currency/EUR`` or ``unit/kilometer-per-hour``.
        language: tag of the text.
    """
    pattern = f"{{n, number, ::{skeleton} unit-width-full-name .### group-off}}"
    try:
        return MessageFormat(pattern, f"{language}-u-nu-latn").format({"n": value})
    except (ValueError, RuntimeError):
        return ""


def day_in_words(iso: str, language: str) -> str:
    """Return a day such as ``2026-11-04`` as the language says it, in the Gregorian calendar; empty when it is none."""
    try:
        day = datetime.fromisoformat(iso).replace(hour=12, tzinfo=UTC)
        return MessageFormat("{d, date, long}", f"{language}-u-ca-gregory-nu-latn-tz-utc").format({"d": day})
    except (ValueError, RuntimeError):
        return ""
