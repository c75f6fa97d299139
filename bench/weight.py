"""What a real browser loads for a page: requests and bytes by kind."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator

_KINDS = {"document": "HTML", "stylesheet": "CSS", "script": "JS", "font": "fonts", "image": "images"}


def weights(pages: dict[str, str]) -> Iterator[dict[str, object]]:
    """Yield a row for each page, as Chromium loads it on a phone with nothing in its cache; none without Chromium."""
    found = shutil.which("chromium")
    if found is None:
        return
    from playwright.sync_api import sync_playwright
    from tests.browser.conftest import FLAGS

    with sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=found, args=FLAGS)
        for name, url in pages.items():
            context = browser.new_context(viewport={"width": 390, "height": 844})
            page = context.new_page()
            requests: list = []
            page.on("requestfinished", lambda request, seen=requests: seen.append(request))
            page.goto(url, wait_until="networkidle")
            size, count = Counter[str](), Counter[str]()
            for request in requests:
                kind = _KINDS.get(request.resource_type, "other")
                size[kind] += request.sizes()["responseBodySize"]
                count[kind] += 1
            context.close()
            yield _row(name, size, count)
        browser.close()


def _row(name: str, size: Counter[str], count: Counter[str]) -> dict[str, object]:
    shown = {f"{kind} kB": _kilobytes(size[kind]) for kind in ("HTML", "CSS")}
    return {
        "what": f"weight of {name}, on a phone, nothing cached",
        **shown,
        "HTML + CSS kB": _kilobytes(size["HTML"] + size["CSS"]),
        **{f"{kind} kB": _kilobytes(size[kind]) for kind in ("JS", "fonts", "images")},
        "requests": f"{count.total()} (" + ", ".join(f"{number} {kind}" for kind, number in count.items()) + ")",
    }


def _kilobytes(size: int) -> str:
    return f"{size / 1024:.1f}"
