"""Share cards: the picture of a story, the picture of one sentence, the code of its address."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect

from kushk.base.locale import INTERFACES
from kushk.library import api as library
from kushk.reader.addresses import absolute, card_path, short_path
from kushk.reader.caching import only_read
from kushk.reader.views.story import GONE, found_story
from kushk.renditions.cards import api as cards

_BUSY = 503

A_WHILE = "public, max-age=300"
"""For the way to the current version, and for cards that may be drawn better once a font is there."""

A_DAY = "public, max-age=86400"
"""No longer, although a card's address changes with what is drawn: caches must soon forget what was taken down."""


@only_read
def story(request: HttpRequest, public_id: str, version: str, extension: str) -> HttpResponse:  # noqa: ARG001
    """Give a story's card; another version than the current one leads to that."""
    found = found_story(public_id)
    if found.state != library.StoryState.PUBLISHED:
        return _gone(found)
    card = cards.story_card(found)
    if card.name != f"{version}.{extension}":
        response = HttpResponseRedirect(card_path(found, card))
        response["Cache-Control"] = A_WHILE
        return response
    try:
        return _picture(cards.drawn_story(found), A_DAY)
    except OSError:  # a full disk, before the fonts were unpacked
        return _later()


@only_read
def quote(request: HttpRequest, public_id: str, sentence_id: str) -> HttpResponse:  # noqa: ARG001
    """Give the card of one sentence that readers can see."""
    found = found_story(public_id)
    if found.state != library.StoryState.PUBLISHED:
        return _gone(found)
    try:
        return _picture(cards.drawn_quote(found, sentence_id), A_DAY)
    except (cards.Busy, OSError):
        return _later()
    except cards.NoSuchSentence as error:
        raise Http404(str(error)) from error


@only_read
def qr(request: HttpRequest, public_id: str) -> HttpResponse:  # noqa: ARG001
    """Give the QR code of a story's address, in the interface language nearest to the story's own."""
    found = found_story(public_id)
    if found.state != library.StoryState.PUBLISHED:
        return _gone(found)
    language = found.base_language if found.base_language in INTERFACES else INTERFACES[0]
    return _picture(cards.File(cards.qr_code(absolute(short_path(language, found))), "image/png"), A_DAY)


def _picture(file: cards.File, keep: str) -> HttpResponse:
    response = HttpResponse(file.data, content_type=file.mime)
    response["Cache-Control"] = keep if file.complete else A_WHILE
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "cross-origin"
    return response


def _later() -> HttpResponse:
    """Answer that a card cannot be drawn right now."""
    headers = {"Retry-After": "5", "Cache-Control": "no-store"}
    return HttpResponse(status=_BUSY, content_type="text/plain", headers=headers)


def _gone(found: library.Story) -> HttpResponse:
    """Answer that a story was taken down, and drop what was drawn of it."""
    cards.forget(found)
    return HttpResponse(status=GONE, content_type="text/plain")
