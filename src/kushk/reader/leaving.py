"""What happens when an account is deleted, by its reader or at the desk: nothing goes on being paid or kept for it."""

from __future__ import annotations

from django.contrib.auth.models import User

from kushk.accounts import api as accounts
from kushk.membership import api as membership
from kushk.renditions.translation import api as translation


def leave(account: User) -> None:
    """End what an account pays for, and delete it with what it holds.

    Raises:
        PaymentUnreachable: a subscription could not be ended; nothing was deleted.
        accounts.StaffAccount: it may open the desk.
    """
    if account.is_staff:
        raise accounts.StaffAccount
    membership.close(account)
    translation.forget_proposals(account)
    accounts.delete(account)
