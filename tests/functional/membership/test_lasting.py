"""How long somebody has a plan: one thing after another, and nothing is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.functional.membership.conftest import MARKER, words_of
from tests.stripe.server import KEY, SIGNING, LocalStripe

from kushk.library import api as library
from kushk.membership import api as membership
from kushk.membership.models import Order, Pass, Plan, Price, Voucher

pytestmark = pytest.mark.django_db
CODE = "/en/access/"


def entered(client, plan: Plan, number: int, days: int = 30) -> None:
    for code in membership.make_vouchers(plan, number, days=days):
        assert client.post(CODE, {"code": code}).status_code == 303


def until(days: int) -> str:
    return f"{timezone.now() + timedelta(days=days):%Y-%m-%d}"


@pytest.mark.parametrize("signed_in", [True, False])
def test_codes_last_one_after_the_other(client, plan, path, request, signed_in):
    if signed_in:
        request.getfixturevalue("mona")
    entered(client, plan, 3)
    begins = [each.starts_at for each in Pass.objects.order_by("starts_at")]
    ends = [each.ends_at for each in Pass.objects.order_by("starts_at")]
    assert ends[:2] == begins[1:]
    answer = client.get(CODE)
    assert words_of(answer.content.decode()).count("GOLD until") == 1
    assert f'datetime="{until(90)}"' in answer.content.decode()
    assert MARKER in client.get(path).content.decode()
    if not signed_in:
        assert client.cookies["pass"]["max-age"] > 89 * 86400
        Pass.objects.filter(starts_at__lt=timezone.now()).update(ends_at=timezone.now())
        Pass.objects.filter(starts_at=begins[1]).update(starts_at=timezone.now())
        assert MARKER in client.get(path).content.decode(), "the next one has begun"


def test_a_code_of_another_plan_begins_now_and_takes_nothing_away(client, plan, path):
    other = Plan.objects.create(name="Harbour")
    other.publications.add(library.add_publication("The Harbour"))
    entered(client, plan, 1)
    entered(client, other, 1)
    assert MARKER in client.get(path).content.decode()
    page = words_of(client.get(CODE).content.decode())
    assert "GOLD until" in page
    assert "Harbour until" in page
    assert client.post(CODE, {"forget": "1"}).status_code == 303
    assert not Pass.objects.exists()


def test_a_device_holds_so_many_and_no_more(client, plan):
    entered(client, plan, membership.MOST_KEYS + 2, days=1)
    assert len(client.cookies["pass"].value.split(".")) == membership.MOST_KEYS


@pytest.fixture
def renewing(mona, plan, monkeypatch) -> Order:
    monkeypatch.setenv("KUSHK_BANK", "The bank of the mill")
    price = Price.objects.create(plan=plan, currency="EUR", amount=490)
    ends = timezone.now() + timedelta(days=20)
    order = Order.objects.create(
        account=mona, plan=plan, price=price, engine="stripe", amount=490, currency="EUR", interval="month",
        state=Order.State.PAID, paid_until=ends, renews=True,
    )  # fmt: skip
    Pass.objects.create(account=mona, plan=plan, kind="order", order=order, starts_at=timezone.now(), ends_at=ends)
    return order


def test_a_code_is_not_used_up_beside_what_renews_by_itself(client, plan, renewing):
    (code,) = membership.make_vouchers(plan, 1)
    for _ in range(40):  # a right code costs no tries
        answer = client.post(CODE, {"code": code})
        assert answer.status_code == 403
    assert "You have GOLD already" in words_of(answer.content.decode())
    assert Voucher.objects.get().used == 0
    Order.objects.update(renews=False)
    assert client.post(CODE, {"code": code}).status_code == 303
    assert Pass.objects.get(voucher__isnull=False).starts_at == renewing.paid_until


def test_nobody_orders_twice_what_renews_by_itself(client, plan, renewing):
    wanted = {"price": plan.prices.get().pk, "way": "manual"}
    answer = client.post(reverse("reader:plans", args=["en"]), wanted)
    assert answer.status_code == 409
    assert "and it renews by itself" in answer.content.decode()
    assert Order.objects.count() == 1
    assert client.post(reverse("reader:plans", args=["en"]), wanted | {"gift": "1"}).status_code == 303
    Order.objects.filter(pk=renewing.pk).update(renews=False)
    assert client.post(reverse("reader:plans", args=["en"]), wanted).status_code == 303


def test_what_is_paid_by_bank_begins_when_the_other_ends(mona, plan, renewing):
    Order.objects.update(renews=False)
    order = membership.place_order(mona, plan.prices.get(), "manual")
    order = membership.confirm(order, "line 1")
    assert order.paid_until == renewing.paid_until + timedelta(days=31)


def test_a_trial_by_card_is_followed_by_the_price_of_the_country_that_was_chosen(client, mona, plan, monkeypatch):
    stripe = LocalStripe()
    for name, value in (("KEY", KEY), ("SIGNING", SIGNING), ("URL", stripe.url)):
        monkeypatch.setenv(f"KUSHK_STRIPE_{name}", value)
    Plan.objects.update(trial_days=14, trial_by_card=True)
    for country, currency, amount in (("", "EUR", 490), ("KW", "KWD", 1500)):
        Price.objects.create(
            plan=plan, country=country, currency=currency, amount=amount, stripe_price=stripe.price(amount, currency)
        )
    try:
        answer = client.post(reverse("reader:plans", args=["en"]) + "?country=KW", {"try": plan.pk})
    finally:
        stripe.close()
    assert answer.status_code == 303
    order = Order.objects.get()
    assert (order.currency, order.amount, order.trial_days) == ("KWD", 1500, 14)
