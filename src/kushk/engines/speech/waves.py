"""WAV and bare PCM as servers send them, made one channel of 16 bits. Pure."""

from __future__ import annotations

import numpy as np

_HEADER, _CHUNK = 12, 8
_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
_RATES = (4_000, 192_000)


class NoWave(ValueError):
    """The bytes are no WAV of a kind that is read."""


def read_wave(data: bytes) -> tuple[bytes, int]:
    """Return samples (16-bit little-endian, one channel) and rate of a WAV.

    Servers that stream do not know the length when they write the header: what is there counts.

    Raises:
        NoWave: it is none, or neither 16-bit PCM nor 32-bit float.
    """
    if data[:4] != b"RIFF" or data[8:_HEADER] != b"WAVE":
        raise NoWave("no WAV")
    at, shape = _HEADER, b""
    while at + _CHUNK <= len(data):
        kind, size = data[at : at + 4], int.from_bytes(data[at + 4 : at + _CHUNK], "little")
        body = at + _CHUNK
        if kind == b"fmt ":
            shape = data[body : body + size]
        elif kind == b"data" and shape:
            return _samples(data[body : body + size], shape)
        at = body + size + size % 2
    raise NoWave("a WAV without sound")


def _samples(sound: bytes, shape: bytes) -> tuple[bytes, int]:
    def number(start: int, size: int) -> int:
        return int.from_bytes(shape[start : start + size], "little")

    kind, channels, rate, bits = number(0, 2), number(2, 2), number(4, 4), number(14, 2)
    if kind == _EXTENSIBLE:
        kind = number(24, 2)
    if not 1 <= channels <= 8 or not _RATES[0] <= rate <= _RATES[1]:  # noqa: PLR2004 - no voice has more
        raise NoWave("a WAV of odd shape")
    if (kind, bits) == (_PCM, 16):
        wave = np.frombuffer(sound[: len(sound) // (2 * channels) * 2 * channels], "<i2")
    elif (kind, bits) == (_FLOAT, 32):
        floats = np.frombuffer(sound[: len(sound) // (4 * channels) * 4 * channels], "<f4")
        wave = (np.clip(np.nan_to_num(floats), -1, 1) * 32_767).astype("<i2")
    else:
        raise NoWave(f"a WAV of {bits} bits")
    if channels > 1:
        wave = wave.reshape(-1, channels).mean(axis=1).astype("<i2")
    return wave.tobytes(), rate
