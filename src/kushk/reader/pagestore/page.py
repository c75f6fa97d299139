"""A finished page: its compressed bytes, its headers, and how long both hold."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass, field

from kushk.base.stamp import Stamp
from kushk.library.api import Publications

Header = tuple[str, str]

LEVEL = 6
"""Of gzip: level 9 takes twice the time for one byte in a hundred."""

_DAY = 24 * 3600
_NEVER = 1 << 40
_OVERHEAD = 1024
"""Bytes that a page takes in memory beside its body, about."""

_OF_A_BODY = frozenset({"content-length", "content-encoding", "etag", "vary", "date"})
"""Headers that are made anew for each of the encodings."""
_UNCHANGED = frozenset({"cache-control", "content-location", "expires"})
"""Headers that belong on 304 (RFC 9110, 15.4.5), beside the ETag and Vary."""


@dataclass(slots=True)
class Page:
    """A page that is the same for everybody.

    Attributes:
        packed: the bytes, compressed.
        length: how many they are without compression.
        etag: opaque part of the ETag: a hash of the uncompressed bytes.
        headers: those that hold for every encoding.
        publications: what the page depends on.
        version: number of the last change to any of them that the page shows.
        until: moment (Unix time) from which on it does not hold whatever happens, since it shows today's date.
        stamp: of the data, when the page was last found to hold.
    """

    packed: bytes
    length: int
    etag: str
    headers: tuple[Header, ...]
    publications: Publications
    version: int = 0
    until: int = _NEVER
    stamp: Stamp | None = None
    for_gzip: list[Header] = field(init=False)
    for_plain: list[Header] = field(init=False)
    for_unchanged: list[Header] = field(init=False)

    def __post_init__(self) -> None:
        vary = "Vary", "Accept-Encoding"
        weak, strong = ("ETag", f'W/"{self.etag}"'), ("ETag", f'"{self.etag}"')
        packed = ("Content-Encoding", "gzip"), ("Content-Length", str(len(self.packed)))
        self.for_gzip = [*self.headers, vary, weak, *packed]
        self.for_plain = [*self.headers, vary, strong, ("Content-Length", str(self.length))]
        self.for_unchanged = [*(header for header in self.headers if header[0].lower() in _UNCHANGED), vary, weak]

    @property
    def size(self) -> int:
        """Bytes that the page takes where it is kept."""
        return len(self.packed) + _OVERHEAD

    def body(self) -> bytes:
        """Return the uncompressed bytes."""
        return gzip.decompress(self.packed)

    def facts(self) -> str:
        """Return all but the bytes as text, for the shelf."""
        known = [self.length, self.etag, self.headers, sorted(self.publications), self.version, self.until]
        return json.dumps(known, ensure_ascii=False, separators=(",", ":"))


def finished(content: bytes, headers: list[Header], etag: str, publications: Publications, began: float) -> Page:
    """Return the page that an answer makes. It holds for the day on which it was begun, or for ever if it says so."""
    lasting = any(name == "Cache-Control" and "immutable" in value for name, value in headers)
    return Page(
        gzip.compress(content, LEVEL, mtime=0),
        len(content),
        etag.removeprefix("W/").strip('"'),
        tuple(header for header in headers if header[0].lower() not in _OF_A_BODY),
        publications,
        until=_NEVER if lasting else (int(began) // _DAY + 1) * _DAY,
    )


def from_facts(packed: bytes, facts: str) -> Page:
    """Return a page that ``facts`` and the bytes describe.

    Raises:
        ValueError: they do not.
    """
    length, etag, headers, publications, version, until = json.loads(facts)
    shown = tuple((name, value) for name, value in headers)
    return Page(packed, length, etag, shown, frozenset(publications), version, until)
