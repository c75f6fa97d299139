"""The stand: front page, rack, newest stories, and the pages of a publication."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from kushk.base import locale
from kushk.library import api as library
from kushk.reader.addresses import outside, podcast_path
from kushk.reader.caching import depends_on, public_page
from kushk.reader.choices import as_query, filters_for, wanted
from kushk.reader.frontpage import arranged
from kushk.reader.safe import html_language, moment

FRONT_STORIES = 24
RACK = 12
EVERY_PUBLICATION = 500
PAGE = 20
COMMAND = "./kushk add"


@public_page
def home(request: HttpRequest, ui: str) -> HttpResponse:
    """Show the front page: an editor's choice of the newest stories, and the rack."""
    chosen = wanted(request)
    shelves = library.front(**chosen, publications=RACK, each=1)
    cards = library.newest_stories(**chosen, limit=FRONT_STORIES).cards
    topics = {shelf.publication.id: shelf.publication.topic for shelf in shelves}
    context = {
        "here": "home",
        "front": arranged(cards, ui, topics),
        "shelves": shelves,
        "colours": colours_path(shelves),
        "query": as_query(chosen),
        **_filtered(request, chosen),
    }
    return render(request, "reader/home.html", context)


@public_page
def publications(request: HttpRequest, ui: str) -> HttpResponse:  # noqa: ARG001 - the middleware reads the language
    """Show every publication on the rack."""
    chosen = wanted(request)
    shelves = library.front(**chosen, publications=EVERY_PUBLICATION, each=1)
    context = {
        "here": "publications",
        "shelves": shelves,
        "count": len(shelves),
        "colours": colours_path(shelves),
        **_filtered(request, chosen),
    }
    return render(request, "reader/publications.html", context)


@public_page
def latest(request: HttpRequest, ui: str) -> HttpResponse:  # noqa: ARG001
    """Show all stories, newest first, page by page."""
    chosen = wanted(request)
    cursor = request.GET.get("after", "")
    page = library.newest_stories(**chosen, cursor=cursor, limit=PAGE)
    context = {"here": "latest", "page": page, **_filtered(request, chosen), **_onward(request, page, cursor, chosen)}
    return render(request, "reader/latest.html", context)


@public_page
def publication(request: HttpRequest, ui: str, slug: str) -> HttpResponse:  # noqa: ARG001
    """Show a publication: its sections, its dated issues, its stories."""
    return _publication(request, found_publication(slug))


@public_page
def section(request: HttpRequest, ui: str, slug: str, section_slug: str) -> HttpResponse:  # noqa: ARG001
    """Show the stories of one section."""
    found = found_publication(slug)
    return _publication(request, found, section=get_object_or_404(found.sections, slug=section_slug))


@public_page
def issue(request: HttpRequest, ui: str, slug: str, day: date) -> HttpResponse:
    """Show one dated issue."""
    found = found_publication(slug)
    dated = get_object_or_404(found.issues, date=day)
    shown = moment(locale.date(dated.date, ui), dated.date.isoformat())
    return _publication(request, found, issue=dated, issue_date=shown)


def found_publication(slug: str) -> library.Publication:
    """Return the publication of an address.

    Raises:
        Http404: there is none.
    """
    try:
        return library.publication_by_slug(slug)
    except library.NoSuchPublication as error:
        raise Http404(str(error)) from error


def colours_path(shelves: list[library.Shelf]) -> str:
    """Return the address of the rack's style sheet, with a version that changes with the colours."""
    stripes = "".join(f"{shelf.publication.stripe_start}{shelf.publication.stripe_end}" for shelf in shelves)
    version = hashlib.blake2b(stripes.encode(), digest_size=5).hexdigest()
    return f"{reverse('reader:rack-colours')}?v={version}"


def _publication(request: HttpRequest, found: library.Publication, **narrowed: Any) -> HttpResponse:
    cursor = request.GET.get("after", "")
    page = library.publication_stories(
        found, section=narrowed.get("section"), issue=narrowed.get("issue"), cursor=cursor, limit=PAGE
    )
    context = {
        "publication": found,
        "homepage": outside(found.homepage),
        "sections": library.sections_of(found),
        "issues": library.issues_of(found),
        "page": page,
        "first": page.cards[0] if page.cards and page.cards[0].picture and not cursor else None,
        "colours": reverse("reader:colours", args=[found.slug]),
        "podcast": podcast_path(found, narrowed.get("issue")),
        "language_tag": html_language(found.language),
        **narrowed,
        **_onward(request, page, cursor, {}),
    }
    return depends_on(render(request, "reader/publication.html", context), {found.pk})


def _filtered(request: HttpRequest, chosen: dict[str, str]) -> dict[str, Any]:
    return {"filters": filters_for(request, chosen), "filtered": any(chosen.values()), "command": COMMAND}


def _onward(request: HttpRequest, page: library.CardPage, cursor: str, chosen: dict[str, str]) -> dict[str, str]:
    return {
        "onward": request.path + as_query(chosen, after=page.next) if page.next else "",
        "restart": request.path + as_query(chosen) if cursor else "",
    }
