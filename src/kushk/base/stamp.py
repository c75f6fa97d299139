"""A stamp that changes whenever anything in the database does, so that finished pages can be kept until then."""

from __future__ import annotations

import os
import sqlite3
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from django.db import connection

Stamp = tuple[int, int, int]


@dataclass
class _Watch:
    """A connection of its own that only looks: SQLite tells it of every commit that another one made."""

    file: tuple[int, int]
    process: int
    looking: sqlite3.Connection

    lock: ClassVar[threading.Lock] = threading.Lock()
    open: ClassVar[_Watch | None] = None


def data_stamp() -> Stamp | None:
    """Return the stamp of what is committed now, None where it cannot be told and nothing may be kept.

    Two equal stamps of one process mean that nothing was committed between them
    (``PRAGMA data_version``, https://sqlite.org/pragma.html#pragma_data_version). It takes some microseconds.
    """
    if connection.vendor != "sqlite" or connection.in_atomic_block:
        return None
    path = Path(str(connection.settings_dict["NAME"]))
    try:
        found = path.stat()
        return _looked_at(path, (found.st_dev, found.st_ino))
    except (OSError, sqlite3.Error):
        return None


def _looked_at(path: Path, file: tuple[int, int]) -> Stamp:
    with _Watch.lock:
        watch = _Watch.open
        if watch is None or watch.file != file or watch.process != os.getpid():
            if watch is not None and watch.process == os.getpid():
                watch.looking.close()
            looking = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True, check_same_thread=False)
            watch = _Watch.open = _Watch(file, os.getpid(), looking)
        (version,) = watch.looking.execute("PRAGMA data_version").fetchone()
        return (*file, version)
