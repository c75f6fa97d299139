"""What holds for every answer: its language, who may keep it, and which cookies it can see."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import translation
from django.utils.cache import patch_vary_headers

from kushk.base.cookies import keep_cookie
from kushk.base.locale.tables import django_tag
from kushk.base.options import option
from kushk.membership import api as membership
from kushk.reader.interface import COOKIE, DESK, for_everybody, in_address, interface_of

Handler = Callable[[HttpRequest], HttpResponse]

REMEMBER = "remember"
"""Query parameter of the language switch: remember the language of this address, then show the plain page."""

SHARED = ("/cards/", "/colours/", "/media/", "/podcasts/", "/styles/")
"""Beside the pages: what belongs to them and is the same for everybody."""

STRIPE = "https://api.stripe.com"
STRIPE_PAGES = ["https://checkout.stripe.com", "https://billing.stripe.com"]
"""Where Stripe's own pages lie."""

_TRUSTED = ("require-trusted-types-for", "trusted-types")

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
        shared = for_everybody(request.path_info) or response.get("Cache-Control", "").startswith("public")
        if _is_page(response) and not shared:
            patch_vary_headers(response, ["Accept-Language", "Cookie"])
        return response

    return handle


def no_accounts(get_response: Handler) -> Handler:
    """Hide the pages of accounts where the stand has none, before the library that has them redirects anybody."""

    def handle(request: HttpRequest) -> HttpResponse:
        if _tail(request).startswith("/account/") and not membership.accounts_open():
            raise Http404(request.path)
        return get_response(request)

    return handle


def policy_by_place(get_response: Handler) -> Handler:
    """Let no other site load a page, and loosen the content security policy where a page cannot do without.

    Forms of the pages of account and plans lead to where people pay and sign in elsewhere. The desk is Django's own,
    whose scripts make mark-up of strings (Django 5.2, ``admin/js/vendor``).
    """

    def handle(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if _is_page(response):
            response["Cross-Origin-Resource-Policy"] = "same-origin"
        if request.path_info.startswith(DESK):
            response._csp_replace = dict.fromkeys(_TRUSTED)  # type: ignore[attr-defined]  # noqa: SLF001 - django-csp's own
        if _tail(request).startswith(("/account/", "/plans/")) and (others := _others()):
            response._csp_update = {"form-action": others}  # type: ignore[attr-defined]  # noqa: SLF001 - django-csp's own
        return response

    return handle


def _is_page(response: HttpResponse) -> bool:
    return bool(response.get("Content-Type", "").startswith("text/html"))


def _tail(request: HttpRequest) -> str:
    """Return what follows the language of the interface in the address."""
    return request.path_info[len(in_address(request.path_info)) + 1 :]


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
    keep_cookie(response, COOKIE, tag, _YEAR)
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
