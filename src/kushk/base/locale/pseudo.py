"""Made-up languages that show what no catalogue knows.

``en-XA`` is English with accents, in brackets and two fifths longer: text without brackets was never put into the
catalogues, and what has no room for it is too narrow for German. ``ar-XB`` is English written from right to left.
"""

from __future__ import annotations

import re

from kushk.base.locale.patterns import parsed, texts, written

OPEN, CLOSE = "⟦", "⟧"
"""Brackets that no publication uses."""

_LONGER = 0.4
_FILLING = "one two three four five six seven eight nine ten "

_ACCENTS = str.maketrans(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
    "åƀçðéƒĝĥîĵķļḿñöþɋŕšţûṽŵẋýžÅƁÇÐÉƑĜĤÎĴĶĻḾÑÖÞɊŔŠŢÛṼŴẊÝŽ",
)
_WORD = re.compile(r"\S+")
_RTL_WORD = "\u200f\u202e{}\u202c\u200f"


def accented(pattern: str) -> str:
    """Return an English pattern as ``en-XA`` has it; placeholders and cases stay as they are."""
    tree = parsed(pattern)
    return _in_brackets(written(tree, _with_accents), sum(map(len, texts(tree))))


def mirrored(pattern: str) -> str:
    """Return an English pattern as ``ar-XB`` has it: each word turned around by marks of direction."""
    return written(parsed(pattern), _turned)


def accented_name(name: str) -> str:
    """Return an English name as ``en-XA`` has it."""
    return _in_brackets(_with_accents(name), len(name))


def mirrored_name(name: str) -> str:
    """Return an English name as ``ar-XB`` has it."""
    return _turned(name)


def _with_accents(text: str) -> str:
    return text.translate(_ACCENTS)


def _turned(text: str) -> str:
    return _WORD.sub(lambda word: _RTL_WORD.format(word[0]), text)


def _in_brackets(text: str, length: int) -> str:
    more = round(_LONGER * length)
    filling = (_FILLING * (more // len(_FILLING) + 1))[:more].strip()
    return f"{OPEN}{text}{' ' * bool(filling)}{filling}{CLOSE}"


FORMS = {"en-XA": accented, "ar-XB": mirrored}
"""How a message of the English catalogue becomes one of each made-up language."""

NAME_FORMS = {"en-XA": accented_name, "ar-XB": mirrored_name}
"""How a name out of CLDR does."""
