"""Which stories are about the same: those that share words which few stories have."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from dataclasses import dataclass

from django.db import connection

from kushk.library.models import SearchText
from kushk.library.search import engine
from kushk.library.search.words import language_facet

_LOOKED_UP = 50
"""Words of a story whose rarity is looked up."""

_ASKED = 12
"""Of those, the most telling that others are asked for."""

_LEAST_SHARED = 2
"""Telling words that two stories must share."""

_COPY = 0.8
"""Share of all words in common (Jaccard) from which a story is a copy of the other."""

_RARE = 200
"""Stories that may have a word for it to be telling, however many there are."""

_MOST_COUNTED = 20_000
_IN_HEADLINE, _IN_STANDFIRST = 4.0, 2.0


@dataclass(frozen=True, slots=True)
class _Telling:
    """A word and how much it says about its story."""

    word: str
    weight: float


def alike(row: SearchText, language: str, limit: int) -> list[int]:
    """Return the ids of stories in a language that are about the same as a story, the nearest first.

    Copies of the story are left out, and of stories that are copies of each other all but the first.

    Args:
        row: the story's own search row.
        language: first part of its language tag.
        limit: how many at most.
    """
    facet = language_facet(language)
    telling = _telling(row, facet)
    if len(telling) < _LEAST_SHARED:
        return []
    search = engine.of(connection)
    ids = search.sharing(connection, [found.word for found in telling], facet, limit * 3 + 1)
    return _nearest(row, telling, ids, limit)


def _telling(row: SearchText, facet: str) -> list[_Telling]:
    """Return the words of a story that few others in its language have, the most telling first."""
    search = engine.of(connection)
    (stories,) = search.counts(connection, [facet], _MOST_COUNTED)
    most = max(2.0, min(max(3.0, stories * 0.1), stories * 0.5, _RARE))
    found = []
    weighed = _heaviest(_weighed(row))
    counts = search.counts(connection, [word for word, _ in weighed], math.floor(most) + 1)
    for (word, weight), having in zip(weighed, counts, strict=True):
        if 1 < having <= most:
            found.append(_Telling(word, weight * math.log(1 + stories / having)))
    return sorted(found, key=lambda telling: -telling.weight)[:_ASKED]


def _weighed(row: SearchText) -> dict[str, float]:
    """Return the words of a story by where and how often they stand."""
    weighed: defaultdict[str, float] = defaultdict(float)
    for word, times in Counter(row.body.split()).items():
        weighed[word] = math.log1p(times)
    for words, factor in ((row.standfirst, _IN_STANDFIRST), (row.headline, _IN_HEADLINE)):
        for word in set(words.split()):
            weighed[word] += factor
    return {word: weight for word, weight in weighed.items() if not _says_little(word)}


def _heaviest(weighed: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(weighed.items(), key=lambda pair: (-pair[1], pair[0]))[:_LOOKED_UP]


def _says_little(word: str) -> bool:
    return len(word) == 1 or (word.isascii() and len(word) < 3) or word.isdecimal()  # noqa: PLR2004


def _nearest(row: SearchText, telling: list[_Telling], ids: list[int], limit: int) -> list[int]:
    rows = SearchText.objects.filter(story_id__in=ids).exclude(story_id=row.story_id)
    kept: list[int] = []
    seen = [_words(row)]
    scored = sorted(((_score(other, telling), other) for other in rows), key=lambda pair: (-pair[0], -pair[1].pk))
    for score, other in scored:
        if len(kept) == limit:
            break
        words = _words(other)
        if score and not any(_is_copy(words, before) for before in seen):
            seen.append(words)
            kept.append(other.story_id)
    return kept


def _score(other: SearchText, telling: list[_Telling]) -> float:
    words = _words(other)
    shared = [found for found in telling if found.word in words]
    if len(shared) < _LEAST_SHARED:
        return 0.0
    headline = set(other.headline.split())
    return sum(found.weight * (1.5 if found.word in headline else 1.0) for found in shared)


def _words(row: SearchText) -> set[str]:
    return {*row.headline.split(), *row.standfirst.split(), *row.body.split()}


def _is_copy(words: set[str], others: set[str]) -> bool:
    fewer, more = sorted((len(words), len(others)))
    if fewer < _COPY * more:
        return False
    shared = len(words & others)
    return shared >= _COPY * (fewer + more - shared)
