"""The keyboard: where Tab leads, whether the focus is seen there, and what it never reaches."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page
from tests.browser.checks.asking import ask

RING = 2.0
"""Least width of the focus ring in pixels (WCAG 2.4.13)."""

RING_CONTRAST = 3.0
MOST_STOPS = 200
PRESSES = {"click", "mousedown", "mouseup", "pointerdown", "pointerup", "touchstart"}
_NOTE = "function() { (window.kushkListening ??= new Set()).add(this) }"


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where Tab leads."""

    name: str
    role: str
    what: str
    toolbar: bool
    ring: float
    contrast: float
    covered: bool
    by: str


def tab_walk(page: Page, key: str = "Tab") -> list[Stop]:
    """Press a key until the page has been walked through; return every stop."""
    page.evaluate("window.kushkWalked = new Set()")
    stops = []
    for _ in range(MOST_STOPS):
        page.keyboard.press(key)
        found = ask(page, "stop")
        if found is None:
            return stops
        if not found.get("inside"):
            stops.append(Stop(**found))
    raise AssertionError(f"more than {MOST_STOPS} stops")


def focus_faults(stops: list[Stop]) -> list[str]:
    """Return stops without a name, and those where the focus cannot be seen."""
    found = [f"stop without a name: {stop.what}" for stop in stops if not stop.name and stop.role != "group"]
    found += [f"thin focus ring ({stop.ring} px): {stop.what}" for stop in stops if stop.ring < RING]
    found += [
        f"faint focus ring ({stop.contrast:.1f}:1): {stop.what}"
        for stop in stops
        if stop.ring and stop.contrast < RING_CONTRAST
    ]
    return found + [f"focus covered by {stop.by}: {stop.what}" for stop in stops if stop.covered]


def unreached(page: Page) -> list[str]:
    """Return controls that a walk missed; to be asked after ``tab_walk``."""
    return ask(page, "unreached")


def pointer_only(page: Page) -> list[str]:
    """Return what can be pressed by a pointer, but neither focused nor pressed by key."""
    _note_listeners(page)
    return ask(page, "pressable")


def _note_listeners(page: Page) -> None:
    """Note on the page which elements scripts listen on for a press: only the browser's debugger can tell."""
    session = page.context.new_cdp_session(page)
    whole = session.send("Runtime.evaluate", {"expression": "document"})["result"]["objectId"]
    found = session.send("DOMDebugger.getEventListeners", {"objectId": whole, "depth": -1})["listeners"]
    session.send("DOM.enable")
    session.send("DOM.getDocument")
    for node in {each["backendNodeId"] for each in found if each["type"] in PRESSES and "backendNodeId" in each}:
        element = session.send("DOM.resolveNode", {"backendNodeId": node})["object"]["objectId"]
        session.send("Runtime.callFunctionOn", {"objectId": element, "functionDeclaration": _NOTE})
    session.detach()
