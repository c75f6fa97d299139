"""What a story's page says of listening to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.urls import reverse

from kushk.base import locale
from kushk.library import api as library
from kushk.reader.safe import name
from kushk.renditions.narration.api import hearing
from kushk.renditions.narration.speakers import EVERY_LANGUAGE
from kushk.renditions.translation.api import Translation


def listening(
    story: library.Story, ui: str, translated: Translation | None = None, *, whole: bool = False
) -> dict[str, Any]:
    """Return where a story, or its translation, can be heard and whose voice that is, or why it cannot.

    Args:
        story: the story.
        ui: language of the interface.
        translated: its translation.
        whole: for a reader who may have all of it, where not everybody may.
    """
    heard = hearing(story, translated.document if translated else None)
    voice = heard.voice
    if voice is None:
        language = translated.target if translated else story.language
        return {"refused": heard.refused, "language_html": locale.language_name(language, ui)}
    embedded = voice.quality == "embedded" and voice.language != EVERY_LANGUAGE
    where = [story.public_id, *([translated.target] if translated else [])]
    kind = ("whole-" if whole else "") + ("translated-" if translated else "")
    return {
        "address": reverse(f"reader:{kind}timeline", args=where),
        "mp3": reverse(f"reader:{kind}audio", args=[*where, "mp3"]),
        "voice": voice,
        "voice_html": locale.language_name(voice.language, ui) if embedded else name(voice.name, "en"),
        "engine_html": name(voice.engine, "und"),
    }


def has_podcast(cards: Sequence[library.StoryCard]) -> bool:
    """Tell whether stories have a podcast: whether the newest, which comes first, can be heard."""
    return bool(cards) and hearing(library.story_by_public_id(cards[0].public_id)).voice is not None
