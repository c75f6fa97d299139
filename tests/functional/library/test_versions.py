"""What readers see of a publication has a number, and the database itself sees to it."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import connection
from PIL import Image
from tests.functional.library.conftest import NOW, arriving

from kushk.library import api as library
from kushk.library.models import PublicationVersion
from kushk.library.versions import triggers

pytestmark = pytest.mark.django_db

TEXT = "The river rose four feet overnight and the mill was shut.|Nobody was hurt, the miller said."


class Small:
    """Two publications with a story each; what is done is done to the first."""

    def __init__(self) -> None:
        self.publication = library.add_publication("The Lantern")
        self.source, _ = library.add_source(self.publication, "https://lantern.example.org/feed")
        library.set_rights(self.source, replace(library.FULL_RIGHTS, archive_days=9))
        self.other = library.add_publication("The Beacon")
        self.story = self.arrived(arriving("Flood at the mill", TEXT, guid="1"))
        library.store_stories(self.other, None, [arriving("Far away", "Nothing happened here today.", guid="2")])

    def arrived(self, arrival: library.Arrival, days: int = 0) -> library.Story:
        now = NOW - timedelta(days=days)
        (outcome,) = library.store_stories(self.publication, self.source, [arrival], now=now)
        return library.Story.objects.get(pk=outcome.story_id)

    def document(self):
        return arriving("Flood at the old mill", TEXT).document

    def picture(self) -> library.Media:
        buffer = io.BytesIO()
        Image.new("RGB", (8, 8)).save(buffer, "PNG")
        return library.keep_picture(buffer.getvalue())

    def numbers(self) -> tuple[int, int, int]:
        """Return the numbers of the clock, of the first publication and of the other."""
        found = dict(PublicationVersion.objects.values_list("publication_id", "number"))
        return found[triggers.CLOCK], found[self.publication.pk], found[self.other.pk]


def restored(small: Small) -> None:
    library.withhold_story(small.story)
    before = small.numbers()
    library.restore_story(small.story)
    assert small.numbers()[1] > before[1]


def related(small: Small) -> None:
    for number in range(9):
        small.arrived(arriving(f"Item {number}", f"People said many things about number{number}.", guid=f"n{number}"))
    small.arrived(
        arriving("Miller tells of the flood", "Nobody slept while the river rose, the miller said.", guid="3")
    )
    before = small.numbers()
    assert library.relate_story(small.story)
    assert small.numbers()[1] > before[1]


def opened(small: Small) -> None:
    library.embargo_story(small.story, NOW)
    before = small.numbers()
    assert library.open_embargoed(NOW) == 1
    assert small.numbers()[1] > before[1]


SEEN = {
    "set_access": lambda small: library.set_access(small.publication, "members"),
    "set_access, of a story": lambda small: library.set_access(small.story, "metered"),
    "embargo_story": lambda small: library.embargo_story(small.story, NOW),
    "open_embargoed": opened,
    "set_rights": lambda small: library.set_rights(small.source, library.RightsTerms(extent="link")),
    "store_stories": lambda small: small.arrived(
        arriving("A new bridge", "It opens in May, the mayor said.", guid="4")
    ),
    "store_stories, a correction": lambda small: small.arrived(
        arriving("Flood at the mill", TEXT.replace("four", "nine"), guid="1")
    ),
    "correct_story": lambda small: library.correct_story(small.story, small.document(), note="Wrong mill."),
    "withhold_story": lambda small: library.withhold_story(small.story),
    "withdraw_story": lambda small: library.withdraw_story(small.story),
    "restore_story": restored,
    "place_picture": lambda small: library.place_picture(small.story, "https://x.example.org/a.png", small.picture()),
    "relate_story": related,
    "name_issue": lambda small: library.name_issue(small.publication, date(2026, 11, 20), "Friday"),
    "rebuild_search": lambda small: library.rebuild_search(),
    "refresh_pages": lambda small: library.refresh_pages(),
    "expire_archive": lambda small: library.expire_archive(now=NOW + timedelta(days=10)),
    "remove_source, withdrawing": lambda small: library.remove_source(small.source, withdraw=True),
}
"""What readers see at once, by the verb that does it."""

EVERYWHERE = {"rebuild_search", "refresh_pages"}
"""Verbs that every publication is changed by."""

UNSEEN = {
    "add_source": lambda small: library.add_source(small.publication, "https://lantern.example.org/more"),
    "record_fetch": lambda small: library.record_fetch(small.source, library.FetchReport(ok=True, etag='"1"', items=3)),
    "record_fetch, a failure": lambda small: library.record_fetch(
        small.source, library.FetchReport(ok=False, error_code="slow")
    ),
    "pause_source": lambda small: library.pause_source(small.source),
    "resume_source": lambda small: library.resume_source(small.source),
    "schedule_source": lambda small: library.schedule_source(small.source, NOW),
    "remove_source": lambda small: library.remove_source(small.source),
    "keep_picture": lambda small: small.picture(),
    "store_stories, nothing new": lambda small: small.arrived(arriving("Flood at the mill", TEXT, guid="1")),
    "expire_archive, nothing old": lambda small: library.expire_archive(now=NOW),
}
"""What no reader sees."""


@pytest.fixture
def small(settings, tmp_path) -> Small:
    settings.MEDIA_ROOT = tmp_path / "media"
    return Small()


@pytest.mark.parametrize("verb", SEEN)
def test_what_readers_see_changes_the_number_of_its_publication(small, verb):
    before = small.numbers()
    SEEN[verb](small)
    after = small.numbers()
    assert after[1] > before[1]
    assert after[0] >= after[1]
    assert (after[2] == before[2]) == (verb not in EVERYWHERE)


@pytest.mark.parametrize("verb", UNSEEN)
def test_what_no_reader_sees_changes_nothing(small, verb):
    before = small.numbers()
    UNSEEN[verb](small)
    assert small.numbers() == before


def test_every_write_verb_is_looked_at():
    writes = library.__doc__.partition("Writes")[2].partition("Reads")[0]
    named = set(re.findall(r"(?:^    |; )(\w+)\(", writes, flags=re.MULTILINE))
    assert "withdraw_story" in named
    assert named - {"add_publication", "index_translation", "note_translations"} == {
        verb.partition(",")[0] for verb in (*SEEN, *UNSEEN)
    }


def test_translations_have_a_number_of_their_own(small):
    def number() -> int:
        return PublicationVersion.objects.get(pk=triggers.TRANSLATIONS).number

    library.note_translations()
    before = (*small.numbers()[1:], number())
    library.note_translations()
    after = (*small.numbers()[1:], number())
    assert after[:2] == before[:2]
    assert after[2] > before[2]


def test_a_story_found_by_its_translation_moves_the_clock_alone(small):
    before = small.numbers()
    library.index_translation(small.story, "es", small.document())
    after = small.numbers()
    assert after[0] > before[0]
    assert after[1:] == before[1:]
    library.index_translation(small.story, "es", small.document())
    assert small.numbers() == after, "nothing new"


def test_a_new_publication_moves_the_clock_alone(small):
    before = small.numbers()
    made = library.add_publication("The Harbour")
    after = small.numbers()
    assert after[0] > before[0]
    assert after[1:] == before[1:]
    assert PublicationVersion.objects.get(pk=made.pk).number == after[0]


ADMIN = {
    "the publication is renamed": lambda small: library.Publication.objects.filter(pk=small.publication.pk).update(
        name="The Lamp"
    ),
    "a section is added": lambda small: library.Section.objects.create(
        publication=small.publication, name="N", slug="n"
    ),
    "an issue is added": lambda small: library.Issue.objects.create(publication=small.publication, date="2026-01-01"),
    "a story is edited": lambda small: library.Story.objects.filter(pk=small.story.pk).update(headline="Else"),
    "a story is deleted": lambda small: small.story.delete(),
    "a story is given away": lambda small: library.Story.objects.filter(pk=small.story.pk).update(
        publication=small.other
    ),
    "a revision is edited": lambda small: library.Revision.objects.filter(story=small.story).update(note="x"),
    "a revision is deleted": lambda small: library.Revision.objects.filter(story=small.story).delete(),
    "rights are deleted": lambda small: library.Rights.objects.filter(source=small.source).delete(),
    "the source is deleted": lambda small: small.source.delete(),
    "the publication is deleted": lambda small: library.Publication.objects.filter(pk=small.publication.pk).delete(),
}
"""What nobody's verb does: the admin, a bulk update, a deletion."""


@pytest.mark.parametrize("act", ADMIN)
def test_changes_beside_the_verbs_are_seen_too(small, act):
    before = small.numbers()
    ADMIN[act](small)
    after = small.numbers()
    assert after[1] > before[1]
    assert (after[2] > before[2]) == (act == "a story is given away")


def test_a_picture_that_is_made_anew_changes_the_stories_that_show_it(small):
    picture = small.picture()
    library.place_picture(small.story, "https://x.example.org/a.png", picture)
    before = small.numbers()
    library.Media.objects.filter(pk=picture.pk).update(width=4)
    after = small.numbers()
    assert after[1] > before[1]
    assert after[2] == before[2]


def test_nothing_can_bring_an_old_number_back(small):
    steps = set()
    for _ in range(5):
        before = small.numbers()[0]
        library.withhold_story(small.story)
        steps.add(small.numbers()[0] - before)
    assert len(steps) > 1, "steps are random, so that a restored backup goes another way"


def test_a_migration_puts_the_triggers_back_and_takes_all_as_changed(small):
    before = small.numbers()
    triggers.install(connection)
    assert small.numbers() == before, "they are there"
    triggers.uninstall(connection)
    library.withdraw_story(small.story)
    assert small.numbers() == before
    triggers.install(connection)
    after = small.numbers()
    assert min(after) > max(before)
    library.restore_story(small.story)
    assert small.numbers()[1] > after[1]


@pytest.mark.django_db(transaction=True)
def test_a_table_that_the_triggers_name_can_be_made_anew():
    publication = library.add_publication("The Lantern")
    call_command("migrate", "library", "0002", verbosity=0)
    call_command("migrate", verbosity=0)
    before = PublicationVersion.objects.get(pk=publication.pk).number
    library.name_issue(publication, date(2026, 11, 20))
    assert PublicationVersion.objects.get(pk=publication.pk).number > before


def test_an_update_that_was_broken_off_is_mended_at_the_next_start(small):
    from kushk.config.setup import migrate

    triggers.uninstall(connection)
    migrate()
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%version%'")
        assert cursor.fetchone()[0] > 5
