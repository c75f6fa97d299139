"""What an order gives: a membership for its account, or the code of a gift."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone

from kushk.base.secret import keyed_hash
from kushk.membership.codes import code_of, plain_code
from kushk.membership.models import Order, Pass, Price, Voucher
from kushk.membership.passes import hash_of

DAYS = {Price.Interval.MONTH: 31, Price.Interval.YEAR: 366}
"""Days that an interval lasts where no engine says how long: never less than the calendar's."""


def interval_of(order: Order) -> timedelta:
    """Return how long one payment lasts where no engine says how long."""
    return timedelta(days=DAYS[Price.Interval(order.interval)])


def hand_over(order: Order) -> None:
    """Give what a paid order gives, or take it back; whatever was given stays one thing."""
    if order.kind == Order.Kind.GIFT:
        _give_voucher(order)
        return
    if order.account_id and order.paid_until:
        held = {
            "account": order.account,
            "plan": order.plan,
            "kind": Pass.Kind.ORDER,
            "ends_at": order.paid_until,
        }
        begun = {"starts_at": min(order.created, order.paid_until)}
        Pass.objects.update_or_create(order=order, defaults=held, create_defaults=held | begun)


def _give_voucher(order: Order) -> None:
    if order.state == Order.State.PAID and order.voucher is None:
        order.voucher = Voucher.objects.create(
            code_hash=hash_of(plain_code(gift_code(order))),
            plan=order.plan,
            label=f"Gift {order.number}",
            days=interval_of(order).days,
        )
        order.save(update_fields=["voucher"])
    elif order.state >= Order.State.ENDED and order.voucher:
        Pass.objects.filter(voucher=order.voucher, ends_at__gt=timezone.now()).update(ends_at=timezone.now())
        Voucher.objects.filter(pk=order.voucher.pk).update(uses=1, used=1)  # nobody redeems it any more


def gift_code(order: Order) -> str:
    """Return the code of a gift that was bought: the stand can say it again to the buyer, and keeps it nowhere."""
    return code_of(int(keyed_hash("gift-code", str(order.number)), 16))
