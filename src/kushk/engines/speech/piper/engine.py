"""Piper's voices as the rest of the house sees them."""

from __future__ import annotations

import hashlib
import importlib.util
import threading
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kushk.core.languages import base
from kushk.core.spoken import Timed
from kushk.engines.speech.espeak.engine import Espeak, cleaned
from kushk.engines.speech.interface import (
    MOST_CHARACTERS,
    Capabilities,
    Health,
    NoSuchVoice,
    Speech,
    SpeechError,
    Timing,
    Voice,
    refuse_long,
)
from kushk.engines.speech.piper.sounds import Reading, reading, word_times
from kushk.engines.speech.piper.voicefile import BadVoiceFile, Card, Settings, read_card, read_settings
from kushk.engines.speech.piper.vowels import places
from kushk.engines.speech.process import Child

RUNTIME = "onnxruntime"
HOW_TO_ADD = "onnxruntime is missing: .venv/bin/uv pip install --require-hashes -r requirements/neural.txt"
_SECONDS = 120.0
"""For an answer: a ``high`` voice takes as long for a text as hearing it does."""
_SLOW = frozenset({"high"})
_RANK = ("medium", "x_low", "low", "high")


@dataclass(frozen=True, slots=True)
class _Known:
    """A voice of the folder."""

    path: Path
    voice: Voice
    settings: Settings


class Piper:
    """Neural voices from a folder, each a ``KEY.onnx`` with its ``KEY.onnx.json`` and perhaps our ``KEY.card.json``.

    The voice's noise is seeded when it is loaded: the same texts in the same order sound the same again.
    """

    name = "piper"
    version = "1"
    capabilities = Capabilities(Timing.EXACT, offline=True, quick=True)

    def __init__(self, folder: Path, espeak: Espeak) -> None:
        """Prepare.

        Args:
            folder: where the voices are; it need not exist.
            espeak: turns text into the sounds that voices read.
        """
        self.folder = folder
        self.espeak = espeak
        self.child = Child(self.name, ["-m", "kushk.engines.speech.piper.worker"], seconds=_SECONDS)
        self._lock = threading.Lock()
        self._known: dict[tuple[Path, int, int, int], _Known | None] = {}

    def voices(self) -> Sequence[Voice]:
        """Return the voices of the folder that can be read; none without the runtime."""
        if importlib.util.find_spec(RUNTIME) is None:
            return ()
        found = [known.voice for known in self._folder().values()]
        return sorted(found, key=lambda voice: (voice.language, _rank(voice.quality), voice.id))

    def speak(self, text: str, voice: Voice) -> Speech:
        """Speak a text; see ``interface.Engine``."""
        refuse_long(text)
        known = self._folder().get(voice.id) if voice.engine == self.name else None
        if known is None:
            raise NoSuchVoice(voice=voice.key)
        said, origins = self._vowelled(cleaned(text), known.settings)
        transcript = self.espeak.transcribe(said, self._espeak_voice(known))
        read = reading(said, transcript, known.settings.ids)
        if not any(character.isalnum() for character in read.characters):
            return Speech(b"", known.settings.rate, ())
        samples, frames = self._samples(known, read)
        total = sum(frames)
        each = len(samples) / 2 / known.settings.rate / total if total else 0.0
        words = word_times(transcript, read, frames, each) if total else ()
        return Speech(samples, known.settings.rate, _back(words, origins))

    def check(self) -> Health:
        """Speak one word in the first voice."""
        if importlib.util.find_spec(RUNTIME) is None:
            return Health(ok=False, detail=HOW_TO_ADD)
        voices = self.voices()
        if not voices:
            return Health(ok=False, detail="no voice yet: ./kushk voices add FILE.onnx")
        try:
            speech = self.speak("1", voices[0])
        except SpeechError as fault:
            return Health(ok=False, detail=str(fault))
        return Health(ok=bool(speech.samples), detail=f"{len(voices)} voices")

    def close(self) -> None:
        """End the worker process."""
        self.child.close()

    def _samples(self, known: _Known, read: Reading) -> tuple[bytes, list[float]]:
        settings = known.settings
        answer, samples = self.child.ask(
            {
                "do": "speak",
                "voice": known.voice.key,
                "model": str(known.path),
                "numbers": read.numbers,
                "scales": [settings.noise, settings.length, settings.noise_of_lengths],
                "speaker": 0,
            }
        )
        return samples, answer["frames"]

    def _vowelled(self, text: str, settings: Settings) -> tuple[str, tuple[int, ...] | None]:
        """Return an Arabic text with vowels, if they can be had, and the character for which each of its own stands."""
        if base(settings.language) != "ar" or not _installed("piper"):
            return text, None
        vowelled = self.child.ask({"do": "vowels", "text": text})[0]["text"]
        origins = places(text, vowelled)
        fits = origins is not None and len(vowelled) <= MOST_CHARACTERS
        return (vowelled, origins) if fits else (text, None)

    def _espeak_voice(self, known: _Known) -> Voice:
        voice = self.espeak.voice_for(known.settings.espeak) or self.espeak.voice_for(known.settings.language)
        if voice is None:
            raise BadVoiceFile(file=known.path.name, reason=f"espeak-ng does not read {known.settings.espeak}")
        return voice

    def _folder(self) -> dict[str, _Known]:
        """Return the voices of the folder by key; a file is read again when it has changed."""
        found = {}
        for path in sorted(self.folder.glob("*.onnx")):
            try:
                facts = [each.stat() for each in (path, path.with_name(path.name + ".json"))]
                card = path.with_suffix(".card.json")
                marks = (path, facts[0].st_mtime_ns, facts[1].st_mtime_ns, _modified(card))
            except OSError:
                continue
            with self._lock:
                if marks not in self._known:
                    self._known[marks] = _read(path, card, facts[0].st_size)
                known = self._known[marks]
            if known:
                found[path.stem] = known
        return found


def _read(path: Path, card_path: Path, size: int) -> _Known | None:
    try:
        settings = read_settings(path.with_name(path.name + ".json").read_bytes(), path.name)
        card = read_card(card_path.read_text(encoding="utf-8")) if card_path.exists() else Card()
        if card.size != size or not card.checksum:
            with path.open("rb") as file:
                card = replace(card, checksum=hashlib.file_digest(file, "sha256").hexdigest())
    except (OSError, UnicodeDecodeError, BadVoiceFile):
        return None
    voice = Voice(
        Piper.name,
        path.stem,
        settings.language,
        path.stem,
        settings.quality,
        card.licence,
        note="slower than it is heard on a small machine" if settings.quality in _SLOW else "",
        version=card.checksum[:12],
    )
    return _Known(path, voice, settings)


def _back(words: Sequence[Timed], origins: tuple[int, ...] | None) -> tuple[Timed, ...]:
    if origins is None:
        return tuple(words)
    return tuple(replace(word, start=origins[word.start], end=origins[word.end - 1] + 1) for word in words)


def _modified(path: Path) -> int:
    return path.stat().st_mtime_ns if path.exists() else 0


def _installed(package: str) -> bool:
    return importlib.util.find_spec(package) is not None


def _rank(quality: str) -> int:
    return _RANK.index(quality) if quality in _RANK else len(_RANK)
