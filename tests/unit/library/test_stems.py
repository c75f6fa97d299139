"""Light stemming: forms of one word meet, other words stay apart."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.library.search.analyzer import words
from kushk.library.search.stems import LANGUAGES, further_stems, stem

FORMS = [
    ("en", "election elections"),
    ("en", "run runs running"),
    ("en", "city cities"),
    ("en", "vote votes voted voting"),
    ("en", "make makes making"),
    ("fr", "national nationale nationales nationaux"),
    ("es", "ciudad ciudades"),
    ("es", "gato gata gatos gatas"),
    ("pt", "eleição eleições"),
    ("it", "banco banchi"),
    ("de", "Haus Hauses Häuser Häusern"),
    ("ru", "город города городов городами"),
    ("pl", "miasto miasta miastem"),
    ("ar", "حكومة الحكومة والحكومة حكومات الحكومات"),
    ("fa", "کتاب کتابها کتابهای"),
    ("he", "ספר הספר ספרים"),
    ("tr", "kitap kitaplar kitaplarda"),
    ("hi", "लड़की लड़कियों"),
    ("ur", "کتاب کتابیں کتابوں"),
    ("id", "buku bukunya"),
    ("el", "πόλη πόλης πόλεις"),
]


@pytest.mark.parametrize(("language", "forms"), FORMS)
def test_forms_of_one_word_meet(language: str, forms: str) -> None:
    assert len({stem(word, language) for word in words(forms)}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [("en", "universe", "university"), ("en", "bus", "but"), ("ar", "وطن", "طن")],
)
def test_other_words_stay_apart(language: str, one: str, other: str) -> None:
    assert stem(one, language) != stem(other, language)


@given(st.text(min_size=1), st.sampled_from(sorted(LANGUAGES)))
def test_a_word_always_has_a_stem(word: str, language: str) -> None:
    assert stem(word, language)


def test_an_unknown_language_leaves_words_alone() -> None:
    assert stem("elections", "xx") == "elections"
    assert further_stems({"elections"}, "und") == set()


def test_further_stems_are_none_of_the_words() -> None:
    assert further_stems({"elections", "election", "votes"}, "en") == {stem("votes", "en")}
