"""The syndication app."""

from __future__ import annotations

from django.apps import AppConfig


class SyndicationConfig(AppConfig):
    """Registers the syndication with Django. It has no tables."""

    name = "kushk.syndication"
    label = "syndication"
