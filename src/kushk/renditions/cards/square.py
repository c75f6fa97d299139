"""A card on a square sheet, as podcast directories want it."""

from __future__ import annotations

import io

from PIL import Image

from kushk.core.colours import LIGHT_PAPER


def squared(card: bytes, side: int) -> bytes:
    """Return a PNG with equal sides: the card over its whole width, hung from the upper edge, paper below."""
    with Image.open(io.BytesIO(card)) as opened:
        wide = opened.convert("RGB").resize(
            (side, round(side * opened.height / opened.width)), Image.Resampling.LANCZOS
        )
    square = Image.new("RGB", (side, side), LIGHT_PAPER)
    square.paste(wide, (0, 0))
    out = io.BytesIO()
    square.save(out, "PNG", optimize=True)
    return out.getvalue()
