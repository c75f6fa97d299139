"""Opus through the system's libopus: half the size of MP3. Without the library there is MP3 alone."""

from __future__ import annotations

import ctypes
import ctypes.util
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TYPE_CHECKING

from kushk.core.errors import KushkError
from kushk.renditions.narration.sound.grid import DELAY, PACKETS, RATE, STEP, steps_for

if TYPE_CHECKING:
    from kushk.renditions.narration.sound.pcm import Samples

BITRATE = 24_000
COMPLEXITY = 5
PACKET_SAMPLES = STEP // PACKETS
LOOKAHEAD = 156
"""Samples by which the encoder is late at the house rate, in every mode it has for speech (OPUS_GET_LOOKAHEAD)."""

LARGEST = 1_275
"""Bytes of the largest packet of 20 ms (RFC 6716, 3.4)."""

_VOIP, _VOICE = 2048, 3001
_SET_BITRATE, _SET_COMPLEXITY, _SET_SIGNAL = 4002, 4010, 4024


class OpusMissing(KushkError):
    """The system has no libopus, or it refuses to work."""

    code = "opus-missing"
    words = "Opus cannot be made: {reason}."


def available() -> bool:
    """Whether the system has libopus."""
    return _library() is not None


def seconds_of(packets: tuple[bytes, ...]) -> float:
    """Return how long packets last."""
    return len(packets) * PACKET_SAMPLES / RATE


def encode(samples: Samples, bitrate: int = BITRATE, complexity: int = COMPLEXITY) -> tuple[bytes, ...]:
    """Return the packets of a clip, silence before and after it included: six for each of its steps.

    Args:
        samples: One channel at the house rate.
        bitrate: Bits in a second, roughly.
        complexity: From 0 to 10, the slowest.

    Raises:
        OpusMissing: When there is no libopus.
    """
    library = _library()
    if library is None:
        raise OpusMissing(reason="libopus is not installed")
    steps = steps_for(len(samples))
    padded = (bytes(2 * (DELAY - LOOKAHEAD)) + samples.tobytes()).ljust(2 * steps * STEP, b"\x00")
    with _encoder(library, bitrate, complexity) as encoder:
        return tuple(_packets(library, encoder, padded))


def _packets(library: ctypes.CDLL, encoder: ctypes.c_void_p, padded: bytes) -> Iterator[bytes]:
    buffer = ctypes.create_string_buffer(LARGEST)
    width = 2 * PACKET_SAMPLES
    for place in range(0, len(padded), width):
        size = library.opus_encode(encoder, padded[place : place + width], PACKET_SAMPLES, buffer, LARGEST)
        if size <= 0:
            raise OpusMissing(reason=f"libopus answers {size}")
        yield buffer.raw[:size]


@contextmanager
def _encoder(library: ctypes.CDLL, bitrate: int, complexity: int) -> Iterator[ctypes.c_void_p]:
    fault = ctypes.c_int()
    address = library.opus_encoder_create(RATE, 1, _VOIP, ctypes.byref(fault))
    if fault.value or not address:
        raise OpusMissing(reason=f"libopus answers {fault.value}")
    encoder = ctypes.c_void_p(address)
    try:
        for request, value in ((_SET_BITRATE, bitrate), (_SET_COMPLEXITY, complexity), (_SET_SIGNAL, _VOICE)):
            library.opus_encoder_ctl(encoder, request, ctypes.c_int(value))
        yield encoder
    finally:
        library.opus_encoder_destroy(encoder)


@cache
def _library() -> ctypes.CDLL | None:
    """Return libopus; its usual name is tried before the slow search for it."""
    library = _loaded("libopus.so.0") or _loaded(ctypes.util.find_library("opus"))
    if library is not None:
        library.opus_encoder_create.restype = ctypes.c_void_p
    return library


def _loaded(name: str | None) -> ctypes.CDLL | None:
    try:
        return ctypes.CDLL(name) if name else None
    except OSError:
        return None
