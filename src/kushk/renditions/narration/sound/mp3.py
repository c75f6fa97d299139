"""MP3 at a constant 48 kb/s: every frame is 144 bytes and lasts 24 ms, so a file is planned by counting.

The ``Info`` frame at the start tells players the length, and where to seek; GStreamer's know neither without it. It
holds no LAME fields, so that all that Chromium and ffmpeg hear is where the grid says, to the sample. Firefox and
mpg123 take the decoder's 529 samples away whatever it holds: there a whole file is heard 22 ms early.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from kushk.core.errors import KushkError
from kushk.renditions.narration.sound.grid import FRAMES, RATE, STEP, steps_for
from kushk.renditions.narration.sound.id3 import id3
from kushk.renditions.narration.sound.parts import Joined, Tags

if TYPE_CHECKING:
    from kushk.renditions.narration.sound.pcm import Samples

KILOBITS = 48
FRAME = 144
"""Bytes in a frame."""

FRAME_SAMPLES = 576
QUALITY = 5
"""LAME's own scale, 0 is the slowest; from 5 to 7 speech loses nothing that is heard, and 2 takes thrice as long."""

HEADER = b"\xff\xf3\x64\xc4"
"""MPEG-2 layer III, no checksum, 48 kb/s, 24 kHz, no padding, one channel, an original."""

_SIDE_INFORMATION = 9
_HAS_FRAMES_BYTES_AND_TABLE = 7


class BadFrames(KushkError):
    """The MP3 encoder made other frames than those that can be joined."""

    code = "bad-frames"
    words = "The MP3 encoder made frames of another kind: {start}."


def encode(samples: Samples) -> bytes:
    """Return the frames of a clip, silence after its end included: five for each of its steps.

    Args:
        samples: One channel at the house rate.

    Raises:
        BadFrames: When the encoder is one that works otherwise.
    """
    import lameenc

    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_bit_rate(KILOBITS)
    encoder.set_in_sample_rate(RATE)
    encoder.set_out_sample_rate(RATE)
    encoder.set_channels(1)
    encoder.set_quality(QUALITY)
    steps = steps_for(len(samples))
    padded = samples.tobytes().ljust(2 * steps * STEP, b"\x00")
    frames = bytes(encoder.encode(padded)) + bytes(encoder.flush())
    made = frames[: steps * FRAMES * FRAME]
    if len(made) < steps * FRAMES * FRAME or not alike(made):
        raise BadFrames(start=made[:8].hex())
    return made


def alike(frames: bytes) -> bool:
    """Whether these are whole frames, all of the one kind that is joined here, and none that is an ``Info`` frame."""
    return (
        len(frames) % FRAME == 0
        and b"Info" not in frames[:FRAME]
        and all(frames[place : place + 4] == HEADER for place in range(0, len(frames), FRAME))
    )


def seconds_of(frames: bytes) -> float:
    """Return how long frames last."""
    return len(frames) // FRAME * FRAME_SAMPLES / RATE


def joined(steps: Sequence[int], load: Callable[[int], bytes], tags: Tags) -> Joined:
    """Return the file of a whole story.

    Args:
        steps: How many steps each clip has.
        load: Returns the frames of the clip with that number.
        tags: What the file tells of itself.
    """
    sizes = [count * FRAMES * FRAME for count in steps]
    frames = sum(sizes) // FRAME
    seconds = frames * FRAME_SAMPLES / RATE
    return Joined(id3(tags, seconds) + info_frame(frames), sizes, load, seconds)


def join(parts: Sequence[bytes], tags: Tags) -> bytes:
    """Return the file of a whole story from the frames of its clips."""
    return joined([len(part) // (FRAMES * FRAME) for part in parts], parts.__getitem__, tags).read()


def info_frame(frames: int) -> bytes:
    """Return the frame, silent itself, that tells how many follow, their bytes and where each hundredth starts."""
    size = (frames + 1) * FRAME
    # As bytes of 256 of the file, this frame included.
    table = bytes(min(255, (FRAME + frames * FRAME * percent // 100) * 256 // size) for percent in range(100))
    content = b"Info" + _HAS_FRAMES_BYTES_AND_TABLE.to_bytes(4) + frames.to_bytes(4) + size.to_bytes(4) + table
    return (HEADER + bytes(_SIDE_INFORMATION) + content).ljust(FRAME, b"\x00")
