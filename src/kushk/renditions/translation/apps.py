"""The translation app."""

from __future__ import annotations

from django.apps import AppConfig


class TranslationConfig(AppConfig):
    """Registers the glossary with Django."""

    name = "kushk.renditions.translation"
    label = "translation"
    default_auto_field = "django.db.models.BigAutoField"
