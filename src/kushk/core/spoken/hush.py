"""What stands on a page and is not said: marks, controls, pictures, footnote numbers, deleted words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kushk.core.document import Mark, MarkKind
from kushk.core.spoken.form import Part, Spoken, as_it_is, made, rewritten

_JOINING = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff"
"""Scripts in which joiners and non-joiners shape a word: Arabic, those of India, Burmese, Khmer."""
_UNHEARD = (
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\uffff\u20e3"
    "\U000e0000-\U000fffff\U00100000-\U0010ffff\ud800-\udfff\ue000-\uf8ff]"
    f"|(?<![{_JOINING}])[\u200c\u200d]"
)
"""Dropped: the letters on either side stand together."""
_PICTURES = "\u2190-\u21ff\u2300-\u23ff\u2500-\u27bf\u2900-\u297f\u2b00-\u2bff\U0001f000-\U0001fbff"
"""Emoji, arrows, boxes, dingbats. They are not named: a name in the middle of a sentence breaks it."""
_APART = rf"[\x00-\x1f\x7f-\x9f<>\[\]{{}}|\\^`~*_\u2022\u2028\u2029\u3000©®™{_PICTURES}]"

_FOOTNOTE = r"\[(?:[0-9]{1,3}|[a-z]|note [0-9]{1,2})\]"
_SILENT = re.compile(
    rf"(?P<footnote>{_FOOTNOTE})|(?P<unheard>(?:{_UNHEARD})+)|(?P<apart></|/>|{_APART}+)"
    r"|(?P<super>[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)|(?P<dots>[.\u2026]{2,})|(?P<dashes>[-=]{2,})"
    r"|(?P<cries>[!?\uff01\uff1f\u061f]{2,})|(?P<same>([^\w\s])\9{2,})"
)
_NOTE_NUMBER = re.compile(r"[\s\[(]*[0-9*†‡§]{1,4}(?:[,\s]+[0-9*†‡§]{1,4}){0,5}[\])\s]*")
_MEASURES = frozenset("m km cm mm dm mi ft in yd м км см мм م كم מ".split())
_RAISED = {"2": "²", "3": "³"}
_WORD_BEFORE = 12


def heard(text: str, marks: Sequence[Mark]) -> Spoken:
    """Return a text without what is not said. Brackets in angles are dropped, so that no engine takes them as markup.

    Args:
        text: the page's.
        marks: its marks; those that point outside the text are taken inside.
    """
    form = _without_marked(text, marks) if marks else as_it_is(text)
    return rewritten(form, _SILENT, _silenced)


def _without_marked(text: str, marks: Sequence[Mark]) -> Spoken:
    parts: list[Part] = []
    at = 0
    for mark in sorted(marks, key=lambda each: each.start):
        start, end = max(at, mark.start), min(mark.end, len(text))
        said = _marked(text, mark.kind, start, end) if start < end else None
        if said is not None:
            parts += [(text[at:start], at, start), (said, start, end)]
            at = end
    return made([*parts, (text[at:], at, len(text))])


def _marked(text: str, kind: MarkKind, start: int, end: int) -> str | None:
    """Return what is said of a marked stretch in place of it, ``None`` if it is said as it is."""
    if kind is MarkKind.DELETED:
        return ""
    if kind is not MarkKind.SUPERSCRIPT or not _NOTE_NUMBER.fullmatch(text, start, end):
        return None
    if _word_before(text, start) in _MEASURES:
        return _RAISED.get(text[start:end].strip())
    return " " + text[start:end] if text[:start].endswith("10") else ""


def _word_before(text: str, at: int) -> str:
    found = re.search(r"[^\W\d_]+$", text[max(0, at - _WORD_BEFORE) : at])
    return found.group().casefold() if found else ""


def _silenced(match: re.Match[str]) -> Sequence[Part] | None:
    kind, start, end = match.lastgroup, match.start(), match.end()
    if kind == "super" and (
        _word_before(match.string, start) in _MEASURES or match.string[start - 1 : start].isdigit()
    ):
        return None
    said = {"footnote": "", "unheard": "", "super": "", "dots": "…", "dashes": " – "}.get(str(kind))
    if kind == "cries":
        said = next((mark for mark in match.group() if mark in "?\uff1f\u061f"), match.group()[0])
    elif kind == "apart":
        said = " "
    elif said is None:
        said = match.group()[0]
    return [(said, start, end)]
