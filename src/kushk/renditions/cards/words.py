"""Text made fit to be drawn: nothing that no font has, no control of direction, no towers of marks. Pure."""

from __future__ import annotations

import re
import unicodedata
from html import escape

MOST_MARKS = 3
"""Combining marks drawn on one letter: Hebrew and Vietnamese need two, Arabic three; more is mischief."""

_KEPT_FORMATS = "\u200c\u200d\u200e\u200f\u061c"
"""Joiners that spelling needs, and marks of direction that cannot reach beyond their place."""

_EMOJI = re.compile(
    "[\U0001f000-\U0001faff\U000e0000-\U000e0fff\u2600-\u27bf\u2b05-\u2b07\u2b1b\u2b1c\u2b50\u2b55\u231a\u231b\u23e9-\u23fa"
    "\u3030\u303d\u3297\u3299\ufe00-\ufe0f\u20e3]\u200d?"
)
_SPACES = re.compile(r"[^\S\u00a0\u202f]+")
"""White space that may break; a space that may not is kept."""
_NOT_DRAWN = frozenset({"Cc", "Cs", "Co", "Cn"})


def cleaned(text: str) -> str:
    """Return the text on one line as it can be drawn: whole letters, single spaces, no emoji, no controls."""
    plain = _EMOJI.sub("", unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8")))
    kept = "".join(_kept(character) for character in plain)
    return _SPACES.sub(" ", _unstacked(kept)).strip()


def _kept(character: str) -> str:
    if character.isspace():
        return character if character in "\u00a0\u202f" else " "
    category = unicodedata.category(character)
    if category in _NOT_DRAWN or (category == "Cf" and character not in _KEPT_FORMATS):
        return ""
    return character


def _unstacked(text: str) -> str:
    """Leave at most ``MOST_MARKS`` marks on a letter, and none without one."""
    out: list[str] = []
    marks = MOST_MARKS
    for character in text:
        if unicodedata.category(character) in {"Mn", "Me"}:
            marks += 1
            if marks > MOST_MARKS:
                continue
        else:
            marks = MOST_MARKS if character == " " else 0
        out.append(character)
    return "".join(out)


def marked_up(text: str) -> str:
    """Return the text as Pango's markup shows it as it is."""
    return escape(text, quote=True)


def letters(text: str) -> frozenset[str]:
    """Return the characters that need a glyph for the text to say what it says: letters, digits and their marks."""
    return frozenset(character for character in text if unicodedata.category(character)[0] in "LNM")


def without(text: str, characters: frozenset[str]) -> str:
    """Return the text without these characters, spaces single again."""
    return _SPACES.sub(" ", "".join(each for each in text if each not in characters)).strip()
