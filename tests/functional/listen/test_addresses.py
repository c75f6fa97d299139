"""The addresses of the audio: what they give, to whom, and for how long."""

from __future__ import annotations

import pytest
from tests.functional.reader.building import build_stand

from kushk.library import api as library
from kushk.reader.ranges import Unsatisfiable, wanted_range
from kushk.renditions.narration import api as narration

pytestmark = pytest.mark.django_db


@pytest.fixture
def stand(db, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.DATA = tmp_path
    monkeypatch.setenv("KUSHK_SPEECH", "null")
    narration.forget_engines()
    yield build_stand(width=700)
    narration.forget_engines()


@pytest.fixture
def told(stand) -> library.Story:
    return library.story_by_public_id(stand["gazette"].stories.get(source_guid="gazette-0").public_id)


def engine():
    return narration.speakers().engines[0]


def test_the_timeline_speaks_the_first_line_and_no_more(client, told):
    answer = client.get(f"/audio/{told.public_id}/timeline.json")
    assert answer.status_code == 200
    said = answer.json()
    assert engine().spoken == 1
    assert said["lines"][0]["made"]
    assert not said["complete"]
    assert answer["Cache-Control"] == "public, max-age=10"
    assert said["lines"][0]["words"]
    assert said["voice"]["key"] == "null/tone"
    assert said["voice"]["synthetic"]
    assert "Set-Cookie" not in answer


def test_a_clip_is_given_in_every_form_and_made_once(client, told):
    said = client.get(f"/audio/{told.public_id}/timeline.json").json()
    key = said["lines"][1]["clip"]
    for extension, mime in (("webm", "audio/webm"), ("mp3", "audio/mpeg"), ("json", "application/json")):
        answer = client.get(f"/audio/{told.public_id}/{key}.{extension}")
        assert (answer.status_code, answer["Content-Type"]) == (200, mime)
        assert answer["Cache-Control"] == "public, max-age=86400"
    assert engine().spoken == 2


def test_a_file_is_whole_and_given_in_parts(client, told):
    first = client.get(f"/audio/{told.public_id}.mp3")
    assert first.status_code == 302
    whole = client.get(first["Location"])
    data = b"".join(whole.streaming_content)
    assert len(data) == int(whole["Content-Length"])
    assert whole["Accept-Ranges"] == "bytes"
    part = client.get(first["Location"], headers={"Range": "bytes=100-299"})
    assert (part.status_code, part["Content-Range"]) == (206, f"bytes 100-299/{len(data)}")
    assert b"".join(part.streaming_content) == data[100:300]
    assert client.get(first["Location"], headers={"Range": f"bytes={len(data)}-"}).status_code == 416
    stale = client.get(first["Location"], headers={"Range": "bytes=0-9", "If-Range": '"other"'})
    assert stale.status_code == 200
    said = client.get(f"/audio/{told.public_id}/timeline.json").json()
    assert said["complete"]
    assert f"/{said['version']}.mp3" in first["Location"]


def test_captions_belong_to_the_file(client, told):
    answer = client.get(f"/audio/{told.public_id}.vtt", follow=True)
    assert answer["Content-Type"] == "text/vtt; charset=utf-8"
    assert answer.content.startswith(b"WEBVTT\n\n")


def test_a_version_that_is_gone_leads_to_the_current_one(client, told):
    answer = client.get(f"/audio/{told.public_id}/000000000000.mp3")
    assert answer.status_code == 302
    assert client.get(answer["Location"]).status_code == 200


def test_bad_addresses_lead_nowhere_and_speak_nothing(client, told):
    before = engine().spoken
    for path in (
        "/audio/nobody/timeline.json",
        f"/audio/{told.public_id}/{'0' * 24}.webm",
        f"/audio/{told.public_id}/{'0' * 24}.exe",
        f"/audio/{told.public_id}/x.webm",
        "/audio/silence/0.webm",
        "/audio/silence/99.webm",
        "/audio/issues/nobody/2026-01-01.json",
    ):
        assert client.get(path).status_code == 404, path
    assert engine().spoken == before
    assert client.post(f"/audio/{told.public_id}/timeline.json").status_code == 405


def test_a_story_that_was_taken_down_is_silent(client, told):
    said = client.get(f"/audio/{told.public_id}/timeline.json").json()
    paths = ["timeline.json", f"{said['lines'][0]['clip']}.webm", f"{said['version']}.mp3"]
    library.withdraw_story(told)
    assert [client.get(f"/audio/{told.public_id}/{path}").status_code for path in paths] == [410] * 3


def test_rights_that_forbid_it_forbid_every_form(client, told):
    said = client.get(f"/audio/{told.public_id}/timeline.json").json()
    told.source.rights.speak = False
    told.source.rights.save()
    paths = ["timeline.json", f"{said['lines'][0]['clip']}.webm", f"{said['version']}.mp3", f"{said['version']}.vtt"]
    answers = [client.get(f"/audio/{told.public_id}/{path}") for path in paths]
    assert [answer.status_code for answer in answers] == [403] * 4
    assert all(answer["Cache-Control"] == "no-store" for answer in answers)
    page = client.get(f"/en/s/{told.public_id}/{told.slug}/").content.decode()
    assert "/audio/" not in page


def test_an_address_that_wants_too_much_is_told_when_to_come_back(client, told, monkeypatch):
    monkeypatch.setenv("KUSHK_SPEECH_ADDRESS", "5")
    narration.forget_engines()
    answer = client.get(f"/audio/{told.public_id}/timeline.json")
    assert answer.status_code == 429
    assert int(answer["Retry-After"]) > 0
    assert answer["Cache-Control"] == "no-store"
    assert answer.json()["error"] == "speech-budget"


def test_what_is_spoken_ahead_plays_without_a_budget(client, told, monkeypatch):
    narration.prepare(told)
    made = engine().spoken
    assert made >= 1
    assert narration.prepare(told) == 0
    narration.prepare(told, everything=True)
    assert narration.timeline(narration.narration_of(told)).complete
    monkeypatch.setenv("KUSHK_SPEECH_ADDRESS", "0")
    narration.forget_engines()
    assert client.get(f"/audio/{told.public_id}/timeline.json").status_code == 200


@pytest.mark.parametrize(
    ("header", "wanted"),
    [
        ("", None), ("bytes=0-", (0, 100)), ("bytes=5-5", (5, 6)), ("bytes=-10", (90, 100)), ("bytes=-999", (0, 100)),
        ("bytes=99-200", (99, 100)), ("bytes=9-3", None), ("bytes=0-1,5-6", None), ("items=0-1", None),
        ("bytes=-", None),
        ("bytes=a-b", None), ("bytes=99999999999999999999-", None),
    ],
)  # fmt: skip
def test_ranges(header, wanted):
    assert wanted_range(header, 100) == wanted


@pytest.mark.parametrize("header", ["bytes=100-", "bytes=-0", "bytes=500-600"])
def test_ranges_outside(header):
    with pytest.raises(Unsatisfiable):
        wanted_range(header, 100)
