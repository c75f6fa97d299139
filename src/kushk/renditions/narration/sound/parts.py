"""What is joined and what comes of it: a file whose size and bytes are known without being put together."""

from __future__ import annotations

import bisect
import itertools
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from kushk.renditions.narration.sound.grid import STEP_SECONDS


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

    def pieces(self, start: int, end: int) -> Sequence[tuple[int, int, int]]:
        """Return what the bytes from ``start`` to before ``end`` consist of.

        Returns:
            Tuples of a part's number (-1 is the head) and the offsets in it where the piece starts and ends.
        """
        found = []
        end = min(end, self.size)
        number = bisect.bisect_right(self._ends, start)
        while number < len(self._ends) and start < end:
            begins = self._ends[number - 1] if number else 0
            until = min(end, self._ends[number])
            if until > start:
                found.append((number - 1, start - begins, until - begins))
            start, number = until, number + 1
        return found

    def read(self, start: int = 0, end: int | None = None) -> bytes:
        """Return the bytes from ``start`` to before ``end`` (or to the last); only the parts they lie in are loaded."""
        pieces = self.pieces(start, self.size if end is None else end)
        return b"".join(
            (self.head if number < 0 else self.load(number))[begins:until] for number, begins, until in pieces
        )
