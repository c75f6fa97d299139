"""Family seats: an owner invites some others by codes, and whoever takes a seat reads as the owner does."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.models import User
from django.db import transaction
from django.db.models import QuerySet

from kushk.membership.codes import new_code, plain_code
from kushk.membership.errors import BadVoucher, NoSeatsLeft
from kushk.membership.models import Pass, Seat
from kushk.membership.passes import Holder, at, hash_of, held_by, own


def family_pass(account: User, now: datetime) -> Pass | None:
    """Return the pass of an account that has seats for others, the one with the most of them."""
    lasting = own(at(held_by(Holder(account)), now)).filter(plan__seats__gt=1)
    return lasting.select_related("plan").order_by("-plan__seats", "-ends_at").first()


def seats_of(account: User) -> QuerySet[Seat]:
    """Return the seats that an owner gave."""
    return Seat.objects.filter(owner=account).select_related("account").order_by("pk")


@transaction.atomic
def invite(owner: User, now: datetime) -> str:
    """Make an invitation and return its code, which cannot be read again.

    Raises:
        NoSeatsLeft: as many were made as the plan has seats for others.
    """
    held = family_pass(owner, now)
    if held is None or seats_of(owner).count() >= held.plan.seats - 1:
        raise NoSeatsLeft
    code = new_code()
    Seat.objects.create(owner=owner, code_hash=hash_of(plain_code(code)))
    return code


def take_back(owner: User, seat: int) -> None:
    """Take a seat or an invitation back."""
    Seat.objects.filter(owner=owner, pk=seat).delete()


@transaction.atomic
def take_seat(account: User, code: str) -> Seat:
    """Take the seat of an invitation, in place of one that the account had.

    Raises:
        BadVoucher: there is no such invitation, somebody took it, or it is one's own.
    """
    free = Seat.objects.filter(code_hash=hash_of(plain_code(code)), account__isnull=True).exclude(owner=account)
    seat = free.first()
    if seat is None:
        raise BadVoucher
    Seat.objects.filter(account=account).delete()
    seat.account = account
    seat.save(update_fields=["account"])
    return seat
