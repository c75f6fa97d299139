"""The suite sees what it is there to see: ten faults, put one at a time into a page that has none."""
# ruff: noqa: E501 - a fault reads best on one line

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import pytest
from playwright.sync_api import Page
from tests.browser.checks.axe import axe
from tests.browser.checks.boxes import clipped, reflow, sideways, small_targets
from tests.browser.checks.keyboard import focus_faults, pointer_only, tab_walk, unreached
from tests.browser.checks.modes import dead, missing_glyphs, moving, unlabelled, unseen
from tests.browser.checks.words import left_in_english, pieces, said_twice, strays, wrong_plurals

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PICTURE_WIDTH = 300
Check = Callable[[Page], list[str]]


class Fault(NamedTuple):
    """A fault as a script that makes it, the check that must see it, and what the complaint must name."""

    made: str
    check: Check
    said: str
    width: int = 1280
    language: str = "en"
    scripts: bool = True


def check_strays(page: Page) -> list[str]:
    return strays(pieces(page))


def check_twice(page: Page) -> list[str]:
    return said_twice(pieces(page))


def check_plurals(page: Page) -> list[str]:
    return wrong_plurals(pieces(page), page.evaluate("document.documentElement.lang"))


def check_english(page: Page) -> list[str]:
    return left_in_english(page, pieces(page), page.evaluate("document.documentElement.lang"))


def check_keyboard(page: Page) -> list[str]:
    return focus_faults(tab_walk(page)) + unreached(page)


FAULTS = {
    "nonsense Arabic in an English page": Fault("document.querySelector('.more h2').textContent = 'يحاول ذهب - حر'", check_strays, "يحاول"),
    "a name printed twice": Fault("document.querySelector('.nameplate__name').prepend(Object.assign(new Image(24, 24), {alt: 'The Ferry Gazette'}))", check_twice, "Ferry Gazette"),
    "1 mins": Fault("document.querySelector('.story .facts .count').textContent = '1 mins'", check_plurals, "1 mins"),
    "small targets": Fault("document.querySelector('[data-tool=larger]').style.cssText = 'min-inline-size: 0; min-block-size: 0; inline-size: 20px; block-size: 20px; padding: 0'", small_targets, "20×20"),
    "an unmarked quotation": Fault("document.querySelector('.body p').append(' The captain said: ”إنها تعرف الطريق“.')", check_strays, "إنها تعرف الطريق"),
    "a fixed width": Fault("document.querySelector('.standfirst').style.inlineSize = '600px'", sideways, "standfirst", 320),
    "clipped text": Fault("document.querySelector('.standfirst').style.cssText = 'block-size: 1.2em; overflow: hidden'", clipped, "standfirst"),
    "low contrast": Fault("document.querySelector('.byline').style.color = '#aaa'", axe, "color-contrast"),
    "an input without a label": Fault("document.querySelector('.find input').removeAttribute('aria-label'); document.querySelector('.find input').placeholder = 'Search'", unlabelled, "name=q"),
    "a div as a button": Fault("document.querySelector('.byline').after(Object.assign(document.createElement('div'), {className: 'made', textContent: 'Listen'})); document.querySelector('.made').addEventListener('click', () => {})", pointer_only, "made"),
    # Beyond the ten: what else the suite is relied on for.
    "English in a French page": Fault("document.querySelector('.tool__word').textContent = 'Share'", check_english, "Share", language="fr"),
    "English in an attribute of a French page": Fault("document.querySelector('.tools').setAttribute('aria-label', 'Tools for this story')", check_english, "Tools", language="fr"),
    "the wrong Arabic dual": Fault("document.querySelector('.story .facts .count').textContent = '2 دقيقتين'", check_plurals, "دقيقتين", language="ar"),
    "a pointer without a key": Fault("document.querySelector('.byline').style.cursor = 'pointer'", pointer_only, "byline"),
    "a stop that Tab leaves out": Fault("document.querySelector('.origin a').tabIndex = -1", check_keyboard, "never reached"),
    "no focus ring": Fault("document.querySelector('.origin a').style.outline = 'none'", check_keyboard, "thin focus ring"),
    "a faint focus ring": Fault("document.querySelector('.origin a').style.outlineColor = '#eee'", check_keyboard, "faint focus ring"),
    "a bar over the focus": Fault("document.querySelector('.origin').after(Object.assign(document.createElement('div'), {className: 'bar'})); document.querySelector('.bar').style.cssText = 'position: fixed; inset: 0; z-index: 9'", check_keyboard, "covered by"),
    "a button without effect": Fault("document.querySelector('[data-tool=save]').hidden = false", dead, "does nothing", scripts=False),
    "something that moves": Fault("document.querySelector('h1').animate([{opacity: 0}, {opacity: 1}], 60000)", moving, "moves"),
    "a letter without a glyph": Fault("document.querySelector('.byline').textContent = '\\u{1FFFF}\\u{16A40}\\u{1E7F0}'", missing_glyphs, "no glyph"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_caught_by_its_check_and_a_good_page_is_not(visit, paths, name):
    fault = FAULTS[name]
    page = visit(fault.width, 800, reduced_motion="reduce", java_script_enabled=fault.scripts).go(
        f"/{fault.language}{paths['story']}"
    )
    assert fault.check(page) == []
    page.evaluate(f"() => {{ {fault.made} }}")
    assert any(fault.said in complaint for complaint in fault.check(page))


def test_text_that_vanishes_under_forced_colours_is_caught(visit, paths):
    page = visit(forced_colors="active").go(f"/en{paths['story']}")
    assert unseen(page) == []
    page.evaluate(
        "document.querySelector('.byline').style.cssText = 'forced-color-adjust: none; color: #fff; background: #fff'"
    )
    assert any("text cannot be seen" in complaint and "Nora Quill" in complaint for complaint in unseen(page))


def test_what_breaks_with_spacing_alone_is_caught(visit, paths):
    page = visit().go(f"/en{paths['story']}")
    page.evaluate(
        "document.querySelector('.byline').style.cssText = 'inline-size: fit-content; block-size: 1.7em; white-space: nowrap; overflow: clip; max-inline-size: 5.6em'"
    )
    assert any("spaced" in complaint and "byline" in complaint for complaint in reflow(page))


@pytest.mark.parametrize("name", ["home", "story"])
def test_a_good_page_is_blamed_by_no_check(visit, paths, name):
    page = visit(reduced_motion="reduce").go(f"/en{paths[name]}")
    checks = (axe, sideways, clipped, small_targets, check_strays, check_twice, check_plurals, check_english)
    checks += (check_keyboard, pointer_only, unlabelled, missing_glyphs, moving, reflow)
    assert {check.__name__: complaints for check in checks if (complaints := check(page))} == {}
