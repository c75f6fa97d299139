"""The reader app."""

from __future__ import annotations

from django.apps import AppConfig

from kushk.base.locale import compile_all


class ReaderConfig(AppConfig):
    """Registers the reader with Django and sees to it that the catalogues are compiled before the first page."""

    name = "kushk.reader"
    label = "reader"

    def ready(self) -> None:
        """Compile the catalogues that are newer than their compiled form."""
        compile_all()
