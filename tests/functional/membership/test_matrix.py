"""The matrix: every state of a viewer, before every class of story, on every surface, against what a person wrote down.

A word that stands in the paid part alone is looked for in what each address answers.
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from datetime import timedelta

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth.models import User
from django.core import signing
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.functional.membership.conftest import MARKER, told
from tests.functional.reader.building import NOW

from kushk.library import api as library
from kushk.membership import api as membership
from kushk.membership.institutions import Visit
from kushk.membership.models import Gift, Institution, Pass, Plan, Seat, Sitting
from kushk.membership.passes import hash_of
from kushk.renditions.narration import api as narration
from kushk.renditions.translation import api as translation

pytestmark = pytest.mark.django_db

INSIDE, OUTSIDE = "198.51.100.7", "203.0.113.9"
SPENT = ("a1", "a2", "a3", "a4", "a5")
ALL, METERED, NOTHING = (True, True, True, True), (True, False, False, False), (False, False, False, False)
"""What a viewer gets of: a metered story, one for members, one of a section for them, one for them until a day."""

numbers = itertools.count(1)


@dataclass
class World:
    """What there is to be somebody in."""

    client: object
    plan: Plan
    stories: dict[str, library.Story]
    address: str = OUTSIDE

    def account(self, *, mail: str = "", **flags: bool) -> User:
        mail = mail or f"reader{next(numbers)}@mill.example"
        account = User.objects.create_user(f"r{next(numbers)}", mail, **flags)
        EmailAddress.objects.create(user=account, email=mail, verified=True, primary=True)
        return account

    def signed_in(self, **how) -> User:
        account = self.account(**how)
        self.client.force_login(account)
        return account

    def grant(self, account: User, *, days: int = 30, kind: str = "order", plan: Plan | None = None) -> Pass:
        ends = timezone.now() + timedelta(days=days)
        begins = ends - timedelta(days=400)
        return Pass.objects.create(account=account, plan=plan or self.plan, kind=kind, starts_at=begins, ends_at=ends)

    def meter(self, *opened: str) -> None:
        self.client.cookies["meter"] = signing.dumps([f"{timezone.now():%Y-%m}", *opened], salt="kushk.meter")

    def gifts(self, *, ends: int = 1, stories: tuple[str, ...] = ()) -> list[str]:
        giver, now = self.account(), timezone.now()
        tokens = []
        for kind in stories or self.stories:
            token = f"token-{next(numbers)}"
            Gift.objects.create(
                account=giver, story=self.stories[kind].public_id, token_hash=hash_of(token), made_at=now,
                ends_at=now + timedelta(days=ends),
            )  # fmt: skip
            tokens.append(token)
        return tokens

    def opened_gifts(self, tokens: list[str]) -> None:
        for token in tokens:
            self.client.get(reverse("reader:gift", args=["en", token]))

    def library(self, **how) -> Institution:
        known = {"name": "Town Library", "plan": self.plan, "networks": "198.51.100.0/24"}
        return Institution.objects.create(**known | how)

    def visited(self, days_ago: float, place: Institution) -> None:
        at = int((timezone.now() - timedelta(days=days_ago)).timestamp())
        self.client.cookies["visit"] = Visit(place.pk, at, "device").as_cookie()


def family(world: World, *, days: int) -> None:
    owner, member = world.account(), world.signed_in()
    world.grant(owner, days=days)
    Seat.objects.create(owner=owner, account=member, code_hash="x")


def from_the_library(world: World, **how) -> None:
    world.library(**how)
    world.address = INSIDE


def away_from_the_library(world: World, days_ago: float, **how) -> None:
    world.visited(days_ago, world.library(roaming_days=7, **how))


def full_library(world: World) -> None:
    place = world.library(seats=1)
    Sitting.objects.create(institution=place, holder="somebody", seen_at=timezone.now())
    world.address = INSIDE


def voucher(world: World) -> None:
    (code,) = membership.make_vouchers(world.plan, 1)
    world.signed_in()
    world.client.post("/en/access/", {"code": code})


def device_voucher(world: World) -> None:
    (code,) = membership.make_vouchers(world.plan, 1)
    world.client.post("/en/access/", {"code": code})


def library_card(world: World) -> None:
    membership.add_cards(world.library(networks=""), "2 0001 0002")
    world.client.post("/en/access/", {"code": "200010002"})


def card_of_a_full_library(world: World) -> None:
    library_card(world)
    Institution.objects.update(seats=1)
    Sitting.objects.create(institution=Institution.objects.get(), holder="somebody", seen_at=timezone.now())


def from_the_school(world: World, mail: str) -> None:
    world.library(networks="", domains="school.example")
    world.signed_in(mail=mail)


def spent_gift(world: World) -> None:
    tokens = world.gifts()
    Gift.objects.update(devices=5)
    world.opened_gifts(tokens)


def gift_cookie_of_ones_own(world: World) -> None:
    world.client.cookies["gifts"] = signing.dumps(["made-up"], salt="kushk.gifts")


def trial(world: World) -> None:
    Plan.objects.update(trial_days=14)
    account = world.signed_in()
    world.plan.refresh_from_db()
    membership.start_trial(account, world.plan)


def elsewhere(world: World) -> Plan:
    plan = Plan.objects.create(name="Harbour")
    plan.publications.add(library.add_publication("The Harbour"))
    return plan


def spent(act):
    """Somebody who has read this month's free stories as well: only what else they have opens any."""

    def become(world: World) -> None:
        act(world)
        world.meter(*SPENT)

    return become


VIEWERS = {
    "anonymous": (lambda world: None, METERED),
    "anonymous, none left": (spent(lambda world: None), NOTHING),
    "registered": (lambda world: world.signed_in(), METERED),
    "registered, none left": (spent(lambda world: world.signed_in()), NOTHING),
    "trial": (spent(trial), ALL),
    "trial that is over": (spent(lambda world: world.grant(world.signed_in(), days=-1, kind="trial")), NOTHING),
    "member": (spent(lambda world: world.grant(world.signed_in())), ALL),
    "member of another plan": (
        spent(lambda world: world.grant(world.signed_in(), plan=elsewhere(world))),
        NOTHING,
    ),
    "lapsed": (spent(lambda world: world.grant(world.signed_in(), days=-1)), NOTHING),
    "family seat": (spent(lambda world: family(world, days=9)), ALL),
    "family seat, owner lapsed": (spent(lambda world: family(world, days=-1)), NOTHING),
    "voucher of an account": (spent(voucher), ALL),
    "voucher of a device": (spent(device_voucher), ALL),
    "gift": (spent(lambda world: world.opened_gifts(world.gifts())), ALL),
    "gift of another story": (
        spent(lambda world: world.opened_gifts(world.gifts(stories=("members",)))),
        (False, True, False, False),
    ),
    "gift that is over": (spent(lambda world: world.opened_gifts(world.gifts(ends=-1))), NOTHING),
    "gift that was had too often": (spent(spent_gift), NOTHING),
    "gift of one's own making": (spent(gift_cookie_of_ones_own), NOTHING),
    "in the library": (spent(from_the_library), ALL),
    "in a library whose agreement is over": (
        spent(lambda world: from_the_library(world, ends_at=timezone.now() - timedelta(days=1))),
        NOTHING,
    ),
    "in a library that is full": (full_library, METERED),
    "in a library that is full, none left": (spent(full_library), NOTHING),
    "days after the library": (spent(lambda world: away_from_the_library(world, 6)), ALL),
    "weeks after the library": (spent(lambda world: away_from_the_library(world, 8)), NOTHING),
    "by a library card": (spent(library_card), ALL),
    "by a library card whose agreement is over": (
        spent(lambda world: (library_card(world), Institution.objects.update(ends_at=timezone.now()))),
        NOTHING,
    ),
    "by a library card, all seats taken": (spent(card_of_a_full_library), NOTHING),
    "by the school's mail": (
        spent(lambda world: from_the_school(world, "a@school.example")),
        ALL,
    ),
    "by mail of another school": (
        spent(lambda world: from_the_school(world, "a@notschool.example")),
        NOTHING,
    ),
    "staff": (spent(lambda world: world.signed_in(is_staff=True)), ALL),
}  # fmt: skip
"""Who: how one becomes it, and the oracle."""


@pytest.fixture
def stories(paper, story_of, plan):
    """A metered story, one for members, one of a section for members, one that opens later."""
    plan.seats = 5
    plan.save()
    source = paper.sources.get()
    more = [
        library.Arrival(document=told(kind), guid=kind, url=f"https://toll.news-of-nowhere.org/{kind}", section=section)
        for kind, section in (("section", "Letters"), ("later", "News"))
    ]
    library.store_stories(paper, source, more, now=NOW)
    library.set_access(story_of("section").section, "members")
    library.embargo_story(story_of("later"), timezone.now() + timedelta(days=1))
    return {kind: story_of(kind) for kind in ("metered", "members", "section", "later")}


def surfaces(story: library.Story) -> dict[str, str]:
    """Return the addresses that give members more."""
    ours, part = story.public_id, library.member_document(story)
    spoken = narration.narration_of(story, part=part)
    there = translation.within(story, "es", 20, part=part)
    said = narration.narration_of(story, there.document, part=part)
    arguments = {
        "whole-timeline": [ours],
        "whole-clip": [ours, spoken.plans[-1].key, "json"],
        "whole-narration": [ours, spoken.version, "vtt"],
        "whole-audio": [ours, "vtt"],
        "whole-translation": ["en", ours, "es"],
        "whole-translation-view": ["en", ours, "es", "side"],
        "whole-translated-timeline": [ours, "es"],
        "whole-translated-clip": [ours, "es", said.plans[-1].key, "json"],
        "whole-translated-narration": [ours, "es", said.version, "vtt"],
        "whole-translated-audio": [ours, "es", "vtt"],
        "whole-translation-progress": [ours, "es"],
    }
    return {name: reverse(f"reader:{name}", args=given) for name, given in arguments.items()}


def everybodys(story: library.Story) -> dict[str, str]:
    ours = story.public_id
    arguments = {
        "story": ["en", ours, story.slug],
        "changes": ["en", ours],
        "timeline": [ours],
        "audio": [ours, "vtt"],
        "translation": ["en", ours, "es"],
        "publication": ["en", story.publication.slug],
    }
    found = {name: reverse(f"reader:{name}", args=given) for name, given in arguments.items()}
    found["search"] = reverse("reader:search", args=["en"]) + f"?q={MARKER}"
    found["podcast"] = reverse("syndication:podcast", args=[story.publication.slug])
    return found


def text(answer) -> str:
    body = b"".join(answer) if answer.streaming else answer.content
    return body.decode("utf-8", "replace")


@pytest.mark.parametrize("viewer", VIEWERS)
def test_the_matrix(client, monkeypatch, plan, stories, viewer):
    monkeypatch.setenv("KUSHK_SPEECH", "null")
    become, oracle = VIEWERS[viewer]
    world = World(client, plan, stories)
    become(world)
    for (kind, story), whole in zip(stories.items(), oracle, strict=True):
        last = [each.id for each in library.member_document(story).sentences()][-1]
        page = client.get(reverse("reader:whole", args=["en", story.public_id]), REMOTE_ADDR=world.address)
        assert page.status_code == 200, kind
        assert (MARKER in text(page)) == whole, kind
        assert ('id="wall"' in text(page)) != whole, kind
        assert page["Cache-Control"] == "private, no-store", kind
        for name, path in surfaces(story).items():
            answer = client.get(path, follow=name.endswith("audio"), REMOTE_ADDR=world.address)
            body = text(answer)
            if whole:
                assert answer.status_code == 200, (kind, name)
                if not name.endswith(("clip", "progress")):
                    assert MARKER in body or last in body, (kind, name)
            else:
                assert answer.status_code in {302, 403, 404}, (kind, name)
                assert MARKER not in body, (kind, name)
                assert last not in body, (kind, name)
            assert "no-store" in answer["Cache-Control"], (kind, name)
        for name, path in everybodys(story).items():
            body = text(client.get(path, REMOTE_ADDR=world.address))
            if name not in {"search", "podcast", "publication"}:  # these have the free story as well
                assert MARKER not in body, (kind, name)
            assert last not in body, (kind, name)


def test_what_opens_later_opens(client, stories):
    story = stories["later"]
    assert library.open_embargoed(timezone.now()) == 0
    assert library.open_embargoed(timezone.now() + timedelta(days=2)) == 1
    page = client.get(reverse("reader:story", args=["en", story.public_id, story.slug]))
    assert MARKER in text(page)


def test_more_is_free_for_those_who_make_an_account(client, monkeypatch, paper, story_of, plan):
    monkeypatch.setenv("KUSHK_REGISTER_AFTER", "2")
    story = story_of("metered")
    path = reverse("reader:whole", args=["en", story.public_id])
    world = World(client, plan, {})
    world.meter("a1", "a2")
    page = text(client.get(path))
    assert MARKER not in page
    assert "With an account, 3 more stories are free this month." in page
    account = world.signed_in()
    assert MARKER in text(client.get(path))
    assert set(membership.meter_of(account, timezone.now()).opened) == {"a1", "a2", story.public_id}
    world.client.cookies.pop("meter")
    assert MARKER in text(client.get(path)), "another device of the same reader"


def test_a_family_has_as_many_places_as_its_plan(client, plan):
    plan.seats = 3
    plan.save()
    world = World(client, plan, {})
    owner = world.signed_in()
    world.grant(owner)
    now = timezone.now()
    codes = [membership.invite(owner, now) for _ in range(2)]
    with pytest.raises(membership.NoSeatsLeft):
        membership.invite(owner, now)
    members = [world.account(), world.account()]
    for member, code in zip(members, codes, strict=True):
        membership.redeem(code, "192.0.2.1", membership.Holder(member))
    with pytest.raises(membership.BadVoucher):
        membership.redeem(codes[0], "192.0.2.1", membership.Holder(world.account()))
    page = client.get("/en/account/family/").content.decode()
    assert all(member.email in page for member in members)
    assert client.post("/en/account/family/", {"take": membership.seats_of(owner)[0].pk}).status_code == 303
    assert membership.seats_of(owner).count() == 1
    stranger = world.signed_in()
    world.grant(stranger)
    client.post("/en/account/family/", {"take": membership.seats_of(owner)[0].pk})
    assert membership.seats_of(owner).count() == 1, "another's family is not one's own to change"


def test_a_member_gives_so_many_stories_a_month_and_each_on_so_many_devices(client, story_of, plan):

    story = story_of("members")
    world = World(client, plan, {})
    giving = reverse("reader:give", args=["en", story.public_id])
    assert client.get(giving).status_code == 302
    account = world.signed_in()
    assert client.get(giving).status_code == 404, "nobody gives what they may not read"
    world.grant(account)
    links = set()
    for _ in range(7):  # pressing twice, or loading the page again, gives one link
        page = text(client.post(giving, follow=True))
        links.add(page.split('readonly value="')[1].split('"')[0])
    assert links == {text(client.get(giving)).split('readonly value="')[1].split('"')[0]}
    assert membership.gifts_left(account, timezone.now()) == 4
    link = links.pop().removeprefix("http://127.0.0.1:8000")
    Client().head(link)
    assert Gift.objects.get().devices == 0, "a look ahead opens nothing"
    opened = [MARKER in text(Client().get(link, follow=True)) for _ in range(6)]
    assert opened == [True] * 5 + [False]
    for _ in range(4):  # a link that all its devices have used up is followed by another
        client.post(giving)
        Gift.objects.update(devices=5)
    assert membership.gifts_left(account, timezone.now()) == 0
    assert "You have given away all" in text(client.post(giving))


def test_the_trial_is_had_once_by_a_person_however_often_they_come(client, plan):
    Plan.objects.update(trial_days=14)
    plan.refresh_from_db()
    world = World(client, plan, {})
    account = world.signed_in(mail="mona@mill.example")
    assert client.post("/en/plans/", {"try": plan.pk}).status_code == 303
    assert Pass.objects.get().ends_at < timezone.now() + timedelta(days=14, minutes=1)
    assert client.post("/en/plans/", {"try": plan.pk}).status_code == 409
    account.delete()
    for mail in ("mona@mill.example", "Mona+2@mill.example"):
        world.signed_in(mail=mail)
        assert client.post("/en/plans/", {"try": plan.pk}).status_code == 409, mail
    assert not Pass.objects.exists()


def test_seats_of_a_library_are_taken_and_left(client, stories, plan):
    place = World(client, plan, stories).library(seats=2)
    path = reverse("reader:whole", args=["en", stories["members"].public_id])

    readers = [Client() for _ in range(3)]
    for reader in readers:
        reader.get(path, REMOTE_ADDR="192.0.2.1")  # elsewhere: no seat
        assert "device" not in reader.cookies
    pages = [MARKER in text(reader.get(path, REMOTE_ADDR=INSIDE)) for reader in readers]
    assert pages == [True, True, False]
    assert place.uses.get().stories >= 1
    assert Sitting.objects.count() <= 2
    Sitting.objects.update(seen_at=timezone.now() - timedelta(hours=1))
    assert MARKER in text(Client().get(path, REMOTE_ADDR=INSIDE))


def test_a_preview_in_a_chat_uses_no_device_of_a_gift(stories, client, plan, monkeypatch):
    world = World(client, plan, stories)
    (token,) = world.gifts(stories=("members",))
    path = reverse("reader:gift", args=["en", token])
    monkeypatch.setenv("KUSHK_URL", "https://stand.example")
    for _ in range(20):
        answer = Client().get(path)
        assert answer["Location"].startswith("/en/s/")
        assert not answer.cookies
    assert Gift.objects.get().devices == 0
    assert "/whole/" in Client().get(path, headers={"sec-fetch-mode": "navigate"})["Location"]
