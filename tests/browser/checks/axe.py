"""axe-core's rules: WCAG 2.2 A and AA, best practice, and two of AAA that a page can be held to by machine."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

_OPTIONS: dict[str, Any] = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "rules": {
        "color-contrast-enhanced": {"enabled": True},
        "target-size": {"enabled": True},
        "image-redundant-alt": {"enabled": True},
        "identical-links-same-purpose": {"enabled": True},
    },
    "resultTypes": ["violations"],
}
_NO_CONTRAST = {rule: {"enabled": False} for rule in ("color-contrast", "color-contrast-enhanced")}
_RUN = "([within, options]) => axe.run(within ?? document, options).then(found => found.violations)"
_LOADED = "typeof axe === 'object'"
_SCRIPT = Axe().axe_script


def axe(page: Page, within: str | None = None, *, contrast: bool = True) -> list[str]:
    """Return what axe finds on the page, or within what a selector selects; its script is loaded once a page.

    Under forced colours axe cannot judge contrast: it reads the fill of the text, which Chromium reports as it was
    before colours were forced. There ``modes.unseen`` does.
    """
    if not page.evaluate(_LOADED):
        page.evaluate(_SCRIPT)
    rules = _OPTIONS["rules"] if contrast else {**_OPTIONS["rules"], **_NO_CONTRAST}
    violations = page.evaluate(_RUN, [within, {**_OPTIONS, "rules": rules}])
    return [f"{each['id']}: {node['html'][:160]}" for each in violations for node in each["nodes"][:3]]
