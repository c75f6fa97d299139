"""An engine that needs nothing and whose times are known beforehand: one short tone a word, silence between."""

from __future__ import annotations

import math
import re
import struct
from collections.abc import Sequence

from kushk.core.spoken import Timed
from kushk.engines.speech.interface import Capabilities, Health, NoSuchVoice, Speech, Timing, Voice, refuse_long

RATE = 24_000
WORD_SECONDS = 0.24
"""From the start of one tone to the start of the next."""
TONE_SECONDS = 0.16
_WORD = re.compile(r"\S+")
_LOUD = 9_000


class NullEngine:
    """Tones for words, in every language. The pitch of a text's tones is its own, so that texts can be told apart."""

    name = "null"
    version = "1"
    capabilities = Capabilities(Timing.EXACT, offline=True, quick=True)

    def __init__(self) -> None:
        self.spoken = 0
        """Texts spoken so far."""

    def voices(self) -> Sequence[Voice]:
        """Return the one voice; ``mul`` stands for every language."""
        return (Voice(self.name, "tone", "mul", "Tones", quality="embedded", licence="AGPL-3.0-or-later"),)

    def speak(self, text: str, voice: Voice) -> Speech:
        """Sound one tone for each stretch without space."""
        refuse_long(text)
        if voice.key != f"{self.name}/tone":
            raise NoSuchVoice(voice=voice.key)
        self.spoken += 1
        spans = [match.span() for match in _WORD.finditer(text)]
        tone = _tone(pitch_of(text))
        words = tuple(
            Timed(start, end, index * WORD_SECONDS, index * WORD_SECONDS + TONE_SECONDS)
            for index, (start, end) in enumerate(spans)
        )
        return Speech(tone * len(spans), RATE, words)

    def check(self) -> Health:
        """Say that it can."""
        return Health(ok=True, detail="tones")

    def close(self) -> None:
        """Do nothing."""


def pitch_of(text: str) -> int:
    """Return the pitch of a text's tones in hertz, between 300 and 1,500."""
    return 300 + sum(map(ord, text)) * 37 % 1200


def _tone(pitch: int) -> bytes:
    sounding, whole = int(TONE_SECONDS * RATE), int(WORD_SECONDS * RATE)
    waves = [int(_LOUD * math.sin(2 * math.pi * pitch * at / RATE)) for at in range(sounding)]
    return struct.pack(f"<{whole}h", *waves, *[0] * (whole - sounding))
