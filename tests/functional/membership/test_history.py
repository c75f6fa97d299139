"""A history of what was read: none until a reader wants one, theirs alone, and gone when they say so."""

from __future__ import annotations

import io
import json
import zipfile

import pytest
from django.contrib.auth.models import User
from django.test import Client

from kushk.accounts import api as accounts
from kushk.accounts import history as histories
from kushk.accounts.models import History, HistoryEntry
from kushk.library import api as library

PAGE = "/en/account/history/"
DAY = 24 * 3600 * 1000


@pytest.fixture
def mona(db, monkeypatch) -> User:
    monkeypatch.setenv("KUSHK_ACCOUNTS", "yes")
    return User.objects.create_user("mona", "mona@mill.example", "sesame and salt 9")


@pytest.fixture
def reader(mona) -> Client:
    client = Client()
    client.force_login(mona)
    return client


def page_of(client) -> str:
    answer = client.get(PAGE)
    assert answer.status_code == 200
    return answer.content.decode()


def place(story: library.Story, at: int | None = None) -> dict[str, object]:
    return {
        "kind": "place",
        "key": story.public_id,
        "data": {"ids": ["s1-a"], "share": 0.4},
        "at": at or accounts.now_ms(),
    }


def sends(client, *items) -> None:
    body = json.dumps({"since": 0, "items": items})
    assert client.post("/en/account/kept.json", body, content_type="application/json").status_code == 200


def test_nothing_is_kept_until_a_reader_wants_it(reader, story_of):
    sends(reader, place(story_of("free")))
    assert reader.get(f"/en/whole/{story_of('metered').public_id}/").status_code == 200
    assert not HistoryEntry.objects.exists()
    assert "No history is kept" in page_of(reader)
    reader.post(PAGE, {"start": "1"})
    assert "Nothing yet." in page_of(reader)


def test_what_is_read_on_any_device_stands_in_it(reader, mona, story_of):
    reader.post(PAGE, {"start": "1"})
    other = Client()
    other.force_login(mona)
    sends(other, place(story_of("free")))
    reader.get(f"/en/whole/{story_of('metered').public_id}/")
    page = page_of(reader)
    assert page.index("Flood at the metered mill") < page.index("Flood at the free mill")
    assert "Flood at the members mill" not in page
    stranger = Client()
    stranger.force_login(User.objects.create_user("omar"))
    assert "No history is kept" in page_of(stranger)


def test_a_story_that_was_not_shown_to_its_end_was_not_read(reader, story_of):
    reader.post(PAGE, {"start": "1"})
    members = f"/en/whole/{story_of('members').public_id}/"
    reader.get(members)
    reader.head(f"/en/whole/{story_of('metered').public_id}/")
    reader.get(f"/en/whole/{story_of('metered').public_id}/", headers={"Sec-Purpose": "prefetch"})
    assert not HistoryEntry.objects.exists()


def test_what_was_read_before_it_began_does_not_come_into_it(reader, story_of):
    reader.post(PAGE, {"start": "1"})
    sends(reader, place(story_of("free"), accounts.now_ms() - DAY))
    assert not HistoryEntry.objects.exists()


def test_reading_again_brings_a_story_to_the_top_and_never_down(reader, mona, story_of):
    reader.post(PAGE, {"start": "1"})
    now = accounts.now_ms()
    one, other = story_of("free").public_id, story_of("metered").public_id
    accounts.note_opened(mona, [(one, now + 1), (other, now + 2)])
    accounts.note_opened(mona, [(one, now + 3)])
    accounts.note_opened(mona, [(one, now + 1)])
    assert [story for story, _ in accounts.opened_by(mona)] == [one, other]


def test_one_story_all_of_it_and_the_history_itself_can_be_taken_away(reader, mona, story_of):
    reader.post(PAGE, {"start": "1"})
    kinds = ("free", "metered", "members")
    ids = [story_of(kind).public_id for kind in kinds]
    accounts.note_opened(mona, [(story, accounts.now_ms()) for story in ids])
    reader.post(PAGE, {"story": ids[0]})
    assert {story for story, _ in accounts.opened_by(mona)} == set(ids[1:])
    reader.post(PAGE, {"clear": "1"})
    assert accounts.opened_by(mona) == []
    assert accounts.has_history(mona)
    accounts.note_opened(mona, [(ids[0], accounts.now_ms())])
    reader.post(PAGE, {"stop": "1"})
    assert not History.objects.exists()
    assert not HistoryEntry.objects.exists()


def test_only_so_much_is_kept(reader, mona, monkeypatch):
    monkeypatch.setattr(histories, "MOST_OPENED", 3)
    reader.post(PAGE, {"start": "1"})
    now = accounts.now_ms()
    for number in range(5):
        accounts.note_opened(mona, [(f"story{number}", now + number)])
    assert [story for story, _ in accounts.opened_by(mona)] == ["story4", "story3", "story2"]


def test_a_story_that_is_gone_is_not_shown(reader, mona, story_of):
    reader.post(PAGE, {"start": "1"})
    accounts.note_opened(mona, [(story_of("free").public_id, accounts.now_ms()), ("nowhere", accounts.now_ms())])
    library.withdraw_story(story_of("free"))
    assert "Nothing yet." in page_of(reader)


def test_it_comes_in_the_archive_and_goes_with_the_account(reader, mona, story_of):
    reader.post(PAGE, {"start": "1"})
    accounts.note_opened(mona, [(story_of("free").public_id, accounts.now_ms())])
    archive = zipfile.ZipFile(io.BytesIO(reader.post("/en/account/export/").content))
    assert json.loads(archive.read("history.json"))[0]["story"] == story_of("free").public_id
    accounts.delete(mona)
    assert not HistoryEntry.objects.exists()
