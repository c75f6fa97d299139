"""Vouchers: made at the desk, redeemed once for each use, by whoever has the code."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from kushk.membership.codes import new_code, plain_code
from kushk.membership.errors import BadVoucher
from kushk.membership.institutions import pass_of_card
from kushk.membership.models import Pass, Plan, Voucher
from kushk.membership.passes import Holder, hash_of, next_start

_KEY_BYTES = 24


def make_vouchers(  # noqa: PLR0913 - the fields of a voucher, all by name
    plan: Plan, number: int, *, days: int = 30, uses: int = 1, label: str = "", ends_at: datetime | None = None
) -> Iterator[str]:
    """Make vouchers and yield their codes, which cannot be read again afterwards."""
    codes = [new_code() for _ in range(number)]
    Voucher.objects.bulk_create(
        Voucher(
            code_hash=hash_of(plain_code(code)), plan=plan, days=days, uses=uses, label=label[:120], ends_at=ends_at
        )
        for code in codes
    )
    yield from codes


@transaction.atomic
def redeem(typed: str, holder: Holder, now: datetime | None = None) -> tuple[Pass, str]:
    """Use a voucher or a library's card: return the pass that it gives, and the pass's key for the device.

    Args:
        typed: what somebody typed.
        holder: who has it from then on: an account, or without one the device.
        now: the moment.

    Raises:
        BadVoucher: there is no such code, or it is used up or over.
        AlreadyMember: what the holder has of its plan goes on by itself.
    """
    now = now or timezone.now()
    made = _pass_of_voucher(typed, holder, now) or pass_of_card(typed, holder, now)
    if made is None:
        raise BadVoucher
    key = secrets.token_urlsafe(_KEY_BYTES)
    if holder.account is None:
        made.key_hash = hash_of(key)
    else:
        made.account = holder.account
    made.save()
    return made, key


def _pass_of_voucher(typed: str, holder: Holder, now: datetime) -> Pass | None:
    code_hash = hash_of(plain_code(typed))
    open_still = Q(ends_at__isnull=True) | Q(ends_at__gt=now)
    found = Voucher.objects.filter(open_still, code_hash=code_hash, used__lt=F("uses"))
    if not found.update(used=F("used") + 1):
        return None
    voucher = Voucher.objects.select_related("plan").get(code_hash=code_hash)
    begins = next_start(holder, voucher.plan, now)
    ends = begins + timedelta(days=voucher.days)
    return Pass(plan=voucher.plan, voucher=voucher, starts_at=begins, ends_at=ends)
