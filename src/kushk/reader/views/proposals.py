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

    Where nothing is translated yet, the page that has it done is shown in place of this one.

    Raises:
        Http404: the story has no such translation that everybody may have.
    """
    account, found = signed_in(request), found_story(public_id)
    shown = _translation(found, target)
    rows = _rows(shown)
    back = translation_path(interface_of(request).tag, found, target)
    if not rows:
        return HttpResponseRedirect(back)
    asked = request.POST.get("sentence", "") or request.GET.get("sentence", "")
    chosen = next((row for row in rows if row.id == asked), None)
    text, error = request.POST.get("text", ""), ""
    if request.method == "POST" and chosen:
        wanted = next(each for each in shown.wanted if each.piece.id == chosen.id)
        try:
            translation.propose(account, public_id, target, wanted, before=chosen.text, text=text)
        except (translation.EmptyReview, translation.TooManyProposals) as fault:
            error = fault.code
        else:
            return HttpResponseRedirect(f"{request.path}?sent")
    context = {
        "here": "account",
        "story": found,
        "target": target,
        "rows": rows,
        "chosen": chosen,
        "written": text or (chosen.text if chosen else ""),
        "sent": "sent" in request.GET,
        "error": error,
        "back": back,
    }
    return render(request, "account/propose.html", context)


def _translation(found: library.Story, target: str) -> translation.Translation:
    if found.state != library.StoryState.PUBLISHED:
        raise Http404
    try:
        return translation.look(found, target)
    except (library.NotPermitted, translation.NoPair):
        raise Http404 from None


def _rows(shown: translation.Translation) -> list[Row]:
    """Return the sentences that are translated, in their order."""
    pieces = [wanted.piece for wanted in shown.wanted]
    return [Row(piece.id, piece.text, shown.units[piece.id].text) for piece in pieces if piece.id in shown.units]
