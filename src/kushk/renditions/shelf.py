"""Finished files on disk: written whole or not at all, the oldest dropped when there are too many."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

MOST_BYTES = 256 * 1024 * 1024
"""All kept files together: some three thousand cards. One that was dropped is made again when it is asked for."""

_LEFT = 0.8
"""Share of the room that is left in use after dropping, so that it need not be done for every card."""

_EVERY = 16
"""Files written by a process between two looks at the folder."""


@dataclass
class Shelf:
    """A folder of finished files."""

    folder: Path
    most: int = MOST_BYTES
    every: int = _EVERY
    written: int = 0

    def get(self, name: str) -> bytes | None:
        """Return a kept file, and count it as used now."""
        try:
            data = (self.folder / name).read_bytes()
        except OSError:
            return None
        with contextlib.suppress(OSError):
            os.utime(self.folder / name)
        return data

    def forget(self, start: str) -> None:
        """Drop every file whose name begins so."""
        for path in self.folder.glob(f"{start}*"):
            path.unlink(missing_ok=True)

    def put(self, name: str, data: bytes) -> None:
        """Keep a file: it is on the disk under its name, whole, or not there."""
        self.folder.mkdir(parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=self.folder, prefix=".", suffix=".part")
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(data)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(self.folder / name)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
        if self.written % self.every == 0:
            self.tidy()
        self.written += 1

    def tidy(self) -> None:
        """Drop the files that nobody asked for the longest, when all together take more room than there is."""
        facts = sorted(_facts(self.folder))
        used = sum(size for _, size, _ in facts)
        if used <= self.most:
            return
        for _, size, path in facts:
            if used <= self.most * _LEFT:
                break
            Path(path).unlink(missing_ok=True)
            used -= size


def _facts(folder: Path) -> Iterator[tuple[int, int, str]]:
    """Yield age, size and path of each file; another process may drop some meanwhile."""
    for entry in os.scandir(folder):
        with contextlib.suppress(FileNotFoundError):
            found = entry.stat()
            yield found.st_mtime_ns, found.st_size, entry.path
