"""Revisions: what a story said before, and the desk's own corrections."""

from __future__ import annotations

from collections import Counter
from datetime import datetime

from django.db import transaction
from django.utils import timezone

from kushk.core.compose import text_key
from kushk.core.diff import ChangeKind, diff
from kushk.core.document import Document
from kushk.library.models import Reason, Revision, Story
from kushk.library.search import index
from kushk.library.selectors.access import open_cut
from kushk.library.selectors.rights import terms_of
from kushk.library.services.derive import fill_from_document, search_text_of
from kushk.library.stored import packed, unpacked


def latest_arrival(story: Story) -> Revision:
    """Return the last revision that came from the source; the desk's own are passed over."""
    return Revision.objects.filter(story=story).exclude(reason=Reason.DESK).latest("number")


def add_revision(story: Story, document: Document, now: datetime, reason: Reason, note: str = "") -> Revision:
    """Add a revision and make it the story's own. The caller saves the story, inside the same transaction."""
    before = Revision.objects.filter(story=story).latest("number")
    story.number = before.number + 1
    story.corrected_at = now
    return Revision.objects.create(
        story=story,
        number=story.number,
        document=packed(document),
        text_key=text_key(document),
        made_at=now,
        reason=reason,
        note=note,
        summary=summary_of(unpacked(bytes(before.document)), document),
    )


def summary_of(before: Document, after: Document) -> dict[str, int]:
    """Return how many sentences were added, removed and changed."""
    counted = Counter(change.kind for change in diff(before, after))
    return {str(kind): counted[kind] for kind in (ChangeKind.ADDED, ChangeKind.REMOVED, ChangeKind.CHANGED)}


@transaction.atomic
def correct_story(story: Story, document: Document, *, note: str = "", now: datetime | None = None) -> Revision:
    """Correct a story at the desk: a new revision, with a note that readers see beside it.

    A later change by the publisher makes a revision on top of it; the same text arriving again does not.
    """
    story = Story.objects.select_for_update().select_related("source", "publication").get(pk=story.pk)
    cut = open_cut(story, terms_of(story.source))
    revision = add_revision(story, document, now or timezone.now(), Reason.DESK, note)
    fill_from_document(story, document, cut)
    story.save()
    row = search_text_of(story, document, cut)
    index.put([row] if row else [])
    return revision
