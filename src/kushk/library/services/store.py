"""Store what arrived: each story once, whatever it is called, and a change as a new revision.

All that needs no database is done first; each hundred arrivals then take one short transaction. Keys are unique in
the database, so two writers with the same story make one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Literal

from django.db import IntegrityError, connection, transaction
from django.db.models import Q
from django.utils import timezone

from kushk.core.diff import is_correction
from kushk.core.document import Document
from kushk.library.models import (
    Issue,
    Media,
    Publication,
    Reason,
    Revision,
    Section,
    Source,
    Story,
    StoryKey,
    StoryMedia,
    StoryState,
)
from kushk.library.moments import sorting_instant
from kushk.library.pictures import KEPT
from kushk.library.rows import insert_objects, insert_rows
from kushk.library.search import index
from kushk.library.selectors.access import open_cut
from kushk.library.selectors.rights import document_of, terms_of
from kushk.library.services.derive import fill_from_document, search_text_of
from kushk.library.services.prepare import Prepared, prepared
from kushk.library.services.publications import name_issue, named_section, slug_of
from kushk.library.services.revise import add_revision, latest_arrival
from kushk.library.stored import digest, unpacked
from kushk.library.values import Arrival, Outcome, RightsTerms

AT_ONCE = 100
"""Arrivals a transaction: others that want to write wait for tens of milliseconds at most."""


def store_stories(
    publication: Publication, source: Source | None, arrivals: Sequence[Arrival], *, now: datetime | None = None
) -> list[Outcome]:
    """Store arrivals of one source, in the source's own order (feeds give the newest first).

    The same id within the source, the same link, or the same text within the publication is one story. What a reader
    would notice becomes a new revision; other changes are taken over silently. Doing it again changes nothing.

    Args:
        publication: whose stories they are.
        source: where they came from; None for what the desk brings in.
        arrivals: the stories.
        now: the moment at which they were first seen.

    Returns:
        What became of each arrival, in order.
    """
    terms, moment, seen = terms_of(source), now or timezone.now(), set[int]()
    ready = prepared(publication, source, arrivals)
    outcomes: list[Outcome] = []
    for start in range(0, len(ready), AT_ONCE):
        some = ready[start : start + AT_ONCE]
        outcomes += _stored(lambda: _Batch(publication, source, terms, moment, seen), some)
    return outcomes


def _stored(begin: Callable[[], _Batch], some: list[Prepared]) -> list[Outcome]:
    """Store some arrivals in one transaction; where another writer was first, look again and find its stories."""
    for _ in range(_TRIES - 1):
        with suppress(IntegrityError), transaction.atomic():
            return begin().store(some)
    with transaction.atomic():
        return begin().store(some)


_TRIES = 3


@dataclass
class _Batch:
    """The arrivals of one transaction, and the rows that they lead to."""

    publication: Publication
    source: Source | None
    terms: RightsTerms | None
    now: datetime
    seen: set[int]
    """Stories that an arrival of this call has touched: a second one adds its keys and nothing else."""
    new: dict[str, Story] = field(default_factory=dict)
    """Stories to be added, under each of their keys."""
    fresh: list[tuple[Story, Prepared]] = field(default_factory=list)
    changed: list[tuple[Story, Document]] = field(default_factory=list)
    keys: list[tuple[str, Story]] = field(default_factory=list)
    sections: dict[str, Section] = field(default_factory=dict)
    issues: dict[date, Issue] = field(default_factory=dict)

    def store(self, arrivals: list[Prepared]) -> list[Outcome]:
        """Decide about each arrival, then write all rows."""
        known = self._known(arrivals)
        decided = [self._decide(ready, known) for ready in arrivals]
        self._add_new()
        insert_rows(StoryKey, ("key", "story_id"), ((key, story.pk) for key, story in self.keys))
        self._index()
        self._renew_latest()
        outcomes = [Outcome(story.pk, what) for story, what in decided]
        self.seen.update(outcome.story_id for outcome in outcomes)
        return outcomes

    def _known(self, arrivals: list[Prepared]) -> dict[str, Story]:
        """Return the stories that are kept under the keys of these arrivals."""
        wanted = {key for ready in arrivals for key in ready.keys.all()}
        found = dict(StoryKey.objects.filter(key__in=wanted).values_list("key", "story_id"))
        stories = Story.objects.in_bulk(set(found.values())) if found else {}
        return {key: stories[story_id] for key, story_id in found.items()}

    def _decide(self, ready: Prepared, known: dict[str, Story]) -> tuple[Story, What]:
        keys = ready.keys
        story = next((known[key] for key in keys.all() if key in known), None)
        if story is None:
            return self._take(ready)
        own = any(known.get(key) is story for key in (keys.guid, keys.link))
        self._claim(story, [key for key in keys.all() if key not in known], known)
        elsewhere = None not in (story.source_id, self.source) and story.source_id != self.source_id
        text_alone = not own and bool(keys.guid or keys.link)
        if story.pk in self.seen or elsewhere or text_alone:
            return story, "duplicate"
        self.seen.add(story.pk)
        return story, self._update(story, ready)

    @property
    def source_id(self) -> int | None:
        """The source's own number."""
        return self.source.pk if self.source else None

    def _claim(self, story: Story, keys: list[str], stories: dict[str, Story]) -> None:
        """Let further keys lead to a story."""
        for key in keys:
            stories[key] = story
            self.keys.append((key, story))

    def _take(self, ready: Prepared) -> tuple[Story, What]:
        """Return the new story that an arrival makes, or the one that an earlier arrival of the batch made."""
        keys = ready.keys.all()
        story = next((self.new[key] for key in keys if key in self.new), None)
        what: What = "new" if story is None else "duplicate"
        if story is None:
            story = self._begun(ready)
            self.fresh.append((story, ready))
        self._claim(story, [key for key in keys if key not in self.new], self.new)
        return story, what

    def _begun(self, ready: Prepared) -> Story:
        story = Story(public_id=ready.public_id, publication=self.publication, source=self.source, first_seen=self.now)
        self._fill(story, ready)
        story.slug = slug_of(story.headline, _SLUG)
        return story

    def _fill(self, story: Story, ready: Prepared) -> None:
        """Set every field that an arrival gives."""
        arrival = ready.arrival
        story.section, story.issue = self._section(arrival.section), self._issue(arrival.issue)
        fill_from_document(story, arrival.document, open_cut(story, self.terms))
        story.source_guid, story.canonical_url = arrival.guid[:2000], arrival.url[:2000]
        story.published_text, story.modified_text = arrival.published[:40], arrival.modified[:40]
        story.published_at = sorting_instant(arrival.published, story.first_seen)
        story.listed_at = story.published_at if story.state == StoryState.PUBLISHED else None
        story.categories, story.attachments = list(arrival.categories), list(arrival.attachments)
        story.excerpt = arrival.excerpt
        story.text_key, story.document_key = ready.text_key, ready.document_key
        self._fill_picture(story, arrival)

    def _fill_picture(self, story: Story, arrival: Arrival) -> None:
        address = arrival.picture.src if arrival.picture else ""
        if address.startswith(KEPT):
            story.picture = Media.objects.filter(name=address.removeprefix(KEPT)).first()
        elif address[:2000] != story.picture_address:
            story.picture = _placed(story, address[:2000])
        story.picture_address = address[:2000]

    def _section(self, name: str) -> Section | None:
        name = " ".join(name.split())
        if name and name not in self.sections:
            self.sections[name] = named_section(self.publication, name)
        return self.sections.get(name)

    def _issue(self, day: date | None) -> Issue | None:
        if day is not None and day not in self.issues:
            self.issues[day] = name_issue(self.publication, day)
        return self.issues.get(day) if day else None

    def _update(self, story: Story, ready: Prepared) -> What:
        """Take over what changed; a change that a reader would notice is a new revision."""
        arrival = ready.arrival
        if story.document_key == ready.document_key or (arrival.excerpt and not story.excerpt):
            return "unchanged"
        before = latest_arrival(story)
        completed = story.excerpt and not arrival.excerpt
        corrected = not completed and is_correction(unpacked(bytes(before.document)), arrival.document)
        shown_is_older = story.number != before.number
        story.source_id = story.source_id or self.source_id
        if corrected:
            add_revision(story, arrival.document, self.now, Reason.CORRECTION)
            self._fill(story, ready)
        else:
            Revision.objects.filter(pk=before.pk).update(document=ready.packed, text_key=ready.text_key)
            self._fill(story, ready)
        document = arrival.document
        if not corrected and shown_is_older:
            document = document_of(story)
            fill_from_document(story, document, open_cut(story, self.terms))
        story.save()
        self.changed.append((story, document))
        return "corrected" if corrected else "unchanged"

    def _add_new(self) -> None:
        """Add the new stories, oldest first, so that a later number means a later story."""
        self.fresh.sort(key=lambda pair: pair[0].published_at)
        self._part_public_ids()
        insert_objects([story for story, _ in self.fresh], "public_id")
        made_at = connection.ops.adapt_datetimefield_value(self.now)
        insert_rows(
            Revision,
            ("story_id", "number", "document", "text_key", "made_at", "reason", "note", "summary"),
            (
                (story.pk, 1, ready.packed, ready.text_key, made_at, Reason.ARRIVAL.value, "", "{}")
                for story, ready in self.fresh
            ),
        )

    def _part_public_ids(self) -> None:
        """Give another public id to a story whose own is taken: by a renamed publication, or by chance."""
        wanted = [story.public_id for story, _ in self.fresh]
        taken = set(Story.objects.filter(public_id__in=wanted).values_list("public_id", flat=True))
        for story, ready in self.fresh:
            if story.public_id in taken:
                story.public_id = digest(story.public_id, str(self.publication.pk), ready.form, size=6)
            taken.add(story.public_id)

    def _index(self) -> None:
        changed = [(story, ready.arrival.document) for story, ready in self.fresh] + self.changed
        rows = [search_text_of(story, document, open_cut(story, self.terms)) for story, document in changed]
        index.put([row for row in rows if row is not None])

    def _renew_latest(self) -> None:
        listed = [story.listed_at for story, _ in [*self.fresh, *self.changed] if story.listed_at]
        if listed:
            older = Q(latest_at__isnull=True) | Q(latest_at__lt=max(listed))
            Publication.objects.filter(older, pk=self.publication.pk).update(latest_at=max(listed))


What = Literal["new", "corrected", "unchanged", "duplicate"]
_SLUG = 60
"""Characters of the headline's words in an address."""


def _placed(story: Story, address: str) -> Media | None:
    """Return the picture that is kept for an address of a story already."""
    if not story.pk or not address:
        return None
    placed = StoryMedia.objects.filter(story=story, address=address).select_related("media").first()
    return placed.media if placed else None
