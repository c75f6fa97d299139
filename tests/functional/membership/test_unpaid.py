"""Nobody reads for what was not paid, was given back, or was not wanted any more."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.functional.membership.test_payments import completed, gold, placed, reader, sent, stripe  # noqa: F401

from kushk.engines.payment.interface import PaymentUnreachable
from kushk.membership import api as membership
from kushk.membership.models import LedgerEntry, Order, Pass, Price, Seat, Trial

pytestmark = pytest.mark.django_db
GRACE = 3


def bought(stripe, gold, **how) -> Order:  # noqa: F811
    order = placed(gold, **how)
    stripe.pay(order.checkout)
    return membership.look_again(order)


def days_left(order: Order) -> float:
    order.refresh_from_db()
    return (order.paid_until - timezone.now()) / timedelta(days=1)


def over_in(stripe, order: Order, days: float) -> None:  # noqa: F811
    """Let the paid period end so many days from now."""
    end = int((timezone.now() + timedelta(days=days)).timestamp())
    item = stripe.subscriptions[order.subscription]["items"]["data"][0]
    item["current_period_end"] = end
    for invoice in stripe.invoices.values():
        invoice["lines"]["data"][0]["period"]["end"] = end


def intent_of(stripe, newest: int = -1) -> str:  # noqa: F811
    return list(stripe.invoices.values())[newest]["_intent"]


def test_a_period_that_has_begun_is_not_paid_yet(stripe, gold):  # noqa: F811
    order = bought(stripe, gold)
    over_in(stripe, order, 0)
    stripe.begin(order.subscription)
    membership.look_again(order)
    assert 0 < days_left(order) <= GRACE, "its invoice is a draft for an hour"
    for status in ("past_due", "unpaid"):
        stripe.subscriptions[order.subscription]["status"] = status
        membership.look_again(order)
        assert days_left(order) <= GRACE, status
    assert days_left(order) <= 0


def test_a_card_that_is_refused_after_the_trial_gives_no_month(stripe, gold):  # noqa: F811
    order = bought(stripe, gold, trial=True)
    assert 13 < days_left(order) <= 14
    stripe.fail(order.subscription)
    membership.look_again(order)
    assert days_left(order) <= 14 + GRACE
    assert not LedgerEntry.objects.exists()


@pytest.mark.parametrize("kind", ["refund", "dispute"])
def test_money_back_of_a_later_month_takes_that_month(stripe, gold, kind):  # noqa: F811
    order = bought(stripe, gold)
    stripe.renew(order.subscription)
    membership.look_again(order)
    assert days_left(order) > 60
    if kind == "refund":
        stripe.refund(intent_of(stripe), 490, "eur")
    else:
        stripe.dispute(intent_of(stripe), 490, "eur", "lost")
    membership.look_again(order)
    assert days_left(order) <= 31 + GRACE
    assert Pass.objects.get(order=order).ends_at == order.paid_until


def test_an_order_in_trouble_gets_no_longer_and_still_ends(stripe, gold):  # noqa: F811
    order = bought(stripe, gold)
    before = order.paid_until
    stripe.renew(order.subscription)
    invoice = list(stripe.invoices.values())[-1]
    invoice["amount_paid"] = 245
    order = membership.look_again(order)
    assert (order.trouble, order.paid_until) == ("amount", before)
    for each, amount in zip(stripe.invoices.values(), (490, 245), strict=True):
        stripe.refund(each["_intent"], amount, "eur")
    stripe.end(order.subscription)
    order = membership.look_again(order)
    assert order.state == Order.State.REFUNDED
    assert not Pass.objects.filter(ends_at__gt=timezone.now()).exists()
    assert order.entries.filter(kind="refund").count() == 2


def test_what_was_fetched_before_is_not_applied_after(stripe, gold, monkeypatch):  # noqa: F811
    order = bought(stripe, gold)
    engine = membership.payment_engine("stripe")
    old = engine.look(order.checkout)
    stripe.renew(order.subscription)
    longer = membership.look_again(order).paid_until
    monkeypatch.setattr(type(engine), "look", lambda *_: old)
    assert membership.look_again(order).paid_until == longer


def test_a_gift_that_was_paid_back_ends_for_whoever_has_it(stripe, gold):  # noqa: F811
    order = bought(stripe, gold, gift=True)
    friend = reader()
    membership.redeem(membership.gift_code(order), "192.0.2.1", membership.Holder(friend))
    assert Pass.objects.filter(account=friend, ends_at__gt=timezone.now()).exists()
    stripe.refund(stripe.sessions[order.checkout]["payment_intent"], 490, "eur")
    membership.look_again(order)
    assert not Pass.objects.filter(account=friend, ends_at__gt=timezone.now()).exists()


def test_a_smaller_plan_has_fewer_seats(gold, story_of):  # noqa: F811
    owner = reader()
    gold.seats = 5
    gold.save()
    Pass.objects.create(account=owner, plan=gold, starts_at=timezone.now(), ends_at=timezone.now() + timedelta(days=9))
    friends = [reader() for _ in range(4)]
    for friend in friends:
        membership.redeem(membership.invite(owner, timezone.now()), "192.0.2.1", membership.Holder(friend))
    gold.seats = 2
    gold.save()
    story = story_of("members")
    reads = [membership.decide(story, membership.Viewer("", account=each)).whole for each in friends]
    assert reads == [True, False, False, False]
    Seat.objects.filter(account=friends[0]).delete()
    assert membership.decide(story, membership.Viewer("", account=friends[1])).whole


def test_cancelling_before_the_message_came_ends_it_at_stripe(stripe, gold):  # noqa: F811
    order = placed(gold)
    stripe.pay(order.checkout)
    order = membership.cancel(order)
    assert order.state == Order.State.PAID
    assert not order.renews
    assert stripe.subscriptions[order.subscription]["cancel_at_period_end"]


def test_who_leaves_pays_no_more(stripe, gold):  # noqa: F811
    account = reader()
    paid, left = placed(gold, account), placed(gold, account, gift=True)
    stripe.pay(paid.checkout)
    membership.close(account)
    (subscription,) = stripe.subscriptions.values()
    assert subscription["cancel_at_period_end"]
    assert stripe.sessions[left.checkout]["status"] == "expired"


def test_a_second_trial_by_card_can_be_cancelled(stripe, gold):  # noqa: F811
    account = reader()
    order = placed(gold, account, trial=True)
    Trial.objects.create(person_hash=membership.person_of(account), plan=gold, started_at=timezone.now())
    stripe.pay(order.checkout)
    order = membership.look_again(order)
    assert order.trouble == "trial-used"
    membership.close(account)
    assert stripe.subscriptions[order.subscription]["cancel_at_period_end"]


def test_pressing_twice_is_one_order(stripe, gold):  # noqa: F811
    account = reader()
    assert placed(gold, account) == placed(gold, account)
    assert placed(gold, account, gift=True) != placed(gold, account)
    assert len(stripe.sessions) == 2


@pytest.mark.parametrize(
    "address", ["a@bücher.example", "A+x@xn--bcher-kva.example", "a@b\uff55\u0308cher.example", "a@BÜCHER.example."]
)
def test_one_mailbox_tries_once_however_it_is_written(gold, address):  # noqa: F811
    first, second = reader(), reader()
    first.email, second.email = "a@bücher.example", address
    membership.start_trial(first, gold)
    with pytest.raises(membership.TrialUsed):
        membership.start_trial(second, gold)


def test_a_new_address_is_no_new_person(gold):  # noqa: F811
    account = reader()
    membership.start_trial(account, gold)
    account.email = "elsewhere@mill.example"
    assert not membership.may_try(account, gold)
    with pytest.raises(membership.TrialUsed):
        membership.start_trial(account, gold)


def test_one_transfer_pays_one_order(gold):  # noqa: F811
    price = gold.prices.get()
    one, other = (membership.place_order(reader(), price, "manual") for _ in range(2))
    membership.confirm(one, "2026-11-27/1")
    assert membership.confirm(one, "2026-11-27/1").entries.count() == 1
    with pytest.raises(membership.ReferenceUsed):
        membership.confirm(other, "2026-11-27/1")
    assert not Pass.objects.filter(order=other).exists()


def test_without_its_key_stripe_is_not_said_to_be_told(stripe, gold, monkeypatch):  # noqa: F811
    order = bought(stripe, gold)
    monkeypatch.setenv("KUSHK_STRIPE_KEY", "")
    with pytest.raises(PaymentUnreachable):
        membership.cancel(order)
    with pytest.raises(PaymentUnreachable):
        membership.close(order.account)


def test_a_month_that_was_given_back_is_no_end(stripe, gold):  # noqa: F811
    order = bought(stripe, gold)
    stripe.refund(intent_of(stripe), 490, "eur")
    order = membership.look_again(order)
    assert days_left(order) <= 0
    stripe.renew(order.subscription)
    order = membership.look_again(order)
    assert (order.state, order.renews) == (Order.State.PAID, True)
    assert days_left(order) > 60
    membership.close(order.account)
    assert stripe.subscriptions[order.subscription]["cancel_at_period_end"]


def test_a_refund_that_came_to_nothing_stops_no_later_month(stripe, gold):  # noqa: F811
    order = bought(stripe, gold)
    stripe.refund(intent_of(stripe), 490, "eur")
    membership.look_again(order)
    for refund in stripe.refunds.values():
        refund["status"] = "failed"
    assert days_left(membership.look_again(order)) <= 0, "the ledger says that it went back"
    stripe.renew(order.subscription)
    stripe.refund(intent_of(stripe), 1, "eur")
    assert days_left(membership.look_again(order)) > 60


@pytest.mark.parametrize("gift", [False, True])
@pytest.mark.parametrize("kind", ["refund", "dispute"])
def test_money_that_went_back_ends_what_it_gave_as_soon_as_stripe_says_so(client, stripe, gold, kind, gift):  # noqa: F811
    other, order = placed(gold), placed(gold, gift=gift)
    for each in (other, order):
        stripe.pay(each.checkout)
        membership.look_again(each)
    intent = next(iter(reversed(stripe.invoices.values())))["_intent"] if not gift else None
    intent = intent or stripe.sessions[order.checkout]["payment_intent"]
    disputed = stripe.dispute(intent, order.amount, "eur", "needs_response")
    assert sent(client, stripe.event("charge.dispute.created", disputed)) == 200
    order.refresh_from_db()
    assert order.state == Order.State.PAID, "nothing is lost yet"
    if kind == "refund":
        stripe.refund(intent, order.amount, "eur")
        charge = {"id": "ch_1", "object": "charge", "payment_intent": intent}
        assert sent(client, stripe.event("charge.refunded", charge)) == 200
    else:
        stripe.disputes[disputed["id"]]["status"] = "lost"
        assert sent(client, stripe.event("charge.dispute.closed", disputed)) == 200
    order.refresh_from_db()
    other.refresh_from_db()
    assert (order.state == Order.State.REFUNDED) is gift, "a subscription goes on"
    assert other.state == Order.State.PAID
    assert not Pass.objects.filter(order=order, ends_at__gt=timezone.now()).exists()


def test_money_given_back_after_the_end_is_found_at_night_and_old_orders_are_left_alone(stripe, gold):  # noqa: F811
    order = placed(gold)
    stripe.pay(order.checkout)
    order = membership.look_again(order)
    stripe.end(order.subscription)
    assert membership.reconcile() == (1, 0)
    invoice = next(iter(stripe.invoices.values()))
    stripe.refund(invoice["_intent"], order.amount, "eur")
    assert membership.reconcile() == (1, 0)
    order.refresh_from_db()
    assert order.state == Order.State.REFUNDED
    long_ago = timezone.now() - timedelta(days=200)
    Order.objects.filter(pk=order.pk).update(created=long_ago, paid_until=long_ago)
    stripe.down = True
    assert membership.reconcile() == (0, 0), "nobody is asked about what can change no more"


def test_who_begins_to_pay_for_something_else_pays_one_of_them(stripe, gold):  # noqa: F811
    account = reader()
    month = placed(gold, account)
    Price.objects.create(
        plan=gold, currency="EUR", amount=4900, interval="year", stripe_price=stripe.price(4900, "EUR", "year")
    )
    year = membership.place_order(account, gold.prices.get(interval="year"), "stripe")
    assert stripe.sessions[month.checkout]["status"] == "expired"
    month.refresh_from_db()
    assert (month.state, year.state) == (Order.State.ENDED, Order.State.OPEN)


def test_a_price_that_was_raised_for_those_who_have_it_goes_on(stripe, gold):  # noqa: F811
    order = bought(stripe, gold)
    before = order.paid_until
    stripe.renew(order.subscription)
    list(stripe.invoices.values())[-1]["amount_paid"] = 590
    order = membership.look_again(order)
    assert order.trouble == ""
    assert order.paid_until > before
    assert sorted(entry.amount for entry in order.entries.all()) == [490, 590]


def test_a_refund_that_failed_after_all_stops_nothing(stripe, gold):  # noqa: F811
    order = bought(stripe, gold)
    stripe.refund(intent_of(stripe), 100, "eur")
    before = membership.look_again(order).paid_until
    stripe.refunds.clear()
    stripe.renew(order.subscription)
    assert membership.look_again(order).paid_until > before


def test_an_account_can_go_though_its_engine_is_gone(stripe, gold, monkeypatch):  # noqa: F811
    order = placed(gold)
    Order.objects.update(created=timezone.now() - timedelta(days=400))
    monkeypatch.setenv("KUSHK_STRIPE_KEY", "")
    membership.close(order.account)
    order.refresh_from_db()
    assert order.state == Order.State.OPEN, "nobody pays it any more, and it is left as it is"


def test_what_may_still_be_charged_is_ended_with_its_account(stripe, gold):  # noqa: F811
    order = bought(stripe, gold)
    stripe.fail(order.subscription)
    stripe.subscriptions[order.subscription]["status"] = "unpaid"
    order = membership.look_again(order)
    assert not order.renews
    membership.close(order.account)
    assert stripe.subscriptions[order.subscription]["cancel_at_period_end"]


@pytest.mark.parametrize("several", [False, True])
def test_nobody_is_deleted_at_the_desk_who_goes_on_paying(admin_client, stripe, gold, monkeypatch, several):  # noqa: F811
    order = bought(stripe, gold)
    account, path = order.account, "/desk/auth/user/"
    sent = {"action": "delete_selected", "_selected_action": [account.pk]} if several else {}
    path = path if several else f"{path}{account.pk}/delete/"
    monkeypatch.setattr("stripe._http_client.HTTPClient._sleep_time_seconds", lambda *_: 0)
    stripe.down = True
    assert "could not be ended" in admin_client.post(path, sent | {"post": "yes"}, follow=True).content.decode()
    account.refresh_from_db()
    stripe.down = False
    assert admin_client.post(path, sent | {"post": "yes"}).status_code == 302
    assert stripe.subscriptions[order.subscription]["cancel_at_period_end"]
    order.refresh_from_db()
    assert order.account is None
