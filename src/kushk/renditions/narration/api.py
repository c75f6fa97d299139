"""The only door to the narrations of the stand's stories. What needs no stand is in ``studio``.

::

    hearing(story, translated=None) -> Hearing   whether and by which voice a story can be heard: cheap
    narration_of(story, translated=None) -> Narrated   its lines, voices and names of clips; nothing is spoken yet
    timeline(narrated) -> Timeline               as_json, as_webvtt
    clip(narrated, key, address="") -> Clip      raises NoSuchClip, TooMany, Overspent, SpeechError
    whole(narrated, address="") -> Timeline      speaks what is missing
    mp3_of(timeline, tags), webm_of(timeline, tags) -> Joined
    wish(publication); wishes() -> ids           podcasts that somebody asked for, to be spoken in the background
    record(story, data, reader) -> Voice         a person's reading becomes the story's voice; unrecord(story)
    prepare(story, everything=False) -> int      speaks the first lines, or all, ahead of the listeners
    speakers() -> Speakers                       the stand's voices

Only stories whose rights allow it are spoken: ``NotPermitted`` otherwise, ``NoVoice`` where no engine has the language.
"""

from __future__ import annotations

import json
import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings

from kushk.base.options import option
from kushk.core.document import Document
from kushk.engines.speech.interface import NoVoice, SpeechError, Voice
from kushk.library import api as library
from kushk.renditions.narration.budget import Overspent
from kushk.renditions.narration.files import MOST_SILENCE, silence, tags_of
from kushk.renditions.narration.making import TooMany
from kushk.renditions.narration.narrated import Narrated, Timeline, as_json, as_webvtt
from kushk.renditions.narration.recording import ENGINE
from kushk.renditions.narration.sound import opus, webm
from kushk.renditions.narration.sound.parts import Joined, Tags
from kushk.renditions.narration.speakers import Speakers
from kushk.renditions.narration.studio import Clip, Limits, NoSuchClip, Studio

__all__ = [
    "MOST_SILENCE",
    "Clip",
    "Hearing",
    "Joined",
    "Narrated",
    "NoSuchClip",
    "NoVoice",
    "Overspent",
    "SpeechError",
    "Tags",
    "Timeline",
    "TooMany",
    "as_json",
    "as_webvtt",
    "clip",
    "forget_engines",
    "has_opus",
    "hearing",
    "mp3_of",
    "narration_of",
    "prepare",
    "record",
    "recorded",
    "silent_webm",
    "speakers",
    "tags_of",
    "timeline",
    "unrecord",
    "warm",
    "webm_of",
    "whole",
    "wish",
    "wishes",
]

FIRST_CHARACTERS = 500
"""Of a story: what is spoken ahead in any case is its first line, and more up to this many characters."""
_whole = threading.Lock()
_DAY = 10
"""Characters of an ISO 8601 date that names a day."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """Whether a story can be heard."""

    voice: Voice | None = None
    refused: bool = False
    """The rights forbid it; otherwise, without a voice, the language has none."""


def hearing(story: library.Story, translated: Document | None = None) -> Hearing:
    """Tell whether a story, or a translation of it, can be heard, and by which voice."""
    if not library.permissions_of(story).speak:
        return Hearing(refused=True)
    if translated is not None:
        return Hearing(speakers().voice_for(translated.language))
    spoken = speakers().voice_for(story.language)
    return Hearing(spoken and (recorded(story) or spoken))


def narration_of(story: library.Story, translated: Document | None = None, *, part: Document | None = None) -> Narrated:
    """Return how a story is spoken.

    Args:
        story: whose rights count.
        translated: its translation, to be spoken in place of the original.
        part: of the original, what the listener may hear, where that is more than everybody may.

    Raises:
        NotPermitted: its rights forbid it, or it was taken down.
        NoVoice: no engine speaks its language.
    """
    if story.state != library.StoryState.PUBLISHED or not library.permissions_of(story).speak:
        raise library.NotPermitted(form="speech")
    document = translated or part or library.visible_document(story, "speech")
    publication = story.publication.native_name or story.publication.name
    day = story.published_text[:_DAY]
    return _studio().narrate(
        document,
        story=story.public_id,
        headline=translated.headline.text if translated and translated.headline else story.headline,
        publication=publication,
        date=day if len(day) == _DAY else "",
        recording=None if translated else recorded(story),
    )


def record(story: library.Story, data: bytes, reader: str) -> Voice:
    """Let a person's reading be the voice of a story: it is cut into lines, each word is timed, and kept.

    Raises:
        NotPermitted: the story may not be heard.
        NoVoice: no engine speaks the language, so that nothing can be laid beside the recording.
        NotARecording: the data is no sound.
    """
    voice = _studio().record(narration_of(story), data, reader)
    path = _recording_of(story)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(".part")
    part.write_text(json.dumps({"name": voice.name, "id": voice.id, "language": voice.language}), encoding="utf-8")
    part.replace(path)
    return voice


def unrecord(story: library.Story) -> None:
    """Let the stand's own voice read a story again."""
    _recording_of(story).unlink(missing_ok=True)


def recorded(story: library.Story) -> Voice | None:
    """Return the voice of the person who has read a story, None where nobody has."""
    try:
        kept = json.loads(_recording_of(story).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return Voice(ENGINE, kept["id"], kept["language"], kept["name"], "human", synthetic=False, version=kept["id"])


def _recording_of(story: library.Story) -> Path:
    return Path(settings.DATA) / "narration" / "recordings" / f"{story.public_id}.json"


def timeline(narrated: Narrated) -> Timeline:
    """Return when each line is heard, as far as the clips are made."""
    return _studio().timeline(narrated)


def clip(narrated: Narrated, key: str, address: str = "") -> Clip:
    """Return the clip of one line; see ``Studio.clip``."""
    return _studio().clip(narrated, key, address)


def whole(narrated: Narrated, address: str = "") -> Timeline:
    """Speak what is missing of a story and return its complete timeline; see ``Studio.whole``.

    A process does so for one story at a time, so that it keeps threads for everybody else.

    Raises:
        TooMany: another story is being spoken.
    """
    known = timeline(narrated)
    if known.complete:
        return known
    if not _whole.acquire(blocking=False):
        raise TooMany
    try:
        return _studio().whole(narrated, address)
    finally:
        _whole.release()


def mp3_of(complete: Timeline, tags: Tags) -> Joined:
    """Return the MP3 file of a complete timeline."""
    return _studio().mp3(complete, tags)


def webm_of(complete: Timeline, tags: Tags) -> Joined:
    """Return the WebM file of a complete timeline."""
    return _studio().webm(complete, tags)


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
    everything_said = sum(len(plan.line.text) for plan in narrated.plans)
    return _studio().begin(narrated, everything_said if everything else FIRST_CHARACTERS)


def wish(publication: library.Publication) -> None:
    """Note that a publication's podcast is wanted, so that the worker speaks its newest stories to their end."""
    folder = _wishes()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / str(publication.pk)).touch()


def wishes() -> list[int]:
    """Return the publications whose podcasts were wanted since the last time this was asked."""
    found = [path for path in _wishes().glob("*") if path.name.isdecimal()] if _wishes().exists() else []
    for path in found:
        path.unlink(missing_ok=True)
    return [int(path.name) for path in found]


def _wishes() -> Path:
    return Path(settings.DATA) / "narration" / "wishes"


def warm() -> None:
    """Load what the first listener would else wait for."""
    _studio().warm()


def speakers() -> Speakers:
    """Return the stand's engines, in the operator's order (``KUSHK_SPEECH``)."""
    return _studio().speakers


def forget_engines() -> None:
    """Drop the engines and what was planned with them, after the voices have changed."""
    if _studio.cache_info().currsize:
        speakers().close()
    _studio.cache_clear()


@lru_cache(maxsize=1)
def _studio() -> Studio:
    limits = Limits(option("NARRATION_DISK") << 20, option("SPEECH_DAY"), option("SPEECH_ADDRESS"))
    data = Path(settings.DATA)
    return Studio(data / "narration", option("SPEECH"), limits, data / "voices")
