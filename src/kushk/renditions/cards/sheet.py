"""The sheet of paper: ground, awning, hairlines, pictures and ink, mirrored for what runs from right to left."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageDraw, ImageOps

from kushk.core.colours import LIGHT_INK, LIGHT_PAPER, readable, sound
from kushk.renditions.cards.drawing import Mask

WIDTH, HEIGHT = 1200, 630
"""What the large previews of links are made for."""

PAPER, INK, MUTED, RULE = LIGHT_PAPER, LIGHT_INK, "#4b473f", "#d8d2c4"
"""As in ``base.css``; ink and muted ink have 16:1 and 8.8:1 on the paper."""

AWNING = 36
"""Height of the awning, scallops included."""

_CLOTH = 48
_VALANCE = 14
_FINER = 4
"""The awning is drawn so many times larger: its scallops are round."""

_JPEG = {"quality": 88, "subsampling": 0, "optimize": True}
"""Colour at full resolution: red letters on paper fray without."""


class Sheet:
    """A card in the making. Places are told from the edge where reading starts."""

    def __init__(self, direction: str) -> None:
        self.image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        self.direction = direction
        self._mirrored = direction == "rtl"

    def awning(self, stripes: tuple[str, str]) -> None:
        """Hang the awning in the publication's two colours over the top edge."""
        colours, mask = (sound(stripes[0]), sound(stripes[1])), _awning_mask()
        band = Image.new("RGB", (WIDTH, AWNING))
        brush = ImageDraw.Draw(band)
        for number in range(WIDTH // _CLOTH):
            brush.rectangle((number * _CLOTH, 0, (number + 1) * _CLOTH - 1, AWNING), fill=colours[number % 2])
        self.image.paste(ImageOps.mirror(band) if self._mirrored else band, (0, 0), mask)

    def ink(self, mask: Mask, start: float, top: float, colour: str = INK, *, within: tuple[int, int]) -> None:
        """Put ink on the paper; what would stand beyond ``within`` (start and end edge) is cut off."""
        left_edge, right_edge = (WIDTH - within[1], WIDTH - within[0]) if self._mirrored else within
        left = round(WIDTH - start - mask.width) if self._mirrored else round(start) - mask.overhang
        shape = Image.frombytes("L", (mask.width, mask.height), mask.data)
        upper, lower = max(0, -round(top - AWNING)), min(mask.height, HEIGHT - _FOOT - round(top))
        box = (max(0, left_edge - left), upper, min(mask.width, right_edge - left), lower)
        if box[0] < box[2] and box[1] < box[3]:
            self.image.paste(colour, (left + box[0], round(top) + box[1]), shape.crop(box))

    def rule(self, start: int, end: int, top: int, colour: str = RULE) -> None:
        """Draw a hairline."""
        left, right = (WIDTH - end, WIDTH - start) if self._mirrored else (start, end)
        self.image.paste(colour, (left, top, right, top + 2))

    def picture(self, file: Path, start: int, end: int) -> None:
        """Let a picture bleed off three edges, cropped to its place about its upper middle."""
        with Image.open(file) as opened:
            cropped = ImageOps.fit(_flat(opened), (end - start, HEIGHT), Image.Resampling.BICUBIC, centering=(0.5, 0.4))
        self.image.paste(cropped, (WIDTH - end if self._mirrored else start, 0))

    def packed(self, extension: str) -> bytes:
        """Return the finished card as a file."""
        out = io.BytesIO()
        if extension == "jpg":
            self.image.save(out, "JPEG", **_JPEG)
        else:
            self.image.save(out, "PNG", compress_level=6)
        return out.getvalue()


_FOOT = 24
"""Of the lower edge: nothing is ever drawn there but a picture."""


def accent(stripes: tuple[str, str]) -> str:
    """Return the publication's colour, as dark as text on paper needs."""
    return readable(stripes[0], PAPER)


def _flat(opened: Image.Image) -> Image.Image:
    """Return the picture without transparency: what shines through is paper."""
    if not opened.has_transparency_data:
        return opened.convert("RGB")
    layer = opened.convert("RGBA")
    ground = Image.new("RGBA", layer.size, PAPER)
    return Image.alpha_composite(ground, layer).convert("RGB")


@lru_cache(maxsize=1)
def _awning_mask() -> Image.Image:
    large = Image.new("L", (WIDTH * _FINER, AWNING * _FINER))
    brush = ImageDraw.Draw(large)
    brush.rectangle((0, 0, large.width, _VALANCE * _FINER), fill=255)
    radius = (_CLOTH / 2 - 1) * _FINER
    for number in range(WIDTH // _CLOTH):
        middle, edge = (number + 0.5) * _CLOTH * _FINER, (_VALANCE - 1) * _FINER
        brush.ellipse((middle - radius, edge - radius, middle + radius, edge + radius), fill=255)
    return large.resize((WIDTH, AWNING), Image.Resampling.LANCZOS)
