"""Which addresses may come out of a document."""

from __future__ import annotations

import re

_LINK = re.compile(
    r"https?://[^\s/?#\\<>\"'`]+[^\x00-\x20\x7f-\xa0]*|mailto:[^\x00-\x20\x7f-\xa0<>\"'`]+", re.IGNORECASE
)
_PICTURE = re.compile(r"https?://[^\s/?#\\<>\"'`]+[^\x00-\x20\x7f-\xa0]*", re.IGNORECASE)


def safe_link(address: str) -> str:
    """Return the address when it is an absolute http, https or mailto one, else nothing. Spaces inside are encoded."""
    return _judged(address, _LINK)


def safe_picture(address: str) -> str:
    """Return the address when it is an absolute http or https one, else nothing."""
    return _judged(address, _PICTURE)


def _judged(address: str, allowed: re.Pattern[str]) -> str:
    encoded = address.strip(" \t\r\n\f").replace(" ", "%20")
    return encoded if allowed.fullmatch(encoded) else ""
