"""The story page, and what changed in a story."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import render
from django.urls import reverse

from kushk.base import locale
from kushk.core.document import Document
from kushk.core.reading import reading_seconds
from kushk.library import api as library
from kushk.reader.addresses import absolute, card_path, outside, qr_path, quote_path, story_path
from kushk.reader.caching import depends_on, public_page
from kushk.reader.changes import history
from kushk.reader.hearing import listening
from kushk.reader.leading import leading_picture
from kushk.reader.safe import html_language, moment, name
from kushk.reader.sharing import sharing
from kushk.reader.structured import news_article
from kushk.reader.translating import alternates, translating
from kushk.reader.walled import wall
from kushk.renditions.cards.api import story_card

GONE = 410
MORE = 6
"""Stories below a story."""


@public_page
def story(request: HttpRequest, ui: str, public_id: str, slug: str = "") -> HttpResponse:
    """Show a story as far as its rights allow."""
    found = found_story(public_id)
    if found.state != library.StoryState.PUBLISHED:
        return taken_down(request, found)
    if slug != found.slug:
        return HttpResponsePermanentRedirect(story_path(ui, found))
    context = _story_context(found, ui)
    beside = {each["card"].publication_id for each in context["more"]}
    return depends_on(render(request, "reader/story.html", context), {found.publication_id, *beside})


@public_page
def changes(request: HttpRequest, ui: str, public_id: str) -> HttpResponse:
    """Show what each correction of a story changed."""
    found = found_story(public_id)
    if found.state != library.StoryState.PUBLISHED:
        return taken_down(request, found)
    context = {
        "story": found,
        "revisions": history(found, ui),
        "colours": reverse("reader:colours", args=[found.publication.slug]),
    }
    return depends_on(render(request, "reader/changes.html", context), {found.publication_id})


def found_story(public_id: str) -> library.Story:
    """Return the story of an address, in any state.

    Raises:
        Http404: there is none.
    """
    try:
        return library.story_by_public_id(public_id)
    except library.NoSuchStory as error:
        raise Http404(str(error)) from error


def shown_story(public_id: str) -> library.Story | None:
    """Return a story that readers may see."""
    try:
        found = library.story_by_public_id(public_id)
    except library.NoSuchStory:
        return None
    return found if found.state == library.StoryState.PUBLISHED else None


def _story_context(found: library.Story, ui: str) -> dict[str, Any]:
    """Return what the page of a story in its own language shows."""
    turn = library.neighbours(found)
    page = story_page(found, ui, library.visible_document(found))
    return page | {
        "turn": turn,
        "more": more_below(found, turn),
        "listen": listening(found, ui),
        "translate": translating(found, ui),
    }


def story_page(found: library.Story, ui: str, document: Document) -> dict[str, Any]:
    """Return what every page of a story shows, whichever its language.

    Args:
        found: the story.
        ui: language of the interface.
        document: what may be shown, perhaps translated.
    """
    publication = found.publication
    publication_name = publication.native_name or publication.name
    pictures = library.pictures_of(document)
    lead = leading_picture(found, document, pictures)
    permissions = library.permissions_of(found)
    source_url = outside(found.canonical_url)
    address = absolute(story_path(ui, found))
    card = story_card(found)
    picture = card_path(found, card)
    return {
        "story": found,
        "publication": publication,
        "publication_name": publication_name,
        "publication_html": name(publication_name, publication.language),
        "document": lead.document,
        "seconds": max(1, round(reading_seconds(document))),
        "pictures": pictures,
        "lead": lead.picture and lead,
        "byline": document.byline.text if document.byline else "",
        "card": card,
        "card_address": absolute(picture),
        "indexable": permissions.full_text and not found.excerpt,
        "language_differs": _differs(found.language, ui),
        "og_locale": html_language(found.language).replace("-", "_"),
        "cut": not permissions.full_text or found.excerpt,
        "wall": wall(found, ui),
        "source_url": source_url,
        "source_site": name(urlsplit(source_url).hostname or "", "und") if source_url else "",
        "notice": _correction(found, ui),
        "share": sharing(
            found.headline,
            publication_name,
            address,
            card=picture,
            code=qr_path(found),
            quotes=quote_path(found, "SENTENCE"),
        ),
        "colours": reverse("reader:colours", args=[publication.slug]),
        "alternates": alternates(found, ui),
        "structured": news_article(found, document, address, lead, absolute(picture)),
    }


def more_below(found: library.Story, turn: library.Neighbours) -> list[dict[str, Any]]:
    """Return what stands below a story. Its own publication is named above already, and so are its neighbours."""
    named = {card.id for card in (turn.previous, turn.next) if card}
    more = [each for each in library.more_stories(found, MORE + len(named)) if each.card.id not in named]
    own = found.publication_id
    return [{"card": each.card, "because": each, "own": each.card.publication_id == own} for each in more[:MORE]]


def _differs(language: str, ui: str) -> bool:
    """Tell whether a story's language is known and not the interface's own, which need not be named."""
    return bool(html_language(language)) and language.split("-", maxsplit=1)[0] != ui.split("-", maxsplit=1)[0]


def _correction(found: library.Story, ui: str) -> dict[str, Any] | None:
    if found.corrected_at is None:
        return None
    day = found.corrected_at.date()
    newest = library.revisions_of(found)[0]
    return {"date": moment(locale.date(day, ui), day.isoformat()), "note": found.notice or newest.note}


def taken_down(request: HttpRequest, found: library.Story) -> HttpResponse:
    """Say that a story was here and why it is no more."""
    publication = found.publication
    context = {
        "publication": publication,
        "publication_html": name(publication.native_name or publication.name, publication.language),
        "notice": found.notice,
    }
    return render(request, "reader/taken_down.html", context, status=GONE)
