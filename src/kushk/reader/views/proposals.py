"""Where a reader suggests a better translation of a sentence."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from kushk.library import api as library
from kushk.reader.addresses import translation_path
from kushk.reader.interface import interface_of
from kushk.reader.views.account import signed_in
from kushk.reader.views.story import found_story
from kushk.renditions.translation import api as translation


@dataclass(frozen=True, slots=True)
class Row:
    """A sentence with its translation."""

    id: str
    original: str
    text: str


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def propose(request: HttpRequest, public_id: str, target: str) -> HttpResponse:
    """Show the sentences of a translation, then one to write better; keep what was written.

    Raises:
        Http404: the story has no such translation that everybody may have.
    """
    account, found = signed_in(request), found_story(public_id)
    try:
        shown = translation.look(found, target)
    except (library.NotPermitted, translation.NoPair):
        raise Http404 from None
    if found.state != library.StoryState.PUBLISHED:
        raise Http404
    rows = [
        Row(wanted.piece.id, wanted.piece.text, shown.units[wanted.piece.id].text)
        for wanted in shown.wanted
        if wanted.piece.id in shown.units
    ]
    asked = request.POST.get("sentence", "") or request.GET.get("sentence", "")
    chosen = next((row for row in rows if row.id == asked), None)
    error = ""
    if request.method == "POST" and chosen:
        wanted = next(each for each in shown.wanted if each.piece.id == chosen.id)
        try:
            translation.propose(
                account, public_id, target, wanted, before=chosen.text, text=request.POST.get("text", "")
            )
            return HttpResponseRedirect(f"{request.path}?sent")
        except (translation.EmptyReview, translation.TooManyProposals) as fault:
            error = fault.code
    context = {
        "here": "account",
        "story": found,
        "target": target,
        "rows": rows,
        "chosen": chosen,
        "sent": "sent" in request.GET,
        "error": error,
        "back": translation_path(interface_of(request).tag, found, target),
    }
    return render(request, "account/propose.html", context)
