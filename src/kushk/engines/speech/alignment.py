"""Times of words in any sound, from another voice's reading of the same text whose times are known.

Both are described by how they sound every few milliseconds (mel-frequency cepstral coefficients, Davis and
Mermelstein 1980) and laid side by side by dynamic time warping (Sakoe and Chiba 1978). numpy alone; no model.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kushk.core.spoken import Timed
from kushk.engines.speech.interface import Speech

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.int16]
    Frames = NDArray[np.float32]

_BANDS, _COEFFICIENTS = 26, 13
_WINDOW = 0.025
_HIGHEST = 7_600.0
"""Hertz."""
_MOST_FRAMES = 3_000
"""Frames of either sound; longer ones get longer steps."""
_FINEST = 0.01
"""Seconds from frame to frame."""


def aligned(samples: Samples, rate: int, reference: Speech) -> tuple[Timed, ...]:
    """Return the reference's words with their times in another sound of the same text.

    Args:
        samples: signed 16-bit, one channel.
        rate: samples a second.
        reference: the same text, spoken by a voice that reports its words.
    """
    moments = [moment for word in reference.words for moment in (word.begins, word.ends)]
    mapped = moved(moments, samples, rate, reference)
    pairs = zip(reference.words, mapped[::2], mapped[1::2], strict=True)
    return tuple(Timed(word.start, word.end, begins, max(begins, ends)) for word, begins, ends in pairs)


def moved(moments: Sequence[float], samples: Samples, rate: int, reference: Speech) -> list[float]:
    """Return where moments of the reference lie in another sound of the same text, in order."""
    import numpy as np

    seconds = len(samples) / rate
    if not moments or not seconds or not reference.seconds:
        return [0.0] * len(moments)
    step = max(_FINEST, max(seconds, reference.seconds) / _MOST_FRAMES)
    known = np.frombuffer(reference.samples, np.int16)
    path = _path(_frames(known, reference.rate, step), _frames(samples, rate, step))
    times = np.interp(np.asarray(moments), path[:, 0] * step, path[:, 1] * step)
    return [float(at) for at in np.clip(np.maximum.accumulate(times), 0.0, seconds)]


def _frames(samples: Samples, rate: int, step: float) -> Frames:
    """Return the description of a sound: a row every ``step`` seconds, of length one."""
    import numpy as np

    size, hop = int(rate * _WINDOW), int(rate * step)
    padded = np.pad(samples.astype(np.float32), (0, max(0, size - len(samples)) + hop))
    count = 1 + (len(padded) - size) // hop
    windows = np.lib.stride_tricks.sliding_window_view(padded, size)[: count * hop : hop] * np.hanning(size)
    power = np.abs(np.fft.rfft(windows, 1024, axis=1)) ** 2
    mel = np.log(power @ _mel(rate).T + 1e3)
    wave = np.cos(np.pi / _BANDS * np.outer(np.arange(_COEFFICIENTS), np.arange(_BANDS) + 0.5))
    cepstrum = mel @ wave.T
    whole = np.hstack([cepstrum, np.gradient(cepstrum, axis=0) * 2 if len(cepstrum) > 1 else cepstrum * 0])
    whole = (whole - whole.mean(axis=0)) / (whole.std(axis=0) + 1e-6)
    norms: Any = np.linalg.norm(whole, axis=1, keepdims=True) + 1e-6
    return (whole / norms).astype(np.float32)


def _mel(rate: int) -> Any:
    """Return the triangular bands of the mel scale over the powers of a window."""
    import numpy as np

    def to_mel(hertz: float) -> float:
        return float(2595 * np.log10(1 + hertz / 700))

    edges = np.linspace(to_mel(60.0), to_mel(min(_HIGHEST, rate / 2)), _BANDS + 2)
    hertz = 700 * (10 ** (edges / 2595) - 1)
    bins = np.arange(513) * rate / 1024
    rising = (bins - hertz[:-2, None]) / (hertz[1:-1] - hertz[:-2])[:, None]
    falling = (hertz[2:, None] - bins) / (hertz[2:] - hertz[1:-1])[:, None]
    return np.clip(np.minimum(rising, falling), 0, None)


def _path(known: Frames, other: Frames) -> NDArray[np.int64]:
    """Return the cheapest way through both, as pairs of frames from the first to the last."""
    import numpy as np

    rows, columns = len(known), len(other)
    came = np.zeros((rows, columns), np.int8)
    cost = 1 - known @ other.T
    before = np.full(columns, np.inf, np.float32)
    for row in range(rows):
        straight = np.concatenate([[0.0 if row == 0 else np.inf], before[:-1]]).astype(np.float32)
        from_above = np.where(straight <= before, 0, 1).astype(np.int8)
        best = np.minimum(straight, before) + cost[row]
        before, came[row] = _along(best, cost[row], from_above)
    return _back(came)


def _along(best: Frames, cost: Frames, came: NDArray[np.int8]) -> tuple[Frames, NDArray[np.int8]]:
    """Let each frame of a row also be reached from the one before it in the row."""
    import numpy as np

    walked = np.cumsum(cost, dtype=np.float64)
    lowest = np.minimum.accumulate(best - walked)
    reached = (lowest + walked).astype(np.float32)
    return reached, np.where(reached < best - 1e-4, 2, came).astype(np.int8)


def _back(came: NDArray[np.int8]) -> NDArray[np.int64]:
    import numpy as np

    row, column = came.shape[0] - 1, came.shape[1] - 1
    path = [(row, column)]
    while row > 0 or column > 0:
        step = came[row, column]
        if row == 0 or step == 2:  # noqa: PLR2004 - along the row
            column -= 1
        elif column == 0 or step == 1:
            row -= 1
        else:
            row, column = row - 1, column - 1
        path.append((row, column))
    return np.array(path[::-1], np.int64)
