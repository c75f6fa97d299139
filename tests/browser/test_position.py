"""Where the reader stopped: a sentence, not a number of dots; offered, never forced."""

from __future__ import annotations

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.device import BLOCKED, long_story, path_of, said, until

from kushk.core.compose import compose
from kushk.core.draft import paragraph
from kushk.library import api as library

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

GO_ON = ".go-on button"
PLACES = "JSON.parse(localStorage.getItem('kushk.places') || '{}')"
SEEN = """[...document.querySelectorAll('.body [id^="s1-"]')].find(e => e.getBoundingClientRect().top >= 0).id"""


@pytest.fixture
def story(stand):
    return long_story(stand["gazette"])


def read_to(page, story, share):
    """Scroll so far, wait until it is remembered, and return the place."""
    before = page.evaluate(PLACES).get(story.public_id)
    page.evaluate(
        """share => { const b = document.querySelector('.body').getBoundingClientRect();
           scrollTo({top: scrollY + b.top + share * b.height, behavior: 'instant'}) }""",
        share,
    )
    until(lambda: page.evaluate(PLACES).get(story.public_id) not in (None, before))
    return page.evaluate(PLACES)[story.public_id]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_reader_is_offered_to_go_on_and_led_to_the_sentence(visit, stand, language):
    story = long_story(stand["gazette" if language == "en" else "bahr"])
    trip = visit(390, 844)
    page = trip.go(path_of(story, language))
    assert page.locator(GO_ON).count() == 0
    place = read_to(page, story, 0.5)
    assert place["ids"][0] == page.evaluate(SEEN)
    assert 0.5 < place["share"] < 0.8
    trip.go(f"/{language}/about/")
    page = trip.go(path_of(story, language))
    button = page.locator(GO_ON)
    assert button.inner_text() == said("continue", language)
    assert page.evaluate("scrollY") == 0
    assert page.locator(".go-on").get_attribute("lang") == language
    assert Axe().run(page).response["violations"] == []
    trip.picture(f"go-on-{language}-phone")
    button.click()
    until(lambda: page.evaluate(SEEN) == place["ids"][0])
    assert page.evaluate("document.activeElement.id") == place["ids"][0]
    assert page.locator(".stopped-here").count() == 1
    trip.picture(f"gone-on-{language}-phone")
    until(lambda: page.locator(".stopped-here").count() == 0)
    assert page.locator(GO_ON).count() == 0
    page.keyboard.press("Tab")
    assert page.locator(".body [tabindex='-1']").count() == 0
    assert trip.complaints == []


def test_a_corrected_sentence_is_made_up_for_by_its_neighbour(visit, story):
    trip = visit()
    page = trip.go(path_of(story))
    place = read_to(page, story, 0.5)
    gone = page.locator(f"#{place['ids'][0]}").inner_text()
    words = "The tide waits for nobody"
    told = [f"{words}, said pilot {number}. {words}, {number} said again." for number in range(40)]
    changed = [text.replace(gone, "This one was changed.") for text in told]
    assert changed != told
    library.correct_story(story, compose("en", [paragraph(text) for text in changed], headline=story.headline))
    page.goto("about:blank")
    page = trip.go(path_of(story))
    page.reload()
    assert page.locator(f"#{place['ids'][0]}").count() == 0
    page.evaluate("scrollTo({top: 0, behavior: 'instant'})")
    trip.go("/en/about/")
    page = trip.go(path_of(story))
    page.locator(GO_ON).click()
    until(lambda: page.evaluate("document.activeElement.id") == place["ids"][1])


def test_reduced_motion_goes_there_at_once(visit, story):
    trip = visit(reduced_motion="reduce")
    place = read_to(trip.go(path_of(story)), story, 0.6)
    trip.go("/en/about/")
    page = trip.go(path_of(story))
    page.locator(GO_ON).click()
    assert page.evaluate(SEEN) == place["ids"][0]


def test_a_story_read_to_its_end_offers_nothing_and_stays_read(visit, story):
    trip = visit()
    page = trip.go(path_of(story))
    assert read_to(page, story, 1)["share"] == 1
    trip.go("/en/about/")
    page = trip.go(path_of(story))
    assert page.locator(GO_ON).count() == 0
    assert read_to(page, story, 0.3)["share"] == 1
    trip.go("/en/about/")
    assert trip.go(path_of(story)).locator(GO_ON).count() == 0


def test_a_glance_at_the_first_screen_does_not_lose_the_place(visit, story):
    trip = visit()
    place = read_to(trip.go(path_of(story)), story, 0.5)
    trip.go("/en/about/")
    page = trip.go(path_of(story))
    page.evaluate("scrollTo({top: 120, behavior: 'instant'})")
    page.wait_for_timeout(700)
    trip.go("/en/about/")
    page = trip.go(path_of(story))
    assert page.evaluate(PLACES)[story.public_id]["ids"] == place["ids"]
    assert page.locator(GO_ON).is_visible()


def test_a_link_to_a_sentence_or_to_words_wins(visit, story):
    trip = visit()
    read_to(trip.go(path_of(story)), story, 0.7)
    page = trip.go("/en/about/")
    other = story.public_id
    sentence = page.evaluate(PLACES)[other]["ids"][0]
    page = trip.go(f"{path_of(story)}#{sentence}")
    assert page.locator(GO_ON).count() == 0
    assert page.evaluate("scrollY") > 0
    trip.go("/en/about/")
    page = trip.go(f"{path_of(story)}#:~:text=said%20pilot%2030.")
    until(lambda: page.evaluate("scrollY") > 0)
    until(lambda: page.locator(GO_ON).count() == 0)


def test_only_so_many_places_are_remembered(visit, story):
    trip = visit()
    page = trip.go("/en/about/")
    old = {f"story-{number}": {"ids": ["s1-0"], "share": 0.5, "at": number} for number in range(200)}
    page.evaluate("value => localStorage.setItem('kushk.places', value)", json.dumps(old))
    read_to(trip.go(path_of(story)), story, 0.4)
    places = page.evaluate(PLACES)
    assert len(places) == 200
    assert story.public_id in places
    assert "story-0" not in places
    assert "story-1" in places


def test_nothing_happens_where_nothing_may_be_stored_or_nothing_runs(visit, story):
    trip = visit()
    trip.page.add_init_script(BLOCKED)
    page = trip.go(path_of(story))
    page.evaluate("scrollTo(0, 2000)")
    page.wait_for_timeout(600)
    assert trip.go(path_of(story)).locator(GO_ON).count() == 0
    assert trip.complaints == []
    assert visit(java_script_enabled=False).go(path_of(story)).locator(GO_ON).count() == 0
