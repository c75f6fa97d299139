"""A real Chromium on a live stand. Without Chromium these tests are skipped, and say so."""

from __future__ import annotations

import os
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.core.signals import request_finished, request_started
from django.urls import reverse
from playwright.sync_api import Browser, Page, sync_playwright
from tests.functional.reader.building import build_stand

from kushk.library import api as library
from kushk.membership.api import Plan

FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MOST_SECONDS = 5
"""For which requests that a closed page left behind are waited for."""
PICTURES = os.environ.get("KUSHK_PICTURES", "")
"""A folder to leave pictures of the pages in; none are kept when empty."""


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("needs Chromium (Debian: apt-get install chromium)")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"  # the driver runs an event loop in this thread
    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visit:
    """A page with what went wrong on it and what it asked for."""

    page: Page
    url: str
    complaints: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def go(self, path: str, until: str = "load") -> Page:
        self.page.goto(self.url + path, wait_until=until)
        return self.page

    def picture(self, name: str) -> None:
        if PICTURES:
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=str(Path(PICTURES) / f"{name}.png"))

    def choose(self, **choices: str) -> None:
        """Keep a reader's choices in the cookie that holds them: ``choose(theme="dark", size="200")``."""
        text = "_".join(f"{key}-{value}" for key, value in choices.items())
        self.page.context.add_cookies([{"name": "reading", "value": text, "url": self.url}])


@pytest.fixture
def stand(request, transactional_db, settings, tmp_path):
    """The stand; a module whose tests do not look at pictures says ``PICTURE_WIDTH = 300`` and has it sooner."""
    settings.MEDIA_ROOT = tmp_path / "media"
    return build_stand(getattr(request.module, "PICTURE_WIDTH", 1200))


@pytest.fixture
def paths(stand) -> dict[str, str]:
    first = stand["gazette"].stories.get(source_guid="gazette-0")
    arabic = stand["bahr"].stories.get(source_guid="bahr-0")
    walled = stand["gazette"].stories.get(source_guid="gazette-2")
    Plan.objects.get_or_create(name="GOLD", defaults={"trial_days": 14})
    library.set_access(stand["gazette"], "free", preview=50)
    library.set_access(walled, "metered")
    return {
        "home": "/",
        "publications": "/publications/",
        "latest": "/latest/?language=ar",
        "publication": "/p/gazette/",
        "section": "/p/gazette/sections/news/",
        "issue": "/p/bahr/issues/2026-11-19/",
        "story": _without_language(reverse("reader:story", args=["en", first.public_id, first.slug])),
        "arabic-story": _without_language(reverse("reader:story", args=["en", arabic.public_id, arabic.slug])),
        "search": "/search/?q=river",
        "nothing": "/search/?q=zzzz",
        "changes": f"/corrections/{first.public_id}/",
        "about": "/about/",
        "saved": "/saved/",
        "offline": "/offline/",
        "settings": f"/settings/?next=/en/s/{first.public_id}/&applied=",
        "walled": _without_language(reverse("reader:story", args=["en", walled.public_id, walled.slug])),
        "whole": f"/whole/{walled.public_id}/",
        "access": f"/access/?story={walled.public_id}",
        "sign-in": "/account/login/",
        "plans": "/plans/",
        "missing": "/nowhere/",
    }


def _without_language(path: str) -> str:
    return path.removeprefix("/en")


@pytest.fixture
def visit(chromium, live_server, stand) -> Iterator[Callable[..., Visit]]:
    contexts = []

    def start(width: int = 1280, height: int = 900, **options) -> Visit:
        context = chromium.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        made = Visit(page, live_server.url)
        page.on("console", lambda message: made.complaints.append(message.text))
        page.on("pageerror", lambda error: made.complaints.append(str(error)))
        page.on("request", lambda request: made.asked.append(request.url))
        return made

    with under_way() as all_answered:
        yield start
        for context in contexts:
            context.close()
        all_answered()


@contextmanager
def under_way() -> Iterator[Callable[[], None]]:
    """Count requests, and give a way to wait until each is answered: after a test nobody may ask the database."""
    count = [0]
    lock = threading.Lock()

    def begun(**_: object) -> None:
        with lock:
            count[0] += 1

    def done(**_: object) -> None:
        with lock:
            count[0] -= 1

    def all_answered() -> None:
        until = time.monotonic() + MOST_SECONDS
        while count[0] > 0 and time.monotonic() < until:
            time.sleep(0.02)

    request_started.connect(begun)
    request_finished.connect(done)
    try:
        yield all_answered
    finally:
        request_started.disconnect(begun)
        request_finished.disconnect(done)
