"""What follows once a story is stored: its pictures are kept, its related stories are found, its voice begins."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import structlog
from django.db.models import Q

from kushk.base.options import option
from kushk.core.errors import KushkError
from kushk.library.api import (
    Source,
    Story,
    keep_picture,
    permissions_of,
    pictures_wanted,
    place_picture,
    relate_story,
)
from kushk.pipeline.jobs import enqueue, job
from kushk.pipeline.retrieve import Retriever, retriever_of
from kushk.renditions.narration import api as narration
from kushk.renditions.translation import api as translation
from kushk.sources.fetch.result import Fetched

log = structlog.get_logger()

PICTURES_A_STORY = 40
STORIES_A_JOB = 50
EPISODES = 20
"""Newest stories of a publication that are spoken to their end for its podcast."""


def ask_for_what_follows(source: Source, now: datetime, also: Sequence[int] = ()) -> int:
    """Ask for the jobs that follow from a run over a source; return how many stories they are for.

    Which stories these are is read from the library, not from the run: all that came or changed since the last
    run that was written down as done. So a run that died after storing is made good by the next one.
    """
    fresh = Story.objects.filter(source=source)
    if source.last_success_at is not None:
        since = source.last_success_at
        fresh = fresh.filter(Q(first_seen__gt=since) | Q(corrected_at__gt=since))
    stories = list(dict.fromkeys([*fresh.order_by("-published_at").values_list("pk", flat=True), *also]))
    for start in range(0, len(stories), STORIES_A_JOB):
        key = f"{source.pk}@{now.isoformat()}/{start}"
        for name in ("illustrate", "relate", "narrate", "translate"):
            enqueue(name, key, stories=stories[start : start + STORIES_A_JOB])
    return len(stories)


@job("illustrate")
def illustrate(stories: Sequence[int]) -> None:
    """Fetch and keep the pictures of stories whose rights allow it. A picture that fails is left out."""
    for story in Story.objects.filter(pk__in=stories).select_related("source"):
        if permissions_of(story).images:
            retriever = retriever_of(story.source)
            for address in pictures_wanted(story)[:PICTURES_A_STORY]:
                _keep(story, address, retriever)


def _keep(story: Story, address: str, retriever: Retriever) -> None:
    try:
        found = retriever.get(address, kind="image")
        if isinstance(found, Fetched):
            place_picture(story, address, keep_picture(found.body, address))
    except KushkError as fault:
        log.info("picture-left-out", story=story.pk, code=fault.code, why=str(fault))


@job("relate")
def relate(stories: Sequence[int]) -> None:
    """Find the related stories of stories that are new or changed."""
    for story in Story.objects.filter(pk__in=stories):
        relate_story(story)


def narrate_what_is_wished() -> None:
    """Ask for the narration of the newest stories of publications whose podcasts somebody wants."""
    for publication in narration.wishes():
        newest = Story.objects.filter(publication=publication, listed_at__isnull=False).order_by("-listed_at")
        for story in newest[:EPISODES]:
            enqueue("narrate-whole", f"{story.pk}/{story.number}", story=story.pk)


@job("narrate-whole")
def narrate_whole(story: int) -> None:
    """Speak a story to its end."""
    found = Story.objects.filter(pk=story).select_related("source__rights", "publication").first()
    if found:
        narration.prepare(found, everything=True)


@job("translate")
def translate(stories: Sequence[int]) -> None:
    """Translate stories that are new or changed into the languages that the operator wants ready."""
    for story in Story.objects.filter(pk__in=stories).select_related("source__rights", "publication"):
        for target in option("TRANSLATE"):
            try:
                translation.whole(story, target)
            except KushkError as fault:
                log.info("not-translated", story=story.pk, target=target, code=fault.code, why=str(fault))


@job("narrate")
def narrate(stories: Sequence[int]) -> None:
    """Speak the first lines of stories that are new or changed, or all of them where the operator wants that."""
    wanted = option("NARRATE")
    if wanted == "no":
        return
    for story in Story.objects.filter(pk__in=stories).select_related("source__rights", "publication"):
        try:
            narration.prepare(story, everything=wanted == "whole")
        except KushkError as fault:
            log.info("not-narrated", story=story.pk, code=fault.code, why=str(fault))
