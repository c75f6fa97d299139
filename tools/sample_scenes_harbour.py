"""Scenes of the sample stand: the fishing harbour. CC0 1.0."""

from __future__ import annotations

import random

from sample_shapes import HEIGHT, WIDTH, circle, hills, line, path, poly, rect, waves


def boats() -> str:
    """Three painted bows at dawn; the middle one wears glasses."""
    gulls = "".join(
        path(f"M{x} {y} q{w} {-w * 0.7:.0f} {2 * w} 0 q{w} {-w * 0.7:.0f} {2 * w} 0", "none", _stroke("#5a3b52", 6))
        for x, y, w in ((230, 190, 22), (360, 130, 16), (1290, 240, 20), (1430, 170, 14))
    )
    far = "".join(
        path(f"M{x - 60} 514 h120 l-22 26 h-76z", "#6d4560") + line([(x, 514), (x, 430)], "#6d4560", 5)
        for x in (170, 1120, 1400)
    )
    return "".join(
        [
            rect(0, 0, WIDTH, HEIGHT, "#f6b48f"),
            rect(0, 0, WIDTH, 170, "#e08f86"),
            rect(0, 170, WIDTH, 130, "#eda28a"),
            rect(0, 420, WIDTH, 130, "#fbd0a0"),
            circle(620, 470, 130, "#fff0c9"),
            hills(540, 90, "#9c6a7c", 33),
            gulls,
            far,
            rect(0, 540, WIDTH, 460, "#1f4e79"),
            "".join(
                rect(480 + 12 * n, 566 + 58 * n, 280 - 24 * n, 22, "#f6b48f", 'opacity="0.4" rx="11"') for n in range(6)
            ),
            waves(570, 10, "#5c86ab", 27, 42),
            _boat(300, 0.92, ("#1d7a6f", "#e3b23c", "#c8392f"), "#2f6f4f"),
            _boat(1310, 0.92, ("#c8392f", "#f3e6c4", "#1d7a6f"), "#7a4a2a"),
            _boat(800, 1.12, ("#2b62a0", "#e3b23c", "#d9542f"), "#1b2a3a", glasses=True),
            waves(925, 2, "#7fa3c2", 6, 40),
        ]
    )


def _boat(x: float, size: float, colours: tuple[str, str, str], iris: str, *, glasses: bool = False) -> str:
    hull, band, below = colours
    eyes = "".join(_eye(side * 104, 20, iris) for side in (-1, 1))
    if glasses:
        eyes += (
            "".join(
                f'<circle cx="{side * 104}" cy="20" r="72" fill="#fff" fill-opacity="0.16" {_stroke("#191919", 13)}/>'
                for side in (-1, 1)
            )
            + path("M-36 6 q36 -30 72 0", "none", _stroke("#191919", 13))
            + line([(-174, 4), (-208, -26)], "#191919", 13)
            + line([(174, 4), (208, -26)], "#191919", 13)
        )
    flags = "".join(
        poly([(8 + 46 * n, -352 + 40 * n), (44 + 46 * n, -320 + 40 * n), (8 + 46 * n, -300 + 40 * n)], each)
        for n, each in enumerate((band, below, "#fbf4e2", hull))
    )
    drawn = "".join(
        [
            rect(-7, -400, 14, 250, "#4a2f22"),
            line([(0, -380), (230, -170)], "#4a2f22", 4),
            flags,
            rect(-86, -262, 172, 110, "#fbf4e2", 'rx="8"'),
            rect(-98, -280, 196, 26, below, 'rx="8"'),
            rect(-60, -236, 50, 44, "#35506b"),
            rect(10, -236, 50, 44, "#35506b"),
            path("M-250 -190 Q0 -110 250 -190 Q236 60 96 230 L0 290 L-96 230 Q-236 60 -250 -190Z", hull),
            path("M-172 118 Q-140 178 -96 230 L0 290 L96 230 Q140 178 172 118 Q0 200 -172 118Z", below),
            path("M-250 -190 Q0 -110 250 -190 L246 -136 Q0 -50 -246 -136Z", band),
            path("M-20 -140 h40 l-6 420 l-14 14 l-14 -14z", "#4a2f22"),
            path("M-26 -216 q26 -60 52 0 l-6 90 h-40z", band),
            "".join(
                poly([(d, -118 + c), (d + 16, -100 + c), (d, -82 + c), (d - 16, -100 + c)], "#fbf4e2")
                for d, c in ((-196, -28), (-138, -10), (-80, 2), (80, 2), (138, -10), (196, -28))
            ),
            eyes,
            _flower(-66, 150, band),
            _flower(66, 150, band),
            path("M-150 262 q70 -34 146 0 q20 8 24 8 q70 -34 146 0 q-40 36 -166 36 q-110 0 -150 -44z", "#1f4e79"),
            path("M-150 262 q70 -34 146 0", "none", _stroke("#9dbcd6", 6)),
            path("M20 270 q70 -34 146 0", "none", _stroke("#9dbcd6", 6)),
        ]
    )
    return f'<g transform="translate({x} 620) scale({size})">{drawn}</g>'


def _eye(x: float, y: float, iris: str) -> str:
    lashes = "".join(
        line([(x + d, y - 44 + abs(d) * 0.3), (x + d * 1.5, y - 70 + abs(d) * 0.34)], "#191919", 6)
        for d in (-40, -14, 14, 40)
    )
    return "".join(
        [
            lashes,
            path(f"M{x - 66} {y} q66 -84 132 0 q-66 72 -132 0z", "#fbf4e2", _stroke("#191919", 7)),
            circle(x, y - 2, 30, iris),
            circle(x, y - 2, 14, "#101010"),
            circle(x + 9, y - 12, 7, "#fff"),
        ]
    )


def _flower(x: float, y: float, colour: str) -> str:
    petals = "".join(
        circle(x + dx, y + dy, 11, colour) for dx, dy in ((0, -15), (14, -4), (9, 13), (-9, 13), (-14, -4))
    )
    return petals + circle(x, y, 8, "#fbf4e2")


def _stroke(colour: str, width: float) -> str:
    return f'stroke="{colour}" stroke-width="{width}" stroke-linecap="round"'


def teastall() -> str:
    """A tea stall above the sea, and the one table where the telephone works."""
    shade = "".join(
        poly(
            [(90 + 75 * n, 190), (165 + 75 * n, 190), (155 + 77 * n, 300), (78 + 77 * n, 300)],
            ("#c8392f", "#fbf4e2")[n % 2],
        )
        + f'<ellipse cx="{117 + 77 * n}" cy="300" rx="38" ry="22" fill="{("#c8392f", "#fbf4e2")[n % 2]}"/>'
        for n in range(9)
    )
    cups = "".join(_cup(150 + 62 * n, 560) for n in range(4))
    jars = "".join(
        rect(140 + 84 * n, 372, 58, 78, ("#e9c98f", "#d98f4e", "#f0d9a8", "#c77a45")[n % 4], 'rx="10"')
        + rect(144 + 84 * n, 358, 50, 18, "#c8392f", 'rx="5"')
        for n in range(4)
    )
    steam = "".join(
        path(f"M{592 + 34 * n} 440 q-18 -30 0 -58 q18 -28 0 -56", "none", _stroke("#fff7e6", 8) + ' opacity="0.8"')
        for n in range(3)
    )
    return "".join(
        [
            rect(0, 0, WIDTH, HEIGHT, "#9fd0d6"),
            rect(0, 0, WIDTH, 190, "#86c0cb"),
            circle(1380, 170, 72, "#fff0c9"),
            hills(470, 120, "#c79f6d", 44),
            rect(0, 470, WIDTH, 250, "#1f6f8b"),
            waves(490, 6, "#67a9bd", 8, 34),
            path("M1180 470 h170 l-30 44 h-112z", "#c8392f") + line([(1262, 470), (1262, 350)], "#4a2f22", 8),
            poly([(1270, 356), (1350, 450), (1270, 450)], "#fbf4e2"),
            rect(0, 720, WIDTH, 280, "#d9b27c"),
            "".join(circle(x, y, r, "#c49a62") for x, y, r in _pebbles()),
            rect(110, 300, 640, 440, "#2c8c84"),
            rect(110, 340, 640, 250, "#174f52"),
            rect(120, 450, 420, 14, "#e3b23c"),
            jars,
            rect(80, 580, 710, 34, "#e3b23c"),
            rect(98, 614, 674, 150, "#2b62a0"),
            "".join(_panel(190 + 162 * n, 688, ("#e3b23c", "#f08b52")[n % 2]) for n in range(4)),
            rect(88, 300, 22, 464, "#4a2f22"),
            rect(750, 300, 22, 464, "#4a2f22"),
            shade,
            rect(84, 176, 688, 20, "#4a2f22", 'rx="8"'),
            cups,
            rect(560, 556, 170, 26, "#2f2f2f", 'rx="6"'),
            "".join(poly([(588 + 36 * n, 560), (604 + 36 * n, 532), (620 + 36 * n, 560)], "#f08b1f") for n in range(3)),
            path("M580 540 q-6 -92 66 -96 q72 4 66 96z", "#c9ced2"),
            path("M704 500 l36 -40 l12 10 l-40 60z", "#c9ced2"),
            path("M586 470 q60 -90 120 0", "none", _stroke("#6c7478", 9)),
            circle(646, 440, 11, "#6c7478"),
            steam,
            _keeper(440, 430),
            _table(850, 770, "#d9542f"),
            _table(1080, 800, "#e3b23c"),
            _table(1310, 850, "#2c8c84"),
            _caller(1400, 850),
            _cat(520, 880),
        ]
    )


def _pebbles() -> list[tuple[float, float, float]]:
    chance = random.Random(9)
    return [(chance.uniform(0, WIDTH), chance.uniform(740, 990), chance.choice([4, 6, 9])) for _ in range(90)]


def _cup(x: float, y: float) -> str:
    return (
        path(f"M{x - 20} {y - 26} h40 l-6 38 h-28z", "#fbf4e2")
        + f'<ellipse cx="{x}" cy="{y - 26}" rx="20" ry="6" fill="#b5713c"/>'
    )


def _panel(x: float, y: float, colour: str) -> str:
    leaves = "".join(
        f'<ellipse cx="{x}" cy="{y - 32}" rx="13" ry="28" fill="{colour}" transform="rotate({60 * n} {x} {y})"/>'
        for n in range(6)
    )
    return rect(x - 70, y - 64, 140, 128, "#1f4e79", 'rx="10"') + leaves + circle(x, y, 14, "#fbf4e2")


def _keeper(x: float, y: float) -> str:
    return "".join(
        [
            path(f"M{x - 78} {y + 152} v-46 q8 -62 78 -66 q70 4 78 66 v46z", "#b03a5b"),
            path(f"M{x - 54} {y + 60} q-10 -116 54 -120 q64 4 54 120 q-54 34 -108 0z", "#d9547a"),
            circle(x, y + 4, 36, "#b98058"),
            path(f"M{x - 14} {y + 16} q14 14 28 0", "none", _stroke("#6b3a22", 5)),
            circle(x - 13, y - 4, 4, "#2a1a12") + circle(x + 13, y - 4, 4, "#2a1a12"),
            line([(x + 66, y + 100), (x + 128, y + 84)], "#b98058", 22),
        ]
    )


def _table(x: float, y: float, colour: str) -> str:
    return "".join(
        [
            rect(x - 152, y + 46, 70, 16, "#6b4a35", 'rx="6"'),
            line([(x - 140, y + 62), (x - 146, y + 124)], "#6b4a35", 9),
            line([(x - 94, y + 62), (x - 88, y + 124)], "#6b4a35", 9),
            line([(x - 58, y), (x - 66, y + 124)], "#4a2f22", 12),
            line([(x + 58, y), (x + 66, y + 124)], "#4a2f22", 12),
            rect(x - 88, y - 14, 176, 22, colour, 'rx="8"'),
            _cup(x - 24, y - 26),
        ]
    )


def _caller(x: float, y: float) -> str:
    return "".join(
        [
            rect(x - 8, y + 36, 90, 18, "#6b4a35", 'rx="6"'),
            rect(x + 66, y - 96, 16, 150, "#6b4a35", 'rx="6"'),
            line([(x, y + 54), (x - 4, y + 128)], "#6b4a35", 11)
            + line([(x + 72, y + 54), (x + 78, y + 128)], "#6b4a35", 11),
            path(f"M{x - 2} {y + 38} v-112 q4 -44 36 -46 q34 2 38 46 v112z", "#fbf4e2"),
            path(f"M{x + 60} {y + 40} h-100 q-24 2 -26 28 v60 h34 v-46 h92z", "#e9dcc0"),
            circle(x + 30, y - 150, 35, "#a8714b"),
            path(f"M{x - 8} {y - 158} q4 -42 40 -42 q36 0 38 42 q-40 -14 -78 0z", "#c8392f"),
            "".join(
                poly([(x + 4 + 20 * n, y - 176), (x + 12 + 20 * n, y - 166), (x - 4 + 20 * n, y - 166)], "#e3b23c")
                for n in range(3)
            ),
            circle(x + 8, y - 150, 4, "#2a1a12"),
            path(f"M{x + 2} {y - 130} q10 8 18 0", "none", _stroke("#5f3420", 5)),
            line([(x + 50, y - 76), (x + 84, y - 96), (x + 56, y - 132)], "#efe2c6", 24),
            rect(x + 44, y - 168, 17, 52, "#1b2a3a", 'rx="5"'),
            "".join(
                path(
                    f"M{x + 84 + 26 * n} {y - 190 - 12 * n} q{22 + 6 * n} {34 + 10 * n} 0 {68 + 20 * n}",
                    "none",
                    _stroke("#fff7e6", 8),
                )
                for n in range(3)
            ),
        ]
    )


def _cat(x: float, y: float) -> str:
    return "".join(
        [
            f'<ellipse cx="{x}" cy="{y}" rx="62" ry="32" fill="#e9a35c"/>',
            circle(x - 56, y - 18, 26, "#e9a35c"),
            poly([(x - 78, y - 32), (x - 72, y - 60), (x - 56, y - 40)], "#e9a35c"),
            poly([(x - 54, y - 42), (x - 38, y - 60), (x - 34, y - 32)], "#e9a35c"),
            path(f"M{x - 68} {y - 16} q6 6 12 0", "none", _stroke("#5f3420", 4)),
            path(f"M{x + 54} {y + 8} q50 -6 34 -46", "none", _stroke("#e9a35c", 15)),
            "".join(line([(x - 10 + 22 * n, y - 30), (x - 6 + 22 * n, y - 12)], "#c9772f", 7) for n in range(3)),
        ]
    )
