"""What holds for every answer: its language, who may keep it, and which cookies it can see."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers

from kushk.base.locale.tables import django_tag
from kushk.base.options import option
from kushk.reader.interface import COOKIE, for_everybody, in_address, interface_of

Handler = Callable[[HttpRequest], HttpResponse]

REMEMBER = "remember"
"""Query parameter of the language switch: remember the language of this address, then show the plain page."""

SHARED = ("/cards/", "/colours/", "/media/", "/podcasts/", "/styles/")
"""Beside the pages: what belongs to them and is the same for everybody."""

STRIPE = "https://api.stripe.com"
STRIPE_PAGES = ["https://checkout.stripe.com", "https://billing.stripe.com"]
"""Where Stripe's own pages lie."""

_YEAR = 365 * 24 * 3600


def cookie_blind(get_response: Handler) -> Handler:
    """Hide every cookie from the pages that shared caches keep, so that none can change them or be answered by one.

    Stands before the session: Django answers a session cookie that it does not know by deleting it, and a shared
    cache would hand that to every reader.
    """

    def handle(request: HttpRequest) -> HttpResponse:
        if for_everybody(request.path_info) or request.path_info.startswith(SHARED):
            request.COOKIES = {}
            request.META.pop("HTTP_COOKIE", None)
        return get_response(request)

    return handle


def interface_language(get_response: Handler) -> Handler:
    """Answer in the language that the address, the cookie or the browser asks for."""

    def handle(request: HttpRequest) -> HttpResponse:
        if in_address(request.path_info) and REMEMBER in request.GET and request.method == "GET":
            return _remembered(request)
        interface = interface_of(request)
        request.interface = interface  # type: ignore[attr-defined]
        with translation.override(django_tag(interface.tag)):
            response = get_response(request)
        is_page = response.get("Content-Type", "").startswith("text/html")
        shared = for_everybody(request.path_info) or response.get("Cache-Control", "").startswith("public")
        if is_page and not shared:
            patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response

    return handle


def forms_lead_out(get_response: Handler) -> Handler:
    """Let forms of the pages of account and plans lead to where people pay and sign in elsewhere, and nowhere else."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        tail = request.path_info[len(in_address(request.path_info)) + 1 :]
        if tail.startswith(("/account/", "/plans/")) and (others := _others()):
            response._csp_update = {"form-action": others}  # type: ignore[attr-defined]  # noqa: SLF001 - django-csp's own
        return response

    return handle


def _others() -> list[str]:
    """Return the origins to which a browser is sent by a form: it follows the policy through redirects."""
    pay = ([option("STRIPE_URL")] if option("STRIPE_URL") != STRIPE else STRIPE_PAGES) if option("STRIPE_KEY") else []
    origins = [urlsplit(address) for address in (*pay, option("OIDC_URL")) if address]
    return [f"{origin.scheme}://{origin.netloc}" for origin in origins]


def _remembered(request: HttpRequest) -> HttpResponse:
    query = request.GET.copy()
    del query[REMEMBER]
    address = request.path + (f"?{query.urlencode()}" if query else "")
    response = HttpResponseRedirect(address)
    tag = in_address(request.path_info)
    response.set_cookie(COOKIE, tag, max_age=_YEAR, samesite="Lax", httponly=True, secure=request.is_secure())
    response["Cache-Control"] = "private, no-store"
    return response


def private_by_default(get_response: Handler) -> Handler:
    """Forbid shared caches to keep an answer that does not itself say how long it holds."""

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if not response.has_header("Cache-Control"):
            response["Cache-Control"] = "private, no-store"
        return response

    return handle
