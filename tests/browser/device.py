"""What the tests of the device share: words in a language, the worker at work, what it has kept."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

from playwright.sync_api import Page
from tests.functional.reader.building import FULL

from kushk.core.compose import compose
from kushk.core.draft import paragraph
from kushk.library import api as library
from kushk.reader.scripting import script_words

BLOCKED = """
for (const name of ["localStorage", "sessionStorage", "indexedDB", "caches"])
    Object.defineProperty(window, name, { get() { throw new DOMException("blocked", "SecurityError"); } });
delete Navigator.prototype.serviceWorker;
"""
"""A browser that forbids pages to keep anything."""


def said(key: str, language: str, **values: str) -> str:
    """Return what a script says."""
    text = script_words(language)[key]
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def until(holds: Callable[[], Any], seconds: float = 15) -> Any:
    """Wait until something holds and return it; pages forbid the driver to wait inside them."""
    end = time.monotonic() + seconds
    while not (found := holds()):
        assert time.monotonic() < end, "it never held"
        time.sleep(0.05)
    return found


ASK = """task => navigator.serviceWorker.ready.then(({active}) => new Promise(done => {
    const {port1, port2} = new MessageChannel();
    port1.onmessage = ({data}) => done(data);
    active.postMessage(task, [port2]);
}))"""


def asked(page: Page, task: str, **facts: Any) -> Any:
    """Ask the worker as pages do."""
    return page.evaluate(ASK, {"task": task, "width": 660, **facts})


def kept_pages(page: Page) -> list[str]:
    """Return the paths of the pages that are kept, the newest first."""
    return [unquote(each["url"]).split("/", 3)[3] for each in asked(page, "list")["pages"]]


def wait_kept(page: Page, path: str) -> None:
    until(lambda: unquote(path).lstrip("/") in kept_pages(page))


def everything(page: Page) -> list[str]:
    """Return the addresses of all that is in any cache."""
    return json.loads(
        page.evaluate("""async () => { const all = [];
            for (const name of await caches.keys())
                all.push(...(await (await caches.open(name)).keys()).map(({url}) => url));
            return JSON.stringify(all); }""")
    )


def long_story(
    paper: library.Publication, guid: str = "long", words: str = "The tide waits for nobody", blocks: int = 40
):
    """Bring in a story of many screens and return it."""
    body = [paragraph(f"{words}, said pilot {number}. {words}, {number} said again.") for number in range(blocks)]
    arrival = library.Arrival(
        document=compose(paper.language, body, headline=f"{words} {guid}"), guid=guid, published="2026-11-10"
    )
    source = paper.sources.first()
    library.set_rights(source, FULL)
    library.store_stories(paper, source, [arrival])
    return paper.stories.get(source_guid=guid)


def path_of(story: library.Story, language: str = "en") -> str:
    return f"/{language}/s/{story.public_id}/{story.slug}/"
