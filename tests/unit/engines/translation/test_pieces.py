"""Pieces of a text and where they stand."""

import pytest

from kushk.engines.translation.interface import Link
from kushk.engines.translation.neural.pieces import clauses, links, places_of_bytes, plain, spelled, words


def test_a_text_is_written_from_pieces_and_each_has_its_place():
    text, at = spelled(["▁The", "▁fer", "ry", "</s>", "▁", "▁late", "."])
    assert text == "The ferry late."
    assert [text[start:end] for start, end in at] == ["The", " fer", "ry", "", " ", "late", "."]


def test_bytes_become_characters_and_broken_ones_do_no_harm():
    text, at = spelled(["▁a", "<0xE2>", "<0x98>", "<0x83>", "b", "<0xFF>", "▁c"])
    assert text == "a☃b\ufffd c"
    assert all(0 <= start <= end <= len(text) for start, end in at)


@pytest.mark.parametrize("tokens", [[], [""], ["▁"], ["▁", "▁"], ["</s>"], ["<0xE2>"], ["\n", "▁", "\0"], ["fra_Latn"]])
def test_nothing_to_say_is_an_empty_text_or_one_line(tokens):
    text, at = spelled(tokens)
    assert "\n" not in text
    assert text == text.strip()
    assert len(at) == len(tokens)
    assert all(0 <= start <= end <= len(text) for start, end in at)


def test_controls_and_surrogates_are_replaced_one_for_one():
    assert plain("a\0b\nc\ud800d\u200de") == "a b c\ufffdd\u200de"


def test_bytes_know_their_characters():
    assert places_of_bytes("aé☃") == [0, 1, 1, 2, 2, 2, 3]


def test_words_are_letters_with_their_marks_or_runs_of_other_signs():
    text = "“Don't stop” — मंत्री, 3.5 …"
    assert [text[start:end] for start, end in words(text, [])] == [
        "“", "Don't", "stop", "”", "—", "मंत्री", ",", "3", ".", "5", "…",
    ]  # fmt: skip


def test_scripts_without_spaces_are_cut_at_pieces():
    text = "你好世界。渡轮"
    assert [text[start:end] for start, end in words(text, [(0, 2), (2, 4), (4, 5), (5, 7)])] == [
        "你好",
        "世界",
        "。",
        "渡轮",
    ]


def test_a_word_comes_from_the_word_that_got_most_attention():
    text, made = "red ferry", "barca roja"
    source = [None, (0, 3), (3, 7), (7, 9), None]  # a mark, red, _fer, ry, the end
    target = [(0, 2), (2, 5), (5, 10)]
    attention = [[0.1, 0.1, 0.4, 0.3, 0.1], [0.0, 0.5, 0.2, 0.3, 0.0], [0.3, 0.6, 0.0, 0.0, 0.1]]
    assert links(attention, source, target, text, made) == (Link(4, 9, 0, 5), Link(0, 3, 6, 10))


def test_a_word_that_looks_at_no_word_has_no_origin():
    assert links([[0.95, 0.05]], [None, (0, 3)], [(0, 3)], "red", "uno") == ()
    assert links([[1.0]], [None], [(0, 3)], "", "uno") == ()
    assert links([], [(0, 3)], [], "red", "") == ()


def test_a_text_is_cut_behind_clauses_so_that_each_part_fits():
    text = "one two, three four; five — six"
    places = [0, 4, 9, 15, 21, 26, 28]
    parts = clauses(text, places, 3)
    assert [text[start:end] for start, end in parts] == ["one two,", "three four;", "five — six"]
    assert clauses(text, places, 1) is None
    assert clauses(text, places, 99) == [(0, len(text))]


def test_numbers_and_names_are_not_cut():
    text = "1,234,567 at 10:30"
    assert clauses(text, list(range(len(text))), 5) is None


def test_chinese_is_cut_without_spaces():
    text = "你好，世界。渡轮"
    assert [text[start:end] for start, end in clauses(text, list(range(len(text))), 4)] == ["你好，", "世界。", "渡轮"]
