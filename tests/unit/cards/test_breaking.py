"""How a text is broken into lines and how large it is set. Every letter is half a size wide here."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kushk.renditions.cards.breaking import ELLIPSIS, Place, Rhythm, balanced, fitted, greedy, pieces_of

SIZES = (80.0, 60.0, 40.0)
RHYTHM = Rhythm(1.2)


def measure(text: str) -> float:
    return len(text) / 2


def set_text(text: str, width: float = 600, height: float = 300, lines: int = 4, language: str = "en"):
    return fitted(pieces_of(text, language, measure), Place(width, height, lines), SIZES, RHYTHM, measure)


def test_a_short_text_is_set_at_the_largest_size():
    setting = set_text("Ferry sails")
    assert (setting.lines, setting.size, setting.whole) == (("Ferry sails",), 80, True)


def test_a_longer_text_shrinks_until_all_of_it_has_room():
    setting = set_text("The ferry that would not sink sails for the last time")
    assert setting.size == 60
    assert setting.whole
    assert " ".join(setting.lines) == "The ferry that would not sink sails for the last time"


def test_what_has_no_room_is_cut_at_a_word():
    text = "word another " * 200
    setting = set_text(text.strip())
    assert not setting.whole
    assert setting.size == 40
    shown = " ".join(setting.lines)
    assert shown.endswith(ELLIPSIS)
    assert set(shown.removesuffix(ELLIPSIS).split()) == {"word", "another"}
    assert all(measure(line) * 40 <= 600 for line in setting.lines)


def test_lines_are_of_even_length_and_no_word_is_left_alone():
    pieces = pieces_of("one two three four five six seven eight nine ten to", "en", measure)
    assert [len(line) for line in greedy(pieces, 12)] == [5, 5, 1]
    lengths = [sum(piece.width for piece in line) for line in balanced(pieces, 12)]
    assert len(lengths) == 3
    assert max(lengths) - min(lengths) < 4


def test_a_word_that_no_line_holds_is_taken_apart():
    setting = set_text("x" * 300)
    assert setting.size == 40
    assert all(measure(line) * 40 <= 600 for line in setting.lines)


def test_letters_are_not_taken_apart():
    setting = set_text("क्षि" * 100, language="hi")
    assert not any(line.startswith(("\u093f", "\u094d", "ष")) for line in setting.lines)


def test_japanese_breaks_between_phrases():
    pieces = pieces_of("東京の新しい図書館は朝まで開いている", "ja", measure)
    assert [piece.text for piece in pieces][:3] == ["東京の", "新しい", "図書館は"]


@given(st.text(max_size=400), st.sampled_from(["en", "ar", "zh", "ja", "th", "und", "x-odd"]))
def test_whatever_the_text_it_keeps_to_its_place(text, language):
    setting = set_text(" ".join(text.split()), language=language)
    assert len(setting.lines) <= 4
    assert all(measure(line) * setting.size <= 600 + setting.size for line in setting.lines)
