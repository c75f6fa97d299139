"""The engines of this stand, and which voice reads which language."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from kushk.core.languages import base
from kushk.engines.speech.interface import Engine, NoSuchVoice, Voice

EVERY_LANGUAGE = "mul"


class Speakers:
    """Engines in the operator's order; the first that has a voice for a language reads it."""

    def __init__(self, engines: Sequence[Engine]) -> None:
        self.engines = tuple(engines)
        self._by_name = {engine.name: engine for engine in self.engines}

    def voices(self) -> list[Voice]:
        """Return every voice, in the order of preference."""
        return [voice for engine in self.engines for voice in engine.voices()]

    def voice_for(self, language: str) -> Voice | None:
        """Return the voice that reads a language tag, None where no engine speaks it."""
        for engine in self.engines:
            chooses = getattr(engine, "voice_for", None)
            found = chooses(language) if chooses else nearest(engine.voices(), language)
            if found:
                return found
        return None

    def voice(self, key: str) -> Voice:
        """Return the voice of a key such as ``espeak/ar``.

        Raises:
            NoSuchVoice: there is none.
        """
        for voice in self.voices():
            if key in {voice.key, voice.id}:
                return voice
        raise NoSuchVoice(voice=key)

    def engine_of(self, voice: Voice) -> Engine:
        """Return the engine behind a voice.

        Raises:
            NoSuchVoice: it is not among the engines of this stand.
        """
        try:
            return self._by_name[voice.engine]
        except KeyError:
            raise NoSuchVoice(voice=voice.key) from None

    @cached_property
    def order(self) -> str:
        """Names of the engines, in order."""
        return " ".join(self._by_name)

    def close(self) -> None:
        """End what the engines started."""
        for engine in self.engines:
            engine.close()


def nearest(voices: Sequence[Voice], language: str) -> Voice | None:
    """Return the voice of exactly this tag, else the first of the same language, else one for every language."""
    tag = language.lower()
    for wanted in (
        lambda voice: voice.language.lower() == tag,
        lambda voice: base(voice.language) == base(tag),
        lambda voice: voice.language == EVERY_LANGUAGE,
    ):
        for voice in voices:
            if wanted(voice):
                return voice
    return None
