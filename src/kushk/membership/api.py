"""Membership's only door. One function decides who may read a story to its end, and what they get is cut already.

decide(story, viewer, *, opening=False, now=None) -> Decision       which part, why, what is left
document_for(story, decision, form="page") -> Document              cut to that part
redeem(code, address, now=None) -> (Pass, key)                      raises BadVoucher, TooManyTries
holds(key, now=None) -> Pass | None; forget(key)                    of a device
plan_for(publication) -> Plan | None
make_vouchers(plan, number, *, days=30, uses=1, label="", ends_at=None) -> codes
"""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db.models import F, Q
from django.utils import timezone

from kushk.base.options import option
from kushk.core.document import Document
from kushk.library import api as library
from kushk.membership import vouchers
from kushk.membership.errors import BadVoucher, TooManyTries
from kushk.membership.metering import FIRST_A_DAY, FURTHER_TIMES, Meter, may_open, with_opened
from kushk.membership.models import Institution, Pass, Plan, Voucher
from kushk.membership.vouchers import make_vouchers
from kushk.renditions.budget import Budget, Overspent

__all__ = [
    "BadVoucher",
    "Decision",
    "Institution",
    "Pass",
    "Plan",
    "Reason",
    "TooManyTries",
    "Viewer",
    "Voucher",
    "decide",
    "document_for",
    "forget",
    "holds",
    "make_vouchers",
    "plan_for",
    "redeem",
]

TRIES_A_DAY = 30
"""Codes that one address may try."""


class Reason(StrEnum):
    """Why a viewer gets what they get."""

    FREE = "free"
    PASS = "pass"  # noqa: S105 - no password
    INSTITUTION = "institution"
    METER = "meter"
    WALL = "wall"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who wants to read, as far as it matters.

    Attributes:
        address: network address.
        key: of the pass that the device has, empty for none.
        meter: what the device opened this month; None for what has no cookies (feeds, crawlers).
    """

    address: str
    key: str = ""
    meter: Meter | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """What a viewer gets of a story.

    Attributes:
        reason: why.
        meter: what the device has opened after this.
        left: free stories that remain this month; None where none are counted.
        holder: the plan or institution by which the viewer reads.
    """

    reason: Reason
    meter: Meter | None = None
    left: int | None = None
    holder: str = ""

    @property
    def whole(self) -> bool:
        """Whether nothing is kept back."""
        return self.reason is not Reason.WALL


def decide(story: library.Story, viewer: Viewer, *, opening: bool = False, now: datetime | None = None) -> Decision:
    """Decide what a viewer gets of a story.

    Args:
        story: published or not; the state is the library's business.
        viewer: who wants to read.
        opening: the viewer asks for the whole story now, and it may be counted.
        now: the moment.
    """
    now = now or timezone.now()
    if not library.is_gated(story):
        return Decision(Reason.FREE, viewer.meter)
    held = holds(viewer.key, now)
    if held and _covers(held.plan, story):
        return Decision(Reason.PASS, viewer.meter, holder=held.plan.name)
    institution = _institution_at(viewer.address, story, now)
    if institution:
        return Decision(Reason.INSTITUTION, viewer.meter, holder=institution.name)
    if library.access_of(story) != library.Access.METERED or viewer.meter is None:
        return Decision(Reason.WALL, viewer.meter)
    return _metered(story, viewer.address, viewer.meter, opening=opening)


def _metered(story: library.Story, address: str, meter: Meter, *, opening: bool) -> Decision:
    allowance = option("METER")
    if story.public_id in meter.opened[:allowance]:
        return Decision(Reason.METER, meter, meter.left(allowance))
    if opening and meter.left(allowance) and may_open(meter, _budget(), address):
        after = with_opened(meter, story.public_id)
        return Decision(Reason.METER, after, after.left(allowance))
    return Decision(Reason.WALL, meter, meter.left(allowance))


def document_for(story: library.Story, decision: Decision, form: library.Form = "page") -> Document:
    """Return the part of a story that was decided on, cut by its source's rights as well.

    Raises:
        library.NotPermitted: the form is not allowed at all.
    """
    return library.member_document(story, form) if decision.whole else library.visible_document(story, form)


def holds(key: str, now: datetime | None = None) -> Pass | None:
    """Return the pass of a key while it lasts."""
    if not key:
        return None
    now = now or timezone.now()
    lasting = Pass.objects.filter(key_hash=vouchers.hash_of(key), starts_at__lte=now, ends_at__gt=now)
    return lasting.select_related("plan").first()


def forget(key: str) -> None:
    """End the pass of a key: whoever copied it has nothing."""
    Pass.objects.filter(key_hash=vouchers.hash_of(key)).delete()


def redeem(code: str, address: str, now: datetime | None = None) -> tuple[Pass, str]:
    """Use a voucher's code: return the pass that it gives, and the pass's key for the device.

    Raises:
        BadVoucher: it cannot be used.
        TooManyTries: too many were tried from this address today.
    """
    try:
        _budget().spend(1, {"tries": address})
    except Overspent:
        raise TooManyTries from None
    return vouchers.redeem(code, now)


def plan_for(publication: library.Publication) -> Plan | None:
    """Return a plan that covers a publication, one for it alone before one for all."""
    some = Plan.objects.filter(Q(publications=publication) | Q(publications__isnull=True)).distinct()
    return some.order_by(F("publications__pk").desc(nulls_last=True), "pk").first()


def _covers(plan: Plan, story: library.Story) -> bool:
    chosen = set(plan.publications.values_list("pk", flat=True))
    return not chosen or story.publication_id in chosen


def _institution_at(address: str, story: library.Story, now: datetime) -> Institution | None:
    try:
        here = ipaddress.ip_address(address)
    except ValueError:
        return None
    lasting = Institution.objects.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=now)).select_related("plan")
    at = (each for each in lasting if any(here in network for network in _networks(each.networks)))
    return next((each for each in at if _covers(each.plan, story)), None)


@lru_cache(maxsize=256)
def _networks(text: str) -> tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]:
    return tuple(ipaddress.ip_network(line, strict=False) for line in text.split())


def _budget() -> Budget:
    limits = {"first": FIRST_A_DAY, "further": FURTHER_TIMES * option("METER"), "tries": TRIES_A_DAY}
    return Budget(Path(settings.DATA) / "meter.sqlite3", limits)
