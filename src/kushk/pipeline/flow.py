"""How the stories of one source come in: one list of steps, each at least once, none of them twice in effect.

A run may die at any point and is simply done again: what was stored is known by its keys, and only the last
act, writing down how it went, makes the run count as done.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

import structlog

from kushk.core.errors import KushkError
from kushk.library.api import (
    FetchReport,
    Source,
    SourceKind,
    canonical_link,
    record_fetch,
    store_stories,
)
from kushk.pipeline.apart import Internal, read_feed, read_input
from kushk.pipeline.arrivals import arrival_of, readable
from kushk.pipeline.completion import Completer, item_key
from kushk.pipeline.edition import edited
from kushk.pipeline.follow import ask_for_what_follows
from kushk.pipeline.progress import Progress, silent
from kushk.pipeline.retrieve import Kind, as_input, retriever_for, retriever_of
from kushk.pipeline.timing import after_fault, after_success, stories_a_day
from kushk.sources.fetch.errors import Gone
from kushk.sources.fetch.result import Fetched, NotModified, Validators
from kushk.sources.formats.errors import NotAFeed
from kushk.sources.formats.parsed import FeedList, ParsedFeed, ParsedStory, Warned

log = structlog.get_logger()

BATCH = 500
"""Stories handed to the library at a time; it takes short transactions of its own."""
MOST_WARNINGS = 50


@dataclass
class Run:
    """One run over one source, filled step by step."""

    source: Source
    now: datetime
    progress: Progress = silent
    found: Fetched | NotModified | None = None
    """Given by whoever has the bytes already."""
    feed: ParsedFeed | None = None
    stories: Sequence[ParsedStory] = ()
    completer: Completer | None = None
    changed: list[int] = field(default_factory=list)
    """Stories whose words changed without being a correction."""
    warnings: list[Warned] = field(default_factory=list)
    counts: Counter[str] = field(default_factory=Counter)


Step = Callable[[Run], None]


@dataclass(frozen=True, slots=True)
class BroughtIn:
    """What one run came to."""

    source_id: int
    title: str
    new: int = 0
    corrected: int = 0
    unchanged: int = 0
    duplicate: int = 0
    error_code: str = ""
    error: str = ""
    """One line in English; empty when all went well."""
    warnings: tuple[Warned, ...] = ()
    next_fetch_at: datetime | None = None

    @property
    def ok(self) -> bool:
        """Whether the source could be fetched and read."""
        return not self.error_code


def retrieve(run: Run) -> None:
    """Get the bytes, politely: a source that has not changed says so and gives none."""
    if run.found is None:
        known = Validators(run.source.etag, run.source.last_modified)
        kind: Kind = "feed" if run.source.kind == SourceKind.FEED else "page"
        run.found = retriever_for(run.source.url).get(run.source.url, kind=kind, conditional=known)


def read(run: Run) -> None:
    """Recognise the format from the bytes and take the stories out."""
    if not isinstance(run.found, Fetched):
        return
    given = as_input(run.found)
    parsed = read_feed(given) if run.source.kind == SourceKind.FEED else read_input(given)
    if isinstance(parsed, FeedList):
        raise NotAFeed(found="a list of feeds")
    if isinstance(parsed, ParsedFeed):
        run.feed, run.stories = parsed, [story for story in parsed.entries if readable(story)]
    else:
        run.stories = [parsed]
    run.warnings += parsed.warnings


def complete(run: Run) -> None:
    """Put the full text of the page in place of an excerpt, where the source's rights allow it."""
    completer = run.completer = Completer(run.source, retriever_of(run.source), run.progress)
    run.stories = completer.complete(run.stories)
    run.counts["unchanged"] += completer.known
    run.warnings += completer.warnings


def store(run: Run) -> None:
    """Keep the stories, in the source's own order."""
    for start in range(0, len(run.stories), BATCH):
        run.progress(start, len(run.stories), run.source.title or run.source.url)
        batch = run.stories[start : start + BATCH]
        arrivals = [edited(arrival_of(story), run.source) for story in batch]
        outcomes = store_stories(run.source.publication, run.source, arrivals, now=run.now)
        run.counts.update(outcome.what for outcome in outcomes)
        filled = run.completer.filled if run.completer else set()
        pairs = zip(batch, outcomes, strict=True)
        run.changed += [outcome.story_id for story, outcome in pairs if item_key(story) in filled]


def follow(run: Run) -> None:
    """Ask for what follows from the stories that are new or changed: pictures, related stories."""
    ask_for_what_follows(run.source, run.now, run.changed)


def remember(run: Run) -> None:
    """Write down which pages need no second look; only now, when all that they gave is stored and asked for."""
    if run.completer:
        run.completer.remember()


def move(run: Run) -> None:
    """Go to a new address from now on, once it has proved to hold the same kind of source."""
    url = run.found.moved_to if run.found else ""
    canonical = canonical_link(url)[:2000]
    taken = Source.objects.exclude(pk=run.source.pk).filter(canonical_url=canonical).exists()
    if url and url != run.source.url and not taken and run.source.url.startswith("http"):
        Source.objects.filter(pk=run.source.pk).update(url=url[:2000], canonical_url=canonical)


FLOW: tuple[Step, ...] = (retrieve, read, complete, store, follow, remember, move)
"""What happens to a source, in this order. Each step may be done again at any time."""


def bring_in(run: Run) -> BroughtIn:
    """Take a source through the flow and write down how it went; a fault stays with its source."""
    try:
        for step in FLOW:
            step(run)
        report = _success(run)
    except KushkError as fault:
        report = _failure(run, fault)
    except Exception as fault:
        log.exception("bring-in", source=run.source.pk)
        report = _failure(run, Internal(kind=type(fault).__name__))
    record_fetch(run.source, report, now=run.now)
    return _summary(run, report)


def _success(run: Run) -> FetchReport:
    found = run.found or Fetched(b"", run.source.url, "")
    rhythm = stories_a_day(run.stories, run.now) or run.source.stories_a_day
    return FetchReport(
        ok=True,
        etag=found.validators.etag,
        last_modified=found.validators.last_modified,
        next_fetch_at=after_success(run.source, found, run.feed, rhythm, run.now),
        stories_a_day=rhythm,
        items=run.counts["new"],
        title=run.feed.title if run.feed else "",
        warnings=tuple({"code": warned.code, "detail": warned.detail} for warned in run.warnings[:MOST_WARNINGS]),
        unchanged=isinstance(found, NotModified),
    )


def _failure(run: Run, fault: KushkError) -> FetchReport:
    return FetchReport(
        ok=False,
        error_code=fault.code,
        error_detail=str(fault),
        next_fetch_at=after_fault(run.source, fault, run.now),
        gone=isinstance(fault, Gone),
    )


def _summary(run: Run, report: FetchReport) -> BroughtIn:
    return BroughtIn(
        source_id=run.source.pk,
        title=run.source.title or run.source.url,
        new=run.counts["new"],
        corrected=run.counts["corrected"],
        unchanged=run.counts["unchanged"],
        duplicate=run.counts["duplicate"],
        error_code=report.error_code,
        error=report.error_detail,
        warnings=tuple(run.warnings),
        next_fetch_at=report.next_fetch_at,
    )
