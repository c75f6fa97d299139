"""What speech sounds like, frame by frame (MFCC), and which frame of one voice is which of another's (DTW).

Mel-frequency cepstra as of Davis and Mermelstein (1980); the warping is that of Sakoe and Chiba (1978) in a band.
Everything is a pass of NumPy over whole rows, and bounded by the width of the band.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

_WINDOW = 0.025
"""Seconds of sound in a frame."""
_BANDS, _KEPT = 26, 13
_LOWEST, _HIGHEST = 60.0, 7600.0
"""Hertz."""
_BLOCK = 4096
"""Frames transformed at a time."""


def cepstra(samples: NDArray[np.int16], rate: int, hop: float) -> Floats:
    """Return 13 cepstra and their slopes for each frame, all of like weight.

    Args:
        samples: one channel.
        rate: samples a second.
        hop: seconds from frame to frame.
    """
    step, size = max(1, round(rate * hop)), round(rate * _WINDOW)
    count = max(1, -(-len(samples) // step))
    parts = []
    for first in range(0, count, _BLOCK):  # so that only a block of a long recording is held as floats
        many = min(_BLOCK, count - first)
        wave = samples[first * step : (first + many - 1) * step + size].astype(np.float32) / 32768
        padded: Floats = np.pad(wave, (0, (many - 1) * step + size - len(wave)))
        parts.append(_cepstra_of(padded, np.arange(many) * step, rate, size))
    still = np.concatenate(parts)
    slopes = np.gradient(still, axis=0).astype(np.float32) if count > 1 else np.zeros_like(still)
    return _levelled(np.concatenate([still, 2 * slopes], axis=1))


def pooled(features: Floats, by: int) -> Floats:
    """Return the means of each ``by`` frames."""
    whole = -(-len(features) // by) * by
    padded = np.concatenate([features, np.repeat(features[-1:], whole - len(features), axis=0)])
    return padded.reshape(-1, by, features.shape[1]).mean(axis=1).astype(np.float32)


def warped(first: Floats, second: Floats, centre: NDArray[Any], half: int) -> Floats:
    """Return for each frame of ``first`` the frame of ``second`` that sounds at the same place, never going back.

    Args:
        first: features.
        second: features.
        centre: about which frame of ``second`` each one is expected.
        half: frames by which it may be off; memory is ``len(first) * (2 * half + 1)`` bytes.
    """
    width = min(2 * half + 1, len(second))
    lows = np.clip(np.asarray(centre).astype(np.int64) - half, 0, len(second) - width)
    lows[0], lows[-1] = 0, len(second) - width
    lows = np.maximum.accumulate(lows)
    lows = np.minimum(lows, len(second) - width)
    return _means(_path(_steps(first, second, lows, width), lows, len(second)), len(first))


_UP, _DIAGONAL, _ALONG = 0, 1, 2


def _steps(first: Floats, second: Floats, lows: Ints, width: int) -> NDArray[np.uint8]:
    """Return how the cheapest way comes to each cell of the band."""
    steps = np.zeros((len(first), width), np.uint8)
    squares = (second * second).sum(axis=1)
    before = np.full(width + 2, np.inf)
    shift = 0
    for row, low in enumerate(lows):
        near = second[low : low + width]
        costs = np.sqrt(np.maximum(squares[low : low + width] - 2 * near @ first[row] + first[row] @ first[row], 0))
        costs = costs.astype(np.float64)
        if row:
            shift = int(low - lows[row - 1])
            up, diagonal = _shifted(before, shift, width), _shifted(before, shift - 1, width)
        else:
            up, diagonal = np.full(width, np.inf), np.concatenate([[0.0], np.full(width - 1, np.inf)])
        entered = np.minimum(up, diagonal)
        sums = np.cumsum(costs)
        reached = sums + np.minimum.accumulate(entered - (sums - costs))
        along = np.concatenate([[np.inf], reached[:-1]])
        steps[row] = np.where(along < entered, _ALONG, np.where(diagonal <= up, _DIAGONAL, _UP))
        before = reached
    return steps


def _shifted(row: NDArray[np.float64], by: int, width: int) -> NDArray[np.float64]:
    """Return a row of costs as seen from a band that begins ``by`` columns later."""
    moved = np.full(width, np.inf)
    if by < 0:
        moved[-by:] = row[: width + by]
    elif by < width:
        kept = row[by:width]
        moved[: len(kept)] = kept
    return moved


def _path(steps: NDArray[np.uint8], lows: Ints, columns: int) -> Ints:
    """Return the cells of the cheapest way as rows and columns, from its end."""
    row, column, cells = len(steps) - 1, columns - 1, []
    while row >= 0 and column >= 0:
        cells.append((row, column))
        step = steps[row, min(max(column - lows[row], 0), steps.shape[1] - 1)]
        if row == 0 and column == 0:
            break
        row -= step != _ALONG and row > 0
        column -= step != _UP or row == 0
    return np.array(cells, np.int64)


def _means(cells: Ints, rows: int) -> Floats:
    counts = np.bincount(cells[:, 0], minlength=rows)
    sums = np.bincount(cells[:, 0], weights=cells[:, 1], minlength=rows)
    return np.maximum.accumulate(sums / np.maximum(counts, 1)).astype(np.float32)


def _cepstra_of(wave: Floats, starts: Ints, rate: int, size: int) -> Floats:
    frames = wave[starts[:, None] + np.arange(size)[None, :]] * np.hanning(size).astype(np.float32)
    power = np.abs(np.fft.rfft(frames, axis=1)) ** 2
    bands = np.log(power @ _filters(rate, size).T + 1e-7)
    return (bands @ _cosines().T).astype(np.float32)


def _levelled(features: Floats) -> Floats:
    spread = features.std(axis=0)
    return ((features - features.mean(axis=0)) / np.where(spread > 1e-6, spread, 1)).astype(np.float32)  # noqa: PLR2004


@lru_cache(maxsize=8)
def _filters(rate: int, size: int) -> Floats:
    """Return triangles that are evenly wide on the mel scale."""
    edges = 700 * (10 ** (np.linspace(_mel(_LOWEST), _mel(min(_HIGHEST, rate / 2)), _BANDS + 2) / 2595) - 1)
    at = np.fft.rfftfreq(size, 1 / rate)[None, :]
    low, middle, high = edges[:-2, None], edges[1:-1, None], edges[2:, None]
    return np.maximum(0, np.minimum((at - low) / (middle - low), (high - at) / (high - middle))).astype(np.float32)


def _mel(hertz: float) -> float:
    return float(2595 * np.log10(1 + hertz / 700))


@lru_cache(maxsize=1)
def _cosines() -> Floats:
    rows, columns = np.arange(_KEPT)[:, None], np.arange(_BANDS)[None, :]
    return np.cos(np.pi * rows * (columns + 0.5) / _BANDS).astype(np.float32)
