"""Versions, faces, quotation marks, colours, the shelf and the code."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from dataclasses import replace

import pytest
from PIL import Image

from kushk.core.colours import contrast
from kushk.renditions.cards.codes import qr_code
from kushk.renditions.cards.content import Imprint, StoryContent, Words, version
from kushk.renditions.cards.faces import face_for
from kushk.renditions.cards.quotation import quotation_marks, unquoted
from kushk.renditions.cards.sheet import INK, MUTED, PAPER, accent
from kushk.renditions.shelf import Shelf

CONTENT = StoryContent(
    Imprint(Words("Marsa", "ar", "rtl"), ("#7a1f2b", "#e6c79c"), ""), Words("A"), Words("B"), "pictures/a.webp"
)


def test_the_version_depends_on_all_that_is_drawn_and_on_nothing_else():
    again = StoryContent(
        Imprint(Words("Marsa", "ar", "rtl"), ("#7a1f2b", "#e6c79c"), ""), Words("A"), Words("B"), "pictures/a.webp"
    )
    assert version(again) == version(CONTENT) == "6982c1bcac54"
    others = {
        version(replace(CONTENT, headline=Words("C"))),
        version(replace(CONTENT, standfirst=Words("C"))),
        version(replace(CONTENT, picture="")),
        version(replace(CONTENT, headline=Words("A", "en"))),
        version(replace(CONTENT, headline=Words("A", direction="rtl"))),
        version(replace(CONTENT, imprint=replace(CONTENT.imprint, stand="Stand"))),
        version(replace(CONTENT, imprint=replace(CONTENT.imprint, stripes=("#000000", "#e6c79c")))),
    }
    assert len(others | {version(CONTENT)}) == 8


def test_a_lone_surrogate_has_a_version():
    assert len(version(replace(CONTENT, headline=Words("\ud800")))) == 12


def test_scripts_have_their_faces():
    assert face_for("بندرگاہ", "ur").families[0] == "Kushk Nastaliq"
    assert face_for("صيادو", "ar").families[0] == "Kushk Naskh"
    assert face_for("Новости", "ru").families[0] == "Kushk Serif"
    assert "TC" in face_for("修錶匠", "zh-Hant").families[0]
    assert "JP" in face_for("図書館", "ja").families[0]
    assert "SC" in face_for("修表匠", "und").families[0]


def test_each_language_has_its_own_quotation_marks():
    assert quotation_marks("fr-CA") == ("«\u00a0", "\u00a0»")
    assert quotation_marks("de") == ("„", "“")
    assert quotation_marks("ar-EG") == ("”", "“")
    assert quotation_marks("zh-TW") == ("「", "」")
    assert quotation_marks("zh-Hans") == ("“", "”")
    assert quotation_marks("xx") == quotation_marks("en")


def test_a_sentence_is_not_quoted_twice():
    assert unquoted("“She knows the way.”") == "She knows the way."
    assert unquoted("“Yes,” she said, “no.”") == "“Yes,” she said, “no.”"
    assert unquoted("«»") == "«»"


@pytest.mark.parametrize("colour", ["#ffffff", "#e0a458", "#0b3954", "#ff0000", "nonsense"])
def test_all_text_has_enough_contrast(colour):
    assert contrast(accent((colour, "#ffffff")), PAPER) >= 7
    assert contrast(INK, PAPER) >= 7
    assert contrast(MUTED, PAPER) >= 7


def test_the_oldest_cards_are_dropped(tmp_path):
    shelf = Shelf(tmp_path, most=1000)
    for number in range(8):
        shelf.put(f"{number}.png", bytes(200))
        os.utime(tmp_path / f"{number}.png", (number, number))
    shelf.tidy()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["4.png", "5.png", "6.png", "7.png"]
    assert shelf.get("7.png") == bytes(200)
    assert shelf.get("0.png") is None


def test_a_code_has_its_quiet_zone():
    image = Image.open(io.BytesIO(qr_code("https://stand.example/en/s/abcdef/"))).convert("L")
    assert image.width == image.height
    assert image.crop((0, 0, image.width, 40)).getextrema() == (255, 255)
    assert image.getpixel((45, 45)) < 40


def test_nothing_heavy_is_loaded_before_the_first_drawing():
    code = (
        "import sys, os; os.environ['DJANGO_SETTINGS_MODULE'] = 'tests.settings'; import django; django.setup();"
        "import kushk.config.urls, kushk.renditions.cards.api;"
        "print([each for each in ('pyvips', '_libvips', 'fontTools', 'segno') if each in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
