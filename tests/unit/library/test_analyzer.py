"""One analyzer for every script: what readers type finds what writers wrote."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.library.search.analyzer import folded, word_spans, words

SAME = [
    ("ÉCOLE", "ecole"),
    ("straße", "STRASSE"),
    ("İstanbul", "istanbul"),
    ("ISPARTA ığdır", "ısparta igdir"),
    ("الحُكُومَة", "الحكومه"),
    ("أحمد إلى آخر", "احمد الي اخر"),
    ("مـــدرسة", "مدرسة"),
    ("کتاب یک", "كتاب يك"),
    ("ﻻ", "لا"),
    ("שָׁלוֹם", "שלום"),
    ("ज़मीन", "जमीन"),
    ("١٢٣ ۱۲۳ १२३", "123 123 123"),
    ("ＡＢＣ ｶﾞ", "abc ガ"),
    ("ΟΔΌΣ", "οδος"),
    ("ёлка", "елка"),
    ("Việt Nam", "viet nam"),
    ("Łódź", "lodz"),
    ("co\u00adop\u200brate", "cooprate"),
    ("e\u0301te\u0301", "été"),
]


@pytest.mark.parametrize(("written", "typed"), SAME)
def test_forms_that_readers_take_for_the_same_are_the_same(written: str, typed: str) -> None:
    assert words(written) == words(typed)


@pytest.mark.parametrize(("one", "other"), [("мой", "мои"), ("か", "が"), ("ไก่", "ไก"), ("काल", "कील"), ("їх", "іх")])
def test_letters_that_make_other_words_stay_apart(one: str, other: str) -> None:
    assert folded(one) != folded(other)


def test_scripts_without_spaces_become_pairs_and_a_last_character() -> None:
    assert words("中国人民") == ["中国", "国人", "人民", "民"]
    assert words("中国人民", ends=False) == ["中国", "国人", "人民"]
    assert words("iPhone手机") == ["iphone", "手机", "机"]
    assert words("학교에서 공부", ends=False) == ["학교", "교에", "에서", "공부"]


def test_vowel_signs_stay_with_their_letter() -> None:
    assert words("ที่นี่", ends=False) == ["ที่นี่"]
    assert words("หิน", ends=False) == ["หิน"]


def test_zero_width_non_joiner_parts_persian_words_and_is_nothing_elsewhere() -> None:
    assert words("می\u200cخواهم") == ["مي", "خواهم"]
    assert words("क\u200cष") == words("कष")


def test_punctuation_symbols_and_controls_part_words() -> None:
    assert words("don't, U.S.\x00a_b—c😀d") == ["don", "t", "u", "s", "a", "b", "c", "d"]


@given(st.text())
def test_words_hold_nothing_that_the_index_would_cut(text: str) -> None:
    for word in words(text):
        assert word
        assert not any(character.isspace() or character in '"=*-()' for character in word)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)


@given(st.text())
def test_spans_lie_within_the_text_and_begin_in_order(text: str) -> None:
    spans = list(word_spans(text))
    assert all(0 <= start < end <= len(text) for start, end, _ in spans)
    assert [start for start, _, _ in spans] == sorted(start for start, _, _ in spans)


@given(st.text(alphabet=st.characters(max_codepoint=0x6FF)))
def test_spans_give_the_same_words_as_the_whole_text(text: str) -> None:
    assert [word for _, _, word in word_spans(text)] == words(text)
