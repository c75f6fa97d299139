"""Payments, by the official client against Stripe on loopback: what is given is what was paid, whatever is told."""

from __future__ import annotations

import itertools
import os
import random
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone
from tests.stripe import server
from tests.stripe.server import KEY, SIGNING, LocalStripe, signature

from kushk.engines.payment.interface import PaymentUnreachable
from kushk.membership import api as membership
from kushk.membership.models import LedgerEntry, Order, Pass, PaymentEvent, Plan, Price, Trial, Voucher

pytestmark = pytest.mark.django_db
WAY = membership.Way("http://127.0.0.1/done", "http://127.0.0.1/back", "en")


@pytest.fixture
def stripe(monkeypatch):
    found = LocalStripe()
    monkeypatch.setenv("KUSHK_STRIPE_KEY", KEY)
    monkeypatch.setenv("KUSHK_STRIPE_SIGNING", SIGNING)
    monkeypatch.setenv("KUSHK_STRIPE_URL", found.url)
    monkeypatch.setenv("KUSHK_BANK", "The bank of the mill")
    yield found
    found.close()


@pytest.fixture
def gold(db, stripe) -> Plan:
    plan = Plan.objects.create(name="GOLD", trial_days=14, seats=5)
    Price.objects.create(plan=plan, currency="EUR", amount=490, stripe_price=stripe.price(490, "EUR"))
    return plan


numbers = itertools.count(1)


def reader() -> User:
    number = next(numbers)
    return User.objects.create_user(f"reader-{number}", f"reader{number}@mill.example")


def placed(plan: Plan, account: User | None = None, **how) -> Order:
    order = membership.place_order(account or reader(), plan.prices.get(), "stripe", **how)
    membership.checkout(order, WAY)
    order.refresh_from_db()
    return order


def sent(client, payload: bytes, **how) -> int:
    how = {"secret": SIGNING} | how
    path = reverse("reader:payment-event", args=["stripe"])
    headers = {"Stripe-Signature": signature(payload, **how)}
    return client.post(path, payload, content_type="application/json", headers=headers).status_code


def completed(stripe: LocalStripe, order: Order) -> bytes:
    return stripe.event("checkout.session.completed", stripe.sessions[order.checkout])


def test_a_paid_order_makes_a_member_and_is_entered_once(client, stripe, gold):
    order = placed(gold)
    stripe.pay(order.checkout)
    payload = completed(stripe, order)
    for _ in range(3):
        assert sent(client, payload) == 200
    order.refresh_from_db()
    assert (order.state, order.renews, order.trouble) == (Order.State.PAID, True, "")
    assert Pass.objects.get(order=order).account == order.account
    assert [(entry.kind, entry.amount, entry.currency) for entry in order.entries.all()] == [("charge", 490, "EUR")]
    assert PaymentEvent.objects.count() == 1


def test_an_order_that_was_not_paid_gives_nothing_whatever_an_event_says(client, stripe, gold):
    order = placed(gold)
    stripe.sessions[order.checkout]["note"] = "paid, honestly"
    assert (
        sent(
            client,
            stripe.event(
                "checkout.session.completed",
                stripe.sessions[order.checkout] | {"payment_status": "paid", "status": "complete"},
            ),
        )
        == 200
    )
    order.refresh_from_db()
    assert order.state == Order.State.OPEN
    assert not Pass.objects.exists()


@pytest.mark.parametrize(
    ("what", "change"),
    [
        ("price", lambda stripe, found: found.update(_price=stripe.price(490, "EUR"))),
        ("price", lambda stripe, found: found.update(_price=stripe.price(1, "EUR"))),
        ("amount", lambda stripe, found: stripe.prices[found["_price"]].update(unit_amount=1)),
        ("currency", lambda stripe, found: stripe.prices[found["_price"]].update(currency="jpy")),
        ("mode", lambda stripe, found: found.update(mode="payment")),
        ("number", lambda stripe, found: found.update(client_reference_id="somebody-else")),
        ("account", lambda stripe, found: found.update(livemode=True)),
    ],
)
def test_what_does_not_agree_with_the_order_gives_nothing(client, stripe, gold, what, change):
    order = placed(gold)
    change(stripe, stripe.sessions[order.checkout])
    stripe.pay(order.checkout)
    assert sent(client, completed(stripe, order)) == 200
    order.refresh_from_db()
    assert (order.state, order.trouble) == (Order.State.OPEN, what)
    assert not Pass.objects.exists()
    assert not LedgerEntry.objects.exists()


@pytest.mark.parametrize("how", [{"secret": "whsec_other"}, {"at": 1}, {"at": 99999}])
def test_events_that_are_not_stripes_or_too_old_are_refused(client, stripe, gold, how):
    order = placed(gold)
    stripe.pay(order.checkout)
    assert sent(client, completed(stripe, order), **how) == 400
    assert (
        client.post(
            reverse("reader:payment-event", args=["stripe"]), b"{}", content_type="application/json"
        ).status_code
        == 400
    )
    order.refresh_from_db()
    assert order.state == Order.State.OPEN


def test_an_event_of_another_account_on_the_same_engine_is_left_alone(client, stripe, gold):
    order = placed(gold)
    stripe.pay(order.checkout)
    payload = stripe.event("checkout.session.completed", stripe.sessions[order.checkout], account="acct_other")
    assert sent(client, payload) == 200
    order.refresh_from_db()
    assert order.state == Order.State.OPEN


def test_an_engine_that_is_down_is_told_to_come_again_and_loses_nothing(client, stripe, gold, monkeypatch):
    order = placed(gold)
    stripe.pay(order.checkout)
    payload = completed(stripe, order)
    stripe.down = True
    monkeypatch.setattr("stripe._http_client.HTTPClient._sleep_time_seconds", lambda *_: 0)
    assert sent(client, payload) == 503
    with pytest.raises(PaymentUnreachable):
        membership.checkout(membership.place_order(reader(), gold.prices.get(), "stripe"), WAY)
    assert membership.reconcile() == (0, 1)
    stripe.down = False
    assert sent(client, payload) == 200
    order.refresh_from_db()
    assert order.state == Order.State.PAID


def test_what_no_event_told_is_found_at_night(stripe, gold):
    order = placed(gold)
    stripe.pay(order.checkout)
    assert membership.reconcile() == (1, 0)
    assert membership.reconcile() == (0, 0)
    order.refresh_from_db()
    assert order.state == Order.State.PAID
    before = order.paid_until
    stripe.renew(order.subscription)
    assert membership.reconcile() == (1, 0)
    order.refresh_from_db()
    assert order.paid_until > before
    assert order.entries.count() == 2


def test_states_only_grow(client, stripe, gold):
    order = placed(gold)
    stripe.pay(order.checkout)
    early = stripe.event(
        "customer.subscription.created", stripe.subscriptions[stripe.sessions[order.checkout]["subscription"]]
    )
    assert sent(client, completed(stripe, order)) == 200
    order.refresh_from_db()
    stripe.end(order.subscription)
    assert sent(client, stripe.event("customer.subscription.deleted", stripe.subscriptions[order.subscription])) == 200
    assert sent(client, early) == 200
    stripe.subscriptions[order.subscription].update(status="active", ended_at=None)
    assert sent(client, completed(stripe, order)) == 200
    order.refresh_from_db()
    assert order.state == Order.State.ENDED
    assert Pass.objects.get(order=order).ends_at <= timezone.now()


def test_a_payment_that_fails_gives_some_days_and_not_a_month(stripe, gold):
    order = placed(gold)
    stripe.pay(order.checkout)
    order = membership.look_again(order)
    paid_until = order.paid_until
    stripe.fail(order.subscription)
    order = membership.look_again(order)
    assert order.state == Order.State.PAID
    assert timedelta(0) < order.paid_until - paid_until <= timedelta(days=3)
    stripe.subscriptions[order.subscription]["status"] = "unpaid"
    assert membership.look_again(order).state == Order.State.PAID, "it may still be paid"


def test_what_is_not_complete_yet_is_not_over(stripe, gold):
    order = placed(gold)
    stripe.pay(order.checkout)
    name = stripe.sessions[order.checkout]["subscription"]
    stripe.invoices.clear()
    stripe.subscriptions[name]["status"] = "incomplete"
    assert membership.look_again(order).state == Order.State.OPEN
    stripe.subscriptions[name]["status"] = "active"
    stripe.renew(name)
    assert membership.look_again(order).state == Order.State.PAID


def test_a_trial_that_nobody_ordered_gives_nothing(stripe, gold):
    order = placed(gold)
    stripe.sessions[order.checkout]["_trial"] = 30
    stripe.pay(order.checkout)
    order = membership.look_again(order)
    assert (order.state, order.trouble) == (Order.State.OPEN, "trial-used")
    assert not Pass.objects.exists()


def test_a_thousand_shuffled_doubled_late_events_come_to_what_stripe_says(client, stripe, gold):
    chance = random.Random(6)  # noqa: S311 - the same order in every run
    orders = [placed(gold) for _ in range(40)]
    events: list[bytes] = []
    for order in orders:
        session = stripe.sessions[order.checkout]
        events.append(stripe.event("checkout.session.expired", session))
        if chance.random() < 0.8:
            stripe.pay(order.checkout)
            subscription = stripe.subscriptions[session["subscription"]]
            events += [completed(stripe, order) for _ in range(6)]
            events += [stripe.event("customer.subscription.created", subscription) for _ in range(6)]
            for _ in range(chance.randrange(3)):
                stripe.renew(session["subscription"])
                events += [stripe.event("invoice.paid", list(stripe.invoices.values())[-1]) for _ in range(4)]
            if chance.random() < 0.3:
                stripe.end(session["subscription"])
                events += [stripe.event("customer.subscription.deleted", subscription) for _ in range(4)]
        else:
            events += [stripe.event("checkout.session.completed", session) for _ in range(3)]
    events = (events * 4)[:1000]
    assert len(events) == 1000
    chance.shuffle(events)
    for payload in events:
        assert sent(client, payload) == 200
    membership.reconcile()
    for order in orders:
        order.refresh_from_db()
        name = stripe.sessions[order.checkout]["subscription"]
        invoices = [each for each in stripe.invoices.values() if name and each["_subscription"] == name]
        assert order.entries.count() == len(invoices)
        status = stripe.subscriptions[name]["status"] if name else ""
        wanted = {"": Order.State.OPEN, "active": Order.State.PAID, "canceled": Order.State.ENDED}[status]
        assert order.state == wanted
        if status == "active":
            until = stripe.subscriptions[name]["items"]["data"][0]["current_period_end"]
            assert int(order.paid_until.timestamp()) == until
        lasting = Pass.objects.filter(order=order, ends_at__gt=timezone.now()).count()
        assert lasting == (status == "active")
    assert Pass.objects.count() <= len(orders)


_READY = """
import django; django.setup()
import sys
from pathlib import Path
from django.contrib.auth.models import User
from django.core.management import call_command
from kushk.membership import api as membership
from kushk.membership.models import LedgerEntry, Order, Pass, PaymentEvent, Plan, Price
from tests.stripe.server import signature
"""
_MAKE = (
    _READY
    + """
call_command("migrate", verbosity=0)
plan = Plan.objects.create(name="GOLD")
Price.objects.create(plan=plan, currency="EUR", amount=490, stripe_price=sys.argv[1])
order = membership.place_order(User.objects.create_user("one", "one@mill.example"), plan.prices.get(), "stripe")
membership.checkout(order, membership.Way("http://127.0.0.1/done", "http://127.0.0.1/back", "en"))
order.refresh_from_db()
print(order.checkout)
"""
)
_RECEIVE = (
    _READY
    + """
import time
folder, mine = Path(sys.argv[1]), sorted(Path(sys.argv[1]).glob("*.json"))[int(sys.argv[2]) :: 8]
(folder / f"ready-{sys.argv[2]}").touch()
while not (folder / "go").exists():
    time.sleep(0.01)
for path in mine:
    membership.receive("stripe", path.read_bytes(), signature(path.read_bytes()))
"""
)
_COUNT = _READY + "print(Pass.objects.count(), LedgerEntry.objects.count(), PaymentEvent.objects.count())"


def test_eight_workers_at_once_give_one_membership(stripe, tmp_path):
    root = Path(__file__).parents[3]
    environment = os.environ | {
        "KUSHK_DATA": str(tmp_path / "data"),
        "DJANGO_SETTINGS_MODULE": "kushk.config.settings",
        "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}",
    }
    (tmp_path / "data").mkdir()

    def run(code: str, *arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", code, *arguments], env=environment, stdout=subprocess.PIPE, text=True
        )

    checkout = run(_MAKE, stripe.price(490, "EUR")).communicate(timeout=60)[0].strip()
    stripe.pay(checkout)
    events = tmp_path / "events"
    events.mkdir()
    for number in range(8):
        told = stripe.event("checkout.session.completed", stripe.sessions[checkout])
        for copy in range(4):
            (events / f"{number}-{copy}.json").write_bytes(told)
    workers = [run(_RECEIVE, str(events), str(number)) for number in range(8)]
    until = time.monotonic() + 60
    while len(list(events.glob("ready-*"))) < len(workers) and time.monotonic() < until:
        time.sleep(0.05)
    (events / "go").touch()
    for worker in workers:
        worker.communicate(timeout=60)
    assert [worker.returncode for worker in workers] == [0] * 8
    assert run(_COUNT).communicate(timeout=60)[0].split() == ["1", "1", "8"]


def test_the_price_is_the_plans_whatever_a_form_says(client, stripe, gold):
    account = reader()
    client.force_login(account)
    path = reverse("reader:plans", args=["en"])
    price = gold.prices.get()
    answer = client.post(
        path, {"price": price.pk, "way": "stripe", "amount": 1, "currency": "JPY", "plan": 99, "state": 2}
    )
    assert answer.status_code == 303
    assert answer["Location"].startswith(stripe.url)
    order = Order.objects.get()
    assert (order.amount, order.currency, order.state) == (490, "EUR", Order.State.OPEN)
    for wrong in ({"price": "999"}, {"price": "x"}, {}):
        assert client.post(path, {**wrong, "way": "stripe"}).status_code == 404
    assert client.post(path, {"price": price.pk, "way": "gold-bars"}).status_code == 409


def test_coming_back_from_paying_shows_it_at_once_and_others_see_nothing(client, stripe, gold):
    order = placed(gold)
    stripe.pay(order.checkout)
    path = reverse("account_order", args=[order.number])
    assert client.get(path).status_code == 302
    client.force_login(reader())
    assert client.get(path).status_code == 404
    assert client.post(path, {"cancel": "1"}).status_code == 404
    client.force_login(order.account)
    answer = client.get(path)
    assert "Paid. Thank you." in answer.content.decode()
    assert answer["Cache-Control"] == "private, no-store"
    assert client.post(path, {"portal": "1"}).status_code == 303
    assert client.post(path, {"cancel": "1"}).status_code == 303
    order.refresh_from_db()
    assert (order.state, order.renews) == (Order.State.PAID, False)
    assert stripe.subscriptions[order.subscription]["cancel_at_period_end"]


def test_a_gift_gives_a_code_once_and_none_after_it_was_paid_back(client, stripe, gold):
    order = placed(gold, gift=True)
    stripe.pay(order.checkout)
    for _ in range(2):
        order = membership.look_again(order)
    assert Voucher.objects.count() == 1
    client.force_login(order.account)
    assert membership.gift_code(order) in client.get(reverse("account_order", args=[order.number])).content.decode()
    stripe.refund(stripe.sessions[order.checkout]["payment_intent"], 490, "eur")
    order = membership.look_again(order)
    assert order.state == Order.State.REFUNDED
    with pytest.raises(membership.BadVoucher):
        membership.redeem(membership.gift_code(order), "192.0.2.1", membership.Holder())
    assert sorted(entry.kind for entry in order.entries.all()) == ["charge", "refund"]


def test_a_membership_that_was_paid_back_is_over(stripe, gold):
    order = placed(gold)
    stripe.pay(order.checkout)
    order = membership.look_again(order)
    (invoice,) = stripe.invoices.values()
    stripe.refund(invoice["_intent"], 200, "eur")
    assert membership.look_again(order).state == Order.State.PAID, "a part of it"
    stripe.refund(invoice["_intent"], 290, "eur")
    assert membership.look_again(order).renews, "it can be cancelled, or goes on with its next payment"
    assert Pass.objects.get(order=order).ends_at <= timezone.now()
    stripe.end(order.subscription)
    order = membership.look_again(order)
    assert order.state == Order.State.REFUNDED
    assert Pass.objects.get(order=order).ends_at <= timezone.now()
    assert sum(entry.amount * (1 if entry.kind == "charge" else -1) for entry in order.entries.all()) == 0


def test_a_gift_is_redeemed_by_somebody_else(stripe, gold):
    order = placed(gold, gift=True)
    stripe.pay(order.checkout)
    order = membership.look_again(order)
    friend = reader()
    made, _ = membership.redeem(membership.gift_code(order), "192.0.2.1", membership.Holder(friend))
    assert (made.account, made.plan) == (friend, gold)
    with pytest.raises(membership.BadVoucher):
        membership.redeem(membership.gift_code(order), "192.0.2.1", membership.Holder(reader()))


def test_a_trial_by_card_ends_as_a_membership_and_is_had_once(stripe, gold, monkeypatch):
    Plan.objects.filter(pk=gold.pk).update(trial_by_card=True)
    gold.refresh_from_db()
    account = reader()
    left = placed(gold, account, trial=True)
    stripe.sessions[left.checkout]["status"] = "expired"
    assert membership.look_again(left).state == Order.State.ENDED
    order = placed(gold, account, trial=True)  # what was not begun was not had
    Order.objects.filter(pk=order.pk).update(created=timezone.now() - timedelta(days=2))
    monkeypatch.setattr("stripe._http_client.HTTPClient._sleep_time_seconds", lambda *_: 0)
    stripe.down = True  # so that the one before cannot be closed
    other = membership.place_order(account, gold.prices.get(), "stripe", trial=True)
    stripe.down = False
    membership.checkout(other, WAY)
    other.refresh_from_db()
    assert other != order
    stripe.pay(order.checkout)
    order = membership.look_again(order)
    assert order.state == Order.State.PAID
    assert not order.entries.exists()
    assert Pass.objects.get(order=order).ends_at > timezone.now() + timedelta(days=13)
    with pytest.raises(membership.TrialUsed):
        placed(gold, account, trial=True)
    assert Trial.objects.count() == 1
    stripe.pay(other.checkout)
    assert membership.look_again(other).trouble == "trial-used"
    assert Pass.objects.count() == 1


def test_a_bank_transfer_is_confirmed_at_the_desk_once(admin_client, stripe, gold):
    order = membership.place_order(reader(), gold.prices.get(), "manual")
    path = reverse("admin:membership_order_confirm", args=[order.pk])
    for _ in range(2):
        assert admin_client.post(path, {"reference": "statement 7, line 3"}).status_code == 302
    order.refresh_from_db()
    assert (order.state, order.entries.count()) == (Order.State.PAID, 1)
    days = (order.paid_until - timezone.now()).days
    assert days == 30
    assert admin_client.post(path, {"reference": "statement 8, line 1"}).status_code == 302
    order.refresh_from_db()
    assert (order.paid_until - timezone.now()).days == 61
    assert admin_client.get(reverse("admin:membership_order_change", args=[order.pk])).status_code == 200
    assert admin_client.get(path).status_code == 403


def test_the_ledger_only_grows(stripe, gold):
    order = membership.confirm(membership.place_order(reader(), gold.prices.get(), "manual"), "line 1")
    entry = order.entries.get()
    for change in (lambda: LedgerEntry.objects.update(amount=1), entry.delete):
        with pytest.raises(DatabaseError, match="only grows"), transaction.atomic():
            change()


def test_two_orders_open_one_place_to_pay_each(stripe, gold):
    order = placed(gold)
    again = membership.checkout(order, WAY)
    assert again == stripe.sessions[order.checkout]["url"]
    assert len(stripe.sessions) == 1
    assert server.shown({"_a": 1, "b": 2}) == {"b": 2}
