"""Excerpts in feeds, completed from their pages: for sources whose rights allow the full text, and in measure."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, field

from kushk.core.errors import KushkError
from kushk.library.api import Extent, Rights, Source
from kushk.pipeline.apart import read_page
from kushk.pipeline.arrivals import completed
from kushk.pipeline.models import Completion
from kushk.pipeline.progress import Progress, silent
from kushk.pipeline.retrieve import Retriever, as_input
from kushk.sources.fetch.errors import BadStatus, BreakerOpen, HostBusy, RobotsUnknown, SlowDown
from kushk.sources.fetch.result import NotModified
from kushk.sources.formats.parsed import ParsedStory, Warned

PAGES_A_RUN = 30
SECONDS_A_RUN = 90.0
TRIES = 3
"""Pages that could not be had are asked for this often, once in each run, and then left as excerpts."""
_LEAVE_ALONE = (SlowDown, BreakerOpen, HostBusy, RobotsUnknown)
"""Faults that say: not now, whatever the page."""


def may_complete(source: Source) -> bool:
    """Tell whether the rights of a source allow its stories in full."""
    return Rights.objects.filter(source=source, extent=Extent.FULL).exists()


def item_key(story: ParsedStory) -> str:
    """Return what names an item within its source."""
    return _digest(story.id or story.url)


def fingerprint(story: ParsedStory) -> str:
    """Return a hash of what the feed says of an item: it changes when the item is worth another look."""
    return _digest(story.url, story.title, story.summary, story.document.text, story.published, story.modified)


def _digest(*parts: str) -> str:
    return hashlib.blake2b("\0".join(parts).encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


@dataclass
class Completer:
    """Completes the stories of one run, and remembers which items need no second look."""

    source: Source
    retriever: Retriever
    progress: Progress = silent
    pages: int = PAGES_A_RUN
    seconds: float = SECONDS_A_RUN
    warnings: list[Warned] = field(default_factory=list)
    known: int = 0
    """Items left out because their completed story is kept and the feed says nothing new of them."""
    filled: set[str] = field(default_factory=set)
    """Keys of the items that got the body of their page."""
    looked: list[Completion] = field(default_factory=list)
    """To be written once the stories are stored: written earlier, dying in between would lose a story."""

    def complete(self, stories: Sequence[ParsedStory]) -> list[ParsedStory]:
        """Return the stories, excerpts completed as far as rights, manners and budget allow."""
        if not any(_wanting(story) for story in stories) or not may_complete(self.source):
            return list(stories)
        before = {row.item: row for row in Completion.objects.filter(source=self.source)}
        end = time.monotonic() + self.seconds
        kept = []
        for count, story in enumerate(stories):
            self.progress(count, len(stories), "full texts")
            row = before.get(item_key(story)) if _wanting(story) else None
            if row and row.done and row.seen == fingerprint(story):
                self.known += 1
                continue
            kept.append(self._looked_at(story, row) if self._worth_a_look(story, row, end) else story)
        return kept

    def _worth_a_look(self, story: ParsedStory, row: Completion | None, end: float) -> bool:
        tired = row is not None and row.tries >= TRIES and row.seen == fingerprint(story)
        return _wanting(story) and not tired and self.pages > 0 and time.monotonic() < end

    def _looked_at(self, story: ParsedStory, row: Completion | None) -> ParsedStory:
        self.pages -= 1
        try:
            page = self._page(story.url)
        except KushkError as fault:
            self.warnings.append(Warned("not-completed", f"{fault} [{fault.code}]"))
            if isinstance(fault, _LEAVE_ALONE):
                self.pages = 0
                return story
            full = None
        else:
            full = completed(story, page)
        row = row or Completion(source=self.source, item=item_key(story))
        row.tries = row.tries + 1 if row.seen == fingerprint(story) else 1
        row.seen, row.done = fingerprint(story), full is not None
        self.looked.append(row)
        if full is None:
            return story
        self.filled.add(row.item)
        return full

    def remember(self) -> None:
        """Write down which items need no second look."""
        while self.looked:
            self.looked.pop().save()

    def _page(self, url: str) -> ParsedStory:
        found = self.retriever.get(url, kind="page")
        if isinstance(found, NotModified):  # an answer to a question that was not asked
            raise BadStatus(url=url, status=304)
        return read_page(as_input(found))


def _wanting(story: ParsedStory) -> bool:
    return story.excerpt and story.url.startswith(("http://", "https://"))
