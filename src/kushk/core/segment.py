"""Sentences: where each one begins and ends, in every script."""

from __future__ import annotations

import re


def segment(text: str, language: str) -> list[tuple[int, int]]:
    """Return the half-open span of each sentence, white space at its ends left out, in order."""
    return [match.span() for match in re.finditer(r"\S[^\n]*?(?:[.!?](?=\s)|(?=\s*(?:\n|$)))", text)]
