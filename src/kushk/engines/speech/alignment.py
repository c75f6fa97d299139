"""Times of words in any sound, from another voice's reading of the same text whose times are known.

It serves servers that tell no times, and people who read aloud: a sentence as well as a whole story.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kushk.core.spoken import Timed
from kushk.engines.speech.interface import Speech, SpeechError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from kushk.engines.speech.features import Floats

    Samples = NDArray[np.int16]

_QUIET = 0.03
"""Part of the loudest moments under which what comes before and after the reading is silence."""
_MOMENT = 0.02
"""Seconds of sound whose loudness is looked at."""

_SENTENCE_SECONDS = 40.0
"""Longer sounds are laid side by side twice: roughly, then closely around what was found."""
_HOP, _STORY_HOP = 0.01, 0.02
_SLACK = 0.2
"""Part of a sentence by which a word may be off its place after stretching, at least ``_LEAST`` frames."""
_LEAST = 60
_COARSE = 8
"""Close frames in a rough one."""
_STORY_SLACK, _MOST_SLACK = 0.25, 120.0
"""Part of a story by which a sentence may be off its place after stretching, and seconds at most."""
_CLOSE = 3.0
"""Seconds around what was found roughly."""
MOST_SECONDS = 2 * 3600


class TooLongToAlign(SpeechError):
    """A recording is longer than is laid beside another."""

    code = "recording-too-long"
    words = "A recording of {seconds} seconds is too long; at most {most} can be timed."


def aligned(samples: Samples, rate: int, reference: Speech) -> tuple[Timed, ...]:
    """Return the reference's words with their times in another sound of the same text.

    Args:
        samples: signed 16-bit, one channel.
        rate: samples a second.
        reference: the same text, spoken by a voice that reports its words.

    Raises:
        TooLongToAlign: either lasts more than two hours.
    """
    moments = [moment for word in reference.words for moment in (word.begins, word.ends)]
    mapped = moved(moments, samples, rate, reference)
    pairs = zip(reference.words, mapped[::2], mapped[1::2], strict=True)
    return tuple(Timed(word.start, word.end, begins, max(begins, ends)) for word, begins, ends in pairs)


def moved(moments: Sequence[float], samples: Samples, rate: int, reference: Speech) -> list[float]:
    """Return where moments of the reference lie in another sound of the same text, in order.

    Raises:
        TooLongToAlign: either lasts more than two hours.
    """
    import numpy as np

    from kushk.engines.speech.features import cepstra

    seconds = len(samples) / rate
    if max(seconds, reference.seconds) > MOST_SECONDS:
        raise TooLongToAlign(seconds=round(max(seconds, reference.seconds)), most=MOST_SECONDS)
    known = np.frombuffer(reference.samples, "<i2")
    if not moments or not len(samples) or not len(known):
        return [0.0] * len(moments)
    (begin, end), (since, until) = _reading(samples, rate), _reading(known, reference.rate)
    story = max(seconds, reference.seconds) > _SENTENCE_SECONDS
    hop = _STORY_HOP if story else _HOP
    mine = cepstra(samples[int(begin * rate) : int(end * rate)], rate, hop)
    theirs = cepstra(known[int(since * reference.rate) : int(until * reference.rate)], reference.rate, hop)
    places = _story(theirs, mine) if story else _sentence(theirs, mine)
    frames = (np.asarray(moments) - since) / hop
    times = begin + np.interp(frames, np.arange(len(places)), places) * hop
    return [float(at) for at in np.clip(np.maximum.accumulate(times), 0.0, seconds)]


def _sentence(theirs: Floats, mine: Floats) -> Floats:
    import numpy as np

    from kushk.engines.speech.features import warped

    expected = np.linspace(0, len(mine) - 1, len(theirs))
    return warped(theirs, mine, expected, max(_LEAST, round(len(mine) * _SLACK)))


def _story(theirs: Floats, mine: Floats) -> Floats:
    import numpy as np

    from kushk.engines.speech.features import pooled, warped

    rough, rough_mine = pooled(theirs, _COARSE), pooled(mine, _COARSE)
    expected = np.linspace(0, len(rough_mine) - 1, len(rough))
    most = _MOST_SLACK / _STORY_HOP / _COARSE
    found = warped(rough, rough_mine, expected, max(_LEAST, round(min(most, len(rough_mine) * _STORY_SLACK))))
    centre = np.interp(np.arange(len(theirs)) / _COARSE, np.arange(len(found)), found) * _COARSE
    return warped(theirs, mine, centre, round(_CLOSE / _STORY_HOP))


def _reading(samples: Samples, rate: int) -> tuple[float, float]:
    """Return the seconds between which a recording is not silent; all of it when it is nothing but."""
    import numpy as np

    size = max(1, round(rate * _MOMENT))
    moments = samples[: len(samples) // size * size].reshape(-1, size)
    loud = np.abs(moments).mean(axis=1)
    heard = np.flatnonzero(loud > max(1.0, np.percentile(loud, 99) * _QUIET)) if len(loud) else loud
    if len(heard) < 2:  # noqa: PLR2004 - a reading has two ends
        return 0.0, len(samples) / rate
    return float(heard[0]) * _MOMENT, min(len(samples) / rate, (float(heard[-1]) + 1) * _MOMENT)
