"""Passes: who holds which, by a key that a device has or by an account, and when another one begins."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet

from kushk.membership.errors import AlreadyMember
from kushk.membership.models import Order, Pass, Plan

MOST_KEYS = 5
"""Passes that one device holds."""


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds passes: an account, on all of its devices, or a device by itself, by the keys in its cookie."""

    account: User | None = None
    keys: tuple[str, ...] = ()


def hash_of(secret: str) -> str:
    """Return what is kept of a code or key. Both are random and long, so that no salt is needed."""
    return hashlib.sha256(secret.encode()).hexdigest()


def held_by(holder: Holder) -> QuerySet[Pass]:
    """Return every pass of a device and an account, those that are over and those that have not begun as well."""
    own = Q(pk__in=[])
    if holder.keys:
        own |= Q(key_hash__in=[hash_of(key) for key in holder.keys[:MOST_KEYS]])
    if holder.account:
        own |= Q(account=holder.account)
    return Pass.objects.filter(own)


def at(found: QuerySet[Pass], now: datetime) -> QuerySet[Pass]:
    """Keep the passes that are good at a moment; a card's is so no longer than the agreement of its institution."""
    return found.filter(starts_at__lte=now, ends_at__gt=now).exclude(card__institution__ends_at__lte=now)


def own(found: QuerySet[Pass]) -> QuerySet[Pass]:
    """Leave out the passes of library cards: nobody invites a family by one, or gives stories away."""
    return found.exclude(kind=Pass.Kind.CARD)


def last_end(holder: Holder, plan: Plan, now: datetime) -> datetime:
    """Return when the last pass of a plan that somebody has ends; now, where none lasts."""
    return max(_of_plan(holder, plan, now).values_list("ends_at", flat=True), default=now)


def next_start(holder: Holder, plan: Plan, now: datetime) -> datetime:
    """Return when another pass of a plan begins: after those that its holder has, so that no day is lost.

    Raises:
        AlreadyMember: theirs goes on by itself, and another would never begin.
    """
    renewing = {"order__renews": True, "order__state": Order.State.PAID}
    if _of_plan(holder, plan, now).filter(**renewing).exists():
        raise AlreadyMember(plan=plan.name)
    return last_end(holder, plan, now)


def _of_plan(holder: Holder, plan: Plan, now: datetime) -> QuerySet[Pass]:
    return own(held_by(holder)).filter(plan=plan, ends_at__gt=now)
