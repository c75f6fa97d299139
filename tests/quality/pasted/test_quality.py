"""Scores of pasted pages in many languages, layouts, interface languages and encodings; a floor for each part."""

import pytest
from tests.quality.pasted.pages import pages, stories
from tests.quality.pasted.score import total
from tests.quality.pasted.strange import strange_pages

FLOORS = {
    "recall": 0.995,
    "precision": 0.995,
    "headline": 0.99,
    "standfirst": 0.99,
    "date": 0.99,
    "publication": 0.99,
    "cards": 0.99,
    "titles": 0.99,
    "deks": 0.99,
    "minutes": 0.99,
    "card dates": 0.99,
    "card publications": 0.99,
}


@pytest.fixture(scope="module")
def found():
    return pages()


def test_interfaces_in_unknown_words_are_told_by_their_shape():
    """The vocabulary does not hold these words: structure alone carries them."""
    strange = strange_pages()
    assert len(strange) >= 25
    assert len({page.story.language for page in strange}) >= 12
    assert {part: score for part, score in total(strange).items() if score < FLOORS[part]} == {}


def test_the_corpus_is_wide(found):
    assert len(found) >= 100
    assert len({story.language for story in stories()}) >= 18


def test_each_part_is_read_as_well_as_before(found):
    scores = total(found)
    assert set(scores) == set(FLOORS)
    assert {part: score for part, score in scores.items() if score < FLOORS[part]} == {}
