"""Text settings in a real browser: instant, kept, without a flash, and the same with and without scripts."""

from __future__ import annotations

import pytest

from kushk.reader.themes import THEMES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAPER = "getComputedStyle(document.body).backgroundColor"
LEADING = "parseFloat(getComputedStyle(document.querySelector('.body p')).lineHeight)"


def shown(colour: str) -> str:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return f"rgb({red}, {green}, {blue})"


def choose(trip, value: str) -> None:
    trip.page.context.add_cookies([{"name": "reading", "value": value, "url": trip.url}])


def test_the_panel_opens_beside_the_story_and_every_choice_shows_at_once(visit, paths):
    page = visit().go(f"/en{paths['story']}")
    page.locator("[data-tool=settings]").click()
    panel = page.locator(".panel--settings")
    panel.wait_for()
    assert page.evaluate("document.activeElement.className") == "panel__close"
    panel.get_by_text("Sepia").click()
    page.wait_for_function(f"() => {PAPER} === '{shown(THEMES['sepia'].paper)}'")
    before = page.evaluate(LEADING)
    panel.locator("[name=line][value=wider]").check()
    page.wait_for_function(f"() => {LEADING} > {before}")
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert page.evaluate("document.activeElement.dataset.tool") == "settings"
    page.reload()
    assert page.evaluate(PAPER) == shown(THEMES["sepia"].paper)


def test_the_panel_shows_what_is_chosen_and_forgets_it(visit, paths):
    trip = visit()
    choose(trip, "theme-dark_measure-long")
    page = trip.go(f"/en{paths['story']}")
    page.locator("[data-tool=settings]").click()
    panel = page.locator(".panel--settings")
    assert panel.locator("[name=theme][value=dark]").is_checked()
    assert panel.locator("[name=measure][value=long]").is_checked()
    panel.get_by_role("button", name="Back to the defaults").click()
    page.wait_for_function(f"() => {PAPER} === '{shown(THEMES['light'].paper)}'")
    assert panel.locator("[name=measure][value=normal]").is_checked()
    assert page.evaluate("document.cookie") == ""


def test_the_page_works_without_scripts(visit, paths):
    page = visit(java_script_enabled=False).go(f"/en/settings/?next=/en{paths['story']}")
    page.locator("[name=theme][value=contrast]").check()
    page.get_by_role("button", name="Apply").click()
    assert page.locator(".choosing__done").is_visible()
    page.get_by_role("link", name="Back to the page").click()
    assert page.url.endswith(paths["story"])


@pytest.mark.parametrize("theme", ["light", "sepia", "dark", "contrast"])
def test_the_choice_wins_over_the_device(visit, paths, theme):
    trip = visit(color_scheme="light" if theme == "dark" else "dark")
    choose(trip, f"theme-{theme}")
    wanted = THEMES["contrast-dark" if theme == "contrast" else theme].paper
    assert trip.go("/en/").evaluate(PAPER) == shown(wanted)


def test_the_device_wins_until_there_is_a_choice(visit):
    assert visit(color_scheme="dark").go("/en/").evaluate(PAPER) == shown(THEMES["dark"].paper)
    assert visit(contrast="more").go("/en/").evaluate(PAPER) == shown(THEMES["contrast"].paper)


def test_nothing_flashes(visit, paths):
    trip = visit()
    choose(trip, "theme-dark_size-200")
    page = trip.page
    page.add_init_script(
        "const look = () => { const g = document.body && getComputedStyle(document.body).backgroundColor;"
        "if (g && document.body.firstElementChild?.checkVisibility()) (window.grounds ??= new Set()).add(g);"
        "if (document.readyState !== 'complete') requestAnimationFrame(look) }; requestAnimationFrame(look)"
    )
    trip.go(f"/en{paths['story']}")
    assert page.evaluate("[...(window.grounds ?? [])]") in ([shown(THEMES["dark"].paper)], [])


@pytest.mark.parametrize(
    ("choice", "selector", "face"),
    [
        ("sans", ".body", "system-ui"),
        ("atkinson", ".body", "Kushk Atkinson"),
        ("opendyslexic", ".body", "OpenDyslexic"),
    ],
)
def test_a_chosen_face_is_used(visit, paths, choice, selector, face):
    trip = visit()
    choose(trip, f"face-{choice}")
    page = trip.go(f"/en{paths['story']}")
    assert face in page.evaluate(f"getComputedStyle(document.querySelector('{selector}')).fontFamily")


def test_letters_are_spaced_in_scripts_that_allow_it_alone(visit, paths):
    spacing = "e => [getComputedStyle(e).letterSpacing, getComputedStyle(e).wordSpacing].map(v => parseFloat(v) || 0)"
    trip = visit()
    choose(trip, "letter-wider")
    letters, words = trip.go(f"/en{paths['story']}").locator(".body p").first.evaluate(spacing)
    assert letters > 1
    assert words >= 2 * letters
    letters, words = trip.go(f"/ar{paths['arabic-story']}").locator(".body p").first.evaluate(spacing)
    assert letters == 0
    assert words > 2


def test_line_focus_leaves_a_few_lines_bright(visit, paths):
    trip = visit()
    choose(trip, "focus-3")
    page = trip.go(f"/en{paths['story']}")
    band = page.evaluate(
        "['::before', '::after'].map(p => parseFloat(getComputedStyle(document.querySelector('.story'), p).height))"
    )
    line = page.evaluate(LEADING)
    assert 2.8 * line < 900 - sum(band) < 3.4 * line
    assert page.evaluate("getComputedStyle(document.querySelector('.story'), '::before').pointerEvents") == "none"


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_page_is_cut_or_scrolls_sideways_at_three_times_the_size(visit, paths, language):
    trip = visit(320, 800)
    choose(trip, "size-300_word-wider_letter-wider_line-wider")
    for name, path in paths.items():
        page = trip.go(f"/{language}{path}")
        assert page.evaluate("document.scrollingElement.scrollWidth") <= 320, name


def test_of_two_quick_choices_the_last_one_shows(visit, paths):
    trip = visit()
    page = trip.go(f"/en{paths['story']}")
    page.locator("[data-tool=settings]").click()
    page.locator(".panel--settings").wait_for()
    page.route("**/reading.css?*", lambda route: (page.wait_for_timeout(150), route.continue_()))
    page.evaluate(
        "['sepia', 'dark'].forEach(v => { const r = document.querySelector(`[name=theme][value=${v}]`);"
        "r.checked = true; r.dispatchEvent(new Event('change', {bubbles: true})) })"
    )
    page.wait_for_function(f"() => {PAPER} === '{shown(THEMES['dark'].paper)}'")
    page.wait_for_function("() => document.querySelectorAll('#reading').length === 1")
    assert page.evaluate(PAPER) == shown(THEMES["dark"].paper)


def test_a_page_from_the_browsers_memory_shows_the_choice_made_since(visit, paths):
    trip = visit()
    page = trip.go(f"/en{paths['story']}")
    page.evaluate("document.cookie = 'reading=size-200; path=/'")
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', {persisted: true}))")
    size = "getComputedStyle(document.documentElement).getPropertyValue('--text-size')"
    assert float(page.evaluate(size)) == 1.6
