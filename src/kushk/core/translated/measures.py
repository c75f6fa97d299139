"""Miles that became kilometres: translators convert what English measures, and the numbers change rightly."""

from __future__ import annotations

import re
from collections.abc import Collection
from decimal import Decimal, InvalidOperation

_FACTORS = {
    "miles?": "1.609",
    "mph": "1.609",
    "feet|foot|ft": "0.3048 30.48",
    "inch(?:es)?": "2.54 25.4",
    "yards?": "0.9144",
    "pounds?|lbs?": "0.4536",
    "stone": "6.35",
    "acres?": "0.4047",
    "gallons?": "3.785",
}
"""Kilometres, metres, centimetres, millimetres, kilograms, hectares and litres in a unit."""

_DEGREES = "degrees?|s"
"""Fahrenheit; "in the 80s" is said of days as well as of decades."""

_NUMBER = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_MEASURED = {
    unit: re.compile(rf"({_NUMBER})(?:(?: ?(?:to|or|and|[-–]) ?)({_NUMBER}))?[\s-]*(?:{unit})\b", re.IGNORECASE)
    for unit in (*_FACTORS, _DEGREES)
}
_ANY = re.compile(rf"[0-9][\s-]*(?:{'|'.join(_MEASURED)})\b", re.IGNORECASE)

_NEAR = Decimal("0.09")
"""How far off a rounded measure may be: 20 feet as six metres, 550 pounds as 250 kilograms."""


def equivalents(text: str) -> dict[Decimal, tuple[Decimal, ...]]:
    """Return the measures in an English text that others convert, and what each is then."""
    if not _ANY.search(text):
        return {}
    found: dict[Decimal, tuple[Decimal, ...]] = {}
    for unit, pattern in _MEASURED.items():
        for match in pattern.finditer(text):
            for number in filter(None, match.groups()):
                value = _value(number)
                found[value] = found.get(value, ()) + _converted(value, unit)
    return found


def is_near(value: Decimal, others: Collection[Decimal]) -> bool:
    """Say whether one of the others is a value, or that value rounded."""
    return any(abs(other - value) <= _NEAR * max(abs(value), Decimal(1)) for other in others)


def _value(number: str) -> Decimal:
    try:
        return Decimal(number.replace(",", "")[:24])
    except InvalidOperation:
        return Decimal(0)


def _converted(value: Decimal, unit: str) -> tuple[Decimal, ...]:
    if unit == _DEGREES:
        return (value - 32) * 5 / 9, value * 5 / 9
    return tuple(Decimal(factor) * value for factor in _FACTORS[unit].split())
