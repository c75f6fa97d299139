"""The desk app."""

from __future__ import annotations

from django.apps import AppConfig


class DeskConfig(AppConfig):
    """Registers the desk with Django."""

    name = "kushk.desk"
    label = "desk"
