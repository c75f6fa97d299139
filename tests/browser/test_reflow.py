"""Every page fits: narrow windows, great zoom, large text, wide spacing; and every control fits a finger."""

from __future__ import annotations

import pytest
from tests.browser.checks.boxes import clipped, reflow, sideways, small_targets
from tests.browser.checks.held import assert_none

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PICTURE_WIDTH = 300
LANGUAGES = ("en", "ar", "ur", "hi", "zh", "de", "ta", "ru")
"""Each script of the interface, and the languages with the longest words."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_fits(visit, paths, language):
    trip = visit(390, 800)
    found = {}
    for name, path in paths.items():
        page = trip.go(f"/{language}{path}")
        found[name] = sideways(page) + clipped(page) + small_targets(page) + reflow(page)
    assert_none(found)


@pytest.mark.parametrize("language", ["en", "ar", "de", "ta"])
def test_the_largest_text_fits_the_narrowest_window(visit, paths, language):
    trip = visit(320, 640)
    trip.choose(size="300", line="wider", word="wider", letter="wider", measure="long")
    found = {}
    for name, path in paths.items():
        page = trip.go(f"/{language}{path}")
        found[name] = sideways(page) + clipped(page)
    assert_none(found)


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("language", ["en", "ar", "de", "ta"])
def test_what_opens_fits(visit, paths, language, width):
    page = visit(width, 700).go(f"/{language}{paths['story']}")
    page.locator(".languages summary").click()
    found = sideways(page) + clipped(page)
    page.locator(".languages summary").click()
    page.locator("[data-tool=share]").click()
    page.locator("#share summary").click()
    found += sideways(page) + clipped(page) + small_targets(page)
    assert found == []
