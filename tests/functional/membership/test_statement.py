"""The publisher's statement, the desk's figures, and the notes of reading that they are made of."""

from __future__ import annotations

import io
import json
from datetime import date, timedelta
from fractions import Fraction

import pytest
from django.contrib.auth.models import User
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as some

from kushk.library import api as library
from kushk.membership import api as membership
from kushk.membership import statement
from kushk.membership.deciding import NOTES_A_DAY
from kushk.membership.models import LedgerEntry, Order, Pass, Plan, Price, Reading, Trial

DAY = date(2026, 11, 3)

events = some.lists(
    some.builds(
        statement.Event,
        day=some.just(DAY),
        publication=some.sampled_from(["lantern", "marsa", "quai"]),
        story=some.text("abc", min_size=1, max_size=3),
        kind=some.sampled_from(["read", "heard"]),
        seconds=some.integers(0, 4000),
        expected=some.integers(0, 1200),
    ),
    max_size=40,
)


@given(events, some.integers(0, 10**9))
def test_a_statement_can_be_worked_out_again_and_shares_a_sum_to_the_last_unit(read, amount):
    written = io.StringIO()
    statement.write_events(read, written)
    again = list(statement.read_events(written.getvalue().splitlines()))
    assert again == read
    lines = statement.statement(read)
    assert statement.statement(again) == lines
    if any(event.weight for event in read):
        assert sum(line.share for line in lines) == 1
        assert sum(statement.shared(amount, lines).values()) == amount
    parts = statement.shared(amount, lines)
    assert all(abs(parts[line.name] - amount * line.share) < 1 for line in lines if any(e.weight for e in read))


def test_a_long_story_counts_no_more_than_a_short_one():
    read = [
        statement.Event(DAY, "lantern", "a", "read", 60, 60),
        statement.Event(DAY, "marsa", "b", "read", 1200, 1200),
        statement.Event(DAY, "marsa", "b", "heard", 600, 1200),
        statement.Event(DAY, "quai", "c", "read", 99999, 60),
    ]
    found = {line.name: line for line in statement.statement(read)}
    assert found["lantern"].total == found["quai"].total == 1
    assert found["marsa"].total == Fraction(3, 2)
    assert found["marsa"].share == Fraction(3, 7)


@pytest.fixture
def noted(client, story_of):
    story = story_of("free")

    def note(body, **headers):
        path = reverse("reader:note-reading", args=[story.public_id])
        body = body if isinstance(body, str) else json.dumps(body)
        return client.post(path, body, content_type="text/plain", headers=headers).status_code

    return note


@pytest.mark.django_db
def test_what_was_read_is_noted_and_nobody_with_it(client, noted):
    assert noted({"kind": "read", "seconds": 7}) == 204
    assert noted({"kind": "heard", "seconds": 9999}) == 204
    rows = list(Reading.objects.values("kind", "seconds", "expected").order_by("pk"))
    assert rows == [
        {"kind": "read", "seconds": 7, "expected": 20},  # a brief is not a whole minute
        {"kind": "heard", "seconds": 30, "expected": 30},
    ]
    assert {field.name for field in Reading._meta.fields} == {
        *("id", "day", "publication", "slug", "story", "kind", "seconds", "expected")
    }


@pytest.mark.django_db
@pytest.mark.parametrize("body", ["", "[]", "{}", '{"kind": "read"}', '{"kind": "read", "seconds": "x"}', "null"])
def test_nonsense_is_not_noted(noted, body):
    assert noted(body) == 400
    assert not Reading.objects.exists()


@pytest.mark.django_db
def test_neither_another_site_nor_one_address_makes_a_story_famous(noted):
    assert noted({"kind": "read", "seconds": 50}, **{"sec-fetch-site": "cross-site"}) == 204
    assert noted({"kind": "stolen", "seconds": 50}) == 204
    assert noted({"kind": "read", "seconds": -50}) == 204
    assert not Reading.objects.exists()
    for _ in range(NOTES_A_DAY + 20):
        noted({"kind": "read", "seconds": 50})
    assert Reading.objects.count() <= NOTES_A_DAY


@pytest.fixture
def busy(paper, story_of, plan):
    """A stand on which something happened."""
    now = timezone.now()
    account = User.objects.create_user("one", "one@mill.example")
    price = Price.objects.create(plan=plan, currency="EUR", amount=490)
    Trial.objects.create(
        person_hash="x", plan=plan, account=account, story=story_of("members").public_id, started_at=now
    )
    order = Order.objects.create(
        account=account, plan=plan, price=price, engine="manual", amount=490, currency="EUR", interval="month",
        story=story_of("members").public_id,
    )  # fmt: skip
    membership_order = Order.objects.get(pk=order.pk)
    Pass.objects.create(account=account, plan=plan, starts_at=now, ends_at=now + timedelta(days=3))
    LedgerEntry.objects.create(
        order=membership_order, kind="charge", amount=490, currency="EUR", engine="manual", reference="1", at=now
    )
    Order.objects.update(state=Order.State.PAID)
    for seconds in (60, 30):
        membership.note_reading(story_of("free"), "read", seconds, 60, now.date())
    return f"{now:%Y-%m}"


def test_the_desk_sees_figures_as_charts_and_as_tables(admin_client, busy):
    page = admin_client.get(reverse("admin:figures")).content.decode()
    assert page.count('role="img"') == 4
    assert page.count('scope="col">Month') == 4
    assert "€4.90" in page
    assert "1, of which 1 paid later" in page
    assert "Flood at the members mill" in page


def test_the_desk_has_a_statement_and_its_events(admin_client, busy):
    page = admin_client.get(reverse("admin:statement") + f"?month={busy}&sum=1000&currency=EUR").content.decode()
    assert "The Toll" in page
    assert "1.50" in page
    assert "€10.00" in page
    answer = admin_client.get(reverse("admin:statement-events", args=[busy]))
    read = list(statement.read_events(answer.content.decode().splitlines()))
    assert [event.seconds for event in read] == [60, 30]
    lines = admin_client.get(reverse("admin:statement-csv", args=[busy])).content.decode().splitlines()
    assert lines[1] == f"{busy},toll,The Toll,1.500000,0.000000,1.000000000"


def test_what_was_read_outlasts_its_publication(admin_client, busy, paper):
    paper.stories.all().delete()
    paper.delete()
    page = admin_client.get(reverse("admin:statement") + f"?month={busy}").content.decode()
    assert "1.50" in page
    lines = admin_client.get(reverse("admin:statement-csv", args=[busy])).content.decode().splitlines()
    assert lines[1] == f"{busy},toll,,1.500000,0.000000,1.000000000"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("month=2026-13", "Write a month as 2026-11."),
        ("month=nonsense", "Write a month as 2026-11."),
        ("sum=1234.50", "Write a whole number"),
        ("sum=-3", "greater than or equal to 1"),
        ("sum=1000&currency=XX", "the three capitals of a currency"),
        ("sum=1000&currency=%D8%B3%D8%B3%D8%B3", "the three capitals of a currency"),
        ("sum=1000&currency=ZZZ", "10.00"),
    ],
)
def test_what_the_statement_cannot_be_asked_is_said(admin_client, busy, asked, said):
    answer = admin_client.get(reverse("admin:statement") + f"?{asked}")
    assert answer.status_code == 200
    assert said in answer.content.decode()


def test_the_statement_leads_to_the_months_beside(admin_client, busy):
    page = admin_client.get(reverse("admin:statement") + "?month=2026-01").content.decode()
    assert 'href="?month=2025-12"' in page
    assert 'href="?month=2026-02"' in page
    assert "This month is not over yet." not in page
    assert "This month is not over yet." in admin_client.get(reverse("admin:statement")).content.decode()


def test_the_statement_names_stories(admin_client, busy):
    assert "Flood at the free mill" in admin_client.get(reverse("admin:statement") + f"?month={busy}").content.decode()


@pytest.mark.parametrize("when", ["never", "before"])
def test_who_paid_nothing_after_a_trial_is_not_said_to_have_paid(admin_client, busy, plan, when):
    account = User.objects.create_user("two", "two@mill.example")
    began = timezone.now() + timedelta(hours=1 if when == "before" else 0)
    paid = Order.objects.get().account if when == "before" else account
    Trial.objects.all().delete()
    Trial.objects.create(person_hash="y", plan=plan, account=paid, started_at=began)
    price = plan.prices.get()
    Order.objects.create(
        account=account, plan=plan, price=price, engine="stripe", amount=490, currency="EUR", interval="month",
        state=Order.State.ENDED, trial_days=14,
    )  # fmt: skip
    assert "1, of which 0 paid later" in admin_client.get(reverse("admin:figures")).content.decode()


def test_only_staff_who_may_see_orders_see_any_of_it(client, busy, django_user_model):
    client.force_login(django_user_model.objects.create_user("clerk", is_staff=True))
    for path in (reverse("admin:figures"), reverse("admin:statement"), reverse("admin:statement-events", args=[busy])):
        assert client.get(path).status_code == 403, path


def test_a_stand_on_which_nothing_happened_says_so(admin_client, db):
    assert "Nobody became a member" in admin_client.get(reverse("admin:figures")).content.decode()
    assert "Nothing was read" in admin_client.get(reverse("admin:statement")).content.decode()


@pytest.mark.usefixtures("plan")
def test_a_translation_that_is_not_there_yet_is_made_before_anybody_betters_it(client, story_of):
    client.force_login(User.objects.create_user("one", "one@mill.example"))
    answer = client.get(reverse("account_propose", args=[story_of("free").public_id, "es"]))
    assert answer.status_code == 302
    assert client.get(answer["Location"]).status_code == 200


def test_a_reader_suggests_and_the_desk_accepts(client, admin_client, story_of, plan):
    from kushk.renditions.translation import api as translation

    story = story_of("free")
    translation.whole(story, "es")
    path = reverse("account_propose", args=[story.public_id, "es"])
    assert client.get(path).status_code == 302
    account = User.objects.create_user("one", "one@mill.example")
    client.force_login(account)
    first = translation.look(story, "es").wanted[-1].piece
    assert first.id in client.get(path).content.decode()
    assert "Your translation" in client.get(f"{path}?sentence={first.id}").content.decode()
    empty = client.post(path, {"sentence": first.id, "text": " "}).content.decode()
    assert "Please fill this in." in empty
    assert "suggestions today" not in empty
    answer = client.post(path, {"sentence": first.id, "text": "Una última línea, para que haya algo al final."})
    assert answer.status_code == 302
    assert translation.look(story, "es").units[first.id].origin.reviewed is False
    proposal = translation.Proposal.objects.get()
    changes = reverse("admin:translation_proposal_changelist")
    assert "Una última línea" in admin_client.get(changes).content.decode()
    admin_client.post(changes, {"action": "accept", "_selected_action": [proposal.pk]})
    proposal.refresh_from_db()
    assert proposal.state == "accepted"
    assert translation.look(story, "es").units[first.id].text.startswith("Una última línea")
    assert translation.proposals_of(account)[0]["state"] == "accepted"
    assert client.get(reverse("account_propose", args=[story.public_id, "xx"])).status_code == 404
    hidden = [each.id for each in library.member_document(story_of("members")).sentences()][-1]
    page = client.get(reverse("account_propose", args=[story_of("members").public_id, "es"]))
    assert hidden not in page.content.decode()
    assert Plan.objects.count() == 1
