"""Finished pages in front of Django: the same for everybody, and never older than what they show."""

from __future__ import annotations

import shutil
from collections.abc import Iterator

import pytest
from django.conf import settings as django_settings
from django.core.management import call_command
from django.test import Client, override_settings
from django.urls import reverse
from tests.functional.pipeline.stand import ROOT, Stand
from tests.functional.reader.building import build_stand
from tests.functional.reader.fronted import HOST, Fronted, on_file
from tests.functional.reader.test_caching import ODD_HEADERS

from kushk.library import api as library
from kushk.reader import shortpath
from kushk.reader.pagestore import store as store_module
from kushk.reader.pagestore.software import fingerprint


@pytest.fixture(scope="module")
def built(tmp_path_factory, django_db_setup, django_db_blocker):
    folder = tmp_path_factory.mktemp("built")
    with django_db_blocker.unblock(), on_file(folder / "kushk.sqlite3"), override_settings(MEDIA_ROOT=folder / "media"):
        call_command("migrate", verbosity=0)
        build_stand()
    return folder / "kushk.sqlite3"


@pytest.fixture
def stand(built, tmp_path, django_db_blocker) -> Iterator[Fronted]:
    shutil.copy(built, tmp_path / "kushk.sqlite3")
    with (
        django_db_blocker.unblock(),
        on_file(tmp_path / "kushk.sqlite3"),
        override_settings(
            MEDIA_ROOT=tmp_path / "media", ALLOWED_HOSTS=[*django_settings.ALLOWED_HOSTS, "stand.example"]
        ),
    ):
        fronted = Fronted(tmp_path / "pages.sqlite3")
        yield fronted
        fronted.path.store.shelf.close()


def story_of(guid: str) -> library.Story:
    return library.Story.objects.select_related("publication", "source").get(source_guid=guid)


def address(story: library.Story, interface: str = "en") -> str:
    return reverse("reader:story", args=[interface, story.public_id, story.slug])


def publics() -> list[str]:
    first, arabic = story_of("gazette-0"), story_of("bahr-0")
    return [
        "/en/",
        "/ar/?language=ar",
        "/en/publications/",
        "/en/latest/?topic=local",
        "/en/p/gazette/",
        address(first),
        address(arabic, "ar"),
        f"/en/corrections/{first.public_id}/",
        "/en/search/?language=en&q=river",
        "/ar/about/",
        "/colours/rack.css",
        "/colours/p/gazette.css",
    ]


def test_a_kept_page_is_what_django_gives_and_is_made_once(stand):
    for path in publics():
        stand.made = 0
        first, again = stand.get(path), stand.get(path, accept_encoding="br, gzip")
        plain = Client().get(path, headers={"host": HOST})
        assert first.body == again.body == plain.content, path
        assert stand.made == 1, path
        assert again["Content-Encoding"] == "gzip"
        assert len(again.raw) == int(again["Content-Length"]) < len(first.raw) == int(first["Content-Length"])
        for name in ("Content-Type", "Cache-Control", "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options"):
            assert first[name] == again[name] == plain[name], (path, name)
        assert "default-src 'none'" in again["Content-Security-Policy"]
        assert first["Vary"] == again["Vary"] == "Accept-Encoding"
        assert first["ETag"] == plain["ETag"]
        assert again["ETag"] == f"W/{plain['ETag']}"
        assert not again["Set-Cookie"]


def test_nothing_that_a_reader_brings_along_changes_a_page(stand):
    for path in publics():
        odd = {name: value for name, value in ODD_HEADERS.items() if name != "range"}
        made_for_one = stand.get(path, **odd)
        plain = Client().get(path, headers={"host": HOST})
        assert made_for_one.body == plain.content, path
        stand.made = 0
        for name, value in ODD_HEADERS.items():
            assert stand.get(path, **{name: value}).body == plain.content, (path, name)
        assert stand.made == 0


def test_parameters_that_mean_nothing_are_not_part_of_a_page(stand):
    clean = stand.get("/en/latest/?language=en&topic=local").body
    for query in (
        "topic=local&language=en",
        "utm_source=x&language=en&fbclid=%3Cscript%3E&topic=local",
        "language=ar&language=en&topic=local&q=",
        "language=en&topic=local&session=1&_=2",
    ):
        assert stand.get(f"/en/latest/?{query}").body == clean, query
    assert stand.made == 1
    assert stand.get("/en/latest/?language=ar&topic=local").body != clean


def test_junk_parameters_leave_no_trace_when_they_come_first(stand):
    assert b"evil" not in stand.get("/en/?evil=1&utm_campaign=evil").body
    assert b"evil" not in stand.get("/en/").body
    assert stand.made == 1


def test_a_host_that_is_not_the_stands_is_refused_and_another_of_its_names_changes_nothing(stand):
    for host in ("evil.example", "127.0.0.1.evil.example", "evil@127.0.0.1", "127.0.0.1:8000/x", "", "\x00"):
        assert stand.get("/en/", host=host).status == 400, host
    stand.made = 0
    named = stand.get("/en/", host="stand.example:81")
    assert b"stand.example" not in named.body
    assert stand.get("/en/").body == named.body
    assert stand.made == 1
    assert stand.get("/en/", host="evil.example").status == 400, "kept pages are refused as well"


def test_an_encoded_question_mark_is_no_query(stand):
    stand.get("/en/search/?q=river")
    assert stand.get("/en/search/%3Fq=river").status == 404
    assert stand.get("/en/%20/en/").status == 404


def test_a_known_version_is_not_sent_again(stand):
    path = address(story_of("gazette-0"))
    packed, plain = stand.get(path, accept_encoding="gzip"), stand.get(path)
    for tags in (packed["ETag"], plain["ETag"], f'"other", {packed["ETag"]}', "*", f'W/"x",{plain["ETag"]}'):
        for method in ("GET", "HEAD"):
            answer = stand.get(path, method, if_none_match=tags)
            assert (answer.status, answer.raw) == (304, b""), tags
            assert answer["ETag"] == packed["ETag"]
            assert answer["Cache-Control"] == packed["Cache-Control"]
            assert answer["Vary"] == "Accept-Encoding"
            assert not answer["Content-Length"]
    for tags in ('"other"', "nonsense", plain["ETag"].strip('"')):
        assert stand.get(path, if_none_match=tags).status == 200, tags
    library.correct_story(story_of("gazette-0"), library.document_of(story_of("gazette-1")))
    assert stand.get(path, if_none_match=plain["ETag"]).status == 200


def test_a_head_answer_has_everything_but_the_bytes(stand):
    for path in [*publics(), "/en/nowhere/", "/"]:
        head = stand.get(path, "HEAD", accept_encoding="gzip")
        whole = stand.get(path, accept_encoding="gzip")
        assert head.status == whole.status
        assert head.raw == b"", path
        assert sorted(head.headers) == sorted(whole.headers), path


def test_nothing_can_be_sent_to_a_kept_page(stand):
    stand.get("/en/")
    for method in ("POST", "PUT", "DELETE", "OPTIONS"):
        assert stand.get("/en/", method).status == 405


def test_what_is_not_for_everybody_is_handed_on_and_not_kept(stand):
    story = story_of("gazette-0")
    short = reverse("reader:story-short", args=["en", story.public_id])
    for path, status in (
        ("/en/nowhere/", 404),
        (short, 301),
        ("/en", 301),
        ("/", 302),
        ("/desk/", 302),
        ("/healthz", 200),
    ):
        stand.made = 0
        answers = [stand.get(path, accept_language="en") for _ in range(2)]
        assert {answer.status for answer in answers} == {status}, path
        assert "public" not in answers[0]["Cache-Control"]
        assert stand.made == 2, path


def test_the_language_switch_goes_to_django_with_its_cookie(stand):
    stand.get("/ar/")
    answer = stand.get("/ar/?remember")
    assert (answer.status, answer["Location"]) == (302, "/ar/")
    assert "language=ar" in answer["Set-Cookie"]


def test_a_takedown_is_seen_at_once_on_every_page_and_in_every_process(stand):
    story = story_of("gazette-0")
    other = stand.again()
    pages = [address(story), address(story, "ar"), "/en/", "/en/latest/", "/en/p/gazette/", "/en/search/?q=marigold"]
    for path in pages:
        assert story.headline in stand.get(path).text, path
        assert stand.get(path).status == other.get(path).status == 200
    assert other.made == 1, "what readers search for is not written down for other processes"
    library.withdraw_story(story, "Withdrawn at the author's wish.")
    for process in (stand, other):
        for path in pages[:2]:
            assert process.get(path).status == 410
            assert process.get(path)["Cache-Control"] == "private, no-store"
        for path in pages[2:]:
            assert story.headline not in process.get(path).text, path
    other.path.store.shelf.close()


def test_a_correction_is_seen_at_once(stand):
    story = story_of("gazette-0")
    path = address(story)
    before = stand.get(path)
    library.correct_story(story, library.document_of(story_of("gazette-1")), note="The wrong ferry.")
    after = stand.get(path)
    assert "The wrong ferry." in after.text
    assert after["ETag"] != before["ETag"]


def test_a_related_story_of_another_publication_disappears_at_once(stand):
    story, beside = story_of("gazette-0"), story_of("plaza-0")
    library.Related.objects.create(story=story, other=beside, rank=0)
    assert beside.headline in stand.get(address(story)).text
    stand.made = 0
    library.withhold_story(beside)
    assert beside.headline not in stand.get(address(story)).text


def test_rights_are_obeyed_at_once(stand):
    story = story_of("gazette-0")
    whole = stand.get(address(story))
    library.set_rights(story.source, library.RightsTerms(extent="link"))
    assert len(stand.get(address(story)).body) < len(whole.body)


def test_what_no_reader_sees_drops_nothing(stand):
    story = story_of("gazette-0")
    for path in publics():
        stand.get(path)
    stand.made = 0
    library.record_fetch(
        story.source, library.FetchReport(ok=True, etag='"2"', items=5, next_fetch_at=story.first_seen)
    )
    library.pause_source(story.source)
    for path in publics():
        stand.get(path)
    assert stand.made == 0


def test_a_change_drops_only_what_shows_it(stand):
    paths = [
        "/en/p/gazette/",
        "/en/about/",
        address(story_of("gazette-0")),
        "/colours/p/gazette.css",
        "/en/p/plaza/",
        "/en/",
    ]
    for path in paths:
        stand.get(path)
    library.withhold_story(story_of("plaza-0"))
    fresh = []
    for path in paths:
        stand.made = 0
        stand.get(path)
        fresh.append(bool(stand.made))
    assert fresh == [False, False, False, False, True, True]


def test_a_page_that_changed_while_it_was_made_is_shown_but_not_kept(stand):
    story = story_of("gazette-0")
    path = address(story)
    stand.meanwhile = lambda: library.withhold_story(story)
    assert stand.get(path).status == 200
    assert stand.get(path).status == 410
    stand.meanwhile = lambda: library.restore_story(story)
    assert stand.get("/en/p/plaza/").status == 200
    stand.made = 0
    stand.get("/en/p/plaza/")
    assert stand.made == 0, "a change to something else does no harm"


def test_pages_hold_for_one_day(stand, monkeypatch):
    now = [1_790_000_000.0]
    for module in (shortpath, store_module):
        monkeypatch.setattr(module.time, "time", lambda: now[0])
    stand.get("/en/about/")
    now[0] = (now[0] // 86400 + 1) * 86400 - 1
    stand.get("/en/about/")
    assert stand.made == 1
    now[0] += 1
    stand.meanwhile = lambda: now.append(now.pop() + 86400)
    stand.get("/en/about/")
    assert stand.made == 2
    stand.get("/en/about/")
    assert stand.made == 3, "midnight passed while it was made"


def test_another_version_of_the_software_makes_its_own_pages(stand):
    stand.get("/en/")
    same, other = stand.again(), Fronted(stand.shelf, "2")
    same.get("/en/")
    other.get("/en/")
    assert (same.made, other.made) == (0, 1)
    for process in (same, other):
        process.path.store.shelf.close()


def test_the_fingerprint_knows_the_settings_that_pages_show(settings):
    before = fingerprint()
    assert fingerprint() == before
    settings.STAND_NAME = "Another"
    assert fingerprint() != before


def test_while_debugging_nothing_is_kept(settings):
    settings.DEBUG = True
    assert shortpath.in_front_of(lambda *_: []).store.versions is None


def test_headers_of_any_length_are_borne(stand):
    assert stand.get("/en/", host="x" * 5000).status == 400
    assert stand.get("/en/", accept_encoding="x," * 5000 + "gzip")["Content-Encoding"] == ""


def test_a_broken_shelf_is_an_empty_one(stand):
    stand.get("/en/")
    stand.path.store.shelf.close()
    stand.shelf.write_bytes(b"this is no database" * 1000)
    other = stand.again()
    assert other.get("/en/").status == 200
    assert other.made == 1
    assert stand.again().get("/en/").status == 200
    other.path.store.shelf.close()


MAKE = """
from kushk.library.api import add_publication
add_publication("The Lantern")
from kushk.config import wsgi
from tests.functional.reader.fronted import asked, environ_of
print(asked(wsgi.application, environ_of("/en/p/the-lantern/")).status)
"""

FIND = """
from kushk.config import wsgi
from tests.functional.reader.fronted import asked, environ_of
wsgi.application.behind = None
answer = asked(wsgi.application, environ_of("/en/p/the-lantern/", accept_encoding="gzip"))
print(answer.status, "The Lantern" in answer.text)
"""


def test_a_process_finds_what_another_has_made(tmp_path):
    process = Stand(tmp_path / "stand", TEST_DATA=str(tmp_path / "stand"))
    process.environment["PYTHONPATH"] += f":{ROOT}"
    process.environment["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    assert process.python(MAKE) == "200\n"
    assert process.python(FIND) == "200 True\n"


def test_the_sheet_of_choices_is_made_once_for_all_who_chose_the_same(stand):
    plain = stand.get("/reading.css?7")
    assert (plain.text, plain["Cache-Control"]) == ("", "private, no-cache")
    dark = stand.get("/reading.css", COOKIE="a=b; reading=theme-dark_size-150; language=ar")
    assert "--paper:#151412" in dark.text
    assert stand.made == 2
    same = stand.get("/reading.css", COOKIE="reading=size-150_theme-dark_nonsense-1")
    assert (same.text, stand.made) == (dark.text, 2)
    assert stand.get("/reading.css", COOKIE="reading=theme-dark_size-150", IF_NONE_MATCH=dark["ETag"]).status == 304
    assert stand.get("/reading.css", IF_NONE_MATCH=dark["ETag"]).status == 200


def test_the_settings_page_sees_its_own_reader(stand):
    shown = stand.get("/en/settings/?next=%2Fen%2Flatest%2F&applied", COOKIE="reading=theme-sepia").text
    assert 'value="sepia" checked' in shown
    assert 'href="/en/latest/"' in shown
    assert 'value="auto" checked' in stand.get("/en/settings/").text
