"""What stands where the part of a story ends that everybody may read."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth.models import User
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from kushk.base.cookies import cookie_name, keep_cookie
from kushk.base.options import option
from kushk.library import api as library
from kushk.membership import api as membership
from kushk.membership.gifts import MOST_HELD
from kushk.membership.metering import COOKIE_SECONDS, meter_from
from kushk.reader.addresses import whole_path
from kushk.reader.asker import address_of
from kushk.reader.interface import is_personal
from kushk.reader.safe import name

PASS_COOKIE, METER_COOKIE, GIFT_COOKIE, VISIT_COOKIE, DEVICE_COOKIE = map(
    cookie_name, ("pass", "meter", "gifts", "visit", "device")
)
_GIFT_SALT = "kushk.gifts"
_DEVICE, _VIEWER = "kushk.device", "kushk.viewer"
_MONTHS = 60 * 24 * 3600


def wall(
    story: library.Story, ui: str, decision: membership.Decision | None = None, account: User | None = None
) -> dict[str, Any] | None:
    """Return what the wall of a story says; None where nothing is kept back, or the rights let nobody have more.

    Args:
        story: the story.
        ui: language of the interface.
        decision: why this viewer stands before it; None on the page that is the same for everybody.
        account: who signed in.
    """
    if not library.is_gated(story) or not library.permissions_of(story).full_text:
        return None
    plan = membership.plan_for(story.publication)
    metered = library.access_of(story) == library.Access.METERED
    reason = decision.reason if decision else None
    back = whole_path(ui, story)
    accounts = membership.accounts_open()
    return {
        "plan_html": name(plan.name, "und") if plan else "",
        "allowance": option("METER") if metered else 0,
        "spent": metered and reason is membership.Reason.WALL,
        "register": reason is membership.Reason.REGISTER,
        "more": max(0, option("METER") - option("REGISTER_AFTER")),
        "full_html": name(decision.holder, "und") if decision and reason is membership.Reason.FULL else "",
        "whole": "" if decision else back,
        "access": reverse("reader:access", args=[ui]) + "?story=" + story.public_id,
        "trial": bool(plan and (membership.may_try(account, plan) if account else membership.can_try(plan))),
        "plans": reverse("reader:plans", args=[ui]) + "?story=" + story.public_id
        if plan and membership.is_sold(plan)
        else "",
        "sign_in": sign_in_path(ui, back) if accounts and account is None else "",
        "sign_up": sign_in_path(ui, back, "signup") if accounts else "",
    }


def sign_in_path(ui: str, back: str, page: str = "login") -> str:
    """Return the address of the page to sign in or up on that leads back to another."""
    return f"/{ui}/account/{page}/?{urlencode({'next': back})}"


def offers_to(request: HttpRequest) -> membership.Offers:
    """Return what a page offers: on a page of one person's own nothing that they have, and no trial that they had.

    A page that is the same for everybody offers the same to everybody; its script asks who reads it.
    """
    offered = membership.offers()
    if offered.plan is None or not (_VIEWER in request.META or is_personal(request.path_info)):
        return offered
    viewer = viewer_of(request)
    if membership.passes_of(viewer, timezone.now()):
        return membership.Offers(offered.accounts)
    may = membership.may_try(viewer.account, offered.plan) if viewer.account else offered.tries
    return replace(offered, tries=offered.tries and may)


def viewer_of(request: HttpRequest) -> membership.Viewer:
    """Return who asks, as far as it decides what they may read."""
    if _VIEWER not in request.META:
        request.META[_VIEWER] = _viewer(request)
    found: membership.Viewer = request.META[_VIEWER]
    return found


def _viewer(request: HttpRequest) -> membership.Viewer:
    kept = request.COOKIES
    account = request.user if request.user.is_authenticated else None
    return membership.Viewer(
        address_of(request),
        keys_from(request),
        meter_from(kept.get(METER_COOKIE, ""), timezone.now()),
        account if isinstance(account, User) else None,
        gifts_from(request),
        membership.visit_from(kept.get(VISIT_COOKIE, "")),
        device_of(request),
    )


def keys_from(request: HttpRequest) -> tuple[str, ...]:
    """Return the keys of the passes that a device has, the newest first."""
    return tuple(each for each in request.COOKIES.get(PASS_COOKIE, "").split(".") if each)[: membership.MOST_KEYS]


def device_of(request: HttpRequest) -> str:
    """Return the random number by which a device keeps its seat and is counted once; a new one, once a request."""
    known = request.COOKIES.get(DEVICE_COOKIE, "")[:64] or request.META.get(_DEVICE)
    if not known:
        known = request.META[_DEVICE] = secrets.token_urlsafe(12)
    return str(known)


def gifts_from(request: HttpRequest) -> tuple[str, ...]:
    """Return the tokens of the gifts that a device has opened."""
    try:
        found = signing.loads(request.COOKIES.get(GIFT_COOKIE, ""), salt=_GIFT_SALT, max_age=_MONTHS)
    except signing.BadSignature:
        return ()
    return tuple(str(each) for each in found)[:MOST_HELD] if isinstance(found, list) else ()


def keep_gift(request: HttpRequest, response: HttpResponse, token: str) -> None:
    """Give the device a gift, beside those that it has."""
    others = [each for each in gifts_from(request) if each != token]
    held = [token, *others][:MOST_HELD]
    keep_cookie(response, GIFT_COOKIE, signing.dumps(held, salt=_GIFT_SALT), _MONTHS)


def keep_decision(request: HttpRequest, response: HttpResponse, decision: membership.Decision) -> None:
    """Give the device what it has opened this month, and note that it was at an institution.

    What an account opened stays with the account: others may read on the same device afterwards.
    """
    if decision.meter is not None and decision.meter.opened and not request.user.is_authenticated:
        keep_cookie(response, METER_COOKIE, decision.meter.as_cookie(), COOKIE_SECONDS)
    place = decision.institution
    if place is None:
        return
    device = device_of(request)
    keep_cookie(response, DEVICE_COOKIE, device, COOKIE_SECONDS)
    if decision.here and place.roaming_days:
        visit = membership.Visit(place.pk, int(timezone.now().timestamp()), device)
        keep_cookie(response, VISIT_COOKIE, visit.as_cookie(), place.roaming_days * 24 * 3600)


def keep_pass(request: HttpRequest, response: HttpResponse, key: str, until: datetime) -> None:
    """Give the device the key of a pass, beside those that it has."""
    keys = (key, *membership.good_keys(keys_from(request)))[: membership.MOST_KEYS]
    ends = membership.last_day(keys, until)
    keep_cookie(response, PASS_COOKIE, ".".join(keys), int((ends - timezone.now()).total_seconds()))
