"""The reader app."""

from __future__ import annotations

from django.apps import AppConfig


class ReaderConfig(AppConfig):
    """Registers the reader with Django."""

    name = "kushk.reader"
    label = "reader"
