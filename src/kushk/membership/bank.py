"""Payments by bank: somebody at the desk sees them on a statement, and enters what came or went back."""

from __future__ import annotations

from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from kushk.engines.payment.roster import MANUAL
from kushk.membership.errors import AlreadyPaid, NobodysOrder, NoSuchPrice, NothingToRefund, OrderOver, ReferenceUsed
from kushk.membership.handing_over import hand_over, interval_of
from kushk.membership.models import LedgerEntry, Order
from kushk.membership.passes import Holder, last_end


@transaction.atomic
def confirm(order: Order, reference: str, at: datetime | None = None) -> Order:
    """Enter a payment that came by bank, and give what it is for; again: the next interval.

    Args:
        order: one of the engine ``manual``.
        reference: of the bank statement; the same one twice is one payment.
        at: when the money came, for the ledger.

    Raises:
        NoSuchPrice: the order is paid elsewhere.
        AlreadyPaid: it is a gift, which is paid once.
        OrderOver: its money was given back.
        NobodysOrder: its account was deleted.
        ReferenceUsed: another order was paid by it.
    """
    order = Order.objects.select_for_update().get(pk=order.pk)
    if order.engine != MANUAL:
        raise NoSuchPrice
    if order.entries.filter(kind="charge", reference=reference).exists():
        return order
    if order.account is None:
        raise NobodysOrder
    if order.state > Order.State.PAID:
        raise OrderOver
    if order.kind == Order.Kind.GIFT and order.state == Order.State.PAID:
        raise AlreadyPaid
    now = timezone.now()
    _by_bank(order, "charge", reference, order.amount, at or now)
    order.state = max(order.state, Order.State.PAID)
    if order.kind == Order.Kind.MEMBERSHIP:
        order.paid_until = last_end(Holder(order.account), order.plan, now) + interval_of(order)
    order.save()
    hand_over(order)
    return order


@transaction.atomic
def refund(order: Order, reference: str, amount: int, at: datetime | None = None) -> Order:
    """Enter money that was given back by bank, and take back what it was for: an interval for each that was paid.

    Args:
        order: one of the engine ``manual``.
        reference: of the bank statement; the same one twice is one refund.
        amount: in the currency's smallest unit. Less than an interval costs takes nothing back.
        at: when the money went, for the ledger.

    Raises:
        NoSuchPrice: the order is paid elsewhere.
        NothingToRefund: so much was not paid.
        ReferenceUsed: another order's money went back by it.
    """
    order = Order.objects.select_for_update().get(pk=order.pk)
    if order.engine != MANUAL:
        raise NoSuchPrice
    if order.entries.filter(kind="refund", reference=reference).exists():
        return order
    before = _paid(order)
    if not 0 < amount <= before:
        raise NothingToRefund
    now = timezone.now()
    _by_bank(order, "refund", reference, amount, at or now)
    lost = -(-before // order.amount) - -(-(before - amount) // order.amount)
    if order.paid_until:
        order.paid_until = max(min(order.paid_until, now), order.paid_until - lost * interval_of(order))
    if amount == before:
        order.state = Order.State.REFUNDED
        order.paid_until = order.paid_until and min(order.paid_until, now)
    order.save()
    hand_over(order)
    return order


def _paid(order: Order) -> int:
    """Return what was paid for an order and not given back, in the currency's smallest unit."""
    moved = order.entries.all()
    return sum(each.amount if each.kind == "charge" else -each.amount for each in moved)


def _by_bank(order: Order, kind: str, reference: str, amount: int, at: datetime) -> None:
    entry = {"order": order, "currency": order.currency, "amount": amount, "at": at}
    try:
        with transaction.atomic():
            LedgerEntry.objects.create(engine=MANUAL, kind=kind, reference=reference, **entry)
    except IntegrityError:
        raise ReferenceUsed(reference=reference) from None
