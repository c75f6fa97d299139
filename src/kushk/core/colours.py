"""Colours as ``#rrggbb``: how far two of them can be told apart, and the nearest that can be read on a ground."""

from __future__ import annotations

import re

_COLOUR = re.compile(r"#[0-9a-f]{6}")
_FALLBACK = "#334155"

LIGHT_PAPER, LIGHT_INK = "#fbf9f4", "#1b1a17"
"""Ground and text of the light theme, and of everything that is drawn to be seen outside the stand."""

TEXT_CONTRAST = 7.0
"""WCAG 2.2, 1.4.6 (AAA)."""

_STEPS = 50

Colour = tuple[float, float, float]


def readable(colour: str, paper: str) -> str:
    """Return the colour, darkened or lightened just as far as text of it needs on the paper."""
    ink, ground = parts(sound(colour)), parts(paper)
    pole = 1.0 if luminance(ground) < 0.18 else 0.0  # noqa: PLR2004 - middle grey
    for step in range(_STEPS + 1):
        share = step / _STEPS
        mixed = tuple(part + (pole - part) * share for part in ink)
        text = _text(mixed)
        if contrast(text, paper) >= TEXT_CONTRAST:
            return text
    return _text((pole, pole, pole))


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours (WCAG 2.2, 1 to 21)."""
    light, dark = sorted((luminance(parts(one)), luminance(parts(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(colour: Colour) -> float:
    """Return the relative luminance of an sRGB colour (WCAG 2.2)."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - constants of sRGB
        for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def sound(colour: str) -> str:
    """Return the colour if it is one, else a quiet slate."""
    return colour if _COLOUR.fullmatch(colour) else _FALLBACK


def parts(colour: str) -> Colour:
    """Return red, green and blue, each from 0 to 1."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _text(colour: tuple[float, ...]) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)
