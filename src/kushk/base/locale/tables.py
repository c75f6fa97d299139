"""What is pinned for each locale: digits, calendar, and which languages the interface speaks."""

from __future__ import annotations

import re
from functools import lru_cache

INTERFACES: tuple[str, ...] = ("en", "ar")
"""Languages of the interface, the first one being the fallback. Each has a folder under ``kushk/locale``."""

DIGITS = {
    "ar-EG": "arab",
    "ar-SA": "arab",
    "bn": "beng",
    "ckb": "arab",
    "fa": "arabext",
    "mr": "deva",
    "my": "mymr",
    "ps": "arabext",
}
"""Digits by locale where they are not Latin, as CLDR 48 has them.

They are always written out: what a bare tag means changed between ICU 72 and 78, and browsers follow their own.
"""

CALENDARS = {"fa": "persian", "ps": "persian", "th": "buddhist"}
"""Calendars in which readers date their papers where it is not the Gregorian one."""

_TAG = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,3}")
_LONGEST_TAG = 35


def well_formed(tag: str) -> bool:
    """Tell whether the text is fit to be handed to ICU as a language tag."""
    return len(tag) <= _LONGEST_TAG and _TAG.fullmatch(tag) is not None


def by_locale(table: dict[str, str], tag: str, default: str) -> str:
    """Return the table's entry for the longest beginning of the tag that it has."""
    parts = tag.split("-")
    prefixes = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((table[prefix] for prefix in prefixes if prefix in table), default)


@lru_cache(maxsize=256)
def pinned(tag: str, calendar: str = "") -> str:
    """Return the ICU locale for a language tag, with calendar, digits and time zone written out.

    Args:
        tag: a BCP 47 tag without extensions; one that is no tag counts as the fallback language.
        calendar: a calendar to use in place of the locale's own.
    """
    known = tag if well_formed(tag) else INTERFACES[0]
    shown = calendar or by_locale(CALENDARS, known, "gregory")
    return f"{known}-u-ca-{shown}-nu-{by_locale(DIGITS, known, 'latn')}-tz-utc"


def best_interface(accept_language: str) -> str:
    """Return the interface language that an ``Accept-Language`` header asks for, else the fallback.

    Only the first 20 entries are read, so that a hostile header costs nothing.
    """
    wishes = []
    for place, entry in enumerate(accept_language.split(",", 20)[:20]):
        tag, _, parameters = entry.strip().partition(";")
        wishes.append((-_quality(parameters), place, tag.strip()[:_LONGEST_TAG]))
    for quality, _, tag in sorted(wishes):
        found = _interface_for(tag)
        if found and quality < 0:
            return found
    return INTERFACES[0]


def _interface_for(tag: str) -> str:
    parts = tag.lower().split("-")
    offered = {interface.lower(): interface for interface in INTERFACES}
    prefixes = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((offered[prefix] for prefix in prefixes if prefix in offered), "")


def _quality(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
