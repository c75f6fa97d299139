"""Voices of a server that speaks OpenAI's ``/v1/audio/speech``: many local and hosted ones do.

The operator names the address, so it is not judged as addresses from outside are; it may well be on this machine.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import cast

import httpcore2
import numpy as np

from kushk.core.spoken import Timed, words_of
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
_FAILED, _BUSY = 500, 429
_DETAIL = 120
"""Characters of a refusal that are shown."""


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


class _Again(Exception):
    """It may work when it is asked once more."""


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
        self._pool = self._connections()

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
        samples, rate = self._twice(said, voice)
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
        self._pool.close()
        self._pool = self._connections()

    def _twice(self, text: str, voice: Voice) -> tuple[bytes, int]:
        try:
            return self._sound(text, voice)
        except _Again:
            pass
        try:
            return self._sound(text, voice)
        except _Again as fault:
            raise EngineDown(engine=self.name, detail=str(fault)) from None

    def _sound(self, text: str, voice: Voice) -> tuple[bytes, int]:
        """Ask once.

        Raises:
            _Again: the server does not answer, or fails.
            SpeechError: it refuses, or what it sends is no sound.
        """
        status, body = self._exchange(text, voice)
        if status >= _FAILED or status == _BUSY:
            raise _Again(f"it answers {status}")
        if not 200 <= status < 300:  # noqa: PLR2004 - the class of successes
            said = body[: _DETAIL * 4].decode("utf-8", "replace")[:_DETAIL]
            raise Refused(voice=voice.key, status=status, detail=f"the server answers {status}: {said}")
        if self.server.form == "pcm":
            return body[: len(body) // 2 * 2], PCM_RATE
        try:
            return read_wave(body)
        except NoWave as fault:
            raise SpeechError(voice=voice.key, detail=f"the server sends {fault}") from None

    def _exchange(self, text: str, voice: Voice) -> tuple[int, bytes]:
        until = time.monotonic() + self.server.seconds
        try:
            with self._pool.stream(
                "POST",
                f"{self.server.address.rstrip('/')}/v1/audio/speech",
                headers=self._headers(),
                content=self._question(text, voice),
                extensions={
                    "timeout": dict.fromkeys(("read", "write", "pool"), self.server.seconds)
                    | {"connect": self.server.connect_seconds}
                },
            ) as response:
                return response.status, _read(cast("Iterable[bytes]", response.stream), until, voice)
        except (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError) as fault:
            raise _Again(str(fault) or type(fault).__name__) from None
        except (httpcore2.UnsupportedProtocol, ValueError) as fault:
            raise EngineDown(engine=self.name, detail=str(fault)) from None

    def _question(self, text: str, voice: Voice) -> bytes:
        return json.dumps(
            {"model": self.server.model, "voice": voice.name, "input": text, "response_format": self.server.form}
        ).encode()

    def _headers(self) -> list[tuple[bytes | str, bytes | str]]:
        key = [("Authorization", f"Bearer {self.server.key}")] if self.server.key else []
        return [("Content-Type", "application/json"), *key]

    def _connections(self) -> httpcore2.ConnectionPool:
        return httpcore2.ConnectionPool(max_connections=4, keepalive_expiry=30.0)

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


def _read(parts: Iterable[bytes], until: float, voice: Voice) -> bytes:
    body = bytearray()
    for part in parts:
        body += part
        if len(body) > MOST_BYTES:
            raise SpeechError(voice=voice.key, detail="the server sends too much")
        if time.monotonic() > until:
            raise _Again("it takes too long")
    return bytes(body)
