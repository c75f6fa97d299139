"""Contrast is computed: whatever colours a publication chooses, its accent can be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.core.colours import DARK_PAPER, LIGHT_PAPER, contrast, readable
from kushk.reader.colours import publication_rules

colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_the_contrast_is_that_of_wcag():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
    assert contrast("#ffffff", "#777777") == contrast("#777777", "#ffffff")


@given(colours)
def test_the_accent_is_always_readable(colour):
    for paper in (LIGHT_PAPER, DARK_PAPER):
        assert contrast(readable(colour, paper), paper) >= 7


def test_a_readable_colour_is_left_alone():
    assert readable("#0b3954", LIGHT_PAPER) == "#0b3954"
    assert readable("#e0a458", DARK_PAPER) == "#e0a458"


@given(st.text(max_size=12))
def test_no_text_breaks_out_of_the_style_sheet(text):
    rules = publication_rules(":root", text, text)
    assert re.fullmatch(
        r":root\{--stripe-start:#[0-9a-f]{6};--stripe-end:#[0-9a-f]{6};--accent:#[0-9a-f]{6}\}\n"
        r"@media \(prefers-color-scheme:dark\)\{:root\{--accent:#[0-9a-f]{6}\}\}\n",
        rules,
    )
