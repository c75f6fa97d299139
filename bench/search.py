"""How long a search takes, beside the bare full-text query: row numbers alone, and with their headlines."""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from statistics import quantiles

from bench.memory import Memory
from bench.store import keep
from bench.synthetic import SHARES, vocabulary

QUERIES = 400
PER_PAGE = 20
"""Results of a page, as the library gives them unless told otherwise."""


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

    calls: list[Callable[[str], object]] = [lambda query: search(query, limit=PER_PAGE), _numbers, _headlines]
    ours, numbers, headlines = _in_turns(queries, calls)
    return {
        "query": kind,
        "search p50": _shown(ours, 50),
        "p95": _shown(ours, 95),
        "row numbers alone p50": _shown(numbers, 50),
        "p95 ": _shown(numbers, 95),
        "ratio p50": _ratio(ours, numbers, 50),
        "ratio p95": _ratio(ours, numbers, 95),
        "rows with headline p50": _shown(headlines, 50),
        "p95  ": _shown(headlines, 95),
        "ratio p50 ": _ratio(ours, headlines, 50),
        "ratio p95 ": _ratio(ours, headlines, 95),
        "stories": stories,
    }


def _in_turns(queries: list[str], calls: list[Callable[[str], object]]) -> list[list[float]]:
    """Return the seconds of each call for each query, taken in turns so that all see the same machine."""
    times: list[list[float]] = [[] for _ in calls]
    for query in queries:
        for call, seconds in zip(calls, times, strict=True):
            seconds.append(_seconds(call, query))
    return times


def _seconds(call: Callable[[str], object], query: str) -> float:
    call(query)
    began = time.perf_counter()
    call(query)
    return time.perf_counter() - began


def _numbers(text: str) -> list[tuple[object, ...]]:
    """Ask the index alone: the same expression, ranked by bm25, nothing but row numbers."""
    return _raw(_NUMBERS, text)


def _headlines(text: str) -> list[tuple[object, ...]]:
    """Ask for what the plainest page would need: row numbers, scores and headlines."""
    return _raw(_HEADLINES, text)


def _raw(statement: str, text: str) -> list[tuple[object, ...]]:
    from django.db import connection

    from kushk.library.search.fts5 import expression
    from kushk.library.search.query import parse
    from kushk.library.selectors.search import stand_languages

    with connection.cursor() as cursor:
        cursor.execute(statement, [expression(parse(text, stand_languages())), PER_PAGE])
        return cursor.fetchall()


_NUMBERS = "SELECT rowid FROM library_fts WHERE library_fts MATCH %s ORDER BY rank LIMIT %s"
_HEADLINES = f"""
    SELECT story.id, found.rank, story.headline, story.published_at
    FROM ({_NUMBERS.replace("rowid", "rowid, rank")}) AS found JOIN library_story AS story ON story.id = found.rowid
    ORDER BY found.rank
"""  # noqa: S608 -- constants


def _at(times: list[float], percent: int) -> float:
    return quantiles(times, n=100)[percent - 1]


def _ratio(ours: list[float], raw: list[float], percent: int) -> str:
    return f"{_at(ours, percent) / _at(raw, percent):.2f}"


def _shown(times: list[float], percent: int) -> str:
    return f"{_at(times, percent) * 1000:.2f} ms"
