"""Whom a text names: full names whose surname stands alone elsewhere, and nothing where there is no sign of names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.core.people import named_in, people_in, shared_people


@pytest.mark.parametrize(
    ("language", "text", "people"),
    [
        ("en", "The mayor, Nora Quill, was calm. Quill had slept well.", {"Nora Quill"}),
        ("en", "They met at Gull Island. The island was empty, and the Island Café shut.", set()),
        ("nl", "Toen kwam Peter van der Berg binnen. Berg lachte.", {"Peter van der Berg"}),
        ("es", "Habló Gabriela Ruiz de Alba ayer. Alba no mintió.", {"Gabriela Ruiz de Alba"}),
        ("ru", "Об этом сказал Иван Петров. Петров добавил, что устал.", {"Иван Петров"}),
        ("de", "Die Neue Bank wartet. Bank und Geld.", set()),
        ("ar", "قال أحمد السعدي ذلك. السعدي كان هناك.", set()),
        ("zh", "王小明说了这句话。小明走了。", set()),
        ("en", "NORA QUILL SAYS. QUILL IS HERE.", set()),
    ],
)
def test_people_are_found_where_the_text_gives_a_sign(language, text, people):
    assert people_in(text, language) == people


def test_only_people_whom_both_texts_name_in_full_are_shared():
    one = "The mayor Nora Quill spoke. Then Quill left with Tom Reddy. Reddy drove."
    other = "Nobody heard Nora Quill, and Mr Reddy was away."
    assert shared_people(one, other, "en") == ("Nora Quill",)


def test_a_run_of_more_than_four_is_no_name():
    assert list(named_in("the Royal Society For Very Small Boats met")) == []


@given(st.text(max_size=300), st.sampled_from(["en", "ru", "de", "ja", "und", ""]))
def test_any_text_has_people_or_none(text, language):
    assert all(name in text for name in people_in(text, language))
