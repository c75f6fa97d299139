"""The story in the data that a page's own scripts draw it from, when nothing is drawn without them."""

from __future__ import annotations

import json
import re
from typing import Any

from lxml import etree

from kushk.sources.formats.page.measure import weigh

_MOST_TEXT = 3_000_000
_MOST_VALUES = 50_000
_LEAST = 400
"""Weight of one text that may be a story."""
_LEAST_PARAGRAPH = 60
_ASSIGNED = re.compile(
    r"^\s*(?:window\.|self\.|var\s+|let\s+|const\s+)?[\w.$]{1,60}(?:\[[^\]]{1,60}\])?\s*=\s*(?=[{\[])"
)
_BODIES = frozenset(
    (
        "body",
        "content",
        "articlebody",
        "html",
        "text",
        "bodyhtml",
        "contenthtml",
        "description",
        "paragraphs",
        "maincontent",
    )
)
_TAG = re.compile(r"<(?:p|div|br|h2)\b", re.IGNORECASE)


def state_text(root: etree._Element) -> str:
    """Return the longest story text in a page's JSON state, as HTML or as lines; empty when there is none."""
    best = ""
    for script in root.iter("script"):
        text = script.text or ""
        told = script.get("id") == "__NEXT_DATA__" or "json" in (script.get("type") or "")
        assigned = _ASSIGNED.match(text)
        if not _LEAST < len(text) < _MOST_TEXT or "ld+json" in (script.get("type") or "") or not (told or assigned):
            continue
        found = _longest(_value(text[assigned.end() :] if assigned else text))
        best = max(best, found, key=len)
    return best


def _value(text: str) -> Any:
    start = next((at for at, sign in enumerate(text[:200]) if sign in "{["), 0)
    try:
        return json.JSONDecoder(strict=False).raw_decode(text, start)[0]
    except (ValueError, RecursionError):
        return None


def _longest(value: Any) -> str:
    """Return the longest text under a name that bodies have, paragraphs of a list joined."""
    best = ""
    stack: list[tuple[str, Any]] = [("", value)]
    for _ in range(_MOST_VALUES):
        if not stack:
            break
        name, value = stack.pop()
        if isinstance(value, dict):
            stack.extend((str(key).lower().replace("_", ""), inner) for key, inner in value.items())
        elif isinstance(value, list):
            best = max(best, _joined(value), key=len)
            stack.extend((name, inner) for inner in value)
        elif isinstance(value, str) and (name in _BODIES or _TAG.search(value)) and weigh(value) >= _LEAST:
            best = max(best, value, key=len)
    return best


def _joined(parts: list[Any]) -> str:
    """Return the paragraphs of a list of blocks, when it is one."""
    texts = [_paragraph(part) for part in parts]
    long = [text for text in texts if weigh(text) >= _LEAST_PARAGRAPH]
    joined = "\n\n".join(text for text in texts if text)
    return joined if len(long) > 2 and weigh(joined) >= _LEAST else ""


def _paragraph(part: Any) -> str:
    if isinstance(part, str):
        return part
    if not isinstance(part, dict):
        return ""
    told = next(
        (part[name] for name in ("text", "content", "value", "html", "body") if isinstance(part.get(name), str)), ""
    )
    return told if " " in told or not told.isascii() else ""
