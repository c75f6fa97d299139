"""The meter: some stories a month are free. What was opened stands in a signed cookie of the device.

Cookies can be wiped, so an address has a limit for a day as well: so many first stories of a device, so many further
ones. First ones are counted apart, that fifty readers behind one address (a school, an office) get at least one each.
Whoever wipes cookies gets the first ones of that day and no more. No address is kept (``renditions.budget``).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime

from django.contrib.auth.models import User
from django.core import signing

from kushk.membership.models import Opened
from kushk.renditions.budget import Budget, Overspent

COOKIE_SECONDS = 40 * 24 * 3600
"""Longer than any month."""
FIRST_A_DAY = 60
"""First stories of devices, for one address in a day."""
FURTHER_TIMES = 10
"""Times a month's allowance: further stories, for one address in a day."""

_SALT = "kushk.meter"
_ID = re.compile(r"[0-9a-z]{1,16}")


@dataclass(frozen=True, slots=True)
class Meter:
    """What a device opened in a month."""

    month: str
    opened: tuple[str, ...] = ()
    """Public ids of stories."""

    def as_cookie(self) -> str:
        """Return it signed."""
        return signing.dumps([self.month, *self.opened], salt=_SALT)

    def left(self, allowance: int) -> int:
        """Return how many stories more are free this month."""
        return max(0, allowance - len(self.opened))


def month_of(now: datetime) -> str:
    """Return the month as cookies name it."""
    return f"{now:%Y-%m}"


def month_start(now: datetime) -> datetime:
    """Return the moment at which a month began."""
    return now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def meter_of(account: User, now: datetime) -> Meter:
    """Return what an account opened this month, on whatever device."""
    month = month_of(now)
    stories = Opened.objects.filter(account=account, month=month).order_by("pk").values_list("story", flat=True)
    return Meter(month, tuple(stories))


def note_opened(account: User, meter: Meter) -> None:
    """Keep what an account opened, with what its device had opened before it signed in."""
    rows = [Opened(account=account, month=meter.month, story=story) for story in meter.opened]
    Opened.objects.bulk_create(rows, ignore_conflicts=True)


def forget_months(now: datetime) -> int:
    """Forget what was opened in months that are over; return how many."""
    return Opened.objects.exclude(month=month_of(now)).delete()[0]


def joined(one: Meter, other: Meter) -> Meter:
    """Return what two meters of a month opened together: one allowance holds for all of it."""
    return replace(one, opened=tuple(dict.fromkeys((*one.opened, *other.opened))))


def meter_from(cookie: str, now: datetime) -> Meter:
    """Return the meter of a cookie: an empty one where it is forged, broken or of another month."""
    fresh = Meter(month_of(now))
    try:
        month, *opened = signing.loads(cookie, salt=_SALT, max_age=COOKIE_SECONDS)
    except (signing.BadSignature, ValueError, TypeError):
        return fresh
    good = tuple(each for each in opened if isinstance(each, str) and _ID.fullmatch(each))
    return Meter(month, good) if month == fresh.month else fresh


def may_open(meter: Meter, budget: Budget, address: str) -> bool:
    """Count a story that a device is about to open against the day of its address; tell whether it may."""
    kind = "further" if meter.opened else "first"
    try:
        budget.spend(1, {kind: address})
    except Overspent:
        return False
    return True


def with_opened(meter: Meter, public_id: str) -> Meter:
    """Return the meter after a story was opened."""
    return replace(meter, opened=(*meter.opened, public_id))
