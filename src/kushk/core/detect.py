"""Which language a text is in."""

from __future__ import annotations

from kushk.core.languages import normalise_tag


def detect(text: str, declared: str = "") -> str:
    """Return the BCP 47 tag of a text's language, ``und`` when nothing tells it."""
    return normalise_tag(declared) or "und"
