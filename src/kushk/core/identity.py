"""Ids that come from the text itself, so that they outlive every edit elsewhere."""

from __future__ import annotations

import hashlib
import unicodedata
from collections.abc import Iterable

VERSION = "s1"
"""First characters of a sentence id: the version of the normalisation and of the hash."""

TEXT_VERSION = "t1"
"""First characters of the id of a whole text."""

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


def text_id(texts: Iterable[str]) -> str:
    """Return ``t1-`` and 32 hexadecimal digits: BLAKE2b (128 bits) of the normalised texts without white space."""
    state = hashlib.blake2b(digest_size=16)
    for text in texts:
        state.update(normalised(text).replace(" ", "").encode("utf-8", "surrogatepass"))
    return f"{TEXT_VERSION}-{state.hexdigest()}"
