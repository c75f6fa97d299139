"""The characters that sentences end with, in every script, and what may stand around them."""

from __future__ import annotations

import re
from functools import lru_cache

SPACES = " \t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
"""White space inside a line, for use in a character class."""

STOPS = ".\u2024"
OPEN_ENDED = "!?\u2026\u203c\u2047\u2048\u2049\u203d"
"""Marks of scripts with spaces: a sentence ends only where a space follows."""

FULL_WIDTH = "\u3002\uff01\uff1f\uff61\ufe12\ufe52\ufe56\ufe57\uff0e"
"""Chinese and Japanese marks, after which no space stands."""

ALWAYS = (
    "\u061f\u06d4\u061d\u061e"  # Arabic question mark, Urdu full stop and their kin
    "\u0964\u0965\u0df4"  # danda, double danda, Sinhala
    "\u104b\u17d4\u17d5\u0e5a\u0e5b"  # Burmese, Khmer, Thai
    "\u0589\u1362\u1367\u1368"  # Armenian, Ethiopic
    "\u0700\u0701\u0702\u07f9\u0837\u0839"  # Syriac, N'Ko, Samaritan
    "\u0f0e\u1803\u1809\u1c7e\u1c7f\ua4ff\uaaf0\uabeb"  # Tibetan, Mongolian, Ol Chiki, Lisu, Meitei
)
"""Marks that end a sentence and do nothing else, whether or not a space follows."""

CLOSERS = (
    "\"'\u201d\u2019\u00bb\u203a\u201c\u00ab\u2018)\\]}\u300d\u300f\uff09\u300b\u3009\u3011\uff3d\uff63\u2e29\u2e2a"
)
"""What may close a sentence after its mark. In German and Polish the mark that opens English quotes closes them."""

_OPENERS = (
    "\"'\u201c\u201d\u201e\u201a\u2018\u2019\u00ab\u00bb\u2039\u203a(\\[{\u00bf\u00a1"
    "\u300c\u300e\uff08\u300a\u3008\u3010\\-\u2010-\u2015*_#"
)


@lru_cache(maxsize=16)
def candidate(extra: str) -> re.Pattern[str]:
    """Return the pattern of places where a sentence may end: marks, and what closes after them.

    The marks include the spaced ones of French ("? !") and of typed ellipses (". . ."). The pattern matches whatever
    follows, so that each character is looked at once whatever the text is; it begins with one set of characters, which
    is what lets the engine skip quickly to the next of them.

    Args:
        extra: further marks, of one language.
    """
    ends = f"{STOPS}{OPEN_ENDED}{FULL_WIDTH}{ALWAYS}{re.escape(extra)}"
    return re.compile(
        rf"(?P<mark>[{ends}:\u1361](?:(?<=[{ends}])|(?<=\u1361)\u1361|(?<=[\u1200-\u137f]:):)"
        rf"(?:[{ends}]|\u1361\u1361|(?<=[\u1200-\u137f])::)*"
        rf"(?:[{SPACES}]{{1,2}}[{STOPS}{OPEN_ENDED}]++(?![\w]))*)"
        rf"(?P<closers>(?:[{CLOSERS}]|[{SPACES}]?[\u00bb\u201d)\]](?=[{SPACES}]|$)|\[\d{{1,3}}\]"
        rf"|[\u00b9\u00b2\u00b3\u2070-\u2079])*)"
    )


NOT_BEFORE = frozenset(",;:)]}\u060c\u061b\uff0c\uff1b\uff1a\u3001\u201d\u300d\u300f\uff09\u300b/=")
"""What never begins a sentence: a mark before it is inside one."""

NEXT = re.compile(rf"[{SPACES}]*+(?:[{_OPENERS}]++[{SPACES}]*+)*(\S?)")
"""From the end of a candidate to the first character of what follows; opening quotes and dashes are stepped over."""

LINE = re.compile(r"[^\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
BULLET = re.compile(
    rf"[\u2022\u2023\u25aa\u25cf\u25e6\u2043\u25a0\u25ba\u25b6\u2713\u2714](?<=[{SPACES}].)(?=[{SPACES}])"
)

HAN_OR_KANA = re.compile(
    "[\u3005-\u3007\u3040-\u30ff\u31f0-\u31ff\u3400-\u9fff\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff]"
)
ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3\u06d5\u06fa-\u06ff\u0750-\u077f\u08a0-\u08c9]")
INDIC = re.compile("[\u0900-\u0d7f]")
THAI_OR_LAO = re.compile("[\u0e01-\u0e4e\u0e81-\u0ece]")
SOUTHERN = re.compile("[\u0900-\u0eff]")
"""One range around ``INDIC`` and ``THAI_OR_LAO``: where it finds nothing, neither does."""
