"""What a screen reader is told of a story: landmarks, headings, names of links and buttons, in their order."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

GOLDEN = Path(__file__).parents[1] / "golden" / "reader"
RENEW = os.environ.get("KUSHK_GOLDEN", "")
"""Writes what is heard now into the golden files when it is not empty."""


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_story_is_heard_in_order(visit, paths, stand, language):
    page = visit().go(f"/{language}{paths['story']}")
    own = stand["gazette"].stories.get(source_guid="gazette-0").public_id
    heard = page.locator("main").aria_snapshot().replace(own, "STORY")
    other = {story.public_id: f"OTHER-{story.source_guid}" for story in stand["gazette"].stories.all()}
    for public_id, name in other.items():
        heard = heard.replace(public_id, name)
    file = GOLDEN / f"story-{language}.yaml"
    if RENEW:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(heard + "\n", encoding="utf-8")
    assert heard + "\n" == file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "ar"])
def test_headings_skip_no_level_and_the_first_is_the_title(visit, paths, language):
    trip = visit()
    for name, path in paths.items():
        page = trip.go(f"/{language}{path}")
        levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(e => +e.tagName[1])")
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after <= before + 1 for before, after in itertools.pairwise(levels)), (name, levels)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_link_has_a_name_and_every_landmark_its_own(visit, paths, language):
    trip = visit()
    for name, path in paths.items():
        page = trip.go(f"/{language}{path}")
        nameless = page.evaluate("[...document.querySelectorAll('a[href]')].filter(e => !e.textContent.trim()).length")
        assert nameless == 0, name
        named = page.evaluate("[...document.querySelectorAll('nav')].map(e => e.getAttribute('aria-label'))")
        assert all(named), name
        assert len(named) == len(set(named)), name
        assert [page.locator(each).count() for each in ("main", "body > header", "body > footer")] == [1, 1, 1], name
