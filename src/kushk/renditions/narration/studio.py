"""Everything that speaking documents needs, on one folder: engines, clips, budget. No stand and no database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date as calendar_date
from functools import lru_cache
from pathlib import Path

from kushk.base import locale
from kushk.core.document import Document
from kushk.core.errors import KushkError
from kushk.engines.speech.interface import NoVoice, Voice
from kushk.renditions.narration.budget import budget_of
from kushk.renditions.narration.files import as_mp3, as_webm, silence
from kushk.renditions.narration.making import Known, Maker
from kushk.renditions.narration.narrated import Narrated, Timeline, timeline_of, words_as_json
from kushk.renditions.narration.recording import recorded_plan
from kushk.renditions.narration.roster import engines
from kushk.renditions.narration.script import script_of
from kushk.renditions.narration.sound import webm
from kushk.renditions.narration.sound.clip import Encoded
from kushk.renditions.narration.sound.parts import Joined, Tags
from kushk.renditions.narration.speakers import Speakers
from kushk.renditions.narration.speaking import Planned, planned

_UNBOUNDED = 1 << 62


class NoSuchClip(KushkError):
    """A story has no line with that clip, or no longer."""

    code = "no-such-clip"
    words = "This story has no clip “{key}”."


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be spent."""

    disk_bytes: int = _UNBOUNDED
    day: int = _UNBOUNDED
    """Characters spoken anew in a day, for all."""
    address: int = _UNBOUNDED
    """The same for one address."""


@dataclass(frozen=True, slots=True)
class Clip:
    """One line's sound."""

    encoded: Encoded
    words: list[list[float]]
    """As in ``as_json``."""

    @property
    def webm(self) -> bytes:
        """A complete small file; empty where there is no Opus."""
        return webm.clip(self.encoded.opus) if self.encoded.opus else b""


class Studio:
    """Where documents are spoken."""

    def __init__(
        self, folder: Path, names: Sequence[str], limits: Limits | None = None, voices: Path | None = None
    ) -> None:
        """Prepare; nothing is started.

        Args:
            folder: for clips, locks and counts.
            names: of the engines (``roster``), the preferred one first.
            limits: what may be spent.
            voices: folder of the voices that were added.
        """
        limits = limits or Limits()
        self.speakers = Speakers(engines(names, voices or folder / "voices"))
        budget = budget_of(folder / "budget.sqlite3", day=limits.day, address=limits.address)
        self.maker = Maker(folder, self.speakers, budget, limits.disk_bytes)
        self._planned = lru_cache(maxsize=64)(self._plans)

    def narrate(  # noqa: PLR0913 - what players and files tell of a story
        self,
        document: Document,
        *,
        story: str,
        headline: str,
        publication: str = "",
        date: str = "",
        voice: Voice | None = None,
        recording: Voice | None = None,
    ) -> Narrated:
        """Return how a document is spoken.

        Args:
            document: already cut to what the listener may have.
            story: its public id, or any name.
            headline: as players show it.
            publication: likewise.
            date: ISO 8601 day on which it was published; said in words.
            voice: the stand's voice for the document's language where none is given.
            recording: a person's reading that was cut before; heard for each line that it has.

        Raises:
            NoVoice: no engine speaks the language.
        """
        voice = voice or self.speakers.voice_for(document.language)
        if voice is None:
            raise NoVoice(language=document.language)
        plans = self._planned(document, date, voice)
        if recording:
            plans = tuple(self._recorded(plan, recording) for plan in plans)
            voice = recording if all(not plan.runs[0].voice.synthetic for plan in plans if plan.line.id) else voice
        return Narrated(story, headline, publication, document.language, voice, plans)

    def record(self, narrated: Narrated, data: bytes, reader: str) -> Voice:
        """Cut a person's reading of a story into its lines and keep them; return its voice.

        Args:
            narrated: the story; the date is not read.
            data: the recording, WAV, FLAC, OGG or MP3.
            reader: who reads.

        Raises:
            NotARecording: the data is no sound, or too long.
        """
        from kushk.renditions.narration import recording
        from kushk.renditions.narration.sound.pcm import read_recording

        voice = recording.human(data, reader, narrated.language)
        lines = [plan.line for plan in narrated.plans if plan.line.id]
        beside = narrated.voice if narrated.voice.synthetic else self.speakers.voice_for(narrated.language)
        if beside is None:
            raise NoVoice(language=narrated.language)
        clips = recording.cut(read_recording(data), lines, self.speakers.engine_of(beside), beside)
        for line, (clip, notes) in zip(lines, clips, strict=True):
            self.maker.keep(recording.recorded_plan(line, voice), clip, notes)
        return voice

    def _recorded(self, plan: Planned, voice: Voice) -> Planned:
        """Return the recorded form of a line where there is one, else the spoken one."""
        found = recorded_plan(plan.line, voice)
        return found if self.maker.known(found) else plan

    def timeline(self, narrated: Narrated) -> Timeline:
        """Return when each line is heard, as far as the clips are made."""
        return timeline_of(narrated, self.maker)

    def clip(self, narrated: Narrated, key: str, address: str = "") -> Clip:
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
        made, notes = self.maker.clip(plan, address)
        return Clip(made, words_as_json(plan, Known(made.shape, notes)))

    def whole(
        self, narrated: Narrated, address: str = "", progress: Callable[[int, int], None] | None = None
    ) -> Timeline:
        """Speak what is missing of a story and return its complete timeline.

        Raises:
            TooMany: others are waiting already.
            Overspent: the day's budget is used up.
            SpeechError: the voice cannot.
        """
        for number, plan in enumerate(narrated.plans):
            if progress:
                progress(number, len(narrated.plans))
            if self.maker.known(plan) is None:
                self.maker.clip(plan, address)
        return self.timeline(narrated)

    def begin(self, narrated: Narrated, characters: int) -> int:
        """Speak the first line and more, up to so many characters; return how many clips were made."""
        made, said = 0, 0
        for plan in narrated.plans:
            if said and said + len(plan.line.text) > characters:
                break
            said += len(plan.line.text)
            if self.maker.known(plan) is None:
                self.maker.clip(plan)
                made += 1
        return made

    def mp3(self, complete: Timeline, tags: Tags) -> Joined:
        """Return the MP3 file of a complete timeline."""
        return as_mp3(complete, self.maker, tags)

    def webm(self, complete: Timeline, tags: Tags) -> Joined:
        """Return the WebM file of a complete timeline."""
        return as_webm(complete, self.maker, tags)

    def warm(self) -> None:
        """Load what the first listener would else wait for: the encoders and the engines' processes."""
        silence(1)
        for engine in self.speakers.engines:
            engine.check()

    def _plans(self, document: Document, date: str, voice: Voice) -> tuple[Planned, ...]:
        lines = script_of(document, _in_words(date, document.language))
        return tuple(planned(line, voice, self.speakers) for line in lines)


def _in_words(day: str, language: str) -> str:
    """Return a day as the language says it; nothing where it is no day."""
    try:
        return locale.date(calendar_date.fromisoformat(day), language)
    except ValueError:
        return ""
