"""What every speech engine offers, and what it may say when it cannot."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol

from kushk.core.errors import KushkError
from kushk.core.spoken import Timed
from kushk.engines.process import Faults

MOST_CHARACTERS = 400
"""Characters that an engine is given at a time. Longer sentences are cut by whoever asks (``core.spoken``)."""


class Timing(StrEnum):
    """How an engine comes by the times of its words."""

    EXACT = "exact"
    """The model itself says how long each sound is."""
    EVENTS = "events"
    """The engine reports each word as it speaks it."""
    ALIGNED = "aligned"
    """Reckoned afterwards, against another voice whose times are known."""


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice of one engine."""

    engine: str
    id: str
    """Unique within the engine; with the engine's name, unique on the stand."""
    language: str
    """BCP 47 tag of what it speaks."""
    name: str
    quality: str = ""
    """``embedded``, ``x_low``, ``low``, ``medium``, ``high``, ``remote`` or ``human``."""
    licence: str = ""
    synthetic: bool = True
    note: str = ""
    """What a reader or operator should know of it, in English; empty when there is nothing."""
    version: str = ""
    """Of the voice's own data; clips made with another version are made anew."""

    @property
    def key(self) -> str:
        """Name of the voice on this stand: ``espeak/en-gb``."""
        return f"{self.engine}/{self.id}"


@dataclass(frozen=True, slots=True)
class Speech:
    """What an engine made of one text: sound and the times of its words, from the same run."""

    samples: bytes
    """Signed 16-bit little-endian, one channel."""
    rate: int
    """Samples a second."""
    words: tuple[Timed, ...]
    """Where each word sounds; characters of the text given, seconds from its first sample."""

    @property
    def seconds(self) -> float:
        """Length."""
        return len(self.samples) / 2 / self.rate


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What may be expected of an engine."""

    timing: Timing
    offline: bool
    """Needs no network."""
    quick: bool
    """Speaks a sentence in a small part of the time that hearing it takes."""


@dataclass(frozen=True, slots=True)
class Health:
    """What a check of an engine found."""

    ok: bool
    detail: str
    """One line in English."""


class SpeechError(KushkError):
    """Something that kept an engine from speaking."""

    code = "speech-failed"
    words = "The voice “{voice}” could not speak this ({detail})."


class NoSuchVoice(SpeechError):
    """No engine of the stand has that voice."""

    code = "no-such-voice"
    words = "There is no voice “{voice}”. Run ./kushk voices to see those there are."


class NoVoice(SpeechError):
    """No engine of the stand speaks the language."""

    code = "no-voice"
    words = "This stand has no voice for the language “{language}”."


class TextTooLong(SpeechError):
    """An engine was given more than it may be given at a time."""

    code = "speech-too-long"
    words = "A voice takes at most {most} characters at a time."


class EngineDown(SpeechError):
    """The engine's process or server died or did not answer, twice."""

    code = "speech-engine-down"
    words = "The speech engine “{engine}” does not answer ({detail})."


def _cannot(question: dict[str, Any], detail: str) -> KushkError:
    return SpeechError(voice=question.get("voice", "?"), detail=detail)


CHILD_FAULTS = Faults(lambda engine, detail: EngineDown(engine=engine, detail=detail), _cannot)
"""What a speech engine's own process may raise."""


class Engine(Protocol):
    """One way to turn text into sound."""

    @property
    def name(self) -> str:
        """Short name, as in ``Voice.engine``."""

    @property
    def version(self) -> str:
        """Changes when the same text would sound different or have other times."""

    @property
    def capabilities(self) -> Capabilities:
        """What may be expected of it."""

    def voices(self) -> Sequence[Voice]:
        """Return the voices that it has here and now, the preferred one of a language first."""

    def speak(self, text: str, voice: Voice) -> Speech:
        """Speak one text of at most ``MOST_CHARACTERS``.

        Any text is spoken, if only as silence: one without a word gives no words. Word spans lie inside the text,
        their times inside the sound, both in order.

        Raises:
            TextTooLong: it is longer than that.
            EngineDown: the engine's process or server does not answer.
            SpeechError: this text or voice cannot be spoken.
        """

    def check(self) -> Health:
        """Say whether it can speak, by speaking."""

    def close(self) -> None:
        """End what it started; it may be used again afterwards."""


def refuse_long(text: str) -> None:
    """Raise ``TextTooLong`` for a text that no engine takes at a time."""
    if len(text) > MOST_CHARACTERS:
        raise TextTooLong(most=MOST_CHARACTERS)
