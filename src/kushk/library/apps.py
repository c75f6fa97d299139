"""The library app."""

from __future__ import annotations

from django.apps import AppConfig


class LibraryConfig(AppConfig):
    """Registers the library with Django."""

    name = "kushk.library"
    label = "library"
