"""Podcasts: of a publication, of an issue, and the cover that directories want."""

from __future__ import annotations

import hashlib
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import http_date
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from kushk.library import api as library
from kushk.renditions.cards.api import cover as cover_of
from kushk.syndication.feeds import Feeds
from kushk.syndication.gathering import Wanted

FIVE_MINUTES = "public, max-age=300"
A_DAY = "public, max-age=86400"
_UNAVAILABLE = 503

_feeds = Feeds()


@csrf_exempt
@require_safe
def podcast(_request: HttpRequest, slug: str) -> HttpResponse:
    """Give the podcast of a publication."""
    return _answered(Wanted(_publication(slug)))


@csrf_exempt
@require_safe
def issue_podcast(_request: HttpRequest, slug: str, day: date) -> HttpResponse:
    """Give the podcast of a dated issue."""
    publication = _publication(slug)
    issue = publication.issues.filter(date=day).first()
    if issue is None:
        raise Http404("there is no such issue")
    return _answered(Wanted(publication, issue))


@csrf_exempt
@require_safe
def cover(_request: HttpRequest, slug: str) -> HttpResponse:
    """Give the square picture that stands for a publication's podcasts."""
    try:
        drawn = cover_of(_publication(slug))
    except OSError:  # a full disk, before the fonts were unpacked
        return HttpResponse(status=_UNAVAILABLE, headers={"Retry-After": "5", "Cache-Control": "no-store"})
    headers = {
        "Cache-Control": A_DAY if drawn.complete else FIVE_MINUTES,
        "ETag": f'"{hashlib.blake2b(drawn.data, digest_size=12).hexdigest()}"',
        "Cross-Origin-Resource-Policy": "cross-origin",
    }
    return HttpResponse(drawn.data, content_type=drawn.mime, headers=headers)


def _answered(wanted: Wanted) -> HttpResponse:
    feed = _feeds.of(wanted)
    headers = {"Cache-Control": FIVE_MINUTES, "ETag": feed.etag}
    if feed.modified is not None:
        headers["Last-Modified"] = http_date(feed.modified)
    return HttpResponse(feed.data, content_type="application/rss+xml; charset=utf-8", headers=headers)


def _publication(slug: str) -> library.Publication:
    try:
        return library.publication_by_slug(slug)
    except library.NoSuchPublication as error:
        raise Http404(str(error)) from error
