"""Translations at the desk: read beside the original, corrected sentence by sentence, in every story at once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html_join

from kushk.base import locale
from kushk.core.errors import KushkError
from kushk.core.languages import direction_of
from kushk.library import api as library
from kushk.library.api import Story
from kushk.reader.addresses import translation_path
from kushk.renditions.translation import api as translation

SECONDS = 3.0
"""For how long the page waits for a translation that is not made yet."""

_TEXT, _RIGHT, _BACK = "text-", "right-", "back-"
"""Begin the names of fields; the sentence's id follows."""


@dataclass(frozen=True, slots=True)
class Row:
    """One sentence on the page."""

    id: str
    original: str
    text: str
    origin: str
    reviewed: bool
    problems: tuple[str, ...]
    pending: bool


def links_of(story: Story) -> str:
    """Return links to a story's translations at the desk."""
    can = translation.possible(story)
    if can.refused:
        return "Its rights forbid translation."
    links = [
        (reverse("admin:story-translation", args=[story.pk, tag]), locale.language_name(tag, "en"))
        for tag in can.targets
    ]
    return format_html_join(" · ", '<a href="{}">{}</a>', links) or "No engine translates from its language."


def addresses() -> list[URLPattern]:
    """Return the addresses of these pages below a story's own."""
    view = admin.site.admin_view(story_translation)
    return [path("<int:pk>/translations/<str:target>/", view, name="story-translation")]


def story_translation(request: HttpRequest, pk: int, target: str) -> HttpResponse:
    """Show a story's translation into one language; take in what a person corrected."""
    if not request.user.has_perm("library.change_story"):
        raise PermissionDenied
    story = get_object_or_404(Story.objects.select_related("publication", "section", "source__rights"), pk=pk)
    if request.method == "POST":
        _take_in(request, story, target)
        return HttpResponseRedirect(request.path)
    try:
        shown = translation.within(story, target, SECONDS, part=translation.kept_back(story))
    except KushkError as fault:
        messages.error(request, str(fault))
        return HttpResponseRedirect(reverse("admin:library_story_change", args=[pk]))
    return TemplateResponse(request, "desk/translation.html", _context(request, story, target, shown))


def _context(request: HttpRequest, story: Story, target: str, shown: translation.Translation) -> dict[str, Any]:
    rows = list(_rows(shown))
    return {
        **admin.site.each_context(request),
        "title": f"Translation into {locale.language_name(target, 'en')}",
        "story": story,
        "rows": rows,
        "failed": sum(bool(row.problems) for row in rows),
        "shown": shown,
        "target": target,
        "direction": direction_of(target),
        "page": translation_path("en", story, target),
        "opts": Story._meta,  # noqa: SLF001 - Django's documented model interface
    }


def _rows(shown: translation.Translation) -> Iterator[Row]:
    for wanted in shown.wanted:
        unit = shown.units.get(wanted.piece.id)
        yield Row(
            wanted.piece.id,
            wanted.piece.text,
            unit.text if unit else "",
            (unit.origin.title or unit.origin.engine) if unit else "",
            bool(unit and unit.origin.reviewed),
            unit.problems if unit else (),
            unit is None,
        )


def _take_in(request: HttpRequest, story: Story, target: str) -> None:
    """Keep every sentence that was changed or said to be right, and take back what is to be taken back."""
    shown = translation.look(story, target, part=translation.kept_back(story))
    done = 0
    for name, unit in shown.units.items():
        text = " ".join(request.POST.get(_TEXT + name, "").split())
        try:
            if _BACK + name in request.POST:
                translation.unreview(story, target, name)
            elif text and (text != unit.text or _RIGHT + name in request.POST):
                translation.review(story, target, name, text, request.user.get_username())
            else:
                continue
            done += 1
        except KushkError as fault:
            messages.error(request, str(fault))
    messages.success(request, f"Sentences changed: {done}. They are the same in every story that has them.")


class ProposalAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """What readers suggest: accepted, it stands in every story that has the sentence; declined, it is put aside."""

    list_display = ("original", "before", "text", "target", "state", "made_at")
    list_filter = ("state", "target")
    search_fields = ("original", "text")
    actions = ("accept", "decline")
    list_display_links = None

    def has_add_permission(self, request: HttpRequest) -> bool:  # noqa: ARG002
        """Refuse: readers suggest."""
        return False

    @admin.action(description="Accept: the translation is as suggested")
    def accept(self, request: HttpRequest, queryset: Any) -> None:
        """Let suggestions stand."""
        done = 0
        for proposal in queryset.filter(state=translation.Proposal.State.NEW):
            try:
                story = library.story_by_public_id(proposal.story)
                who = request.user.get_username()
                translation.review(story, proposal.target, proposal.sentence, proposal.text, who)
            except KushkError as fault:
                messages.error(request, str(fault))
                continue
            translation.Proposal.objects.filter(pk=proposal.pk).update(state=translation.Proposal.State.ACCEPTED)
            done += 1
        messages.success(request, f"Accepted: {done}.")

    @admin.action(description="Decline")
    def decline(self, request: HttpRequest, queryset: Any) -> None:
        """Put suggestions aside."""
        done = queryset.filter(state=translation.Proposal.State.NEW).update(state=translation.Proposal.State.DECLINED)
        messages.success(request, f"Declined: {done}.")


class GlossaryTermAdmin(admin.ModelAdmin):  # type: ignore[type-arg]  # generic in the stubs alone
    """A term: a name that is never translated, or a word with a fixed rendering."""

    list_display = ("term", "shown_rendering", "source", "target", "publication")
    list_filter = ("source", "target", "publication")
    search_fields = ("term", "rendering")
    list_select_related = ("publication",)

    @admin.display(description="rendering", ordering="rendering")
    def shown_rendering(self, term: translation.GlossaryTerm) -> str:
        """Show how it comes out; a protected name says so."""
        return term.rendering or "(stays as it is)"

    def save_model(self, request: HttpRequest, obj: Any, form: Any, change: bool) -> None:  # noqa: FBT001
        """Save, and have every page with a translation made anew."""
        super().save_model(request, obj, form, change)
        library.note_translations()

    def delete_model(self, request: HttpRequest, obj: Any) -> None:
        """Delete, and have every page with a translation made anew."""
        super().delete_model(request, obj)
        library.note_translations()

    def delete_queryset(self, request: HttpRequest, queryset: Any) -> None:
        """Delete several; the same."""
        super().delete_queryset(request, queryset)
        library.note_translations()
