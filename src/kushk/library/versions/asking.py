"""Ask what has changed, beside Django: by a connection that only looks, in some microseconds."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection

from kushk.base.stamp import Stamp, Watch
from kushk.library.versions.triggers import CLOCK, TRANSLATIONS

Publications = frozenset[int]

EVERYTHING: Publications = frozenset({CLOCK})
"""Stands for all publications, those to come as well."""

NOTHING: Publications = frozenset()

OF_TRANSLATIONS: Publications = frozenset({TRANSLATIONS})
"""What a page depends on, beside its publications, that shows a translation."""


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of publications, as they are committed now."""

    watch: Watch

    def stamp(self) -> Stamp | None:
        """Return what changes with every commit, None where it cannot be told."""
        return self.watch.stamp()

    def newest(self, publications: Publications) -> int | None:
        """Return the number of the last change that readers see of any of these, None where it cannot be told."""
        if not publications:
            return 0
        try:
            found, number = self.watch.ask(_statement(len(publications)), tuple(publications))
        except (OSError, sqlite3.Error):
            return None
        return number if found == len(publications) else None


def versions() -> Versions | None:
    """Return the versions of this stand's publications, None for a database that keeps none."""
    if connection.vendor != "sqlite":
        return None
    return Versions(Watch(str(connection.settings_dict["NAME"])))


@lru_cache(maxsize=64)
def _statement(count: int) -> str:
    places = ", ".join("?" * count)
    return f"SELECT count(*), max(number) FROM library_publicationversion WHERE publication_id IN ({places})"  # noqa: S608
