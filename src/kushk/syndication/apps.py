"""The syndication app."""

from __future__ import annotations

from django.apps import AppConfig


class SyndicationConfig(AppConfig):
    """Registers syndication with Django."""

    name = "kushk.syndication"
    label = "syndication"
