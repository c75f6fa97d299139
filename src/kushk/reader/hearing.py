"""What a story's page says of listening to it."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from kushk.base import locale
from kushk.library import api as library
from kushk.reader.safe import name
from kushk.renditions.narration.api import hearing
from kushk.renditions.narration.speakers import EVERY_LANGUAGE


def listening(story: library.Story, ui: str) -> dict[str, Any]:
    """Return where a story can be heard and whose voice that is, or why it cannot."""
    heard = hearing(story)
    voice = heard.voice
    if voice is None:
        return {"refused": heard.refused, "language_html": locale.language_name(story.language, ui)}
    embedded = voice.quality == "embedded" and voice.language != EVERY_LANGUAGE
    return {
        "address": reverse("reader:timeline", args=[story.public_id]),
        "mp3": reverse("reader:audio", args=[story.public_id, "mp3"]),
        "voice": voice,
        "voice_html": locale.language_name(voice.language, ui) if embedded else name(voice.name, "en"),
        "engine_html": name(voice.engine, "und"),
    }
