"""Scripts that part phrases by spaces and have no mark for the end of a sentence: Thai and Lao."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kushk.core.segment_marks import SPACES

LONGEST = 120
"""Characters after which a phrase is ended at the next space that fits."""

_SPACE = re.compile(rf"[{SPACES}]+")


def phrases(text: str, start: int, end: int) -> Iterator[int]:
    """Yield the spaces at which a Thai or Lao line is cut: as late as the length allows."""
    begun, last = start, 0
    for space in _SPACE.finditer(text, start, end):
        if space.start() - begun > LONGEST and last > begun:
            yield last
            begun = last
        if _may_end(text, space, end):
            last = space.start()
    if end - begun > LONGEST and last > begun:
        yield last


def _may_end(text: str, space: re.Match[str], end: int) -> bool:
    """Say whether a phrase may end here: not next to a number or a Latin name, nor before a repetition mark."""
    before, after = text[space.start() - 1], text[space.end()] if space.end() < end else ""
    return not (before.isascii() and before.isalnum() and after.isdigit()) and after not in {"\u0e46", "\u0e2f", ""}
