"""The accounts app."""

from __future__ import annotations

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Registers sessions and what is kept for readers with Django."""

    name = "kushk.accounts"
    default_auto_field = "django.db.models.BigAutoField"
