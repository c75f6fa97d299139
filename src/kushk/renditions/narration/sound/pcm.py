"""Samples: one channel of 16-bit numbers at the house rate. Only what encodes needs the libraries of this module."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kushk.core.errors import KushkError
from kushk.renditions.narration.sound.grid import RATE

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.int16]

LONGEST = 4 * 3600
"""Seconds of a recording that are read."""

_LOWEST_RATE, _HIGHEST_RATE, _MOST_CHANNELS = 4_000, 384_000, 8
"""What recordings of a voice have; others are mistakes or meant to use memory up."""

_BLOCK = 1 << 17
"""Samples of each channel that are read at once."""

_QUIETEST_LIMITED, _LOUDEST = 23_197.0, 30_902.0
"""Peaks are rounded from 3 dB below full scale and never pass 0.5 dB: encoders overshoot, and players clip that."""


class NotARecording(KushkError):
    """What should be a recording is none, is damaged, or lasts too long."""

    code = "not-a-recording"
    words = "This is not a recording that can be read: {reason}."


def silence(seconds: float) -> Samples:
    """Return that many seconds of silence."""
    import numpy as np

    return np.zeros(round(seconds * RATE), dtype=np.int16)


def resampled(samples: Samples, rate: int) -> Samples:
    """Return the samples at the house rate.

    Args:
        samples: One channel.
        rate: Samples in a second of theirs.
    """
    import soxr

    return samples if rate == RATE else soxr.resample(samples, rate, RATE)


def limited(samples: Samples) -> Samples:
    """Return the samples with peaks near full scale rounded; what is not so loud stays as it is.

    The rounding depends on each sample alone, so that sentences keep their loudness beside each other.
    """
    import numpy as np

    if not samples.size or max(int(samples.max()), -int(samples.min())) <= _QUIETEST_LIMITED:
        return samples
    room = _LOUDEST - _QUIETEST_LIMITED
    size = np.abs(samples.astype(np.float32))
    rounded = np.where(
        size > _QUIETEST_LIMITED, _QUIETEST_LIMITED + room * np.tanh((size - _QUIETEST_LIMITED) / room), size
    )
    return np.rint(np.copysign(rounded, samples)).astype(np.int16)


def read_recording(recording: Path | bytes) -> Samples:
    """Return a recording (WAV, FLAC, OGG or MP3) as one channel at the house rate.

    Args:
        recording: The file or what is in it.

    Raises:
        NotARecording: When it cannot be read, is empty, or lasts longer than ``LONGEST`` seconds.
    """
    import numpy as np
    import soundfile

    source = io.BytesIO(recording) if isinstance(recording, bytes) else recording
    try:
        with warnings.catch_warnings(), soundfile.SoundFile(source) as file:
            warnings.simplefilter("ignore")
            read = bytearray()  # grows in place: hours of sound are not held twice
            for block in _blocks(file):
                read += block.tobytes()
    except (soundfile.LibsndfileError, OSError, ValueError, RuntimeError) as error:
        raise NotARecording(reason=str(error) or type(error).__name__) from error
    if not read:
        raise NotARecording(reason="it is empty")
    return np.frombuffer(read, dtype=np.int16)


def _blocks(file: Any) -> Iterator[Samples]:
    """Yield a file's samples at the house rate. What it says of its length is not believed: the samples are counted."""
    import numpy as np
    import soxr

    if not _LOWEST_RATE <= file.samplerate <= _HIGHEST_RATE or file.channels > _MOST_CHANNELS:
        raise NotARecording(reason=f"{file.channels} channels at {file.samplerate} Hz")
    stream = soxr.ResampleStream(file.samplerate, RATE, 1, dtype="float32")
    read = 0
    while len(block := file.read(_BLOCK, dtype="float32", always_2d=True)):
        read += len(block)
        if read > LONGEST * file.samplerate:
            raise NotARecording(reason=f"it lasts longer than {LONGEST} seconds")
        yield _whole(np.nan_to_num(stream.resample_chunk(block.mean(axis=1))))
    yield _whole(np.nan_to_num(stream.resample_chunk(np.zeros(0, dtype=np.float32), last=True)))


def _whole(samples: Any) -> Samples:
    import numpy as np

    return np.clip(np.rint(samples * 32_768.0), -32_768, 32_767).astype(np.int16)
