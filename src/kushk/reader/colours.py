"""A publication's two stripe colours, and the accents that can be read: contrast is computed, never trusted."""

from __future__ import annotations

from kushk.core.colours import contrast, readable, sound
from kushk.reader.themes import THEMES, Theme


def publication_rules(selector: str, start: str, end: str) -> str:
    """Return the style rules that give an element a publication's stripes and, for each theme, a readable accent."""
    accents = "".join(f";--accent-{name}:{accent(start, theme)}" for name, theme in THEMES.items())
    return f"{selector}{{--stripe-start:{sound(start)};--stripe-end:{sound(end)}{accents}}}\n"


def accent(colour: str, theme: Theme) -> str:
    """Return the colour as text of it can be read on both grounds of a theme."""
    harder = min((theme.paper, theme.sheet), key=lambda ground: contrast(theme.ink, ground))
    return readable(colour, harder)
