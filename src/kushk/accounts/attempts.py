"""Attempts to sign in: by whom they are counted, and how nobody is named by the counts."""

from __future__ import annotations

import hashlib
import hmac

from django.conf import settings
from django.contrib.auth.models import User
from django.db import connection
from django.db.models import Q
from django.utils import timezone

TABLE = "attempts"


def attempts_on(name: str) -> str:
    """Return the name under which tries of an account are counted, by whichever of its names it is called."""
    found = User.objects.filter(Q(username__iexact=name) | Q(email__iexact=name)).order_by("pk").first()
    return f"account {found.pk}" if found else name.casefold()


def hidden_key(key: str, prefix: str, version: int) -> str:
    """Return the key of a count in the table: a hash under the stand's own key, since it holds addresses."""
    secret = hashlib.sha256(f"kushk.attempts\0{settings.SECRET_KEY}".encode()).digest()
    return hmac.new(secret, f"{prefix}:{version}:{key}".encode(), hashlib.sha256).hexdigest()


def forget_attempts() -> int:
    """Delete the counts that are over; return how many."""
    now = connection.ops.adapt_datetimefield_value(timezone.now())  # as the cache of the table writes it
    with connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {TABLE} WHERE expires < %s", [now])  # noqa: S608 - a constant
        return int(cursor.rowcount)
