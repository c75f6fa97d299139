"""The row of tools above a story: one Tab stop, arrows that follow the eye, sizes that change at once and stay."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TOOL = "document.activeElement.dataset.tool"
BODY_SIZE = "parseFloat(getComputedStyle(document.querySelector('.body')).fontSize)"


def names(page) -> list[str]:
    return page.locator(".tool:visible").evaluate_all("all => all.map(e => e.dataset.tool)")


@pytest.mark.parametrize(
    ("language", "onward", "back"), [("en", "ArrowRight", "ArrowLeft"), ("ar", "ArrowLeft", "ArrowRight")]
)
def test_arrows_follow_the_eye(visit, paths, language, onward, back):
    page = visit().go(f"/{language}{paths['story']}")
    order = names(page)
    assert page.locator(".tools [tabindex='0']").count() == 1
    page.locator(".tool:visible").first.focus()
    seen = [page.evaluate(TOOL)]
    for _ in order[1:]:
        page.keyboard.press(onward)
        seen.append(page.evaluate(TOOL))
    assert seen == order
    page.keyboard.press(onward)
    assert page.evaluate(TOOL) == order[0]
    page.keyboard.press(back)
    assert page.evaluate(TOOL) == order[-1]
    page.keyboard.press("Home")
    assert page.evaluate(TOOL) == order[0]
    page.keyboard.press("End")
    assert page.evaluate(TOOL) == order[-1]
    tops = page.locator(".tool:visible").evaluate_all("all => all.map(e => e.getBoundingClientRect().x)")
    assert tops == sorted(tops, reverse=language == "ar")


def test_the_hidden_link_leads_to_the_first_tool(visit, paths):
    page = visit().go(f"/en{paths['story']}")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the tools"
    page.keyboard.press("Enter")
    assert page.evaluate(TOOL) == names(page)[0]


def test_text_grows_at_once_and_stays_large(visit, paths):
    trip = visit()
    page = trip.go(f"/en{paths['story']}", "networkidle")
    usual = page.evaluate(BODY_SIZE)
    asked = len(trip.asked)
    page.locator("[data-tool=larger]").click()
    grown = page.evaluate(BODY_SIZE)
    assert grown == pytest.approx(usual * 1.125, rel=0.01)
    page.wait_for_function("() => document.querySelectorAll('#reading').length === 1")
    assert all("/reading.css?" in url for url in trip.asked[asked:])
    assert page.locator("#told").inner_text() == "Text size: 112.5%"
    page = trip.go(f"/en{paths['arabic-story']}")
    assert page.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--text-size')").strip() == "1"
    assert page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)") == 18


def test_text_size_ends_at_three_hundred(visit, paths):
    page = visit().go(f"/en{paths['story']}")
    usual = page.evaluate(BODY_SIZE)
    larger = page.locator("[data-tool=larger]")
    for _ in range(10):
        larger.dispatch_event("click")
    assert larger.get_attribute("aria-disabled") == "true"
    assert page.evaluate(BODY_SIZE) == pytest.approx(usual * 3, rel=0.02)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= 1280


def test_text_grows_without_a_script(visit, paths):
    trip = visit(java_script_enabled=False)
    page = trip.go(f"/en{paths['story']}")
    before = page.locator(".body").bounding_box()["height"]
    page.locator("[data-tool=larger]").click()
    page.wait_for_load_state()
    assert page.url.endswith(paths["story"])
    assert page.locator(".body").bounding_box()["height"] > before
    assert not page.locator("[data-tool=save]").is_visible()


def test_the_tools_rest_at_the_bottom_of_a_phone(visit, paths):
    page = visit(390, 844).go(f"/en{paths['story']}")
    box = page.locator(".tools").bounding_box()
    assert box["y"] + box["height"] == pytest.approx(844, abs=1)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    last = page.locator(".footer a").last.bounding_box()
    assert last["y"] + last["height"] <= box["y"]


def test_every_tool_is_large_enough_and_none_is_cut_at_the_narrowest(visit, paths):
    for language in ("en", "ar"):
        page = visit(320, 640).go(f"/{language}{paths['story']}")
        boxes = page.locator(".tool:visible").evaluate_all(
            "all => all.map(e => { const b = e.getBoundingClientRect(); return [b.width, b.height, b.left, b.right] })"
        )
        assert all(width >= 44 and height >= 44 and left >= 0 and right <= 320 for width, height, left, right in boxes)
