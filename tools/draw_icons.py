"""Draws the icons of an installed stand: ``.venv/bin/python tools/draw_icons.py``. The shapes are those of icon.svg."""

from __future__ import annotations

import itertools
from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parents[1] / "src" / "kushk" / "reader" / "static" / "reader"
PAPER, GREEN, CREAM, INK = "#fbf9f4", "#0f6b58", "#f3e3c0", "#1b1a17"
FINE = 4
"""Drawn so many times larger, then made smaller: smooth edges."""

WHOLE = 64
"""The drawing's own width and height."""


def curve(points: list[tuple[float, float]], steps: int = 40) -> list[tuple[float, float]]:
    """Return points along a Bézier curve."""
    along = []
    for step in range(steps + 1):
        left = list(points)
        share = step / steps
        while len(left) > 1:
            pairs = itertools.pairwise(left)
            left = [(a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share) for a, b in pairs]
        along.append(left[0])
    return along


def letter() -> list[tuple[float, float]]:
    """Return the stroke of the letter kaf."""
    path = [(43.0, 32.0), *curve([(29, 41), (27, 43), (29, 45)]), *curve([(39, 51), (44, 55), (41, 58), (38, 58)])]
    return [(x + 2, y - 1) for x, y in [*path, (17.0, 58.0)]]


def drawn(size: int, *, full: bool) -> Image.Image:
    """Return the icon. A full one has no corners of its own and keeps its drawing within the circle that devices cut."""
    side = size * FINE
    image = Image.new("RGBA", (side, side), PAPER if full else (0, 0, 0, 0))
    draw = ImageDraw.Draw(image)
    scale = side / WHOLE
    if not full:
        draw.rounded_rectangle((0, 0, side - 1, side - 1), 10 * scale, fill=PAPER)
    awning(draw, scale, full=full)
    shrink, move = (0.74, (9.2, 10)) if full else (1, (0, 0))
    stroke(
        draw,
        [((x * shrink + move[0]) * scale, (y * shrink + move[1]) * scale) for x, y in letter()],
        5.5 * shrink * scale,
    )
    if not full:
        corners = Image.new("L", (side, side), 0)
        ImageDraw.Draw(corners).rounded_rectangle((0, 0, side - 1, side - 1), 10 * scale, fill=255)
        image.putalpha(corners)
    return image.resize((size, size), Image.Resampling.LANCZOS)


def awning(draw: ImageDraw.ImageDraw, scale: float, *, full: bool) -> None:
    """Draw the four stripes with their round ends, lower on a full icon, whose edges are cut away."""
    end = 20 if full else 17
    for number, colour in enumerate((GREEN, CREAM, GREEN, CREAM)):
        start = number * 16 * scale
        stop = start + 16 * scale - 1
        draw.rectangle((start, 0, stop, end * scale), fill=colour)
        draw.ellipse((start, (end - 8) * scale, stop, (end + 8) * scale), fill=colour)


def stroke(draw: ImageDraw.ImageDraw, points: list[tuple[float, float]], width: float) -> None:
    """Draw a line with round ends and joints."""
    draw.line(points, fill=INK, width=round(width))
    for x, y in points:
        draw.ellipse((x - width / 2, y - width / 2, x + width / 2, y + width / 2), fill=INK)


def main() -> None:
    """Draw every icon."""
    for size, name, full in ((192, "icon-192", False), (512, "icon-512", False), (512, "icon-maskable-512", True)):
        drawn(size, full=full).quantize(64).save(FOLDER / f"{name}.png", optimize=True)


if __name__ == "__main__":
    main()
