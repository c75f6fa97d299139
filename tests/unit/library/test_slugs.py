"""The words of a name as part of an address, in every script."""

import unicodedata

import pytest

from kushk.library.services.publications import slug_of


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("The Harbour Lantern", "the-harbour-lantern"),
        ("घाट साफ़ हुआ तो लौट आईं", "घाट-साफ़-हुआ-तो-लौट-आईं"),
        ("سينما الرصيف، مساءً", "سينما-الرصيف-مساءً"),
        ("老茶馆里的天气预报", "老茶馆里的天气预报"),
        ("Wow!! / 100% <b>", "wow-100-b"),
    ],
)
def test_letters_and_their_marks_stay(name, slug):
    assert slug_of(name) == unicodedata.normalize("NFKC", slug)


def test_a_name_without_letters_gets_an_address_all_the_same():
    assert slug_of("!!!")


def test_a_long_name_is_cut_between_words():
    assert slug_of("many words " * 30, 40) == "many-words-many-words-many-words-many"
