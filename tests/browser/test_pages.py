"""What a reader's browser makes of the stand: in both languages, both themes, any width, with and without scripts."""
# ruff: noqa: E501 - scripts and expectations read best on one line

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

LANGUAGES = ("en", "ar")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag2aaa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
NOT_FOUND = "status of 404"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing(visit, paths, language, scheme):
    trip = visit(color_scheme=scheme)
    found = {}
    for name, path in paths.items():
        page = trip.go(f"/{language}{path}")
        trip.picture(f"{name}-{language}-{scheme}")
        violations = Axe().run(page, options=RULES).response["violations"]
        if violations:
            found[name] = [(each["id"], [node["html"][:160] for node in each["nodes"]][:3]) for each in violations]
    assert found == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_refused_and_nobody_else_is_asked(visit, paths, language, live_server):
    trip = visit()
    for path in paths.values():
        trip.go(f"/{language}{path}", "networkidle")
    assert [text for text in trip.complaints if NOT_FOUND not in text] == []
    assert [url for url in trip.asked if not url.startswith(live_server.url)] == []
    assert any("/media/" in url for url in trip.asked)


@pytest.mark.parametrize("width", [320, 390, 768])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_scrolls_sideways(visit, paths, language, width):
    trip = visit(width, 800)
    wide = {}
    for name, path in paths.items():
        page = trip.go(f"/{language}{path}")
        if width == 390:
            trip.picture(f"{name}-{language}-phone")
        across = page.evaluate("document.scrollingElement.scrollWidth")
        if across > width:
            wide[name] = across
    assert wide == {}


def test_text_may_be_twice_as_large_and_spaced_out(visit, paths):
    trip = visit(640, 900)
    spacing = "* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }"
    for language in LANGUAGES:
        for name, path in paths.items():
            page = trip.go(f"/{language}{path}")
            page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
            page.evaluate(
                "css => { const s = new CSSStyleSheet(); s.replaceSync(css); document.adoptedStyleSheets = [s] }",
                spacing,
            )
            assert page.evaluate("document.scrollingElement.scrollWidth") <= 640, name


TAB_STOP = """() => {
    const at = document.activeElement;
    if (!at || at === document.body) return null;
    const box = at.getBoundingClientRect(), style = getComputedStyle(at);
    const outer = at.closest('.paper') || at, ring = getComputedStyle(outer);
    const inside = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
    return {name: (at.innerText || at.getAttribute('aria-label') || at.value || '').trim(), tag: at.tagName,
            outline: Math.max(parseFloat(style.outlineWidth) || 0, parseFloat(ring.outlineWidth) || 0),
            line: style.outlineStyle !== 'none' || ring.outlineStyle !== 'none',
            width: box.width, height: box.height, seen: box.width === 0 || !inside || at.contains(inside) || inside.contains(at)};
}"""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["home", "story", "search"])
def test_every_control_is_reached_by_tab_and_seen(visit, paths, language, name):
    page = visit().go(f"/{language}{paths[name]}")
    wanted = page.evaluate(
        "[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex=\"0\"]')]"
        ".filter(e => e.checkVisibility()).length"
    )
    stops = []
    for _ in range(wanted + 10):
        page.keyboard.press("Tab")
        stop = page.evaluate(TAB_STOP)
        if stop is None:
            break
        stops.append(stop)
    assert len(stops) >= wanted
    assert stops[0]["name"] == {"en": "Skip to content", "ar": "الانتقال إلى المحتوى"}[language]
    for stop in stops:
        assert stop["line"], stop
        assert stop["outline"] >= 2 or stop["tag"] == "INPUT", stop
        assert stop["seen"], stop


def test_the_skip_link_leads_to_the_content(visit, paths):
    page = visit().go("/en" + paths["story"])
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "content"


def test_targets_are_large_enough_for_a_thumb(visit, paths):
    small = """[...document.querySelectorAll('nav a, .footer a, button, input, select, summary, .onward a, .masthead__mark')]
        .filter(e => e.checkVisibility())
        .map(e => [e.innerText || e.name, e.getBoundingClientRect()])
        .filter(([, box]) => box.height < 43.5 || box.width < 43.5).map(([name]) => name)"""
    trip = visit(390, 800)
    for language in LANGUAGES:
        for name, path in paths.items():
            assert trip.go(f"/{language}{path}").evaluate(small) == [], name


def test_all_of_it_works_without_scripts(visit, paths):
    trip = visit(java_script_enabled=False)
    page = trip.go("/en/")
    page.get_by_role("link", name="العربية", exact=True).click()
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


def test_forced_colours_and_no_motion_are_obeyed(visit, paths):
    page = visit(forced_colors="active", reduced_motion="reduce").go("/en" + paths["story"])
    assert page.locator("article.story h1").is_visible()
    assert page.evaluate(
        "[...document.querySelectorAll('*')].every(e => parseFloat(getComputedStyle(e).transitionDuration) === 0)"
    )


def test_the_desk_runs_under_the_policy(visit, admin_user):
    trip = visit()
    page = trip.go("/desk/")
    page.fill("#id_username", "admin")
    page.fill("#id_password", "password")
    page.locator("[type=submit]").click()
    for path in ("/desk/library/source/", "/desk/library/story/", "/desk/library/publication/"):
        trip.go(path)
        page.locator("#result_list tbody th a").first.click()
        page.wait_for_load_state("networkidle")
        assert page.locator("#content h1, #content-main").first.is_visible()
    trip.picture("desk")
    assert [text for text in trip.complaints if NOT_FOUND not in text] == []
