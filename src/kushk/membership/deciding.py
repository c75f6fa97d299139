"""Who gets how much of a story: one function, which asks each way in turn and says by which one it was."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from django.conf import settings
from django.contrib.auth.models import User
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
from kushk.membership.models import Institution, Pass, Plan, Seat
from kushk.membership.passes import Holder, at, held_by, own
from kushk.membership.selling import accounts_open
from kushk.renditions.budget import Budget, Overspent

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
        keys: of the passes that the device has.
        meter: what the device opened this month; None for what has no cookies (feeds, crawlers).
        account: who signed in.
        gifts: tokens of the gift links that the device opened.
        visit: to an institution, of this device.
        device: a random number that the device has where it reads by an institution with seats.
    """

    address: str
    keys: tuple[str, ...] = ()
    meter: Meter | None = None
    account: User | None = None
    gifts: tuple[str, ...] = ()
    visit: Visit | None = None
    device: str = ""

    @property
    def holder(self) -> Holder:
        """Who holds the viewer's passes."""
        return Holder(self.account, self.keys)


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
    passes: list[Pass]


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
    now = now or timezone.now()
    asked = _Asked(story, viewer, opening, now, passes_of(viewer, now))
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
    good = [each for each in asked.passes if each.kind != Pass.Kind.CARD]
    held = next((each for each in good if covers(each.plan, asked.story)), None)
    return Decision(Reason.PASS, asked.viewer.meter, holder=held.plan.name) if held else None


def _family(asked: _Asked) -> Decision | None:
    account = asked.viewer.account
    seat = getattr(account, "seat", None) if account else None
    if seat is None:
        return None
    before = Seat.objects.filter(owner_id=seat.owner_id, pk__lt=seat.pk).count()
    lasting = own(at(held_by(Holder(seat.owner)), asked.now)).filter(plan__seats__gt=before + 1)
    held = next((each for each in lasting.select_related("plan") if covers(each.plan, asked.story)), None)
    return Decision(Reason.FAMILY, asked.viewer.meter, holder=held.plan.name) if held else None


def _gift(asked: _Asked) -> Decision | None:
    given = gifts.opens(asked.viewer.gifts, asked.story.public_id, asked.now)
    return Decision(Reason.GIFT, asked.viewer.meter) if given else None


def _institution(asked: _Asked) -> Decision | None:
    viewer = asked.viewer
    here = institutions.at_network(viewer.address, asked.now)
    full: Institution | None = None
    for each, sitter in _places(asked, here):
        if not covers(each.plan, asked.story):
            continue
        if institutions.has_seat(each, sitter, asked.now, opening=asked.opening):
            if asked.opening and _first_today(f"{each.pk} {sitter} {asked.story.public_id}"):
                institutions.count_use(each, asked.now.date())
            return Decision(Reason.INSTITUTION, viewer.meter, None, each.name, each, each in here)
        full = full or each
    return Decision(Reason.FULL, viewer.meter, None, full.name, full, full in here) if full else None


def _first_today(what: str) -> bool:
    try:
        budget().spend(1, {"once": what})
    except Overspent:
        return False
    return True


def _places(asked: _Asked, here: list[Institution]) -> Iterator[tuple[Institution, str]]:
    """Yield the institutions by which a viewer may read, and who takes the seat there.

    One who is known by an account, a card or a visit has one seat on all devices and however cookies are wiped.
    """
    viewer, now = asked.viewer, asked.now
    account = f"account {viewer.account.pk}" if viewer.account else ""
    cards = [each.card for each in asked.passes if each.card]
    known = account or (f"card {cards[0].pk}" if cards else "")
    yield from ((each, known or viewer.device or "unknown") for each in here)
    proved = accounts.confirmed_address(viewer.account) if viewer.account else ""
    yield from ((each, account) for each in institutions.of_address(proved, now))
    yield from ((card.institution, f"card {card.pk}") for card in cards)
    visited = institutions.of_visit(viewer.visit, now)
    yield from ((each, known or (viewer.visit.device if viewer.visit else "")) for each in visited)


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
    found = at(held_by(viewer.holder), now).select_related("plan", "order", "card__institution__plan")
    return list(found.order_by("-ends_at"))


def until(viewer: Viewer, held: Pass) -> datetime:
    """Return how long a viewer has a plan by a pass and by those of its plan that begin where it ends."""
    ends = held.ends_at
    if held.kind != Pass.Kind.CARD:
        for each in own(held_by(viewer.holder)).filter(plan=held.plan, ends_at__gt=ends).order_by("starts_at"):
            ends = max(ends, each.ends_at) if each.starts_at <= ends else ends
    return ends


def covers(plan: Plan, story: library.Story) -> bool:
    """Tell whether a plan is for the publication of a story."""
    return plan.everything or plan.publications.filter(pk=story.publication_id).exists()


def budget() -> Budget:
    """Return what addresses may do in a day."""
    limits = {
        "first": FIRST_A_DAY,
        "further": FURTHER_TIMES * option("METER"),
        "tries": TRIES_A_DAY,
        "notes": NOTES_A_DAY,
        "same": SAME_A_DAY,
        "once": 1,
    }
    return Budget(Path(settings.DATA) / "meter.sqlite3", limits)
