"""Saved stories: the button on a story, the list on the device, and that nothing of it needs an account."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.device import BLOCKED, long_story, path_of, said, until

from kushk.base.locale import message

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SAVE = "[data-tool=save]"
HEADLINES = ".shelf h2 a"


def save(trip, path):
    page = trip.go(path)
    page.locator(SAVE).click()
    return page


def headlines(page):
    page.locator(".shelf").wait_for()
    return page.locator(HEADLINES).all_inner_texts()


@pytest.fixture
def three(stand):
    """Three stories in three languages, in the order in which they are saved."""
    return [stand[paper].stories.get(source_guid=f"{paper}-0") for paper in ("gazette", "bahr", "plaza")]


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_button_saves_and_takes_back(visit, paths, language):
    trip = visit()
    page = trip.go(f"/{language}{paths['story']}")
    button = page.locator(SAVE)
    told = page.locator("#told")
    assert (button.get_attribute("aria-pressed"), button.inner_text()) == ("false", said("save", language))
    button.click()
    assert (button.get_attribute("aria-pressed"), button.inner_text()) == ("true", said("saved", language))
    assert told.inner_text() == said("saved", language)
    page.reload()
    assert (button.get_attribute("aria-pressed"), button.inner_text()) == ("true", said("saved", language))
    button.click()
    assert (button.get_attribute("aria-pressed"), button.inner_text()) == ("false", said("save", language))
    assert told.inner_text() == said("removed", language)
    assert trip.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_list_shows_each_story_in_its_own_language_the_last_one_first(visit, three, language):
    trip = visit()
    for story in three:
        save(trip, path_of(story, "en"))
    page = trip.go(f"/{language}/saved/")
    assert headlines(page) == [story.headline for story in reversed(three)]
    for card, story in zip(page.locator(".shelf article").all(), reversed(three), strict=True):
        assert (card.get_attribute("lang"), card.get_attribute("dir")) == (story.language, story.direction)
        publication = card.locator("bdi")
        assert publication.inner_text() == story.publication.native_name or story.publication.name
        assert publication.get_attribute("lang") == story.publication.language
        facts = card.locator(".facts")
        assert facts.get_attribute("lang") == language
        assert said("readingTime", language).split("{")[0] in facts.inner_text()
        picture = card.locator("img")
        picture.scroll_into_view_if_needed()
        assert picture.evaluate("image => image.decode().then(() => image.naturalWidth > 0)")
    assert page.locator(".shelf .empty").is_hidden()
    page.locator(HEADLINES).first.click()
    assert page.url == trip.url + path_of(three[-1], language)
    assert trip.complaints == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_list_looks_right_and_breaks_no_rule(visit, three, language, scheme):
    trip = visit(color_scheme=scheme)
    page = trip.go(f"/{language}/saved/")
    assert Axe().run(page).response["violations"] == []
    trip.picture(f"saved-empty-{language}-{scheme}")
    for story in three:
        save(trip, path_of(story, language))
    page = trip.go(f"/{language}/saved/")
    page.locator(HEADLINES).first.wait_for()
    page.locator(".kept").wait_for()
    assert Axe().run(page).response["violations"] == []
    trip.picture(f"saved-{language}-{scheme}")
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 844})
        assert page.evaluate("document.scrollingElement.scrollWidth") == width
    page.locator("article button").first.click()
    page.wait_for_function("() => getComputedStyle(document.getElementById('told')).opacity === '1'")  # it fades in
    trip.picture(f"saved-{language}-{scheme}-phone")
    assert Axe().run(page).response["violations"] == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_an_empty_list_says_what_to_do(visit, stand, language):
    page = visit().go(f"/{language}/saved/")
    assert page.locator("h1").inner_text() == message("Saved stories", language)
    shown = page.locator(".shelf .empty")
    shown.wait_for()
    assert message("Nothing is saved on this device yet.", language) in shown.inner_text()
    assert page.locator("[aria-current=page]").count() <= 1


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_story_can_be_taken_off_and_brought_back_to_its_place(visit, three, language):
    trip = visit()
    for story in three:
        save(trip, path_of(story, language))
    page = trip.go(f"/{language}/saved/")
    before = headlines(page)
    remove = page.locator(".shelf article button").nth(1)
    assert remove.inner_text() == said("remove", language)
    described = page.locator(f"#{remove.get_attribute('aria-describedby')}")
    assert described.inner_text() == before[1]
    remove.click()
    assert headlines(page) == [before[0], before[2]]
    assert page.evaluate("document.activeElement.textContent") == before[2]
    told = page.locator("#told")
    assert told.inner_text().startswith(said("removed", language))
    told.get_by_role("button", name=said("undo", language)).click()
    assert headlines(page) == before
    assert page.evaluate("document.activeElement.textContent") == before[1]
    page.reload()
    assert headlines(page) == before


def test_taking_off_the_last_one_leaves_the_focus_on_the_title(visit, three):
    trip = visit()
    save(trip, path_of(three[0]))
    page = trip.go("/en/saved/")
    page.locator(".shelf article button").click()
    assert page.evaluate("document.activeElement.tagName") == "H1"
    assert page.locator(".shelf .empty").is_visible()


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_list_tells_how_far_a_story_was_read(visit, stand, language):
    story = long_story(stand["gazette"])
    trip = visit()
    page = save(trip, path_of(story, language))
    page.evaluate("scrollTo({top: document.body.scrollHeight / 2, behavior: 'instant'})")
    until(lambda: page.evaluate("localStorage.getItem('kushk.places')"))
    page = trip.go(f"/{language}/saved/")
    facts = page.locator(".shelf .facts").inner_text()
    assert said("readSoFar", language).split("{")[0] in facts
    assert "%" in facts


def test_two_open_pages_agree(visit, paths):
    trip = visit()
    save(trip, "/en" + paths["story"])
    other = trip.page.context.new_page()
    other.goto(trip.url + "/en/saved/")
    assert len(headlines(other)) == 1
    trip.page.locator(SAVE).click()
    until(lambda: other.locator(HEADLINES).count() == 0)


def test_what_was_kept_is_shown_as_text_and_leads_nowhere_else(visit, stand):
    trip = visit()
    page = trip.go("/en/saved/")
    evil = {"id": "x", "path": "/s/x/", "headline": "<img src=x onerror=alert(1)>", "language": '"><b>', "picture": "https://evil.example/x.png", "publication": "<i>P</i>", "at": 1}  # fmt: skip  # noqa: E501
    page.evaluate("value => localStorage.setItem('kushk.saved', value)", "not json")
    page.reload()
    assert page.locator(".shelf .empty").is_visible()
    page.evaluate("value => localStorage.setItem('kushk.saved', JSON.stringify([value, null, 7, {}]))", evil)
    page.reload()
    assert headlines(page) == [evil["headline"]]
    assert page.locator(".shelf img, .shelf i, .shelf b").count() == 0
    assert page.locator(HEADLINES).get_attribute("href") == "/en/s/x/"
    assert not [url for url in trip.asked if not url.startswith(trip.url)]
    assert trip.complaints == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_without_scripts_the_page_says_why_it_is_empty(visit, stand, paths, language):
    trip = visit(java_script_enabled=False)
    page = trip.go(f"/{language}/saved/")
    main = page.locator("main").inner_text()
    assert message("This list lies on your device alone, so it needs JavaScript.", language) in main
    assert page.locator(".shelf").is_hidden()
    page = trip.go(f"/{language}{paths['story']}")
    assert page.locator(SAVE).is_hidden()


def test_where_nothing_may_be_stored_nothing_is_offered(visit, paths):
    trip = visit()
    trip.page.add_init_script(BLOCKED)
    page = trip.go("/en" + paths["story"])
    assert page.locator(SAVE).is_hidden()
    page = trip.go("/en/saved/")
    page.locator(".shelf .empty").wait_for(state="visible")
    assert trip.complaints == []
