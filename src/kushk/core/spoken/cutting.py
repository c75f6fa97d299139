"""Sentences too long for an engine, cut where a speaker would breathe."""

from __future__ import annotations

import re

from kushk.core.spoken.breaks import icu_letters
from kushk.core.spoken.timing import words_of

_CLAUSE = re.compile(r"[,;:—–…]\s+|[،؛、，；：。।—…]\s*")
_SPACE = re.compile(r"\s+")
_LONGEST_CLUSTER = 32
"""Characters looked at for the edge of what is seen as one."""
_SHORTEST = 4
"""Characters of a first clause that is worth a pause."""

LIMIT = 400


def speakable_parts(text: str, limit: int = LIMIT) -> tuple[tuple[int, int], ...]:
    """Return spans of at most ``limit`` characters that cover a text, cut at a clause, else a space, else a letter.

    Args:
        text: a sentence.
        limit: characters, 1 or more.
    """
    spans, start = [], 0
    while len(text) - start > limit:
        end = _last_cut(text, start, start + limit)
        spans.append((start, end))
        start = end
    return (*spans, (start, len(text))) if text[start:] else tuple(spans)


def first_clause(text: str, language: str, most_words: int = 6) -> int:
    """Return where a first clause ends that is short enough to be spoken at once, with the space after it.

    It ends after a mark that parts clauses, unless that stands after a mere "Yes"; where there is none in time, after
    the last word allowed; in a text of no more words, at its end.

    Args:
        text: what is to be spoken.
        language: its BCP 47 tag.
        most_words: words that the clause may have.
    """
    words = words_of(text, language)
    if len(words) <= most_words:
        return len(text)
    most = words[most_words - 1][1]
    clause = _CLAUSE.search(text, min(words[0][0] + _SHORTEST, most), words[most_words][0])
    if clause:
        return clause.end()
    space = _SPACE.search(text, most, words[most_words][0])
    return space.end() if space else words[most_words][0]


def _last_cut(text: str, start: int, end: int) -> int:
    """Return the last good place to cut in the second half of a stretch, else where a letter ends."""
    middle = (start + end) // 2
    for pattern in (_CLAUSE, _SPACE):
        cuts = [match.end() for match in pattern.finditer(text, middle, end) if match.end() > start]
        if cuts:
            return cuts[-1]
    return _edge_of_letter(text, start, end)


def _edge_of_letter(text: str, start: int, end: int) -> int:
    first = max(start, end - _LONGEST_CLUSTER)
    near = text[first : end + _LONGEST_CLUSTER]
    edges = [first + last for _, last in icu_letters(near) if start < first + last <= end]
    return edges[-1] if edges and edges[-1] > start else end
