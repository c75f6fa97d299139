"""What pages of the desk have in common."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.http import HttpRequest


class Themed(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """A page in the stand's colours."""

    class Media:
        """The desk's own style sheet."""

        css = {"all": ("desk/desk.css",)}  # noqa: RUF012 - Django's own declaration


class Untouched(Themed):
    """A page of what readers made: it is looked at, or deleted, and nothing else is done to it."""

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Refuse: readers make it."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:  # noqa: ARG002
        """Refuse: it is as it was made."""
        return False
