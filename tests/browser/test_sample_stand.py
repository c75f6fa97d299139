"""The sample stand as a visitor sees it; leaves the pictures that the README shows."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.conftest import Visit

from kushk.library.api import Story
from kushk.pipeline.api import load_sample

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def stand(transactional_db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return load_sample()


def front_and_story(trip: Visit, language: str, story_language: str) -> dict[str, str]:
    story = Story.objects.filter(base_language=story_language, picture__isnull=False).latest("published_at")
    return {"home": f"/{language}/", "story": f"/{language}/s/{story.public_id}/{story.slug}/"}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_looks_like_a_stand_and_breaks_no_rule(visit, scheme):
    for language in ("en", "ar"):
        for shape, size in (("wide", (1280, 860)), ("phone", (390, 844))):
            trip = visit(*size, color_scheme=scheme)
            for name, path in front_and_story(trip, language, language).items():
                page = trip.go(path, "networkidle")
                trip.picture(f"sample-{name}-{language}-{scheme}-{shape}")
                assert Axe().run(page).response["violations"] == []
                assert page.evaluate("document.scrollingElement.scrollWidth") <= size[0]
                assert page.locator("h1").count() == 1
            assert trip.complaints == []
