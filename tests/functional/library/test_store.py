"""Each story once, whatever it is called; a change that readers notice as a revision."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests.functional.library.conftest import NOW, arriving

from kushk.library.api import (
    Arrival,
    Publication,
    Revision,
    Source,
    Story,
    add_publication,
    add_source,
    correct_story,
    diff_of,
    document_of,
    known_stories,
    revisions_of,
    store_stories,
)
from kushk.library.models import StoryKey

LONG = "The council met on Monday and agreed to keep the old library open until the end of next year. "


def whats(publication: Publication, source: Source | None, *arrivals: object) -> list[str]:
    return [outcome.what for outcome in store_stories(publication, source, arrivals, now=NOW)]


def test_storing_again_changes_nothing(publication: Publication, source: Source) -> None:
    arrivals = [arriving(f"Story {number}", f"{LONG}{number}", guid=f"g{number}") for number in range(7)]
    assert whats(publication, source, *arrivals) == ["new"] * 7
    before = list(Story.objects.order_by("pk").values())
    assert whats(publication, source, *arrivals) == ["unchanged"] * 7
    assert list(Story.objects.order_by("pk").values()) == before
    assert Revision.objects.count() == 7


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"guid": "a", "url": "https://l.example/1"}, {"guid": "b", "url": "http://L.example/1/?utm_source=feed#top"}),
        ({"guid": "a", "url": "https://l.example/1"}, {"guid": "b", "url": "https://l.example/2"}),
        ({"guid": "a"}, {"url": "https://l.example/2"}),
        ({}, {}),
    ],
    ids=["same link", "same text", "same text, one without id", "same text, no ids"],
)
@pytest.mark.parametrize("together", [True, False])
def test_the_same_link_or_text_is_one_story(
    publication: Publication, source: Source, one: dict, other: dict, together: bool
) -> None:
    first, second = arriving("Library stays", LONG, **one), arriving("Library stays", LONG, **other)
    if together:
        whats(publication, source, first, second)
    else:
        whats(publication, source, first)
        whats(publication, source, second)
    assert Story.objects.count() == 1


def test_two_arrivals_of_one_story_do_not_change_it_by_turns(publication: Publication, source: Source) -> None:
    pair = [
        arriving("Live: first", LONG, guid="a", url="https://l.example/live"),
        arriving("Live: second", LONG * 2, guid="b", url="https://l.example/live"),
    ]
    assert whats(publication, source, *pair) == ["new", "duplicate"]
    assert whats(publication, source, *pair) == ["unchanged", "duplicate"]
    assert Revision.objects.count() == 1


def test_the_same_text_in_another_publication_is_its_own_story(publication: Publication, source: Source) -> None:
    other = add_publication("The Beacon")
    other_source, _ = add_source(other, "https://beacon.example/feed")
    arrival = arriving("Wire", LONG, guid="a", url="https://wire.example/1")
    store_stories(publication, source, [arrival])
    store_stories(other, other_source, [arrival])
    assert Story.objects.count() == 2
    assert len(set(Story.objects.values_list("public_id", flat=True))) == 2


def test_short_texts_that_recur_are_stories_of_their_own(publication: Publication, source: Source) -> None:
    days = [
        arriving("Today's cartoon", "By Ann.", guid=f"c{day}", published=f"2026-11-{day:02}T06:00:00Z")
        for day in (1, 2, 3)
    ]
    assert whats(publication, source, *days) == ["new"] * 3


def test_a_link_that_many_items_share_identifies_none_of_them(publication: Publication, source: Source) -> None:
    shows = [
        arriving(f"Episode {number}", LONG + str(number), guid=f"e{number}", url="https://l.example/podcast")
        for number in range(4)
    ]
    fronts = [
        arriving(f"Note {number}", LONG * 2 + str(number), guid=f"n{number}", url="https://l.example/")
        for number in "ab"
    ]
    assert whats(publication, source, *shows, *fronts) == ["new"] * 6


def test_a_change_that_readers_notice_is_a_revision(publication: Publication, source: Source) -> None:
    first = arriving("Vote", "Ten voted. The rest did not.", guid="v", url="https://l.example/v")
    changed = arriving("Vote", "Twelve voted. The rest did not.", guid="v", url="https://l.example/v")
    whats(publication, source, first)
    later = NOW + timedelta(hours=3)
    assert [o.what for o in store_stories(publication, source, [changed], now=later)] == ["corrected"]
    story = Story.objects.get()
    assert story.number == 2
    assert story.corrected_at == later
    assert [revision.reason for revision in revisions_of(story)] == ["correction", "arrival"]
    assert revisions_of(story)[0].summary == {"added": 0, "removed": 0, "changed": 1}
    changes = {change.kind for change in diff_of(story, 1, 2)}
    assert changes == {"kept", "changed"}
    assert document_of(story, 1) == first.document


def test_a_change_that_readers_do_not_notice_is_taken_over_silently(publication: Publication, source: Source) -> None:
    whats(publication, source, arriving("Say", 'He said "yes".', guid="s"))
    tidied = arriving("Say", "He said “yes”.", guid="s", section="Talk")
    assert whats(publication, source, tidied) == ["unchanged"]
    story = Story.objects.select_related("section").get()
    assert (story.number, story.corrected_at, story.section.name) == (1, None, "Talk")
    assert document_of(story) == tidied.document


def test_the_whole_story_after_an_excerpt_is_no_correction(publication: Publication, source: Source) -> None:
    excerpt = arriving("Long read", "It begins.", guid="x", excerpt=True)
    whole = arriving("Long read", "It begins.|It goes on.", guid="x")
    assert whats(publication, source, excerpt) == ["new"]
    assert whats(publication, source, whole) == ["unchanged"]
    assert document_of(Story.objects.get()) == whole.document
    assert whats(publication, source, excerpt) == ["unchanged"]
    assert document_of(Story.objects.get()) == whole.document
    assert Story.objects.get().corrected_at is None


def test_the_desk_has_the_last_word_until_the_publisher_changes_the_story(
    publication: Publication, source: Source
) -> None:
    arrival = arriving("Nmae", "Ann Lee won.", guid="n")
    whats(publication, source, arrival)
    mended = arriving("Name", "Ann Lee won.").document
    revision = correct_story(Story.objects.get(), mended, note="A letter was wrong.", now=NOW)
    assert (revision.number, revision.reason, revision.note) == (2, "desk", "A letter was wrong.")
    assert whats(publication, source, arrival) == ["unchanged"]
    assert Story.objects.get().headline == "Name"
    tidied = replace(arrival, modified="2026-11-21")
    assert whats(publication, source, tidied) == ["unchanged"]
    assert (Story.objects.get().headline, document_of(Story.objects.get())) == ("Name", mended)
    assert whats(publication, source, arriving("Nmae", "Ann Lee won twice.", guid="n")) == ["corrected"]
    assert Story.objects.get().number == 3


def test_a_story_of_another_source_is_not_changed(publication: Publication, source: Source) -> None:
    second, _ = add_source(publication, "https://lantern.example/other")
    whats(publication, source, arriving("One", LONG, guid="a", url="https://l.example/1"))
    assert whats(publication, second, arriving("One", LONG + "More.", guid="z", url="https://l.example/1")) == [
        "duplicate"
    ]
    assert Story.objects.get().source == source


def test_a_story_that_was_taken_down_stays_down_when_it_arrives_again(publication: Publication, source: Source) -> None:
    from kushk.library.api import search, withdraw_story

    whats(publication, source, arriving("Gone", "It was here.", guid="g"))
    withdraw_story(Story.objects.get(), "At the author's wish.")
    assert whats(publication, source, arriving("Gone", "It was here again.", guid="g")) == ["corrected"]
    assert Story.objects.get().listed_at is None
    assert not search("here").hits


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2026-11-19T23:30:00+02:00", datetime(2026, 11, 19, 21, 30, tzinfo=UTC)),
        ("2026-11-18", datetime(2026, 11, 18, 12, tzinfo=UTC)),
        ("2026-11-20", NOW),
        ("2026-11", datetime(2026, 11, 1, 12, tzinfo=UTC)),
        ("", NOW),
        ("soon", NOW),
        ("9999-12-31T23:59:59Z", NOW),
        ("1970-01-01T00:00:00Z", NOW),
        ("1912-04-15", datetime(1912, 4, 15, 12, tzinfo=UTC)),
    ],
)
def test_stories_are_listed_by_a_moment_that_can_be(
    publication: Publication, source: Source, published: str, expected: datetime
) -> None:
    whats(publication, source, arriving("When", LONG, guid="w", published=published))
    story = Story.objects.get()
    assert (story.published_at, story.listed_at, story.published_text) == (expected, expected, published)


def test_a_later_story_has_a_later_number_though_feeds_begin_with_the_newest(
    publication: Publication, source: Source
) -> None:
    newest_first = [
        arriving(f"Day {day}", LONG + str(day), guid=f"d{day}", published=f"2026-11-{day:02}") for day in (9, 8, 7)
    ]
    outcomes = store_stories(publication, source, newest_first, now=NOW)
    assert [outcome.story_id for outcome in outcomes] == sorted((o.story_id for o in outcomes), reverse=True)


def test_a_public_id_depends_on_what_the_story_is_alone(publication: Publication, source: Source) -> None:
    whats(publication, source, arriving("A", LONG, guid="a"), arriving("B", LONG * 2, guid="b"))
    ids = set(Story.objects.values_list("public_id", flat=True))
    Story.objects.all().delete()
    whats(publication, source, arriving("B", LONG * 2, guid="b"), arriving("A changed", LONG, guid="a"))
    assert set(Story.objects.values_list("public_id", flat=True)) == ids
    assert all(len(name) == 12 and name.isalnum() for name in ids)


def test_what_no_database_holds_is_replaced(publication: Publication, source: Source) -> None:
    plain = arriving("Head", "Words.").document
    paragraph = plain.blocks[0]
    text = "null\x00 \\u0000 and \udfff " + "y" * 70_000
    odd = plain.with_blocks((replace(paragraph, sentences=(replace(paragraph.sentences[0], text=text),)),))
    strange = Arrival(odd, guid="\x00" * 3000, section="\ud800 section", categories=("\udc00",))
    assert whats(publication, source, strange) == ["new"]
    assert whats(publication, source, strange) == ["unchanged"]
    story = Story.objects.get()
    assert story.source_guid == "\ufffd" * 2000
    assert story.categories == ["\ufffd"]
    assert document_of(story).text == "null\ufffd \\u0000 and \ufffd " + "y" * 70_000


def test_a_hundred_stories_take_few_queries(publication: Publication, source: Source) -> None:
    arrivals = [arriving(f"Story {number}", f"{LONG}{number}", guid=f"g{number}") for number in range(100)]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        whats(publication, source, *arrivals)
    assert len(queries) <= 14


def test_links_under_which_a_story_is_known(publication: Publication, source: Source) -> None:
    whats(publication, source, arriving("One", LONG, guid="a", url="https://l.example/1"))
    known = known_stories(publication, ["http://l.example/1?fbclid=3", "https://l.example/2", "https://l.example/"])
    assert {url: story.headline for url, story in known.items()} == {"http://l.example/1?fbclid=3": "One"}


_WRITER = """
import django; django.setup()
from kushk.library.api import Publication, Source, store_stories
from tests.functional.library.conftest import arriving
publication, source = Publication.objects.get(), Source.objects.get()
for number in range(60):
    arrivals = [arriving(f"Story {n}", f"Body of story {n}. " * 9, guid=f"g{n}") for n in range(number, number + 5)]
    store_stories(publication, source, arrivals)
"""


def test_two_writers_at_once_never_double_a_story(tmp_path: Path) -> None:
    root = Path(__file__).parents[3]
    environment = {
        **os.environ,
        "KUSHK_DATA": str(tmp_path),
        "PYTHONPATH": f"{root / 'src'}{os.pathsep}{root}",
        "DJANGO_SETTINGS_MODULE": "kushk.config.settings",
    }
    setup = (
        "import django; django.setup()\n"
        "from django.core.management import call_command; call_command('migrate', verbosity=0, skip_checks=True)\n"
        "from kushk.library.api import add_publication, add_source\n"
        "add_source(add_publication('P'), 'https://p.example/feed')"
    )
    subprocess.run([sys.executable, "-c", setup], env=environment, check=True, cwd=root)
    writers = [subprocess.Popen([sys.executable, "-c", _WRITER], env=environment, cwd=root) for _ in range(2)]
    assert [writer.wait(timeout=120) for writer in writers] == [0, 0]
    count = (
        "import django; django.setup()\n"
        "from kushk.library.models import Story, Revision, SearchText, StoryKey\n"
        "print(Story.objects.count(), Revision.objects.count(), SearchText.objects.count(), StoryKey.objects.count())"
    )
    told = subprocess.run([sys.executable, "-c", count], env=environment, check=True, capture_output=True, cwd=root)
    assert told.stdout.split() == [b"64", b"64", b"64", b"128"]


def test_every_key_belongs_to_one_story(publication: Publication, source: Source) -> None:
    whats(publication, source, arriving("A", LONG, guid="a", url="https://l.example/a"))
    assert StoryKey.objects.count() == 3


def test_a_story_without_a_headline_is_listed_by_how_it_begins(publication: Publication, source: Source) -> None:
    whats(publication, source, arriving("", "A note without a title. " * 9, guid="n"))
    story = Story.objects.get()
    assert story.headline.startswith("A note without a title.")
    assert len(story.headline) <= 100
