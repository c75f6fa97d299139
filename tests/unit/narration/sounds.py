"""Sentences that are tones, so that a wrong place is heard as a wrong pitch, and readers of what was written."""

from __future__ import annotations

import ctypes
import io
import struct

import numpy as np
import soundfile

from kushk.renditions.narration.sound.clip import Encoded, encoded
from kushk.renditions.narration.sound.grid import RATE

TONES = tuple(400 + 150 * number for number in range(12))
"""Hertz, a sentence each."""


def tone(hertz: float, seconds: float, rate: int = RATE, loudness: float = 0.4) -> np.ndarray:
    times = np.arange(round(seconds * rate)) / rate
    return (loudness * 32_767 * np.sin(2 * np.pi * hertz * times)).astype(np.int16)


def story() -> list[Encoded]:
    """Twelve sentences of different lengths, none a whole number of anything."""
    return [encoded(tone(hertz, 0.83 + 0.077 * number, 22_050), 22_050) for number, hertz in enumerate(TONES)]


def pitch(samples: np.ndarray, rate: int = RATE) -> float:
    """Return the loudest frequency in hertz."""
    spectrum = np.abs(np.fft.rfft(samples * np.hanning(len(samples)), 1 << 16))
    return float(spectrum.argmax()) * rate / (1 << 16)


def late(heard: np.ndarray, samples: np.ndarray) -> int:
    """Return how many samples later than in ``samples`` the same is heard, by correlation."""
    room = len(heard) - len(samples)
    size = 1 << (len(heard) + len(samples)).bit_length()
    product = np.fft.rfft(heard.astype(float), size) * np.conj(np.fft.rfft(samples.astype(float), size))
    return int(np.fft.irfft(product)[: room + 1].argmax())


def babble(seconds: float, seed: int = 1) -> np.ndarray:
    """Return noise that swells as speech does: its place in time is beyond doubt."""
    count = max(8, round(seconds * RATE))
    noise = np.convolve(np.random.default_rng(seed).normal(size=count), np.ones(8) / 8, "same")
    return (8_000 * noise * (0.55 + 0.45 * np.sin(np.arange(count) / 900))).astype(np.int16)


def decoded_mp3(frames: bytes) -> np.ndarray:
    samples, rate = soundfile.read(io.BytesIO(frames), dtype="int16")
    assert rate == RATE
    return samples


def decoded_opus(packets) -> np.ndarray:
    """Decode with the system's libopus, as a player does: one decoder for all packets."""
    library = ctypes.CDLL("libopus.so.0")
    library.opus_decoder_create.restype = ctypes.c_void_p
    fault = ctypes.c_int()
    decoder = ctypes.c_void_p(library.opus_decoder_create(RATE, 1, ctypes.byref(fault)))
    room = (ctypes.c_int16 * 2_880)()
    parts = []
    for packet in packets:
        count = library.opus_decode(decoder, packet, len(packet), room, 2_880, 0)
        assert count > 0
        parts.append(np.array(room[:count], dtype=np.int16))
    library.opus_decoder_destroy(decoder)
    return np.concatenate(parts)


MASTERS = {
    *(0x1A45DFA3, 0x18538067, 0x114D9B74, 0x4DBB, 0x1549A966, 0x1654AE6B, 0xAE, 0xE1, 0x1C53BB6B, 0xBB, 0xB7),
    *(0x1F43B675, 0x1254C367, 0x7373, 0x63C0, 0x67C8),
}


def elements(data: bytes, start: int = 0, end: int | None = None):
    """Yield (name, where it starts, its content: bytes, or a list of elements)."""
    end = len(data) if end is None else end
    while start < end:
        width = 9 - data[start].bit_length()
        name = int.from_bytes(data[start : start + width])
        place = start + width
        length = 9 - data[place].bit_length()
        size = int.from_bytes(data[place : place + length]) & (1 << 7 * length) - 1
        body = place + length
        assert body + size <= end
        content = list(elements(data, body, body + size)) if name in MASTERS else data[body : body + size]
        yield name, start, content
        start = body + size


def found(tree, *path: int):
    """Return the contents that lie at a path of names."""
    name, *rest = path
    contents = [content for each, _, content in tree if each == name]
    return [deeper for content in contents for deeper in found(content, *rest)] if rest else contents


def blocks(tree) -> list[tuple[int, bytes]]:
    """Return the milliseconds and the packet of every block."""
    return [
        (int.from_bytes(cluster[0][2]) + struct.unpack(">h", block[1:3])[0], block[4:])
        for cluster in found(tree, 0x18538067, 0x1F43B675)
        for name, _, block in cluster
        if name == 0xA3
    ]
