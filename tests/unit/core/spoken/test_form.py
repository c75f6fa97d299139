"""What is said of a text, and the way back to the page's characters."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kushk.core.document import Mark, MarkKind
from kushk.core.spoken import Timed, spoken, word_cues, words_of

CASES = [
    ("en", "Mr. Smith paid $3.5bn.", "Mister Smith paid 3.5 billion US dollars."),
    ("en", "It cost €2.4 million.", "It cost 2.4 million euros."),
    ("en", "a fine of £10m", "a fine of 10 million British pounds"),
    ("en", "1,250,000 people", "1250000 people"),
    ("en", "12,34,567 votes", "1234567 votes"),
    ("en", "in the U.S. and the U.K.", "in the U S and the U K"),
    ("en", "pages 10–12", "pages 10 to 12"),
    ("en", "10-12% more", "10 to 12 percent more"),
    ("en", "at −5°C", "at  minus 5 degrees Celsius"),
    ("en", "90 km/h", "90 kilometers per hour"),
    ("en", "1 km", "1 kilometer"),
    ("en", "on 2026-11-04", "on November 4, 2026"),
    ("en-GB", "on 2026-11-04", "on 4 November 2026"),
    ("en", "call 555-1234", "call 555-1234"),
    ("en", "version 1.2.3", "version 1.2.3"),
    ("en", "see https://www.example.org/a/b?c=1#d now", "see example dot org now"),
    ("en", "write to desk@kushk.example.org", "write to desk at kushk dot example dot org"),
    ("en", "rain [3] and wind", "rain  and wind"),
    ("en", "Bread & butter", "Bread  and  butter"),
    ("en", "Hooray 🎉🎉!!!", "Hooray !"),
    ("en", "<speak>hello</speak>", " speak hello /speak "),
    ("en", "co\u00adop\u200b and \u202eabc\u202c", "coop and abc"),
    ("en", "AC/DC at 10:30, it's 3.5", "AC/DC at 10:30, it's 3.5"),
    ("de", "1.250,50 €", "1250,50 Euro"),
    ("de", "3,5 Mio. Euro, z. B. hier", "3,5 Millionen Euro, zum Beispiel hier"),
    ("de", "12 km und 5 %", "12 Kilometer und 5 Prozent"),
    ("fr", "à 20h30, dit M. Dupont", "à 20 heures 30, dit monsieur Dupont"),
    ("fr", "3,5 % en 2019–2021", "3,5 pour cent en 2019 à 2021"),
    ("es", "EE. UU. pagó 1.250 euros", "Estados Unidos pagó 1250 euros"),
    ("es", "el Sr. Ruiz", "el señor Ruiz"),
    ("pt-BR", "R$ 5 mi", "5 milhões Reais brasileiros"),
    ("ru", "5 млн €, т. е. много", "5 миллионов евро, то есть много"),
    ("ru", "в 2026 г.", "в 2026 года"),
    ("ar", "بنسبة 3.5٪", "بنسبة 3.5 بالمائة"),
    ("ar", "٢٬٥٠٠ شخص", "٢٥٠٠ شخص"),
    ("ar", "5 كم", "5 كيلومتر"),
    ("hi", "₹12 करोड़", "12 करोड़ भारतीय रुपए"),
    ("hi", "डॉ. राव", "डॉक्टर राव"),
    ("zh", "增长3.5%", "增长3.5%"),
    ("zh", "￥3.5亿", "3.5 亿人民币"),
    ("he", "5 ₪", "5 שקלים חדשים"),
    ("fa", "می\u200cرود", "می\u200cرود"),
    ("en", "a\u200cb", "ab"),
]


@pytest.mark.parametrize(("language", "text", "wanted"), CASES, ids=range(len(CASES)))
def test_what_is_said(language, text, wanted):
    assert spoken(text, language).text == wanted


def test_deleted_words_and_raised_numbers_are_not_said():
    text = "The old new rule 12"
    marks = [Mark(MarkKind.DELETED, 4, 8), Mark(MarkKind.SUPERSCRIPT, 17, 19)]
    assert spoken(text, "en", marks).text == "The new rule "


def test_an_amount_lights_its_own_words():
    text = "paid $3.5 million today"
    said = spoken(text, "en")
    at = said.text.index("3.5")
    assert said.source_span(at, at + 3) == (5, 9)
    at = said.text.index("today")
    assert said.source_span(at, at + 5) == (18, 23)


ODD = st.text(
    alphabet=st.one_of(st.sampled_from("1290.,$€%–- &@#<>[]\u200b\u202e🎉٣٬क।漢Mr.hwm/"), st.characters()), max_size=80
)
LANGUAGES = st.sampled_from(["en", "ar", "fr", "de", "hi", "zh", "ru", "fa", "und", "tlh"])


@settings(max_examples=300, deadline=None)
@given(ODD, LANGUAGES)
def test_pieces_cover_the_speech_and_lie_on_the_page_in_order(text, language):
    said = spoken(text, language)
    assert said.pieces == tuple(sorted(said.pieces, key=lambda piece: piece.start))
    assert [piece.start for piece in said.pieces] == [0, *(piece.end for piece in said.pieces)][: len(said.pieces)]
    assert (said.pieces[-1].end if said.pieces else 0) == len(said.text)
    places = [place for piece in said.pieces for place in (piece.source_start, piece.source_end)]
    assert places == sorted(places)
    assert all(0 <= place <= len(text) for place in places)


EVENTS = st.lists(st.tuples(st.integers(-5, 200), st.integers(-5, 30), st.floats(0, 20), st.floats(0, 2)), max_size=12)


@settings(max_examples=300, deadline=None)
@given(ODD, LANGUAGES, EVENTS)
def test_every_word_has_one_cue_in_order_whatever_an_engine_reports(text, language, events):
    timed = [Timed(start, start + length, begins, begins + lasts) for start, length, begins, lasts in events]
    words = words_of(text, language)
    cues = word_cues(words, spoken(text, language), timed, 10.0)
    assert [(cue.start, cue.end) for cue in cues] == list(words)
    begins = [cue.begins for cue in cues]
    assert begins == sorted(begins)
    assert all(0 <= cue.begins <= cue.ends <= 10 for cue in cues)


def test_words_are_what_a_reader_would_point_at():
    text = "“It’s 10:30,” said AC/DC — co-op <b>now</b>"
    assert [text[start:end] for start, end in words_of(text, "en")] == [
        "It’s", "10:30", "said", "AC/DC", "co-op", "b", "now", "b",
    ]  # fmt: skip
    assert len(words_of("油价昨天上涨了", "zh")) >= 3


@pytest.mark.parametrize("unit", ["word 1,2 ", "1", "$", "a@", "www.", "1,", "!", "🎉", "a.", "[1", "Mr."])
def test_a_hundred_kilobytes_of_anything_take_no_time(unit):
    text = unit * (100_000 // len(unit))
    began = time.monotonic()
    spoken(text, "en")
    assert time.monotonic() - began < 3
