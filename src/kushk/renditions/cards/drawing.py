"""Text drawn by Pango, through libvips: the only module that knows either.

Lines are broken before they come here, and joined by U+2028, which ends a line but no paragraph: the Unicode
bidirectional algorithm sees the text whole. Every line begins with a strut, an invisible character of a very tall
font, so that all lines are equally far apart whatever fonts their letters come from.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from kushk.renditions.cards.faces import Face
from kushk.renditions.cards.fonts import Fonts
from kushk.renditions.cards.words import marked_up

LOCK = threading.RLock()
"""One drawing at a time in a process."""

_STRUT, _STRUT_SIZE = "\u180e", 1.3
"""Mongolian vowel separator: without ink or direction, yet of a script of its own. A strut of no script would take
that of the letter beside it, and Pango hangs Devanagari and Chinese from other baselines."""

_STRUT_RISE, _STRUT_FALL = 1.904 * _STRUT_SIZE, 0.596 * _STRUT_SIZE
"""Of Noto Nastaliq Urdu, the tallest face: what it rises above and falls below the baseline."""

_MARKS = {"rtl": "\u200f", "ltr": "\u200e"}
_UNIT = 100
"""Size in pixels at which widths are measured."""

_NO_GLYPH = ("\u0378", "\U000e0fff")
"""Places in Unicode that are free: drawn as the box that stands for a letter without a glyph, small and large."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is drawn."""

    face: Face
    size: float
    weight: int
    direction: str
    language: str
    leading: float


@dataclass(frozen=True, slots=True)
class Mask:
    """Where there is ink, as bytes from 0 to 255. ``baseline`` is the first line's, from the top of the mask."""

    width: int
    height: int
    data: bytes
    baseline: float = 0.0
    overhang: int = 0
    """How far ink hangs over the edge where lines begin, as that of a ``j`` does; told of what runs from the left."""


_LONGEST_MEASURED = 100
"""Characters that are measured at once."""


class Pen:
    """Draws with these fonts. The first one made in a process decides: fontconfig reads its configuration once."""

    def __init__(self, fonts: Fonts) -> None:
        self.covered = fonts.covered
        with LOCK:
            self._vips = _started(str(fonts.configuration))

    def lines(self, lines: Sequence[str], style: Style) -> Mask:
        """Return the lines' ink."""
        strut = f'<span face="Kushk Nastaliq" size="{_points(style.size * _STRUT_SIZE)}">{_STRUT}</span>'
        text = "\u2028".join(strut + marked_up(line) for line in lines)
        spacing = round(style.size * (style.leading - _STRUT_RISE - _STRUT_FALL))
        return self._text(_MARKS[style.direction] + text, style, spacing)

    def advance(self, text: str, style: Style) -> float:
        """Return how far a text runs, in sizes, with its spaces."""
        if len(text) > _LONGEST_MEASURED:  # the library draws no ink wider than 32,767 dots
            parts = range(0, len(text), _LONGEST_MEASURED)
            return sum(self.advance(text[at : at + _LONGEST_MEASURED], style) for at in parts)
        families, mark = style.face.names, _MARKS[style.direction]
        return _advance(self, text, families, style.weight, style.language, mark)

    def vector(self, svg: bytes, height: int) -> Mask:
        """Return a drawing of one colour at this height."""
        with LOCK:
            loaded = self._vips.Image.svgload_buffer(svg)
            image = self._vips.Image.svgload_buffer(svg, scale=height / loaded.height)
            alpha = image.extract_band(image.bands - 1)
            return Mask(alpha.width, alpha.height, bytes(alpha.write_to_memory()))

    def missing(self, characters: frozenset[str]) -> frozenset[str]:
        """Return those of the characters for which no font has a glyph."""
        return frozenset(each for each in characters - self.covered if _is_missing(self, each))

    def _text(self, markup: str, style: Style, spacing: int = 0) -> Mask:
        span = f'<span lang="{marked_up(style.language)}" weight="{style.weight}">{markup}</span>'
        image = self._ink(span, f"{style.face.names} {style.size:g}", spacing)
        if image is None:
            return Mask(0, 0, b"")
        baseline = style.size * _STRUT_RISE - image.yoffset
        overhang = max(0, -image.xoffset) if style.direction == "ltr" else 0
        return Mask(image.width, image.height, bytes(image.write_to_memory()), baseline, overhang)

    def _ink(self, markup: str, font: str, spacing: int = 0) -> Any:
        """Return libvips's picture of the ink, None when there is none."""
        with LOCK:
            try:
                return self._vips.Image.text(markup, font=font, dpi=72, spacing=spacing)
            except self._vips.Error as fault:
                if "no text to render" in str(fault):
                    return None
                raise


def _points(size: float) -> int:
    return round(size * 1024)


@lru_cache(maxsize=20_000)
def _advance(pen: Pen, text: str, families: str, weight: int, language: str, mark: str) -> float:  # noqa: PLR0913, PLR0917
    """Measure between two bars, since ink alone says nothing of the spaces beside it."""
    markup = f'<span lang="{marked_up(language)}" weight="{weight}">{mark}|{marked_up(text)}|</span>'
    width = pen._ink(markup, f"{families} {_UNIT}").width / _UNIT  # noqa: SLF001 - a method's cache would keep every pen
    bars = _advance(pen, "", families, weight, language, mark) if text else 0.0
    return max(0.0, float(width) - bars)


def forget_widths() -> None:
    """Forget what was measured: for benchmarks."""
    _advance.cache_clear()


@lru_cache(maxsize=20_000)
def _is_missing(pen: Pen, character: str) -> bool:
    """Tell whether a character is drawn as a box: all four edges of its ink are those of the box."""
    drawn = _frame(pen, character)
    return bool(drawn) and drawn == _frame(pen, _NO_GLYPH[character > "\uffff"])


@lru_cache(maxsize=1000)
def _frame(pen: Pen, character: str) -> tuple[int, int, bytes, bytes] | None:
    image = pen._ink(marked_up(character), f"Kushk Serif {_UNIT}")  # noqa: SLF001
    if image is None:
        return None
    data, width = bytes(image.write_to_memory()), image.width
    return width, image.height, data[:width], data[-width:]


@lru_cache(maxsize=1)
def _started(configuration: str) -> Any:
    """Load libvips with our fonts. Child processes keep the machine's own configuration."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = configuration
    try:
        import pyvips

        pyvips.cache_set_max(0)
        pyvips.concurrency_set(1)  # threads cost more than they bring for pictures of this size
        pyvips.Image.text("a", font="Kushk Serif 10", dpi=72)
    finally:
        os.environ.pop("FONTCONFIG_FILE")
        if before is not None:
            os.environ["FONTCONFIG_FILE"] = before
    return pyvips
