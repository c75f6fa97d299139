"""A clip: one sentence, encoded for every way in which it is heard, and the file that it is kept in.

The file holds, in this order: a head of fixed size, what was noted about the clip (JSON), the sizes of its packets,
its MP3 frames and its packets. Checksums cover the notes and the rest apart, so that the notes are read alone.
"""

from __future__ import annotations

import itertools
import json
import struct
import zlib
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, BinaryIO

from kushk.renditions.narration.sound import mp3, opus
from kushk.renditions.narration.sound.grid import FRAMES, PACKETS, STEP_SECONDS
from kushk.renditions.narration.sound.parts import DamagedClip, Shape

if TYPE_CHECKING:
    from kushk.renditions.narration.sound.pcm import Samples

_MAGIC = b"KshkClip"
_VERSION = 1
_HEAD = struct.Struct(">8sHHIIIII")
"""The mark, the version, nothing, bytes of notes, steps, bytes of all packets, and two checksums: of what comes after
the notes, and of this head with the notes."""

_LARGEST_NOTES = 1 << 24


@dataclass(frozen=True, slots=True)
class Encoded:
    """A clip as MP3 frames and as Opus packets (none where there is no libopus); both last as long.

    Raises:
        DamagedClip: When they do not, or are no whole steps.
    """

    mp3: bytes
    opus: tuple[bytes, ...] = ()

    def __post_init__(self) -> None:
        if len(self.mp3) % (FRAMES * mp3.FRAME) or len(self.opus) not in {0, self.steps * PACKETS}:
            raise DamagedClip(reason="its encodings are not as long as each other")

    @property
    def steps(self) -> int:
        """How many steps of the grid the clip has."""
        return len(self.mp3) // (FRAMES * mp3.FRAME)

    @property
    def seconds(self) -> float:
        """How long the clip is."""
        return self.steps * STEP_SECONDS

    @property
    def shape(self) -> Shape:
        """What a plan needs to know of the clip."""
        return Shape(self.steps, sum(map(len, self.opus)))


def encoded(samples: Samples, rate: int) -> Encoded:
    """Return the clip of some samples. Its loudness is left as it is, but for peaks that players would clip.

    Args:
        samples: One channel.
        rate: Samples in a second of theirs.
    """
    from kushk.renditions.narration.sound import pcm

    ready = pcm.limited(pcm.resampled(samples, rate))
    if not opus.available():
        return Encoded(mp3.encode(ready))
    with ThreadPoolExecutor(1) as beside:  # both encoders let other threads run
        packets = beside.submit(opus.encode, ready)
        return Encoded(mp3.encode(ready), packets.result())


def pack(clip: Encoded, notes: Mapping[str, Any]) -> bytes:
    """Return the bytes of a clip's file.

    Args:
        clip: The clip.
        notes: What is to be known of it without its sound; anything that JSON can hold.
    """
    noted = json.dumps(notes, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()
    sizes = struct.pack(f">{len(clip.opus)}H", *map(len, clip.opus))
    sound = b"".join((sizes, clip.mp3, *clip.opus))
    known = (_MAGIC, _VERSION, 0, len(noted), clip.steps, clip.shape.opus_bytes, zlib.crc32(sound))
    check = zlib.crc32(noted, zlib.crc32(_HEAD.pack(*known, 0)))
    return _HEAD.pack(*known, check) + noted + sound


def unpack(data: bytes) -> tuple[Encoded, dict[str, Any]]:
    """Return the clip in a file, and what was noted of it.

    Raises:
        DamagedClip: When a byte is missing, too much, or another than was written.
    """
    shape, notes, place, check = _opened(data[: _HEAD.size], data[_HEAD.size :])
    sound = data[_HEAD.size + place :]
    if zlib.crc32(sound) != check:
        raise DamagedClip(reason="its sound is cut short or changed")
    return _clip(sound, shape), notes


def read_notes(file: BinaryIO) -> tuple[Shape, dict[str, Any]]:
    """Return what was noted of the clip in an open file, without reading its sound.

    Raises:
        DamagedClip: When the notes are cut short or changed. The sound can be damaged nevertheless.
    """
    head = file.read(_HEAD.size)
    size = min(_size_of_notes(head), _LARGEST_NOTES)
    shape, notes, _, _ = _opened(head, file.read(size))
    return shape, notes


def _size_of_notes(head: bytes) -> int:
    if len(head) < _HEAD.size:
        raise DamagedClip(reason="its head is cut short")
    magic, version, _, size, *_ = _HEAD.unpack(head)
    if magic != _MAGIC or version != _VERSION:
        raise DamagedClip(reason="it is not a clip of this version")
    return int(size)


def _opened(head: bytes, rest: bytes) -> tuple[Shape, dict[str, Any], int, int]:
    """Return the shape, the notes, their size, and the checksum of the sound."""
    size = _size_of_notes(head)
    *known, check = _HEAD.unpack(head)
    noted = rest[:size]
    if len(noted) < size or zlib.crc32(noted, zlib.crc32(_HEAD.pack(*known, 0))) != check:
        raise DamagedClip(reason="its notes are cut short or changed")
    return Shape(known[4], known[5]), json.loads(noted), size, known[6]


def _clip(sound: bytes, shape: Shape) -> Encoded:
    """Return the clip in bytes whose checksum is right; they can still be of another program that wrote nonsense."""
    count = shape.steps * PACKETS if shape.opus_bytes else 0
    frames = shape.steps * FRAMES * mp3.FRAME
    if len(sound) != 2 * count + frames + shape.opus_bytes:
        raise DamagedClip(reason="its parts have other sizes than it says")
    sizes = struct.unpack_from(f">{count}H", sound)
    ends = itertools.accumulate(sizes, initial=2 * count + frames)
    packets = tuple(sound[start:end] for start, end in itertools.pairwise(ends))
    return Encoded(sound[2 * count : 2 * count + frames], packets)
