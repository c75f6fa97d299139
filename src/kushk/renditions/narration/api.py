"""The only door to the narrations.

::

    hearing(story) -> Hearing                    whether and by which voice a story can be heard: cheap
    narration_of(story) -> Narrated              its lines, voices and the names of its clips; nothing is spoken yet
    narrate(document, *, story, headline, publication, date="", voice=None) -> Narrated     of any document
    timeline(narrated) -> Timeline               as_json, as_webvtt
    clip(narrated, key, address="") -> Clip      raises NoSuchClip, TooMany, Overspent, SpeechError
    whole(narrated, address="", progress=None) -> Timeline       speaks what is missing
    mp3_of(timeline, tags), webm_of(timeline, tags) -> Joined
    prepare(story, whole=False)                  speaks the first lines, or all, ahead of the readers
    speakers() -> Speakers                       the stand's voices

Only stories whose rights allow it are spoken: ``NotPermitted`` otherwise, ``NoVoice`` where no engine has the language.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from kushk.base import locale
from kushk.base.options import option
from kushk.core.document import Document
from kushk.core.errors import KushkError
from kushk.engines.speech.espeak.engine import Espeak
from kushk.engines.speech.interface import Engine, NoVoice, SpeechError, Voice
from kushk.engines.speech.null import NullEngine
from kushk.library import api as library
from kushk.renditions.narration.budget import Budget, Overspent
from kushk.renditions.narration.files import MOST_SILENCE, as_mp3, as_webm, silence, tags_of
from kushk.renditions.narration.making import Known, Maker, TooMany
from kushk.renditions.narration.narrated import Narrated, Timeline, as_json, as_webvtt, timeline_of, words_as_json
from kushk.renditions.narration.script import script_of
from kushk.renditions.narration.sound import opus, webm
from kushk.renditions.narration.sound.clip import Encoded
from kushk.renditions.narration.sound.parts import Joined, Tags
from kushk.renditions.narration.speakers import Speakers
from kushk.renditions.narration.speaking import planned

__all__ = [
    "MOST_SILENCE",
    "Clip",
    "Hearing",
    "Narrated",
    "NoSuchClip",
    "NoVoice",
    "Overspent",
    "SpeechError",
    "Timeline",
    "TooMany",
    "as_json",
    "as_webvtt",
    "clip",
    "forget_engines",
    "has_opus",
    "hearing",
    "mp3_of",
    "narrate",
    "narration_of",
    "prepare",
    "silent_webm",
    "speakers",
    "tags_of",
    "timeline",
    "warm",
    "webm_of",
    "whole",
]

FIRST_CHARACTERS = 500
"""Of a story: what is spoken ahead in any case, at least its first line and up to this many characters."""
_DAY = 10
"""Characters of an ISO 8601 date that names a day."""


class NoSuchClip(KushkError):
    """A story has no line with that clip, or no longer."""

    code = "no-such-clip"
    words = "This story has no clip “{key}”."


@dataclass(frozen=True, slots=True)
class Hearing:
    """Whether a story can be heard."""

    voice: Voice | None = None
    refused: bool = False
    """The rights forbid it; otherwise, without a voice, the language has none."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One line's sound."""

    encoded: Encoded
    words: list[list[float]]
    """As in ``as_json``."""

    @property
    def webm(self) -> bytes:
        """A complete small file; empty where the stand has no Opus."""
        return webm.clip(self.encoded.opus) if self.encoded.opus else b""


def hearing(story: library.Story) -> Hearing:
    """Tell whether a story can be heard, and by which voice."""
    if not library.permissions_of(story).speak:
        return Hearing(refused=True)
    return Hearing(speakers().voice_for(story.language))


def narration_of(story: library.Story) -> Narrated:
    """Return how a story is spoken.

    Raises:
        NotPermitted: its rights forbid it, or it was taken down.
        NoVoice: no engine speaks its language.
    """
    if story.state != library.StoryState.PUBLISHED:
        raise library.NotPermitted(form="speech")
    document = library.visible_document(story, "speech")
    publication = story.publication.native_name or story.publication.name
    day = story.published_text[:_DAY]
    said_day = day if len(day) == _DAY else ""
    return narrate(document, story=story.public_id, headline=story.headline, publication=publication, date=said_day)


@lru_cache(maxsize=64)
def narrate(  # noqa: PLR0913 - what players and files tell of a story
    document: Document, *, story: str, headline: str, publication: str = "", date: str = "", voice: Voice | None = None
) -> Narrated:
    """Return how a document is spoken.

    Args:
        document: already cut to what the listener may have.
        story: its public id, or any name.
        headline: as players show it.
        publication: likewise.
        date: ISO 8601 day on which it was published; said in words.
        voice: the stand's voice for the document's language where none is given.

    Raises:
        NoVoice: no engine speaks the language.
    """
    stand = speakers()
    voice = voice or stand.voice_for(document.language)
    if voice is None:
        raise NoVoice(language=document.language)
    lines = script_of(document, _in_words(date, document.language))
    plans = tuple(planned(line, voice, stand) for line in lines)
    return Narrated(story, headline, publication, document.language, voice, plans)


def timeline(narrated: Narrated) -> Timeline:
    """Return when each line is heard, as far as the clips are made; the first one is made for it."""
    return timeline_of(narrated, _maker())


def clip(narrated: Narrated, key: str, address: str = "") -> Clip:
    """Return the clip of one line.

    Raises:
        NoSuchClip: the story has none of that key.
        TooMany: others are waiting already.
        Overspent: the day's budget is used up.
        SpeechError: the voice cannot.
    """
    plan = narrated.plan(key)
    if plan is None:
        raise NoSuchClip(key=key)
    made, notes = _maker().clip(plan, address)
    return Clip(made, words_as_json(plan, Known(made.shape, notes)))


def whole(narrated: Narrated, address: str = "", progress: Callable[[int, int], None] | None = None) -> Timeline:
    """Speak what is missing of a story and return its complete timeline.

    Raises:
        TooMany: others are waiting already.
        Overspent: the day's budget is used up.
        SpeechError: the voice cannot.
    """
    for number, plan in enumerate(narrated.plans):
        if progress:
            progress(number, len(narrated.plans))
        if _maker().known(plan) is None:
            _maker().clip(plan, address)
    return timeline_of(narrated, _maker())


def mp3_of(complete: Timeline, tags: Tags) -> Joined:
    """Return the MP3 file of a complete timeline."""
    return as_mp3(complete, _maker(), tags)


def webm_of(complete: Timeline, tags: Tags) -> Joined:
    """Return the WebM file of a complete timeline."""
    return as_webm(complete, _maker(), tags)


def silent_webm(steps: int) -> bytes:
    """Return a WebM file of silence; empty where the stand has no Opus."""
    made = silence(steps)
    return webm.clip(made.opus) if made.opus else b""


def has_opus() -> bool:
    """Tell whether this stand makes Opus."""
    return opus.available()


def prepare(story: library.Story, *, everything: bool = False) -> int:
    """Speak the first lines of a story, or all of it, so that no listener waits; return how many clips were made.

    A story that may not be or cannot be heard is left alone.
    """
    try:
        narrated = narration_of(story)
    except (library.NotPermitted, NoVoice):
        return 0
    made, characters = 0, 0
    for plan in narrated.plans:
        if made and not everything and characters > FIRST_CHARACTERS:
            break
        characters += len(plan.line.text)
        if _maker().known(plan) is None:
            _maker().clip(plan)
            made += 1
    return made


def warm() -> None:
    """Load what the first listener would else wait for: the encoders and the engine's process."""
    silence(1)
    speakers().voices()
    for engine in speakers().engines:
        engine.check()


@lru_cache(maxsize=1)
def speakers() -> Speakers:
    """Return the stand's engines, in the operator's order (``KUSHK_SPEECH``)."""
    made: dict[str, Callable[[], Engine]] = {"espeak": Espeak, "null": NullEngine}
    return Speakers([made[name]() for name in option("SPEECH") if name in made])


@lru_cache(maxsize=1)
def _maker() -> Maker:
    folder = Path(settings.DATA) / "narration"
    budget = Budget(folder / "budget.sqlite3", day=option("SPEECH_DAY"), address=option("SPEECH_ADDRESS"))
    return Maker(folder, speakers(), budget, option("NARRATION_DISK") << 20)


def forget_engines() -> None:
    """Drop the engines and what was planned with them: after the voices have changed."""
    narrate.cache_clear()
    if speakers.cache_info().currsize:
        speakers().close()
    speakers.cache_clear()
    _maker.cache_clear()


def _in_words(day: str, language: str) -> str:
    """Return a day as the language says it; nothing where it is no day or the language is not known."""
    from datetime import date

    try:
        return locale.date(date.fromisoformat(day), language)
    except ValueError:
        return ""
