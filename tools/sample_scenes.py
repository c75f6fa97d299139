"""Scenes of the sample stand: water, village, town; and the list of all. CC0 1.0.

``draw_sample.py`` turns them into JPEG files beside the sample's feeds.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from sample_scenes_first import brouillard, cinema, ferry, ladders, molino, puente, sails, tidegate
from sample_scenes_harbour import boats, teastall
from sample_shapes import HEIGHT, WIDTH, circle, hills, line, path, poly, rect, waves


def bouee() -> str:
    return "".join(
        [
            rect(0, 0, WIDTH, HEIGHT, "#dbe7ea"),
            circle(1330, 180, 70, "#f7e7b8"),
            hills(520, 110, "#8fa9b5", 52),
            rect(0, 520, WIDTH, 480, "#8b7355"),
            rect(0, 520, WIDTH, 120, "#9c8668"),
            waves(560, 10, "#bba987", 17, 40),
            '<ellipse cx="800" cy="760" rx="330" ry="60" fill="#6d5941" opacity="0.7"/>',
            path("M560 700 a240 210 0 0 1 480 0 q-20 90 -240 96 q-220 -6 -240 -96z", "#e8743b"),
            path("M572 660 a240 210 0 0 1 456 0 z", "#f08b52"),
            rect(566, 668, 468, 44, "#fbf4e2"),
            rect(786, 260, 28, 240, "#23395b"),
            circle(800, 250, 26, "#ffd98a"),
            poly([(814, 330), (930, 300), (930, 400), (814, 380)], "#23395b"),
            "".join(line([(826 + 24 * n, 326 - 6 * n), (826 + 24 * n, 384 + 4 * n)], "#8ea8c3", 4) for n in range(5)),
            "".join(
                path(
                    f"M{740 - 56 * n} {190 - 24 * n} q{-34 - n * 8} {58 + 18 * n} 0 {116 + 40 * n}",
                    "none",
                    'stroke="#23395b" stroke-width="9" stroke-linecap="round"',
                )
                + path(
                    f"M{860 + 56 * n} {190 - 24 * n} q{34 + n * 8} {58 + 18 * n} 0 {116 + 40 * n}",
                    "none",
                    'stroke="#23395b" stroke-width="9" stroke-linecap="round"',
                )
                for n in range(3)
            ),
            path("M1090 690 q20 -70 110 -60 q50 -60 90 -10 l40 6 l-38 20 q10 60 -60 66 q-120 12 -142 -22z", "#4f6d5f"),
            circle(1262, 606, 6, "#111"),
            path("M1300 622 l46 6 l-40 16z", "#e0a458"),
            path("M1110 690 q60 -40 110 -6", "none", 'stroke="#35503f" stroke-width="8"'),
        ]
    )


def dolphin() -> str:
    steps = "".join(
        rect(0, 560 + 40 * n, 520 - 70 * n, 44, ["#d99a5b", "#c98848", "#b97738", "#a8672f", "#97582a"][n])
        for n in range(5)
    )
    return "".join(
        [
            rect(0, 0, WIDTH, HEIGHT, "#f7c98b"),
            rect(0, 0, WIDTH, 280, "#f4b26a"),
            circle(1130, 400, 150, "#fdeec2"),
            hills(560, 80, "#c98848", 61),
            rect(0, 560, WIDTH, 440, "#00626b"),
            rect(980, 560, 300, 440, "#f7c98b", 'opacity="0.35"'),
            waves(600, 10, "#3d98a0", 71, 40),
            steps,
            rect(60, 300, 150, 270, "#8a3d2b"),
            path("M60 300 q75 -150 150 0z", "#a8503a"),
            rect(128, 130, 12, 60, "#f2c14e"),
            path("M140 132 l60 22 l-60 22z", "#d94f30"),
            path("M100 570 v-110 a35 40 0 0 1 70 0 v110z", "#4a2018"),
            rect(250, 400, 110, 170, "#8a3d2b"),
            path("M250 400 q55 -100 110 0z", "#a8503a"),
            path(
                "M620 760 C660 520 840 400 1010 470 C1060 490 1110 500 1190 482 C1180 512 1140 530 1096 540 C1120 600 1090 700 1040 790 C1030 680 980 640 900 640 C780 640 720 680 690 780 Z",
                "#35596b",
            ),
            path(
                "M820 650 C900 600 1010 590 1082 560 C1100 620 1080 700 1040 790 C1030 690 960 640 820 650z", "#8fb3bd"
            ),
            path("M840 452 q20 -70 -40 -96 q-10 60 -34 130z", "#35596b"),
            circle(1062, 506, 7, "#0c1c24"),
            path("M560 790 q110 -60 230 -10 q-110 40 -230 10z", "#bfe3e3"),
            path("M960 800 q90 -60 200 0 q-100 30 -200 0z", "#bfe3e3"),
            "".join(
                circle(x, y, r, "#e6f5f3")
                for x, y, r in ((640, 700, 12), (600, 740, 8), (1120, 720, 11), (1160, 760, 7), (700, 720, 7))
            ),
            path("M1300 690 h240 l-44 60 h-150z", "#5b2d1e"),
            line([(1420, 690), (1420, 560)], "#5b2d1e", 9),
            circle(1360, 640, 18, "#5b2d1e"),
            rect(1342, 652, 36, 44, "#f28f3b", 'rx="10"'),
        ]
    )


def village_map() -> str:
    houses = [
        (260, 250, "#d94f30"),
        (400, 190, "#d94f30"),
        (330, 390, "#f2b134"),
        (520, 330, "#f2b134"),
        (1080, 240, "#3f8f6b"),
        (1220, 330, "#3f8f6b"),
        (1340, 210, "#3f8f6b"),
        (1120, 470, "#f2b134"),
        (1290, 560, "#7b4fa0"),
        (450, 620, "#d94f30"),
        (300, 700, "#7b4fa0"),
        (1060, 700, "#f2b134"),
        (1230, 760, "#3f8f6b"),
    ]
    drawn = "".join(
        rect(x - 44, y, 88, 66, "#fffaf0", f'stroke="{colour}" stroke-width="9"')
        + poly([(x - 60, y), (x, y - 54), (x + 60, y)], colour)
        + rect(x - 12, y + 28, 24, 38, colour)
        for x, y, colour in houses
    )
    return "".join(
        [
            rect(0, 0, WIDTH, HEIGHT, "#c98848"),
            rect(110, 70, 1380, 860, "#8d5a2b", 'opacity="0.5"'),
            rect(90, 50, 1380, 860, "#fbf3df"),
            "".join(rect(90 + 138 * n, 50, 2, 860, "#eadfc3") for n in range(1, 10))
            + "".join(rect(90, 50 + 123 * n, 1380, 2, "#eadfc3") for n in range(1, 7)),
            path(
                "M640 50 C780 200 640 330 760 470 C880 610 720 760 860 910 L1010 910 C900 760 1010 620 900 460 C800 330 920 190 800 50 Z",
                "#4aa3b5",
            ),
            path(
                "M720 50 C840 200 720 330 830 465 C940 610 810 760 935 910",
                "none",
                'stroke="#bfe3e8" stroke-width="8" stroke-dasharray="40 26"',
            ),
            line([(90, 520), (420, 480), (640, 520)], "#b9a27c", 22, 'stroke-dasharray="4 34"'),
            line([(960, 560), (1180, 640), (1470, 560)], "#b9a27c", 22, 'stroke-dasharray="4 34"'),
            drawn,
            "".join(
                circle(x, y, 34, "#5b9a6b") + rect(x - 6, y + 26, 12, 34, "#6b4a35")
                for x, y in ((200, 560), (560, 800), (1400, 700), (980, 150), (560, 130), (170, 150))
            ),
            rect(700, 500, 300, 26, "#6b4a35", 'transform="rotate(-8 850 513)"'),
            "".join(
                rect(130 + 60 * n, 850, 44, 30, c) for n, c in enumerate(["#d94f30", "#f2b134", "#3f8f6b", "#7b4fa0"])
            ),
            circle(90 + 12, 62, 16, "#d94f30"),
            circle(1458, 62, 16, "#d94f30"),
            poly([(1390, 780), (1410, 860), (1390, 840), (1370, 860)], "#35596b"),
            path("M1250 960 l170 -150 l44 46 l-160 150z", "#f28f3b"),
            poly([(1250, 960), (1240, 1000), (1304, 1006)], "#f0d3b0"),
        ]
    )


def teahouse() -> str:
    umbrellas = "".join(
        path(
            f"M{250 + 52 * n} 820 l-14 -150 q14 -30 28 0z",
            ["#c23b3b", "#2f5d6e", "#d9a566", "#5b2333", "#4f7d6e"][n % 5],
        )
        + path(f"M{250 + 52 * n} 670 v-26 q0 -16 14 -16", "none", 'stroke="#3a2a20" stroke-width="6"')
        for n in range(6)
    )
    lanterns = "".join(
        rect(x - 3, 330, 6, 40, "#3a2a20")
        + f'<ellipse cx="{x}" cy="408" rx="42" ry="40" fill="#d8452f"/><ellipse cx="{x}" cy="408" rx="16" ry="40" fill="#f08b52"/>'
        + rect(x - 18, 362, 36, 9, "#3a2a20")
        + rect(x - 18, 444, 36, 9, "#3a2a20")
        + circle(x, 408, 90, "#f7b267", 'opacity="0.18"')
        for x in (520, 800, 1080)
    )
    lattice = "".join(rect(x, 480, 8, 240, "#5b2333") for x in range(640, 970, 46)) + "".join(
        rect(630, y, 340, 8, "#5b2333") for y in range(500, 720, 52)
    )
    return "".join(
        [
            rect(0, 0, WIDTH, HEIGHT, "#b9c7cf"),
            hills(420, 160, "#94a8b3", 81),
            hills(480, 90, "#7c94a1", 83),
            rect(0, 860, WIDTH, 140, "#3f5d66"),
            waves(890, 3, "#7ea0a8", 5, 34),
            rect(380, 320, 840, 520, "#e8d3ae"),
            path("M290 330 C420 320 460 230 520 190 H1080 C1140 230 1180 320 1310 330 L1290 350 H310 Z", "#3a2f35"),
            "".join(rect(330 + 48 * n, 318, 26, 16, "#554a52") for n in range(20)),
            rect(560, 176, 480, 20, "#554a52"),
            rect(380, 340, 30, 500, "#5b2333"),
            rect(1190, 340, 30, 500, "#5b2333"),
            rect(620, 470, 360, 260, "#ffd98a"),
            lattice,
            rect(1010, 500, 150, 340, "#ffe7b3"),
            rect(1000, 490, 12, 350, "#5b2333"),
            rect(1158, 490, 12, 350, "#5b2333"),
            rect(440, 500, 140, 190, "#2b2b2b"),
            rect(432, 492, 156, 12, "#5b2333"),
            rect(432, 688, 156, 12, "#5b2333"),
            line([(480, 560), (540, 560)], "#e9e6df", 7)
            + line([(510, 535), (510, 650)], "#e9e6df", 7)
            + line([(470, 600), (550, 600)], "#e9e6df", 7)
            + line([(490, 625), (480, 650)], "#e9e6df", 6)
            + line([(530, 625), (540, 650)], "#e9e6df", 6),
            lanterns,
            rect(0, 836, WIDTH, 30, "#8a7a6a"),
            rect(222, 760, 340, 16, "#6b4a35"),
            rect(222, 810, 340, 16, "#6b4a35"),
            umbrellas,
            circle(1085, 620, 30, "#e0b690"),
            path("M1045 836 v-130 a40 50 0 0 1 80 0 v130z", "#4f7d6e"),
            circle(1085, 596, 24, "#c9c4bd"),
            rect(1230, 770, 120, 16, "#6b4a35"),
            rect(1244, 786, 12, 54, "#6b4a35"),
            rect(1324, 786, 12, 54, "#6b4a35"),
            path("M1262 770 q-4 -46 30 -46 q36 0 30 46z", "#8d3f2e"),
            path("M1320 752 l30 -16", "none", 'stroke="#8d3f2e" stroke-width="9"'),
            "".join(
                path(
                    f"M{1280 + 14 * n} 712 q-10 -20 0 -38 q10 -18 0 -36",
                    "none",
                    'stroke="#fbf4e2" stroke-width="5" opacity="0.8"',
                )
                for n in range(2)
            ),
        ]
    )


def stone_bridge() -> str:
    arches = "".join(
        path(f"M{x - w} 690 a{w} {w} 0 0 1 {2 * w} 0 z", "#24505c") for x, w in ((430, 120), (800, 170), (1170, 120))
    )
    blocks = "".join(line([(x, y), (x + 44, y)], "#9a8f80", 3) for x, y in _rain_on_bridge())
    reflect = "".join(
        path(f"M{x - w} 700 a{w} {w * 0.7:.0f} 0 0 0 {2 * w} 0 z", "#173944")
        for x, w in ((430, 120), (800, 170), (1170, 120))
    )
    return "".join(
        [
            rect(0, 0, WIDTH, HEIGHT, "#e6dcc3"),
            circle(1260, 210, 96, "#d8694a"),
            hills(520, 200, "#a9b8a0", 91),
            hills(600, 120, "#7f9a86", 97),
            rect(0, 690, WIDTH, 310, "#2f6673"),
            path("M60 700 C300 640 520 430 800 420 C1080 430 1300 640 1540 700 Z", "#c9bca6"),
            path(
                "M60 690 C300 620 520 400 800 390 C1080 400 1300 620 1540 690 L1540 712 C1300 650 1080 440 800 430 C520 440 300 650 60 712 Z",
                "#8d8172",
            ),
            blocks,
            arches,
            reflect,
            waves(740, 6, "#6fa2ab", 19, 40),
            path("M520 850 h420 q-40 70 -110 74 h-220 q-60 -6 -90 -74z", "#5b2333"),
            path("M600 850 v-90 q130 -90 260 0 v90 h-20 v-70 h-220 v70z", "#d9a566"),
            "".join(
                circle(650 + 62 * n, 806, 19, "#e0b690")
                + rect(632 + 62 * n, 822, 36, 34, ["#c23b3b", "#f7f3e8", "#4f7d6e"][n], 'rx="10"')
                for n in range(3)
            ),
            circle(930, 740, 22, "#e0b690"),
            poly([(896, 736), (930, 700), (964, 736)], "#d9a566"),
            rect(910, 758, 42, 96, "#2b3a42", 'rx="14"'),
            line([(944, 780), (1040, 960)], "#6b4a35", 9),
            path("M1480 1000 C1440 760 1520 520 1420 300", "none", 'stroke="#4a3a2c" stroke-width="22"'),
            "".join(
                path(
                    f"M{1430 + (n * 23 % 70)} {300 + n * 34} q{-90 - n * 7} {60 + n * 3} {-110 - n * 4} {220}",
                    "none",
                    'stroke="#6b8f5e" stroke-width="6"',
                )
                for n in range(8)
            ),
        ]
    )


def _rain_on_bridge() -> list[tuple[float, float]]:
    chance = random.Random(5)
    spots = []
    while len(spots) < 60:
        x, y = chance.uniform(200, 1400), chance.uniform(460, 680)
        top = 430 + 250 * (abs(x - 800) / 740) ** 1.6
        if y > top + 26:
            spots.append((x, y))
    return spots


SCENES: dict[str, Callable[[], str]] = {
    "lantern/pictures/ferry": ferry,
    "lantern/pictures/tidegate": tidegate,
    "lantern/pictures/ladders": ladders,
    "marsa/pictures/cinema": cinema,
    "marsa/pictures/sails": sails,
    "farol/pictures/molino": molino,
    "farol/pictures/puente": puente,
    "quai/pictures/brouillard": brouillard,
    "quai/pictures/bouee": bouee,
    "nadi/pictures/dolphin": dolphin,
    "nadi/pictures/map": village_map,
    "shiqiao/pictures/teahouse": teahouse,
    "shiqiao/pictures/bridge": stone_bridge,
    "sahil/pictures/boats": boats,
    "sahil/pictures/teastall": teastall,
}
