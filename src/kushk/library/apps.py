"""The library app."""

from __future__ import annotations

from typing import Any

from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate, pre_migrate


class LibraryConfig(AppConfig):
    """Registers the library with Django."""

    name = "kushk.library"
    label = "library"

    def ready(self) -> None:
        """Take the version triggers away for every migration and put them back after it.

        SQLite changes a table by making it anew, which loses its triggers and fails on those that name it.
        """
        pre_migrate.connect(_before_migration, sender=self)
        post_migrate.connect(_after_migration, sender=self)


def _before_migration(using: str, **_: Any) -> None:
    from kushk.library.versions import triggers

    triggers.uninstall(connections[using])


def _after_migration(using: str, **_: Any) -> None:
    from kushk.library.versions import triggers

    triggers.install(connections[using])
