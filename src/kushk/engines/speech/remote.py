"""Voices of a server that speaks OpenAI's ``/v1/audio/speech``: many local and hosted ones do.

Asked through ``engines.http``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from kushk.core.spoken import Timed, words_of
from kushk.engines.http import Client, Limits, Unreachable, Unusable
from kushk.engines.speech.alignment import aligned
from kushk.engines.speech.espeak.engine import Espeak, cleaned
from kushk.engines.speech.interface import (
    Capabilities,
    EngineDown,
    Health,
    NoSuchVoice,
    Speech,
    SpeechError,
    Timing,
    Voice,
    refuse_long,
)
from kushk.engines.speech.waves import NoWave, read_wave

PCM_RATE = 24_000
"""Of ``pcm`` answers, as OpenAI's interface describes them."""
MOST_BYTES = 32 << 20
"""Of an answer: five minutes at 48 kHz, far more than 400 characters take."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where the voices are."""

    address: str
    """Up to and without ``/v1/audio/speech``."""
    voices: Mapping[str, str]
    """The server's name of a voice, by language tag."""
    model: str = "tts-1"
    key: str = field(default="", repr=False)
    """Sent as a bearer token; none when empty."""
    form: str = "wav"
    """``wav`` or ``pcm``."""
    seconds: float = 60.0
    """For a whole answer."""
    connect_seconds: float = 5.0


class Remote:
    """The voices of a server.

    Their words are timed by alignment with espeak-ng, evenly where that knows no such language.
    """

    name = "http"
    capabilities = Capabilities(Timing.ALIGNED, offline=False, quick=False)

    def __init__(self, server: Server, espeak: Espeak) -> None:
        """Prepare; nothing is asked yet.

        Args:
            server: where, and what it offers.
            espeak: for the times of words.
        """
        self.server = server
        self.espeak = espeak
        self._voices = {
            f"{name}-{language}": Voice(self.name, f"{name}-{language}", language, name, "remote")
            for language, name in server.voices.items()
        }
        limits = Limits(server.seconds, server.connect_seconds, MOST_BYTES)
        self._client = Client(server.key, limits)

    @property
    def version(self) -> str:
        """The server's model; what it changes without a new name cannot be known."""
        return self.server.model

    def voices(self) -> Sequence[Voice]:
        """Return the voices that the operator named."""
        return tuple(self._voices.values())

    def speak(self, text: str, voice: Voice) -> Speech:
        """Speak a text; see ``interface.Engine``. What holds no word is not sent."""
        refuse_long(text)
        if self._voices.get(voice.id) is None or voice.engine != self.name:
            raise NoSuchVoice(voice=voice.key)
        said = cleaned(text)
        if not words_of(said, voice.language):
            return Speech(b"", PCM_RATE, ())
        samples, rate = self._sound(said, voice)
        return Speech(samples, rate, self._times(samples, rate, said, voice))

    def check(self) -> Health:
        """Speak one word in the first voice."""
        if not self._voices:
            return Health(ok=False, detail="no voice is named in KUSHK_SPEECH_VOICES")
        try:
            speech = self.speak("1", next(iter(self._voices.values())))
        except SpeechError as fault:
            return Health(ok=False, detail=str(fault))
        return Health(ok=bool(speech.samples), detail=f"{self.server.address}, {len(self._voices)} voices")

    def close(self) -> None:
        """End the connections."""
        self._client.close()

    def _sound(self, text: str, voice: Voice) -> tuple[bytes, int]:
        """Ask the server.

        Raises:
            EngineDown: it does not answer, or fails.
            SpeechError: it refuses, or what it sends is no sound.
        """
        try:
            reply = self._client.post(f"{self.server.address.rstrip('/')}/v1/audio/speech", self._question(text, voice))
        except Unreachable as fault:
            raise EngineDown(engine=self.name, detail=str(fault)) from None
        except Unusable as fault:
            raise self._unusable(voice, str(fault)) from None
        if not reply.ok:
            detail = f"the server answers {reply.status}: {reply.said()}"
            raise Refused(voice=voice.key, status=reply.status, detail=detail)
        if self.server.form == "pcm":
            return reply.body[: len(reply.body) // 2 * 2], PCM_RATE
        try:
            return read_wave(reply.body)
        except NoWave as fault:
            raise SpeechError(voice=voice.key, detail=f"the server sends {fault}") from None

    def _unusable(self, voice: Voice, detail: str) -> SpeechError:
        if detail.startswith("the server"):
            return SpeechError(voice=voice.key, detail=detail)
        return EngineDown(engine=self.name, detail=detail)

    def _question(self, text: str, voice: Voice) -> bytes:
        return json.dumps(
            {"model": self.server.model, "voice": voice.name, "input": text, "response_format": self.server.form}
        ).encode()

    def _times(self, samples: bytes, rate: int, text: str, voice: Voice) -> tuple[Timed, ...]:
        known = self.espeak.voice_for(voice.language)
        if known is not None:
            return aligned(np.frombuffer(samples, "<i2"), rate, self.espeak.speak(text, known))
        return evenly(text, voice.language, len(samples) / 2 / rate)


class Refused(SpeechError):
    """The server does not want to; ``data["status"]`` says what it answered."""

    code = "speech-refused"

    @property
    def status(self) -> int:
        """The number of the answer's status."""
        return int(str(self.data["status"]))


def evenly(text: str, language: str, seconds: float) -> tuple[Timed, ...]:
    """Return the words of a text, each as long as its part of the letters."""
    spans = words_of(text, language)
    whole = sum(end - start for start, end in spans) or 1
    words, passed = [], 0
    for start, end in spans:
        begins, passed = seconds * passed / whole, passed + end - start
        words.append(Timed(start, end, begins, seconds * passed / whole))
    return tuple(words)
