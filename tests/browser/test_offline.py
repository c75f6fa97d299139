"""Reading without a network: what is kept, what is never kept, what gives way, and what the reader is told."""

from __future__ import annotations

import time

import pytest
from axe_playwright_python.sync_playwright import Axe
from tests.browser.device import BLOCKED, asked, everything, kept_pages, long_story, path_of, said, until, wait_kept

from kushk.base.locale import message
from kushk.library import api as library
from kushk.reader import offline as copies
from kushk.reader.views import story as story_view

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

NOT_KEPT = "This page is not among those kept on this device."


def stem(url: str) -> str:
    """Return the name that all widths of a picture share."""
    return url.rsplit("/", 1)[1].split(".", maxsplit=1)[0].rsplit("-", 1)[0]


PICTURES_SHOWN = """[...document.images].filter(image => image.checkVisibility())
    .every(image => image.complete && image.naturalWidth > 0)"""
"""Those of a closed panel are fetched when it is opened."""


def opened(trip, path):
    """Open a page and wait until the worker has kept it."""
    page = trip.go(path)
    wait_kept(page, path)
    return page


def without_network(page, path=None):
    page.context.set_offline(True)
    return page.reload() if path is None else page.goto(path)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_story_that_was_opened_can_be_read_without_a_network_and_says_that_it_is_a_copy(visit, paths, language):
    trip = visit()
    page = opened(trip, f"/{language}{paths['story']}")
    before = page.locator("article.story").inner_text()
    until(lambda: any(url.endswith(".woff2") for url in everything(page)))
    without_network(page)
    assert page.locator("article.story").inner_text() == before
    note = page.locator("main > :first-child .copied")
    shown, machine = note.locator("time").inner_text(), note.locator("time").get_attribute("datetime")
    assert note.inner_text() == said("offlineCopy", language, date=shown)
    assert abs(time.time() - page.evaluate("date => Date.parse(date) / 1000", machine)) < 300
    assert page.evaluate(PICTURES_SHOWN)
    assert page.evaluate("getComputedStyle(document.querySelector('.masthead__row')).display") == "grid"
    assert page.evaluate("document.fonts.check('20px \"Kushk Serif\"', 'a')")
    assert Axe().run(page).response["violations"] == []
    trip.picture(f"offline-copy-{language}")
    page.set_viewport_size({"width": 390, "height": 800})
    trip.picture(f"offline-copy-{language}-phone")


def test_with_the_network_back_the_next_page_is_fresh(visit, paths):
    page = opened(visit(), "/en" + paths["story"])
    without_network(page)
    assert page.locator(".copied").count() == 1
    page.context.set_offline(False)
    page.reload()
    assert page.locator(".copied").count() == 0
    assert page.locator("html").get_attribute("data-kept") is None


@pytest.mark.parametrize("language", ["en", "ar"])
def test_a_page_that_is_not_kept_is_stood_in_for(visit, paths, language):
    trip = visit()
    page = opened(trip, f"/{language}{paths['story']}")
    opened(trip, f"/{language}{paths['arabic-story']}")
    opened(trip, f"/{language}/publications/")
    until(lambda: any(url.endswith(f"/{language}/offline/") for url in everything(page)))
    without_network(page, f"{trip.url}/{language}/latest/")
    assert page.url.endswith(f"/{language}/latest/")
    assert page.locator("h1").inner_text() == message("No network", language)
    assert message(NOT_KEPT, language) in page.locator("main").inner_text()
    links = page.locator(".kept__pages a")
    links.first.wait_for()
    assert links.count() == 3
    arabic = page.locator(".kept__pages a[lang=ar]").first
    assert arabic.get_attribute("dir") == "rtl"
    size = page.locator("[data-size]").inner_text()
    assert size.startswith(said("space", language).split("{")[0])
    assert any(digit in size for digit in "123456789")
    assert Axe().run(page).response["violations"] == []
    trip.picture(f"offline-page-{language}")
    page.set_viewport_size({"width": 390, "height": 800})
    assert page.evaluate("document.scrollingElement.scrollWidth") == 390
    trip.picture(f"offline-page-{language}-phone")
    page.locator(".kept__pages a[lang=ar]").last.click()
    assert page.locator("article.story").get_attribute("lang") == "ar"
    page.reload()  # the browser's own cache may have answered for a minute
    assert page.locator(".copied").count() == 1


def test_offline_copies_can_be_deleted(visit, paths):
    trip = visit()
    page = opened(trip, "/en" + paths["story"])
    until(lambda: any(url.endswith("/en/offline/") for url in everything(page)))
    without_network(page, trip.url + "/en/latest/")
    page.locator("[data-delete] button").click()
    until(lambda: page.locator(".kept").is_hidden())
    assert kept_pages(page) == []
    assert not any("/media/" in url or "/s/" in url for url in everything(page))


def test_a_saved_story_is_kept_whole_and_gives_way_last(visit, stand, paths, monkeypatch):
    monkeypatch.setattr(copies, "MOST_PAGES", 3)
    trip = visit()
    first = "/en" + paths["story"]
    page = opened(trip, first)
    page.locator("[data-tool=save]").click()
    others = [path_of(story) for story in stand["bahr"].stories.all()] + ["/en/", "/en/publications/"]
    for path in others:
        opened(trip, path)
    until(lambda: len(kept_pages(page)) == 3)
    assert first.lstrip("/") in kept_pages(page)
    assert others[0].lstrip("/") not in kept_pages(page)
    without_network(page, trip.url + first)
    assert page.locator("article.story h1").is_visible()
    assert page.evaluate(PICTURES_SHOWN)


def test_copies_stay_within_their_bytes_and_pictures_go_with_their_page(visit, stand, paths, monkeypatch):
    monkeypatch.setattr(copies, "MOST_BYTES", 260_000)
    trip = visit()
    first = "/en" + paths["story"]
    page = opened(trip, first)
    until(lambda: any("/media/" in url for url in everything(page)))
    for number in range(8):
        opened(trip, path_of(long_story(stand["gazette"], f"long {number}", "The tide turned " * 12)))
    until(lambda: asked(page, "list")["bytes"] <= 260_000)
    assert first.lstrip("/") not in kept_pages(page)
    assert kept_pages(page)[0].endswith(path_of(stand["gazette"].stories.get(source_guid="long 7")).lstrip("/"))
    shown = page.content()  # a kept page may show the picture on the card of another story
    until(lambda: all(stem(url) in shown for url in everything(page) if "/media/" in url))


def test_the_stories_of_the_last_three_issues_are_kept(visit, stand):
    trip = visit()
    papers = ["gazette", "bahr", "plaza", "canal"]
    for paper in papers:
        page = trip.go(f"/en/p/{paper}/issues/2026-11-19/")
        for story in stand[paper].stories.all():
            wait_kept(page, path_of(story))
    until(lambda: "en/p/gazette/issues/2026-11-19/" not in kept_pages(page))
    assert not [story for story in stand["gazette"].stories.all() if path_of(story)[1:] in kept_pages(page)]
    story = stand["bahr"].stories.get(source_guid="bahr-0")
    without_network(page, trip.url + path_of(story))
    assert page.locator("article.story h1").inner_text() == story.headline
    assert page.evaluate(PICTURES_SHOWN)


def test_a_story_that_was_taken_down_is_forgotten_in_every_language(visit, stand, paths):
    trip = visit()
    opened(trip, "/ar" + paths["story"])
    page = opened(trip, "/en" + paths["story"])
    library.withdraw_story(stand["gazette"].stories.get(source_guid="gazette-0"))
    page.reload()
    until(lambda: not [path for path in kept_pages(page) if "/s/" in path])
    without_network(page)
    assert page.locator("h1").inner_text() == "No network"


def test_what_must_not_be_kept_is_not(visit, paths):
    trip = visit()
    page = opened(trip, "/en" + paths["story"])
    for path in ("/desk/login/", "/en/search/?q=river", "/en/nowhere/", "/ar/?remember"):
        trip.go(path, "networkidle")
    trip.go("/ar/publications/", "networkidle")
    wait_kept(page, "/ar/publications/")
    found = everything(page)
    assert not [
        url for url in found if any(part in url for part in ("/desk", "search", "nowhere", "remember", "admin"))
    ]
    assert not [text for text in trip.complaints if "404" not in text]


def test_the_language_switch_reaches_the_network(visit, paths):
    trip = visit()
    page = opened(trip, "/en" + paths["story"])
    page.locator(".languages summary").click()
    page.get_by_role("link", name="العربية", exact=True).click()
    assert page.locator("html").get_attribute("lang") == "ar"
    assert "remember" not in page.url
    assert {cookie["name"]: cookie["value"] for cookie in page.context.cookies()}["language"] == "ar"


def test_an_address_that_leads_on_does_so_with_and_without_a_network(visit, stand, paths):
    trip = visit()
    page = opened(trip, "/en" + paths["story"])
    story = stand["gazette"].stories.get(source_guid="gazette-0")
    trip.go(f"/en/s/{story.public_id}/")
    assert page.url == trip.url + "/en" + paths["story"]
    opened(trip, "/en/")
    for asked_for, shown in (
        (f"/en/s/{story.public_id}/", "/en" + paths["story"]),
        (f"/ar/s/{story.public_id}/{story.slug}/", "/en" + paths["story"]),
        ("/", "/en/"),
    ):
        without_network(page, trip.url + asked_for)
        assert page.url == trip.url + shown


def test_a_story_whose_address_changed_is_kept_once(visit, stand, paths):
    trip = visit()
    page = opened(trip, "/en" + paths["story"])
    story = stand["gazette"].stories.get(source_guid="gazette-0")
    story.slug = "another"
    story.save()
    opened(trip, path_of(story))
    until(lambda: [path for path in kept_pages(page) if "/s/" in path] == [path_of(story)[1:]])


def test_a_slow_stand_is_not_waited_for_when_there_is_a_copy(visit, paths, monkeypatch):
    page = opened(visit(), "/en" + paths["story"])
    found = story_view.found_story

    def slow(public_id):
        time.sleep(6)
        return found(public_id)

    monkeypatch.setattr(story_view, "found_story", slow)
    began = time.monotonic()
    page.reload()
    assert 2 < time.monotonic() - began < 6
    assert page.locator(".copied").count() == 1
    time.sleep(4)  # the answer still comes; it must find the stand in place


def test_a_broken_stand_is_stood_in_for_by_the_copy(visit, paths, monkeypatch):
    page = opened(visit(), "/en" + paths["story"])

    def broken(public_id):
        raise RuntimeError(public_id)

    monkeypatch.setattr(story_view, "found_story", broken)
    page.reload()
    assert page.locator("article.story h1").is_visible()
    assert page.locator(".copied").count() == 1


def test_a_page_is_asked_for_once_and_before_the_worker_wakes(visit, paths, monkeypatch):
    page = opened(visit(), "/en" + paths["story"])
    assert page.evaluate(
        "navigator.serviceWorker.ready.then(({navigationPreload}) => navigationPreload.getState())"
    ) == {"enabled": True, "headerValue": "true"}
    calls, found = [], story_view.found_story
    monkeypatch.setattr(story_view, "found_story", lambda public_id: calls.append(public_id) or found(public_id))
    page.reload(wait_until="networkidle")
    assert len(calls) == 1


def test_a_new_version_takes_over_and_what_was_kept_stays(visit, paths, monkeypatch):
    trip = visit()
    page = opened(trip, "/en" + paths["story"])
    until(lambda: any(url.endswith("/en/offline/") for url in everything(page)))
    (before,) = page.evaluate("caches.keys().then(all => all.filter(name => name.startsWith('shell-')))")
    monkeypatch.setattr(copies, "MOST_PAGES", 299)
    page.evaluate("navigator.serviceWorker.ready.then(registration => registration.update())")
    names = "caches.keys().then(all => all.sort())"
    until(lambda: (now := page.evaluate(names)) and len(now) == 2 and before not in now)
    until(lambda: any(url.endswith("/en/offline/") for url in everything(page)))
    assert kept_pages(page) == [("/en" + paths["story"])[1:]]
    without_network(page)
    assert page.locator("article.story h1").is_visible()


def test_without_scripts_or_storage_nothing_is_kept_and_nothing_breaks(visit, paths):
    for options, block in (({"java_script_enabled": False}, False), ({}, True)):
        trip = visit(**options)
        if block:
            trip.page.add_init_script(BLOCKED)
        for path in ("/en" + paths["story"], "/ar/saved/", "/ar/offline/"):
            page = trip.go(path, "networkidle")
            assert page.locator("h1").is_visible()
            assert page.locator("[data-kept-pages]").count() == 0 or page.locator("[data-kept-pages]").is_hidden()
        assert trip.complaints == []
