"""The sample stand: small publications that come with the code and are brought in as any others are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from django.utils import timezone

from kushk.library.api import (
    FULL_RIGHTS,
    Source,
    SourceKind,
    add_publication,
    add_source,
    set_rights,
)
from kushk.pipeline.flow import BroughtIn, Run, bring_in
from kushk.pipeline.jobs import run_waiting
from kushk.pipeline.progress import Progress, silent
from kushk.pipeline.retrieve import sample


def load_sample(progress: Progress = silent) -> list[BroughtIn]:
    """Bring the sample stand in, pictures and related stories included. Doing it again adds nothing.

    A publication may name its feed twice, as it was first and as it became: the second reading of the same
    source brings the corrections.
    """
    stand = sample().stand
    reports = []
    for done, entry in enumerate(stand["publications"]):
        progress(done, len(stand["publications"]), entry["name"])
        reports += _publication_in(entry, stand["licence"])
    run_waiting(progress)
    return reports


def _publication_in(entry: Mapping[str, Any], licence: str) -> list[BroughtIn]:
    start, end = entry["stripe"]
    publication = add_publication(
        entry["name"],
        slug=entry["slug"],
        language=entry["language"],
        country=entry.get("country", ""),
        topic=entry.get("topic", ""),
        homepage=entry["site"],
        description=entry.get("description", ""),
        stripe_start=start,
        stripe_end=end,
        face=entry.get("face", ""),
        licence=licence,
    )
    address = f"sample:{entry['folder']}/{entry['feeds'][-1]}"
    source, _ = add_source(publication, address, kind=SourceKind.FEED, title=entry["name"])
    set_rights(source, replace(FULL_RIGHTS, evidence=f"written for this project, {licence}"))
    feeds = entry["feeds"] if source.last_success_at is None else entry["feeds"][-1:]
    return [_read(source, f"sample:{entry['folder']}/{feed}") for feed in feeds]


def _read(source: Source, address: str) -> BroughtIn:
    return bring_in(Run(source, timezone.now(), found=sample().get(address)))
