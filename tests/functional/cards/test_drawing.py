"""What is drawn: in the right place, in the right order, whatever the text."""

from __future__ import annotations

import io
import json
import random
import subprocess
import sys

import pytest
from PIL import Image, ImageChops
from tests.functional.cards.conftest import quote, story

from kushk.renditions.cards import api
from kushk.renditions.cards.drawing import Style
from kushk.renditions.cards.faces import face_for
from kushk.renditions.cards.sheet import AWNING, PAPER

WORDS = (
    "ferry Marigold 2026 10-12 (harbour) “quoted” صيادو الميناء مُحَمَّدٌ بندرگاہ ماہی סירות בְּרֵאשִׁית नदी सफ़ाई 老胡同里 图书馆は開 "
    "한국어 เก็บขยะ বাংলা தமிழ் Новости Ελλάδα 🔥 👩‍👩‍👧 🇱🇧 <b>& \u202edlrow \u2067x\u2069 \x00\x1b \ufffc ‏ ‎ … — http://x.example/a?b=c "
    "Z̶̶̶̶̶̶̶̶̶̶̶ ﷽ ﷺ ꧅ 𒐫 ⸻ ก็็็็็็็ᩰᩰ \ud800 \U0010ffff 𓀀 አማርኛ ქართული ਪੰਜਾਬੀ"
).split(" ")


def odd_headlines(count: int) -> list[tuple[str, str]]:
    chance = random.Random(20)
    made = [("", "ltr"), (" \u202e ", "rtl"), ("x" * 300, "ltr"), ("ب" * 300, "rtl"), ("字" * 2000, "ltr"), ("🔥" * 50, "ltr"),
            ("word " * 400, "ltr"), ("كلمة " * 400, "rtl"), ("W" * 40, "rtl"), ("\u0301" * 30, "ltr")]  # fmt: skip
    while len(made) < count:
        length = chance.choice((1, 2, 5, 9, 14, 30, 80))
        glue = chance.choice((" ", " ", " ", ""))
        made.append((glue.join(chance.choices(WORDS, k=length)), chance.choice(("ltr", "rtl"))))
    return made


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def ink_box(image: Image.Image) -> tuple[int, int, int, int] | None:
    """Where there is anything but ground below the awning."""
    below = image.crop((0, AWNING, *image.size))
    box = ImageChops.difference(below, Image.new("RGB", below.size, PAPER)).getbbox()
    return box and (box[0], box[1] + AWNING, box[2], box[3] + AWNING)


@pytest.mark.parametrize("part", range(5))
def test_no_odd_headline_crashes_or_leaves_the_safe_area(studio, part):
    languages = ("en", "ar", "ur", "zh", "ja", "th", "und")
    for number, (text, direction) in enumerate(odd_headlines(500)[part::5]):
        language = languages[number % len(languages)]
        content = story(text, direction, language, text[:200]) if number % 3 else quote(text, direction, language)
        drawn = studio.story(content) if number % 3 else studio.quote(content)
        image = opened(drawn.data)
        assert image.size == (1200, 630)
        left, top, right, bottom = ink_box(image) or (600, 300, 600, 300)
        assert left >= 16, text
        assert right <= 1200 - 16, text
        assert top >= AWNING, text
        assert bottom <= 630 - 24, text


@pytest.mark.parametrize(
    ("direction", "parts"),
    [
        ("rtl", ["صيادو", "iPhone 15", "الميناء"]),
        ("ltr", ["Harbour", "صيادو الميناء", "sails"]),
        ("rtl", ["סירות", "(BBC)", "בנמל"]),
    ],
)
def test_mixed_text_stands_in_the_order_of_its_base_direction(studio, direction, parts):
    """Each part's ink, drawn alone, is found in the whole line's ink at the place that its direction gives it."""
    face = face_for(" ".join(parts), "ar" if direction == "rtl" else "en")
    style = Style(face, 60, 700, direction, "und", 1.4)
    whole = studio.pen.lines([" ".join(parts)], style)
    line = Image.frombytes("L", (whole.width, whole.height), whole.data)
    found = []
    for part in parts:
        mask = studio.pen.lines([part], style)
        image = Image.frombytes("L", (mask.width, mask.height), mask.data)
        top = round(whole.baseline - mask.baseline)
        differences = [
            (_difference(line.crop((x, top, x + mask.width, top + mask.height)), image), x)
            for x in range(whole.width - mask.width + 1)
        ]
        least, x = min(differences)
        assert least < 0.1, part
        found.append(x)
    assert found == sorted(found, reverse=direction == "rtl")


def _difference(one: Image.Image, other: Image.Image) -> float:
    histogram = ImageChops.difference(one, other).histogram()
    return sum(value * count for value, count in enumerate(histogram)) / max(
        1, sum(value * count for value, count in enumerate(other.histogram()))
    )


def test_the_same_content_gives_the_same_bytes(studio):
    content = story("صيادو الميناء يعيدون بناء قواربهم", "rtl", "ar", "ورشة صغيرة على الشاطئ")
    assert studio.story(content) == studio.story(content)


def test_cards_are_mirrored(studio):
    left, right = (ink_box(opened(studio.story(story("Ferry", direction)).data)) for direction in ("ltr", "rtl"))
    assert (left[0], right[2]) == (64, 1200 - 64)


def test_lines_are_equally_far_apart_whatever_stands_in_them(studio):
    for language, first in (("hi", "नदी"), ("en", "HHH"), ("zh", "一")):
        style = Style(face_for(first, language), 100, 700, "ltr", language, 1.5)
        heights = [studio.pen.lines([first + "H", middle, "H"], style).height for middle in ("H", "नH", "H一", "मH字")]
        assert max(heights) - min(heights) <= 2, (language, heights)


def test_the_weight_is_that_of_the_font_and_not_smeared(studio):
    def ink(weight):
        face = face_for("صيادو", "ar")
        return sum(studio.pen.lines(["صيادو الميناء"], Style(face, 80, weight, "rtl", "ar", 1.4)).data)

    assert ink(400) * 1.05 < ink(550) < ink(700) * 0.98
    assert ink(700) == ink(900)


def test_a_missing_picture_leaves_the_rest(studio):
    drawn = studio.story(story("Ferry", picture="pictures/gone.webp"))
    assert not drawn.complete
    assert opened(drawn.data).size == (1200, 630)


WITHOUT_SYSTEM_FONTS = """
import json, sys
from pathlib import Path
from kushk.renditions.cards.composing import Studio
from kushk.renditions.cards.drawing import Pen
from kushk.renditions.cards.fonts import ready_fonts
from kushk.renditions.cards.setting import drawable
from tests.functional.cards.conftest import story
import hashlib
pen = Pen(ready_fonts(Path(sys.argv[1]), ()))
studio = Studio(pen, Path(sys.argv[1]), Path(sys.argv[2]))
texts = {"zh": "老胡同里的修表匠", "en": "The ferry ☃ sails", "ar": "صيادو الميناء", "ur": "بندرگاہ کے", "hi": "नदी", "he": "סירות"}
drawn = {tag: studio.story(story(text, "rtl" if tag in ("ar", "ur", "he") else "ltr", tag)) for tag, text in texts.items()}
print(json.dumps({tag: [drawable(texts[tag], pen), card.complete, hashlib.sha256(card.data).hexdigest()]
    for tag, card in drawn.items()}))
"""


def test_without_any_font_of_the_machine_the_same_is_drawn_and_never_a_box(studio, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", WITHOUT_SYSTEM_FONTS, str(tmp_path), str(api._WORDMARK)],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path)},
    )
    told = json.loads(done.stdout)
    assert done.stderr == ""
    assert told["zh"][:2] == ["", False]
    assert told["en"][:2] == ["The ferry sails", True]
    import hashlib

    for tag, text, direction in (("ar", "صيادو الميناء", "rtl"), ("ur", "بندرگاہ کے", "rtl"), ("hi", "नदी", "ltr")):
        here = studio.story(story(text, direction, tag))
        assert told[tag][1:] == [True, hashlib.sha256(here.data).hexdigest()], tag
