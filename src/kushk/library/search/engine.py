"""Which full-text index a database has. Another database is another module with the same three functions."""

from __future__ import annotations

from types import ModuleType

from django.db.backends.base.base import BaseDatabaseWrapper

from kushk.library.search import fts5

_ENGINES = {"sqlite": fts5}


def of(connection: BaseDatabaseWrapper) -> ModuleType:
    """Return the module that installs, uninstalls and asks the index of a database.

    Raises:
        KeyError: nothing is written for that database yet.
    """
    return _ENGINES[connection.vendor]
