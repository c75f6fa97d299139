"""Podcasts as directories and players take them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

import feedparser
import pytest
from django.urls import reverse
from lxml import etree
from tests.functional.podcasts.checking import NAMES, faults
from tests.functional.podcasts.conftest import spoken
from tests.functional.reader.building import FULL, NOW, SENTENCES, story

from kushk.core.draft import paragraph
from kushk.library import api as library
from kushk.pipeline import follow, jobs
from kushk.renditions.narration import api as narration
from kushk.syndication import views
from kushk.syndication.channel import guid_of
from kushk.syndication.rss import written

STAND = "https://stand.example.org"
GAZETTE, BAHR = "/podcasts/gazette.xml", "/podcasts/bahr.xml"


def got(client, address: str) -> tuple[int, str, bytes]:
    assert address.startswith(STAND)
    response = client.get(urlsplit(address).path)
    data = b"".join(response.streaming_content) if response.streaming else response.content
    return response.status_code, response.get("Content-Type", "").partition(";")[0], data


def checked(client, path: str) -> etree._Element:
    """Return the channel of a podcast that has no fault."""
    response = client.get(path)
    assert response.status_code == 200
    assert faults(response.content, STAND + path, lambda address: got(client, address)) == []
    return etree.fromstring(response.content)[0]


def titles(channel: etree._Element) -> list[str]:
    return [item.findtext("title") for item in channel.findall("item")]


def added(publication: library.Publication, headline: str, text: str, guid: str, *, rights=FULL) -> library.Story:
    source, _ = library.add_source(publication, f"https://more.example/{guid}.xml")
    library.set_rights(source, rights)
    document = story("en", headline, "What is told of it.", "N. Quill", paragraph(text))
    arrival = library.Arrival(document, guid=guid, url=f"https://more.example/{guid}", published="2026-11-19T12:00:00Z")
    library.store_stories(publication, source, [arrival], now=NOW)
    return publication.stories.get(source_guid=guid)


def test_a_publication_has_a_podcast_of_its_stories(stand, client):
    stories = spoken(stand["gazette"])
    channel = checked(client, GAZETTE)
    assert titles(channel) == [each.headline for each in stories]
    assert [item.findtext("guid") for item in channel.findall("item")] == [each.public_id for each in stories]
    assert channel.findtext("title") == "The Ferry Gazette"
    assert "Synthetic voice: Tones, null" in channel.findtext("description")
    assert all("Synthetic voice" in item.findtext("description") for item in channel.findall("item"))
    assert channel.find("item/podcast:txt", NAMES).get("purpose") == "ai-content"


def test_an_issue_has_a_podcast_of_its_own(stand, client):
    spoken(stand["gazette"])
    later = added(stand["gazette"], "After the issue", SENTENCES["en"], "later")
    narration.prepare(library.story_by_public_id(later.public_id), everything=True)
    assert "After the issue" in titles(checked(client, GAZETTE))
    channel = checked(client, "/podcasts/gazette/2026-11-19.xml")
    assert "After the issue" not in titles(channel)
    assert len(titles(channel)) == 3
    assert channel.findtext("title") == "The Ferry Gazette · November 19, 2026"
    assert client.get("/podcasts/gazette/2026-11-20.xml").status_code == 404
    assert client.get("/podcasts/gazette/2026-02-31.xml").status_code == 404


def test_a_real_voice_speaks_arabic(stand, client, monkeypatch):
    monkeypatch.setenv("KUSHK_SPEECH", "espeak")
    narration.forget_engines()
    spoken(stand["bahr"])
    channel = checked(client, BAHR)
    assert channel.findtext("language") == "ar"
    assert channel.findtext("title") == "جريدة البحر"
    assert channel.findtext("link") == f"{STAND}/ar/p/bahr/"
    assert '<p lang="ar" dir="rtl">' in channel.findtext("item/description")
    assert "espeak" in channel.findtext("item/description")


def test_feedparser_reads_what_was_written(stand, client):
    spoken(stand["gazette"])
    read = feedparser.parse(client.get(GAZETTE).content)
    assert not read.bozo
    assert read.feed.title == "The Ferry Gazette"
    assert read.feed.image.href == f"{STAND}/podcasts/gazette/cover.png"
    assert [entry.enclosures[0].type for entry in read.entries] == ["audio/mpeg"] * 3
    assert all(entry.published_parsed and int(entry.itunes_duration) > 0 for entry in read.entries)


HOSTILE = [
    "<script>alert(1)</script> & ]]> <![CDATA[ x",
    "Bell\x07, null-free\x0b, escape\x1b[2J and \x85 next",
    "Turned \u202eround\u202c and \u2066held\u2069, \ufeffmarked",
    "Not \ufffe a \U0001ffff character \x7f\x9f",
    "&lt;b&gt; &amp;amp; &#0; &undefined;",
    "🚢 a ship, 𝔘nicode, किताब, 本, עִבְרִית" + " long" * 150,
]


@pytest.mark.parametrize("headline", HOSTILE)
def test_any_headline_leaves_a_sound_feed(stand, client, headline):
    made = added(stand["gazette"], headline, "Short and quiet.", "hostile")
    narration.prepare(library.story_by_public_id(made.public_id), everything=True)
    (title,) = titles(checked(client, GAZETTE))
    assert not set(title) & set("\x07\x0b\x1b\x7f\x9f\u202e\u202c\u2066\u2069\ufeff\ufffe\U0001ffff")
    assert not feedparser.parse(client.get(GAZETTE).content).bozo


def test_nothing_is_spoken_for_a_feed_and_an_empty_one_is_sound(stand, client):
    assert titles(checked(client, GAZETTE)) == []
    known = narration.narration_of(library.story_by_public_id(stand["gazette"].stories.first().public_id))
    assert not any(cued.known for cued in narration.timeline(known).lines)


def test_a_story_that_is_spoken_in_part_is_not_there(stand, client):
    first = stand["gazette"].stories.get(source_guid="gazette-0")
    narration.prepare(library.story_by_public_id(first.public_id))
    assert titles(checked(client, GAZETTE)) == []


def test_the_worker_speaks_what_is_wished(stand, client):
    assert titles(checked(client, GAZETTE)) == []
    follow.narrate_what_is_wished()
    assert narration.wishes() == []
    jobs.run_waiting()
    assert len(titles(checked(client, GAZETTE))) == 3
    views._feeds._wished.clear()
    client.get(GAZETTE)
    assert narration.wishes() == []


def test_a_withdrawn_story_vanishes_at_once(stand, client):
    first, *others = spoken(stand["gazette"])
    assert len(titles(checked(client, GAZETTE))) == 3
    library.withdraw_story(first, "Taken down.")
    assert titles(checked(client, GAZETTE)) == [each.headline for each in others]


def test_rights_are_obeyed(stand, client):
    spoken(stand["gazette"])
    added(stand["gazette"], "Not to be spoken", SENTENCES["en"], "silent", rights=replace(FULL, speak=False))
    assert "Not to be spoken" not in titles(checked(client, GAZETTE))
    source = stand["gazette"].stories.get(source_guid="gazette-0").source
    library.set_rights(source, replace(FULL, speak=False))
    assert titles(checked(client, GAZETTE)) == []


def test_a_correction_keeps_the_guid_and_leaves_until_it_is_spoken(stand, client):
    first, *_ = spoken(stand["gazette"])
    document = story("en", first.headline, "", "", paragraph("The river was not calm. Not at all."))
    library.correct_story(first, document)
    assert first.headline not in titles(checked(client, GAZETTE))
    narration.prepare(library.story_by_public_id(first.public_id), everything=True)
    channel = checked(client, GAZETTE)
    assert first.public_id in [item.findtext("guid") for item in channel.findall("item")]


def test_unknown_addresses(stand, client):
    for path in ("/podcasts/nobody.xml", "/podcasts/nobody/2026-11-19.xml", "/podcasts/nobody/cover.png"):
        assert client.get(path).status_code == 404
    assert client.post(GAZETTE).status_code == 405


def test_caches_may_keep_it_and_ask_again(stand, client):
    spoken(stand["gazette"])
    first = client.get(GAZETTE)
    assert first["Content-Type"] == "application/rss+xml; charset=utf-8"
    assert first["Cache-Control"] == "public, max-age=300"
    assert "Cookie" not in first.get("Vary", "")
    assert not first.cookies
    again = client.get(GAZETTE, headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert client.get(GAZETTE, headers={"If-Modified-Since": first["Last-Modified"]}).status_code == 304
    assert client.get(GAZETTE).content == first.content
    library.withdraw_story(stand["gazette"].stories.first())
    changed = client.get(GAZETTE, headers={"If-None-Match": first["ETag"]})
    assert changed.status_code == 200
    assert changed["ETag"] != first["ETag"]
    cover = client.get("/podcasts/gazette/cover.png")
    unchanged = client.get("/podcasts/gazette/cover.png", headers={"If-None-Match": cover["ETag"]})
    assert unchanged.status_code == 304


def test_a_feed_is_kept_while_nothing_changes(stand, client, monkeypatch):
    made = []
    version = {"number": 7}
    monkeypatch.setattr("kushk.syndication.feeds._version", lambda _: version["number"])
    monkeypatch.setattr("kushk.syndication.feeds.written", lambda channel: made.append(channel) or written(channel))
    spoken(stand["gazette"])
    first = client.get(GAZETTE)
    assert client.get(GAZETTE)["ETag"] == first["ETag"]
    assert len(made) == 1
    library.withdraw_story(stand["gazette"].stories.first())
    version["number"] = 8
    assert len(titles(checked(client, GAZETTE))) == 2


def test_what_is_spoken_meanwhile_comes_in(stand, client, monkeypatch):
    monkeypatch.setattr("kushk.syndication.feeds._version", lambda _: 7)
    monkeypatch.setattr("kushk.syndication.feeds._HOLDS", 0.0)
    assert titles(checked(client, GAZETTE)) == []
    spoken(stand["gazette"])
    assert len(titles(checked(client, GAZETTE))) == 3
    monkeypatch.setattr("kushk.syndication.gathering._episode", None)  # no story is looked at again
    assert len(titles(etree.fromstring(client.get(GAZETTE).content)[0])) == 3


def test_only_the_newest_hundred_are_there(db, client, monkeypatch):
    monkeypatch.setattr("kushk.syndication.gathering.MOST_EPISODES", 2)
    from tests.functional.reader.building import build_stand

    stories = spoken(build_stand()["gazette"])
    assert titles(checked(client, GAZETTE)) == [each.headline for each in stories[:2]]


def test_a_publication_without_a_known_language(stand, client):
    paper = library.add_publication("Nowhere Notes", slug="notes")
    made = added(paper, "A note", SENTENCES["en"], "note")
    narration.prepare(library.story_by_public_id(made.public_id), everything=True)
    assert checked(client, "/podcasts/notes.xml").findtext("language") == "en"


def test_the_pages_lead_to_it(stand, client):
    for page, feed in (
        ("/en/p/gazette/", GAZETTE),
        ("/ar/p/bahr/", BAHR),
        (f"/en/p/gazette/issues/{date(2026, 11, 19)}/", "/podcasts/gazette/2026-11-19.xml"),
    ):
        html = client.get(page).content.decode()
        assert '<link rel="alternate" type="application/rss+xml" title="' in html
        assert html.count(f'href="{feed}"') == 2, page
    source = stand["gazette"].stories.first().source
    library.set_rights(source, replace(FULL, speak=False))
    assert "/podcasts/" not in client.get("/en/p/gazette/").content.decode()


def test_a_publication_whose_slug_is_in_its_own_script(stand, client):
    paper = library.add_publication("أخبار النهر", language="ar")
    made = added(paper, "A note", SENTENCES["en"], "note")
    narration.prepare(library.story_by_public_id(made.public_id), everything=True)
    assert not paper.slug.isascii()
    channel = checked(client, reverse("syndication:podcast", args=[paper.slug]))
    assert titles(channel) == ["A note"]
    assert client.get(reverse("reader:publication", args=["ar", paper.slug])).status_code == 200


def test_the_lasting_id_is_that_of_the_specification():
    # The example of Podcasting 2.0's own documentation of the guid tag.
    assert guid_of("https://podnews.net/rss") == "9b024349-ccf0-5f69-a609-6b82873eab3c"
