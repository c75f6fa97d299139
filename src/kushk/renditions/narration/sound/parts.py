"""What is joined and what comes of it: a file whose size and bytes are known without being put together."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from kushk.core.errors import KushkError
from kushk.renditions.narration.sound.grid import STEP_SECONDS


class DamagedClip(KushkError):
    """The file of a clip was cut short, or is not what was written."""

    code = "damaged-clip"
    words = "The clip is damaged: {reason}."


@dataclass(frozen=True, slots=True)
class Shape:
    """All that a plan needs to know of a clip: its steps, and the bytes of its Opus packets (0 without Opus)."""

    steps: int
    opus_bytes: int = 0

    @property
    def seconds(self) -> float:
        """How long the clip is, as MP3 and as Opus."""
        return self.steps * STEP_SECONDS


@dataclass(frozen=True, slots=True)
class Tags:
    """What a file tells of itself to whoever keeps it.

    ``language`` is a BCP 47 tag, ``date`` an ISO 8601 date or time, ``comment`` says that the voice is synthetic and
    whose, ``picture`` is a JPEG.
    """

    title: str
    artist: str = ""
    album: str = ""
    language: str = ""
    date: str = ""
    comment: str = ""
    picture: bytes = b""


@dataclass(frozen=True, slots=True)
class Joined:
    """A file made of a head and of parts that are loaded when they are read."""

    head: bytes
    sizes: Sequence[int]
    load: Callable[[int], bytes]
    """Returns the bytes of the part with that number: as many as ``sizes`` says."""

    seconds: float
    _ends: list[int] = field(init=False, repr=False, compare=False)
    """Where the head and each part end."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ends", list(itertools.accumulate(self.sizes, initial=len(self.head))))

    @property
    def size(self) -> int:
        """The size of the file in bytes."""
        return self._ends[-1]

    def chunks(self, start: int = 0, end: int | None = None) -> Iterator[bytes]:
        """Yield the bytes from ``start`` to before ``end`` (or to the last), part by part; others are not loaded.

        Raises:
            DamagedClip: When a part is not as large as was planned.
        """
        end = self.size if end is None else min(end, self.size)
        for number in range(bisect.bisect_right(self._ends, start), len(self._ends)):
            begins = self._ends[number - 1] if number else 0
            if begins >= end:
                return
            if chunk := self._part(number)[max(0, start - begins) : end - begins]:
                yield chunk

    def read(self, start: int = 0, end: int | None = None) -> bytes:
        """Return the bytes from ``start`` to before ``end`` (or to the last), as ``chunks`` yields them."""
        return b"".join(self.chunks(start, end))

    def _part(self, number: int) -> bytes:
        """Return the head (0) or a part (from 1 on)."""
        if number == 0:
            return self.head
        part = self.load(number - 1)
        if len(part) != self.sizes[number - 1]:
            raise DamagedClip(reason="it is not as large as was planned")
        return part
