"""The grid that every clip lies on, so that one timeline serves its MP3 and its Opus.

An MP3 frame lasts 24 ms and an Opus packet 20 ms; a clip is a whole number of steps of 120 ms, which are five frames
or six packets. The first sample is heard ``LEAD`` after the start of the clip in both: an MP3 encoder and decoder put
that much before it anyhow, and the Opus encoder is given silence for the rest. Nothing depends on whether a player
takes such delays away, because the files do not tell of any.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable

RATE = 24_000
"""Samples in a second."""

STEP = 2_880
"""Samples in a step."""

STEP_SECONDS = STEP / RATE
FRAMES = 5
"""MP3 frames in a step."""

PACKETS = 6
"""Opus packets in a step."""

DELAY = 1_105
"""Samples before the first one: 576 of the encoder (LAME) and 529 of any MP3 decoder; measured by correlation."""

LEAD = DELAY / RATE
"""Seconds between the start of a clip and its first sample: what is added to the times that an engine gives words."""


def steps_for(samples: int) -> int:
    """Return in how many steps so many samples are heard to their end."""
    return max(1, -(-(DELAY + samples) // STEP))


def starts(steps: Iterable[int]) -> tuple[float, ...]:
    """Return the second at which each clip of a story starts, and at last the second at which the story ends.

    Args:
        steps: How many steps each clip has, in the order in which they are heard.
    """
    return tuple(total * STEP / RATE for total in itertools.accumulate(steps, initial=0))
