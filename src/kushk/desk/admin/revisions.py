"""Revisions at the desk: to read, never to write."""

from __future__ import annotations

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest

from kushk.desk.shown import in_language
from kushk.library.api import Revision
from kushk.reader.changes import whole_change


class RevisionAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """One state of a story, and what it changed."""

    list_display = ("title", "number", "reason", "made_at", "note")
    list_filter = ("reason", "story__publication")
    search_fields = ("story__headline", "story__public_id")
    list_select_related = ("story__publication",)
    ordering = ("-made_at",)
    list_per_page = 50
    show_full_result_count = False
    fields = readonly_fields = ("title", "number", "reason", "made_at", "note", "changes")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Revision]:
        """Leave the documents on disk until one is looked at."""
        return super().get_queryset(request).defer("document")

    class Media:
        """Room for long headlines."""

        css = {"all": ("desk/desk.css",)}  # noqa: RUF012 - Django's own declaration

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Refuse: revisions are made by arrivals and corrections."""
        return False

    def has_change_permission(self, request: HttpRequest, obj: Revision | None = None) -> bool:  # noqa: ARG002
        """Refuse: history is not rewritten."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Revision | None = None) -> bool:  # noqa: ARG002
        """Refuse: history is not rewritten."""
        return False

    @admin.display(description="story", ordering="story__headline")
    def title(self, revision: Revision) -> str:
        """Show the story's headline in its own language."""
        return in_language(revision.story.headline, revision.story.language)

    @admin.display(description="what changed")
    def changes(self, revision: Revision) -> str:
        """Show the words that were put in and struck out."""
        return whole_change(revision)
