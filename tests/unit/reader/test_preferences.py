"""A reader's choices: what the cookie may hold, and what it comes to."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.reader.preferences import (
    CHOICES,
    COOKIE,
    SIZES,
    as_cookie,
    defaults,
    from_cookie,
    resized,
    sound,
    style_rules,
)

choices = st.fixed_dictionaries({key: st.sampled_from(choice.values) for key, choice in CHOICES.items()})


@given(choices)
def test_the_cookie_holds_every_choice(chosen):
    text = as_cookie(chosen)
    assert from_cookie(text) == chosen
    assert re.fullmatch(r"[a-z0-9._-]*", text)
    assert len(text) < 200


def test_who_chose_nothing_needs_no_cookie_and_no_rules():
    assert as_cookie(defaults()) == ""
    assert style_rules(defaults()) == ""
    assert from_cookie("") == defaults()


@given(st.text(max_size=600))
def test_no_cookie_breaks_anything_or_gets_into_the_rules(text):
    chosen = from_cookie(text)
    assert sound(chosen) == chosen
    assert style_rules(chosen) == style_rules(from_cookie(as_cookie(chosen)))


def test_what_a_cookie_holds_wrongly_is_as_by_default():
    hostile = "size-125_theme-};body{display:none_face-sans_unknown-1"
    assert from_cookie(hostile) == {**defaults(), "size": "125", "face": "sans"}


def test_steps_end_where_sizes_end():
    chosen = defaults()
    for _ in range(30):
        chosen = resized(chosen, 1)
    assert chosen["size"] == SIZES[-1] == "300"
    for _ in range(30):
        chosen = resized(chosen, -1)
    assert chosen["size"] == SIZES[0] == "87.5"


@pytest.mark.parametrize("size", SIZES)
def test_text_is_as_large_as_was_asked_for(size):
    rules = style_rules({**defaults(), "size": size})
    tokens = {name: float(value) for name, value in re.findall(r"--([\w-]+):([\d.]+)", rules)}
    shown = tokens.get("text-size", 1) * tokens.get("interface-size", 1)
    assert shown == pytest.approx(float(size) / 100, rel=1e-3)
    assert tokens.get("interface-size", 1) <= 1.25


@given(choices)
def test_the_rules_are_balanced_and_small(chosen):
    rules = style_rules(chosen)
    assert rules.count("{") == rules.count("}")
    assert len(rules) < 2500
    assert "</" not in rules


def test_wide_letters_widen_the_words_as_well():
    assert "--letter-more:0.12em" in style_rules({**defaults(), "letter": "wider"})
    assert "--word-more:0.24em" in style_rules({**defaults(), "letter": "wider"})


def test_the_dyslexia_face_comes_last():
    assert CHOICES["face"].values[-1] == "opendyslexic"
    assert COOKIE == "reading"
