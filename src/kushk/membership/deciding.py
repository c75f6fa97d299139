"""Who gets how much of a story: one function, which asks each way in turn and says by which one it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone

from kushk.accounts import api as accounts
from kushk.base.options import option
from kushk.library import api as library
from kushk.membership import gifts, institutions
from kushk.membership.institutions import Visit
from kushk.membership.metering import (
    FIRST_A_DAY,
    FURTHER_TIMES,
    Meter,
    joined,
    may_open,
    meter_of,
    note_opened,
    with_opened,
)
from kushk.membership.models import NOT_SHARED, Institution, Pass, Plan, Price, Seat
from kushk.membership.vouchers import hash_of
from kushk.renditions.budget import Budget

TRIES_A_DAY = 30
"""Codes that one address may try."""

NOTES_A_DAY = 400
"""Notes of reading that are believed of one address."""

SAME_A_DAY = 20
"""Of these, of one story: as many readers behind one address are believed to have read it."""


class Reason(StrEnum):
    """Why a viewer gets what they get."""

    FREE = "free"
    STAFF = "staff"
    PASS = "pass"  # noqa: S105 - no password
    FAMILY = "family"
    GIFT = "gift"
    INSTITUTION = "institution"
    METER = "meter"
    FULL = "full"
    """A wall: all seats of the viewer's institution are taken."""
    REGISTER = "register"
    """A wall: more is free for those who make an account."""
    WALL = "wall"


WALLS = frozenset({Reason.WALL, Reason.REGISTER, Reason.FULL})


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who wants to read, as far as it matters.

    Attributes:
        address: network address.
        key: of the pass that the device has, empty for none.
        meter: what the device opened this month; None for what has no cookies (feeds, crawlers).
        account: who signed in.
        gifts: tokens of the gift links that the device opened.
        visit: to an institution, of this device.
        device: a random number that the device has where it reads by an institution with seats.
    """

    address: str
    key: str = ""
    meter: Meter | None = None
    account: User | None = None
    gifts: tuple[str, ...] = ()
    visit: Visit | None = None
    device: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a viewer gets of a story.

    Attributes:
        reason: why.
        meter: what the device has opened after this.
        left: free stories that remain this month; None where none are counted.
        holder: the plan or institution by which the viewer reads.
        institution: the one by which the viewer reads.
        here: the viewer is in that institution's network now.
    """

    reason: Reason
    meter: Meter | None = None
    left: int | None = None
    holder: str = ""
    institution: Institution | None = None
    here: bool = False

    @property
    def whole(self) -> bool:
        """Whether nothing is kept back."""
        return self.reason not in WALLS


@dataclass(frozen=True, slots=True)
class _Asked:
    story: library.Story
    viewer: Viewer
    opening: bool
    now: datetime


def decide(story: library.Story, viewer: Viewer, *, opening: bool = False, now: datetime | None = None) -> Decision:
    """Decide what a viewer gets of a story.

    Args:
        story: published or not; the state is the library's business.
        viewer: who wants to read.
        opening: the viewer asks for the whole story now, and it may be counted.
        now: the moment.
    """
    if not library.is_gated(story):
        return Decision(Reason.FREE, viewer.meter)
    asked = _Asked(story, viewer, opening, now or timezone.now())
    wall: Decision | None = None
    for way in _WAYS:
        found = way(asked)
        if found and found.whole:
            return found
        wall = wall or found
    return wall or Decision(Reason.WALL, viewer.meter)


def _staff(asked: _Asked) -> Decision | None:
    account = asked.viewer.account
    return Decision(Reason.STAFF, asked.viewer.meter) if account and account.is_staff else None


def _pass(asked: _Asked) -> Decision | None:
    held = next((each for each in passes_of(asked.viewer, asked.now) if covers(each.plan, asked.story)), None)
    return Decision(Reason.PASS, asked.viewer.meter, holder=held.plan.name) if held else None


def _family(asked: _Asked) -> Decision | None:
    account = asked.viewer.account
    seat = getattr(account, "seat", None) if account else None
    if seat is None:
        return None
    before = Seat.objects.filter(owner_id=seat.owner_id, pk__lt=seat.pk).count()
    lasting = Pass.objects.filter(account_id=seat.owner_id, starts_at__lte=asked.now, ends_at__gt=asked.now)
    lasting = lasting.filter(plan__seats__gt=before + 1).exclude(kind__in=NOT_SHARED)
    held = next((each for each in lasting if covers(each.plan, asked.story)), None)
    return Decision(Reason.FAMILY, asked.viewer.meter, holder=held.plan.name) if held else None


def _gift(asked: _Asked) -> Decision | None:
    given = gifts.opens(asked.viewer.gifts, asked.story.public_id, asked.now)
    return Decision(Reason.GIFT, asked.viewer.meter) if given else None


def _institution(asked: _Asked) -> Decision | None:
    viewer = asked.viewer
    here = institutions.at_network(viewer.address, asked.now)
    proved = accounts.confirmed_address(viewer.account) if viewer.account else ""
    away = (*institutions.of_address(proved, asked.now), *institutions.of_visit(viewer.visit, asked.now))
    full: Institution | None = None
    for each in (*here, *away):
        if not covers(each.plan, asked.story):
            continue
        if institutions.has_seat(each, viewer.device or "unknown", asked.now, opening=asked.opening):
            if asked.opening:
                institutions.count_use(each, asked.now.date())
            return Decision(Reason.INSTITUTION, viewer.meter, None, each.name, each, each in here)
        full = full or each
    return Decision(Reason.FULL, viewer.meter, None, full.name, full, full in here) if full else None


def _meter(asked: _Asked) -> Decision | None:
    viewer = asked.viewer
    if library.access_of(asked.story) != library.Access.METERED or viewer.meter is None:
        return None
    allowance = option("METER")
    asks_to_register = accounts_open() and 0 < option("REGISTER_AFTER") < allowance and viewer.account is None
    limit = option("REGISTER_AFTER") if asks_to_register else allowance
    meter = metered(viewer.meter, viewer.account, asked.now)
    if asked.story.public_id in meter.opened[:limit]:
        return Decision(Reason.METER, meter, meter.left(limit))
    if asked.opening and meter.left(limit) and may_open(meter, budget(), viewer.address):
        after = with_opened(meter, asked.story.public_id)
        if viewer.account:
            note_opened(viewer.account, after)
        return Decision(Reason.METER, after, after.left(limit))
    return Decision(Reason.REGISTER if asks_to_register else Reason.WALL, meter, meter.left(limit))


def metered(meter: Meter, account: User | None, now: datetime) -> Meter:
    """Return what a device and whoever signed in on it opened this month together."""
    return joined(meter_of(account, now), meter) if account else meter


_WAYS: tuple[Callable[[_Asked], Decision | None], ...] = (_staff, _pass, _family, _gift, _institution, _meter)
"""Each is asked in turn, until one opens the story; else the first wall stands.

The meter comes last: nobody spends a free story who need not, and a full library takes none from anybody.
"""


def passes_of(viewer: Viewer, now: datetime) -> list[Pass]:
    """Return the passes of a viewer's device and account that last, the one that lasts longest first."""
    own = Q(pk__in=[])
    if viewer.key:
        own |= Q(key_hash=hash_of(viewer.key))
    if viewer.account:
        own |= Q(account=viewer.account)
    lasting = Pass.objects.filter(own, starts_at__lte=now, ends_at__gt=now)
    return list(lasting.select_related("plan", "order").order_by("-ends_at"))


def covers(plan: Plan, story: library.Story) -> bool:
    """Tell whether a plan is for the publication of a story."""
    chosen = set(plan.publications.values_list("pk", flat=True))
    return not chosen or story.publication_id in chosen


@dataclass(frozen=True, slots=True)
class Offers:
    """What every page offers: accounts, and a plan that can be tried or bought."""

    accounts: bool
    plan: Plan | None


def offers() -> Offers:
    """Return what every page offers, in one question to the database."""
    wanted = option("ACCOUNTS")
    if wanted == "no":
        return Offers(accounts=False, plan=None)
    priced = Exists(Price.objects.filter(plan=OuterRef("pk")))
    plans = list(Plan.objects.annotate(priced=priced).order_by("pk"))
    sold = next((plan for plan in plans if plan.trial_days or plan.priced), None)
    return Offers(accounts=wanted == "yes" or bool(plans), plan=sold)


def accounts_open() -> bool:
    """Tell whether readers can make accounts."""
    return offers().accounts


def budget() -> Budget:
    """Return what addresses may do in a day."""
    limits = {
        "first": FIRST_A_DAY,
        "further": FURTHER_TIMES * option("METER"),
        "tries": TRIES_A_DAY,
        "notes": NOTES_A_DAY,
        "same": SAME_A_DAY,
    }
    return Budget(Path(settings.DATA) / "meter.sqlite3", limits)
