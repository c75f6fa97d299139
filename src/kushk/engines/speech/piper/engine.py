"""Piper's neural voices as the rest of the house sees them."""

from __future__ import annotations

import importlib.util
import threading
from collections.abc import Sequence
from pathlib import Path

from kushk.core.languages import base
from kushk.engines.process import Child
from kushk.engines.speech.espeak.engine import Espeak, cleaned
from kushk.engines.speech.interface import (
    CHILD_FAULTS,
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
from kushk.engines.speech.piper.catalogue import rank
from kushk.engines.speech.piper.model import BadVoice, Model, read_model
from kushk.engines.speech.piper.sounds import reading, word_times
from kushk.engines.speech.piper.vowels import places, plain_words

ADDED_BY = "./kushk voices add"
SLOW = "A small machine takes as long to speak it as it takes to hear."
_SECONDS = 120.0
"""For an answer; loading a large voice takes some of them."""


def has_runtime() -> bool:
    """Tell whether onnxruntime is installed (``requirements/neural.txt``)."""
    return importlib.util.find_spec("onnxruntime") is not None


def writes_vowels() -> bool:
    """Tell whether the package that writes the vowels of Arabic is installed (``piper-tts``)."""
    return importlib.util.find_spec("piper") is not None


class Piper:
    """Voices that were added to a folder. espeak gives the sounds, the model speaks them and says how long each is."""

    name = "piper"
    version = "2"
    capabilities = Capabilities(Timing.EXACT, offline=True, quick=False)

    def __init__(self, folder: Path, espeak: Espeak) -> None:
        self.folder = folder
        self.espeak = espeak
        self.child = Child(self.name, ["-m", "kushk.engines.speech.piper.worker"], CHILD_FAULTS, seconds=_SECONDS)
        self._lock = threading.Lock()
        self._models: dict[str, Model] = {}
        self._seen = 0

    def voices(self) -> Sequence[Voice]:
        """Return the voices in the folder; none without onnxruntime."""
        found = [self._voice(name, model) for name, model in self._all().items()] if has_runtime() else []
        return sorted(found, key=lambda voice: (voice.language, rank(voice.quality), voice.id))

    def speak(self, text: str, voice: Voice) -> Speech:
        """Speak a text; see ``interface.Engine``."""
        refuse_long(text)
        model = self._all().get(voice.id)
        if model is None:
            raise NoSuchVoice(voice=voice.key)
        said, origins = self._vowelled(cleaned(text), model)
        transcript = self.espeak.transcribe(said, self._reader(model))
        read = reading(said, transcript, model.ids)
        if not any(map(str.isalnum, read.characters)):
            return Speech(b"", model.rate, ())
        answer, samples = self.child.ask(
            {
                "do": "speak",
                "voice": voice.key,
                "model": str(model.path),
                "version": model.version,
                "numbers": read.numbers,
                "scales": model.scales,
            }
        )
        frames = answer["frames"] or [1.0] * len(read.numbers)
        each = len(samples) / 2 / model.rate / (sum(frames) or 1.0)
        return Speech(samples, model.rate, plain_words(word_times(transcript, read, frames, each), origins))

    def check(self) -> Health:
        """Speak a word with the first voice."""
        if not has_runtime():
            return Health(ok=False, detail="onnxruntime is not installed (requirements/neural.txt)")
        voices = self.voices()
        if not voices:
            return Health(ok=False, detail=f"no voice was added yet: {ADDED_BY}")
        try:
            speech = self.speak("a", voices[0])
        except SpeechError as fault:
            return Health(ok=False, detail=str(fault))
        return Health(ok=bool(speech.samples), detail=f"{len(voices)} voices")

    def close(self) -> None:
        """End the worker process. espeak is another's."""
        self.child.close()

    def _vowelled(self, text: str, model: Model) -> tuple[str, Sequence[int] | None]:
        """Return an Arabic text with its vowels, where they can be had, and what each character of it stands for."""
        if base(model.language) != "ar" or not writes_vowels():
            return text, None
        vowelled = self.child.ask({"do": "vowels", "text": text})[0]["text"]
        origins = places(text, vowelled)
        fits = origins is not None and len(vowelled) <= MOST_CHARACTERS
        return (vowelled, origins) if fits else (text, None)

    def _all(self) -> dict[str, Model]:
        """Return the voices by name, read anew when the folder has changed."""
        with self._lock:
            changed = self.folder.stat().st_mtime_ns if self.folder.exists() else 0
            if changed != self._seen:
                self._models, self._seen = dict(_models(self.folder)), changed
            return self._models

    def _reader(self, model: Model) -> Voice:
        voice = self.espeak.voice_for(model.espeak) or self.espeak.voice_for(model.language)
        if voice is None:
            raise BadVoice(voice=model.path.name, detail=f"espeak has no voice “{model.espeak}” to read for it")
        return voice

    def _voice(self, name: str, model: Model) -> Voice:
        note = SLOW if model.quality == "high" else ""
        return Voice(
            self.name, name, model.language, name, model.quality, model.licence, note=note, version=model.version
        )


def _models(folder: Path) -> Sequence[tuple[str, Model]]:
    found = []
    for path in sorted(folder.glob("*.onnx")):
        try:
            found.append((path.stem, read_model(path)))
        except (BadVoice, OSError):
            continue  # ./kushk voices tells of it
    return found
