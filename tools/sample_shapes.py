"""The shapes that the pictures of the sample stand are printed from. CC0 1.0."""

from __future__ import annotations

import random

WIDTH, HEIGHT = 1600, 1000


def poly(points: list[tuple[float, float]], fill: str, extra: str = "") -> str:
    shown = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
    return f'<polygon points="{shown}" fill="{fill}" {extra}/>'


def rect(x: float, y: float, width: float, height: float, fill: str, extra: str = "") -> str:
    return f'<rect x="{x:.0f}" y="{y:.0f}" width="{width:.0f}" height="{height:.0f}" fill="{fill}" {extra}/>'


def circle(x: float, y: float, radius: float, fill: str, extra: str = "") -> str:
    return f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}" fill="{fill}" {extra}/>'


def line(points: list[tuple[float, float]], stroke: str, width: float, extra: str = "") -> str:
    shown = " ".join(f"{x:.0f},{y:.0f}" for x, y in points)
    return f'<polyline points="{shown}" fill="none" stroke="{stroke}" stroke-width="{width}" stroke-linecap="round" {extra}/>'


def path(d: str, fill: str, extra: str = "") -> str:
    return f'<path d="{d}" fill="{fill}" {extra}/>'


def waves(top: float, rows: int, colour: str, seed: int, gap: float = 46) -> str:
    """Short strokes of light on water, denser towards the viewer."""
    chance = random.Random(seed)
    strokes = []
    for row in range(rows):
        y = top + gap * row * (0.6 + row / rows)
        for _ in range(5 + row):
            x, length = chance.uniform(-50, WIDTH), chance.uniform(30, 90) * (0.5 + row / rows)
            bend = 4 + row
            strokes.append(
                f'<path d="M{x:.0f} {y:.0f} q{length / 4:.0f} {-bend} {length / 2:.0f} 0 t{length / 2:.0f} 0" '
                f'fill="none" stroke="{colour}" stroke-width="{2.5 + row * 0.5:.1f}" stroke-linecap="round"/>'
            )
    return "".join(strokes)


def hills(base: float, height: float, colour: str, seed: int, steps: int = 7) -> str:
    """A soft range of hills from side to side."""
    chance = random.Random(seed)
    d = f"M0 {HEIGHT} L0 {base:.0f} "
    step = WIDTH / steps
    for index in range(steps):
        peak = base - height * chance.uniform(0.3, 1)
        x = step * index
        d += f"C{x + step * 0.3:.0f} {peak:.0f} {x + step * 0.7:.0f} {peak:.0f} {x + step:.0f} {base - height * chance.uniform(0, 0.3):.0f} "
    return path(d + f"L{WIDTH} {HEIGHT} Z", colour)


def stars(count: int, colour: str, seed: int, below: float) -> str:
    chance = random.Random(seed)
    return "".join(
        circle(chance.uniform(0, WIDTH), chance.uniform(0, below), chance.choice([2, 2, 3, 4]), colour)
        for _ in range(count)
    )
