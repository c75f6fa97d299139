"""The full-text index in SQLite: an FTS5 table over ``SearchText``, kept by triggers.

External content, since a contentless table cannot delete on SQLite 3.40. The words come folded, so the ``ascii``
tokenizer is right for every script: it takes each character above 127 as part of a word.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from django.db.backends.base.base import BaseDatabaseWrapper

from kushk.library.search.query import Query, Term
from kushk.library.search.wanted import Found, Wanted

FIRST_COLUMNS = ("headline", "standfirst", "body", "stems", "facets")
"""Before translations could be found."""
COLUMNS = (*FIRST_COLUMNS, "translated")


def _install(columns: Sequence[str]) -> tuple[str, ...]:
    """Return the statements that create the index over these columns.

    Segments are merged sixteen at a time: with the usual four, merging is a quarter of all that indexing costs.
    """
    names = ", ".join(columns)
    new, old = (", ".join(f"{row}.{column}" for column in ("story_id", *columns)) for row in ("new", "old"))
    forget = f"INSERT INTO library_fts(library_fts, rowid, {names}) VALUES ('delete', {old});"  # noqa: S608 -- constants
    learn = f"INSERT INTO library_fts(rowid, {names}) VALUES ({new});"  # noqa: S608 -- constants
    return (
        (
            f"CREATE VIRTUAL TABLE library_fts USING fts5({names}, content='library_searchtext', "
            "content_rowid='story_id', tokenize=\"ascii tokenchars '='\")"
        ),
        "INSERT INTO library_fts(library_fts, rank) VALUES ('automerge', 16)",
        f"CREATE TRIGGER library_fts_insert AFTER INSERT ON library_searchtext BEGIN {learn} END",
        f"CREATE TRIGGER library_fts_delete AFTER DELETE ON library_searchtext BEGIN {forget} END",
        f"CREATE TRIGGER library_fts_update AFTER UPDATE ON library_searchtext BEGIN {forget} {learn} END",
    )


_UNINSTALL = (
    "DROP TRIGGER library_fts_insert",
    "DROP TRIGGER library_fts_delete",
    "DROP TRIGGER library_fts_update",
    "DROP TABLE library_fts",
)

WEIGHTS = "10.0, 4.0, 1.0, 0.5, 0.0, 0.4"
"""bm25 weights of headline, standfirst, body, stems, facets and translations."""

CANDIDATES = 400
"""A query that matches more stories than this says little: it is answered from the newest of them.

Measured on 100,000 stories: all matches of the commonest word take 30 ms to rank, the newest 400 take 1 ms.
"""

HEADLINES = 100
"""Of a query that says little: how many further stories have it in their headline and are looked at."""

_FOUND = f"""
    WITH found AS MATERIALIZED (
        SELECT library_fts.rowid AS id, bm25(library_fts, {WEIGHTS}) AS score
        FROM library_fts {{join}} WHERE library_fts MATCH %s {{dates}}
        ORDER BY library_fts.rowid DESC LIMIT %s),
    best AS MATERIALIZED (SELECT id, score FROM found ORDER BY score LIMIT %s)
    SELECT best.id, -best.score, unixepoch(story.published_at), (SELECT count(*) FROM found)
    FROM best CROSS JOIN library_story AS story ON story.id = best.id
"""  # noqa: S608 -- constants
_JOIN = "JOIN library_story AS dated ON dated.id = library_fts.rowid"


def install(connection: BaseDatabaseWrapper, columns: Sequence[str] = COLUMNS) -> None:
    """Create the index and the triggers that keep it, and index what is there already."""
    with connection.cursor() as cursor:
        for statement in (*_install(columns), "INSERT INTO library_fts(library_fts) VALUES ('rebuild')"):
            cursor.execute(statement)


def uninstall(connection: BaseDatabaseWrapper) -> None:
    """Drop the index and its triggers."""
    with connection.cursor() as cursor:
        for statement in _UNINSTALL:
            cursor.execute(statement)


def expression(query: Query, facets: Sequence[Sequence[str]] = (), column: str = "") -> str:
    """Return the FTS5 expression of a query. Every word is quoted, so nothing typed is syntax.

    Args:
        query: what is wanted; at least one term.
        facets: groups of facet tokens; a story must have one of each group.
        column: column filter for what is wanted.
    """
    wanted = [column + _term(term) for term in query.wanted]
    wanted += [_any([_quoted(token) for token in group]) for group in facets]
    found = " AND ".join(wanted)
    for term in query.excluded:
        found = f"({found}) NOT {_term(term)}"
    return found


def _term(term: Term) -> str:
    star = " *" if term.prefix else ""
    exact = " + ".join(map(_quoted, term.words)) + star
    return _any([exact, *map(_quoted, term.stems)])


def _quoted(token: str) -> str:
    return f'"{token}"'


def _any(alternatives: Sequence[str]) -> str:
    return alternatives[0] if len(alternatives) == 1 else f"({' OR '.join(alternatives)})"


def find(connection: BaseDatabaseWrapper, wanted: Wanted, pool: int) -> list[Found]:
    """Return the stories that match best, best first.

    Args:
        connection: the database.
        wanted: the query and its filters.
        pool: how many are needed at most.
    """
    matching = expression(wanted.query, wanted.facets)
    found = _ask(connection, matching, wanted, (CANDIDATES, pool))
    if found and found[0][-1] >= CANDIDATES:
        in_headline = expression(wanted.query, wanted.facets, column="headline : ")
        found += _ask(connection, in_headline, wanted, (HEADLINES, pool))
    best: dict[int, Found] = {}
    for pk, score, seconds, _ in found:
        moment = datetime.fromtimestamp(seconds, UTC)
        if pk not in best or best[pk].score < score:
            best[pk] = Found(pk, score, moment)
    return sorted(best.values(), key=lambda hit: -hit.score)[:pool]


def _ask(
    connection: BaseDatabaseWrapper, matching: str, wanted: Wanted, limits: tuple[int, int]
) -> list[tuple[int, float, int, int]]:
    dates: list[str] = []
    parameters: list[str | int] = [matching]
    for condition, moment in (("dated.published_at >= %s", wanted.since), ("dated.published_at < %s", wanted.until)):
        if moment is not None:
            dates.append(f"AND {condition}")
            parameters.append(moment.astimezone(UTC).replace(tzinfo=None).isoformat(" "))
    statement = _FOUND.format(join=_JOIN if dates else "", dates=" ".join(dates))
    with connection.cursor() as cursor:
        cursor.execute(statement, [*parameters, *limits])
        found: list[tuple[int, float, int, int]] = cursor.fetchall()
    return found


def counts(connection: BaseDatabaseWrapper, tokens: Sequence[str], most: int) -> list[int]:
    """Return how many stories have each of these words or facets, counting no further than ``most``."""
    if not tokens:
        return []
    statement = " UNION ALL ".join([_COUNT] * len(tokens))
    parameters = [value for number, token in enumerate(tokens) for value in (number, _quoted(token), most)]
    with connection.cursor() as cursor:
        cursor.execute(f"{statement} ORDER BY 1", parameters)
        return [having for _, having in cursor.fetchall()]


def sharing(connection: BaseDatabaseWrapper, tokens: Sequence[str], facet: str, limit: int) -> list[int]:
    """Return the ids of stories that have the facet and most of these words, best first."""
    matching = f"{_any([_quoted(token) for token in tokens])} AND {_quoted(facet)}"
    with connection.cursor() as cursor:
        cursor.execute(_FOUND.format(join="", dates=""), [matching, _LOOKED_AT, limit])
        return [row[0] for row in cursor.fetchall()]


_COUNT = "SELECT %s, count(*) FROM (SELECT 1 FROM library_fts WHERE library_fts MATCH %s LIMIT %s)"
_LOOKED_AT = 1000
"""Newest stories with any of the words that are weighed for relatedness."""
