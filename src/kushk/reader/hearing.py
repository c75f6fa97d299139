"""What a story's page says of listening to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from kushk.base import locale
from kushk.library import api as library
from kushk.reader.safe import name
from kushk.renditions.narration.api import hearing
from kushk.renditions.narration.speakers import EVERY_LANGUAGE
from kushk.renditions.translation.api import Translation


@dataclass(frozen=True, slots=True)
class Heard:
    """What of a story is heard: what everybody may hear of it, a translation of that, or all of it.

    Attributes:
        public_id: of the story.
        target: language of the translation, empty for the original.
        whole: for whoever may read it to its end.
    """

    public_id: str
    target: str = ""
    whole: bool = False

    def path(self, name: str, *rest: str) -> str:
        """Return the path of its timeline, narration or file."""
        kind = ("whole-" if self.whole else "") + ("translated-" if self.target else "")
        return reverse(f"reader:{kind}{name}", args=[self.public_id, *([self.target] if self.target else []), *rest])

    @property
    def page(self) -> str:
        """Path of its page, without the language of the interface."""
        page = f"/{'whole' if self.whole else 's'}/{self.public_id}/"
        return f"{page}in/{self.target}/" if self.target else page


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
    sound = Heard(story.public_id, translated.target if translated else "", whole)
    return {
        "address": sound.path("timeline"),
        "mp3": sound.path("audio", "mp3"),
        "voice": voice,
        "voice_html": locale.language_name(voice.language, ui) if embedded else name(voice.name, "en"),
        "engine_html": name(voice.engine, "und"),
    }


def has_podcast(cards: Sequence[library.StoryCard]) -> bool:
    """Tell whether stories have a podcast: whether the newest, which comes first, can be heard."""
    return bool(cards) and hearing(library.story_by_public_id(cards[0].public_id)).voice is not None
