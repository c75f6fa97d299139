"""Sharing in a real browser: the panel, the clipboard, links to a passage, plain links to services."""

from __future__ import annotations

from urllib.parse import unquote

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def opened(visit, paths, language="en", **options):
    trip = visit(permissions=["clipboard-read", "clipboard-write"], **options)
    page = trip.go(f"/{language}{paths['story']}")
    page.locator("[data-tool=share]").click()
    page.locator("#share").wait_for(state="visible")
    return page


def test_the_panel_opens_closes_and_gives_the_focus_back(visit, paths):
    page = opened(visit, paths)
    page.keyboard.press("Escape")
    assert not page.locator("#share").is_visible()
    assert page.evaluate("document.activeElement.dataset.tool") == "share"


def test_the_panel_needs_no_script(visit, paths):
    page = visit(java_script_enabled=False).go(f"/en{paths['story']}")
    page.locator("[data-tool=share]").click()
    assert page.locator("#share").is_visible()
    assert page.locator("[data-share]:visible").count() == 0
    assert page.locator(".share__ways a:visible").count() >= 8


def test_the_link_is_copied_and_told(visit, paths):
    page = opened(visit, paths)
    page.locator("[data-share=copy]").click()
    page.wait_for_function("() => document.getElementById('told').textContent === 'Link copied'")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.locator("link[rel=canonical]").get_attribute("href")


def test_every_way_is_a_plain_link_without_a_tracker(visit, paths):
    page = opened(visit, paths)
    links = page.locator(".share__ways a").evaluate_all("all => all.map(e => [e.href, e.rel])")
    outside = [(href, rel) for href, rel in links if href.startswith("https:")]
    assert len(outside) == 7
    for href, rel in outside:
        assert "noreferrer" in rel
        assert "utm_" not in href
        assert f"/en{paths['story']}" in unquote(unquote(href))
    assert page.locator("a[href^='mailto:?subject=']").count() == 1


def test_a_selected_passage_can_be_linked_and_quoted(visit, paths):
    trip = visit(permissions=["clipboard-read", "clipboard-write"])
    page = trip.go(f"/en{paths['story']}")
    page.locator(".body p span[id^=s1-]").first.click(click_count=3)
    offer = page.locator(".passage")
    offer.wait_for()
    assert offer.get_attribute("aria-label") == "Selected passage"
    card = offer.locator("a").get_attribute("href")
    assert card.startswith("/cards/")
    assert "/quote/s1-" in card
    offer.get_by_role("button", name="Copy link to this passage").click()
    page.wait_for_function("() => document.getElementById('told').textContent === 'Link copied'")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert "#:~:text=" in copied
    start = unquote(copied.split("#:~:text=")[1]).split(",")[0]
    assert start in page.locator(".body").inner_text()
    page.keyboard.press("Escape")
    assert page.locator(".passage").count() == 0


def test_the_system_sheet_is_offered_where_there_is_one(visit, paths):
    trip = visit()
    trip.page.add_init_script("navigator.share = data => { window.shared = data; return Promise.resolve() }")
    page = trip.go(f"/en{paths['story']}")
    page.locator("[data-tool=share]").click()
    page.locator("[data-share=system]").click()
    shared = page.evaluate("window.shared")
    assert shared["url"] == page.locator("link[rel=canonical]").get_attribute("href")
    assert shared["title"] == page.locator("h1").inner_text()


def test_the_panel_fits_a_phone_in_both_directions(visit, paths):
    for language in ("en", "ar"):
        page = opened(visit, paths, language, width=320, height=568)
        box = page.locator("#share").bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 320
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 320
