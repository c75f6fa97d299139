"""Attempts to sign in: by whom they are counted, and how nobody is named by the counts."""

from __future__ import annotations

from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Q
from django.utils import timezone

from kushk.base.secret import keyed_hash

TABLE = "attempts"


def attempts_on(name: str) -> str:
    """Return the name under which tries of an account are counted, by whichever of its names it is called."""
    found = User.objects.filter(Q(username__iexact=name) | Q(email__iexact=name)).order_by("pk").first()
    return f"account {found.pk}" if found else name.casefold()


def hidden_key(key: str, prefix: str, version: int) -> str:
    """Return the key of a count in the table: a hash under the stand's own key, since it holds addresses."""
    return keyed_hash("attempts", f"{prefix}:{version}:{key}")


def forget_attempts() -> int:
    """Delete the counts that are over; return how many."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())  # as the cache of the table writes it
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE} WHERE expires < %s", [now])  # noqa: S608 - a constant
        return int(cursor.rowcount)
