"""The embedded engine as the rest of the house sees it."""

from __future__ import annotations

import re
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from kushk.core.languages import base
from kushk.core.spoken import Timed
from kushk.engines.process import Child
from kushk.engines.speech.espeak.languages import NOT_OFFERED, NOTES, PREFERRED, REGIONS, UNUSABLE
from kushk.engines.speech.interface import (
    CHILD_FAULTS,
    Capabilities,
    Health,
    NoSuchVoice,
    Speech,
    SpeechError,
    Timing,
    Voice,
    refuse_long,
)

LATE = 0.03
"""Seconds by which a word sounds after its event: 10 to 58 ms measured, 39 in the mean, part of it closure."""

_UNSPEAKABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_LICENCE = "GPL-3.0-or-later"


@dataclass(frozen=True, slots=True)
class Transcript:
    """How a text is said."""

    words: tuple[Timed, ...]
    sounds: tuple[tuple[float, str], ...]
    """Seconds and IPA of each sound that was made, in order."""
    clauses: tuple[tuple[str, int], ...]
    """IPA of each clause, with stress, tones and word spaces; and the character of the text at which it ends."""


class Espeak:
    """espeak-ng 1.52 in a worker process. Robotic, immediate, at home in a hundred languages."""

    name = "espeak"
    capabilities = Capabilities(Timing.EVENTS, offline=True, quick=True)

    def __init__(self) -> None:
        self.child = Child(self.name, ["-m", "kushk.engines.speech.espeak.worker"], CHILD_FAULTS)
        self._lock = threading.Lock()
        self._known: dict[str, str] = {}
        self._version = ""

    @property
    def version(self) -> str:
        """Version of the library."""
        self._names()
        return self._version

    def voices(self) -> Sequence[Voice]:
        """Return a voice for every language that it speaks usably."""
        return [self._voice(tag) for tag in self._names()]

    def voice_for(self, language: str) -> Voice | None:
        """Return the voice that reads a language tag, None where there is none worth hearing."""
        names, tag = self._names(), language.lower()
        wanted = REGIONS.get(tag, PREFERRED.get(base(tag), base(tag)) if tag not in names else tag)
        return self._voice(wanted) if wanted in names else None

    def speak(self, text: str, voice: Voice) -> Speech:
        """Speak a text; see ``interface.Engine``."""
        return self._ask(text, voice)[0]

    def transcribe(self, text: str, voice: Voice) -> Transcript:
        """Return how a text is said: the IPA of its clauses, its words, and the sounds that they are made of."""
        speech, answer = self._ask(text, voice, sounds=True, clauses=True)
        sounds = tuple((at / 1000, sound) for at, sound in answer["sounds"])
        return Transcript(speech.words, sounds, tuple((ipa, end) for ipa, end in answer["clauses"]))

    def check(self) -> Health:
        """Speak one word."""
        try:
            speech = self.speak("one", self._voice(PREFERRED["en"]))
        except SpeechError as fault:
            return Health(ok=False, detail=str(fault))
        return Health(ok=bool(speech.words), detail=f"espeak-ng {self.version}, {len(self._names())} voices")

    def close(self) -> None:
        """End the worker process."""
        self.child.close()

    def _ask(self, text: str, voice: Voice, **also: bool) -> tuple[Speech, dict[str, Any]]:
        refuse_long(text)
        question = {"do": "speak", "voice": self._name(voice), "text": cleaned(text), **also}
        answer, samples = self.child.ask(question)
        seconds = len(samples) / 2 / answer["rate"]
        return Speech(samples, answer["rate"], _timed(answer["words"], len(text), seconds)), answer

    def _names(self) -> dict[str, str]:
        """Return the library's name of each voice that is offered, by language tag."""
        with self._lock:
            if not self._known:
                answer, _ = self.child.ask({"do": "voices"})
                self._version = answer["version"]
                for tag, name in answer["voices"]:
                    if base(tag) not in UNUSABLE | NOT_OFFERED and not _variant(tag):
                        self._known.setdefault(tag.lower(), name)
            return self._known

    def _name(self, voice: Voice) -> str:
        try:
            return self._names()[voice.id]
        except KeyError:
            raise NoSuchVoice(voice=voice.key) from None

    def _voice(self, tag: str) -> Voice:
        language = {"cmn": "zh", "pt": "pt", "fr-fr": "fr"}.get(tag, tag)
        note = NOTES.get(base(tag), "")
        return Voice(self.name, tag, language, self._names()[tag], "embedded", _LICENCE, note=note)


def cleaned(text: str) -> str:
    """Return a text of the same length in which nothing is left that upsets the library."""
    return _UNSPEAKABLE.sub(" ", text)


_VARIANTS = frozenset("x nyc latn shaw 029 nw ba va lv cl".split())
_REGION_LETTERS = 3
"""A longer part of a tag names a script or a variant."""


def _variant(tag: str) -> bool:
    """Tell whether a voice differs from its language's by accent or spelling alone."""
    return any(len(part) > _REGION_LETTERS or part in _VARIANTS for part in tag.lower().split("-")[1:])


def _timed(events: Sequence[Sequence[int]], length: int, seconds: float) -> tuple[Timed, ...]:
    """Turn the library's word events into spans inside the text and times inside the sound, both in order."""
    begins = [min(seconds, at / 1000 + LATE) for _, _, at in events]
    ends = [*begins[1:], seconds][: len(begins)]
    timed, reached = [], 0.0
    for (start, many, _), begin, end in zip(events, begins, ends, strict=True):
        first = min(max(0, start), length)
        last = min(max(first, start + many), length)
        reached = max(reached, begin)
        if last > first:
            timed.append(Timed(first, last, reached, max(reached, end)))
    return tuple(timed)
