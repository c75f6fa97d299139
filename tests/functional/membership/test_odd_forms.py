"""No form, however odd, breaks a page: what is no answer to it is refused, and nothing is given."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import User
from django.core.cache import cache
from django.test import Client
from django.urls import URLPattern, reverse
from tests.functional.accounts.test_signing_in import ARGUMENTS

from kushk.library import api as library
from kushk.membership.deciding import SAME_A_DAY
from kushk.membership.models import Order, Pass, Price, Reading
from kushk.reader import account_urls

FIELDS = (
    "try", "price", "way", "gift", "story", "take", "code", "email", "password", "password1", "login", "sentence",
    "text", "kind", "seconds", "cancel", "next", "id", "credential", "action_add", "action_primary", "uidb36",
)  # fmt: skip
ODD = (
    " ", "-1", "9" * 30, "9" * 5000, "١٢٣", "a\x00b", "' OR 1=1 --", "a\r\nBcc: x@y.example", "😀" * 400, "[" * 60_000,
    '{"id": 1}', "a@" + "b" * 300 + ".example", "//evil.example",
)  # fmt: skip


@pytest.fixture
def pages(plan, story_of, settings, monkeypatch, tmp_path) -> list[str]:
    monkeypatch.setenv("KUSHK_ACCOUNTS", "yes")
    monkeypatch.setenv("KUSHK_BANK", "The bank of the mill")
    settings.DATA = tmp_path
    settings.ACCOUNT_RATE_LIMITS = False
    cache.clear()
    plan.trial_days, plan.seats = 0, 5
    plan.save()
    Price.objects.create(plan=plan, currency="EUR", amount=490)
    story = story_of("metered").public_id
    named = [each for each in (*account_urls.own, *account_urls.signing) if isinstance(each, URLPattern)]
    own = [reverse(each.name, kwargs=ARGUMENTS.get(each.name, {})) for each in named]
    left = {reverse("account_delete"), reverse("account_logout"), reverse("account_everywhere")}
    others = [
        "/en/plans/",
        "/en/access/",
        f"/read/{story}/",
        f"/en/whole/{story}/",
        reverse("reader:give", args=["en", story]),
    ]
    return [path for path in own if path not in left] + others + ["/payments/stripe/", "/payments/nobody/"]


@pytest.mark.parametrize("signed_in", [False, True])
def test_odd_values_in_every_field_of_every_form(pages, signed_in):
    client = Client()
    if signed_in:
        client.force_login(User.objects.create_user("mona", "mona@mill.example", "sesame and salt 9"))
    for value in ODD:
        fields = dict.fromkeys(FIELDS, value)
        for path in pages:
            assert client.post(path, fields).status_code < 500, (path, value[:40])
    for path in pages:
        assert client.get(path, dict.fromkeys(FIELDS, "9" * 1000)).status_code < 500, path
    assert not Pass.objects.exists()
    assert not Order.objects.exists()
    assert User.objects.filter(is_staff=True).count() == 0


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00",
        b"\xff\xfe",
        b"[]",
        b"{}",
        b"null",
        b"[" * 50_000,
        b'{"since": 1e999}',
        b'{"items": {}}',
        b"9" * 5000,
    ],
)
def test_odd_bodies(pages, body):
    client = Client()
    client.force_login(User.objects.create_user("mona", "mona@mill.example"))
    for path in [*pages, reverse("account_kept")]:
        answer = client.post(path, body, content_type="application/json")
        assert answer.status_code < 500, path


@pytest.mark.parametrize(
    "item",
    [
        {"kind": "place", "key": "a", "data": {}, "at": 10**30},
        {"kind": "place", "key": "a", "data": {}, "at": 2**63},
        {"kind": "place", "key": "a\x00", "data": {}, "at": 1},
        {"kind": "saved", "key": "a", "data": {"a": "\ud800"}, "at": 1},
        {"kind": "settings", "key": "reading", "data": {"a": "\x00"}, "at": 1},
    ],
)
def test_odd_things_to_keep(pages, item):
    client = Client()
    client.force_login(User.objects.create_user("mona", "mona@mill.example"))
    for since in (0, 10**30, -1, "x", None):
        body = json.dumps({"since": since, "items": [item]})
        assert client.post(reverse("account_kept"), body, content_type="application/json").status_code < 500, since


@pytest.mark.parametrize("data", ['{"x": NaN}', '{"x": 1e999}', '{"x": "\\ud800"}'])
def test_what_no_database_takes_is_refused(pages, data):
    client = Client()
    client.force_login(User.objects.create_user("mona", "mona@mill.example"))
    body = f'{{"since": 0, "items": [{{"kind": "saved", "key": "a", "data": {data}, "at": 1}}]}}'
    assert client.post(reverse("account_kept"), body, content_type="application/json").status_code == 400
    assert client.post(reverse("account_export")).status_code == 200


def test_odd_notes_and_odd_origins(pages, story_of):
    path = f"/read/{story_of('free').public_id}/"
    odd = b'{"kind": "read", "seconds": 1e999}'
    assert Client().post(path, odd, content_type="application/json").status_code == 400
    for address in (path, "/en/access/", "/en/settings/"):
        answer = Client().post(address, {"code": "x"}, headers={"origin": "http://["})
        assert answer.status_code < 500, address


def test_a_note_counts_for_who_may_read_and_not_too_often(pages, story_of):
    note = {"kind": "read", "seconds": 30}
    for _ in range(3):
        Client().post(f"/read/{story_of('members').public_id}/", note, content_type="application/json")
    assert not Reading.objects.exists()
    for _ in range(SAME_A_DAY + 5):
        Client().post(f"/read/{story_of('free').public_id}/", note, content_type="application/json")
    assert Reading.objects.count() == SAME_A_DAY


def test_the_page_of_codes_names_no_story_that_is_gone(pages, story_of):
    story = story_of("metered")
    path = f"/en/access/?story={story.public_id}"
    assert story.headline in Client().get(path).content.decode()
    library.withdraw_story(story)
    assert story.headline not in Client().get(path).content.decode()
