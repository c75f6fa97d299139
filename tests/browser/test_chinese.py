"""Chinese is ``zh`` in addresses and ``zh-Hans`` in ``lang``: scripts that make addresses must know which is which."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PICTURE_WIDTH = 300


def test_a_saved_story_leads_back_to_itself(visit, paths):
    trip = visit()
    page = trip.go(f"/zh{paths['story']}")
    assert page.locator("html").get_attribute("lang") == "zh-Hans"
    page.locator("[data-tool=save]").click()
    trip.go("/zh/saved/")
    page.locator(".shelf h2 a").click()
    page.wait_for_url(f"**/zh{paths['story']}")
    assert page.locator("article.story h1").is_visible()
