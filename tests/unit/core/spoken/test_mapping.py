"""What holds of every text, every language and whatever an engine reports."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kushk.core.document import Mark, MarkKind
from kushk.core.spoken import Timed, first_clause, speakable_parts, spoken, word_cues, words_of

LANGUAGES = st.sampled_from(
    [*"en ar fr es hi zh ms id ur fa he ta sw ru pt de ja ko tr am it nl uk th xx en-US pt-BR zh-Hant".split(), "", "!"]
)
SIGNS = (
    "$ € £ 3.5 1,234 1.234,5 1 234 12 2026 -11-04 4/11/2026 10:30 10h30 bn m million млн % ° °C km/h – - − + ½ & @ # № "
    "Mr. Dr. U.S. e.g. St. No. г. т. е. z. B. 3. º e er -й года ноября XIV II http:// www. example.org a@b.org [1] ¹ ² "
    "٣ ٬ ٫ ९ \u00ad \u200c \u200d \u200e \u202e \ud800 \x00 < > </ ! ? … . , ; ( ) — 😀 👨‍👩‍👧 他 来 ก ي क word Word"
)
BITS = st.sampled_from([*SIGNS.split(), " ", " ", "\u00a0", "\n", "entre ", "between ", "a "])
TEXTS = st.one_of(st.lists(BITS, max_size=25).map("".join), st.text(st.characters(codec=None), max_size=60))
MARKS = st.lists(st.builds(Mark, st.sampled_from(MarkKind), st.integers(-3, 60), st.integers(-3, 60)), max_size=3)
TIMES = st.one_of(st.floats(-2, 12), st.floats())
EVENTS = st.lists(st.builds(Timed, st.integers(-5, 90), st.integers(-5, 90), TIMES, TIMES), max_size=20)


@settings(max_examples=150, deadline=None)
@given(TEXTS, LANGUAGES, MARKS)
def test_pieces_cover_what_is_said_and_rise_on_the_page(text, language, marks):
    form = spoken(text, language, marks)
    assert [piece.start for piece in form.pieces] == [0, *(piece.end for piece in form.pieces)][: len(form.pieces)]
    assert (form.pieces[-1].end if form.pieces else 0) == len(form.text)
    starts = [piece.source_start for piece in form.pieces]
    ends = [piece.source_end for piece in form.pieces]
    assert starts == sorted(starts)
    assert ends == sorted(ends)
    assert all(0 <= start <= end <= len(text) for start, end in zip(starts, ends, strict=True))
    assert not set(form.text) & set("<>\x00\ud800\u202e\u00ad")


def test_what_is_put_into_an_address_does_not_go_back():
    assert [piece[2:] for piece in spoken("$http://3.5", "en").pieces] == [(1, 11), (11, 11), (11, 11)]


@settings(max_examples=100, deadline=None)
@given(TEXTS, LANGUAGES, st.integers(-9, 99), st.integers(-9, 99))
def test_any_stretch_of_speech_has_a_place_on_the_page(text, language, start, end):
    first, last = spoken(text, language).source_span(start, end)
    assert 0 <= first <= last <= len(text)


@settings(max_examples=150, deadline=None)
@given(TEXTS, LANGUAGES, EVENTS, st.floats(0.5, 10))
def test_every_word_has_its_moment(text, language, events, seconds):
    words = words_of(text, language)
    cues = word_cues(words, spoken(text, language), events, seconds)
    assert tuple((cue.start, cue.end) for cue in cues) == words
    assert all(0 <= cue.begins <= cue.ends <= seconds for cue in cues)
    begins = [cue.begins for cue in cues]
    assert begins == sorted(begins)
    assert [cue.ends for cue in cues[:-1]] == begins[1:]


@settings(max_examples=100, deadline=None)
@given(TEXTS, LANGUAGES)
def test_words_hold_every_letter_and_digit(text, language):
    words = words_of(text, language)
    assert all(any(map(str.isalnum, text[start:end])) for start, end in words)
    assert list(words) == sorted(words)
    assert all(end <= start for (_, end), (start, _) in pairwise(words))
    held = {at for start, end in words for at in range(start, end)}
    assert all(at in held for at, character in enumerate(text) if character.isalnum())


@settings(max_examples=100, deadline=None)
@given(TEXTS, LANGUAGES, st.integers(1, 30))
def test_parts_cover_a_text(text, language, limit):
    parts = speakable_parts(text, limit)
    assert "".join(text[start:end] for start, end in parts) == text
    assert all(0 < end - start <= limit for start, end in parts)
    assert 0 <= first_clause(text, language) <= len(text)


@pytest.mark.parametrize("seconds", [0.0, -1.0, float("nan"), float("inf")])
def test_a_sound_of_no_length(seconds):
    cues = word_cues(((0, 1), (2, 3)), spoken("a b", "en"), [Timed(0, 1, 1.0, 2.0)], seconds)
    assert [(cue.begins, cue.ends) for cue in cues] == [(0.0, 0.0), (0.0, 0.0)]
