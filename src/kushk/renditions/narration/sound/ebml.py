"""EBML, the notation of Matroska and WebM (RFC 8794), as far as it is written here."""

from __future__ import annotations

import struct


def element(name: int, *content: bytes) -> bytes:
    """Return an element, its size in as few bytes as it needs."""
    body = b"".join(content)
    return identifier(name) + _size(len(body)) + body


def sized(name: int, size: int) -> bytes:
    """Return the start of an element whose content follows; always as long (eight bytes of size)."""
    return identifier(name) + (size | 1 << 56).to_bytes(8)


def number(name: int, value: int) -> bytes:
    """Return an element that holds a number in as few bytes as it needs."""
    return element(name, value.to_bytes(max(1, (value.bit_length() + 7) // 8)))


def wide(name: int, value: int) -> bytes:
    """Return an element that holds a number; always as long (eight bytes of content)."""
    return element(name, value.to_bytes(8))


def real(name: int, value: float) -> bytes:
    """Return an element that holds a number with a fraction."""
    return element(name, struct.pack(">d", value))


def text(name: int, value: str) -> bytes:
    """Return an element that holds text."""
    return element(name, value.replace("\x00", "").encode())


def identifier(name: int) -> bytes:
    """Return an identifier as bytes; it holds its own length."""
    return name.to_bytes((name.bit_length() + 7) // 8)


def _size(size: int) -> bytes:
    width = next(width for width in range(1, 9) if size < (1 << 7 * width) - 1)
    return (size | 1 << 7 * width).to_bytes(width)
