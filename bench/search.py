"""How long a search takes, beside the bare full-text query underneath it."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from statistics import quantiles
from typing import TYPE_CHECKING

from bench.memory import Memory
from bench.store import keep
from bench.synthetic import SHARES, vocabulary

if TYPE_CHECKING:
    from kushk.library.search.query import Query

QUERIES = 400
PER_PAGE = 10


def run(stories: int) -> list[dict[str, object]]:
    """Return the rows of the table: one for each kind of query."""
    from kushk.config.setup import ready_stand

    ready_stand()
    keep(stories, Memory())
    chance = random.Random(1)
    kinds: dict[str, list[str]] = {
        "one word, as often asked for as written": [_word(chance) for _ in range(QUERIES)],
        "two words": [f"{_word(chance, 'en')} {_word(chance, 'en')}" for _ in range(QUERIES)],
        "one of the 20 commonest words of a language": [_word(chance, most=20) for _ in range(QUERIES // 4)],
        "a rare word": [_word(chance, least=5000) for _ in range(QUERIES)],
    }
    return [_row(kind, queries, stories) for kind, queries in kinds.items()]


def _word(chance: random.Random, language: str = "", least: int = 0, most: int = 0) -> str:
    words, weights = vocabulary(language or chance.choice([name for name, _ in SHARES]))
    if least or most:
        return words[chance.randrange(least, most or len(words))]
    return chance.choices(words, cum_weights=weights)[0]


def _row(kind: str, queries: list[str], stories: int) -> dict[str, object]:
    from kushk.library.api import search

    ours, bare = _paired(queries, lambda query: search(query, limit=PER_PAGE), _bare)
    return {
        "query": kind,
        "search p50": _shown(ours, 50),
        "p95": _shown(ours, 95),
        "bare p50": _shown(bare, 50),
        "bare p95 ": _shown(bare, 95),
        "ratio p50": f"{_at(ours, 50) / _at(bare, 50):.2f}",
        "ratio p95": f"{_at(ours, 95) / _at(bare, 95):.2f}",
        "stories": stories,
    }


def _paired(
    queries: list[str], one: Callable[[str], object], other: Callable[[str], object]
) -> tuple[list[float], list[float]]:
    """Return the seconds of both for each query, taken in turns so that both see the same machine."""
    first, second = [], []
    for query in queries:
        first.append(_seconds(one, query))
        second.append(_seconds(other, query))
    return first, second


def _seconds(call: Callable[[str], object], query: str) -> float:
    call(query)
    began = time.perf_counter()
    call(query)
    return time.perf_counter() - began


def _bare(text: str) -> list[tuple[object, ...]]:
    """Ask the index alone: the same expression, ranked by bm25, nothing but row numbers."""
    from django.db import connection

    from kushk.library.search.fts5 import expression
    from kushk.library.search.query import parse
    from kushk.library.selectors.search import stand_languages

    query: Query = parse(text, stand_languages())
    with connection.cursor() as cursor:
        cursor.execute(_BARE, [expression(query), PER_PAGE])
        return cursor.fetchall()


_BARE = "SELECT rowid FROM library_fts WHERE library_fts MATCH %s ORDER BY rank LIMIT %s"


def _at(times: list[float], percent: int) -> float:
    return quantiles(times, n=100)[percent - 1]


def _shown(times: list[float], percent: int) -> str:
    return f"{_at(times, percent) * 1000:.2f} ms"
