"""Gift links: a member lets others read one story to its end, for two weeks and a few devices."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F

from kushk.base.options import option
from kushk.membership.errors import NoGiftsLeft
from kushk.membership.metering import month_start
from kushk.membership.models import Gift
from kushk.membership.passes import hash_of

LASTS = timedelta(days=14)
DEVICES = 5
"""Devices that one link opens on."""
MOST_HELD = 20
"""Gifts that one device holds."""
_BYTES = 18


def gifts_left(account: User, now: datetime) -> int:
    """Return how many stories a member may give away this month."""
    given = Gift.objects.filter(account=account, made_at__gte=month_start(now)).count()
    return max(0, int(option("GIFTS")) - given)


@transaction.atomic
def give(account: User, story: str, now: datetime) -> tuple[Gift, str]:
    """Make a link to a story; return it and its token, which cannot be read again.

    Args:
        account: a member who may read the story: the caller has asked.
        story: public id.
        now: the moment.

    Raises:
        NoGiftsLeft: none this month.
    """
    if not gifts_left(account, now):
        raise NoGiftsLeft
    token = secrets.token_urlsafe(_BYTES)
    made = Gift.objects.create(
        account=account, story=story, token_hash=hash_of(token), made_at=now, ends_at=now + LASTS
    )
    return made, token


def gift_of(token: str, now: datetime) -> Gift | None:
    """Return a gift while it lasts."""
    return Gift.objects.filter(token_hash=hash_of(token), ends_at__gt=now).first()


def unwrap(token: str, held: Iterable[str], now: datetime) -> Gift | None:
    """Let a device have a gift: one that has it already keeps it. None where it is over or was had too often."""
    found = gift_of(token, now)
    if found is None or token in held:
        return found
    return found if Gift.objects.filter(pk=found.pk, devices__lt=DEVICES).update(devices=F("devices") + 1) else None


def opens(tokens: Iterable[str], story: str, now: datetime) -> bool:
    """Tell whether one of the gifts that a device holds is of a story."""
    hashes = [hash_of(token) for token in list(tokens)[:MOST_HELD]]
    return bool(hashes) and Gift.objects.filter(token_hash__in=hashes, story=story, ends_at__gt=now).exists()
