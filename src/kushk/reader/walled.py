"""What stands where the part of a story ends that everybody may read."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from kushk.base.options import option
from kushk.library import api as library
from kushk.membership import api as membership
from kushk.membership.metering import COOKIE_SECONDS, meter_from
from kushk.reader.addresses import whole_path
from kushk.reader.asker import address_of
from kushk.reader.safe import name

PASS_COOKIE, METER_COOKIE = "pass", "meter"


def wall(story: library.Story, ui: str, decision: membership.Decision | None = None) -> dict[str, Any] | None:
    """Return what the wall of a story says; None where nothing is kept back, or the rights let nobody have more.

    Args:
        story: the story.
        ui: language of the interface.
        decision: why this viewer stands before it; None on the page that is the same for everybody.
    """
    if not library.is_gated(story) or not library.permissions_of(story).full_text:
        return None
    plan = membership.plan_for(story.publication)
    metered = library.access_of(story) == library.Access.METERED
    return {
        "plan_html": name(plan.name, "und") if plan else "",
        "allowance": option("METER") if metered else 0,
        "spent": decision is not None and metered,
        "whole": "" if decision else whole_path(ui, story),
        "access": reverse("reader:access", args=[ui]) + "?story=" + story.public_id,
    }


def viewer_of(request: HttpRequest) -> membership.Viewer:
    """Return who asks, as far as it decides what they may read."""
    meter = meter_from(request.COOKIES.get(METER_COOKIE, ""), timezone.now())
    return membership.Viewer(address_of(request), request.COOKIES.get(PASS_COOKIE, ""), meter)


def keep_meter(request: HttpRequest, response: HttpResponse, decision: membership.Decision) -> None:
    """Give the device what it has opened this month."""
    if decision.meter is not None and decision.meter.opened:
        _give(request, response, METER_COOKIE, decision.meter.as_cookie(), COOKIE_SECONDS)


def keep_pass(request: HttpRequest, response: HttpResponse, key: str, seconds: int) -> None:
    """Give the device the key of its pass."""
    _give(request, response, PASS_COOKIE, key, seconds)


def _give(request: HttpRequest, response: HttpResponse, cookie: str, value: str, seconds: int) -> None:
    response.set_cookie(cookie, value, max_age=seconds, samesite="Lax", httponly=True, secure=request.is_secure())
