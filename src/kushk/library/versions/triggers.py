"""SQLite triggers that note every change of what readers see, whoever makes it: verbs, admin, bulk updates, deletes.

Each change moves a clock on and gives its number to the publication. Steps are random, so that a database that is
brought back from a backup never comes to a number that it had before with other contents.

What is noted in the course of fetching (``Source``) is no reader's business and has no trigger.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.backends.base.base import BaseDatabaseWrapper

CLOCK = 0
"""Row of the clock. Its number is that of the last change to any publication."""

TRANSLATIONS = -1
"""Row of what people change in translations; every page with a translation depends on it."""

_TABLE = "library_publicationversion"
_STEP = "1 + abs(random() % 1000000)"
_TICK = f"""
    INSERT INTO {_TABLE}(publication_id, number) VALUES ({CLOCK}, {_STEP})
    ON CONFLICT(publication_id) DO UPDATE SET number = number + excluded.number;
"""  # noqa: S608 -- constants
_GIVE = f"""
    INSERT INTO {_TABLE}(publication_id, number)
    SELECT id, (SELECT number FROM {_TABLE} WHERE publication_id = {CLOCK}) FROM ({{ids}}) WHERE id IS NOT NULL
    ON CONFLICT(publication_id) DO UPDATE SET number = excluded.number;
"""  # noqa: S608 -- constants

_EVERYTHING = f"SELECT id FROM library_publication UNION SELECT {TRANSLATIONS}"  # noqa: S608 -- a constant

_OF_STORY = "SELECT publication_id AS id FROM library_story WHERE id = {row}.story_id"
_OF_SOURCE = "SELECT DISTINCT publication_id AS id FROM library_story WHERE source_id = {row}.source_id"
_OF_MEDIA = (
    "SELECT publication_id AS id FROM library_story WHERE picture_id = {row}.name UNION "
    "SELECT publication_id FROM library_story JOIN library_storymedia AS used ON used.story_id = library_story.id "
    "WHERE used.media_id = {row}.name"
)


@dataclass(frozen=True, slots=True)
class _Watched:
    """A table whose rows readers see.

    Attributes:
        table: its name.
        ids: SELECT of the publications that a row belongs to.
        only: for an event that does not always matter, the condition under which it does; "" where it never does.
    """

    table: str
    ids: str
    only: dict[str, str]


_WATCHED = (
    _Watched("library_publication", "SELECT {row}.id AS id", {}),
    _Watched("library_section", "SELECT {row}.publication_id AS id", {}),
    _Watched("library_issue", "SELECT {row}.publication_id AS id", {}),
    _Watched("library_story", "SELECT {row}.publication_id AS id", {}),
    # a first revision comes with its story, in one transaction
    _Watched("library_revision", _OF_STORY, {"INSERT": "new.number > 1"}),
    _Watched("library_related", _OF_STORY, {}),
    _Watched("library_storymedia", _OF_STORY, {}),
    _Watched("library_rights", _OF_SOURCE, {}),
    # a picture is shown through a story, whose rows change when it comes or goes
    _Watched("library_media", _OF_MEDIA, {"INSERT": "", "DELETE": ""}),
)

_ROWS = {"INSERT": ("new",), "UPDATE": ("old", "new"), "DELETE": ("old",)}


def _statements() -> dict[str, str]:
    """Return the statement that creates each trigger, by the trigger's name."""
    return {
        f"version_{watched.table.removeprefix('library_')}_{event.lower()}": _statement(watched, event)
        for watched in _WATCHED
        for event in _ROWS
        if watched.only.get(event, "always")
    }


def _statement(watched: _Watched, event: str) -> str:
    name = f"version_{watched.table.removeprefix('library_')}_{event.lower()}"
    when = f"WHEN {watched.only[event]}" if event in watched.only else ""
    ids = " UNION ".join(watched.ids.format(row=row) for row in _ROWS[event])
    return f"CREATE TRIGGER {name} AFTER {event} ON {watched.table} {when} BEGIN {_TICK}{_GIVE.format(ids=ids)} END"


def install(connection: BaseDatabaseWrapper) -> None:
    """Create the triggers where they are not there already, and take everything as changed meanwhile.

    Other databases get none, and without them no page is kept.
    """
    if connection.vendor != "sqlite" or _TABLE not in connection.introspection.table_names():
        return
    wanted = _statements()
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
        found = dict(cursor.fetchall())
        if all(found.get(name) == statement for name, statement in wanted.items()):
            return
    uninstall(connection)
    with connection.cursor() as cursor:
        for statement in wanted.values():
            cursor.execute(statement)
    note_all(connection)


def note(connection: BaseDatabaseWrapper, publication: int) -> None:
    """Take a publication, or ``TRANSLATIONS``, as changed now."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(_TICK)
            cursor.execute(_GIVE.format(ids=f"SELECT {int(publication)} AS id"))


def note_all(connection: BaseDatabaseWrapper) -> None:
    """Take everything as changed now."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(_TICK)
            cursor.execute(_GIVE.format(ids=_EVERYTHING))


def uninstall(connection: BaseDatabaseWrapper) -> None:
    """Drop the triggers."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            for name in _statements():
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}")
