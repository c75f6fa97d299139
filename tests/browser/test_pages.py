"""What a reader's browser makes of the stand: in both languages, both themes, any width, with and without scripts."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LANGUAGES = ("en", "ar")
NOT_FOUND = "status of 404"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_refused_and_nobody_else_is_asked(visit, paths, language, live_server):
    trip = visit()
    for path in paths.values():
        trip.go(f"/{language}{path}", "networkidle")
    assert [text for text in trip.complaints if NOT_FOUND not in text] == []
    assert [url for url in trip.asked if not url.startswith(live_server.url)] == []
    assert any("/media/" in url for url in trip.asked)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_mirrored_with_its_language(visit, language):
    page = visit().go(f"/{language}/")
    mark, chooser = page.locator(".masthead__mark").bounding_box(), page.locator(".languages").bounding_box()
    assert (mark["x"] < chooser["x"]) == (language == "en")
    headline = page.locator(".seconds article[dir=rtl] h2, .lead article[dir=rtl] h2").first
    assert headline.evaluate("e => getComputedStyle(e).direction") == "rtl"
    latin = page.locator("article[lang=es] h2").first
    assert latin.evaluate("e => getComputedStyle(e).direction") == "ltr"
    assert latin.evaluate("e => getComputedStyle(e).fontFamily").startswith('"Kushk Serif"')


def test_the_faces_are_the_stands_own(visit, paths):
    trip = visit()
    page = trip.go("/ar" + paths["arabic-story"], "networkidle")
    assert page.evaluate("document.fonts.check('20px \"Kushk Naskh\"', 'كشك')")
    fonts = [url for url in trip.asked if url.endswith(".woff2")]
    assert any("noto-naskh-arabic" in url for url in fonts)
    assert page.locator("article.story h1").evaluate("e => getComputedStyle(e).fontFamily").startswith('"Kushk Naskh"')
    trip.asked.clear()
    trip.go("/en" + paths["search"], "networkidle")
    assert not [url for url in trip.asked if "cyrillic" in url or "greek" in url or "vietnamese" in url]


def test_the_stripes_are_the_publications_own(visit, paths):
    page = visit().go("/en" + paths["story"])
    assert (
        page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--stripe-start').trim()")
        == "#7b1e3a"
    )
    page = visit(color_scheme="dark").go("/en" + paths["story"])
    accent = page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()")
    assert accent != "#7b1e3a"


def test_a_story_prints_without_the_furniture(visit, paths):
    page = visit().go("/en" + paths["story"])
    page.emulate_media(media="print")
    assert not page.locator(".masthead__nav").is_visible()
    assert not page.locator(".more").is_visible()
    assert page.locator("article.story h1").is_visible()


def test_the_desk_runs_under_the_policy(visit, admin_user):
    trip = visit()
    page = trip.go("/desk/")
    page.locator("#id_username:focus").wait_for()  # Chromium complains when somebody is quicker than its autofocus
    page.fill("#id_username", "admin")
    page.fill("#id_password", "password")
    page.locator("[type=submit]").click()
    for path in ("/desk/library/source/", "/desk/library/story/", "/desk/library/publication/"):
        trip.go(path)
        page.wait_for_function(
            "() => document.activeElement.matches('[autofocus]') || !document.querySelector('[autofocus]')"
        )
        page.locator("#result_list tbody th a").first.click()
        page.wait_for_load_state("networkidle")
        assert page.locator("#content h1, #content-main").first.is_visible()
    trip.picture("desk")
    assert [text for text in trip.complaints if NOT_FOUND not in text] == []
