"""The conductor's door: what the command line and the desk may ask for.

::

    add(target, *, rights=None, evidence="", progress) -> AddReport
    fetch(source=None, *, progress) -> list[BroughtIn]           one source (id or address) or all that are due, now
    fetch_soon(source_id) -> None                                asks the worker for it
    sources() -> list[SourceHealth]
    pause(source), resume(source), remove(source, withdraw=False, notice="")
    export_opml() -> str
    load_sample(progress) -> list[BroughtIn]
    backup(data, path, progress) / restore(path, into, force=False, progress) -> BackupReport
    run_worker(stop: Event) -> None
    enqueue(name, key, **args) -> None                           a background job, in the current transaction
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from kushk.base.options import option
from kushk.core.errors import KushkError
from kushk.library import api as library
from kushk.library.api import Rights, Source, SourceState
from kushk.pipeline.adding import AddedSource, AddReport, NothingToAdd, add
from kushk.pipeline.backup import BackupReport, backup, restore
from kushk.pipeline.flow import BroughtIn
from kushk.pipeline.jobs import enqueue
from kushk.pipeline.progress import Progress, silent
from kushk.pipeline.rounds import bring_in_together
from kushk.pipeline.sample import load_sample
from kushk.pipeline.worker import living_workers, run_worker
from kushk.sources.formats.opml import write_opml
from kushk.sources.formats.parsed import FeedLink

__all__ = [
    "AddReport",
    "AddedSource",
    "BackupReport",
    "BroughtIn",
    "NoSuchSource",
    "NothingToAdd",
    "SourceHealth",
    "add",
    "backup",
    "enqueue",
    "export_opml",
    "fetch",
    "fetch_soon",
    "living_workers",
    "load_sample",
    "pause",
    "remove",
    "restore",
    "resume",
    "run_worker",
    "sources",
]


class NoSuchSource(KushkError):
    """No source has that number or address."""

    code = "no-such-source"
    words = "There is no source “{source}”."


@dataclass(frozen=True, slots=True)
class SourceHealth:
    """One line of the table of sources."""

    id: int
    publication: str
    title: str
    url: str
    kind: str
    state: str
    rights: str
    """``full``, ``excerpt``, ``link``, or empty when nobody has decided."""
    stories: int
    last_success_at: datetime | None
    next_fetch_at: datetime | None
    failures: int
    error_code: str
    error: str


def sources() -> list[SourceHealth]:
    """Return every source and how it is."""
    rights = dict(Rights.objects.values_list("source_id", "extent"))
    rows = Source.objects.select_related("publication").order_by("publication__name", "title", "pk")
    return [
        SourceHealth(
            id=row.pk,
            publication=row.publication.name,
            title=row.title,
            url=row.url,
            kind=row.kind,
            state=row.state,
            rights=rights.get(row.pk, ""),
            stories=row.items_seen,
            last_success_at=row.last_success_at,
            next_fetch_at=row.next_fetch_at,
            failures=row.failures,
            error_code=row.last_error_code,
            error=row.last_error_detail,
        )
        for row in rows
    ]


def find_source(source: int | str) -> Source:
    """Return the source with that number or address.

    Raises:
        NoSuchSource: there is none.
    """
    rows = Source.objects.select_related("publication")
    number = int(source) if str(source).isdecimal() else 0
    found = rows.filter(pk=number).first() if number else rows.filter(url=str(source)).first()
    if found is None:
        raise NoSuchSource(source=source)
    return found


def fetch(source: int | str | None = None, *, progress: Progress = silent) -> list[BroughtIn]:
    """Fetch one source now, or all that are due, in this process.

    Raises:
        NoSuchSource: there is no such source.
    """
    wanted = [find_source(source)] if source is not None else library.due_sources(timezone.now(), limit=100_000)
    return bring_in_together(wanted, progress)


def fetch_soon(source: int | str) -> None:
    """Make a source due, so that the worker fetches it within seconds."""
    library.schedule_source(find_source(source), timezone.now())


def pause(source: int | str) -> None:
    """Stop fetching a source; its stories stay."""
    library.pause_source(find_source(source))


def resume(source: int | str) -> None:
    """Fetch a source again, at once."""
    library.resume_source(find_source(source))


def remove(source: int | str, *, withdraw: bool = False, notice: str = "") -> None:
    """Never fetch a source again; with ``withdraw`` its stories are taken down as well."""
    library.remove_source(find_source(source), withdraw=withdraw, notice=notice)


def export_opml() -> str:
    """Return the feeds of the stand as an OPML list."""
    rows = Source.objects.filter(kind=library.SourceKind.FEED).exclude(state=SourceState.GONE)
    web = rows.filter(url__startswith="http").select_related("publication").order_by("publication__name", "title")
    return write_opml(option("NAME"), _links(list(web))).decode()


def _links(rows: Sequence[Source]) -> list[FeedLink]:
    return [
        FeedLink(title=row.title or row.publication.name, url=row.url, site=row.publication.homepage) for row in rows
    ]
