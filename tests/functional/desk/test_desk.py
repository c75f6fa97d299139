"""The desk: health in words, rights and takedowns through the library's verbs, history that nobody rewrites."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.functional.reader.pages import page

from kushk.core.compose import compose
from kushk.core.draft import paragraph
from kushk.desk.health import health, next_fetch, pace, warnings
from kushk.desk.shown import is_web, web_link
from kushk.library import api as library
from kushk.library.api import Rights, Source, Story

pytestmark = pytest.mark.django_db


def form_of(client, path: str) -> dict[str, str]:
    """Return what a browser would send if the form of a page were saved unchanged."""
    sent = {}
    form = page(client.get(path).content).one("div", id="content-main").all("form")[0]
    for field in form.walk():
        name = field.attributes.get("name")
        if not name or field.attributes.get("type") in {"submit", "button"}:
            continue
        if field.name == "input" and (field.attributes.get("type") != "checkbox" or "checked" in field.attributes):
            sent[name] = field.attributes.get("value", "on" if field.attributes.get("type") == "checkbox" else "")
        elif field.name == "textarea":
            sent[name] = field.text
        elif field.name == "select":
            chosen = [each for each in field.all("option") if "selected" in each.attributes] or field.all("option")[:1]
            sent[name] = chosen[0].attributes.get("value", "") if chosen else ""
    return sent


def act(client, kind: str, action: str, *objects) -> None:
    sent = {"action": action, "_selected_action": [each.pk for each in objects]}
    assert client.post(f"/desk/library/{kind}/", sent).status_code == 302


def test_every_page_of_the_desk_opens_and_is_private(desk, stand):
    story = stand["gazette"].stories.first()
    revision = story.revisions.get()
    source = stand["gazette"].sources.get()
    paths = ["/desk/"]
    for kind, each in (("publication", stand["bahr"]), ("source", source), ("story", story), ("revision", revision)):
        paths += [f"/desk/library/{kind}/", f"/desk/library/{kind}/{each.pk}/change/", f"/desk/library/{kind}/?q=x"]
    for path in paths:
        answer = desk.get(path)
        assert answer.status_code == 200, path
        assert "private" in answer["Cache-Control"]
        assert "no-store" in answer["Cache-Control"]
        assert "'unsafe" not in answer["Content-Security-Policy"]
        root = page(answer.content)
        assert root.one("html").attributes["lang"] == "en"
        assert not [each for each in root.walk() if "style" in each.attributes or "onclick" in each.attributes], path
        assert all("src" in each.attributes or each.attributes.get("type") for each in root.all("script")), path


def test_the_desk_is_closed_to_readers(client, stand):
    answer = client.get("/desk/library/story/")
    assert answer.status_code == 302
    assert answer["Location"].startswith("/desk/login/")


def test_health_is_told_in_words(stand):
    source = stand["gazette"].sources.get()
    now = timezone.now()
    assert health(source, now) == "Never fetched yet"
    assert next_fetch(source, now) == "Not on a schedule"
    report = library.FetchReport(
        ok=False, error_code="unreachable", error_detail="Nobody answers.", next_fetch_at=now + timedelta(hours=3)
    )
    library.record_fetch(source, report, now=now)
    library.record_fetch(source, report, now=now)
    source.refresh_from_db()
    assert health(source, now) == "Failed 2 times in a row: Nobody answers."
    assert next_fetch(source, now) == "In 3 h"
    library.record_fetch(source, library.FetchReport(ok=True, next_fetch_at=now), now=now - timedelta(hours=2))
    source.refresh_from_db()
    assert health(source, now) == "Well, fetched 2 hours ago"
    assert next_fetch(source, now) == "Due now"
    library.pause_source(source)
    assert health(Source.objects.get(pk=source.pk), now) == "Paused"
    assert next_fetch(Source.objects.get(pk=source.pk), now) == "Not on a schedule"


def test_sources_are_paused_resumed_and_fetched(desk, stand):
    source = stand["gazette"].sources.get()
    act(desk, "source", "pause", source)
    source.refresh_from_db()
    assert source.state == library.SourceState.PAUSED
    act(desk, "source", "resume", source)
    act(desk, "source", "fetch_now", source)
    source.refresh_from_db()
    assert source.state == library.SourceState.ACTIVE
    assert source.next_fetch_at <= timezone.now()
    assert source in library.due_sources(timezone.now())


def test_a_change_of_rights_cuts_what_readers_have(desk, stand):
    source = stand["gazette"].sources.get()
    story = stand["gazette"].stories.get(source_guid="gazette-0")
    path = f"/desk/library/source/{source.pk}/change/"
    sent = {**form_of(desk, path), "rights-0-extent": "link", "rights-0-evidence": "They wrote to us."}
    assert desk.post(path, sent).status_code == 302
    rights = Rights.objects.get(source=source)
    assert (rights.extent, rights.evidence) == ("link", "They wrote to us.")
    assert library.visible_document(Story.objects.get(pk=story.pk)).blocks == ()
    assert Story.objects.get(pk=story.pk).dek != story.dek


def test_stories_are_taken_down_and_put_back_by_the_librarys_verbs(desk, client, stand):
    story = stand["gazette"].stories.get(source_guid="gazette-0")
    path = f"/desk/library/story/{story.pk}/change/"
    reader = f"/en/s/{story.public_id}/"
    assert (
        desk.post(path, {**form_of(desk, path), "decision": "withdraw", "told": "A court said so."}).status_code == 302
    )
    answer = client.get(reader)
    assert (answer.status_code, "A court said so." in answer.content.decode()) == (410, True)
    assert story.headline not in client.get("/en/search/?q=ferry").content.decode()
    act(desk, "story", "restore", story)
    assert client.get(reader, follow=True).status_code == 200
    assert story.headline in client.get("/en/latest/").content.decode()
    act(desk, "story", "withhold", story)
    assert Story.objects.get(pk=story.pk).state == library.StoryState.WITHHELD
    assert desk.post(path, {**form_of(desk, path), "decision": ""}).status_code == 302
    assert Story.objects.get(pk=story.pk).state == library.StoryState.WITHHELD


def test_stories_and_sources_cannot_be_made_or_stories_deleted_by_hand(desk, stand):
    story = stand["gazette"].stories.first()
    assert desk.get("/desk/library/story/add/").status_code == 403
    assert desk.get("/desk/library/source/add/").status_code == 403
    assert desk.get(f"/desk/library/story/{story.pk}/delete/").status_code == 403
    assert desk.get("/desk/library/revision/add/").status_code == 403


def test_a_source_is_given_up_with_or_without_its_stories(desk, stand):
    source = stand["plaza"].sources.get()
    assert desk.get(f"/desk/library/source/{source.pk}/delete/").status_code == 403
    act(desk, "source", "give_up", source)
    source.refresh_from_db()
    assert source.state == library.SourceState.GONE
    assert health(source, timezone.now()) == "Given up: it is not fetched any more"
    assert {story.state for story in stand["plaza"].stories.all()} == {"published"}
    act(desk, "source", "give_up_and_withdraw", source)
    assert {story.state for story in stand["plaza"].stories.all()} == {"withdrawn"}


def test_history_is_read_only_and_shows_what_changed(desk, stand):
    story = stand["gazette"].stories.get(source_guid="gazette-1")
    new = compose("en", [paragraph("The river was wild that morning.")], headline=story.headline)
    revision = library.correct_story(story, new, note="Wild, not calm.")
    path = f"/desk/library/revision/{revision.pk}/change/"
    root = page(desk.get(path).content)
    assert "wild" in [put.text for put in root.all("ins")]
    assert "calm" in [gone.text for gone in root.all("del")]
    assert desk.post(path, {"note": "x"}).status_code == 403


def test_a_publication_is_changed_within_its_rules(desk, stand):
    path = f"/desk/library/publication/{stand['bahr'].pk}/change/"
    refused = desk.post(path, {**form_of(desk, path), "stripe_start": "#GG0000"})
    assert refused.status_code == 200
    assert "six hexadecimal digits" in refused.content.decode()
    assert desk.post(path, {**form_of(desk, path), "stripe_start": "#123456"}).status_code == 302
    assert "#123456" in desk.get("/colours/p/bahr.css").content.decode()


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,<script>",
        "https://",
        "http://[bad",
        "//evil.example",
        '"><script>alert(1)</script>',
        " https://x.example",
        "vbscript:x",
    ],
)
def test_hostile_addresses_are_shown_as_text(desk, stand, address):
    source = stand["gazette"].sources.get()
    Source.objects.filter(pk=source.pk).update(url=address, title=address)
    for path in ("/desk/library/source/", f"/desk/library/source/{source.pk}/change/"):
        root = page(desk.get(path).content)
        links = [link.attributes.get("href", "") for link in root.all("a")]
        assert not [
            link
            for link in links
            if link.strip() == address.strip() or link.lower().startswith(("javascript", "data", "vbscript"))
        ]
        assert not [each for each in root.all("script") if "alert" in each.text]
        assert address.strip() in root.text


def test_web_addresses_are_linked():
    assert is_web("https://example.org/a")
    assert web_link("https://example.org/?a=1&b=2").startswith('<a href="https://example.org/?a=1&amp;b=2"')
    assert len(web_link("javascript:" + "x" * 500)) == 80


def test_warnings_are_told_once_each_and_how_often():
    gone, late = {"code": "host-unknown", "detail": "No such host."}, {"code": "late", "detail": "Too slow."}
    assert warnings(Source(warnings=[late, gone, gone])) == "No such host. [host-unknown] (2 times); Too slow. [late]"
    assert warnings(Source(warnings=[])) == "None"


def test_the_pace_of_a_source_is_told_roughly():
    told = [pace(Source(stories_a_day=each)) for each in (None, 0.0029, 0.14, 3.96)]
    assert told == ["Not known yet", "Fewer than 0.1", "0.1", "4"]


def test_the_desk_wears_the_stands_colours_on_every_page(desk, client, stand):
    pages = [desk.get("/desk/"), desk.get("/desk/library/source/"), type(client)().get("/desk/login/")]
    assert all("desk/desk" in answer.content.decode() for answer in pages)
