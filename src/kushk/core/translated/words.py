"""Where a text may be cut: never inside a word, a number or a character that several code points make up."""

from __future__ import annotations

import re
import sys
from bisect import bisect_left, bisect_right
from unicodedata import category

_JOINERS = "\u200c\u200d\u0e33\u0eb3\U0001f3fb-\U0001f3ff"
"""What belongs to the character before it though it is no mark: joiners, Thai and Lao AM, skin tones."""


def _ranges() -> str:
    """Return every combining mark, as ranges of a character class."""
    marks = [code for code in range(0x300, sys.maxunicode + 1) if category(chr(code))[0] == "M"]
    starts = [code for place, code in enumerate(marks) if place == 0 or marks[place - 1] != code - 1]
    ends = [code for place, code in enumerate(marks) if place + 1 == len(marks) or marks[place + 1] != code + 1]
    return "".join(f"\\U{start:08x}-\\U{end:08x}" for start, end in zip(starts, ends, strict=True))


MARKS = _ranges()
"""Combining marks, as they stand in a character class of a pattern."""

_ON = rf"[{MARKS}{_JOINERS}]"
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9d"
    "\U00020000-\U0003ffff"
)
"""Thai, Lao, Burmese, Khmer, kana and Han: a cut may be after any character."""

_HANGUL = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"
_ATOM = re.compile(
    rf"(?:(?![{UNSPACED}{_HANGUL}])\w{_ON}*|(?<=\d)[.,:٫٬](?=\d))+"
    rf"|(?:[{_HANGUL}]{_ON}*)+"
    r"|[\U0001f1e6-\U0001f1ff]{2}"
    rf"|\s+|.(?:{_ON}|(?<=\u200d).|(?<=[\u1039\u17d2]).)*",
    re.DOTALL,
)


class Words:
    """A text and the places at which it may be cut."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.atoms: list[tuple[int, int]] = [match.span() for match in _ATOM.finditer(text)]
        """Words, numbers, single characters of scripts without spaces, marks, white space: all of the text."""
        self._starts = [start for start, _ in self.atoms]
        self.words = [(start, end) for start, end in self.atoms if any(map(str.isalnum, text[start:end]))]

    def snapped(self, start: int, end: int) -> tuple[int, int]:
        """Return a stretch made longer until it cuts nothing; an empty one stays empty."""
        start, end = max(0, start), min(end, len(self.text))
        if start >= end:
            return start, start
        first = bisect_right(self._starts, start) - 1
        last = bisect_left(self._starts, end) - 1
        return self.atoms[first][0], self.atoms[last][1]

    def cuts_nothing(self, start: int, end: int) -> bool:
        """Say whether a stretch cuts nothing as it is."""
        return self.snapped(start, end) == (start, end)
