"""Marks beside a text become elements inside it, closed and opened again where they overlap."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import pairwise

from kushk.core.addresses import safe_link
from kushk.core.document import Mark, MarkKind
from kushk.core.languages import direction_of

INLINE = ("a:href,rel", "span:id", "mark", "ins", "del", "strong", "em", "sup", "sub", "code")
"""Elements inside a sentence, outermost first where several begin and end together, with their attributes."""

_NAMES = {
    MarkKind.LINK: "a",
    MarkKind.LANGUAGE: "span",
    MarkKind.HIGHLIGHT: "mark",
    MarkKind.INSERTED: "ins",
    MarkKind.DELETED: "del",
    MarkKind.STRONG: "strong",
    MarkKind.EMPHASIS: "em",
    MarkKind.SUPERSCRIPT: "sup",
    MarkKind.SUBSCRIPT: "sub",
    MarkKind.CODE: "code",
}
_DEPTH = {name: depth for depth, name in enumerate(entry.partition(":")[0] for entry in INLINE)}

_Run = tuple[int, int, str, str]
"""Start, end, name and opening tag of an element."""


def marked_html(text: str, marks: Sequence[Mark]) -> str:
    """Return the text as HTML. A line break becomes ``<br>``; a link elsewhere than the web or a mailbox, nothing."""
    if not marks:
        return text_html(text)
    runs = sorted(_runs(text, marks), key=lambda run: (run[0], -run[1], _DEPTH[run[2]]))
    parts: list[str] = []
    opened: list[_Run] = []
    at = 0
    for edge in sorted({edge for run in runs for edge in run[:2]}):
        parts.append(text_html(text[at:edge]))
        _close(opened, edge, parts)
        while runs and runs[0][0] == edge:
            run = runs.pop(0)
            opened.append(run)
            parts.append(run[3])
        at = edge
    parts.append(text_html(text[at:]))
    return "".join(parts)


def text_html(text: str) -> str:
    """Return plain text as HTML, a line break as ``<br>``."""
    return escape(text).replace("\n", "<br>")


def _close(opened: list[_Run], edge: int, parts: list[str]) -> None:
    """Close what ends here, and what lies inside of it; the latter is opened again."""
    first = next((place for place, run in enumerate(opened) if run[1] <= edge), len(opened))
    inner = opened[first:]
    del opened[first:]
    parts.extend(f"</{run[2]}>" for run in reversed(inner))
    for run in inner:
        if run[1] > edge:
            opened.append(run)
            parts.append(run[3])


def _runs(text: str, marks: Sequence[Mark]) -> list[_Run]:
    by_name: dict[str, list[tuple[int, int, str]]] = {}
    for mark in marks:
        start, end, tag = max(mark.start, 0), min(mark.end, len(text)), _opening(mark)
        if tag and start < end:
            by_name.setdefault(_NAMES[mark.kind], []).append((start, end, tag))
    return [(start, end, name, tag) for name, spans in by_name.items() for start, end, tag in _apart(spans)]


def _opening(mark: Mark) -> str:
    if mark.kind is MarkKind.LINK:
        address = safe_link(mark.href)
        return f'<a href="{escape(address)}" rel="noopener nofollow ugc">' if address else ""
    if mark.kind is MarkKind.LANGUAGE:
        known = mark.language and mark.language != "und"
        return f'<span lang="{escape(mark.language)}" dir="{direction_of(mark.language)}">' if known else ""
    return f"<{_NAMES[mark.kind]}>"


def _apart(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Return spans of one element so that none lies in another: the one that began last wins, equal ones join.

    So a link is never inside a link, and no text lies deeper than there are kinds, whatever the marks are.
    """
    ordered = sorted(spans, key=lambda span: (span[0], -span[1]))
    edges = sorted({edge for span in ordered for edge in span[:2]})
    apart: list[tuple[int, int, str]] = []
    active: list[tuple[int, int, str]] = []
    following = 0
    for start, end in pairwise(edges):
        while following < len(ordered) and ordered[following][0] <= start:
            active.append(ordered[following])
            following += 1
        while active and active[-1][1] <= start:
            active.pop()
        if active:
            _add(apart, start, end, active[-1][2])
    return apart


def _add(apart: list[tuple[int, int, str]], start: int, end: int, tag: str) -> None:
    if apart and apart[-1][1] == start and apart[-1][2] == tag:
        apart[-1] = (apart[-1][0], end, tag)
    else:
        apart.append((start, end, tag))
