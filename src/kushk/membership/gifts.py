"""Gift links: a member lets others read one story to its end, for two weeks and a few devices."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import F

from kushk.base.options import option
from kushk.base.secret import keyed_hash
from kushk.membership.errors import NoGiftsLeft
from kushk.membership.metering import month_start
from kushk.membership.models import Gift
from kushk.membership.passes import hash_of

LASTS = timedelta(days=14)
DEVICES = 5
"""Devices that one link opens on."""
MOST_HELD = 20
"""Gifts that one device holds."""
_DIGITS = 32
"""128 bits, in sixteens."""


def gifts_left(account: User, now: datetime) -> int:
    """Return how many stories a member may give away this month."""
    given = Gift.objects.filter(account=account, made_at__gte=month_start(now)).count()
    return max(0, int(option("GIFTS")) - given)


def given(account: User, story: str, now: datetime) -> tuple[Gift, str] | None:
    """Return the gift of a story that a member made and that others can still open, and its token."""
    lasting = Gift.objects.filter(account=account, story=story, ends_at__gt=now, devices__lt=DEVICES)
    for each in lasting.order_by("-pk"):
        token = _token_of(each)
        if each.token_hash == hash_of(token):
            return each, token
    return None


@transaction.atomic
def give(account: User, story: str, now: datetime) -> tuple[Gift, str]:
    """Make a link to a story, or return the one that others can still open; with its token.

    Args:
        account: a member who may read the story: the caller has asked.
        story: public id.
        now: the moment.

    Raises:
        NoGiftsLeft: none this month.
    """
    known = given(account, story, now)
    if known:
        return known
    if not gifts_left(account, now):
        raise NoGiftsLeft
    unnamed = secrets.token_hex(32)
    made = Gift.objects.create(account=account, story=story, token_hash=unnamed, made_at=now, ends_at=now + LASTS)
    token = _token_of(made)
    made.token_hash = hash_of(token)
    made.save(update_fields=["token_hash"])
    return made, token


def _token_of(gift: Gift) -> str:
    """Return the token of a gift: the stand can say it again to whoever gives, and keeps it nowhere."""
    return keyed_hash("gift-link", f"{gift.pk} {gift.made_at.timestamp()}")[:_DIGITS]


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
