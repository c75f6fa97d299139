"""A story's page in another language, and what tools and scripts ask of a translation."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect, HttpResponseRedirect, JsonResponse
from django.shortcuts import render

from kushk.core.document import Document
from kushk.core.jsonform import to_json
from kushk.core.languages import base
from kushk.library import api as library
from kushk.reader.addresses import absolute, story_path, translation_path
from kushk.reader.asker import address_of
from kushk.reader.caching import depends_on, only_read, public_page
from kushk.reader.hearing import listening
from kushk.reader.paired import pairs_of, shown_document
from kushk.reader.translating import originals_of, standing, translating
from kushk.reader.views.story import GONE, found_story, more_below, story_page, taken_down
from kushk.renditions.translation import api as translation

FIRST_SECONDS = 0.25
"""For how long a page waits for its translation; what is not there by then comes later."""

_UNAVAILABLE, _FORBIDDEN = 503, 403
_NOT_KEPT = "no-store"


@public_page
def story(request: HttpRequest, ui: str, public_id: str, target: str, view: str = "") -> HttpResponse:
    """Show a story in another language, as far as that is made; the rest follows."""
    found = found_story(public_id)
    if found.state != library.StoryState.PUBLISHED:
        return taken_down(request, found)
    if base(target) == base(found.language):
        return HttpResponsePermanentRedirect(story_path(ui, found))
    try:
        page = translated_page(request, found, ui, (target, view))
    except (library.NotPermitted, translation.NoPair):
        return HttpResponseRedirect(f"{story_path(ui, found)}#translate")
    response = render(request, "reader/story.html", page)
    if not page["shown"]["complete"]:
        response["Cache-Control"] = _NOT_KEPT
        return response
    beside = {each["card"].publication_id for each in page["more"]}
    return depends_on(response, {found.publication_id, *beside, *library.OF_TRANSLATIONS})


def translated_page(
    request: HttpRequest, found: library.Story, ui: str, asked: tuple[str, str], part: Document | None = None
) -> dict[str, Any]:
    """Return what the page of a translated story shows.

    Args:
        request: by whom it is paid for, as far as the budget goes.
        found: the story.
        ui: language of the interface.
        asked: into which language, and the view.
        part: what is translated, where the reader may have more than everybody.

    Raises:
        NotPermitted, NoPair: as ``translation.within``.
    """
    turn = library.neighbours(found)
    more = more_below(found, turn)
    cards = [each["card"] for each in more]
    shown = translation.within(found, asked[0], FIRST_SECONDS, address_of(request), cards, part=part)
    page = _context(found, ui, shown, asked[1], whole=part is not None)
    return page | {"more": _translated(more, shown), "turn": turn}


def _context(
    found: library.Story, ui: str, shown: translation.Translation, view: str, *, whole: bool
) -> dict[str, Any]:
    document = shown_document(shown, view)
    page = story_page(found, ui, document)
    pairs = pairs_of(page["document"], _same_blocks(shown, page["document"])) if view == "side" else None
    address = absolute(translation_path(ui, found, shown.target))
    page["share"] = page["share"].at(address, document.headline.text if document.headline else found.headline)
    return page | {
        "title": document.headline.text if document.headline else found.headline,
        "view": view,
        "shown": standing(shown, found, ui, whole=whole),
        "pairs": pairs and list(pairs),
        "originals": originals_of(shown, ui),
        "listen": listening(found, ui, shown, whole=whole) if shown.complete else {"waiting": True},
        "translate": translating(found, ui, shown.target, view, whole=whole),
        "canonical": absolute(story_path(ui, found)),
        "structured": _structured(page["structured"], shown, address),
        "language_differs": False,
    }


def _same_blocks(shown: translation.Translation, document: Any) -> Any:
    """Return the original without the picture that leads, where the translation leads with it."""
    skipped = len(shown.original.blocks) - len(document.blocks)
    return shown.original.with_blocks(shown.original.blocks[skipped:])


def _structured(known: dict[str, Any], shown: translation.Translation, address: str) -> dict[str, Any]:
    """Return the structured data of a translation: a work of its own that says from what it was translated, by whom."""
    document = shown.document
    own = {
        "headline": document.headline.text if document.headline else known.get("headline", ""),
        "description": document.standfirst.text if document.standfirst else "",
        "inLanguage": shown.target,
        "url": address,
        "translationOfWork": {"@type": "NewsArticle", "url": known["url"], "inLanguage": known.get("inLanguage", "")},
        "translator": [
            {"@type": "SoftwareApplication", "name": origin.title, "softwareVersion": origin.version}
            for origin in shown.origins
            if origin.title
        ],
    }
    return {key: value for key, value in {**known, **own}.items() if value}


def _translated(more: list[dict[str, Any]], shown: translation.Translation) -> list[dict[str, Any]]:
    """Return the stories below with their headlines in the page's language, where those are translated."""
    headlines = translation.cards_of(shown, [each["card"] for each in more])
    return [{**each, "headline": headlines.get(each["card"].id, ""), "target": shown.target} for each in more]


@only_read
def progress(request: HttpRequest, public_id: str, target: str) -> HttpResponse:  # noqa: ARG001
    """Tell how much of a translation is there. Begins nothing."""
    return told_progress(found_story(public_id), target)


def told_progress(found: library.Story, target: str, part: Document | None = None) -> HttpResponse:
    """Tell how much of a translation is there; ``part`` as in ``translated_page``."""
    try:
        shown = translation.look(found, target, part=part)
    except (library.NotPermitted, translation.NoPair) as fault:
        return _refused(fault)
    told = {"done": shown.done, "total": shown.total, "complete": shown.complete, "running": shown.running}
    return JsonResponse(told | {"ahead": shown.ahead}, headers={"Cache-Control": _NOT_KEPT})


@only_read
def data(request: HttpRequest, public_id: str, target: str) -> HttpResponse:
    """Give a translation as a document in JSON, with where each sentence comes from."""
    found = found_story(public_id)
    if found.state != library.StoryState.PUBLISHED:
        return HttpResponse(status=GONE, content_type="text/plain")
    try:
        shown = translation.within(found, target, FIRST_SECONDS, address_of(request))
    except (library.NotPermitted, translation.NoPair) as fault:
        return _refused(fault)
    told = {
        "story": public_id,
        "source": found.language,
        "target": shown.target,
        "complete": shown.complete,
        "document": to_json(shown.document),
        "sentences": {name: _provenance(unit) for name, unit in shown.units.items() if name not in shown.pending},
    }
    caching = "public, max-age=60" if shown.complete else _NOT_KEPT
    return JsonResponse(told, headers={"Cache-Control": caching})


def _provenance(unit: translation.Unit) -> dict[str, Any]:
    origin = unit.origin
    told = {
        "engine": origin.engine,
        "version": origin.version,
        "via": list(origin.via),
        "made": origin.made_at,
        "reviewed": origin.reviewed,
        "problems": list(unit.problems),
    }
    return {key: value for key, value in told.items() if value not in ("", [])}


def _refused(fault: library.NotPermitted | translation.NoPair) -> HttpResponse:
    status = _FORBIDDEN if isinstance(fault, library.NotPermitted) else 404
    answer = {"error": fault.code, "detail": str(fault)}
    return JsonResponse(answer, status=status, headers={"Cache-Control": _NOT_KEPT})
