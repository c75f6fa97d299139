"""axe-core finds nothing: every page in five looks, in both directions, and in the other scripts in one each."""

from __future__ import annotations

import pytest
from tests.browser.checks.axe import axe
from tests.browser.checks.held import assert_none
from tests.browser.checks.modes import unseen

from kushk.base.locale import INTERFACES

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PICTURE_WIDTH = 300
LOOKS = ("light", "sepia", "dark", "contrast", "forced")
"""Four themes that can be chosen, and the colours that a system forces upon every page."""
SEEN = [
    *((language, look) for language in ("en", "ar") for look in LOOKS),
    *(("ur", "dark"), ("hi", "forced"), ("zh", "sepia"), ("de", "contrast")),
]
"""Colours do not depend on the language, so that one look of the other scripts is enough."""

OPEN = "document.querySelector('{part}').{way}"
PARTS = {".languages": "open = true", "#share": "showPopover()"}
"""What is shut at first, and how it opens."""


def faults(page, look: str, within: str | None = None) -> list[str]:
    forced = look == "forced"
    return axe(page, within, contrast=not forced) + (unseen(page) if forced else [])


def visit_in(visit, look: str):
    if look == "forced":
        return visit(forced_colors="active")
    trip = visit()
    trip.choose(theme=look)
    return trip


def test_the_languages_exist():
    assert {language for language, _ in SEEN} <= set(INTERFACES)


@pytest.mark.parametrize(("language", "look"), SEEN)
def test_axe_finds_nothing(visit, paths, language, look):
    trip = visit_in(visit, look)
    found = {}
    for name, path in paths.items():
        page = trip.go(f"/{language}{path}")
        trip.picture(f"{name}-{language}-{look}")
        found[name] = faults(page, look)
        if name == "story":
            for part, way in PARTS.items():
                page.evaluate(OPEN.format(part=part, way=way))
                found[f"story, {part}"] = faults(page, look, part)
    assert_none(found)


@pytest.mark.parametrize("look", ["light", "dark", "forced"])
def test_axe_finds_nothing_on_a_phone_or_on_a_dark_device(visit, paths, look):
    """The toolbar rests at the bottom there; and high contrast has a dark form that only a device asks for."""
    options = {"forced": {"forced_colors": "active", "color_scheme": "dark"}, "dark": {"contrast": "more"}}
    trip = visit(390, 800, **{"color_scheme": look.replace("forced", "dark"), **options.get(look, {})})
    found = {}
    for language in ("en", "ar"):
        for name in ("home", "story", "settings", "publication"):
            found[f"{name}-{language}"] = faults(trip.go(f"/{language}{paths[name]}"), look)
    assert_none(found)
