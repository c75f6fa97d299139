"""Ids that come from the text itself, so that they outlive every edit elsewhere."""

from __future__ import annotations

import hashlib
import unicodedata

VERSION = "s1"
"""First characters of a sentence id: the version of the normalisation and of the hash."""

_IGNORED = dict.fromkeys(
    [0x00AD, 0x200B, 0x2060, 0xFEFF, 0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
"""Soft hyphen, zero-width space, word joiner and direction marks. U+200C and U+200D carry meaning and stay."""


def normalised(text: str) -> str:
    """Return the text as it counts for identity: NFC, invisible marks gone, white space single."""
    return " ".join(unicodedata.normalize("NFC", text.translate(_IGNORED)).split())


def sentence_id(text: str) -> str:
    """Return ``s1-`` and 16 hexadecimal digits: BLAKE2b (64 bits) of the normalised text."""
    return f"{VERSION}-{hashlib.blake2b(normalised(text).encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"
