"""WebM with one Opus track (matroska.org/technical/elements.html): a clip of its own, or a whole story.

Every element before the clusters has a size that only the number of clips and the tags decide, and a cluster's size
follows from the number and the bytes of its packets; so a story is planned without its packets. Cues come before the
clusters, without them Firefox does not seek. No delay of the codec is told of: each clip has its silence in front
(``grid.LEAD``), and players would leave a hole where clips are appended one by one.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Sequence

from kushk.renditions.narration.sound import ebml
from kushk.renditions.narration.sound.grid import PACKETS, RATE
from kushk.renditions.narration.sound.id3 import three_letters
from kushk.renditions.narration.sound.parts import Joined, Shape, Tags

PACKET_MILLISECONDS = 20
CLUSTER = 1_500
"""Packets in a cluster at most: a block's time is told from its cluster's in 16 bits, which are 32 seconds."""

_TRACK = 1
_BLOCK_HEAD = 7
"""Bytes before the packet in a SimpleBlock: the name, two bytes of size, the track, two bytes of time, the flags."""

_CLUSTER_HEAD = 12 + 10
"""Bytes before the first block: the name with eight bytes of size, and the time in eight bytes."""

_PREROLL = 80_000_000
"""Nanoseconds that are decoded before a place for Opus to be right there (RFC 7845, 4.6)."""

_HEADER = ebml.element(
    0x1A45DFA3,
    ebml.number(0x4286, 1),  # EBMLVersion
    ebml.number(0x42F7, 1),  # EBMLReadVersion
    ebml.number(0x42F2, 4),  # EBMLMaxIDLength
    ebml.number(0x42F3, 8),  # EBMLMaxSizeLength
    ebml.text(0x4282, "webm"),
    ebml.number(0x4287, 4),  # DocTypeVersion
    ebml.number(0x4285, 2),  # DocTypeReadVersion
)
_SEGMENT, _INFO, _TRACKS, _CUES, _TAGS, _CLUSTER = (
    0x18538067,
    0x1549A966,
    0x1654AE6B,
    0x1C53BB6B,
    0x1254C367,
    0x1F43B675,
)


def clip(packets: Sequence[bytes]) -> bytes:
    """Return the file of one sentence, which can be played alone or appended to a media source."""
    return _planned([Shape(len(packets) // PACKETS, sum(map(len, packets)))], lambda _: packets, None).read()


def joined(shapes: Sequence[Shape], load: Callable[[int], Sequence[bytes]], tags: Tags) -> Joined:
    """Return the file of a whole story.

    Args:
        shapes: What the clips are like, in their order.
        load: Returns the packets of the clip with that number.
        tags: What the file tells of itself.
    """
    return _planned(shapes, load, tags)


def _planned(shapes: Sequence[Shape], load: Callable[[int], Sequence[bytes]], tags: Tags | None) -> Joined:
    sizes = [_clusters_size(shape) for shape in shapes]
    times = [0]
    for shape in shapes:
        times.append(times[-1] + shape.steps * PACKETS * PACKET_MILLISECONDS)
    head = _head(times, sizes, tags)
    return Joined(head, sizes, lambda part: _clusters(load(part), times[part]), times[-1] / 1000)


def _head(times: Sequence[int], sizes: Sequence[int], tags: Tags | None) -> bytes:
    """Return all that comes before the first cluster. Times are milliseconds; the last is the end of the story."""
    info = ebml.element(
        _INFO,
        ebml.number(0x2AD7B1, 1_000_000),  # TimestampScale: milliseconds
        ebml.real(0x4489, float(times[-1])),  # Duration
        ebml.text(0x4D80, "Kushk"),  # MuxingApp
        ebml.text(0x5741, "Kushk"),  # WritingApp
        *([ebml.text(0x7BA9, tags.title)] if tags and tags.title else []),
    )
    parts = {_INFO: info, _TRACKS: _tracks(tags), _TAGS: _tags(tags) if tags else b""}
    first = _seek_size(parts) + sum(map(len, parts.values()))
    cues_size = len(_cues(times, sizes, 0))
    parts[_CUES] = _cues(times, sizes, first + _SEEK + cues_size)
    content = _seek_head(parts) + b"".join(parts.values())
    return _HEADER + ebml.sized(_SEGMENT, len(content) + sum(sizes)) + content


def _tracks(tags: Tags | None) -> bytes:
    track = ebml.element(
        0xAE,
        ebml.number(0xD7, _TRACK),  # TrackNumber
        ebml.number(0x73C5, _TRACK),  # TrackUID
        ebml.number(0x83, 2),  # TrackType: audio
        ebml.number(0x9C, 0),  # FlagLacing
        ebml.text(0x22B59C, three_letters(tags.language if tags else "")),
        ebml.text(0x86, "A_OPUS"),
        ebml.element(0x63A2, _OPUS_HEAD),  # CodecPrivate
        ebml.number(0x56AA, 0),  # CodecDelay
        ebml.number(0x56BB, _PREROLL),  # SeekPreRoll
        ebml.element(0xE1, ebml.real(0xB5, 48_000.0), ebml.number(0x9F, 1)),  # SamplingFrequency, Channels
    )
    return ebml.element(_TRACKS, track)


_OPUS_HEAD = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, 0, RATE, 0, 0)
"""Version 1, one channel, nothing to skip, the rate of what was encoded, no gain, mapping 0 (RFC 7845, 5.1)."""


def _tags(tags: Tags) -> bytes:
    texts = {
        "TITLE": tags.title,
        "ARTIST": tags.artist,
        "ALBUM": tags.album,
        "DATE_RELEASED": tags.date,
        "COMMENT": tags.comment,
        "ENCODER": "Kushk",
    }
    simple = [
        ebml.element(0x67C8, ebml.text(0x45A3, name), ebml.text(0x4487, value))
        for name, value in texts.items()
        if value
    ]
    return ebml.element(_TAGS, ebml.element(0x7373, ebml.element(0x63C0), *simple))


def _cues(times: Sequence[int], sizes: Sequence[int], first: int) -> bytes:
    """Return an entry for each clip; ``first`` is where the first cluster starts in the segment."""
    points = []
    place = first
    for time, size in zip(times, sizes, strict=False):
        position = ebml.element(0xB7, ebml.number(0xF7, _TRACK), ebml.wide(0xF1, place))
        points.append(ebml.element(0xBB, ebml.wide(0xB3, time), position))
        place += size
    return ebml.element(_CUES, *points)


_SEEK = 21
"""Bytes of an entry of the SeekHead."""


def _seek_head(parts: dict[int, bytes]) -> bytes:
    """Return where the parts, in this order, start in the segment."""
    place = _seek_size(parts)
    entries = []
    for name, part in parts.items():
        if part:
            entries.append(ebml.element(0x4DBB, ebml.element(0x53AB, ebml.identifier(name)), ebml.wide(0x53AC, place)))
        place += len(part)
    return ebml.element(0x114D9B74, *entries)


def _seek_size(parts: dict[int, bytes]) -> int:
    return 5 + _SEEK * sum(map(bool, parts.values()))


def _clusters_size(shape: Shape) -> int:
    packets = shape.steps * PACKETS
    return -(-packets // CLUSTER) * _CLUSTER_HEAD + packets * _BLOCK_HEAD + shape.opus_bytes


def _clusters(packets: Sequence[bytes], start: int) -> bytes:
    """Return the clusters of a clip that starts at that millisecond."""
    return b"".join(
        _cluster(packets[place : place + CLUSTER], start + place * PACKET_MILLISECONDS)
        for place in range(0, len(packets), CLUSTER)
    )


def _cluster(packets: Sequence[bytes], start: int) -> bytes:
    pieces = [ebml.wide(0xE7, start)]
    for place, packet in enumerate(packets):
        # Name, size in two bytes, track, time after the cluster's, flags: every block is a key frame.
        head = struct.pack(">BHBhB", 0xA3, len(packet) + 4 | 0x4000, 0x80 | _TRACK, place * PACKET_MILLISECONDS, 0x80)
        pieces += (head, packet)
    content = b"".join(pieces)
    return ebml.sized(_CLUSTER, len(content)) + content
