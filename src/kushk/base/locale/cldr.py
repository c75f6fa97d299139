"""CLDR tables that ICU's message formatter does not open: list patterns, relative times, names.

The data comes from Babel; the numbers inside are always formatted by ICU.
"""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError

from kushk.base.locale.tables import INTERFACES, well_formed


@lru_cache(maxsize=64)
def cldr(tag: str) -> Locale:
    """Return CLDR's tables for a language tag, or for the longest beginning of it that CLDR knows."""
    parts = tag.split("-") if well_formed(tag) else []
    for length in range(len(parts), 0, -1):
        try:
            return Locale.parse("-".join(parts[:length]), sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(INTERFACES[0])
