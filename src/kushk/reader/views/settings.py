"""Text settings: the page to choose on, which needs neither a script nor an account."""

from __future__ import annotations

from urllib.parse import urlencode

from django.conf import settings as site
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from kushk.base.cookies import keep_cookie
from kushk.reader.origin import from_here, own_page, see_other
from kushk.reader.preferences import (
    COOKIE,
    COOKIE_SECONDS,
    Preferences,
    as_cookie,
    defaults,
    from_cookie,
    resized,
    sound,
)
from kushk.reader.safe import key_caps, name
from kushk.reader.settingsform import SHORTCUTS, fields

KEYS = {what: key_caps(*caps) for what, caps in SHORTCUTS.items()}
_STEPS = {"larger": 1, "smaller": -1}


@csrf_exempt  # pages are the same for everybody and hold no token; where a form comes from is judged by its headers
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: HttpRequest, ui: str) -> HttpResponse:
    """Show the choices, or keep what was chosen and lead back."""
    if request.method == "POST":
        return _kept(request, ui)
    back = own_page(request.GET.get("next", ""))
    context = {
        "here": "settings",
        "fields": fields(_chosen(request), ui),
        "back": back,
        "keys": KEYS,
        "stand_html": name(site.STAND_NAME, "und"),
        "applied": "applied" in request.GET,
    }
    return render(request, "reader/settings.html", context)


def _kept(request: HttpRequest, ui: str) -> HttpResponse:
    back = own_page(request.POST.get("next", ""))
    step = _STEPS.get(request.POST.get("step", ""))
    if step and back:
        target = back
    else:
        target = reverse("reader:settings", args=[ui]) + "?" + urlencode({"next": back, "applied": ""})
    response = see_other(target)
    if from_here(request):
        _keep(response, _wanted(request, step))
    return response


def _wanted(request: HttpRequest, step: int | None) -> Preferences:
    if "reset" in request.POST:
        return defaults()
    if step:
        return resized(_chosen(request), step)
    return sound({key: str(value) for key, value in request.POST.items()})


def _keep(response: HttpResponse, chosen: Preferences) -> None:
    text = as_cookie(chosen)
    if text:
        keep_cookie(response, COOKIE, text, COOKIE_SECONDS, for_scripts=True)
    else:
        response.delete_cookie(COOKIE, samesite="Lax")


def _chosen(request: HttpRequest) -> Preferences:
    return from_cookie(request.COOKIES.get(COOKIE, ""))
