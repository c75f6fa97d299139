"""What devices and the stand tell one another about a reader's things. The later change stands, on every device."""

from __future__ import annotations

import json
import re
import time
from collections.abc import Iterable
from typing import Any, TypedDict

from django.contrib.auth.models import User
from django.db import transaction

from kushk.accounts.errors import TooMuchKept, UnreadableKept
from kushk.accounts.history import note_opened
from kushk.accounts.models import Kept

MOST = {Kept.Kind.SAVED: 500, Kept.Kind.PLACE: 200, Kept.Kind.FOLLOW: 300, Kept.Kind.SETTINGS: 1}
"""Things of a kind that are kept; more drop what was changed longest ago."""
LONGEST = 4000
"""Bytes of one thing as JSON."""
MOST_AT_ONCE = 1000
PLACE_DAYS = 30
"""A place says what somebody reads: it is kept for as long as a story is likely to be gone on with, no longer."""
_DAY = 24 * 3600 * 1000
_KEY = re.compile(r"[\w/.-]{1,200}")


class Item(TypedDict):
    """One thing: ``data`` is null where it was taken away, ``at`` in milliseconds since 1970."""

    kind: str
    key: str
    data: Any
    at: int


def now_ms() -> int:
    """Return this moment in milliseconds since 1970."""
    return time.time_ns() // 1_000_000


def kept(account: User, since: int = 0) -> tuple[list[Item], int]:
    """Return what changed after a moment, and the moment to ask from the next time."""
    rows = list(Kept.objects.filter(account=account, seen__gt=since).order_by("seen", "pk"))
    items = [Item(kind=row.kind, key=row.key, data=row.data, at=row.at) for row in rows]
    return items, max((row.seen for row in rows), default=since)


def read_items(value: Any) -> list[Item]:
    """Return the things that a device sent.

    Raises:
        UnreadableKept: it is no list of things, or one of them is none.
        TooMuchKept: too many, or one that is too long.
    """
    if not isinstance(value, list):
        raise UnreadableKept
    if len(value) > MOST_AT_ONCE:
        raise TooMuchKept
    return [_item(each) for each in value]


def _item(value: Any) -> Item:
    if not isinstance(value, dict):
        raise UnreadableKept
    kind, key, data, at = (value.get(name) for name in ("kind", "key", "data", "at"))
    sound = kind in MOST and isinstance(key, str) and _KEY.fullmatch(key)
    if not sound or not isinstance(at, int) or isinstance(at, bool) or at < 0:
        raise UnreadableKept
    if data is not None and not isinstance(data, dict):
        raise UnreadableKept
    if len(_written(data)) > LONGEST:
        raise TooMuchKept
    return Item(kind=str(kind), key=str(key), data=data, at=at)


def _written(data: Any) -> bytes:
    """Return data as it is kept: no number that is none, no half of a sign, which no database takes.

    Raises:
        UnreadableKept: there is one.
    """
    try:
        return json.dumps(data, allow_nan=False, ensure_ascii=False).encode()
    except ValueError:
        raise UnreadableKept from None


@transaction.atomic
def merge(account: User, items: Iterable[Item]) -> None:
    """Keep what devices changed, where it is newer than what is known. A clock that runs ahead counts as now."""
    now = now_ms()
    known = {(row.kind, row.key): row for row in Kept.objects.filter(account=account)}
    new: dict[tuple[str, str], Kept] = {}
    changed: dict[tuple[str, str], Kept] = {}
    for item in items:
        name, at = (item["kind"], item["key"]), min(item["at"], now)
        row = new.get(name) or known.get(name)
        if row is None:
            new[name] = Kept(account_id=account.pk, kind=name[0], key=name[1], data=item["data"], at=at, seen=now)
        elif at > row.at:
            row.data, row.at, row.seen = item["data"], at, now
            if name in known:
                changed[name] = row
    Kept.objects.bulk_create(new.values())
    Kept.objects.bulk_update(changed.values(), ["data", "at", "seen"])
    if new:
        _drop_most_old(account)
    places = (*new.values(), *changed.values())
    note_opened(account, [(row.key, row.at) for row in places if row.kind == Kept.Kind.PLACE and row.data])


def put(account: User, kind: Kept.Kind, key: str, data: dict[str, Any] | None) -> None:
    """Keep one thing now, or take it away."""
    merge(account, [Item(kind=kind.value, key=key, data=data, at=now_ms())])


def keys(account: User, kind: Kept.Kind) -> list[str]:
    """Return the keys of what is kept of a kind, the latest first."""
    rows = Kept.objects.filter(account=account, kind=kind, data__isnull=False)
    return list(rows.order_by("-at").values_list("key", flat=True))


def _drop_most_old(account: User) -> None:
    for kind, most in MOST.items():
        held = Kept.objects.filter(account=account, kind=kind, data__isnull=False).order_by("-at", "-pk")
        Kept.objects.filter(pk__in=list(held.values_list("pk", flat=True)[most:])).delete()


def drop_old_kept(now: int | None = None) -> int:
    """Forget places older than a month, and what was taken away that long ago; return how many things went."""
    before = (now or now_ms()) - PLACE_DAYS * _DAY
    places = Kept.objects.filter(kind=Kept.Kind.PLACE, at__lt=before)
    gone = Kept.objects.filter(data__isnull=True, at__lt=before)
    return places.delete()[0] + gone.delete()[0]
