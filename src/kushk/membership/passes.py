"""Passes: who holds which, by a key that a device has or by an account, and when another one begins."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from django.contrib.auth.models import User
from django.db.models import Q, QuerySet
from django.utils import timezone

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
    theirs = Q(pk__in=[])
    if holder.keys:
        theirs |= Q(key_hash__in=[hash_of(key) for key in holder.keys[:MOST_KEYS]])
    if holder.account:
        theirs |= Q(account=holder.account)
    return Pass.objects.filter(theirs)


def at(found: QuerySet[Pass], now: datetime) -> QuerySet[Pass]:
    """Keep the passes that are good at a moment; a card's is so no longer than the agreement of its institution."""
    return found.filter(starts_at__lte=now, ends_at__gt=now).exclude(card__institution__ends_at__lte=now)


def own(found: QuerySet[Pass]) -> QuerySet[Pass]:
    """Leave out the passes of library cards: nobody invites a family by one, or gives stories away."""
    return found.exclude(kind=Pass.Kind.CARD)


def good_keys(keys: tuple[str, ...], now: datetime | None = None) -> tuple[str, ...]:
    """Return the keys of a device whose passes are not over, the one that lasts longest first."""
    held = held_by(Holder(keys=keys)).filter(ends_at__gt=now or timezone.now())
    ends = dict(held.values_list("key_hash", "ends_at"))
    known = [key for key in keys if hash_of(key) in ends]
    return tuple(sorted(known, key=lambda key: ends[hash_of(key)], reverse=True))


def holds(keys: tuple[str, ...], now: datetime | None = None) -> bool:
    """Tell whether a device holds a pass by its keys that is not over."""
    return bool(good_keys(keys, now))


def last_day(keys: tuple[str, ...], now: datetime) -> datetime:
    """Return until when a device needs its keys."""
    return max(held_by(Holder(keys=keys)).values_list("ends_at", flat=True), default=now)


def forget(keys: tuple[str, ...]) -> None:
    """End the passes of a device: whoever copied its keys has nothing."""
    held_by(Holder(keys=keys)).delete()


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
