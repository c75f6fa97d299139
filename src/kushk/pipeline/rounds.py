"""Which sources are taken through the flow, and when: as due, one durable job a source, or several at once by hand."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from itertools import count
from urllib.parse import urlsplit

from django.db import connection
from django.utils import timezone

from kushk.base.options import option
from kushk.library.api import Source, SourceState, due_sources
from kushk.pipeline.flow import BroughtIn, Run, bring_in
from kushk.pipeline.jobs import job
from kushk.pipeline.progress import Progress, silent

LOOKED_AT = 1000
"""Due sources that one look takes in."""


@job("fetch")
def fetch(source: int, due: str) -> None:
    """Bring in what a source has that was due at that moment. A source fetched since then is left alone."""
    row = Source.objects.select_related("publication").filter(pk=source, state=SourceState.ACTIVE).first()
    if row is not None and row.next_fetch_at is not None and row.next_fetch_at.isoformat() == due:
        bring_in(Run(row, timezone.now()))


def due_jobs(now: datetime) -> dict[str, dict[str, object]]:
    """Return one fetch job, key and arguments, for each source that is due; of one host only the first.

    The key holds the hours of being overdue as well: should a job be lost with its engine's file, or be set
    aside, its source is not lost with it. A second job for the same moment finds nothing to do.
    """
    jobs: dict[str, dict[str, object]] = {}
    hosts: set[str] = set()
    for source in due_sources(now, limit=LOOKED_AT):
        host = urlsplit(source.url).netloc or source.url
        if host in hosts or source.next_fetch_at is None:
            continue
        hosts.add(host)
        hours_late = int((now - source.next_fetch_at).total_seconds() // 3600)
        due = source.next_fetch_at.isoformat()
        jobs[f"{source.pk}@{due}+{hours_late}"] = {"source": source.pk, "due": due}
    return jobs


def bring_in_together(sources: Sequence[Source], progress: Progress = silent) -> list[BroughtIn]:
    """Bring several sources in, a few at a time; return what came of each, in order."""
    if len(sources) <= 1:
        return [bring_in(Run(source, timezone.now(), progress=progress)) for source in sources]
    done = count(1)

    def one(source: Source) -> BroughtIn:
        try:
            return bring_in(Run(source, timezone.now()))
        finally:
            connection.close()
            progress(next(done), len(sources), source.title or source.url)

    with ThreadPoolExecutor(max_workers=option("JOBS")) as pool:
        return list(pool.map(one, sources))
