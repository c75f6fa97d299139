"""What stands on a page and is not said: marks, controls, pictures, footnote numbers, deleted words."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kushk.core.document import Mark, MarkKind
from kushk.core.spoken.form import Part, Spoken, as_it_is, made, rewritten, translated

_JOINING = "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff"
"""Scripts in which joiners and non-joiners shape a word: Arabic, those of India, Burmese, Khmer."""
_UNHEARD = (
    "[\u00ad\u034f\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\ufff0-\uffff\u20e3"
    "\U000e0000-\U000fffff\U00100000-\U0010ffff\ue000-\uf8ff]"
    f"|(?<![{_JOINING}])[\u200c\u200d]"
)
"""Dropped: the letters on either side stand together."""
_PICTURES = (
    (0x2190, 0x21FF),
    (0x2300, 0x23FF),
    (0x2500, 0x27BF),
    (0x2900, 0x297F),
    (0x2B00, 0x2BFF),
    (0x1F000, 0x1FBFF),
)
"""Emoji, arrows, boxes, dingbats. They are not named: a name in the middle of a sentence breaks it."""
_OTHERS = ((0x00, 0x1F), (0x7F, 0x9F), (0x2028, 0x2029), (0xD800, 0xDFFF))
_APART = {
    **{code: " " for first, last in (*_PICTURES, *_OTHERS) for code in range(first, last + 1)},
    **{ord(sign): " " for sign in "<>[]{}|\\^`~*_•\u3000©®™"},
}
"""Not said, and what stands on either side is apart."""
_ALL_APART = _APART | dict.fromkeys(
    map(ord, re.findall(_UNHEARD, "".join(map(chr, range(0x80, 0x200C))) + "".join(map(chr, range(0x200E, 0x10000))))),
    " ",
)
"""The same for a text too long to be cut letter by letter."""

_FOOTNOTE = r"\[(?:[0-9]{1,3}|[a-z]|note [0-9]{1,2})\]"
_SILENT = re.compile(
    rf"(?P<footnote>{_FOOTNOTE})|(?P<unheard>(?:{_UNHEARD})+)|(?P<apart></|/>)"
    r"|(?P<broken>(?<=[^\W\d_])[-\u2010]\s?[\n\u2028]\s?(?=[^\W\d_]))"
    r"|(?P<super>[\u00b9\u00b2\u00b3\u2070\u2074-\u2079]+)|(?P<dots>[.\u2026]{2,})|(?P<dashes>[-=]{2,})"
    r"|(?P<cries>[!?\uff01\uff1f\u061f]{2,})|(?P<same>([^\w\s])\10{2,})"
)
_NOTE_NUMBER = re.compile(r"[\s\[(]*[0-9*†‡§]{1,4}(?:[,\s]+[0-9*†‡§]{1,4}){0,5}[\])\s]*")
_MEASURES = frozenset("m km cm mm dm mi ft in yd м км см мм م كم מ".split())
_RAISED = {"2": "²", "3": "³"}
_WORD_BEFORE = 4


def heard(text: str, marks: Sequence[Mark], longest: int) -> Spoken:
    """Return a text without what is not said. Brackets in angles are dropped, so that no engine takes them as markup.

    Args:
        text: the page's.
        longest: characters of what may be a sentence; in a longer text, all that is not said becomes a space.
        marks: its marks; those that point outside the text are taken inside.
    """
    form = _without_marked(text, marks) if marks else as_it_is(text)
    if len(text) > longest:
        return translated(form, _ALL_APART)
    return translated(rewritten(form, _SILENT, _silenced), _APART)


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
    start = at
    while start > max(0, at - _WORD_BEFORE) and text[start - 1].isalpha():
        start -= 1
    return text[start:at].casefold()


def _silenced(match: re.Match[str]) -> Sequence[Part] | None:
    kind, start, end = match.lastgroup, match.start(), match.end()
    if kind == "super" and (
        _word_before(match.string, start) in _MEASURES or match.string[start - 1 : start].isdigit()
    ):
        return None
    said = {"footnote": "", "broken": "", "unheard": "", "super": "", "dots": "…", "dashes": " – "}.get(str(kind))
    if kind == "cries":
        said = next((mark for mark in match.group() if mark in "?\uff1f\u061f"), match.group()[0])
    elif kind == "apart":
        said = " "
    elif said is None:
        said = match.group()[0]
    return [(said, start, end)]
