"""What a viewer has, and what is left of it: the lines that their pages show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils import timezone

from kushk.base import locale
from kushk.base.options import option
from kushk.library import api as library
from kushk.membership import api as membership
from kushk.membership.deciding import Viewer, metered
from kushk.membership.institutions import at_network
from kushk.reader.safe import Html, moment, name


@dataclass(frozen=True, slots=True)
class Holding:
    """A plan that somebody has until a day."""

    plan_html: Html
    until: Html
    kind: str
    renews: bool


def standing(viewer: Viewer, ui: str) -> dict[str, Any]:
    """Return what a viewer has: ``passes``, ``family``, ``library`` and, where stories are metered, ``left``."""
    now = timezone.now()
    account = viewer.account
    seat = getattr(account, "seat", None) if account else None
    here = at_network(viewer.address, now)
    return {
        "passes": [_holding(each, ui) for each in membership.passes_of(viewer, now)],
        "family": seat is not None and membership.family_pass(seat.owner, now) is not None,
        "library_html": name(here[0].name, "und") if here else "",
        "left": _left(viewer) if library.has_metered() else None,
        "gifts_left": membership.gifts_left(account, now) if account and membership.passes_of(viewer, now) else None,
    }


def _holding(held: membership.Pass, ui: str) -> Holding:
    day = held.ends_at.date()
    until = moment(locale.date(day, ui), day.isoformat())
    return Holding(name(held.plan.name, "und"), until, held.kind, bool(held.order and held.order.renews))


def _left(viewer: Viewer) -> int:
    allowance = int(option("METER"))
    return metered(viewer.meter, viewer.account, timezone.now()).left(allowance) if viewer.meter else allowance
