"""Listening in a real browser: a click and it sounds, the word that sounds is marked, any sentence is a click away."""

from __future__ import annotations

import pytest
from tests.browser.checks.axe import axe
from tests.browser.checks.boxes import clipped, sideways, small_targets
from tests.browser.checks.held import assert_none

from kushk.library import api as library
from kushk.renditions.narration import api as narration

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PICTURE_WIDTH = 300

NOTE = """() => {
  const play = HTMLMediaElement.prototype.play;
  HTMLMediaElement.prototype.play = function () { window.sounding = this; return play.call(this); };
}"""
NOW = "(window.sounding?.currentTime ?? 0)"
MARKED = "String([...(CSS.highlights.get('{}') ?? [''])][0])"


@pytest.fixture(autouse=True)
def tones(settings, tmp_path, monkeypatch):
    """The engine of tones: every word lasts as long as every other, so that times are known beforehand."""
    settings.DATA = tmp_path
    monkeypatch.setenv("KUSHK_SPEECH", "null")
    narration.forget_engines()
    yield
    narration.forget_engines()


@pytest.fixture
def hear(visit, paths):
    def start(path: str = "story", language: str = "en", **options):
        page = visit(**options).go(f"/{language}{paths[path]}")
        page.evaluate(NOTE)
        page.locator("[data-tool=listen]").click()
        page.wait_for_function(f"() => {NOW} > 0.05")
        return page

    return start


def marked(page, name: str = "kushk-word") -> str:
    return page.evaluate(MARKED.format(name))


def test_a_click_sounds_and_the_word_that_sounds_is_marked(hear):
    page = hear()
    headline = page.locator("h1").inner_text()
    page.wait_for_function("() => CSS.highlights.has('kushk-word')")
    assert marked(page, "kushk-sentence") == headline
    first = marked(page)
    page.wait_for_function(f"(first) => {MARKED.format('kushk-word')} !== first", arg=first)
    heard = page.evaluate(
        f"""async () => {{
          const {{ story }} = document.querySelector("article").dataset;
          const {{ lines }} = await (await fetch(`/audio/${{story}}/timeline.json`)).json();
          const now = {NOW}, word = {MARKED.format("kushk-word")};
          const cue = lines[0].words.findLast(([, , begins]) => begins <= now);
          return [word, document.querySelector("h1").innerText.slice(cue[0], cue[1])];
        }}"""
    )
    assert heard[0] == heard[1]
    assert not page.locator("h1 span span").count()  # the page's own elements are untouched


@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_button_does_what_it_says(hear, language):
    page = hear(language=language)
    press = lambda name: page.locator(f"[data-player={name}]").click()  # noqa: E731
    press("next")
    page.wait_for_function(f"() => {NOW} > 1")
    after = page.evaluate(NOW)
    press("previous")
    press("previous")
    page.wait_for_function(f"(after) => {NOW} < after", arg=after)
    press("forward")
    page.wait_for_function(f"() => {NOW} >= 15")
    press("back")
    page.wait_for_function(f"() => {NOW} < 10")
    page.locator("[data-player=speed]").select_option("2")
    assert page.evaluate("window.sounding.playbackRate") == 2
    said = page.locator("[data-player=place]").get_attribute("aria-valuetext")
    assert any(map(str.isdigit, said))
    assert "{" not in said
    press("play")
    page.wait_for_function("() => window.sounding.paused")
    press("close")
    assert page.locator(".player").count() == 0
    assert page.evaluate("document.activeElement.dataset.tool") == "listen"
    assert page.evaluate("CSS.highlights.size") == 0


def test_a_click_on_a_sentence_is_heard_from_there_and_the_place_is_kept(hear):
    page = hear()
    sentence = page.locator(".body p").nth(1).locator("[id^='s1-']").first
    wanted, id_ = sentence.inner_text(), sentence.get_attribute("id")
    sentence.click(position={"x": 3, "y": 3})
    page.wait_for_function(f"(wanted) => {MARKED.format('kushk-sentence')} === wanted", arg=wanted)
    page.locator("[data-player=play]").click()
    page.reload()
    page.locator(".player").wait_for()
    page.evaluate(NOTE)
    page.locator("[data-player=play]").click()
    page.wait_for_function("() => CSS.highlights.has('kushk-sentence')")
    assert page.evaluate("[...CSS.highlights.get('kushk-sentence')][0].startContainer.id") == id_


def test_the_player_yields_to_a_reader_who_scrolls(hear):
    page = hear()
    page.mouse.move(400, 400)
    page.mouse.wheel(0, 300)
    page.locator("[data-player=return]").wait_for(state="visible")
    page.locator("[data-player=return]").click()
    page.locator("[data-player=return]").wait_for(state="hidden")


def test_the_next_story_of_an_issue_starts_by_itself(visit, paths):
    page = visit().go(f"/en{paths['issue']}")
    page.evaluate(NOTE)
    page.locator("[data-listen-issue]").click()
    page.wait_for_function(f"() => {NOW} > 0.05")
    first = page.locator(".player__title").inner_text()
    for _ in range(2):  # the length is exact once the last line is there
        page.evaluate(f"window.sounding.currentTime = window.sounding.duration - 0.2; {NOW}")
        page.wait_for_timeout(1500)
        if page.locator(".player__title").inner_text() != first:
            break
    page.wait_for_function("(first) => document.querySelector('.player__title').innerText !== first", arg=first)
    page.wait_for_function(f"() => !window.sounding.paused && {NOW} > 0.05")


def test_keys_work_in_the_player_and_nowhere_else(hear):
    page = hear()
    page.locator("body").press("k")
    assert not page.evaluate("window.sounding.paused")
    page.locator("[data-player=next]").press("k")
    page.wait_for_function("() => window.sounding.paused")


@pytest.mark.parametrize(("width", "look"), [(1280, "light"), (375, "dark")])
def test_the_open_player_is_for_everybody(hear, width, look):
    page = hear(width=width, height=800, color_scheme=look)
    page.locator("[data-player=play]").click()
    found = {"axe": axe(page), "sideways": sideways(page), "clipped": clipped(page), "targets": small_targets(page)}
    assert_none(found)


def test_without_scripts_the_plain_file_plays(visit, paths):
    page = visit(java_script_enabled=False).go(f"/en{paths['story']}")
    assert page.locator("audio[controls]").is_visible()
    assert page.locator("audio").get_attribute("src").endswith(".mp3")
    assert page.locator(".hear__file").is_visible()
    assert not page.locator("[data-tool=listen]").is_visible()


def test_a_story_that_may_not_be_heard_says_so(visit, paths, stand):
    library.Rights.objects.update(speak=False)
    page = visit().go(f"/en{paths['story']}")
    assert page.locator("[data-tool=listen]").count() == 0
    assert page.locator(".hear--none").inner_text() == "This story may not be read aloud."
