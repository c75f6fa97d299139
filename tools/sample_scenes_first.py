"""Scenes of the sample stand: harbour, city, valley, fog. CC0 1.0."""

from __future__ import annotations

import math
import random

from sample_shapes import HEIGHT, WIDTH, circle, hills, line, path, poly, rect, stars, waves


def ferry() -> str:
    lit, hull, dark = "#f5c36a", "#c8553d", "#0b2436"
    windows = "".join(rect(560 + 74 * n, 505, 46, 50, lit, 'rx="6"') for n in range(7))
    upper = "".join(rect(700 + 74 * n, 415, 46, 42, lit, 'rx="6"') for n in range(4))
    reflections = "".join(
        rect(566 + 74 * n, 735 + (n % 3) * 14, 34, 120 - (n % 2) * 40, lit, 'opacity="0.35" rx="14"') for n in range(7)
    )
    posts = "".join(rect(60 + 120 * n, 640, 26, 190, "#06151f") for n in range(4))
    return "".join(
        [
            rect(0, 0, WIDTH, HEIGHT, "#12405a"),
            rect(0, 430, WIDTH, 220, "#1b5673"),
            stars(60, "#cfe3ea", 3, 380),
            circle(1310, 190, 74, "#f3e6c4"),
            circle(1342, 172, 66, "#12405a"),
            hills(640, 150, "#0d3047", 5),
            rect(0, 650, WIDTH, 350, "#0e374f"),
            waves(690, 8, "#2d7390", 4),
            path("M440 590 L1180 590 L1130 715 L500 715 Z", hull),
            rect(440, 578, 740, 18, "#f2e3cb"),
            rect(530, 480, 580, 100, "#f2e3cb"),
            rect(670, 392, 330, 90, "#f2e3cb"),
            rect(780, 300, 90, 92, hull),
            rect(780, 322, 90, 20, "#f2e3cb"),
            windows,
            upper,
            rect(1040, 360, 6, 120, "#f2e3cb"),
            line([(1043, 364), (1178, 580)], "#f2e3cb", 3),
            reflections,
            rect(0, 640, 430, 46, dark),
            posts,
            line([(400, 640), (400, 560), (372, 560)], "#06151f", 8),
            circle(370, 572, 15, lit),
            circle(370, 572, 44, lit, 'opacity="0.25"'),
            "".join(
                circle(120 + 62 * n, 592 - (n % 2) * 6, 15, "#f0d3b0")
                + rect(103 + 62 * n, 606 - (n % 2) * 6, 34, 40, ["#c8553d", "#e0a458", "#5b8c9b"][n % 3], 'rx="12"')
                for n in range(4)
            ),
        ]
    )


def tidegate() -> str:
    boards = "".join(rect(500 + 40 * n, 330, 34, 470, "#6b4a35" if n % 2 else "#7a563e") for n in range(14))
    return "".join(
        [
            rect(0, 0, WIDTH, HEIGHT, "#233246"),
            path("M0 0 H1600 V300 C1200 420 900 210 500 330 C300 390 120 350 0 380 Z", "#304560"),
            line([(200 + n * 95, -20) for n in range(1)], "#fff", 1),
            rect(0, 470, 520, 530, "#1d5a6e"),
            waves(500, 9, "#4f93a5", 9, 40).replace("M1", "M1"),
            rect(1060, 760, 540, 240, "#17475a"),
            rect(520, 800, 540, 200, "#12303f"),
            rect(1060, 460, 540, 300, "#233246"),
            "".join(
                poly([(1090 + 130 * n, 560), (1150 + 130 * n, 500), (1210 + 130 * n, 560)], "#b5513c")
                + rect(1096 + 130 * n, 560, 108, 200, ["#e7d7b9", "#d8bf94", "#efe5cf", "#cdb58c"][n])
                + rect(1116 + 130 * n, 590, 26, 34, "#f5c36a")
                + rect(1158 + 130 * n, 590, 26, 34, "#f5c36a" if n % 2 else "#3a4a5c")
                for n in range(4)
            ),
            boards,
            rect(470, 280, 620, 60, "#3d2c22"),
            rect(455, 250, 50, 600, "#3d2c22"),
            rect(1055, 250, 50, 600, "#3d2c22"),
            rect(770, 260, 22, 560, "#3d2c22"),
            rect(500, 460, 560, 26, "#3d2c22"),
            rect(500, 660, 560, 26, "#3d2c22"),
            "".join(line([(640 + n * 60, 800), (632 + n * 60, 860)], "#7fb7c4", 4) for n in range(5)),
            rect(760, 190, 44, 66, "#e0a458", 'rx="16"'),
            circle(782, 170, 24, "#f0d3b0"),
            rect(752, 146, 60, 14, "#e0a458", 'rx="7"'),
            circle(838, 214, 13, "#f8dc95"),
            circle(838, 214, 52, "#f8dc95", 'opacity="0.22"'),
            line([(800, 214), (836, 214)], "#f0d3b0", 10),
            "".join(line([(x, y), (x - 16, y + 46)], "#8aa4b8", 2, 'opacity="0.7"') for x, y in _rain(90, 21)),
        ]
    )


def _rain(count: int, seed: int) -> list[tuple[float, float]]:
    chance = random.Random(seed)
    return [(chance.uniform(0, WIDTH), chance.uniform(0, HEIGHT)) for _ in range(count)]


def ladders() -> str:
    chance = random.Random(11)
    colours = ["#0b3954", "#bf4b3a", "#e0a458", "#4f7d6e", "#8a5a44", "#d9c7a3"]
    parts = [rect(0, 0, WIDTH, HEIGHT, "#f1e6cf"), rect(0, 860, WIDTH, 140, "#b98a5a")]
    for top in (110, 300, 490, 680):
        for left, right in ((60, 560), (1060, 1540)):
            x = left
            while x < right - 40:
                width, height = chance.uniform(24, 58), chance.uniform(110, 158)
                parts.append(rect(x, top + 165 - height, width, height, chance.choice(colours)))
                parts.append(rect(x, top + 165 - height + 22, width, 8, "#f1e6cf", 'opacity="0.6"'))
                x += width + 3
            parts.append(rect(left - 20, top + 165, right - left + 20, 16, "#6b4a35"))
    for foot, head, length, colour in (
        (640, 590, 800, "#8a5a44"),
        (790, 800, 690, "#bf4b3a"),
        (930, 990, 760, "#6b4a35"),
    ):
        parts.append(_ladder(foot, head, length, colour))
    parts.append(
        rect(730, 800, 110, 60, "#0b3954", 'rx="8"')
        + rect(770, 786, 30, 16, "#0b3954")
        + path("M840 815 h70 v16 h-70z", "#e0a458")
    )
    return "".join(parts)


def _ladder(foot: float, head: float, length: float, colour: str) -> str:
    top, half = 870 - length, 42
    sides = line([(foot - half, 870), (head - half, top)], colour, 15) + line(
        [(foot + half, 870), (head + half, top)], colour, 15
    )
    rungs = ""
    for step in range(1, int(length // 70)):
        share = step * 70 / length
        x, y = foot + (head - foot) * share, 870 - length * share
        rungs += line([(x - half, y), (x + half, y)], colour, 12)
    return sides + rungs


def cinema() -> str:
    bulbs = "".join(circle(470 + 44 * n, 408, 10, "#ffe2a0" if n % 3 else "#fff6dc") for n in range(16))
    people = "".join(
        circle(180 + 92 * n, 742 - (n * 37 % 23), 26, ["#d8a988", "#b98563", "#e6c0a0"][n % 3])
        + path(
            f"M{146 + 92 * n} 900 v-84 a34 44 0 0 1 68 0 v84 z",
            ["#7a1f2b", "#2d3b54", "#4f6d5f", "#b3773f", "#52324a"][n % 5],
        )
        for n in range(15)
    )
    arches = "".join(
        path(f"M{520 + 200 * n} 700 v-120 a70 70 0 0 1 140 0 v120 z", "#ffd98a" if n != 1 else "#fff0c4")
        for n in range(3)
    )
    return "".join(
        [
            rect(0, 0, WIDTH, HEIGHT, "#1d1f3a"),
            stars(70, "#e9e0c8", 8, 420),
            circle(260, 180, 58, "#f3e6c4"),
            rect(0, 470, 330, 330, "#2b2545"),
            rect(1270, 420, 330, 380, "#2b2545"),
            "".join(
                rect(40 + 90 * (n % 3), 510 + 90 * (n // 3), 40, 52, "#e6a94f" if n in (1, 5) else "#433a63")
                for n in range(6)
            ),
            "".join(
                rect(1310 + 90 * (n % 3), 470 + 90 * (n // 3), 40, 52, "#e6a94f" if n in (0, 4, 8) else "#433a63")
                for n in range(9)
            ),
            rect(400, 240, 800, 560, "#7a1f2b"),
            path("M400 240 h800 l-60 -70 h-680 z", "#9a3340"),
            rect(440, 270, 720, 96, "#e6c79c"),
            rect(430, 384, 740, 48, "#5a1620"),
            bulbs,
            arches,
            "".join(
                rect(466 + 90 * n, 290, 56, 56, "#7a1f2b", f'rx="{[28, 6, 28, 14, 6, 28, 6, 14][n]}"') for n in range(8)
            ),
            poly([(600, 700), (1000, 700), (1130, 900), (470, 900)], "#ffd98a", 'opacity="0.28"'),
            rect(0, 800, WIDTH, 200, "#15162b"),
            poly([(600, 800), (1000, 800), (1090, 1000), (510, 1000)], "#ffd98a", 'opacity="0.2"'),
            people,
        ]
    )


def sails() -> str:
    seams = "".join(
        path(
            f"M{560 + 62 * n} {150 + n * 6} C{540 + 74 * n} 380 {500 + 88 * n} 560 {420 + 104 * n} 760",
            "none",
            'stroke="#cbb387" stroke-width="4"',
        )
        for n in range(1, 7)
    )
    return "".join(
        [
            rect(0, 0, WIDTH, HEIGHT, "#e9d6b0"),
            rect(0, 800, WIDTH, 200, "#a8673f"),
            "".join(rect(n * 200, 800, 6, 200, "#8d5230") for n in range(8)),
            rect(1180, 130, 300, 430, "#7fb3bf"),
            rect(1180, 400, 300, 160, "#2f7287"),
            poly([(1300, 420), (1300, 250), (1400, 420)], "#fbf4e2"),
            path("M1260 420 h170 l-30 40 h-110z", "#7a1f2b"),
            "".join(
                rect(x, y, w, h, "#6b4226")
                for x, y, w, h in (
                    (1164, 114, 332, 18),
                    (1164, 556, 332, 20),
                    (1164, 114, 18, 460),
                    (1478, 114, 18, 460),
                    (1321, 130, 12, 430),
                )
            ),
            rect(0, 96, WIDTH, 30, "#6b4226"),
            path(
                "M520 126 L1010 126 C1000 360 1050 620 1120 770 C860 800 560 800 330 750 C470 560 520 330 520 126 Z",
                "#f8efd8",
            ),
            seams,
            path("M520 126 C520 330 470 560 330 750", "none", 'stroke="#7a1f2b" stroke-width="10"'),
            rect(180, 640, 150, 26, "#6b4226"),
            rect(196, 666, 16, 140, "#6b4226"),
            rect(298, 666, 16, 140, "#6b4226"),
            path("M196 640 v-120 a56 64 0 0 1 112 0 v120z", "#2d5f6e"),
            circle(252, 430, 42, "#c98f68"),
            path("M208 424 a44 44 0 0 1 88 0 z", "#f4f0e6"),
            rect(206, 418, 92, 16, "#7a1f2b"),
            line([(296, 560), (400, 610), (470, 560)], "#c98f68", 22),
            line([(470, 560), (520, 530)], "#8c8c8c", 6),
            line([(520, 530), (600, 560), (640, 500)], "#7a1f2b", 4),
            path("M860 800 c10 -70 120 -74 140 0 z", "#3a3030"),
            circle(1002, 772, 30, "#3a3030"),
            poly([(980, 752), (986, 722), (1002, 746)], "#3a3030"),
            poly([(1006, 744), (1024, 722), (1026, 754)], "#3a3030"),
            path("M862 796 q-60 4 -70 -44", "none", 'stroke="#3a3030" stroke-width="16" stroke-linecap="round"'),
            "".join(circle(90 + n * 70, 60, 26, ["#7a1f2b", "#2d5f6e", "#e0a458"][n % 3]) for n in range(4)),
        ]
    )


def molino() -> str:
    rays = "".join(
        poly(
            [
                (1180, 330),
                (1180 + 1300 * math.cos(a), 330 + 1300 * math.sin(a)),
                (1180 + 1300 * math.cos(a + 0.09), 330 + 1300 * math.sin(a + 0.09)),
            ],
            "#f7cf7a",
            'opacity="0.55"',
        )
        for a in [n * 0.21 for n in range(30)]
    )
    sacks = "".join(
        path(f"M{x} 880 q-26 -150 40 -190 h80 q66 40 40 190 z", colour)
        + path(f"M{x + 30} 690 h100 l-18 -36 h-64z", colour)
        + line([(x + 34, 692), (x + 126, 692)], "#7a5a2e", 9)
        + "".join(
            circle(x + 40 + (k * 29 % 84), 640 + (k * 17 % 20), 10, "#3b4a8c" if k % 2 else "#5566ad") for k in range(9)
        )
        for x, colour in ((180, "#d9b679"), (400, "#cfa765"), (1230, "#d9b679"))
    )
    return "".join(
        [
            rect(0, 0, WIDTH, HEIGHT, "#f2b761"),
            rays,
            circle(1180, 330, 120, "#fde9b5"),
            hills(600, 210, "#5d7f4b", 14),
            hills(700, 130, "#2f5d3a", 23),
            rect(0, 780, WIDTH, 220, "#8a5a33"),
            rect(640, 640, 480, 200, "#7b6a5c"),
            rect(600, 820, 560, 60, "#5e5047"),
            '<ellipse cx="880" cy="640" rx="250" ry="72" fill="#a39487"/><ellipse cx="880" cy="600" rx="230" ry="64" fill="#b9aa9c"/><ellipse cx="880" cy="580" rx="230" ry="64" fill="#cbbdaf"/>',
            "".join(
                line(
                    [(880, 580), (880 + 225 * math.cos(n * math.pi / 6), 580 + 62 * math.sin(n * math.pi / 6))],
                    "#9c8d80",
                    6,
                )
                for n in range(12)
            ),
            circle(880, 580, 30, "#5e5047"),
            rect(866, 380, 28, 200, "#5e3b22"),
            rect(700, 372, 380, 26, "#5e3b22"),
            path("M800 250 h160 l-46 110 h-68z", "#a8672f"),
            path("M812 250 q68 -52 136 0z", "#3b4a8c"),
            path("M1060 760 q90 -30 150 20 v100 h-170z", "#e9e2f2"),
            sacks,
            circle(560, 520, 44, "#b97a50"),
            path("M508 800 v-160 a54 70 0 0 1 108 0 v160z", "#c23b3b"),
            path("M516 512 a46 46 0 0 1 90 0 q4 60 -6 90 q-20 -60 -40 -60 q-24 0 -38 60 q-10 -40 -6 -90z", "#2b1d18"),
            line([(600, 640), (700, 600)], "#b97a50", 22),
        ]
    )


def puente() -> str:
    def cable(x: float) -> float:
        return 300 + 230 * (1 - ((x - 800) / 560) ** 2)

    deck = "".join(rect(x, 610 + 50 * (1 - ((x - 800) / 560) ** 2), 34, 20, "#7b4a2d") for x in range(240, 1360, 40))
    hangers = "".join(
        line([(x, cable(x)), (x, 612 + 50 * (1 - ((x - 800) / 560) ** 2))], "#3d2b1f", 4) for x in range(260, 1360, 80)
    )
    flags = "".join(
        poly(
            [
                (x, cable(x) - 6),
                (x + 62, cable(x + 62) - 6),
                (x + 56, cable(x) + 62),
                (x + 44, cable(x) + 50),
                (x + 31, cable(x) + 62),
                (x + 18, cable(x) + 50),
                (x + 6, cable(x) + 62),
            ],
            ["#d94f70", "#f2b134", "#3f8f6b", "#5566ad", "#e8743b"][n % 5],
        )
        for n, x in enumerate(range(262, 1330, 80))
    )
    return "".join(
        [
            rect(0, 0, WIDTH, HEIGHT, "#bfe0dc"),
            circle(330, 190, 84, "#fde9b5"),
            hills(520, 260, "#8fbf9a", 31),
            hills(640, 200, "#5b9a6b", 37),
            path("M0 560 L250 560 C310 700 240 860 420 1000 L0 1000 Z", "#2f5d3a"),
            path("M1600 560 L1350 560 C1290 700 1370 860 1190 1000 L1600 1000 Z", "#2f5d3a"),
            path("M420 1000 C520 940 640 960 800 930 C960 900 1080 950 1190 1000 Z", "#4aa3a8"),
            waves(940, 2, "#d9f0ee", 6, 30),
            rect(214, 250, 40, 380, "#6b4a35"),
            rect(1346, 250, 40, 380, "#6b4a35"),
            rect(196, 236, 76, 24, "#3d2b1f"),
            rect(1328, 236, 76, 24, "#3d2b1f"),
            f'<path d="M234 300 Q800 {300 + 460} 1366 300" fill="none" stroke="#3d2b1f" stroke-width="8"/>',
            hangers,
            deck,
            flags,
            "".join(
                circle(560 + 90 * n, 560 + 40, 20, "#b97a50")
                + rect(542 + 90 * n, 618, 36, 40, ["#c23b3b", "#f7f3e8", "#3b4a8c", "#f2b134", "#f7f3e8"][n], 'rx="12"')
                for n in range(5)
            ),
            path("M735 596 q40 -80 84 -40 l-12 30 q-30 -20 -50 30z", "#e0b040"),
            path("M812 540 l36 -28 v76z", "#e0b040"),
            line([(1450, 560), (1450, 470)], "#3d2b1f", 10),
            circle(1450, 430, 62, "#3f8f6b"),
            circle(1500, 470, 44, "#2f7a56"),
            circle(110, 500, 70, "#3f8f6b"),
            line([(110, 560), (110, 520)], "#3d2b1f", 10),
        ]
    )


def brouillard() -> str:
    veils = "".join(
        f'<ellipse cx="{x}" cy="{y}" rx="{w}" ry="46" fill="#eef1ef" opacity="0.55"/>'
        for x, y, w in (
            (200, 470, 520),
            (1200, 540, 620),
            (700, 400, 700),
            (400, 640, 480),
            (1350, 680, 420),
            (900, 760, 560),
        )
    )
    posts = "".join(
        rect(300 + 118 * n, 600 - n * 12, 22 - n, 250 - n * 20, "#2c3d52", f'opacity="{1 - n * 0.1:.1f}"')
        for n in range(8)
    )
    return "".join(
        [
            rect(0, 0, WIDTH, HEIGHT, "#c9d3d8"),
            rect(0, 560, WIDTH, 440, "#a9bac4"),
            circle(1180, 250, 90, "#eef1ef", 'opacity="0.8"'),
            hills(560, 120, "#b4c2ca", 41),
            waves(720, 6, "#dfe7ea", 12, 40),
            poly([(0, 660), (1240, 500), (1240, 520), (0, 740)], "#3d5168"),
            posts,
            rect(1196, 360, 18, 160, "#3d5168"),
            rect(1176, 330, 58, 40, "#3d5168"),
            circle(1205, 350, 22, "#ffd98a"),
            circle(1205, 350, 70, "#ffd98a", 'opacity="0.4"'),
            circle(1205, 350, 140, "#ffd98a", 'opacity="0.22"'),
            veils,
            rect(420, 520, 40, 110, "#1f2e40", 'rx="18"'),
            circle(440, 496, 22, "#1f2e40"),
            rect(500, 530, 38, 100, "#1f2e40", 'rx="18"'),
            circle(519, 508, 20, "#1f2e40"),
            "".join(
                path(
                    f"M{560 + 50 * n} {480 - 14 * n} q{18 + 4 * n} {34 + 6 * n} 0 {68 + 12 * n}",
                    "none",
                    f'stroke="#1f2e40" stroke-width="5" opacity="{0.8 - n * 0.13:.2f}"',
                )
                for n in range(6)
            ),
        ]
    )
