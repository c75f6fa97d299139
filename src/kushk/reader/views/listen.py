"""Stories to hear: the timeline for the player, single clips, and whole files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse, StreamingHttpResponse
from django.http.response import HttpResponseBase
from django.urls import reverse

from kushk.core.document import Document
from kushk.core.errors import KushkError
from kushk.library import api as library
from kushk.membership import api as membership
from kushk.reader.addresses import card_path
from kushk.reader.asker import address_of
from kushk.reader.caching import FOR_EVER, only_read
from kushk.reader.hearing import Heard
from kushk.reader.ranges import Unsatisfiable, wanted_range
from kushk.reader.views.story import GONE, found_story
from kushk.reader.walled import viewer_of
from kushk.renditions.cards.api import story_card
from kushk.renditions.narration import api as narration
from kushk.renditions.narration.sound.parts import Joined
from kushk.renditions.translation import api as translation

A_DAY = "public, max-age=86400"
"""Clips and files, although their names change with their sound: caches must soon forget what was taken down."""
A_MINUTE = "public, max-age=60"
NOBODY = "private, no-store"
SOON = "public, max-age=10"
"""For timelines, which change with a correction, and for the way to a current version."""
_PARTIAL, _UNSATISFIABLE, _TOO_MANY, _UNAVAILABLE, _FORBIDDEN = 206, 416, 429, 503, 403
_CLIP_TYPES = {"webm": "audio/webm", "mp3": "audio/mpeg"}
_FILE_TYPES = {"webm": "audio/webm", "mp3": "audio/mpeg", "vtt": "text/vtt; charset=utf-8"}
_BAD_ENGINE_SECONDS = 5

Answer = Callable[[HttpRequest, narration.Narrated], HttpResponseBase]


@only_read
def timeline(request: HttpRequest, public_id: str, target: str = "", *, whole: bool = False) -> HttpResponseBase:
    """Give what the player needs to start: every line, its clip, and the times of those that are made."""
    heard = Heard(public_id, target, whole)

    def answer(request: HttpRequest, narrated: narration.Narrated) -> HttpResponse:
        if narrated.plans:
            narration.clip(narrated, narrated.plans[0].key, address_of(request))
        known = narration.timeline(narrated)
        found = found_story(public_id)
        told = narration.as_json(known) | {
            "base": heard.path("timeline").removesuffix("timeline.json"),
            "page": heard.page,
            "picture": card_path(found, story_card(found)),
            "mp3": heard.path("narration", narrated.version, "mp3"),
            "webm": narration.has_opus(),
        }
        return JsonResponse(told, headers={"Cache-Control": SOON})

    return _answered(request, heard, answer)


@only_read
def clip(  # noqa: PLR0913 - parts of the address
    request: HttpRequest, public_id: str, key: str, extension: str, target: str = "", *, whole: bool = False
) -> HttpResponseBase:
    """Give one line's sound, or the times of its words."""
    heard = Heard(public_id, target, whole)

    def answer(request: HttpRequest, narrated: narration.Narrated) -> HttpResponse:
        made = narration.clip(narrated, key, address_of(request))
        headers = {"Cache-Control": A_DAY}
        if extension == "json":
            return JsonResponse({"seconds": round(made.encoded.seconds, 3), "words": made.words}, headers=headers)
        data = made.webm if extension == "webm" else made.encoded.mp3
        if not data:
            raise Http404("this stand makes no Opus")
        return HttpResponse(data, content_type=_CLIP_TYPES[extension], headers=headers)

    return _answered(request, heard, answer)


@only_read
def silence(request: HttpRequest, steps: int) -> HttpResponse:  # noqa: ARG001
    """Give some steps of silence."""
    if not 1 <= steps <= narration.MOST_SILENCE or not narration.has_opus():
        raise Http404("there is no such silence")
    headers = {"Cache-Control": FOR_EVER}
    return HttpResponse(narration.silent_webm(steps), content_type="audio/webm", headers=headers)


@only_read
def file(
    request: HttpRequest, public_id: str, extension: str, target: str = "", *, whole: bool = False
) -> HttpResponseBase:
    """Lead to the file of a story's current narration."""
    heard = Heard(public_id, target, whole)

    def answer(_request: HttpRequest, narrated: narration.Narrated) -> HttpResponse:
        headers = {"Cache-Control": A_MINUTE}
        return HttpResponseRedirect(heard.path("narration", narrated.version, extension), headers=headers)

    return _answered(request, heard, answer)


@only_read
def version(  # noqa: PLR0913 - parts of the address
    request: HttpRequest, public_id: str, version: str, extension: str, target: str = "", *, whole: bool = False
) -> HttpResponseBase:
    """Give a story's narration as one file, or its captions; another version than the current one leads to that."""
    heard = Heard(public_id, target, whole)

    def answer(request: HttpRequest, narrated: narration.Narrated) -> HttpResponseBase:
        if narrated.version != version:
            current = heard.path("narration", narrated.version, extension)
            return HttpResponseRedirect(current, headers={"Cache-Control": SOON})
        complete = narration.whole(narrated, address_of(request))
        if extension == "vtt":
            return HttpResponse(narration.as_webvtt(complete), content_type=_FILE_TYPES["vtt"], headers=_FILE_HEADERS)
        if extension == "webm" and not narration.has_opus():
            raise Http404("this stand makes no Opus")
        make = narration.mp3_of if extension == "mp3" else narration.webm_of
        tags = narration.tags_of(narrated, date=found_story(public_id).published_text)
        return _ranged(request, make(complete, tags), _FILE_TYPES[extension], version)

    return _answered(request, heard, answer)


@only_read
def issue(request: HttpRequest, slug: str, day: date) -> HttpResponse:  # noqa: ARG001
    """Give the stories of a dated issue that can be heard, in their order."""
    try:
        publication = library.publication_by_slug(slug)
    except library.NoSuchPublication as error:
        raise Http404(str(error)) from error
    found = next((each for each in library.issues_of(publication) if each.date == day), None)
    if found is None:
        raise Http404("there is no such issue")
    cards = library.publication_stories(publication, issue=found, limit=100).cards
    return JsonResponse({"title": str(found), "stories": list(_hearable(cards))}, headers={"Cache-Control": A_MINUTE})


def _hearable(cards: Iterable[library.StoryCard]) -> Iterable[dict[str, str]]:
    for card in cards:
        found = found_story(card.public_id)
        if narration.hearing(found).voice:
            yield {
                "story": found.public_id,
                "headline": found.headline,
                "publication": found.publication.native_name or found.publication.name,
                "timeline": reverse("reader:timeline", args=[found.public_id]),
                "page": f"/s/{found.public_id}/",
            }


_FILE_HEADERS = {"Cache-Control": A_DAY}


def _answered(request: HttpRequest, heard: Heard, answer: Answer) -> HttpResponseBase:
    """Answer for a story that may be heard; else say in the status why not, and when to come back."""
    found = found_story(heard.public_id)
    if found.state != library.StoryState.PUBLISHED:
        return HttpResponse(status=GONE, content_type="text/plain")
    try:
        response = answer(request, _narrated(request, found, heard))
    except (narration.TooMany, narration.Overspent) as fault:
        return _refused(_TOO_MANY, fault, fault.retry_after)
    except library.NotPermitted as fault:
        return _refused(_FORBIDDEN, fault)
    except (narration.NoVoice, narration.NoSuchClip, translation.NoPair) as fault:
        raise Http404(str(fault)) from fault
    except narration.SpeechError as fault:
        return _refused(_UNAVAILABLE, fault, _BAD_ENGINE_SECONDS)
    if heard.whole:
        response["Cache-Control"] = NOBODY
    return response


def _narrated(request: HttpRequest, found: library.Story, heard: Heard) -> narration.Narrated:
    part = _whole(request, found) if heard.whole else None
    if heard.target:
        return narration.narration_of(found, _translated(found, heard.target, part))
    return narration.narration_of(found, part=part)


def _whole(request: HttpRequest, found: library.Story) -> Document:
    """Return all of a story for somebody who may have it.

    Raises:
        NotPermitted: they may not.
    """
    decision = membership.decide(found, viewer_of(request))
    if not decision.whole:
        raise library.NotPermitted(form="speech")
    return membership.document_for(found, decision, "speech")


def _translated(found: library.Story, target: str, part: Document | None) -> Document:
    """Return a story's translation, as its page shows it.

    Raises:
        Http404: it is not made, or not yet.
    """
    shown = translation.look(found, target, part=part)
    if not shown.complete:
        raise Http404("this translation is not made yet")
    return shown.document


def _refused(status: int, fault: KushkError, retry_after: int = 0) -> HttpResponse:
    response = JsonResponse({"error": fault.code, "detail": str(fault)}, status=status)
    response["Cache-Control"] = "no-store"
    if retry_after:
        response["Retry-After"] = str(retry_after)
    return response


def _ranged(request: HttpRequest, joined: Joined, mime: str, version: str) -> HttpResponseBase:
    """Give a file or the part of it that is asked for (RFC 9110, 14)."""
    etag = f'"{version}"'
    headers = {**_FILE_HEADERS, "Accept-Ranges": "bytes", "ETag": etag}
    asked = request.headers.get("Range", "")
    if request.headers.get("If-Range", etag) != etag:
        asked = ""
    try:
        part = wanted_range(asked, joined.size)
    except Unsatisfiable:
        headers["Content-Range"] = f"bytes */{joined.size}"
        return HttpResponse(status=_UNSATISFIABLE, headers=headers)
    start, end = part or (0, joined.size)
    headers["Content-Length"] = str(end - start)
    if part:
        headers["Content-Range"] = f"bytes {start}-{end - 1}/{joined.size}"
    return StreamingHttpResponse(
        joined.chunks(start, end), status=_PARTIAL if part else 200, content_type=mime, headers=headers
    )
