"""Everything that ICU and CLDR say for the stand, in every interface, as one table that people read.

Run this file to write ``formats.json`` anew, then read the difference, line by line.
"""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from kushk.base import locale

FILE = Path(__file__).with_name("formats.json")
COUNTS = (0, 1, 2, 3, 5, 11, 21, 100, 101, 1_000_000)
LONG_READS = (59, 60, 61, 62, 75, 120, 122, 191, 660, 1441)
DATES = ("2026", "2026-11", "2026-01-01T09:30", "2026-11-04T22:05", "2024-02-29T00:00")
AGO = (0, 1, 2, 3, 5, 11, 21, 59, 60, 120, 180, 300, 660, 1260, 1500)
BYTES = (0, 1, 1500, 1_000_000, 3_240_000, 45_000_000, 7_500_000_000)
NOW = datetime(2026, 11, 4, 12, tzinfo=UTC)


def table() -> dict[str, dict[str, list[str]]]:
    """Return by interface and kind what is shown."""
    return {tag: rows(tag) for tag in locale.INTERFACES}


def rows(tag: str) -> dict[str, list[str]]:
    """Return by kind what is shown in one interface."""
    styles = ("short", "long", "full", "time")
    return {
        "names": [locale.interface_name(tag), locale.language_name("ar", tag), locale.country_name("JP", tag)],
        "numbers": [locale.number(number, tag) for number in (0, 3, 1234, 12345.6, 1_000_000)],
        "compact": [locale.compact(number, tag) for number in (950, 1200, 45_000, 1_200_000)],
        "percent": [locale.percent(share, tag) for share in (0, 0.5, 1)],
        "bytes": [locale.bytes_shown(count, tag) for count in BYTES],
        "minutes": [locale.minutes(count, tag) for count in COUNTS],
        "minutes, short": [locale.minutes(count, tag, "short") for count in COUNTS],
        "duration": [locale.duration(count, tag) for count in LONG_READS],
        "duration, short": [locale.duration(count, tag, "short") for count in LONG_READS],
        **{f"dates, {style}": [locale.date(value, tag, style) for value in DATES] for style in styles},
        "lists": [locale.listing("abcd"[:length], tag) for length in range(1, 5)],
        "ago": [locale.relative(NOW - timedelta(minutes=minutes), NOW, tag) for minutes in AGO],
    }


def text() -> str:
    """Return the file's text: a row a line, every space that does not break and every mark of direction written out."""
    shown = {"\u00a0": "\\u00a0", "\u202f": "\\u202f", "\u200c": "\\u200c", "\u200e": "\\u200e", "\u200f": "\\u200f"}
    lines = []
    for tag, kinds in table().items():
        body = ",\n".join(
            f"    {json.dumps(kind)}: {json.dumps(row, ensure_ascii=False)}" for kind, row in kinds.items()
        )
        lines.append(f"  {json.dumps(tag)}: {{\n{body}\n  }}")
    return "{\n" + ",\n".join(lines).translate(str.maketrans(shown)) + "\n}\n"


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8")
