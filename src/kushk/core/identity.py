"""Ids that come from the text itself, so that they outlive every edit elsewhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from hashlib import blake2b

VERSION = "s1"
"""First characters of a sentence id: the version of the normalisation and of the hash."""

TEXT_VERSION = "t1"
"""First characters of the id of a whole text."""

_IGNORED = re.compile("[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Soft hyphen, zero-width space, word joiner and direction marks. U+200C and U+200D carry meaning and stay."""


def normalised(text: str) -> str:
    """Return the text as it counts for identity: NFC, invisible marks gone, white space single."""
    if text.isascii():
        return " ".join(text.split())
    return " ".join(unicodedata.normalize("NFC", _IGNORED.sub("", text)).split())


def sentence_id(text: str) -> str:
    """Return ``s1-`` and 16 hexadecimal digits: BLAKE2b (64 bits) of the normalised text."""
    return f"{VERSION}-{blake2b(normalised(text).encode('utf-8', 'surrogatepass'), digest_size=8).hexdigest()}"


def text_id(texts: Iterable[str]) -> str:
    """Return ``t1-`` and 32 hexadecimal digits: BLAKE2b (128 bits) of the normalised texts without white space."""
    whole = normalised(" ".join(texts)).replace(" ", "")
    return f"{TEXT_VERSION}-{blake2b(whole.encode('utf-8', 'surrogatepass'), digest_size=16).hexdigest()}"
