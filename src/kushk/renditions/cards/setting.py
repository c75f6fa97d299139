"""Text set into its place on the sheet: cleaned, broken into lines, drawn."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kushk.renditions.cards.breaking import Place, Rhythm, fitted, pieces_of
from kushk.renditions.cards.content import Words
from kushk.renditions.cards.drawing import Mask, Pen, Style
from kushk.renditions.cards.faces import face_for
from kushk.renditions.cards.words import cleaned, letters, without

LONGEST = 700
"""Characters of a text that are looked at: no place on a card holds as many."""


@dataclass(frozen=True, slots=True)
class Setter:
    """Sets text with a pen, for one kind of place."""

    pen: Pen
    sizes: tuple[float, ...]
    place: Place
    heading: bool = True
    """Headlines are heavier and closer than text."""

    def set(self, words: Words) -> SetText | None:
        """Return the text as it is drawn, None when nothing can be."""
        text = drawable(words.text, self.pen)
        if not text:
            return None
        face = face_for(text, words.language)
        weight, leading = (face.weight, face.leading) if self.heading else (face.text_weight, face.text_leading)
        style = Style(face, self.sizes[0] * face.scale, weight, words.direction, words.language, leading)

        def measure(part: str) -> float:
            return self.pen.advance(part, style)

        sizes = [size * face.scale for size in self.sizes]
        pieces = pieces_of(text, words.language, measure)
        setting = fitted(pieces, self.place, sizes, Rhythm(leading, face.tall), measure)
        fixed = Style(face, setting.size, weight, words.direction, words.language, leading)
        mask = self.pen.lines(setting.lines, fixed)
        last = mask.baseline + (len(setting.lines) - 1) * setting.size * leading
        return SetText(mask, fixed, setting.lines, last, whole=setting.whole) if mask.width else None


@dataclass(frozen=True, slots=True)
class SetText:
    """A text that has its lines and its ink."""

    mask: Mask
    style: Style
    lines: tuple[str, ...]
    last_baseline: float
    """From the top of the mask."""
    whole: bool

    @property
    def size(self) -> float:
        """In pixels."""
        return self.style.size

    @property
    def bottom(self) -> float:
        """From where the next text counts its distance: as if letters hung below the line, even if none do."""
        return max(self.mask.height, self.last_baseline + self.size * 0.22)


def drawable(text: str, pen: Pen) -> str:
    """Return the text as it can be drawn; empty when a letter of it has no glyph in any font: never boxes."""
    plain = _short(cleaned(text))
    missing = pen.missing(frozenset(plain))
    return "" if missing & letters(plain) else without(plain, missing)


def _short(text: str) -> str:
    """Cut a very long text at a space if it has one, since every word of it is measured."""
    if len(text) <= LONGEST:
        return text
    start = text[:LONGEST]
    return start[: start.rfind(" ")] if " " in start[LONGEST // 2 :] else start


def first_set(setters: Sequence[Setter], words: Words) -> SetText | None:
    """Return the text set whole by the first of the setters that can, else by the last."""
    text = None
    for setter in setters:
        text = setter.set(words)
        if text is None or text.whole:
            return text
    return text
