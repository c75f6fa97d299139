"""The only door to accounts.

kept(account, since=0) -> (items, cursor); merge(account, items); read_items(json) -> items
put(account, Kind, key, data); keys(account, Kind) -> keys
has_history(account); start_history(account); stop_history(account)      off until a reader wants it
note_opened(account, [(story, ms)]); opened_by(account) -> [(story, moment)]; forget_opened(account, story="")
attempts_on(name) -> str                   under which tries of an account are counted
sign_out_everywhere(account) -> int        ends every session
confirmed_address(account) -> str          the e-mail address, empty where nobody proved it to be theirs
export(account) -> dict                    everything that this room holds
delete(account)                            raises StaffAccount
drop_old() -> int                          places after a month, sessions and attempts that are over
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth.models import AbstractBaseUser, User
from django.db import transaction
from django.utils import timezone

from kushk.accounts.attempts import attempts_on, forget_attempts
from kushk.accounts.errors import StaffAccount, TooMuchKept, UnreadableKept
from kushk.accounts.history import (
    forget_opened,
    has_history,
    note_opened,
    opened_by,
    start_history,
    stop_history,
)
from kushk.accounts.keeping import Item, drop_old_kept, kept, keys, merge, now_ms, put, read_items
from kushk.accounts.models import Kept, Session

__all__ = [
    "Item",
    "Kept",
    "StaffAccount",
    "TooMuchKept",
    "UnreadableKept",
    "attempts_on",
    "confirmed_address",
    "delete",
    "drop_old",
    "export",
    "forget_opened",
    "has_history",
    "kept",
    "keys",
    "merge",
    "note_opened",
    "now_ms",
    "opened_by",
    "put",
    "read_items",
    "sign_out_everywhere",
    "start_history",
    "stop_history",
]


def sign_out_everywhere(account: AbstractBaseUser) -> int:
    """End every session of an account at once; return how many."""
    return Session.objects.filter(account_id=account.pk).delete()[0]


def confirmed_address(account: AbstractBaseUser) -> str:
    """Return the e-mail address of an account if its owner has proved that it is theirs, else an empty text."""
    found = EmailAddress.objects.filter(user_id=account.pk, verified=True).order_by("-primary").first()
    return found.email.lower() if found else ""


def export(account: User) -> dict[str, Any]:
    """Return everything that this room holds of an account, without what would let somebody in."""
    addresses = EmailAddress.objects.filter(user=account)
    return {
        "account": {
            "email": account.email,
            "joined": account.date_joined.isoformat(),
            "last_sign_in": _iso(account.last_login),
        },
        "addresses": [{"email": each.email, "confirmed": each.verified} for each in addresses],
        "sign_in": [
            {
                "kind": each.type,
                "added": each.created_at.isoformat(),
                "used": _iso(each.last_used_at),
                "name": str(each),
            }
            for each in Authenticator.objects.filter(user=account)
        ]
        + [
            {"kind": each.provider, "id": each.uid, "told": each.extra_data, "added": each.date_joined.isoformat()}
            for each in SocialAccount.objects.filter(user=account)
        ],
        "devices_signed_in": Session.objects.filter(account_id=account.pk).count(),
        "kept": [
            {"kind": row.kind, "key": row.key, "data": row.data, "at": row.at}
            for row in Kept.objects.filter(account=account, data__isnull=False).order_by("kind", "-at")
        ],
        "history": [{"story": story, "at": at.isoformat()} for story, at in opened_by(account)],
    }


def _iso(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


@transaction.atomic
def delete(account: User) -> None:
    """Delete an account with everything that this room keeps of it, and end its sessions.

    Raises:
        StaffAccount: it may open the desk.
    """
    if account.is_staff:
        raise StaffAccount
    sign_out_everywhere(account)
    account.delete()


def drop_old(now: int | None = None) -> int:
    """Forget what is kept for a while alone: places, sessions and attempts that are over; return how many.

    Args:
        now: the moment up to which places are reckoned, in milliseconds since 1970.
    """
    over = Session.objects.filter(expire_date__lt=timezone.now())
    return drop_old_kept(now) + over.delete()[0] + forget_attempts()
