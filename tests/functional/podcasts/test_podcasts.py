"""Podcasts: what directories and players demand of a feed, held against the real files behind it."""

from __future__ import annotations

import io
import re
from email.utils import parsedate_to_datetime
from urllib.parse import urlsplit

import feedparser
import pytest
from lxml import etree
from PIL import Image
from tests.functional.reader.building import build_stand

from kushk.library import api as library
from kushk.pipeline import follow, jobs
from kushk.renditions.narration import api as narration
from kushk.syndication.podcast import ATOM, ITUNES, PODCAST, Show, guid_of, written

pytestmark = pytest.mark.django_db
CUE = re.compile(r"(\d\d):(\d\d):(\d\d\.\d{3}) --> (\d\d):(\d\d):(\d\d\.\d{3})")


@pytest.fixture
def stand(db, settings, tmp_path, monkeypatch):
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.DATA = tmp_path
    monkeypatch.setenv("KUSHK_SPEECH", "null")
    narration.forget_engines()
    built = build_stand(width=700)
    for story in library.Story.objects.select_related("source__rights", "publication"):
        narration.prepare(story, everything=True)
    yield built
    narration.forget_engines()


def channel_of(client, path: str) -> etree._Element:
    answer = client.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/rss+xml; charset=utf-8")
    assert not feedparser.parse(answer.content).bozo
    return etree.fromstring(answer.content).find("channel")


def seconds(hours: str, minutes: str, rest: str) -> float:
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def check_captions(client, path: str, length: float) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.content.startswith(b"WEBVTT\n\n")
    cues = [(seconds(*found[:3]), seconds(*found[3:])) for found in CUE.findall(answer.content.decode())]
    assert cues
    assert cues == sorted(cues)
    assert all(begin < end for begin, end in cues)
    assert cues[-1][1] <= length


def check_item(client, item: etree._Element) -> None:
    assert item.findtext("title")
    assert item.find("guid").get("isPermaLink") == "false"
    assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo
    assert "ynthetic" in item.findtext("description") or "صوت آلي" in item.findtext("description")
    enclosure = item.find("enclosure")
    assert enclosure.get("type") == "audio/mpeg"
    address = urlsplit(enclosure.get("url"))
    assert address.scheme in {"http", "https"}
    file = client.get(address.path)
    assert int(enclosure.get("length")) == len(b"".join(file.streaming_content)) == int(file["Content-Length"])
    length = int(item.findtext(f"{{{ITUNES}}}duration"))
    transcript = item.find(f"{{{PODCAST}}}transcript")
    assert transcript.get("type") == "text/vtt"
    check_captions(client, urlsplit(transcript.get("url")).path, length + 1)


@pytest.mark.parametrize("path", ["/podcasts/gazette.xml", "/podcasts/bahr.xml", "/podcasts/bahr/2026-11-19.xml"])
def test_a_feed_has_all_that_directories_demand(client, stand, path):
    channel = channel_of(client, path)
    for name in ("title", "link", "description", "language", "pubDate", "image/url", f"{{{ITUNES}}}author"):
        assert channel.findtext(name), name
    assert channel.findtext(f"{{{ITUNES}}}explicit") == "false"
    assert channel.find(f"{{{ITUNES}}}category").get("text") == "News"
    assert channel.find(f"{{{ATOM}}}link").get("href").endswith(path)
    assert channel.findtext(f"{{{PODCAST}}}guid") == guid_of(channel.find(f"{{{ATOM}}}link").get("href"))
    cover = client.get(urlsplit(channel.find(f"{{{ITUNES}}}image").get("href")).path)
    assert Image.open(io.BytesIO(cover.content)).size == (1400, 1400)
    items = channel.findall("item")
    assert items
    assert len({item.findtext("guid") for item in items}) == len(items)
    for item in items:
        check_item(client, item)


def test_a_story_that_was_taken_down_leaves_the_feed(client, stand):
    before = {item.findtext("guid") for item in channel_of(client, "/podcasts/gazette.xml").findall("item")}
    story = library.story_by_public_id(min(before))
    library.withdraw_story(story)
    after = {item.findtext("guid") for item in channel_of(client, "/podcasts/gazette.xml").findall("item")}
    assert after == before - {story.public_id}


def test_a_feed_speaks_nothing_itself_and_the_worker_speaks_what_is_wished(client, stand, tmp_path):
    for clip in (tmp_path / "narration" / "clips").iterdir():
        clip.unlink()
    engine = narration.speakers().engines[0]
    before = engine.spoken
    assert channel_of(client, "/podcasts/gazette.xml").findall("item") == []
    assert engine.spoken == before
    follow.narrate_what_is_wished()
    assert narration.wishes() == []
    jobs.run_waiting()
    assert engine.spoken > before
    assert channel_of(client, "/podcasts/gazette.xml").findall("item")


def test_what_is_not_there_is_not_found(client, stand):
    for path in ("/podcasts/nobody.xml", "/podcasts/gazette/1999-01-01.xml", "/podcasts/nobody/cover.png"):
        assert client.get(path).status_code == 404
    assert client.post("/podcasts/gazette.xml").status_code == 405


def test_a_publication_names_its_podcast(client, stand):
    page = client.get("/en/p/gazette/").content.decode()
    assert page.count("/podcasts/gazette.xml") == 2
    issue = client.get("/ar/p/bahr/issues/2026-11-19/").content.decode()
    assert "/podcasts/bahr/2026-11-19.xml" in issue


def test_characters_that_xml_cannot_hold_are_left_out():
    show = Show(
        "Bell \x07 & <b>",
        "https://a.example/",
        "https://a.example/f.xml",
        "https://a.example/c.png",
        "ar",
        "\ud800",
        "",
        [],
    )
    assert etree.fromstring(written(show)).findtext("channel/title") == "Bell  & <b>"


def test_the_lasting_id_is_that_of_the_specification():
    # The example of Podcasting 2.0's own documentation of the guid tag.
    assert guid_of("https://podnews.net/rss") == "9b024349-ccf0-5f69-a609-6b82873eab3c"
