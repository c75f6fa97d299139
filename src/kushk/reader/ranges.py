"""Which part of a file a request wants (RFC 9110, section 14)."""

from __future__ import annotations

import re

_ONE = re.compile(r"bytes=(?P<first>\d{0,18})-(?P<last>\d{0,18})")


class Unsatisfiable(Exception):
    """The wanted part lies outside the file."""


def wanted_range(header: str, size: int) -> tuple[int, int] | None:
    """Return start and end (exclusive) of the one range asked for; None where the whole file is to be given.

    What is malformed, and several ranges at once, count as no range, as the RFC allows.

    Raises:
        Unsatisfiable: the range begins behind the end.
    """
    found = _ONE.fullmatch(header.strip())
    if found is None or not (found["first"] or found["last"]):
        return None
    if not found["first"]:
        length = int(found["last"])
        if length == 0:
            raise Unsatisfiable
        return max(0, size - length), size
    start = int(found["first"])
    end = min(int(found["last"]) + 1, size) if found["last"] else size
    if start >= size:
        raise Unsatisfiable
    return (start, end) if end > start else None
