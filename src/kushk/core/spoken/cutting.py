"""Sentences too long for an engine, cut where a speaker would breathe."""

from __future__ import annotations

import re

_CLAUSE = re.compile(r"[,;:،؛、，；：।–—…]\s*")
_SPACE = re.compile(r"\s+")

LIMIT = 400


def speakable_parts(text: str, limit: int = LIMIT) -> tuple[tuple[int, int], ...]:
    """Return spans of at most ``limit`` characters that cover a text, cut at a clause, else a space, else anywhere."""
    spans, start = [], 0
    while len(text) - start > limit:
        end = _last_cut(text, start, start + limit)
        spans.append((start, end))
        start = end
    return (*spans, (start, len(text))) if text[start:] else tuple(spans)


def _last_cut(text: str, start: int, end: int) -> int:
    """Return the last good place to cut in the second half of a stretch, its end where there is none."""
    middle = (start + end) // 2
    for pattern in (_CLAUSE, _SPACE):
        cuts = [match.end() for match in pattern.finditer(text, middle, end)]
        if cuts:
            return cuts[-1]
    return end
