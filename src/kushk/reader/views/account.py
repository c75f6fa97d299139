"""What a reader who signed in has here: the account, what is kept, what is followed, export and deletion."""

from __future__ import annotations

import io
import json
import zipfile
from heapq import nlargest
from typing import Any

from allauth.account.decorators import reauthentication_required
from allauth.socialaccount.adapter import get_adapter as social_adapter
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_required
from django.contrib.auth.models import User
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from kushk.accounts import api as accounts
from kushk.base import locale
from kushk.engines.payment.interface import PaymentUnreachable
from kushk.library import api as library
from kushk.membership import api as membership
from kushk.reader.interface import interface_of
from kushk.reader.leaving import leave
from kushk.reader.standing import standing
from kushk.reader.views.stand import found_publication
from kushk.reader.walled import offers_to, viewer_of
from kushk.renditions.translation import api as translation

EACH, SHOWN = 10, 40
"""Stories of one followed publication that are looked at, and of all that are shown."""
LARGEST = 1_000_000
"""Bytes that a device may send at once."""
_UNREADABLE = (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError)


def signed_in(request: HttpRequest) -> User:
    """Return who signed in, on pages that nobody else has."""
    if not isinstance(request.user, User):
        raise Http404(request.path)
    return request.user


@require_safe
@login_required
def home(request: HttpRequest) -> HttpResponse:
    """Show the account."""
    account, now = signed_in(request), timezone.now()
    ui = interface_of(request).tag
    context = {
        "here": "account",
        "email": account.email,
        "standing": standing(viewer_of(request), ui),
        "owns_family": membership.family_pass(account, now) is not None or membership.seats_of(account).exists(),
        "orders": [_shown_order(each, ui) for each in _orders(account)],
        "sold": membership.offered_plan() is not None,
        "elsewhere": bool(social_adapter().list_providers(request)),
    }
    return render(request, "account/home.html", context)


def _orders(account: User) -> list[membership.Order]:
    return list(membership.Order.objects.filter(account=account).select_related("plan")[:20])


def _shown_order(order: membership.Order, ui: str) -> dict[str, Any]:
    paid = locale.money(order.amount, order.currency, ui)
    return {"order": order, "sum": paid, "state": state_of(order)}


def state_of(order: membership.Order) -> str:
    """Return how an order stands, as its reader sees it: what is paid for a time that is gone is over."""
    if order.state == membership.Order.State.PAID and order.over:
        return "ended"
    return membership.Order.State(order.state).name.lower()


@require_safe
def me(request: HttpRequest) -> HttpResponse:
    """Tell a page of everybody who reads it: whether somebody signed in, and the token to send things with."""
    if not request.user.is_authenticated:
        return JsonResponse({"signedIn": False})
    viewer_of(request)
    offered = offers_to(request)
    told = {"signedIn": True, "offered": offered.plan is not None, "tries": offered.tries}
    return JsonResponse(told | {"token": get_token(request)})


@require_http_methods(["POST"])
def kept(request: HttpRequest) -> HttpResponse:
    """Take what a device changed, and tell it what other devices did: ``{"since": n, "items": [...]}``."""
    if not request.user.is_authenticated:
        return JsonResponse({"error": "signed-out"}, status=403)
    account = signed_in(request)
    try:
        sent = json.loads(request.body if len(request.body) <= LARGEST else b"")
        items, since = accounts.read_items(sent["items"]), int(sent.get("since", 0))
    except (*_UNREADABLE, accounts.UnreadableKept, accounts.TooMuchKept) as error:
        code = getattr(error, "code", "unreadable-kept")
        return JsonResponse({"error": code}, status=400)
    accounts.merge(account, items)
    changed, cursor = accounts.kept(account, since)
    return JsonResponse({"items": changed, "cursor": cursor})


@require_safe
@login_required
def following(request: HttpRequest) -> HttpResponse:
    """Show the newest stories of what a reader follows."""
    followed = list(_followed(accounts.keys(signed_in(request), accounts.Kept.Kind.FOLLOW)))
    cards = {
        card.public_id: card
        for publication, section in followed
        for card in library.publication_stories(publication, section=section, limit=EACH).cards
    }
    newest = nlargest(SHOWN, cards.values(), key=lambda card: card.published_at)
    return render(request, "account/following.html", {"here": "account", "followed": followed, "cards": newest})


def _followed(keys: list[str]) -> Any:
    for key in keys:
        slug, _, section_slug = key.partition("/")
        try:
            publication = library.publication_by_slug(slug)
        except library.NoSuchPublication:
            continue
        section = publication.sections.filter(slug=section_slug).first() if section_slug else None
        if section or not section_slug:
            yield publication, section


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def follow(request: HttpRequest, slug: str, section_slug: str = "") -> HttpResponse:
    """Follow a publication or one of its sections, or stop following it."""
    account, publication = signed_in(request), found_publication(slug)
    section = get_object_or_404(publication.sections, slug=section_slug) if section_slug else None
    key = f"{slug}/{section_slug}" if section_slug else slug
    kind = accounts.Kept.Kind.FOLLOW
    follows = key in accounts.keys(account, kind)
    if request.method == "POST":
        accounts.put(account, kind, key, None if "stop" in request.POST else {})
        return HttpResponseRedirect(reverse("account_following"))
    context = {"here": "account", "publication": publication, "section": section, "follows": follows}
    return render(request, "account/follow.html", context)


@require_POST
@login_required
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End every session of the account, this one as well."""
    accounts.sign_out_everywhere(signed_in(request))
    logout(request)
    return HttpResponseRedirect(reverse("account_login"))


@require_POST
@login_required
def export(request: HttpRequest) -> HttpResponse:
    """Give a reader everything that the stand holds of them, as one archive."""
    account = signed_in(request)
    held = {**accounts.export(account), **membership.export(account), "proposals": translation.proposals_of(account)}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, value in held.items():
            archive.writestr(f"{name}.json", json.dumps(value, ensure_ascii=False, indent=2))
    response = HttpResponse(packed.getvalue(), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="account.zip"'
    return response


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
@reauthentication_required(allow_get=True)  # type: ignore[untyped-decorator]  # the library has no types
def delete(request: HttpRequest) -> HttpResponse:
    """Delete the account, after asking."""
    account = signed_in(request)
    context: dict[str, Any] = {"here": "account", "staff": account.is_staff}
    if request.method == "POST" and not account.is_staff:
        try:
            leave(account)
        except PaymentUnreachable as error:
            return render(request, "account/delete.html", context | {"error": error.code}, status=503)
        logout(request)
        return HttpResponseRedirect(reverse("reader:home", args=[interface_of(request).tag]))
    return render(request, "account/delete.html", context)
