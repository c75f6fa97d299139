"""Web pages: the story in them, and what they say of it."""

from __future__ import annotations

from kushk.sources.formats.page.parse import parse_page

__all__ = ["parse_page"]
