"""Translating in a real browser: one press, the original a tap away, any view, nothing lost on the way."""

from __future__ import annotations

import pytest
from tests.browser.checks.axe import axe
from tests.browser.checks.boxes import clipped, sideways, small_targets
from tests.browser.checks.held import assert_none
from tests.unit.translation.engines import Faulty

from kushk.library import api as library
from kushk.renditions.translation import api as translation

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("made_up")]
PICTURE_WIDTH = 300
VIEWS = ("", "side/", "lines/")


@pytest.fixture
def english(stand):
    return stand["gazette"].stories.get(source_guid="gazette-0")


@pytest.fixture
def arabic(stand):
    return stand["bahr"].stories.get(source_guid="bahr-0")


def path(story, target, ui="en", view=""):
    return f"/{ui}/s/{story.public_id}/in/{target}/{view}"


def held(engine):
    studio = translation._studio()
    studio.roster.engines = {engine.name: engine}
    studio.roster.usual = [engine.name]
    return engine


def ids(page, within="article"):
    return page.evaluate(f"[...document.querySelectorAll('{within} [id^=s1-]')].map(({{ id }}) => id)")


def test_one_press_and_the_story_is_in_the_readers_language(visit, english):
    trip = visit()
    page = trip.go(f"/ar/s/{english.public_id}/{english.slug}/")
    before = ids(page)
    page.locator("[data-tool=translate]").click()
    page.wait_for_url(f"**/ar/s/{english.public_id}/in/ar/")
    assert page.locator("article.story").get_attribute("dir") == "rtl"
    assert ids(page) == before
    page.locator(".standing [data-original]").click()
    page.wait_for_url(f"**/{english.slug}/")
    assert page.locator("article.story").get_attribute("dir") == "ltr"
    assert trip.complaints == []


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("direction", ["en>ar", "ar>en"])
def test_every_sentence_stands_once_beside_its_original(visit, english, arabic, direction, view):
    source, target = direction.split(">")
    story = english if source == "en" else arabic
    wanted = sorted(sentence.id for sentence in library.visible_document(story).sentences())
    page = visit().go(path(story, target, target, view))
    page.wait_for_selector("article[data-audio]")
    assert sorted(ids(page)) == wanted
    apart = page.evaluate(
        """() => [...document.querySelectorAll("[id^='o-s1-']")].filter((original) => {
          const translated = document.getElementById(original.id.slice(2)).getBoundingClientRect();
          const { top, bottom } = original.getBoundingClientRect();
          const far = Math.min(Math.abs(top - translated.bottom), Math.abs(top - translated.top)) > 400;
          return far || bottom < translated.top - 60;
        }).map(({ id, textContent }) => [id, textContent])"""
    )
    assert apart == []


def test_side_by_side_stands_side_by_side_where_there_is_room(visit, english):
    page = visit(1280, 900).go(path(english, "ar", "ar", "side/"))
    pair = page.locator(".pair").first
    one, other = pair.locator(".pair__translated").bounding_box(), pair.locator(".pair__original").bounding_box()
    assert abs(one["y"] - other["y"]) < 40
    assert one["x"] > other["x"]  # an Arabic page begins at the right
    page.set_viewport_size({"width": 390, "height": 800})
    one, other = pair.locator(".pair__translated").bounding_box(), pair.locator(".pair__original").bounding_box()
    assert other["y"] >= one["y"] + one["height"] - 1


def test_a_tap_shows_the_original_without_a_request(visit, english):
    trip = visit()
    page = trip.go(path(english, "ar", "ar"), until="networkidle")
    asked = len(trip.asked)
    sentence = page.locator(".body [id^='s1-']").first
    original = next(
        each.text for each in library.visible_document(english).sentences() if each.id == sentence.get_attribute("id")
    )
    sentence.click(position={"x": 5, "y": 5})
    shown = page.locator(".original__text")
    assert shown.inner_text() == original
    assert shown.get_attribute("lang") == "en"
    assert "Null" in page.locator(".original").inner_text()
    assert len(trip.asked) == asked
    page.keyboard.press("Escape")
    assert page.locator(".original").count() == 0
    sentence.click(position={"x": 5, "y": 5})
    sentence.click(position={"x": 5, "y": 5})
    assert page.locator(".original").count() == 0


def test_it_works_without_a_script(visit, english):
    trip = visit(java_script_enabled=False)
    page = trip.go(f"/ar/s/{english.public_id}/{english.slug}/")
    page.locator("a[data-tool=translate]").click()
    assert page.locator("article.story").get_attribute("lang") == "ar"
    for view in VIEWS[1:]:
        page = trip.go(path(english, "ar", "ar", view))
        assert page.locator(".standing").is_visible()
        assert page.locator("[id^='o-s1-']").count()
    page.locator(".standing [data-original]").click()
    assert page.locator("article.story").get_attribute("lang") == "en"


def test_what_comes_later_is_put_in_place_and_nothing_jumps(visit, english):
    engine = held(Faulty("held", after=4))
    trip = visit(390, 500)
    page = trip.go(path(english, "ar", "en"))
    assert page.locator(".standing__progress").is_visible()
    assert page.locator(".pending").count()
    assert page.locator("[data-tool=listen]").count() == 0
    page.mouse.wheel(0, 900)
    page.wait_for_timeout(300)
    seen = """() => [...document.querySelectorAll(".body [id^='s1-']")]
      .map((each) => [each.id, each.getBoundingClientRect().top])
      .find(([, top]) => top >= 0)"""
    name, top = page.evaluate(seen)
    engine.release.set()
    page.wait_for_selector(".standing:not([data-progress])")
    assert page.locator(".pending").count() == 0
    page.wait_for_selector("[data-tool=listen]:not([hidden])")
    after = page.evaluate(f"document.getElementById('{name}').getBoundingClientRect().top")
    assert abs(after - top) < 120
    assert not [each for each in trip.complaints if "404" not in each]


@pytest.mark.parametrize("fault", ["down", "bad"])
def test_an_engine_that_dies_leaves_what_is_there_and_says_so(visit, english, fault):
    held(Faulty(fault, after=2))
    page = visit().go(path(english, "ar", "en"))
    page.wait_for_function("() => document.querySelector('.standing__progress')?.innerText.includes('interrupted')")
    assert page.locator(".standing__progress a").is_visible()
    texts = page.locator("article [id^='s1-']").all_inner_texts()
    assert any("\u0600" <= text[0] <= "\u06ff" for text in texts)
    assert page.locator(".pending").count()


@pytest.mark.parametrize("fault", ["garbage", "markup", "address"])
def test_what_is_no_translation_is_never_shown(visit, english, fault):
    held(Faulty(fault))
    trip = visit()
    page = trip.go(path(english, "ar", "en"))
    page.wait_for_selector(".standing:not([data-progress])")
    assert page.locator("article .kept").count()
    assert "evil.example" not in page.content()
    assert "la la la" not in page.locator("article.story").inner_text()
    assert "stand in the original" in page.locator(".standing").inner_text()


def test_listening_to_a_translation_marks_its_words_and_the_original_beside(visit, english):
    page = visit().go(path(english, "es", "es", "side/"))
    page.wait_for_selector("[data-tool=listen]:not([hidden])")
    page.locator("[data-tool=listen]").click()
    page.wait_for_function("() => CSS.highlights.has('kushk-word')")
    page.locator("[data-player=next]").click()
    page.locator("[data-player=next]").click()
    page.locator("[data-player=next]").click()
    page.locator("[data-player=next]").click()
    page.wait_for_function("() => [...(CSS.highlights.get('kushk-sentence') ?? [])].length === 2")
    marked = page.evaluate("""[...CSS.highlights.get('kushk-sentence')].map(({ startContainer }) =>
      startContainer.id || startContainer.parentElement.closest('[id]').id)""")
    assert marked[1] == f"o-{marked[0]}"


def test_the_language_is_remembered_and_one_press_away_on_every_story(visit, english, stand):
    other = stand["gazette"].stories.get(source_guid="gazette-1")
    page = visit().go(f"/en/s/{english.public_id}/{english.slug}/")
    page.locator("[data-tool=translate]").click()
    page.locator("#translate a[data-target=es]").click()
    page.wait_for_url("**/in/es/")
    page = page.goto(page.url.replace(f"{english.public_id}/in/es/", f"{other.public_id}/{other.slug}/")) and page
    link = page.locator("a[data-tool=translate]")
    assert link.evaluate("(link) => link.pathname") == path(other, "es")
    link.click()
    page.wait_for_url(f"**/{other.public_id}/in/es/")
    page.locator("[data-tool=translate]").click()
    page.locator(".tongues__always input").check()
    page.goto(page.url.replace(f"{other.public_id}/in/es/", f"{english.public_id}/{english.slug}/"))
    page.wait_for_url(f"**/{english.public_id}/in/es/")
    page.locator(".standing [data-original]").click()
    page.wait_for_url(f"**/{english.slug}/")
    page.wait_for_timeout(400)
    assert page.url.endswith(f"/{english.slug}/")


def test_sharing_a_translation_shares_its_own_address(visit, english):
    page = visit().go(path(english, "ar", "en"))
    page.locator("[data-tool=share]").click()
    assert page.locator(".share__address").input_value().endswith(path(english, "ar"))


@pytest.mark.parametrize("ui", ["en", "ar"])
def test_axe_finds_nothing_on_translated_pages(visit, english, ui):
    found = {}
    trip = visit()
    for view in VIEWS:
        page = trip.go(path(english, "ar", ui, view))
        page.wait_for_selector("article[data-audio]")
        found[view or "alone"] = axe(page)
        page.locator(".body [id^='s1-']").first.click(position={"x": 4, "y": 4})
        found[f"{view} tapped"] = axe(page)
        page.evaluate("document.querySelector('#translate').showPopover()")
        found[f"{view} panel"] = axe(page)
        trip.picture(f"translated-{ui}-{view.strip('/')}")
    assert_none(found)


@pytest.mark.parametrize("width", [320, 390, 1280])
@pytest.mark.parametrize("ui", ["en", "ar", "de", "ta"])
def test_translated_pages_fit(visit, english, ui, width):
    found = {}
    trip = visit(width, 700)
    for view in VIEWS:
        page = trip.go(path(english, "ar", ui, view))
        page.wait_for_selector("article[data-audio]")
        found[view or "alone"] = sideways(page) + clipped(page) + small_targets(page)
        page.locator("[data-tool=translate]").click()
        found[f"{view} panel"] = sideways(page) + clipped(page) + small_targets(page)
    assert_none(found)
