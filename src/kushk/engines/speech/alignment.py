"""When each word of a foreign voice sounds: espeak-ng says the same text, and the two are laid over each other.

The times of espeak-ng's words are known. It serves servers that tell no times, and people who read aloud.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from kushk.core.spoken import Timed, speakable_parts
from kushk.engines.speech.espeak.engine import Espeak
from kushk.engines.speech.features import Floats, cepstra, pooled, warped
from kushk.engines.speech.interface import SpeechError, Voice

HOP = 0.01
"""Seconds from frame to frame for a sentence."""
_SLACK = 0.2
"""Part of a sentence by which a word may be off its place after stretching, at least ``_LEAST`` frames."""
_LEAST = 60
_QUIET = 0.03
"""Part of the loudest moments under which a recording's begin and end are silence."""

STORY_HOP = 0.04
_COARSE = 4
"""Frames of the second look in one of the first."""
_STORY_SLACK = 90.0
"""Seconds by which a sentence may be off its place in the first look at most."""
_STORY_PART = 0.25
_SECOND_SLACK = 3.0
_NEAR = 0.35
"""Seconds around a boundary in which the quietest moment is sought."""
_MOMENT = 0.02
_CALM = 0.2
MOST_STORY_SECONDS = 2 * 3600
MOST_SENTENCE_SECONDS = 180


class TooLongToAlign(SpeechError):
    """A recording is longer than is aligned."""

    code = "recording-too-long"
    words = "A recording of {seconds} seconds is too long; at most {most} are aligned."


def aligned(samples: bytes, rate: int, text: str, voice: Voice, espeak: Espeak) -> tuple[Timed, ...]:
    """Return when each word of a sentence sounds in a recording of it.

    Args:
        samples: signed 16-bit little-endian, one channel.
        rate: samples a second.
        text: what is said.
        voice: of espeak-ng, for the text's language.
        espeak: the engine.

    Raises:
        TextTooLong: more than an engine takes at a time.
        TooLongToAlign: the recording is longer than three minutes.
        EngineDown: espeak-ng does not answer.
    """
    sound = _sound(samples, rate, MOST_SENTENCE_SECONDS)
    known = espeak.speak(text, voice)
    other = _sound(known.samples, known.rate, MOST_SENTENCE_SECONDS)
    if not known.words or not len(sound) or not len(other):
        return ()
    (begin, end), (from_, to) = _spoken_part(sound, rate), _spoken_part(other, known.rate)
    mine = cepstra(sound[int(begin * rate) : int(end * rate)], rate, HOP)
    theirs = cepstra(other[int(from_ * known.rate) : int(to * known.rate)], known.rate, HOP)
    expected = np.linspace(0, len(mine) - 1, len(theirs))
    places = warped(theirs, mine, expected, max(_LEAST, round(len(mine) * _SLACK)))
    moments = begin + _at(
        places, [(each - from_) / HOP for word in known.words for each in (word.begins, word.ends)], HOP
    )
    moments = np.maximum.accumulate(np.clip(moments, 0, len(sound) / rate)).tolist()
    return tuple(
        Timed(word.start, word.end, moments[2 * index], moments[2 * index + 1])
        for index, word in enumerate(known.words)
    )


def aligned_sentences(
    samples: bytes, rate: int, texts: Sequence[str], voice: Voice, espeak: Espeak
) -> list[tuple[float, float]]:
    """Return where each sentence begins and ends, in seconds, in a recording of all of them.

    Sentences are cut at the quietest moment near where they meet, so that one ends where the next begins.

    Raises:
        TooLongToAlign: the recording is longer than two hours.
        EngineDown: espeak-ng does not answer.
    """
    sound = _sound(samples, rate, MOST_STORY_SECONDS)
    if not texts or not len(sound):
        return [(0.0, 0.0)] * len(texts)
    said, frames, other_rate = _said(texts, voice, espeak)
    begin, end = _spoken_part(sound, rate)
    mine = cepstra(sound[int(begin * rate) : int(end * rate)], rate, STORY_HOP)
    theirs = cepstra(said, other_rate, STORY_HOP)
    places = _twice(theirs, mine)
    cuts = [_quietest(sound, rate, begin + at) for at in _at(places, frames, STORY_HOP).tolist()]
    edges = np.maximum.accumulate(np.clip([begin, *cuts, end], begin, end)).tolist()
    return list(pairwise(edges))


def _said(texts: Sequence[str], voice: Voice, espeak: Espeak) -> tuple[NDArray[np.int16], list[float], int]:
    """Return espeak-ng's own reading of sentences, and the frames at which all but the first begin."""
    spoken, ends, rate, total = [], [], 22_050, 0
    for text in texts:
        for first, last in speakable_parts(text):
            speech = espeak.speak(text[first:last], voice)
            spoken.append(np.frombuffer(speech.samples, "<i2"))
            rate, total = speech.rate, total + len(spoken[-1])
        ends.append(total / rate / STORY_HOP)
    return np.concatenate(spoken) if total else np.zeros(1, np.int16), ends[:-1], rate


def _twice(theirs: Floats, mine: Floats) -> Floats:
    """Lay a long reading over another: once roughly in a wide band, then closely around what was found."""
    rough, rough_mine = pooled(theirs, _COARSE), pooled(mine, _COARSE)
    expected = np.linspace(0, len(rough_mine) - 1, len(rough))
    most = _STORY_SLACK / STORY_HOP / _COARSE
    half = max(_LEAST, round(min(most, len(rough_mine) * _STORY_PART)))
    found = warped(rough, rough_mine, expected, half)
    centre = np.interp(np.arange(len(theirs)) / _COARSE, np.arange(len(found)), found) * _COARSE
    return warped(theirs, mine, centre, round(_SECOND_SLACK / STORY_HOP))


def _at(places: Floats, frames: Sequence[float], hop: float) -> NDArray[np.float64]:
    """Return the seconds in the recording for frames of espeak-ng's reading."""
    return np.interp(frames, np.arange(len(places)), places) * hop


def _sound(samples: bytes, rate: int, most: float) -> NDArray[np.int16]:
    sound = np.frombuffer(samples[: len(samples) // 2 * 2], "<i2")
    if len(sound) > most * rate:
        raise TooLongToAlign(seconds=round(len(sound) / rate), most=round(most))
    return sound


def _loudness(sound: NDArray[np.int16], rate: int) -> NDArray[np.float64]:
    """Return the root mean square of every ``_MOMENT`` of sound."""
    size = max(1, round(rate * _MOMENT))
    whole = sound[: len(sound) // size * size].reshape(-1, size).astype(np.float32)
    return np.sqrt((whole * whole).mean(axis=1)).astype(np.float64)


def _spoken_part(sound: NDArray[np.int16], rate: int) -> tuple[float, float]:
    """Return the seconds between which a recording is not silent; all of it when it is nothing but."""
    seconds, loud = len(sound) / rate, _loudness(sound, rate)
    heard = np.flatnonzero(loud > max(1.0, np.percentile(loud, 99) * _QUIET)) if len(loud) else loud
    if len(heard) < 2:  # noqa: PLR2004 - a part has two ends
        return 0.0, seconds
    return float(heard[0]) * _MOMENT, min(seconds, (float(heard[-1]) + 1) * _MOMENT)


def _quietest(sound: NDArray[np.int16], rate: int, at: float) -> float:
    """Return the middle of the quietest fifth of a second near a moment."""
    first = max(0.0, at - _NEAR)
    loud = _loudness(sound[int(first * rate) : int((at + _NEAR) * rate)], rate)
    calm = round(_CALM / _MOMENT)
    if len(loud) < calm:
        return at
    return first + (int(np.argmin(np.convolve(loud, np.ones(calm), "valid"))) + calm / 2) * _MOMENT
