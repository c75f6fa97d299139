"""Ways to look at a page: forced colours, less motion, no scripts; and fields that everybody can name."""

from __future__ import annotations

from playwright.sync_api import Page
from tests.browser.checks.asking import ask


def unlabelled(page: Page) -> list[str]:
    """Return fields without a label."""
    return ask(page, "unlabelled")


def unseen(page: Page) -> list[str]:
    """Return what cannot be told from its ground under forced colours."""
    return ask(page, "unseen")


def moving(page: Page) -> list[str]:
    """Return what moves, or would."""
    return ask(page, "moving")


def dead(page: Page) -> list[str]:
    """Return controls that do nothing without scripts."""
    return ask(page, "dead")


def missing_glyphs(page: Page) -> list[str]:
    """Return letters that would be drawn as empty boxes."""
    return ask(page, "glyphs")
