"""Sentence ends without a space after them: in Chinese and Japanese, and after marks that have no other use."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kushk.core.segment_marks import ALWAYS, ARABIC, FULL_WIDTH, HAN_OR_KANA, NOT_BEFORE, SPACES
from kushk.core.segment_place import Place, word_before


@dataclass(slots=True)
class Quotes:
    """Whether a quote is open at a place. Places are asked for in rising order, so a line is read once."""

    text: str
    at: int
    straight: bool = False
    curly: bool = False

    def opens(self, place: int) -> bool:
        """Return whether the quote mark at ``place`` opens a quote, rather than closing the one that is open."""
        for mark in _QUOTES.findall(self.text, self.at, place):
            if mark == '"':
                self.straight = not self.straight
            else:
                self.curly = mark == "\u201c" and not self.curly
        self.at = place
        return not (self.straight if self.text[place] == '"' else self.curly)


_QUOTES = re.compile('["\u201c\u201d]')


def unspaced_end(place: Place, quotes: Quotes) -> int:
    """Return where the sentence ends when no space follows the mark, 0 when it goes on."""
    last, before = place.mark[-1], place.text[place.stop - 1]
    if last in FULL_WIDTH or (HAN_OR_KANA.match(before) and (last in "!?" or place.mark == ".")):
        return wide_end(place, quotes)
    following = place.text[place.after]
    if following in NOT_BEFORE:
        return 0
    if last in ALWAYS:
        return (
            place.after
            if following.isalpha() or (following in "\u00ab\u201c\u2018(\u201e" and not place.closers)
            else 0
        )
    return place.after if _glued_arabic(place, before, following) else 0


_SHORT_WORD = 2


def _glued_arabic(place: Place, before: str, following: str) -> bool:
    """Say whether a sentence of Arabic script follows a whole word and a mark without the space between."""
    if place.closers or not (ARABIC.match(before) and ARABIC.match(following)):
        return False
    word = word_before(place, place.stop)
    return len(word) > _SHORT_WORD and "." not in word


def wide_end(place: Place, quotes: Quotes) -> int:
    """Return where a sentence ends after a full-width mark, 0 when it goes on.

    A quote mark right after the full stop may open the next sentence instead of closing this one.
    """
    after = place.after
    first = place.after - len(place.closers)
    for at in range(first, place.after):
        if place.text[at] in '"\u201c' and quotes.opens(at):
            after = at
            break
    if after < place.end and place.text[after] in NOT_BEFORE:
        return 0
    return 0 if _goes_on(place.text, after, place.text[first:after], place.end) else after


_CONTINUED = re.compile(
    "(?:と|って|など|の|が(?!、)|を|に|で(?![はもす])|や|へ|から|まで|なんて|だと|も(?!し|っと|う)|は(?!い))"
)
"""Japanese particles after a closing quote: the sentence that holds the quote goes on."""

_SAYING = re.compile(
    r"[ ]?(?:[A-Za-z.·•\- ]{1,24}|[^\s，。！？：、:,.“”\"「」]{0,8}?)(?:接着|接著)?"
    "(?:说|說|道|问|問|表示|称|稱|答|喊|叫|写道|寫道|补充|補充|回应|回應)"
)
"""Chinese words of saying after a closing quote."""


def _goes_on(text: str, after: int, closers: str, end: int) -> bool:
    if not closers:
        return text[after : after + 1] in {"の", "を"}
    if closers[-1] in ")\uff09":
        return bool(_CONTINUED.match(text, after, end))
    return bool(_CONTINUED.match(text, after, end) or _SAYING.match(text, after, min(end, after + 36)))


LONGEST = 120
"""Characters of Thai or Lao after which a phrase is ended at the last space that fits."""

_SPACE = re.compile(rf"[{SPACES}]+")


def phrases(text: str, start: int, end: int) -> list[int]:
    """Return the spaces at which a Thai or Lao line is cut: it has no mark for the end of a sentence."""
    cuts, last = [start], 0
    for space in _SPACE.finditer(text, start, end):
        if space.start() - cuts[-1] > LONGEST and last > cuts[-1]:
            cuts.append(last)
        if space.end() < end and text[space.end()] not in "\u0e46\u0e2f":
            last = space.start()
    if end - cuts[-1] > LONGEST and last > cuts[-1]:
        cuts.append(last)
    return cuts[1:]
