"""What changed in a story, revision by revision, ready to be shown."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from kushk.base import locale
from kushk.core.diff import Change, ChangeKind
from kushk.library.api import Revision, Story, diff_of, revisions_of
from kushk.reader.safe import Html, moment, paragraphs, stretches

MOST_REVISIONS = 20
"""Of one story on one page; the newest are shown."""


@dataclass(frozen=True, slots=True)
class ShownChange:
    """One sentence that changed: what stood there before and what stands there now, as HTML."""

    kind: str
    before: Html | None
    after: Html | None


@dataclass(frozen=True, slots=True)
class ShownRevision:
    """A revision with its date in words; the first one has no changes."""

    number: int
    date: Html
    note: str
    changes: tuple[ShownChange, ...]


def history(story: Story, interface: str) -> list[ShownRevision]:
    """Return a story's revisions, newest first, each with what readers may see of its changes."""
    revisions = revisions_of(story)[:MOST_REVISIONS]
    numbered = [(newer, changes_between(story, older.number, newer.number)) for newer, older in pairwise(revisions)]
    if revisions:
        numbered.append((revisions[-1], ()))
    return [
        ShownRevision(
            revision.number,
            moment(locale.date(revision.made_at.date(), interface), revision.made_at.date().isoformat()),
            revision.note,
            changes,
        )
        for revision, changes in numbered
        if changes or revision.note or revision.number == 1
    ]


def changes_between(story: Story, before: int, after: int) -> tuple[ShownChange, ...]:
    """Return the sentences that differ between two revisions."""
    return tuple(_shown(change) for change in diff_of(story, before, after) if change.kind is not ChangeKind.KEPT)


def whole_change(revision: Revision) -> str:
    """Return all that a revision changed as one piece of HTML, for the desk."""
    if revision.number == 1:
        return "First arrival"
    changes = changes_between(revision.story, revision.number - 1, revision.number)
    sides = [side for change in changes for side in (change.before, change.after) if side is not None]
    return paragraphs(sides) if sides else "No words"


def _shown(change: Change) -> ShownChange:
    before = after = None
    if change.old is not None:
        spans = change.old_spans if change.kind is ChangeKind.CHANGED else ((0, len(change.old.text)),)
        before = stretches(change.old.text, spans, "del")
    if change.new is not None:
        spans = change.new_spans if change.kind is ChangeKind.CHANGED else ((0, len(change.new.text)),)
        after = stretches(change.new.text, spans, "ins")
    return ShownChange(change.kind.value, before, after)
