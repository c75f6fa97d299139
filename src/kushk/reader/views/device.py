"""What a reader's device keeps: the pages that show it, the manifest to install the stand, the service worker."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.templatetags.static import static
from django.urls import reverse
from django.views.decorators.gzip import gzip_page

from kushk.base import locale
from kushk.core.colours import LIGHT_PAPER
from kushk.reader import offline as copies
from kushk.reader.caching import only_read, public_page
from kushk.reader.interface import interface_named

DESCRIPTION = "{stand} is a newsstand: it brings publications together, so that each story can be read in its own language and script."  # noqa: E501 - the key of a text in the catalogue
SHORTEST_NAME = 12
"""Characters that have room below an icon on a home screen."""


@public_page
def saved(request: HttpRequest, ui: str) -> HttpResponse:  # noqa: ARG001 - the middleware reads the language
    """Show the place where a script lists the stories that the device has kept: the same bytes for everybody."""
    return render(request, "reader/saved.html", {"here": "saved"})


@public_page
def offline(request: HttpRequest, ui: str) -> HttpResponse:  # noqa: ARG001
    """Show what stands in for a page that cannot be fetched; the service worker keeps it beforehand."""
    return render(request, "reader/offline.html", {"here": "offline"})


@public_page
def manifest(request: HttpRequest, ui: str) -> HttpResponse:  # noqa: ARG001
    """Tell a device how to install the stand, in the language of the address."""
    return JsonResponse(
        _manifest(ui), content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False}
    )


@only_read
@gzip_page
def worker(request: HttpRequest) -> HttpResponse:  # noqa: ARG001
    """Give the service worker of the whole stand. It is asked for anew each time, and changes when any part does."""
    return HttpResponse(
        copies.worker_script(),
        content_type="text/javascript; charset=utf-8",
        headers={"Cache-Control": "no-cache", "Service-Worker-Allowed": "/"},
    )


def _manifest(ui: str) -> dict[str, Any]:
    interface = interface_named(ui)
    short = {"short_name": settings.STAND_NAME} if len(settings.STAND_NAME) <= SHORTEST_NAME else {}
    return {
        "id": "/",
        "name": settings.STAND_NAME,
        **short,
        "description": locale.message(DESCRIPTION, ui, stand=settings.STAND_NAME),
        "lang": interface.lang,
        "dir": interface.direction,
        "start_url": reverse("reader:home", args=[ui]),
        "scope": "/",
        "display": "standalone",
        "display_override": ["minimal-ui", "standalone"],
        "background_color": LIGHT_PAPER,
        "theme_color": LIGHT_PAPER,
        "categories": ["news"],
        "icons": [
            _icon("icon-192.png", 192, "any"),
            _icon("icon-512.png", 512, "any"),
            _icon("icon-maskable-512.png", 512, "maskable"),
        ],
    }


def _icon(name: str, size: int, purpose: str) -> dict[str, str]:
    return {"src": static(f"reader/{name}"), "sizes": f"{size}x{size}", "type": "image/png", "purpose": purpose}
