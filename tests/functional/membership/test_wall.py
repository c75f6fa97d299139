"""Who gets a story to its end: every kind of viewer before every kind of story, against what a person wrote down."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.functional.membership.conftest import MARKER
from tests.functional.reader.building import FULL

from kushk.library import api as library
from kushk.membership import api as membership
from kushk.membership import vouchers
from kushk.membership.deciding import TRIES_A_DAY
from kushk.membership.metering import FIRST_A_DAY
from kushk.membership.models import Institution, Pass, Plan, Voucher
from kushk.membership.passes import Holder, hash_of
from kushk.renditions.narration import api as narration
from kushk.renditions.translation import api as translation

pytestmark = pytest.mark.django_db

INSIDE, OUTSIDE = "198.51.100.7", "203.0.113.9"


def path(story) -> str:
    return reverse("reader:whole", args=["en", story.public_id])


def with_pass(plan: Plan, *, days: int = 30) -> dict[str, str]:
    ends = timezone.now() + timedelta(days=days)
    Pass.objects.create(key_hash=hash_of("key"), plan=plan, starts_at=ends - timedelta(days=60), ends_at=ends)
    return {"pass": "key"}


def meter(*opened: str, month: str = "") -> dict[str, str]:
    return {"meter": signing.dumps([month or f"{timezone.now():%Y-%m}", *opened], salt="kushk.meter")}


def elsewhere() -> Plan:
    plan = Plan.objects.create(name="Harbour")
    plan.publications.add(library.add_publication("The Harbour"))
    return plan


def library_network(plan: Plan, *, days: int | None = None) -> dict[str, str]:
    until = None if days is None else timezone.now() + timedelta(days=days)
    Institution.objects.create(name="Town Library", plan=plan, networks="2001:db8::/32\n198.51.100.0/24", ends_at=until)
    return {}


@pytest.mark.parametrize(
    ("networks", "address", "inside"),
    [
        ("198.51.100.7", "198.51.100.7", True),
        ("198.51.100.7", "198.51.100.8", False),
        ("198.51.100.0/24", "::ffff:198.51.100.7", True),
        ("2001:db8:1:2::5", "2001:db8:1:2:aaaa::1", True),
        ("2001:db8:1:2::5", "2001:db8:1:3::5", False),
        ("2001:db8::/32 10.0.0.0/8", "10.1.2.3", True),
    ],
)
def test_who_is_in_a_network(story_of, plan, networks, address, inside):
    Institution.objects.create(name="Town Library", plan=plan, networks=networks)
    page = Client().get(f"/en/whole/{story_of('members').public_id}/", REMOTE_ADDR=address).content.decode()
    assert (MARKER in page) is inside


SPENT = ("a1", "a2", "a3", "a4", "a5")
VIEWERS = {
    # who: (what they have, from where, metered stories, stories for members)
    "anonymous, first story": (lambda _: {}, OUTSIDE, True, False),
    "anonymous, two left": (lambda _: meter("a1", "a2", "a3"), OUTSIDE, True, False),
    "anonymous, none left": (lambda _: meter(*SPENT), OUTSIDE, False, False),
    "anonymous, none left last month": (lambda _: meter(*SPENT, month="2020-01"), OUTSIDE, True, False),
    "anonymous, a forged meter": (lambda _: {"meter": "x" + meter()["meter"]}, OUTSIDE, True, False),
    "member": (with_pass, OUTSIDE, True, True),
    "member, none left": (lambda plan: {**with_pass(plan), **meter(*SPENT)}, OUTSIDE, True, True),
    "member of another plan": (lambda _: with_pass(elsewhere()) | meter(*SPENT), OUTSIDE, False, False),
    "lapsed": (lambda plan: with_pass(plan, days=-1) | meter(*SPENT), OUTSIDE, False, False),
    "a made-up pass": (lambda _: {"pass": "nonsense"} | meter(*SPENT), OUTSIDE, False, False),
    "in the library": (lambda plan: library_network(plan) | meter(*SPENT), INSIDE, True, True),
    "in the library, agreement over": (
        lambda plan: library_network(plan, days=-1) | meter(*SPENT),
        INSIDE,
        False,
        False,
    ),
    "outside the library": (lambda plan: library_network(plan) | meter(*SPENT), OUTSIDE, False, False),
}
"""The oracle. Free stories are for all of them."""


@pytest.mark.parametrize("viewer", VIEWERS)
def test_everybody_gets_what_is_theirs(client, story_of, plan, viewer):
    given, address, metered, members = VIEWERS[viewer]
    cookies = given(plan)
    for kind, wanted in (("free", True), ("metered", metered), ("members", members)):
        story = story_of(kind)
        client.cookies.clear()
        for name, value in cookies.items():
            client.cookies[name] = value
        answer = client.get(path(story), follow=True, REMOTE_ADDR=address)
        assert answer.status_code == 200
        assert (MARKER in answer.content.decode()) == wanted, kind
        if kind != "free":
            assert answer["Cache-Control"] == "private, no-store"
            assert 'name="robots" content="noindex"' in answer.content.decode()


SPOKEN = ("whole-timeline", "whole-clip", "whole-narration", "whole-audio")


def spoken_paths(story) -> dict[str, str]:
    narrated = narration.narration_of(story, part=library.member_document(story))
    rest = {"whole-clip": [narrated.plans[-1].key, "json"], "whole-narration": [narrated.version, "vtt"]}
    rest["whole-audio"] = ["vtt"]
    return {name: reverse(f"reader:{name}", args=[story.public_id, *rest.get(name, [])]) for name in SPOKEN}


def test_who_may_read_to_the_end_may_hear_it(client, story_of, plan):
    story = story_of("members")
    client.cookies["pass"] = with_pass(plan)["pass"]
    page = client.get(path(story)).content.decode()
    assert reverse("reader:whole-timeline", args=[story.public_id]) in page
    for name, address in spoken_paths(story).items():
        answer = client.get(address, follow=True)
        assert answer.status_code == 200, name
        assert answer["Cache-Control"] == "private, no-store", name
        last = [each.id for each in library.member_document(story).sentences()][-1]
        if name != "whole-clip":
            assert MARKER in answer.content.decode() or last in answer.content.decode(), name


@pytest.mark.parametrize("cookies", [{}, {"pass": "nonsense"}, meter()])
@pytest.mark.parametrize("kind", ["metered", "members"])
def test_nobody_else_may(client, story_of, kind, cookies):
    for name, value in cookies.items():
        client.cookies[name] = value
    for name, address in spoken_paths(story_of(kind)).items():
        answer = client.get(address)
        assert answer.status_code == 403, name
        assert MARKER not in answer.content.decode()
        assert "no-store" in answer["Cache-Control"]


def test_a_story_that_was_opened_can_be_heard(client, story_of):
    story = story_of("metered")
    client.get(path(story))
    timeline = client.get(spoken_paths(story)["whole-timeline"])
    assert timeline.status_code == 200
    assert timeline.json()["page"] == f"/whole/{story.public_id}/"


def in_spanish(story, view: str = "") -> str:
    name = "reader:whole-translation-view" if view else "reader:whole-translation"
    return reverse(name, args=["en", story.public_id, "es", *([view] if view else [])])


def completed(client, address: str) -> str:
    for _ in range(40):
        page = client.get(address).content.decode()
        if "data-progress" not in page:
            break
    return page


def test_members_read_and_hear_the_whole_of_a_translation_and_search_does_not_learn_of_it(client, story_of, plan):
    story = story_of("members")
    client.cookies["pass"] = with_pass(plan)["pass"]
    last = [each.id for each in library.member_document(story).sentences()][-1]
    for view in ("", "side", "lines"):
        page = completed(client, in_spanish(story, view))
        assert f'id="{last}"' in page, view
        assert f'href="{path(story)}"' in page, "the way to the original"
        assert f'href="{in_spanish(story, "side")}"' in page
    timeline = client.get(reverse("reader:whole-translated-timeline", args=[story.public_id, "es"]))
    assert last in timeline.content.decode()
    assert timeline["Cache-Control"] == "private, no-store"
    assert not library.translated_into(story)


@pytest.mark.parametrize("cookies", [{}, {"pass": "nonsense"}, meter()])
def test_nobody_else_has_the_whole_of_a_translation(client, story_of, plan, cookies):
    story = story_of("members")
    client.cookies["pass"] = with_pass(plan)["pass"]
    completed(client, in_spanish(story))
    client.cookies.clear()
    for name, value in cookies.items():
        client.cookies[name] = value
    assert client.get(in_spanish(story))["Location"] == path(story)
    ours = [story.public_id, "es"]
    assert client.get(reverse("reader:whole-translation-progress", args=ours)).status_code == 403
    assert client.get(reverse("reader:whole-translated-timeline", args=ours)).status_code == 403
    assert client.get(reverse("reader:whole-translated-audio", args=[*ours, "vtt"])).status_code == 403


def test_the_translation_for_everybody_stays_short_after_a_member_had_the_whole(client, story_of, plan):
    story = story_of("members")
    client.cookies["pass"] = with_pass(plan)["pass"]
    completed(client, in_spanish(story))
    client.cookies.clear()
    page = completed(client, reverse("reader:translation", args=["en", story.public_id, "es"]))
    last = [each.id for each in library.member_document(story).sentences()][-1]
    assert last not in page


def test_the_meter_counts_stories_and_not_visits(client, story_of, paper, plan):
    story = story_of("metered")
    for _ in range(3):
        page = client.get(path(story)).content.decode()
        assert "4 more stories are free this month." in page
    cookie = client.cookies["meter"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"


def test_looking_ahead_counts_nothing(client, story_of):
    story = story_of("metered")
    answer = client.get(path(story), headers={"sec-purpose": "prefetch"})
    assert MARKER not in answer.content.decode()
    assert "meter" not in client.cookies
    client.head(path(story))
    assert "meter" not in client.cookies


def test_who_wipes_cookies_gets_the_first_stories_of_an_address_and_no_more(client, story_of):
    story, got = story_of("metered"), 0
    for _ in range(FIRST_A_DAY + 40):
        client.cookies.clear()
        got += MARKER in client.get(path(story), REMOTE_ADDR=OUTSIDE).content.decode()
    assert got == FIRST_A_DAY


def test_fifty_readers_behind_one_address_get_a_story_each_although_some_read_on(client, story_of):
    story = story_of("metered")
    for reader in range(50):
        client.cookies.clear()
        assert MARKER in client.get(path(story), REMOTE_ADDR=OUTSIDE).content.decode(), reader
        if reader < 10:  # these go on to read others, which are counted apart
            client.cookies["meter"] = meter("a1", "a2")["meter"]
            client.get(path(story), REMOTE_ADDR=OUTSIDE)


def test_no_address_is_kept(client, story_of, settings):
    client.get(path(story_of("metered")), REMOTE_ADDR=OUTSIDE)
    files = list(settings.DATA.glob("meter.sqlite3*"))
    assert files
    assert all(OUTSIDE.encode() not in file.read_bytes() for file in files)


class TestVouchers:
    PATH = "/en/access/"

    @pytest.fixture
    def code(self, plan) -> str:
        (code,) = vouchers.make_vouchers(plan, 1, days=30)
        return code

    def test_a_code_opens_stories_on_the_device_that_used_it(self, client, story_of, code):
        story = story_of("members")
        answer = client.post(self.PATH, {"code": f" {code.lower()} ", "story": story.public_id})
        assert answer.status_code == 303
        assert answer["Location"] == path(story)
        cookie = client.cookies["pass"]
        assert cookie["httponly"]
        assert 29 * 86400 < cookie["max-age"] <= 30 * 86400
        page = client.get(path(story)).content.decode()
        assert MARKER in page
        assert "You are reading with" in page
        assert "GOLD" in client.get(self.PATH).content.decode()

    def test_once_and_not_again(self, client, code):
        assert client.post(self.PATH, {"code": code}).status_code == 303
        client.cookies.clear()
        answer = client.post(self.PATH, {"code": code})
        assert answer.status_code == 403
        assert "This code cannot be used" in answer.content.decode()
        assert "pass" not in client.cookies
        assert Pass.objects.count() == 1

    def test_several_uses_and_an_end(self, plan):
        (code,) = vouchers.make_vouchers(plan, 1, uses=3)
        for _ in range(3):
            vouchers.redeem(code, Holder())
        with pytest.raises(membership.BadVoucher):
            vouchers.redeem(code, Holder())
        (late,) = vouchers.make_vouchers(plan, 1, ends_at=timezone.now() - timedelta(days=1))
        with pytest.raises(membership.BadVoucher):
            vouchers.redeem(late, Holder())

    def test_neither_code_nor_key_is_kept(self, client, code):
        client.post(self.PATH, {"code": code})
        key = client.cookies["pass"].value
        kept = f"{Voucher.objects.values_list()} {Pass.objects.values_list()}"
        assert code.replace("-", "") not in kept
        assert key not in kept

    def test_guessing_ends_soon(self, client, code):
        for _ in range(TRIES_A_DAY):
            assert client.post(self.PATH, {"code": "WRONG"}).status_code == 403
        answer = client.post(self.PATH, {"code": code})
        assert "Too many codes" in answer.content.decode()

    def test_a_class_enters_its_codes_from_one_address(self, plan):
        for code in membership.make_vouchers(plan, TRIES_A_DAY + 5):
            assert Client().post(self.PATH, {"code": code}).status_code == 303
        for _ in range(TRIES_A_DAY):
            assert Client().post(self.PATH, {"code": "WRONG"}).status_code == 403
        (late,) = membership.make_vouchers(plan, 1)
        assert "Too many codes" in Client().post(self.PATH, {"code": late}).content.decode()

    def test_another_site_cannot_use_a_code_for_somebody(self, client, code):
        answer = client.post(self.PATH, {"code": code}, headers={"sec-fetch-site": "cross-site"})
        assert answer.status_code == 200
        assert "pass" not in client.cookies

    def test_a_pass_that_was_given_back_opens_nothing(self, client, story_of, code):
        client.post(self.PATH, {"code": code})
        key = client.cookies["pass"].value
        assert client.post(self.PATH, {"forget": "1"}).status_code == 303
        client.cookies["pass"] = key
        assert MARKER not in client.get(path(story_of("members"))).content.decode()


def test_a_stand_whose_stories_are_free_has_no_wall(client, story_of):
    story = story_of("free")
    page = client.get(reverse("reader:story", args=["en", story.public_id, story.slug])).content.decode()
    assert "wall" not in page
    assert client.get(path(story))["Location"] == reverse("reader:story", args=["en", story.public_id, story.slug])


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_the_page_for_everybody_says_how_to_read_on(client, story_of, plan, ui):
    story = story_of("metered")
    page = client.get(reverse("reader:story", args=[ui, story.public_id, story.slug])).content.decode()
    assert reverse("reader:whole", args=[ui, story.public_id]) in page
    assert "GOLD" in page
    assert {"en": "5 stories a month are free.", "ar": "5 مقالات مجانية كل شهر."}[ui] in page


def test_where_the_rights_allow_an_excerpt_alone_no_wall_promises_more(client, story_of):
    story = story_of("members")
    library.set_rights(story.source, library.RightsTerms(extent="excerpt", excerpt_characters=60))
    story = story_of("members")
    page = client.get(reverse("reader:story", args=["en", story.public_id, story.slug])).content.decode()
    assert 'class="box wall"' not in page
    assert "The whole story is at the publisher" in page


def in_rights(story, **terms) -> None:
    library.set_rights(story.source, replace(FULL, **terms))


@pytest.mark.parametrize("kind", ["free", "members"])
def test_what_may_not_be_spoken_is_not_in_translation_either(client, story_of, plan, kind):
    story = story_of(kind)
    translation.whole(story, "es")
    in_rights(story, speak=False)
    client.cookies["pass"] = with_pass(plan)["pass"]
    for whole in ("", "whole-"):
        path = reverse(f"reader:{whole}translated-timeline", args=[story.public_id, "es"])
        assert client.get(path).status_code == 403, path


def test_what_may_not_be_translated_is_not_heard_in_translation(client, story_of, plan):
    story = story_of("members")
    client.cookies["pass"] = with_pass(plan)["pass"]
    completed(client, in_spanish(story))
    in_rights(story, translate=False)
    path = reverse("reader:whole-translated-timeline", args=[story.public_id, "es"])
    assert client.get(path).status_code == 403
