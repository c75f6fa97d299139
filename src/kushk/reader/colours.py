"""A publication's two stripe colours, and the accent that can be read: contrast is computed, never trusted."""

from __future__ import annotations

from kushk.core.colours import DARK_PAPER, LIGHT_PAPER, readable, sound


def publication_rules(selector: str, start: str, end: str) -> str:
    """Return the style rules that give an element a publication's stripes and a readable accent."""
    stripes = f"--stripe-start:{sound(start)};--stripe-end:{sound(end)}"
    light, dark = readable(start, LIGHT_PAPER), readable(start, DARK_PAPER)
    return (
        f"{selector}{{{stripes};--accent:{light}}}\n"
        f"@media (prefers-color-scheme:dark){{{selector}{{--accent:{dark}}}}}\n"
    )
