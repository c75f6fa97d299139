"""What a story's page says of listening to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from kushk.base import locale
from kushk.library import api as library
from kushk.reader.safe import name
from kushk.renditions.narration.api import hearing


def listening(story: library.Story, ui: str) -> dict[str, Any]:
    """Return where a story can be heard and whose voice that is, or why it cannot."""
    heard = hearing(story)
    voice = heard.voice
    if voice is None:
        return {"refused": heard.refused, "language_html": locale.language_name(story.language, ui)}
    return {
        "address": reverse("reader:timeline", args=[story.public_id]),
        "mp3": reverse("reader:audio", args=[story.public_id, "mp3"]),
        "voice": voice,
        "voice_html": name(voice.name, "en"),
        "engine_html": name(voice.engine, "und"),
    }


def podcast_path(
    publication: library.Publication, cards: Sequence[library.StoryCard], issue: library.Issue | None = None
) -> str:
    """Return the path of the podcast of a publication or an issue; empty where its newest story cannot be heard.

    Args:
        publication: whose podcast it is.
        cards: of its stories, the newest first.
        issue: for the podcast of that issue alone.
    """
    if not cards or hearing(library.story_by_public_id(cards[0].public_id)).voice is None:
        return ""
    if issue is None:
        return reverse("syndication:podcast", args=[publication.slug])
    return reverse("syndication:issue-podcast", args=[publication.slug, issue.date])
