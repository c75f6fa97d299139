"""The square cover of a publication's podcasts: its awning, its name in its own script, and the stand's."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image, ImageDraw

from kushk.core.colours import sound
from kushk.renditions.cards.breaking import Place
from kushk.renditions.cards.content import Imprint, Words
from kushk.renditions.cards.drawing import Mask, Pen
from kushk.renditions.cards.setting import Setter, SetText
from kushk.renditions.cards.sheet import INK, MUTED, PAPER, accent

SIDE = 1400
"""Pixels: the least that Apple's directory takes."""

_CLOTHS, _AWNING, _SCALLOP = 10, 330, 70
_MARGIN = 120
_NAME_TOP, _NAME_BOTTOM = 480, 1180
_STAND_BASELINE, _WORDMARK = 1290, 62
_SIZES = (230, 200, 176, 152, 132, 114, 98, 84, 72, 60, 48)
_COLOURS = 64


def drawn_cover(pen: Pen, imprint: Imprint, other_name: str, wordmark: Path) -> tuple[bytes, bool]:
    """Return a PNG, and whether the publication's own name could be drawn.

    Args:
        pen: draws the letters.
        imprint: whose cover it is.
        other_name: takes the place of a name for whose letters there is no font here.
        wordmark: file of what a stand signs with that has no name of its own.
    """
    image = Image.new("RGB", (SIDE, SIDE), PAPER)
    _awning(image, imprint.stripes)
    own = _name(pen, imprint.nameplate)
    name = own or _name(pen, Words(other_name, "und", imprint.nameplate.direction))
    if name is not None:
        room = _NAME_BOTTOM - _NAME_TOP
        top = _NAME_TOP + max(0.0, (room - name.mask.height) / 2)
        _ink(image, name.mask, imprint.nameplate.direction, top, INK)
    ImageDraw.Draw(image).rectangle((_MARGIN, 1200, SIDE - _MARGIN, 1207), fill=accent(imprint.stripes))
    _sign(image, pen, imprint, wordmark)
    return _packed(image), own is not None


def _awning(image: Image.Image, stripes: tuple[str, str]) -> None:
    brush, cloth = ImageDraw.Draw(image), SIDE // _CLOTHS
    for number in range(_CLOTHS):
        colour = sound(stripes[number % 2])
        edges = number * cloth, (number + 1) * cloth - 1
        brush.rectangle((edges[0], 0, edges[1], _AWNING - _SCALLOP), fill=colour)
        brush.ellipse((edges[0], _AWNING - 2 * _SCALLOP, edges[1], _AWNING), fill=colour)


def _name(pen: Pen, words: Words) -> SetText | None:
    return Setter(pen, _SIZES, Place(SIDE - 2 * _MARGIN, _NAME_BOTTOM - _NAME_TOP, 4)).set(words)


def _sign(image: Image.Image, pen: Pen, imprint: Imprint, wordmark: Path) -> None:
    """Put the stand's name or wordmark at the foot."""
    direction = imprint.nameplate.direction
    if not imprint.stand:
        mark = pen.vector(wordmark.read_bytes().replace(b"currentColor", b"#000"), _WORDMARK)
        _ink(image, mark, direction, _STAND_BASELINE - _WORDMARK, MUTED)
        return
    place = Place(SIDE - 2 * _MARGIN, 90, 1)
    text = Setter(pen, (52, 40, 30), place, heading=False).set(Words(imprint.stand, "und", direction))
    if text is not None:
        _ink(image, text.mask, direction, _STAND_BASELINE - text.mask.baseline, MUTED)


def _ink(image: Image.Image, mask: Mask, direction: str, top: float, colour: str) -> None:
    start = SIDE - _MARGIN - mask.width if direction == "rtl" else _MARGIN - mask.overhang
    shape = Image.frombytes("L", (mask.width, mask.height), mask.data)
    image.paste(colour, (start, round(top)), shape)


def _packed(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.quantize(_COLOURS, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
    return out.getvalue()
