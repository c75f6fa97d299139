"""Contrast is computed: whatever colours a publication chooses, its accent can be read in every theme."""

from __future__ import annotations

import re
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.core.colours import contrast, readable
from kushk.reader.colours import accent, publication_rules
from kushk.reader.themes import STAND_STRIPES, THEMES, automatic_rules, chosen_rules

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_the_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@pytest.mark.parametrize("name", THEMES)
def test_every_text_of_a_theme_stands_at_seven_to_one_on_every_ground(name):
    theme = THEMES[name]
    for text, ground in product((theme.ink, theme.muted), (theme.paper, theme.sheet)):
        assert contrast(text, ground) >= 7, (text, ground)
    for ground in (theme.mark, theme.added, theme.removed):
        assert contrast(theme.ink, ground) >= 7, ground
    for ground in (theme.paper, theme.sheet):
        assert contrast(theme.edge, ground) >= 3, ground


@given(colours)
def test_the_accent_is_readable_in_every_theme(colour):
    for theme in THEMES.values():
        for ground in (theme.paper, theme.sheet):
            assert contrast(accent(colour, theme), ground) >= 7


def test_a_readable_colour_is_left_alone():
    assert readable("#0b3954", THEMES["light"].paper) == "#0b3954"
    assert readable("#e0a458", THEMES["dark"].paper) == "#e0a458"


def test_the_stands_own_stripes_are_colours():
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in STAND_STRIPES)


@given(st.text(max_size=12))
def test_no_text_breaks_out_of_the_style_sheet(text):
    colour = "#[0-9a-f]{6}"
    accents = "".join(f";--accent-{name}:{colour}" for name in THEMES)
    rules = publication_rules(":root", text, text)
    assert re.fullmatch(rf":root\{{--stripe-start:{colour};--stripe-end:{colour}{accents}\}}\n", rules)


def test_the_device_decides_until_the_reader_does():
    assert "(prefers-color-scheme: dark)" in automatic_rules()
    assert "(prefers-contrast: more)" in automatic_rules()
    for name in ("light", "sepia", "dark"):
        assert "@media" not in chosen_rules(name)
    assert THEMES["contrast-dark"].paper in chosen_rules("contrast")
