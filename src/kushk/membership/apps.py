"""The membership app."""

from __future__ import annotations

from django.apps import AppConfig


class MembershipConfig(AppConfig):
    """Registers plans, passes, vouchers and institutions with Django."""

    name = "kushk.membership"
    default_auto_field = "django.db.models.BigAutoField"
