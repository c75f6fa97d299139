"""Questions to a page, each a JavaScript function in a file beside this one."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

_FOLDER = Path(__file__).parent


@lru_cache(maxsize=32)
def _script(name: str) -> str:
    common = (_FOLDER / "common.js").read_text(encoding="utf-8")
    return f"(given) => {{ {common}\nreturn ({(_FOLDER / f'{name}.js').read_text(encoding='utf-8')})(given) }}"


def ask(page: Page, name: str, given: Any = None) -> Any:
    """Return what the function in ``<name>.js`` says of the page."""
    return page.evaluate(_script(name), given)
