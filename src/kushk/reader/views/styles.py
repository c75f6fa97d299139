"""Style sheets: the stand's own, each publication's colours, and the one that a reader's choices make."""

from __future__ import annotations

import hashlib

from django.http import HttpRequest, HttpResponse

from kushk.library import api as library
from kushk.reader.caching import FOR_EVER, depends_on, only_read, public_page
from kushk.reader.colours import publication_rules
from kushk.reader.preferences import CHOSEN, COOKIE, as_cookie, from_cookie, style_rules
from kushk.reader.styles import style_sheet, style_version
from kushk.reader.views.stand import found_publication

_FOR_ONE = "private, no-cache"


@public_page
def styles(request: HttpRequest, version: str) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Give the style sheet; an old address, in a page that somebody kept, gets today's for a short while."""
    response = depends_on(_style_sheet(style_sheet()), library.NOTHING)
    if version == style_version():
        response["Cache-Control"] = FOR_EVER
    return response


@public_page
def colours(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """Give a publication's stripes and accents to its own pages."""
    found = found_publication(slug)
    sheet = _style_sheet(publication_rules(":root", found.stripe_start, found.stripe_end))
    return depends_on(sheet, {found.pk})


@public_page
def rack_colours(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Give each publication's stripes and accents to its place on the rack."""
    rules = (
        publication_rules(f".stripe-{each.id}", each.stripe_start, each.stripe_end) for each in library.publications()
    )
    return _style_sheet("".join(rules))


@only_read
def reading(request: HttpRequest) -> HttpResponse:
    """Give what a reader has chosen, as style rules; for most readers there are none.

    The page store hands the choices on as a query and keeps one answer for all who chose the same.
    """
    chosen = from_cookie(request.GET.get(CHOSEN) or request.COOKIES.get(COOKIE, ""))
    version = hashlib.blake2b(f"{style_version()} {as_cookie(chosen)}".encode(), digest_size=8).hexdigest()
    response = depends_on(_style_sheet(style_rules(chosen)), library.NOTHING)
    response["Cache-Control"] = _FOR_ONE
    response["ETag"] = f'"{version}"'
    return response


def _style_sheet(text: str) -> HttpResponse:
    return HttpResponse(text, content_type="text/css; charset=utf-8")
