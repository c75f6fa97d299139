"""Library cards: one person's, as good as the agreement, with seats and counts like the reading room itself."""

from __future__ import annotations

from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone
from tests.functional.desk.test_desk import form_of
from tests.functional.membership.conftest import MARKER

from kushk.membership import api as membership
from kushk.membership.institutions import PASSES_OF_A_CARD
from kushk.membership.models import Institution, Pass, Sitting

pytestmark = pytest.mark.django_db
CODE = "/en/access/"
CARD = "2 0001-0002"


@pytest.fixture
def place(plan) -> Institution:
    found = Institution.objects.create(name="Town Library", plan=plan)
    membership.add_cards(found, f"{CARD}\n300010002")
    return found


def with_card(number: str = CARD) -> Client:
    device = Client()
    assert device.post(CODE, {"code": number}).status_code == 303
    return device


def reads(device: Client, path: str) -> bool:
    return MARKER in device.get(path).content.decode()


def test_what_is_read_by_a_card_is_counted_and_named_after_the_library(place, path):
    device = with_card()
    assert "Town Library" in device.get(path).content.decode()
    assert place.uses.get().stories == 1


def test_a_card_is_no_longer_good_than_the_agreement(place, path):
    device = with_card()
    place.ends_at = timezone.now() - timedelta(minutes=1)
    place.save()
    assert not reads(device, path)
    assert "GOLD" not in device.get(CODE).content.decode()


def test_a_card_opens_what_the_agreement_opens_now(place, path):
    device = with_card()
    place.plan = membership.Plan.objects.create(name="Harbour")
    place.plan.publications.add(membership.library.add_publication("The Harbour"))
    place.save()
    assert not reads(device, path)


def test_cards_take_seats_and_wiping_cookies_takes_no_more_of_them(place, path):
    place.seats = 2
    place.save()
    for _ in range(4):
        assert reads(with_card(), path), "the same card on another device, or after cookies were wiped"
    assert Sitting.objects.count() == 1
    assert reads(with_card("300010002"), path)
    membership.add_cards(place, "400010002")
    third = with_card("400010002")
    assert not reads(third, path)
    assert "Town Library" in third.get(path).content.decode(), "the wall says whose seats are taken"


def test_who_signed_in_has_one_seat_in_the_reading_room_whatever_the_cookies(place, path, plan):
    Institution.objects.update(networks="198.51.100.0/24", seats=1)
    account = User.objects.create_user("mona", "mona@mill.example")
    for _ in range(3):
        device = Client()
        device.force_login(account)
        assert MARKER in device.get(path, REMOTE_ADDR="198.51.100.7").content.decode()


def test_one_number_is_one_person_with_some_devices(place, path):
    devices = [with_card() for _ in range(PASSES_OF_A_CARD + 1)]
    assert [reads(device, path) for device in devices] == [False, True, True, True]
    again = devices[-1]
    again.post(CODE, {"code": CARD})
    assert [reads(device, path) for device in devices] == [False, True, True, True], "the same device takes no other's"
    assert Pass.objects.count() == PASSES_OF_A_CARD


def test_a_card_that_was_taken_back_opens_nothing(place, path, admin_client):
    device, other = with_card(), with_card("300010002")
    desk = f"/desk/membership/institution/{place.pk}/change/"
    answer = admin_client.post(desk, form_of(admin_client, desk) | {"old_cards": "200010002"}, follow=True)
    assert "Cards removed: 1." in answer.content.decode()
    assert not reads(device, path)
    assert reads(other, path)
    assert Client().post(CODE, {"code": CARD}).status_code == 403


def test_nobody_gives_away_or_shares_what_a_card_opens(place, path, plan, story_of):
    plan.seats = 5
    plan.save()
    account = User.objects.create_user("mona", "mona@mill.example")
    device = Client()
    device.force_login(account)
    device.post(CODE, {"code": CARD})
    assert reads(device, path)
    assert device.get(f"/en/give/{story_of('members').public_id}/").status_code == 404
    assert device.get("/en/account/family/").status_code == 404
    assert "give" not in device.get("/en/account/").content.decode().partition('class="account__facts"')[2][:600]


def test_a_table_of_cards_is_read_and_its_headings_are_no_card(place):
    rows = "Card number;Name\n10001;Jones\n10002\tNoor\n\n12\n"
    assert membership.add_cards(place, rows) == (2, 0, 0)
    assert membership.add_cards(place, "10001\n10003") == (1, 1, 0)
    for number in ("10001", "١٠٠٠٢", "１０００３"):
        with_card(number)
    for wrong in ("card number", "12", "10001Jones"):
        assert Client().post(CODE, {"code": wrong}).status_code == 403, wrong


def test_a_number_is_one_institutions_and_the_desk_says_so(place, plan, admin_client):
    other = Institution.objects.create(name="Harbour Library", plan=plan)
    path = f"/desk/membership/institution/{other.pk}/change/"
    page = admin_client.post(path, form_of(admin_client, path) | {"new_cards": f"{CARD}\n777777"}, follow=True)
    assert "Cards added: 1." in page.content.decode()
    assert "another institution has the same numbers: 1." in page.content.decode()


def test_very_many_cards_are_taken(place):
    numbers = "\n".join(str(1_000_000 + each) for each in range(40_000))
    assert membership.add_cards(place, numbers) == (40_000, 0, 0)
    assert membership.remove_cards(place, numbers) == 40_000


def test_a_story_counts_once_a_day_for_a_device(place, path, story_of):
    device = with_card()
    for _ in range(4):
        assert reads(device, path)
    assert place.uses.get().stories == 1
    assert reads(device, f"/en/whole/{story_of('metered').public_id}/")
    assert place.uses.get().stories == 2


def test_who_reads_a_translation_takes_a_seat(plan, story_of):
    Institution.objects.create(name="Town Library", plan=plan, networks="198.51.100.0/24", seats=1)
    address = f"/en/whole/{story_of('members').public_id}/in/es/"
    answers = [Client().get(address, REMOTE_ADDR="198.51.100.7").status_code for _ in range(3)]
    assert answers == [200, 302, 302]


def test_a_long_pass_is_not_lost_among_cards(place, path, plan):
    device = Client()
    (code,) = membership.make_vouchers(plan, 1, days=366)
    device.post(CODE, {"code": code})
    for _ in range(7):
        device.post(CODE, {"code": CARD})
    place.delete()
    assert reads(device, path)


@pytest.mark.parametrize(
    "known",  # domains of the school, a reader's address, whether they read on
    [
        ("School.Example", "a@school.example", True),
        ("school.example", "a@students.school.example", False),
        (".school.example", "a@students.school.example", True),
        (".school.example", "a@school.example", True),
        (".school.example", "a@notschool.example", False),
        ("bücher.example", "a@xn--bcher-kva.example", True),
        ("xn--bcher-kva.example", "a@BÜCHER.example", True),
    ],
)
def test_whose_address_is_of_a_school(client, plan, path, admin_client, known):
    domains, mail, reads_on = known
    sent = {"name": "School", "plan": plan.pk, "domains": domains, "roaming_days": 0, "card_days": 30, "seats": 0}
    assert admin_client.post("/desk/membership/institution/add/", sent).status_code == 302
    account = User.objects.create_user("mona", mail)
    EmailAddress.objects.create(user=account, email=mail, verified=True, primary=True)
    client.force_login(account)
    assert reads(client, path) is reads_on
