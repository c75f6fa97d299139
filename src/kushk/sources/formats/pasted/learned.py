"""What a page tells of its own interface: words that come back beside dates are its word for minutes."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from kushk.sources.formats.dates.fold import fold
from kushk.sources.formats.pasted.items import Item, Kind

_WIDEST = 22
_OFTEN = 3
_LONGEST_READING = 90
_MARKS = r"[^\W\d_][\w\u0300-\u036f\u0900-\u0dff\u0e00-\u109f\u1780-\u17ff'’.]{0,13}"
_NUMBER_FIRST = re.compile(rf"(?P<n>\d{{1,2}})\s?(?P<unit>{_MARKS}(?:\s{_MARKS})?)")
_NUMBER_LAST = re.compile(rf"(?P<unit>{_MARKS}(?:\s{_MARKS})?)\s(?P<n>\d{{1,2}})")


def with_minutes(items: list[Item]) -> list[Item]:
    """Return the lines, those that are reading times in an unknown language told as such.

    "2 minutoj" is one when at least three lines of the page have a number and the same words, each beside a date.
    """
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for at, item in enumerate(items):
        if item.kind in {Kind.TEXT, Kind.SIGNS} and item.width <= _WIDEST and _beside_date(items, at):
            folded = fold(item.text)
            match = _NUMBER_FIRST.fullmatch(folded) or _NUMBER_LAST.fullmatch(folded)
            if match and int(match["n"]) <= _LONGEST_READING:
                found[match["unit"]].append((at, int(match["n"])))
    for places in found.values():
        if len(places) >= _OFTEN:
            for at, minutes in places:
                items[at] = replace(items[at], kind=Kind.MINUTES, minutes=minutes)
    return items


def _beside_date(items: Sequence[Item], at: int) -> bool:
    return any(items[near].kind is Kind.DATE for near in (at - 1, at + 1) if 0 <= near < len(items))
