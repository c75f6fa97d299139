"""Space: nothing cut off, nothing beyond the window's edge, nothing too small to press."""

from __future__ import annotations

from playwright.sync_api import Page
from tests.browser.checks.asking import ask

MEANT_TO_CUT = ".share__address"
"""An address that can be scrolled in its field."""

_SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
p { margin-block-end: 2em !important }"""
_ADOPT = """css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = [sheet];
}"""
_TEXT_ZOOM = "share => document.documentElement.style.setProperty('font-size', share)"


def sideways(page: Page) -> list[str]:
    """Return how far the page scrolls sideways, and what makes it so."""
    return ask(page, "sideways")


def clipped(page: Page) -> list[str]:
    """Return boxes that cut off their text."""
    return ask(page, "boxes", {"meant": MEANT_TO_CUT})


def small_targets(page: Page) -> list[str]:
    """Return controls that are too small for a finger."""
    return ask(page, "targets")


def reflow(page: Page) -> list[str]:
    """Return what does not fit: a narrow window, a page at 400 %, text at 200 %, text spaced as WCAG 1.4.12 asks."""
    found = []
    for name, size, share, css in (
        ("320 px", (320, 800), "", ""),
        ("768 px", (768, 900), "", ""),
        ("zoom 400 %", (320, 256), "", ""),
        ("spaced, 320 px", (320, 800), "", _SPACED),
        ("spaced", (1280, 900), "", _SPACED),
        ("text 200 %", (640, 900), "200%", ""),
        ("text 200 %, wide", (1280, 900), "200%", ""),
    ):
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.evaluate(_TEXT_ZOOM, share)
        page.evaluate(_ADOPT, css)
        found += [f"{name}: {complaint}" for complaint in sideways(page) + clipped(page)]
    page.evaluate(_TEXT_ZOOM, "")
    page.evaluate(_ADOPT, "")
    return found
