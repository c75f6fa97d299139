"""Stories to their end, for whoever may have them, and the page on which a code makes a device a member."""

from __future__ import annotations

import json
from typing import Any

from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from kushk.accounts import api as accounts
from kushk.core.errors import KushkError
from kushk.core.languages import base
from kushk.library import api as library
from kushk.membership import api as membership
from kushk.reader.addresses import story_path, whole_path
from kushk.reader.asker import address_of, is_ahead
from kushk.reader.caching import only_read
from kushk.reader.hearing import listening
from kushk.reader.origin import from_here, see_other
from kushk.reader.safe import name
from kushk.reader.standing import standing
from kushk.reader.translating import translating
from kushk.reader.views.story import found_story, more_below, shown_story, story_page, taken_down
from kushk.reader.views.translated import told_progress, translated_page
from kushk.reader.walled import PASS_COOKIE, keep_decision, keep_pass, keys_from, sign_in_path, viewer_of, wall
from kushk.renditions.translation.api import NoPair

FORBIDDEN, BAD, NOTHING = 403, 400, 204
LONGEST_NOTE = 200
LONGEST_CODE = 60


@only_read
def whole(request: HttpRequest, ui: str, public_id: str) -> HttpResponse:
    """Show a story to its end to those who may read it; to others its beginning, and what they can do."""
    found = found_story(public_id)
    if found.state != library.StoryState.PUBLISHED:
        return taken_down(request, found)
    if not library.is_gated(found):
        return HttpResponseRedirect(story_path(ui, found))
    viewer = viewer_of(request)
    decision = membership.decide(found, viewer, opening=not is_ahead(request))
    context = _context(found, ui, decision, viewer) | {"give": _give_path(found, ui, viewer, decision)}
    response = render(request, "reader/story.html", context)
    keep_decision(request, response, decision)
    if decision.whole and not is_ahead(request):
        _note_opened(request, found)
    return response


def _note_opened(request: HttpRequest, found: library.Story) -> None:
    """Note the story in the history of a reader who signed in and wants one."""
    if isinstance(request.user, User):
        accounts.note_opened(request.user, [(found.public_id, accounts.now_ms())])


@only_read
def translation(request: HttpRequest, ui: str, public_id: str, target: str, view: str = "") -> HttpResponse:
    """Show a story to its end in another language, to those who may read it; others are led to its beginning."""
    found = found_story(public_id)
    if found.state != library.StoryState.PUBLISHED:
        return taken_down(request, found)
    decision = membership.decide(found, viewer_of(request), opening=not is_ahead(request))
    if not (library.is_gated(found) and decision.whole) or base(target) == base(found.language):
        return HttpResponseRedirect(whole_path(ui, found))
    try:
        part = membership.document_for(found, decision, "translation")
        page = translated_page(request, found, ui, (target, view), part)
    except (library.NotPermitted, NoPair):
        return HttpResponseRedirect(f"{whole_path(ui, found)}#translate")
    kept_back = {"indexable": False, "wall": None, "entry": _entry(decision)}
    response = render(request, "reader/story.html", page | kept_back)
    keep_decision(request, response, decision)
    return response


@only_read
def progress(request: HttpRequest, public_id: str, target: str) -> HttpResponse:
    """Tell those who may read a story to its end how much of its translation is there."""
    found = found_story(public_id)
    decision = membership.decide(found, viewer_of(request))
    if found.state != library.StoryState.PUBLISHED or not decision.whole:
        return HttpResponse(status=FORBIDDEN, content_type="text/plain")
    return told_progress(found, target, membership.document_for(found, decision, "translation"))


@csrf_exempt  # pages are the same for everybody and hold no token; nothing is kept of who sends it
@require_POST
def note(request: HttpRequest, public_id: str) -> HttpResponse:
    """Take how long a story was read or heard, for its publisher's statement. Nothing about the reader is kept."""
    try:
        found = library.story_by_public_id(public_id)
        sent = json.loads(request.body[:LONGEST_NOTE])
        kind, seconds = str(sent["kind"]), int(sent["seconds"])
    except (library.NoSuchStory, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return HttpResponse(status=BAD)
    if _counts(request, found, kind):
        expected = membership.seconds_of(found, kind)
        membership.note_reading(found, kind, seconds, expected, timezone.now().date())
    return HttpResponse(status=NOTHING)


def _counts(request: HttpRequest, found: library.Story, kind: str) -> bool:
    """Tell whether a note is believed: of a story that its reader may have, and not too often of one."""
    if found.state != library.StoryState.PUBLISHED or not from_here(request):
        return False
    if library.is_gated(found) and not membership.decide(found, viewer_of(request)).whole:
        return False
    return membership.may_note(address_of(request), f"{kind} {found.public_id}")


def _context(found: library.Story, ui: str, decision: membership.Decision, viewer: membership.Viewer) -> dict[str, Any]:
    turn = library.neighbours(found)
    page = story_page(found, ui, membership.document_for(found, decision))
    return page | {
        "turn": turn,
        "more": more_below(found, turn),
        "listen": listening(found, ui, whole=decision.whole),
        "translate": translating(found, ui, whole=decision.whole),
        "indexable": False,
        "wall": None if decision.whole else wall(found, ui, decision, viewer.account),
        "entry": _entry(decision) if decision.whole else None,
    }


def _give_path(found: library.Story, ui: str, viewer: membership.Viewer, decision: membership.Decision) -> str:
    """Return where a member gives the story away, empty for others."""
    may = decision.whole and membership.may_give(found, viewer)
    return reverse("reader:give", args=[ui, found.public_id]) if may else ""


def _entry(decision: membership.Decision) -> dict[str, Any]:
    return {"left": decision.left, "holder_html": name(decision.holder, "und") if decision.holder else ""}


@csrf_exempt  # as the page of text settings: where a form comes from is judged by its headers
@require_http_methods(["GET", "HEAD", "POST"])
def access(request: HttpRequest, ui: str) -> HttpResponse:
    """Show what the device may read, take a code, or give a pass back."""
    story = shown_story(request.POST.get("story", "") or request.GET.get("story", ""))
    if request.method == "POST" and from_here(request):
        if "forget" in request.POST:
            return _forgotten(request, ui)
        return _redeemed(request, ui, story)
    return _shown(request, ui, story)


def _redeemed(request: HttpRequest, ui: str, story: library.Story | None) -> HttpResponse:
    viewer = viewer_of(request)
    typed = request.POST.get("code", "")[:LONGEST_CODE]
    try:
        made, key = membership.redeem(typed, viewer.address, viewer.holder)
    except (membership.BadVoucher, membership.AlreadyMember, membership.TooManyTries) as error:
        response = _shown(request, ui, story, error)
        response.status_code = FORBIDDEN
        return response
    response = see_other(whole_path(ui, story) if story else reverse("reader:access", args=[ui]))
    if isinstance(made, membership.Pass) and made.account is None:
        keep_pass(request, response, key, made.ends_at)
    return response


def _forgotten(request: HttpRequest, ui: str) -> HttpResponse:
    membership.forget(keys_from(request))
    response = see_other(reverse("reader:access", args=[ui]))
    response.delete_cookie(PASS_COOKIE, samesite="Lax")
    return response


def _shown(request: HttpRequest, ui: str, story: library.Story | None, error: KushkError | None = None) -> HttpResponse:
    viewer = viewer_of(request)
    context = {
        "here": "access",
        "held": membership.holds(viewer.keys),
        "standing": standing(viewer, ui),
        "error": error.code if error else "",
        "renewing_html": name(str(error.data.get("plan", "")), "und") if error else "",
        "story": story,
        "back": story_path(ui, story) if story else "",
        "sign_in": sign_in_path(ui, request.get_full_path()) if membership.accounts_open() else "",
        "signed_in": viewer.account is not None,
    }
    return render(request, "reader/access.html", context)
