"""A person's reading of a story counts as a voice: it is cut into its lines and each word is timed.

Where the lines lie is found by laying the recording beside the embedded voice's reading of the same lines; it is cut
in the quietest moment near each place. From then on the clips are clips like any other, but for ever.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from kushk.core.spoken import speakable_parts, spoken, word_cues, words_of
from kushk.engines.speech.interface import MOST_CHARACTERS, Engine, Speech, Voice
from kushk.renditions.narration.script import Line
from kushk.renditions.narration.sound.clip import Encoded, encoded
from kushk.renditions.narration.sound.grid import LEAD, RATE
from kushk.renditions.narration.speaking import Planned, Run

if TYPE_CHECKING:
    from kushk.renditions.narration.sound.pcm import Samples

ENGINE = "recording"
_NEAR = 0.4
"""Seconds on either side of a place within which the quietest moment is looked for."""
_QUIET_WINDOW = 0.02
_GAP = 0.35
"""Seconds of silence between the lines of the reading that is laid beside."""


def human(data: bytes, reader: str, language: str) -> Voice:
    """Return the voice of a recording."""
    name = hashlib.blake2b(data, digest_size=8).hexdigest()
    return Voice(ENGINE, name, language, reader, quality="human", synthetic=False, version=name)


def recorded_plan(line: Line, voice: Voice) -> Planned:
    """Return how a line is heard in a recording."""
    said = json.dumps([ENGINE, voice.version, line.id, line.offset, line.text], ensure_ascii=False)
    key = hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
    return Planned(line, (Run(line.text, 0, line.language, voice, line.marks),), key)


def cut(samples: Samples, lines: Sequence[Line], engine: Engine, reader: Voice) -> list[tuple[Encoded, dict[str, Any]]]:
    """Return a clip with notes for each line of a recording.

    Args:
        samples: the recording at the house rate, one channel.
        lines: what is read, in order; a recording that leaves some out gives those a moment of silence.
        engine: the one that reads beside.
        reader: its voice.
    """
    from kushk.engines.speech.alignment import moved

    readings = [_reading(line, engine, reader) for line in lines]
    whole, starts = _joined(readings)
    places = [0, *(_quietest(samples, at) for at in moved(starts[1:], samples, RATE, whole)), len(samples)]
    ordered = [max(places[: number + 1]) for number in range(len(places))]
    spans = zip(lines, readings, ordered, ordered[1:], strict=False)
    return [_clip(line, reading, samples[first:last]) for line, reading, first, last in spans]


def _clip(line: Line, reading: Speech, samples: Samples) -> tuple[Encoded, dict[str, Any]]:
    from kushk.engines.speech.alignment import aligned

    clip = encoded(samples, RATE)
    timed = aligned(samples, RATE, reading)
    said = spoken(line.text, line.language, line.marks)
    cues = word_cues(words_of(line.text, line.language), said, timed, len(samples) / RATE)
    words = [
        [cue.start, cue.end, round(cue.begins + LEAD, 3), round(min(cue.ends + LEAD, clip.seconds), 3)] for cue in cues
    ]
    return clip, {"engine": ENGINE, "words": words}


def _reading(line: Line, engine: Engine, reader: Voice) -> Speech:
    """Return the embedded voice's reading of a line, as one piece."""
    said = spoken(line.text, line.language, line.marks)
    parts = [
        (start, engine.speak(said.text[start:end], reader))
        for start, end in speakable_parts(said.text, MOST_CHARACTERS)
    ]
    rate = parts[0][1].rate if parts else RATE
    words, at, samples = [], 0.0, []
    for start, speech in parts:
        words += [
            replace(word, start=word.start + start, end=word.end + start, begins=word.begins + at, ends=word.ends + at)
            for word in speech.words
        ]
        samples.append(speech.samples)
        at += speech.seconds
    return Speech(b"".join(samples), rate, tuple(words))


def _joined(readings: Sequence[Speech]) -> tuple[Speech, list[float]]:
    """Return the readings one after the other, and when each begins."""
    rate = readings[0].rate if readings else RATE
    gap = bytes(2 * int(_GAP * rate))
    starts, at = [], 0.0
    for reading in readings:
        starts.append(at)
        at += reading.seconds + len(gap) / 2 / rate
    return Speech(gap.join(reading.samples for reading in readings), rate, ()), starts


def _quietest(samples: Samples, at: float) -> int:
    """Return the sample near a moment around which the least is heard."""
    import numpy as np

    size = int(_QUIET_WINDOW * RATE)
    first = max(0, int((at - _NEAR) * RATE))
    near = samples[first : int((at + _NEAR) * RATE)].astype(np.float32)
    count = len(near) // size
    if count == 0:
        return min(len(samples), int(at * RATE))
    loudness = np.abs(near[: count * size]).reshape(count, size).mean(axis=1)
    return first + int(loudness.argmin()) * size + size // 2
