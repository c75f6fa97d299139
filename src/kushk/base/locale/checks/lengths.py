"""Is a label so long that no button has room for it?"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from kushk.base.locale.checks.model import Entry

MOST = 2.5
"""Times the width of the English label."""

FLOOR = 22
"""Letters that any label may have: short English words take more of them in most languages."""

_SENTENCE_ENDS = (".", "!", "?")


def labels(entry: Entry, _: str) -> Iterator[tuple[str, str]]:
    """Complain of labels, which are texts that are no sentences, that are far wider than the English one."""
    if entry.msgid.endswith(_SENTENCE_ENDS):
        return
    wide, room = width(entry.words), max(FLOOR, MOST * width(entry.msgid))
    if wide > room and "plural" not in entry.msgid:
        yield "length", f"{wide} letters wide, room for {room:.0f}"


def width(text: str) -> int:
    """Return about how many Latin letters wide a text is: marks have no width, Chinese characters two."""
    return sum(_width_of(letter) for letter in text)


def _width_of(letter: str) -> int:
    if unicodedata.category(letter) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(letter) in {"W", "F"} else 1
