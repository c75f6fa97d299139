"""How long a story was on the screen: told when the page goes away, and no more than the whole of it."""

from __future__ import annotations

import pytest

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

AHEAD = """
window.told = [];
navigator.sendBeacon = (path, body) => window.told.push([path, JSON.parse(body)]);
let ahead = 0;
const real = performance.now.bind(performance);
performance.now = () => real() + ahead * 1000;
window.later = (seconds) => {
  ahead += seconds;
  dispatchEvent(new Event("pagehide"));
  document.dispatchEvent(new Event("visibilitychange"));
};
"""


def test_a_story_is_told_once_however_often_somebody_comes_back(visit, paths):
    page = visit().go(f"/en{paths['story']}")
    page.add_init_script(AHEAD)
    page.reload()
    whole = int(page.locator("article[data-story]").get_attribute("data-seconds"))
    assert whole > 10
    page.wait_for_function("() => { later(6); return told.length > 0 }")
    for _ in range(10):
        page.evaluate(f"later({whole})")
    told = page.evaluate("told")
    assert sum(each["seconds"] for _, each in told) <= whole
    assert sum(each["seconds"] for _, each in told) > whole - 5
    assert {path.split("/")[1] for path, _ in told} == {"read"}
    assert {each["kind"] for _, each in told} == {"read"}
