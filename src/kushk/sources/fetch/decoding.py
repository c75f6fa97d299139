"""Undo one content encoding, counting what comes out: the decoded bytes are what is limited."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

import brotli

_PIECE = 64 * 1024
"""Bytes that a decoder may hand out at once, so that a bomb is counted before it is in memory."""

_MOST_MEMBERS = 1024
"""Gzip members in one body; servers that compress in blocks make a few hundred at the most."""

_PLAIN = frozenset({"", "identity", "none", "utf-8", "utf8", "iso-8859-1", "us-ascii", "ascii", "binary", "8bit"})
"""No encoding, and the character sets that misconfigured servers name in the wrong header."""


class Undecodable(Exception):
    """The encoding is unknown, chained, or the bytes are not in it."""


class Incomplete(Exception):
    """The bytes end before the encoded stream does."""


class Overflow(Exception):
    """More bytes come out than may."""


class _Decoder(Protocol):
    def feed(self, data: bytes) -> Iterator[bytes]:
        """Yield what ``data`` decodes to, in pieces."""

    @property
    def complete(self) -> bool:
        """Tell whether the stream may end here."""


def read_decoded(chunks: Iterable[bytes], encoding: str, limit: int, *, cut: bool = False) -> bytes:
    """Return the decoded body.

    Args:
        chunks: the body as it came over the wire, without its framing.
        encoding: the ``Content-Encoding`` header, empty when there is none.
        limit: the largest number of decoded bytes.
        cut: return the first ``limit`` bytes of a longer body instead of refusing it.

    Raises:
        Undecodable: several encodings, an unknown one, or broken data.
        Incomplete: the encoded stream is cut off.
        Overflow: more than ``limit`` bytes.
    """
    decoder = _decoder(encoding)
    body = bytearray()
    for chunk in chunks:
        for piece in decoder.feed(chunk):
            body += piece
            if len(body) > limit:
                if cut:
                    return bytes(body[:limit])
                raise Overflow
    if not decoder.complete:
        raise Incomplete
    return bytes(body)


def _decoder(encoding: str) -> _Decoder:
    named = [name for name in (part.strip().lower() for part in encoding.split(",")) if name not in _PLAIN]
    if len(named) > 1 or (named and named[0] not in _DECODERS):
        raise Undecodable
    return _DECODERS[named[0]]() if named else _Plain()


class _Plain:
    complete = True

    def feed(self, data: bytes) -> Iterator[bytes]:
        yield data


class _Gzip:
    """Gzip, with further members; whatever follows the last one is ignored, as browsers do."""

    def __init__(self) -> None:
        self._zlib = zlib.decompressobj(wbits=31)
        self._members = 1
        self._pending = b""
        self._over = False
        self._fed = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        self._fed = self._fed or bool(data)
        data, self._pending = self._pending + data, b""
        while data:
            if self._zlib.eof:
                data = self._next_member(data)
            else:
                yield from _inflated(self._zlib, data)
                data = self._zlib.unused_data

    def _next_member(self, data: bytes) -> bytes:
        """Begin the member that ``data`` starts with and return its bytes; nothing when it is no member."""
        if data == b"\x1f":
            self._pending = data
            return b""
        if self._over or not data.startswith(b"\x1f\x8b"):
            self._over = True
            return b""
        self._members += 1
        if self._members > _MOST_MEMBERS:
            raise Undecodable
        self._zlib = zlib.decompressobj(wbits=31)
        return data

    @property
    def complete(self) -> bool:
        return self._zlib.eof or not self._fed


class _Deflate:
    """Deflate as servers send it: in a zlib wrapping, as the standard says, or bare."""

    def __init__(self) -> None:
        self._zlib: zlib._Decompress | None = None
        self._start = b""

    def feed(self, data: bytes) -> Iterator[bytes]:
        if self._zlib is None:
            data = self._start = self._start + data
            if len(data) < 2:  # noqa: PLR2004  # RFC 1950: the header's two octets
                return
            wrapped = data[0] & 0x0F == zlib.DEFLATED and (data[0] << 8 | data[1]) % 31 == 0
            self._zlib = zlib.decompressobj(wbits=15 if wrapped else -15)
        yield from _inflated(self._zlib, data)

    @property
    def complete(self) -> bool:
        return not self._start if self._zlib is None else self._zlib.eof


class _Brotli:
    """Brotli, which we do not ask for but which some servers send to everybody."""

    def __init__(self) -> None:
        self._brotli = brotli.Decompressor()
        self._fed = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        self._fed = self._fed or bool(data)
        try:
            while not self._brotli.is_finished():
                piece = self._brotli.process(data, output_buffer_limit=_PIECE)
                yield piece
                data = b""
                if len(piece) < _PIECE and self._brotli.can_accept_more_data():
                    return
        except brotli.error:
            raise Undecodable from None

    @property
    def complete(self) -> bool:
        return self._brotli.is_finished() or not self._fed


def _inflated(decompressor: zlib._Decompress, data: bytes) -> Iterator[bytes]:
    """Yield what ``data`` inflates to; a full piece means that more may wait inside, even without further input."""
    while not decompressor.eof:
        try:
            piece = decompressor.decompress(data, _PIECE)
        except zlib.error:
            raise Undecodable from None
        yield piece
        data = decompressor.unconsumed_tail
        if not data and len(piece) < _PIECE:
            return


_DECODERS: dict[str, Callable[[], _Decoder]] = {
    "gzip": _Gzip,
    "x-gzip": _Gzip,
    "deflate": _Deflate,
    "br": _Brotli,
}
