"""What pages of the desk have in common."""

from __future__ import annotations

from django.contrib import admin


class Themed(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """A page in the stand's colours."""

    class Media:
        """The desk's own style sheet."""

        css = {"all": ("desk/desk.css",)}  # noqa: RUF012 - Django's own declaration
