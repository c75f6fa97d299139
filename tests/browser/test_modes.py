"""Other ways to look: colours that the system forces, less motion, and a browser without scripts."""

from __future__ import annotations

import pytest
from tests.browser.checks.held import assert_none
from tests.browser.checks.modes import dead, moving, unseen

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PICTURE_WIDTH = 300
LANGUAGES = ("en", "ar")
BODY_SIZE = "parseFloat(getComputedStyle(document.querySelector('.body')).fontSize)"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_vanishes_under_forced_colours(visit, paths, scheme):
    trip = visit(forced_colors="active", color_scheme=scheme)
    found = {name: unseen(trip.go(f"/ar{path}")) for name, path in paths.items()}
    assert_none(found)


def test_what_opens_and_what_is_said_is_seen_under_forced_colours(visit, paths):
    page = visit(forced_colors="active").go(f"/en{paths['story']}")
    page.locator(".skip").first.focus()
    found = unseen(page)
    page.locator(".languages summary").click()
    found += unseen(page)
    page.locator("[data-tool=larger]").click()
    page.locator(".told--shown").wait_for()
    page.wait_for_function("() => getComputedStyle(document.querySelector('.told')).opacity === '1'")
    found += unseen(page)
    page.locator("[data-tool=share]").click()
    found += unseen(page)
    page.keyboard.press("Escape")
    page.locator("[data-tool=settings]").click()
    page.locator(".panel--settings").wait_for()
    assert found + unseen(page) == []


def test_nothing_moves_when_less_motion_is_wanted(visit, paths):
    trip = visit(reduced_motion="reduce")
    found = {name: moving(trip.go(f"/en{path}")) for name, path in paths.items()}
    page = trip.go(f"/en{paths['story']}")
    page.locator("[data-tool=larger]").click()
    page.locator("[data-tool=share]").click()
    found["opened"] = moving(page)
    assert_none(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_page_stands_without_scripts_and_nothing_on_it_is_dead(visit, paths, language):
    trip = visit(java_script_enabled=False)
    found = {}
    for name, path in paths.items():
        page = trip.go(f"/{language}{path}")
        assert page.locator("h1").count() == 1, name
        assert page.locator("main").inner_text().strip(), name
        found[name] = dead(page)
    assert_none(found)


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_grows_and_shrinks_through_the_server(visit, paths, language):
    trip = visit(java_script_enabled=False)
    page = trip.go(f"/{language}{paths['story']}")
    address, usual = page.url, page.evaluate(BODY_SIZE)
    for tool, share in (("larger", 1.125), ("smaller", 1), ("smaller", 0.875)):
        with page.expect_navigation():
            page.locator(f"[data-tool={tool}]").click()
        assert page.url == address
        assert page.evaluate(BODY_SIZE) == pytest.approx(usual * share, rel=0.01)


def test_sharing_opens_and_shuts_without_scripts(visit, paths):
    page = visit(java_script_enabled=False).go(f"/en{paths['story']}")
    page.locator("[data-tool=share]").click()
    panel = page.locator("#share")
    assert panel.is_visible()
    assert dead(page) == []
    assert panel.locator(".share__address").input_value().endswith(paths["story"])
    assert panel.get_by_role("link", name="WhatsApp").get_attribute("href").startswith("https://wa.me/")
    panel.locator("summary").click()
    assert panel.locator("details img").is_visible()
    panel.locator(".panel__close").click()
    assert not panel.is_visible()


def test_settings_are_chosen_without_scripts(visit, paths):
    trip = visit(java_script_enabled=False)
    page = trip.go(f"/en{paths['story']}")
    usual = page.evaluate(BODY_SIZE)
    page.locator("[data-tool=settings]").click()
    page.locator("#settings-size").select_option("200")
    page.get_by_label("Dark", exact=True).check()
    page.get_by_role("button", name="Apply").click()
    assert page.get_by_role("status").filter(has_text="applied").is_visible()
    page.get_by_role("link", name="Back to the page").click()
    page.wait_for_url(f"**{paths['story']}*")
    assert page.evaluate(BODY_SIZE) == pytest.approx(usual * 2, rel=0.01)
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"
    page.locator("[data-tool=settings]").click()
    assert page.locator("#settings-size").input_value() == "200"
    page.get_by_role("button", name="Back to the defaults").click()
    page.get_by_role("link", name="Back to the page").click()
    page.wait_for_url(f"**{paths['story']}*")
    assert page.evaluate(BODY_SIZE) == pytest.approx(usual, rel=0.01)


def test_the_stand_is_walked_without_scripts(visit, paths):
    trip = visit(java_script_enabled=False)
    page = trip.go("/en/")
    page.locator(".languages summary").click()
    page.locator(".languages").get_by_role("link", name="العربية", exact=True).click()
    assert page.locator("html").get_attribute("dir") == "rtl"
    page.locator(".find input").fill("البحر")
    page.get_by_role("button", name="بحث").click()
    page.locator(".rows h2 a").first.click()
    assert page.locator("article.story h1").inner_text()
    assert page.locator("article.story").get_attribute("lang") == "ar"
    page.goto(trip.url + "/")
    assert page.url.endswith("/ar/")
    page.locator(".filters summary").click()
    page.locator(".filters").get_by_role("link", name="中文").click()
    assert page.locator(".lead article").get_attribute("lang") == "zh-Hans"
