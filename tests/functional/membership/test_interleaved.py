"""Events that arrive while things go on at Stripe: after each of them nobody has more than was ever paid for."""

from __future__ import annotations

import random
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone
from tests.functional.membership.test_payments import completed, gold, placed, sent, stripe  # noqa: F401

from kushk.membership import api as membership
from kushk.membership.models import Order, Pass

pytestmark = pytest.mark.django_db
GRACE = timedelta(days=3)
ORDERS, STEPS = 12, 400


def paid_until(stripe, order: Order, *, kept: bool) -> datetime:  # noqa: F811
    """Return the end of the last period that Stripe had money for; ``kept``: and did not give back. Now for none."""
    name = stripe.sessions[order.checkout]["subscription"]
    back = {each["payment_intent"] for each in stripe.refunds.values()} if kept else set()
    had = [each for each in stripe.invoices.values() if each["_subscription"] == name and each["_intent"] not in back]
    ends = [each["lines"]["data"][0]["period"]["end"] for each in had]
    return datetime.fromtimestamp(max(ends), UTC) if ends else timezone.now()


class Street:
    """What happens at Stripe, one thing after another, and the events that it will tell of it."""

    def __init__(self, stripe, orders: list[Order], chance: random.Random) -> None:  # noqa: F811
        self.stripe, self.orders, self.chance = stripe, orders, chance
        self.untold: list[bytes] = []
        self.said: list[bytes] = []

    def happen(self) -> None:
        order = self.chance.choice(self.orders)
        session = self.stripe.sessions[order.checkout]
        name = session["subscription"]
        if name is None:
            self.stripe.pay(order.checkout)
            self._tell("checkout.session.completed", session)
            return
        subscription = self.stripe.subscriptions[name]
        if subscription["status"] == "canceled":
            return
        what = self.chance.choice(["renew", "renew", "fail", "refund", "end"])
        if what == "refund":
            newest = [each for each in self.stripe.invoices.values() if each["_subscription"] == name][-1]
            if newest["_intent"] not in {each["payment_intent"] for each in self.stripe.refunds.values()}:
                self.stripe.refund(newest["_intent"], 490, "eur")
                self._tell("charge.refunded", {"id": "ch_1", "object": "charge", "payment_intent": newest["_intent"]})
        else:
            getattr(self.stripe, what)(name)
            self._tell("customer.subscription.updated", subscription)

    def _tell(self, kind: str, thing: dict[str, object]) -> None:
        self.untold.append(self.stripe.event(kind, thing))

    def deliver(self, client) -> None:
        """Deliver one event, not the next one; now and then one that was delivered before."""
        if self.untold and self.chance.random() < 0.7:
            self.said.append(self.untold.pop(self.chance.randrange(len(self.untold))))
        if self.said:
            assert sent(client, self.chance.choice(self.said[-3:])) == 200


@pytest.mark.parametrize("seed", [1, 2])
def test_after_each_event_nobody_has_more_than_was_paid_for(client, stripe, gold, seed):  # noqa: F811
    chance = random.Random(seed)  # noqa: S311 - the same order in every run
    orders = [placed(gold) for _ in range(ORDERS)]
    street, states = Street(stripe, orders, chance), {order.pk: order.state for order in orders}
    for _ in range(STEPS):
        if chance.random() < 0.3:
            street.happen()
        street.deliver(client)
        if chance.random() < 0.02:
            membership.reconcile()
        for order in Order.objects.all():
            assert order.state >= states[order.pk], "states only grow"
            states[order.pk] = order.state
        for held in Pass.objects.select_related("order"):
            assert held.ends_at <= paid_until(stripe, held.order, kept=False) + GRACE
    for payload in street.untold:
        assert sent(client, payload) == 200
    membership.reconcile()
    for order in orders:
        order.refresh_from_db()
        invoices = [each for each in stripe.invoices.values() if each["_subscription"] == order.subscription]
        assert order.trouble == ""
        assert order.entries.filter(kind="charge").count() == len(invoices)
        held = Pass.objects.filter(order=order).first()
        assert held is None or held.ends_at <= paid_until(stripe, order, kept=True) + GRACE
        if order.subscription and stripe.subscriptions[order.subscription]["status"] == "canceled":
            assert order.state in {Order.State.ENDED, Order.State.REFUNDED}
