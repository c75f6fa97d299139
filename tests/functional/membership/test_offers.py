"""What a stand offers, and to whom: nothing that cannot be had, nothing that somebody has."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from tests.functional.membership.conftest import words_of

from kushk.membership import api as membership
from kushk.membership.models import Order, Pass, Plan, Price, Seat

pytestmark = pytest.mark.django_db
BANK = "The bank of the mill"


@pytest.fixture
def order(mona, plan, monkeypatch) -> Order:
    monkeypatch.setenv("KUSHK_BANK", BANK)
    price = Price.objects.create(plan=plan, currency="EUR", amount=490)
    return membership.place_order(mona, price, "manual", language="ar")


def page_of(client, path: str) -> str:
    return client.get(path).content.decode()


def grant(account: User, plan: Plan, days: int = 30) -> Pass:
    now = timezone.now()
    begins = now - timedelta(days=60)
    return Pass.objects.create(account=account, plan=plan, starts_at=begins, ends_at=now + timedelta(days=days))


@pytest.mark.parametrize(
    "known",  # is there a price, what trial, is there a bank; is it offered
    [
        (False, {}, True, False),
        (True, {}, False, False),
        (True, {}, True, True),
        (False, {"trial_days": 14}, False, True),
        (False, {"trial_days": 14, "trial_by_card": True}, False, False),
        (True, {"trial_days": 14, "trial_by_card": True}, False, False),
    ],
)
def test_what_nobody_can_buy_or_try_is_not_offered(client, plan, path, monkeypatch, known):
    price, trial, bank, offered = known
    Plan.objects.update(**trial)
    monkeypatch.setenv("KUSHK_BANK", BANK if bank else "")
    if price:
        Price.objects.create(plan=plan, currency="EUR", amount=490)
    assert (membership.offered_plan() is not None) is offered
    page = page_of(client, path)
    assert ("data-offer" in page) is offered
    assert (reverse("reader:plans", args=["en"]) in page) is offered
    assert client.get(reverse("reader:plans", args=["en"])).status_code == (200 if offered else 404)


def test_a_member_is_offered_nothing_on_their_own_pages_and_all_pages_can_ask(client, mona, plan, path):
    Plan.objects.update(trial_days=14)
    assert client.get("/en/account/me.json").json()["tries"]
    assert "data-offer" in page_of(client, "/en/account/")
    grant(mona, plan)
    for own in ("/en/account/", "/en/access/", path):
        assert "data-offer" not in page_of(client, own), own
    assert "data-offer" in page_of(client, "/en/"), "the same for everybody"
    assert not client.get("/en/account/me.json").json()["offered"]
    plan.refresh_from_db()
    assert not membership.may_try(mona, plan), "nobody tries what they have"


def test_who_had_the_trial_reads_of_the_plan_and_no_trial(client, mona, plan, path, monkeypatch):
    Plan.objects.update(trial_days=14)
    plan.refresh_from_db()
    membership.start_trial(mona, plan)
    Pass.objects.update(ends_at=timezone.now())
    monkeypatch.setenv("KUSHK_BANK", BANK)
    Price.objects.create(plan=plan, currency="EUR", amount=490)
    page = page_of(client, path)
    assert "Try GOLD free" not in words_of(page)
    assert "Plans and prices" in page
    told = client.get("/en/account/me.json").json()
    assert (told["offered"], told["tries"]) == (True, False)


def test_the_wall_asks_nobody_to_sign_in_who_did(client, mona, plan, path):
    assert 'id="wall"' in page_of(client, path)
    assert "Sign in" not in page_of(client, path)
    client.logout()
    assert "Sign in" in page_of(client, path)


def test_who_reads_everything_is_not_told_that_no_free_story_is_left(client, mona, plan, paper):
    assert "free this month" in page_of(client, "/en/account/")
    held = grant(mona, plan)
    assert "free this month" not in page_of(client, "/en/account/")
    Pass.objects.filter(pk=held.pk).update(ends_at=timezone.now() - timedelta(days=3))
    words = words_of(page_of(client, "/en/account/"))
    assert "GOLD ended on" in words
    assert "free this month" in words


def test_an_order_by_bank_has_a_number_to_write_down_and_is_paid_again_by_it(client, order):
    path = reverse("account_order", args=[order.number])
    assert re.fullmatch(r"[2-9A-Z]{4}-[2-9A-Z]{4}", order.reference)
    page = page_of(client, path)
    assert order.reference in page
    assert "€4.90 for one month" in words_of(page)
    membership.confirm(order, "1")
    assert "To go on reading, pay once more." in page_of(client, path)
    assert "Paid." in page_of(client, "/en/account/")
    Order.objects.update(paid_until=timezone.now() - timedelta(days=1))
    for over in (path, "/en/account/"):
        words = words_of(page_of(client, over))
        assert "Over." in words
        assert "Thank you" not in words
        assert "Lasts until" not in words
    assert BANK in page_of(client, path)


def test_a_slow_transfer_needs_no_second_number_but_two_gifts_are_two(order, plan):
    price = plan.prices.get()
    Order.objects.update(created=timezone.now() - timedelta(days=9))
    assert membership.place_order(order.account, price, "manual") == order
    one = membership.place_order(order.account, price, "manual", gift=True)
    assert membership.place_order(order.account, price, "manual", gift=True) == one, "pressed twice"
    Order.objects.filter(pk=one.pk).update(created=timezone.now() - timedelta(hours=1))
    assert membership.place_order(order.account, price, "manual", gift=True) != one


@pytest.mark.parametrize("gift", [False, True])
def test_whoever_paid_by_bank_is_told_by_mail_in_their_language(admin_client, order, gift):
    if gift:
        order = membership.place_order(order.account, order.price, "manual", gift=True, language="ar")
    admin_client.post(reverse("admin:membership_order_confirm", args=[order.pk]), {"reference": "1"})
    (sent,) = mail.outbox
    assert sent.to == ["mona@mill.example"]
    assert "GOLD" in sent.subject
    assert "وصلت دفعتك" in sent.body
    assert f"/ar/account/orders/{order.number}/" in sent.body
    order.refresh_from_db()
    assert (membership.gift_code(order) in sent.body) is gift


def test_money_for_an_account_that_is_gone_is_not_taken_in_silence(admin_client, order):
    order.account.delete()
    path = reverse("admin:membership_order_confirm", args=[order.pk])
    page = admin_client.post(path, {"reference": "1"}, follow=True).content.decode()
    assert "The account of this order was deleted." in page
    assert not order.entries.exists()


def test_an_invitation_is_shown_once_and_a_reload_makes_no_second(client, mona, plan):
    Plan.objects.update(seats=3)
    grant(mona, plan)
    answer = client.post("/en/account/family/")
    assert answer.status_code == 303
    assert "<code" in page_of(client, "/en/account/family/")
    assert "<code" not in page_of(client, "/en/account/family/")
    assert Seat.objects.count() == 1


def test_a_brief_that_was_read_to_its_end_is_one_whole_story(client, story_of):
    story = story_of("free")
    seconds = membership.seconds_of(story, "read")
    assert 5 < seconds < 40
    assert membership.seconds_of(story, "heard") > seconds
    client.post(
        reverse("reader:note-reading", args=[story.public_id]),
        f'{{"kind": "read", "seconds": {seconds}}}',
        content_type="text/plain",
    )
    (event,) = membership.events_of(f"{timezone.now():%Y-%m}")
    assert event.weight == 1


def test_places_are_taken_back_though_the_membership_is_over(client, mona, plan):
    Plan.objects.update(seats=3)
    held = grant(mona, plan)
    client.post("/en/account/family/")
    Pass.objects.filter(pk=held.pk).update(ends_at=timezone.now())
    assert "Your family" in page_of(client, "/en/account/")
    page = page_of(client, "/en/account/family/")
    assert "Invite somebody" not in page
    assert client.post("/en/account/family/").status_code == 200, "nobody is invited"
    assert client.post("/en/account/family/", {"take": Seat.objects.get().pk}).status_code == 303
    assert client.get("/en/account/family/").status_code == 404
