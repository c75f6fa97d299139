"""Stories at the desk: look, withhold, withdraw, restore."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin
from django.contrib.admin.widgets import AdminSplitDateTime
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.html import format_html

from kushk.desk.admin.translations import addresses, links_of
from kushk.desk.shown import in_language, web_link
from kushk.library import api as library
from kushk.library.api import Access, Story, StoryState
from kushk.reader.addresses import changes_path, story_path

KEEP = ""
DECISIONS = (
    (KEEP, "Leave it as it is"),
    ("withhold", "Withhold: take it down for the time being"),
    ("withdraw", "Withdraw: take it down for good"),
    ("restore", "Restore: publish it again"),
)


class DecisionForm(forms.ModelForm):  # type: ignore[type-arg]  # generic in the stubs alone
    """What to do with a story, and what its readers are told."""

    decision = forms.ChoiceField(choices=DECISIONS, required=False)
    access = forms.ChoiceField(
        label="Who may read to the end",
        choices=[("", "As its section or publication has it"), *Access.choices],
        required=False,
    )
    members_until = forms.SplitDateTimeField(
        label="For members alone until",
        required=False,
        widget=AdminSplitDateTime,
        help_text="UTC. Then it is as said above.",
    )
    told = forms.CharField(
        label="What readers are told", required=False, max_length=1000, widget=forms.Textarea(attrs={"rows": 3})
    )

    class Meta:
        model = Story
        fields = ()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["access"] = self.instance.access
        self.initial["members_until"] = self.instance.members_until


class StoryAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """A story. Its words come from its source; the desk decides whether readers may have it."""

    form = DecisionForm
    list_display = ("title", "publication", "state", "published_text", "corrected_at")
    list_filter = ("state", "publication", "base_language")
    search_fields = ("headline", "public_id", "canonical_url")
    list_select_related = ("publication",)
    list_per_page = 50
    show_full_result_count = False
    actions = ("withhold", "withdraw", "restore")
    readonly_fields = (
        "title",
        "publication",
        "source",
        "original",
        "state",
        "notice",
        "byline",
        "language",
        "published_text",
        "first_seen",
        "corrected_at",
        "what_changed",
        "translations",
    )
    fieldsets = (
        (None, {"fields": readonly_fields}),
        ("Decide", {"fields": ("decision", "told", "access", "members_until")}),
    )

    class Media:
        """Room for long headlines."""

        css = {"all": ("desk/desk.css",)}  # noqa: RUF012 - Django's own declaration

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Refuse: stories come from sources."""
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Story | None = None) -> bool:  # noqa: ARG002
        """Refuse: a story is withdrawn, so that it cannot come back by itself."""
        return False

    def save_model(self, request: HttpRequest, obj: Story, form: Any, change: bool) -> None:  # noqa: ARG002, FBT001
        """Carry out the decision through the library."""
        decide(obj, form.cleaned_data.get("decision", KEEP), form.cleaned_data.get("told", ""))
        if "access" in form.changed_data:
            library.set_access(obj, form.cleaned_data["access"])
        if "members_until" in form.changed_data:
            library.embargo_story(obj, form.cleaned_data["members_until"])

    def view_on_site(self, story: Story) -> str:
        """Lead from the desk to the page that readers see."""
        return story_path("en", story)

    @admin.display(description="headline", ordering="headline")
    def title(self, story: Story) -> str:
        """Show the headline in its own language."""
        return in_language(story.headline or story.public_id, story.language)

    @admin.display(description="original")
    def original(self, story: Story) -> str:
        """Show where the publisher has it."""
        return web_link(story.canonical_url)

    @admin.display(description="corrections")
    def what_changed(self, story: Story) -> str:
        """Lead to what changed between the revisions."""
        if story.number == 1:
            return "None"
        return format_html('<a href="{}">{} revisions</a>', changes_path("en", story), story.number)

    @admin.display(description="translations")
    def translations(self, story: Story) -> str:
        """Lead to what a person may correct."""
        return links_of(story)

    def get_urls(self) -> list[Any]:
        """Add the pages of a story's translations."""
        return [*addresses(), *super().get_urls()]

    @admin.action(description="Withhold: take down for the time being")
    def withhold(self, request: HttpRequest, queryset: QuerySet[Story]) -> None:
        """Withhold the chosen stories."""
        self._decide_all(request, queryset, "withhold", "Withheld")

    @admin.action(description="Withdraw: take down for good")
    def withdraw(self, request: HttpRequest, queryset: QuerySet[Story]) -> None:
        """Withdraw the chosen stories."""
        self._decide_all(request, queryset, "withdraw", "Withdrawn")

    @admin.action(description="Restore: publish again")
    def restore(self, request: HttpRequest, queryset: QuerySet[Story]) -> None:
        """Publish the chosen stories again."""
        self._decide_all(request, queryset.exclude(state=StoryState.PUBLISHED), "restore", "Restored")

    def _decide_all(self, request: HttpRequest, queryset: QuerySet[Story], decision: str, said: str) -> None:
        chosen = list(queryset)
        for story in chosen:
            decide(story, decision, "")
        self.message_user(request, f"{said}: {len(chosen)}")


def decide(story: Story, decision: str, told: str) -> None:
    """Withhold, withdraw or restore a story by the library's own verbs; an empty decision does nothing."""
    if decision == "withhold":
        library.withhold_story(story, told)
    elif decision == "withdraw":
        library.withdraw_story(story, told)
    elif decision == "restore":
        library.restore_story(story)
