"""Formatting one ICU pattern, with the parsed patterns kept."""

from __future__ import annotations

import threading
from datetime import date, datetime
from decimal import Decimal

from icu4py.messageformat import MessageFormat

Value = int | float | str | Decimal | date | datetime

_MOST_KEPT = 4096
_kept = threading.local()


def formatted(pattern: str, icu_locale: str, values: dict[str, Value]) -> str:
    """Return the ICU MessageFormat pattern filled in for a pinned locale.

    ICU's formatter keeps state while it works, so each thread parses and keeps its own.

    Raises:
        ValueError: the pattern is not ICU MessageFormat.
    """
    formatters: dict[tuple[str, str], MessageFormat] = _kept.__dict__.setdefault("formatters", {})
    formatter = formatters.get((pattern, icu_locale))
    if formatter is None:
        if len(formatters) >= _MOST_KEPT:
            formatters.clear()
        formatter = formatters[pattern, icu_locale] = MessageFormat(pattern, icu_locale)
    return formatter.format(values)
