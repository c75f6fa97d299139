"""Texts made to hang or break: each takes time in step with its length."""

import time

import pytest

from kushk.core.spoken import speakable_parts, spoken, word_cues, words_of

BITS = [
    *(
        "a",
        "1",
        ".",
        ",",
        " ",
        "$1 ",
        "1,",
        "1.",
        "1-",
        "1–2 ",
        "a.",
        "a. ",
        "Mr. ",
        "1,234",
        "10:30 ",
        "10h",
        "%1",
        "[",
        "[1]",
    ),
    *(
        "http://",
        "http://a.b ",
        "www.",
        "a@b.",
        "@",
        "#a",
        "a-",
        "a/",
        "_a",
        "a¹",
        "<",
        "</",
        "!?",
        "—",
        "--",
        "😀",
        "X ",
        "I. ",
    ),
    *(
        "\u200d",
        "a\u00ad",
        "a\ud800",
        "\0",
        "\n",
        "\u202e",
        "他",
        "他 ",
        "ก",
        "ब",
        "ا٢",
        "2026-11-04 ",
        "Nov 1 ",
        "1 e",
        "½",
        "1 234 ",
    ),
    *("5 ноября 2026 г. ", "der 3. a ", "entre 1-2 ", "e\u0301", "a b"),
]


@pytest.mark.parametrize("bit", BITS)
@pytest.mark.parametrize("language", ["fr"])
def test_a_sentence_of_twenty_thousand_characters(bit, language):
    text = bit * (20_000 // len(bit))
    begun = time.process_time()
    form = spoken(text, language)
    words = words_of(text, language)
    word_cues(words, form, [], 60.0)
    speakable_parts(form.text)
    assert time.process_time() - begun < 3


@pytest.mark.parametrize("bit", ["$1 ", "a\u00ad", "_a", "他 ", "a¹", "http://", "  a"])
def test_a_million_characters(bit):
    text = bit * (1_000_000 // len(bit))
    begun = time.process_time()
    assert "\u00ad" not in spoken(text, "en").text
    assert time.process_time() - begun < 3


@pytest.mark.parametrize("language", ["en", "zh", "", "x" * 500, "\ud800", "en-US-x-\0", "de-\u0663"])
def test_nothing_raises(language):
    for text in (
        "",
        "\ud800\udfff",
        "\0" * 9,
        "$\ud8005 5 km\ud800",
        "9" * 5000 + "%",
        "$" + "9" * 400 + ".5bn",
        "99:99 0000-00-00 31/2/2026",
    ):
        form = spoken(text, language)
        word_cues(words_of(text, language), form, [], 1.0)
        form.text.encode()
