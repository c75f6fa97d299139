"""Input that is still compressed: files saved as they were sent, and servers that do not say what they send."""

from __future__ import annotations

import zlib
from dataclasses import replace

from kushk.sources.formats.errors import TooLarge
from kushk.sources.formats.parsed import Input

_GZIP = b"\x1f\x8b\x08"
_ANY_HEADER = 32 + zlib.MAX_WBITS


def unpacked(source: Input, limit: int) -> Input:
    """Return the input without the gzip around it, up to where that is broken; itself where there is none.

    Raises:
        TooLarge: it would have more than ``limit`` bytes.
    """
    if not source.body.startswith(_GZIP):
        return source
    machine = zlib.decompressobj(_ANY_HEADER)
    try:
        body = machine.decompress(source.body, limit + 1)
    except zlib.error:
        return source
    if len(body) > limit:
        raise TooLarge(limit=limit)
    return replace(source, body=body) if body else source
