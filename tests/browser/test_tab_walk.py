"""The keyboard alone: where Tab leads on a story, that nothing is missed, and that the focus is always seen."""

from __future__ import annotations

import pytest
from tests.browser.checks.held import assert_none
from tests.browser.checks.keyboard import focus_faults, pointer_only, tab_walk, unreached

from kushk.base.locale import autonym, message

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PICTURE_WIDTH = 300
TOOL = "document.activeElement.dataset.tool"
FIRST_TOOL = "document.querySelector('.tool:not([hidden])').dataset.tool"


def expected(language: str) -> list[tuple[str, str]]:
    """Return every stop of the gazette's newest story: its name, and what it is."""

    def say(msgid: str, context: str = "", **values: str) -> str:
        return message(msgid, language, context, **values)

    return [
        (say("Skip to content"), "link"),
        (say("Skip to the tools"), "link"),
        (say("Try {plan} free", plan="GOLD"), "link"),
        (say("Your account"), "link"),
        ("Kushk", "link"),
        (f"{say('Language', 'interface')}: {autonym(language)}", "summary"),
        (say("Front page"), "link"),
        (say("Publications"), "link"),
        (say("Latest", "stories"), "link"),
        (say("Saved stories"), "link"),
        (say("Search the stand"), "search"),
        (say("Search"), "button"),
        ("The Ferry Gazette", "link"),
        ("News", "link"),
        (say("Listen", "button"), "button"),
        ("the map", "link"),
        ("Crossings a day", "group"),
        ("if tide > 3: wait()", "pre"),
        (say("Video at the source"), "link"),
        (say("The original at {site}", site="gazette.news-of-nowhere.org"), "link"),
    ]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_tab_leads_through_a_story_in_its_order(visit, paths, language):
    page = visit().go(f"/{language}{paths['story']}")
    stops = tab_walk(page)
    wanted = expected(language)
    isolates = dict.fromkeys(map(ord, "\u2066\u2067\u2068\u2069"))
    assert [(stop.name.translate(isolates), stop.role) for stop in stops[: len(wanted)]] == wanted
    assert [stop.name for stop in stops[-2:]] == [
        message("Text settings", language),
        message("About and rights", language),
    ]
    assert sum(stop.toolbar for stop in stops) == 1


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scripts", [True, False])
def test_the_first_tool_is_within_three_tabs(visit, paths, language, scripts):
    page = visit(java_script_enabled=scripts).go(f"/{language}{paths['story']}")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    if not scripts:
        page.keyboard.press("Tab")
    assert page.evaluate(TOOL) == page.evaluate(FIRST_TOOL)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_skip_link_leads_to_the_content(visit, paths, language):
    page = visit().go(f"/{language}{paths['story']}")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_everything_is_reached_and_seen(visit, paths, language):
    trip = visit()
    found = {}
    for name, path in paths.items():
        page = trip.go(f"/{language}{path}", "networkidle")  # lists of what the device keeps come a moment later
        found[name] = focus_faults(tab_walk(page)) + unreached(page) + pointer_only(page)
    assert_none(found)


def test_the_way_back_is_seen_too(visit, paths):
    page = visit(390, 700).go(f"/en{paths['story']}")
    page.keyboard.press("End")
    page.wait_for_function("() => innerHeight + scrollY > document.documentElement.scrollHeight - 2")
    assert focus_faults(tab_walk(page, "Shift+Tab")) == []


@pytest.mark.parametrize("width", [320, 390])
def test_the_toolbar_at_the_bottom_of_a_phone_covers_no_stop(visit, paths, width):
    page = visit(width, 640).go(f"/ar{paths['story']}")
    assert focus_faults(tab_walk(page)) + unreached(page) == []


@pytest.mark.parametrize("look", ["sepia", "dark", "contrast", "forced"])
def test_the_focus_is_seen_in_every_theme(visit, paths, look):
    trip = visit(forced_colors="active") if look == "forced" else visit()
    if look != "forced":
        trip.choose(theme=look)
    found = {}
    for name in ("home", "story", "settings", "publication"):
        found[name] = focus_faults(tab_walk(trip.go(f"/en{paths[name]}")))
    assert_none(found)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_panel_for_sharing_is_walked_through_and_left(visit, paths, language):
    page = visit().go(f"/{language}{paths['story']}")
    page.locator("[data-tool=share]").focus()
    page.keyboard.press("Enter")
    stops = []
    inside = "Boolean(document.activeElement.closest('#share'))"
    assert page.evaluate(inside), "the focus goes into the panel"
    for _ in range(page.locator("#share :is(a, button, input, summary):visible").count() - 1):
        page.keyboard.press("Tab")
        stops.append(page.evaluate(inside))
    assert all(stops)
    page.keyboard.press("Escape")
    assert not page.locator("#share").is_visible()
    assert page.evaluate(TOOL) == "share"
