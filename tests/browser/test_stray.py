"""No stray language: each text in the language that it stands under, in all eighteen languages of the interface."""

from __future__ import annotations

import pytest
from tests.browser.checks.held import assert_none
from tests.browser.checks.modes import missing_glyphs, unlabelled
from tests.browser.checks.words import left_in_english, pieces, said_twice, strays, wrong_plurals

from kushk.base.locale import INTERFACES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PICTURE_WIDTH = 300
DRAWN = ("home", "story", "arabic-story", "settings")
"""Pages that between them hold every letter of the interface and of the stories."""


def test_there_are_eighteen_languages():
    assert len(INTERFACES) >= 18


@pytest.mark.parametrize("language", INTERFACES)
def test_every_text_is_in_the_language_that_it_stands_under(visit, paths, language):
    trip = visit()
    found = {}
    for name, path in paths.items():
        page = trip.go(f"/{language}{path}")
        texts = pieces(page)
        assert len(texts) > 10
        found[name] = strays(texts) + left_in_english(page, texts, language) + said_twice(texts)
        found[name] += wrong_plurals(texts, language) + unlabelled(page)
        if name in DRAWN:
            found[name] += missing_glyphs(page)
    assert_none(found)
