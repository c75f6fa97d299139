"""Files that an operator names on the command line."""

from __future__ import annotations

from pathlib import Path

from kushk.core.errors import KushkError
from kushk.sources.formats.errors import TooLarge

LIMIT = 64 << 20
"""Bytes of the largest file that is read."""


class NoSuchFile(KushkError):
    """A file that is not there or may not be read."""

    code = "no-such-file"
    words = "{path} cannot be read: {reason}."


def read_file(path: Path) -> bytes:
    """Return what is in a file.

    Raises:
        NoSuchFile: it is not there or may not be read.
        TooLarge: it has more than ``LIMIT`` bytes.
    """
    try:
        with path.open("rb") as file:
            body = file.read(LIMIT + 1)
    except (OSError, ValueError) as fault:
        raise NoSuchFile(path=path, reason=getattr(fault, "strerror", None) or fault) from None
    if len(body) > LIMIT:
        raise TooLarge(limit=LIMIT)
    return body
