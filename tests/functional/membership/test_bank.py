"""Money by bank: entered at the desk once, given back, and what it gave with it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from tests.functional.desk.test_desk import form_of

from kushk.membership import api as membership
from kushk.membership.models import Order, Pass, Price, Voucher

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def order(plan, monkeypatch) -> Order:
    monkeypatch.setenv("KUSHK_BANK", "The bank of the mill")
    price = Price.objects.create(plan=plan, currency="EUR", amount=490)
    return membership.place_order(User.objects.create_user("mona", "mona@mill.example"), price, "manual")


@pytest.fixture
def gift(order) -> Order:
    return membership.place_order(order.account, order.price, "manual", gift=True)


@pytest.fixture
def sent(admin_client):
    def send(order: Order, act: str, **fields: object) -> str:
        path = reverse(f"admin:membership_order_{act}", args=[order.pk])
        answer = admin_client.post(path, fields, follow=True)
        assert answer.status_code == 200
        order.refresh_from_db()
        return answer.content.decode()

    return send


def days_left(order: Order) -> float:
    return (order.paid_until - timezone.now()) / DAY


def test_the_ledger_has_the_day_of_the_statement_and_the_member_the_whole_month(sent, order):
    day = timezone.now().date() - timedelta(days=5)
    assert "The payment was entered." in sent(order, "confirm", reference="line 1", day=day)
    assert order.entries.get().at == datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    assert 30 < days_left(order) <= 31


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "Reference of the bank statement: This field is required."),
        ({"reference": "1", "day": "2199-01-01"}, "This day is yet to come."),
        ({"reference": "1", "day": "nonsense"}, "Enter a valid date."),
        ({"reference": "x" * 121}, "at most 120 characters"),
    ],
)
def test_what_cannot_be_is_said_and_not_entered(sent, order, fields, said):
    assert said in sent(order, "confirm", **fields)
    assert not order.entries.exists()
    assert order.state == Order.State.OPEN


def test_a_gift_is_paid_once(sent, gift):
    sent(gift, "confirm", reference="line 1")
    page = sent(gift, "confirm", reference="line 2")
    assert "This gift is paid already." in page
    assert "A payment came by bank" not in page, "there is no form for it any more"
    assert gift.entries.count() == 1
    assert Voucher.objects.count() == 1


def test_a_gift_that_was_paid_back_opens_nothing(sent, gift):
    sent(gift, "confirm", reference="line 1")
    friend = membership.Holder(User.objects.create_user("noor", "noor@mill.example"))
    made, _ = membership.redeem(membership.gift_code(gift), "192.0.2.1", friend)
    sent(gift, "refund", reference="line 2", amount=490)
    assert gift.state == Order.State.REFUNDED
    made.refresh_from_db()
    assert made.ends_at <= timezone.now()


def test_of_two_months_one_is_given_back_and_then_the_other(sent, order):
    for line in ("1", "2"):
        sent(order, "confirm", reference=line)
    assert 61 < days_left(order) <= 62
    sent(order, "refund", reference="3", amount=100)
    assert days_left(order) > 61, "a part of a month's price takes no month"
    sent(order, "refund", reference="4", amount=390)
    assert 30 < days_left(order) <= 31
    assert order.state == Order.State.PAID
    for _ in range(2):
        sent(order, "refund", reference="5", amount=490)
    assert order.state == Order.State.REFUNDED
    assert Pass.objects.get(order=order).ends_at <= timezone.now()
    assert order.entries.count() == 5
    page = sent(order, "confirm", reference="6")
    assert "This order is over." in page
    assert order.entries.count() == 5


@pytest.mark.parametrize("amount", [491, 10**12, 0, -5, "x"])
def test_no_more_is_given_back_than_was_paid(sent, order, amount):
    sent(order, "confirm", reference="1")
    page = sent(order, "refund", reference="2", amount=amount)
    assert "errornote" in page or "error" in page
    assert order.entries.count() == 1
    assert order.state == Order.State.PAID


def test_one_line_of_a_statement_is_no_refund_of_two_orders(sent, order, gift):
    for each, line in ((order, "1"), (gift, "2")):
        sent(each, "confirm", reference=line)
    sent(order, "refund", reference="3", amount=490)
    assert "was entered for another order already" in sent(gift, "refund", reference="3", amount=490)
    assert gift.state == Order.State.PAID


def test_what_was_paid_for_ends_with_its_order_alone(sent, order, admin_client):
    sent(order, "confirm", reference="1")
    held = Pass.objects.get()
    path = reverse("admin:membership_pass_change", args=[held.pk])
    page = admin_client.get(path).content.decode()
    assert 'name="_save"' not in page
    assert str(order) in page
    assert admin_client.post(path, {"ends_at_0": "2020-01-01", "ends_at_1": "00:00"}).status_code == 403
    assert (
        admin_client.post(reverse("admin:membership_pass_delete", args=[held.pk]), {"post": "yes"}).status_code == 403
    )


def test_the_order_shows_the_forms_that_it_can_take(sent, order, admin_client):
    path = reverse("admin:membership_order_change", args=[order.pk])
    page = admin_client.get(path).content.decode()
    assert "A payment came by bank" in page
    assert "Money was given back" not in page
    sent(order, "confirm", reference="1")
    page = admin_client.get(path).content.decode()
    assert 'value="490"' in page
    assert form_of(admin_client, path)
