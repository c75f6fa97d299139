"""Sources at the desk: their health, their schedule, their rights."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from kushk.desk import health
from kushk.desk.shown import web_link
from kushk.library import api as library
from kushk.library.api import Rights, RightsTerms, Source


class RightsInline(admin.StackedInline):  # type: ignore[type-arg]  # generic in the stubs alone
    """What the stand may do with the source's stories."""

    model = Rights
    can_delete = False
    max_num = 1


class SourceAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """A source. It is added with ``./kushk add``, which looks at what the address holds."""

    list_display = ("__str__", "publication", "how_it_fares", "when_next", "address")
    list_filter = ("state", "kind", "publication")
    search_fields = ("title", "url", "last_error_code")
    list_select_related = ("publication",)
    ordering = ("-failures", "publication__name", "title")
    actions = ("pause", "resume", "fetch_now", "give_up", "give_up_and_withdraw")
    inlines = (RightsInline,)
    fieldsets = (
        (None, {"fields": ("title", "publication", "kind", "address")}),
        (
            "Health",
            {
                "fields": (
                    "how_it_fares",
                    "when_next",
                    "last_fetch_at",
                    "last_success_at",
                    "last_error_code",
                    "last_error_detail",
                    "failures",
                    "warnings_in_words",
                    "items_seen",
                    "pace",
                )
            },
        ),
    )
    readonly_fields = (
        "publication",
        "kind",
        "address",
        "how_it_fares",
        "when_next",
        "last_fetch_at",
        "last_success_at",
        "last_error_code",
        "last_error_detail",
        "failures",
        "warnings_in_words",
        "items_seen",
        "pace",
    )

    class Media:
        """Room for long headlines."""

        css = {"all": ("desk/desk.css",)}  # noqa: RUF012 - Django's own declaration

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Refuse: an address is looked at before it becomes a source."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:  # noqa: ARG002
        """Refuse: the rights record of a source goes on to hold for its stories."""
        return False

    def save_formset(self, request: Any, form: Any, formset: Any, change: Any) -> None:  # noqa: ARG002
        """Decide the rights through the library, which cuts what is shown anew."""
        for rights in formset.save(commit=False):
            terms = {field.name: getattr(rights, field.name) for field in fields(RightsTerms)}
            library.set_rights(rights.source, RightsTerms(**terms))
        formset.save_m2m()

    @admin.display(description="address", ordering="url")
    def address(self, source: Source) -> str:
        """Show the address, linked only if it is one of the web."""
        return web_link(source.url)

    @admin.display(description="health", ordering="failures")
    def how_it_fares(self, source: Source) -> str:
        """Say how the source fares."""
        return health.health(source, timezone.now())

    @admin.display(description="next fetch", ordering="next_fetch_at")
    def when_next(self, source: Source) -> str:
        """Say when the source is due."""
        return health.next_fetch(source, timezone.now())

    @admin.display(description="last warnings")
    def warnings_in_words(self, source: Source) -> str:
        """List what the last parse warned about."""
        return health.warnings(source)

    @admin.display(description="stories a day", ordering="stories_a_day")
    def pace(self, source: Source) -> str:
        """Say how often the source brings stories."""
        return health.pace(source)

    @admin.action(description="Pause: fetch no more for now")
    def pause(self, request: HttpRequest, queryset: QuerySet[Source]) -> None:
        """Pause the chosen sources."""
        for source in queryset:
            library.pause_source(source)
        self.message_user(request, "Paused.")

    @admin.action(description="Resume")
    def resume(self, request: HttpRequest, queryset: QuerySet[Source]) -> None:
        """Put the chosen sources back on their schedule."""
        for source in queryset:
            library.resume_source(source, timezone.now())
        self.message_user(request, "Resumed.")

    @admin.action(description="Fetch as soon as possible")
    def fetch_now(self, request: HttpRequest, queryset: QuerySet[Source]) -> None:
        """Make the chosen sources due."""
        for source in queryset:
            library.schedule_source(source, timezone.now())
        self.message_user(request, "Due now; the background work takes them next.")

    @admin.action(description="Give up: never fetch again, keep the stories")
    def give_up(self, request: HttpRequest, queryset: QuerySet[Source]) -> None:
        """Never fetch the chosen sources again."""
        for source in queryset:
            library.remove_source(source)
        self.message_user(request, "Given up; their stories stay.")

    @admin.action(description="Give up and withdraw every story")
    def give_up_and_withdraw(self, request: HttpRequest, queryset: QuerySet[Source]) -> None:
        """Never fetch the chosen sources again, and take their stories down."""
        for source in queryset:
            library.remove_source(source, withdraw=True)
        self.message_user(request, "Given up; their stories are withdrawn.")
