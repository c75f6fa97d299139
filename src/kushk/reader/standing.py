"""What a viewer has, and what is left of it: the lines that their pages show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from kushk.base import locale
from kushk.base.options import option
from kushk.library import api as library
from kushk.membership import api as membership
from kushk.membership.deciding import Viewer, metered
from kushk.membership.institutions import at_network
from kushk.reader.safe import Html, moment, name

_LATELY = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Holding:
    """A plan that somebody has until a day."""

    plan_html: Html
    until: Html
    kind: str
    renews: bool


def standing(viewer: Viewer, ui: str) -> dict[str, Any]:
    """Return what a viewer has: ``passes``, ``family``, ``library``, and what ``ended`` lately.

    ``left`` is how many metered stories are free, for whoever needs them: nothing else opens every story.
    """
    now = timezone.now()
    account = viewer.account
    seat = getattr(account, "seat", None) if account else None
    passes = membership.passes_of(viewer, now)
    family = membership.family_pass(seat.owner, now) if seat else None
    gives = family or any(each.kind != membership.Pass.Kind.CARD for each in passes)
    here = at_network(viewer.address, now)
    plans = [each.plan for each in passes] + [each.plan for each in here] + ([family.plan] if family else [])
    has_all = any(plan.everything for plan in plans)
    return {
        "passes": _held(viewer, passes, ui),
        "ended": _ended(viewer, ui, now),
        "family": family is not None,
        "library_html": name(here[0].name, "und") if here else "",
        "left": _left(viewer) if library.has_metered() and not has_all else None,
        "gifts_left": membership.gifts_left(account, now) if account and gives else None,
    }


def _held(viewer: Viewer, passes: list[membership.Pass], ui: str) -> list[Holding]:
    """Return what a viewer holds, each plan once: as long as its passes last one after the other."""
    longest: dict[str, membership.Pass] = {}
    for each in passes:
        longest.setdefault(f"{each.plan_id} {each.kind == membership.Pass.Kind.CARD}", each)
    return [_holding(each, membership.until(viewer, each).date(), ui) for each in longest.values()]


def _ended(viewer: Viewer, ui: str, now: datetime) -> list[Holding]:
    """Return the plans of an account that ended lately and that it has no more."""
    if viewer.account is None:
        return []
    latest: dict[int, membership.Pass] = {}
    passes = membership.Pass.objects.filter(account=viewer.account).exclude(kind=membership.Pass.Kind.CARD)
    for each in passes.select_related("plan", "order").order_by("ends_at"):
        latest[each.plan_id] = each
    gone = [each for each in latest.values() if now - _LATELY < each.ends_at <= now]
    return [_holding(each, each.ends_at.date(), ui) for each in gone]


def _holding(held: membership.Pass, day: date, ui: str) -> Holding:
    until = moment(locale.date(day, ui), day.isoformat())
    return Holding(name(held.plan.name, "und"), until, held.kind, bool(held.order and held.order.renews))


def _left(viewer: Viewer) -> int:
    allowance = int(option("METER"))
    return metered(viewer.meter, viewer.account, timezone.now()).left(allowance) if viewer.meter else allowance
