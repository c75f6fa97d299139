"""One process at a time, among all of the stand: locks that lie beside what is made."""

from __future__ import annotations

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def alone_with(folder: Path, key: str) -> Iterator[None]:
    """Hold the one right to make what has this key, in all processes and threads together.

    Keys with the same beginning share a lock, which does no harm.

    Args:
        folder: of the locks.
        key: hexadecimal digits.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / key[:2]).open("a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
