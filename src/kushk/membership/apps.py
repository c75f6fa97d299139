"""The membership app."""

from __future__ import annotations

from django.apps import AppConfig


class MembershipConfig(AppConfig):
    """Registers plans, passes, vouchers and institutions with Django."""

    name = "kushk.membership"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let a plan that is given publications be for these and no others."""
        from django.db.models.signals import m2m_changed

        from kushk.membership.models import Plan
        from kushk.membership.models.plans import narrow

        m2m_changed.connect(narrow, sender=Plan.publications.through)
