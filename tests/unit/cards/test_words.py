"""What may be drawn of a text."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kushk.renditions.cards.words import MOST_MARKS, cleaned, letters, marked_up, without


def test_controls_of_direction_go_and_joiners_stay():
    assert cleaned("a\u202eb\u2066c\u2069\x00\x07d\ufeff") == "abcd"
    assert cleaned("می\u200cخواهم") == "می\u200cخواهم"


def test_emoji_are_left_out_with_all_that_joins_them():
    assert cleaned("Fire 🔥 in the 👩\u200d👩\u200d👧 house ❤️ 1️⃣") == "Fire in the house 1"
    assert cleaned("Flag 🇱🇧 day") == "Flag day"


def test_towers_of_marks_are_levelled():
    assert cleaned("Z" + "\u0336" * 40 + "a") == "Z" + "\u0336" * MOST_MARKS + "a"
    assert cleaned(" \u0301word") == "word"


def test_marks_that_spelling_needs_stay():
    for text in ("בְּרֵאשִׁית", "เก็บขยะริมแม่น้ำ", "सफ़ाई", "مُحَمَّدٌ", "Việt Nam"):
        assert cleaned(text) == unicodedata.normalize("NFC", text)


def test_french_spaces_do_not_become_plain_ones():
    assert cleaned("« Elle\u00a0» :\u202fdit\n\tlui ") == "« Elle\u00a0» :\u202fdit lui"


@given(st.text(st.characters(), max_size=80))
def test_cleaning_twice_is_cleaning_once(text):
    once = cleaned(text)
    assert cleaned(once) == once
    assert all(unicodedata.category(each) not in {"Cc", "Cs", "Co", "Cn"} for each in once)


def test_mark_up_is_shown_as_it_is():
    assert marked_up('<b a="1">&') == "&lt;b a=&quot;1&quot;&gt;&amp;"


def test_letters_need_a_glyph_and_signs_do_not():
    assert letters("a1 –☃é") == {"a", "1", "é"}
    assert without("a ☃ b", frozenset("☃")) == "a b"
