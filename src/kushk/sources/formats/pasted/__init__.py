"""The plain text of a story page as a person copies it, with the words of the interface around the story."""

from __future__ import annotations

from kushk.sources.formats.pasted.assembly import parse_pasted

__all__ = ["parse_pasted"]
