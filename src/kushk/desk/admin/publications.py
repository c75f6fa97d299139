"""Publications at the desk."""

from __future__ import annotations

from typing import Any

from django.contrib import admin
from django.db import models
from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from kushk.desk.shown import in_language
from kushk.library import api as library
from kushk.library.api import Issue, Publication, Section
from kushk.reader.addresses import publication_path
from kushk.reader.topics import TOPICS


class SectionInline(admin.TabularInline):  # type: ignore[type-arg]  # generic in the stubs alone
    """The order in which a publication's sections are shown."""

    model = Section
    extra = 0
    fields = ("name", "slug", "order", "access")


class IssueInline(admin.TabularInline):  # type: ignore[type-arg]  # generic in the stubs alone
    """Titles of dated issues."""

    model = Issue
    extra = 0
    fields = ("date", "title")


class PublicationAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """A publication: how it is named, where it belongs, its colours."""

    list_display = ("name", "own_name", "language", "country", "topic", "sources", "latest_at")
    list_filter = ("language", "country", "topic")
    search_fields = ("name", "native_name", "slug")
    prepopulated_fields = {"slug": ("name",)}  # noqa: RUF012 - Django's own declaration
    readonly_fields = ("latest_at",)
    inlines = (SectionInline, IssueInline)
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}  # noqa: RUF012 - Django's own declaration
    fieldsets = (
        (None, {"fields": ("name", "native_name", "nameplate", "slug", "description")}),
        ("Where it belongs", {"fields": ("language", "country", "topic", "homepage", "licence")}),
        ("Who may read to the end", {"fields": ("access", "preview")}),
        ("Nameplate and awning", {"fields": ("face", "stripe_start", "stripe_end")}),
    )

    def get_queryset(self, request: HttpRequest) -> QuerySet[Publication]:
        """Count the sources in the same query."""
        found: QuerySet[Publication] = super().get_queryset(request)
        return found.annotate(source_count=Count("sources"))

    def save_related(self, request: HttpRequest, form: Any, formsets: Any, change: bool) -> None:  # noqa: FBT001
        """Cut cards and search text again where it was changed who may read."""
        super().save_related(request, form, formsets, change)
        forms = [form, *(each for formset in formsets for each in formset)]
        if change and any({"access", "preview"} & set(each.changed_data) for each in forms):
            library.refresh_access(form.instance)

    def get_form(self, request: Any, obj: Any = None, change: Any = None, **kwargs: Any) -> Any:
        """Say which topics have a name in every language."""
        known = f"Translated everywhere: {', '.join(TOPICS)}. Anything else stands as written."
        return super().get_form(request, obj, change, **{**kwargs, "help_texts": {"topic": known}})

    def view_on_site(self, publication: Publication) -> str:
        """Lead from the desk to the page that readers see."""
        return publication_path("en", publication.slug)

    @admin.display(description="own name")
    def own_name(self, publication: Publication) -> str:
        """Show the name in its own script."""
        return in_language(publication.native_name or publication.name, publication.language)

    @admin.display(description="sources", ordering="source_count")
    def sources(self, publication: Publication) -> str:
        """Count the sources, with a link to them."""
        address = f"../source/?publication__id__exact={publication.pk}"
        return format_html('<a href="{}">{}</a>', address, getattr(publication, "source_count", 0))
