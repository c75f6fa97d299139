"""Small pages and files: the way in, about, errors, robots, health, pictures."""

from __future__ import annotations

import re

from django.conf import settings
from django.db import DatabaseError, connection
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.utils._os import safe_join

from kushk.library import api as library
from kushk.reader.caching import FOR_EVER, depends_on, only_read, public_page
from kushk.reader.interface import interface_of
from kushk.reader.safe import name

LICENCE = "AGPL-3.0-or-later"

_MEDIA_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_\-/]*\.(?P<kind>jpg|jpeg|png|webp|gif|avif)")
_MEDIA_TYPES = {"jpg": "jpeg"}


@only_read
def way_in(request: HttpRequest) -> HttpResponse:
    """Lead to the front page in the reader's language."""
    response = HttpResponseRedirect(f"/{interface_of(request).tag}/")
    response["Vary"] = "Accept-Language, Cookie"
    return response


@public_page
def about(request: HttpRequest, ui: str) -> HttpResponse:  # noqa: ARG001 - the middleware reads the language
    """Say what the stand is and whose the stories are."""
    context = {
        "stand_html": name(settings.STAND_NAME, "und"),
        "kushk_html": name("Kushk", "und"),
        "licence_html": name(LICENCE, "en"),
    }
    return depends_on(render(request, "reader/about.html", context), library.NOTHING)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    """Answer an address that leads nowhere."""
    return render(request, "reader/error.html", {"status": 404, "here": "search"}, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Answer when the stand itself failed. It asks nothing of the database."""
    return render(request, "reader/error.html", {"status": 500, "here": "search", "offers": None}, status=500)


@only_read
def robots(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Tell robots what is for readers only."""
    lines = [
        "User-agent: *",
        "Disallow: /desk/",
        "Disallow: /*/search/",
        "Disallow: /*/whole/",
        "Disallow: /*/account/",
        "Disallow: /*/gift/",
        "Disallow: /*/plans/",
        "Disallow: /*?remember",
        "",
    ]
    return HttpResponse("\n".join(lines), content_type="text/plain", headers={"Cache-Control": "public, max-age=3600"})


@only_read
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Tell whether the stand can answer: 200 when its database does, else 503."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except DatabaseError:
        return JsonResponse({"ok": False}, status=503)
    return JsonResponse({"ok": True})


@only_read
def icon(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Lead browsers that ask for the old name of the icon to the icon."""
    response = HttpResponseRedirect(static("reader/icon-180.png"))
    response["Cache-Control"] = "public, max-age=86400"
    return response


@only_read
def media(request: HttpRequest, path: str) -> FileResponse:  # noqa: ARG001
    """Give a kept picture, in a way that nothing in it could ever run."""
    found = _MEDIA_NAME.fullmatch(path)
    if found is None:
        raise Http404
    try:
        stream = open(safe_join(settings.MEDIA_ROOT, path), "rb")  # noqa: SIM115, PTH123 - FileResponse closes it
    except OSError:
        raise Http404 from None
    response = FileResponse(stream, content_type=f"image/{_MEDIA_TYPES.get(found['kind'], found['kind'])}")
    response["Cache-Control"] = FOR_EVER
    response["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    return response
