"""Membership at the desk: who may read is decided, vouchers are made, passes end."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from django.contrib.auth.models import User
from django.utils import timezone
from tests.functional.desk.test_desk import form_of
from tests.functional.membership.conftest import MARKER

from kushk.library import api as library
from kushk.library.models import PublicationVersion
from kushk.membership import api as membership
from kushk.membership.models import Gift, Institution, Pass, Plan, Voucher
from kushk.membership.passes import hash_of
from kushk.renditions.translation import api as translation

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(admin_client):
    return admin_client


def batch(plan: Plan, number: int = 1, uses: int = 1) -> dict[str, str]:
    return {"plan": str(plan.pk), "number": str(number), "days": "7", "uses": str(uses), "label": "x"}


def test_every_page_opens(desk, plan):
    Institution.objects.create(name="Town Library", plan=plan, networks="192.0.2.0/24")
    list(membership.make_vouchers(plan, 2, label="Readers' day"))
    made, _ = membership.redeem(next(iter(membership.make_vouchers(plan, 1))), "192.0.2.1", membership.Holder())
    for kind, each in (("plan", plan), ("voucher", Voucher.objects.first()), ("pass", made)):
        for path in (f"/desk/membership/{kind}/", f"/desk/membership/{kind}/{each.pk}/change/"):
            answer = desk.get(path)
            assert answer.status_code == 200, path
    assert desk.get("/desk/membership/institution/").status_code == 200


def test_who_may_read_is_decided_for_a_publication(desk, paper):
    path = f"/desk/library/publication/{paper.pk}/change/"
    assert library.search(MARKER).hits
    assert desk.post(path, form_of(desk, path) | {"access": "members", "preview": "10"}).status_code == 302
    paper.refresh_from_db()
    assert (paper.access, paper.preview) == ("members", 10)
    assert not library.search(MARKER).hits


def test_and_for_one_story_and_for_a_section(desk, paper, story_of):
    story = story_of("free")
    path = f"/desk/library/story/{story.pk}/change/"
    assert desk.post(path, form_of(desk, path) | {"access": "members"}).status_code == 302
    assert library.access_of(story_of("free")) == "members"
    assert desk.post(path, form_of(desk, path)).status_code == 302
    assert library.access_of(story_of("free")) == "members", "a form that is sent as it was changes nothing"
    assert desk.post(path, form_of(desk, path) | {"access": ""}).status_code == 302
    path = f"/desk/library/publication/{paper.pk}/change/"
    assert desk.post(path, form_of(desk, path) | {"sections-0-access": "metered"}).status_code == 302
    assert library.access_of(story_of("free")) == "metered"
    assert not library.search(MARKER).hits


def test_a_batch_of_codes_is_given_once(desk, plan):
    answer = desk.post("/desk/membership/voucher/add/", batch(plan, number=3, uses=2))
    assert answer["Content-Type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode())))
    assert len({row["code"] for row in rows}) == 3
    made, _ = membership.redeem(rows[0]["code"], "192.0.2.1", membership.Holder())
    assert made.ends_at - made.starts_at == timedelta(days=7)
    assert not any(row["code"] in desk.get("/desk/membership/voucher/").content.decode() for row in rows)


@pytest.mark.parametrize("wrong", [{"number": "0"}, {"number": "9999999"}, {"days": "-1"}, {"plan": "77"}])
def test_a_wrong_batch_makes_nothing(desk, plan, wrong):
    answer = desk.post("/desk/membership/voucher/add/", batch(plan) | wrong)
    assert answer.status_code == 200
    assert "errorlist" in answer.content.decode()
    assert not Voucher.objects.exists()


def test_a_plan_whose_name_is_a_formula_is_none_in_a_spreadsheet(desk):
    plan = Plan.objects.create(name="=1+1")
    answer = desk.post("/desk/membership/voucher/add/", batch(plan))
    assert "'=1+1" in answer.content.decode()


def test_without_a_plan_the_form_says_what_comes_first(desk):
    assert "There is no plan yet." in desk.get("/desk/membership/voucher/add/").content.decode()


@pytest.mark.parametrize(
    ("line", "said"),
    [("nonsense", "is no network"), ("0.0.0.0/0", "is wider than"), ("::/0", "is wider than"), ("1.2.3.4/33", "is no")],
)
def test_a_network_that_is_none_is_refused(desk, plan, line, said):
    sent = {"name": "Library", "plan": plan.pk, "networks": f"192.0.2.0/24\n{line}", "ends_at_0": "", "ends_at_1": ""}
    answer = desk.post("/desk/membership/institution/add/", sent)
    assert said in answer.content.decode()
    assert not Institution.objects.exists()


def test_a_pass_can_be_ended_now(desk, plan):
    made, key = membership.redeem(next(iter(membership.make_vouchers(plan, 1))), "192.0.2.1", membership.Holder())
    now = timezone.now() - timedelta(seconds=1)
    path = f"/desk/membership/pass/{made.pk}/change/"
    assert desk.post(path, {"ends_at_0": f"{now:%Y-%m-%d}", "ends_at_1": f"{now:%H:%M:%S}"}).status_code == 302
    assert not membership.holds((key,))
    assert Pass.objects.exists()


def test_the_desk_corrects_translations_of_what_is_kept_back(desk, story_of):
    story = story_of("members")
    path = f"/desk/library/story/{story.pk}/translations/es/"
    last = [each.id for each in library.member_document(story).sentences()][-1]
    for _ in range(20):
        shown = desk.get(path).content.decode()
        if f"text-{last}" in shown or last in shown:
            break
    sent = form_of(desk, path)
    name = next(each for each in sent if last in each and sent[each])
    assert desk.post(path, sent | {name: "Una última línea."}).status_code == 302
    part = library.member_document(story)
    assert translation.look(story, "es", part=part).units[last].text == "Una última línea."
    assert not library.search("última").hits


NO_PRICES = {f"prices-{name}_FORMS": 0 for name in ("TOTAL", "INITIAL", "MIN_NUM", "MAX_NUM")}


def test_pages_name_a_plan_as_it_is_now(desk, plan, paper):
    def number() -> int:
        return PublicationVersion.objects.get(pk=paper.pk).number

    before = number()
    path = f"/desk/membership/plan/{plan.pk}/change/"
    assert (
        desk.post(path, {**NO_PRICES, "name": "SILVER", "publications": [], "trial_days": 0, "seats": 1}).status_code
        == 302
    )
    assert number() > before
    assert membership.plan_for(paper).name == "SILVER"


def test_a_plan_for_a_publication_alone_comes_before_one_for_all(plan, paper):
    own = Plan.objects.create(name="Toll only")
    own.publications.add(paper)
    assert membership.plan_for(paper) == own
    assert membership.plan_for(library.add_publication("Elsewhere")) == plan


def test_a_plan_whose_publication_is_gone_is_for_none_and_not_for_all(desk, plan, paper, story_of):
    small = library.add_publication("Small")
    own = Plan.objects.create(name="Small only")
    own.publications.add(small)
    small.delete()
    own.refresh_from_db()
    assert not own.everything
    story, key = story_of("members"), membership.Holder(keys=("k",))
    Pass.objects.create(
        key_hash=hash_of("k"), plan=own, starts_at=timezone.now(), ends_at=timezone.now() + timedelta(days=3)
    )
    assert not membership.decide(story, membership.Viewer("", key.keys)).whole
    assert "none" in desk.get("/desk/membership/plan/").content.decode()


def test_a_plan_that_somebody_has_is_not_deleted(desk, plan):
    membership.redeem(next(iter(membership.make_vouchers(plan, 1))), "192.0.2.1", membership.Holder())
    desk.post(f"/desk/membership/plan/{plan.pk}/delete/", {"post": "yes"})
    assert Plan.objects.exists()


def test_a_voucher_is_not_allowed_fewer_uses_than_it_had(desk, plan):
    (code,) = membership.make_vouchers(plan, 1, uses=3)
    for _ in range(2):
        membership.redeem(code, "192.0.2.1", membership.Holder())
    made = Voucher.objects.get()
    path = f"/desk/membership/voucher/{made.pk}/change/"
    page = desk.post(path, form_of(desk, path) | {"uses": "1"}).content.decode()
    assert "It was used 2 times already." in page
    assert desk.post(path, form_of(desk, path) | {"uses": "2"}).status_code == 302


def test_pressing_twice_makes_one_batch(desk, plan):
    sent = batch(plan, number=3) | {"batch": "6f2b6a52-27a5-4a6a-8a8c-2f0b6f5f4a11"}
    assert desk.post("/desk/membership/voucher/add/", sent)["Content-Type"].startswith("text/csv")
    assert "were made already" in desk.post("/desk/membership/voucher/add/", sent).content.decode()
    assert Voucher.objects.count() == 3


@pytest.mark.parametrize("day", ["2020-01-01", "31.12.2199"])
def test_codes_that_nobody_could_redeem_are_not_made(desk, plan, day):
    assert "errorlist" in desk.post("/desk/membership/voucher/add/", batch(plan) | {"ends_at": day}).content.decode()
    assert not Voucher.objects.exists()


def test_links_and_places_that_members_gave_are_taken_back(desk, plan, story_of):
    account = User.objects.create_user("mona", "mona@mill.example")
    membership.give(account, story_of("members").public_id, timezone.now())
    for kind in ("gift", "seat"):
        assert desk.get(f"/desk/membership/{kind}/").status_code == 200
    made = Gift.objects.get()
    page = desk.get(f"/desk/membership/gift/{made.pk}/change/").content.decode()
    assert made.token_hash not in page
    desk.post(f"/desk/membership/gift/{made.pk}/delete/", {"post": "yes"})
    assert not Gift.objects.exists()
    assert desk.get("/desk/membership/pass/?q=mona@mill.example").status_code == 200
