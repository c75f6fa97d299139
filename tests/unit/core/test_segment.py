import time

import pytest

from kushk.core.segment import segment


def cut(text, language="en"):
    return [text[start:end] for start, end in segment(text, language)]


def test_nothing_has_no_sentences():
    assert segment("", "en") == []
    assert segment(" \n\t\u3000\n", "en") == []


def test_white_space_around_sentences_is_left_out():
    assert segment("  One.   Two.  ", "en") == [(2, 6), (9, 13)]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\u2028", "\x0b", "\x85"])
def test_a_line_break_ends_a_sentence(line_break):
    assert cut(f"one{line_break}two") == ["one", "two"]


def test_marks_without_words_end_nothing():
    assert cut("!!! ... ?? well.") == ["!!! ... ?? well."]


def test_the_language_may_be_unknown_or_wrong():
    assert cut("他来了。没有人在。", "en") == ["他来了。", "没有人在。"]
    assert cut("وصل الرجل؟ نعم.", "und") == ["وصل الرجل؟", "نعم."]
    assert cut("One. Two.", "") == ["One.", "Two."]


def test_thai_is_cut_at_spaces_when_it_grows_long():
    sentences = cut(" ".join(["ประเทศไทยมีฝนตกหนักในหลายพื้นที่"] * 12), "th")
    assert len(sentences) > 2
    assert max(map(len, sentences)) <= 130


HOSTILE = {
    "dots": ".",
    "quotes": '"',
    "one word": "a",
    "spaced dots": ". ",
    "initials": "J. ",
    "wide": "。",
    "wide with quotes": '。"',
    "brackets": ". ( ",
    "numbers": "1. x 2. y ",
    "bullets": " • x",
    "arabic": "ا.",
    "thai": "ก ",
    "abbreviations": "U.S. ",
    "guillemets": "? »",
    "spaces": "  ",
}


@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_the_time_grows_with_the_text_alone(unit):
    def seconds(length):
        text = unit * (length // len(unit))
        best = float("inf")
        for _ in range(3):
            began = time.process_time()
            segment(text, "en")
            best = min(best, time.process_time() - began)
        return best

    once, twice = seconds(40_000), seconds(80_000)
    assert twice < 3.5 * once + 0.05


def test_a_million_characters_without_a_space_are_one_sentence():
    assert segment("a" * 1_000_000, "en") == [(0, 1_000_000)]
    assert segment("." * 1_000_000, "en") == [(0, 1_000_000)]
