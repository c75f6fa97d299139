"""Voices of a server that speaks OpenAI's ``/v1/audio/speech``; their words are timed against espeak's reading."""

from __future__ import annotations

import io
import json
import wave
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import httpcore2

from kushk.engines.speech.alignment import aligned
from kushk.engines.speech.espeak.engine import Espeak
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

_SECONDS = 60.0
_MOST_BYTES = 32 << 20
_TRIES = 2
_GOOD, _BUSY, _BROKEN = 200, 429, 500


@dataclass(frozen=True, slots=True)
class Server:
    """Where the server is and what is asked of it."""

    address: str
    """Up to before ``/v1``."""
    voices: Mapping[str, str]
    """The server's name of a voice, by language tag."""
    model: str = "tts-1"
    key: str = field(default="", repr=False)


class Remote:
    """The operator's own server, or one that the operator pays for."""

    name = "http"
    capabilities = Capabilities(Timing.ALIGNED, offline=False, quick=False)

    def __init__(self, server: Server, espeak: Espeak) -> None:
        self.server = server
        self.espeak = espeak
        self._pool = httpcore2.ConnectionPool(max_connections=4)

    @property
    def version(self) -> str:
        """The server's model; what it changes without a new name is not seen."""
        return self.server.model

    def voices(self) -> Sequence[Voice]:
        """Return the voices that the operator named."""
        return [
            Voice(self.name, f"{name}-{language}", language, name, "remote")
            for language, name in self.server.voices.items()
        ]

    def speak(self, text: str, voice: Voice) -> Speech:
        """Speak a text; see ``interface.Engine``."""
        import numpy as np

        refuse_long(text)
        name = self.server.voices.get(voice.language)
        if name is None:
            raise NoSuchVoice(voice=voice.key)
        reader = self.espeak.voice_for(voice.language)
        if not any(map(str.isalnum, text)):
            return Speech(b"", 24_000, ())
        samples, rate = _wave(self._asked(text, name, voice), voice)
        words = aligned(np.frombuffer(samples, np.int16), rate, self.espeak.speak(text, reader)) if reader else ()
        return Speech(samples, rate, words)

    def check(self) -> Health:
        """Speak one word with the first voice."""
        voices = self.voices()
        if not voices:
            return Health(ok=False, detail="no voice is named in KUSHK_SPEECH_VOICES")
        try:
            speech = self.speak("one", voices[0])
        except SpeechError as fault:
            return Health(ok=False, detail=str(fault))
        return Health(ok=bool(speech.samples), detail=f"{self.server.address}, {len(voices)} voices")

    def close(self) -> None:
        """Close the connections."""
        self._pool.close()

    def _asked(self, text: str, name: str, voice: Voice) -> bytes:
        body = json.dumps({"model": self.server.model, "voice": name, "input": text, "response_format": "wav"})
        for left in range(_TRIES - 1, -1, -1):
            try:
                status, data = self._answer(body.encode("utf-8", "replace"))
            except (httpcore2.NetworkError, httpcore2.TimeoutException, httpcore2.ProtocolError) as fault:
                if not left:
                    raise EngineDown(engine=self.name, detail=type(fault).__name__) from None
                continue
            if status == _GOOD:
                return data
            if not left or (status != _BUSY and status < _BROKEN):
                raise SpeechError(voice=voice.key, detail=f"the server answered {status}")
        raise EngineDown(engine=self.name, detail="no answer")

    def _answer(self, body: bytes) -> tuple[int, bytes]:
        headers = [("Content-Type", "application/json"), ("Accept", "audio/wav"), *self._key()]
        timeouts = {"timeout": {"connect": 5.0, "read": _SECONDS, "write": _SECONDS, "pool": _SECONDS}}
        url = f"{self.server.address.rstrip('/')}/v1/audio/speech"
        with self._pool.stream("POST", url, headers=headers, content=body, extensions=timeouts) as response:
            parts, size = [], 0
            for part in response.iter_stream():
                size += len(part)
                if size > _MOST_BYTES:
                    raise SpeechError(voice=self.name, detail="the server's answer has no end")
                parts.append(part)
            return response.status, b"".join(parts)

    def _key(self) -> list[tuple[str, str]]:
        return [("Authorization", f"Bearer {self.server.key}")] if self.server.key else []


def _wave(data: bytes, voice: Voice) -> tuple[bytes, int]:
    """Return samples and rate of a WAV file, whose head may say that it has no end, as streams do."""
    try:
        with wave.open(io.BytesIO(data)) as file:
            if file.getsampwidth() != 2 or file.getnchannels() != 1:  # noqa: PLR2004 - 16 bits
                raise SpeechError(voice=voice.key, detail="the server's sound is not 16-bit mono")
            return file.readframes(_MOST_BYTES)[: len(data) // 2 * 2], file.getframerate()
    except (wave.Error, EOFError):
        raise SpeechError(voice=voice.key, detail="the server's answer is no WAV") from None
