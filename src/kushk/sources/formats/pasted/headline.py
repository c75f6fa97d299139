# ruff: noqa: PLR2004 - small sizes in words, lines and letters, each at the one place that it decides
"""Which line is the headline: upward from the story's first paragraph on a page, the first line of a text alone."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

from kushk.sources.formats.dates import find_date
from kushk.sources.formats.pasted.items import PARAGRAPH, Item, Kind
from kushk.sources.formats.pasted.words import is_comments, plain

MARKED = re.compile(r"#\s+")
SITE = re.compile(r"\s+[|–—:·-]\s+|\s?[|｜]\s?")
META = frozenset({Kind.DATE, Kind.META, Kind.BYLINE, Kind.MINUTES})
THIN = frozenset({Kind.SIGNS, Kind.BUTTON, Kind.LABEL})
_LONGEST_HEADLINE = 260
_LONGEST_SITE = 42
_NEAR_META = (2.6, 2.1, 1.5)
"""What it tells for a line that a date or byline is the next, the second or the third line below it."""
_WIDEST_REACH = 400
_SHOWN = 3000
_STOP = (".", "。", "۔", "।", "။", "።", ",", "，", "、", "،", ";", "；")
_ROW = re.compile(r"[\t|│｜»•·>]|\s/\s|\s-\s|#\w")
_CLOSING = "\"'”’»«›)]}）」』】〉》“"
_EASTERN = frozenset({"CJK", "HIRAGANA", "KATAKANA", "HANGUL"})
_NUMBERED = re.compile(r"\d{1,2}[.)]\s")
_NO_HEADLINE = re.compile(r"https?://|www\.|\S+@\S+\.\S|[@#]\w+\s*$")
_WORD = re.compile(r"[^\W\d_]{4,}")
_SIGNS = (re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2,}"), 2), (re.compile(r"[\u0e00-\u109f\u1780-\u17ff]{4,}"), 4)
"""Scripts without spaces between words, with how many signs tell about as much as a word."""
_CANDIDATES = frozenset({Kind.TEXT, Kind.ASIDE})


def find_headline(items: Sequence[Item], body: int, name: str, *, page: bool) -> int:
    """Return the place of the headline, -1 where there is none.

    Args:
        items: the lines.
        body: the place of the first paragraph.
        name: the publication, where known: its name is no headline.
        page: whether there is an interface around the story.
    """
    marked = next((at for at in range(body) if MARKED.match(items[at].text) and items[at].kind is Kind.TEXT), -1)
    if marked >= 0:
        return marked
    return _on_page(items, body, plain(name)) if page else _of_text(items, body)


def bases(title: str) -> list[str]:
    """Return what stands before each short name that a page's title may end with: Headline | Publication."""
    signs = SITE.finditer(title) if len(title) < _LONGEST_HEADLINE else ()
    return [title[: sign.start()] for sign in signs if sign.start() and len(title) - sign.end() <= _LONGEST_SITE]


def _on_page(items: Sequence[Item], body: int, name: str) -> int:
    counted = Counter(plain(item.text) for item in items if item.width < _LONGEST_HEADLINE)
    titled = {base for item in items[:body] for base in bases(item.text)}
    told = _words(" ".join(item.text for item in items[body : body + 12] if item.long or item.ends)[:_SHOWN])
    script = _scripts(items[body].text) if body < len(items) else set()
    scores: dict[int, float] = {}
    far, dated = 0, body
    for at in range(body - 1, max(-1, body - _WIDEST_REACH), -1):
        item = items[at]
        if item.kind in _CANDIDATES and not item.tail and plain(item.text) != name:
            score = _score(items, at, counted, told) + 2 * (item.text in titled) - min(0.09 * far, 4)
            score -= 2 * (not script & _scripts(item.text))
            near = _near_meta(items, at)
            scores[at] = score - 1.5 * (near > 0 and dated - at > 4 and dated < body)
            dated = at if dated == body and score > 4 and near else dated
        far += item.kind not in THIN
    if scores:
        best = max(scores, key=lambda at: (scores[at], -at))
        if scores[best] > 0:
            return _above_date(items, _first_of_block(items, best, scores, told), scores)
    return _long_headline(items, body)


def _score(items: Sequence[Item], at: int, counted: Counter[str], told: Counter[str]) -> float:
    item = items[at]
    shared = _shared(item.text, told)
    score = _by_size(item) + _by_signs(item.text) + (4 if item.width >= 24 else 2) * shared
    score -= 2 * (not shared and item.width < 60 and counted[plain(item.text)] > 1)
    score -= 1.2 * (not shared and item.width < 32 and len(item.text.split()) < 6)
    score += 1.5 * (item.width >= 24 and shared > 0 and counted[plain(item.text)] > 1) - 6 * is_comments(item.text)
    credited = at + 1 < len(items) and items[at + 1].kind is Kind.CREDIT
    score += _near_meta(items, at)
    return score - 1.5 * _in_menu(items, at) - 3 * credited - 3 * _in_list(items, at)


def _near_meta(items: Sequence[Item], at: int) -> float:
    after = [other.kind for other in items[at + 1 : at + 9] if other.kind not in THIN]
    return max((near for near, kind in zip(_NEAR_META, after, strict=False) if kind in META), default=0.0)


def _by_signs(text: str) -> float:
    """Return what the signs in a line tell against it: an end of a sentence, a row of links, an address, brackets."""
    bare = text.rstrip(_CLOSING)
    cut = bare.endswith(("…", "..."))
    score = -0.5 * cut - 2.0 * (bare.endswith(_STOP) and not cut) - 1.5 * text.endswith((":", "：", "»"))
    score -= min(2 * max(0, len(_ROW.findall(text)) - 1), 6) + 4 * bool(_NO_HEADLINE.search(text))
    score -= 3 * (text[0] in "([（［" and text[-1] in ")]）］")
    score -= 2 * (text.count(",") > 2) + 2 * (text.count(" ") > 8 and text == text.upper() != text.lower())
    score -= 2 * (len(text) < 120 and find_date(text) is not None)
    score -= 2 * (text.count(" ") > 4 and _SIGNS[0][0].search(text) is not None)
    return score - 1.5 * (text[0].islower() or _NUMBERED.match(text) is not None)


def _in_list(items: Sequence[Item], at: int) -> bool:
    """Whether a line is one of several that each have a date below them."""
    near = [item.kind in META for item in items[at : at + 4]]
    return near == [False, True, False, True] and items[at + 2].kind is Kind.TEXT and items[at + 2].width < 150


def _by_size(item: Item) -> float:
    if item.width >= 200:
        return -3.0
    if item.width >= 24:
        return 3.0 + (len(item.text.split()) > 4 or item.text[-1] > "\u0e00")
    return 2.2 if item.width >= 18 else 1.2 if item.width >= 12 else -0.5 if item.width >= 6 else -2.0


def _in_menu(items: Sequence[Item], at: int) -> bool:
    """Whether a line and those right above and below are as short as those of a menu."""
    if items[at].width >= 40:
        return False
    beside = [*items[max(0, at - 1) : at], *items[at + 1 : at + 2]]
    return len(beside) > 1 and all(
        item.kind in {Kind.SECTION, Kind.BUTTON} or (item.kind is Kind.TEXT and item.width < 30 and not item.ends)
        for item in beside
    )


def _scripts(text: str) -> set[str]:
    """Return the scripts of the letters in a text; those of Chinese, Japanese and Korean are one."""
    names = {unicodedata.name(sign, "").split(" ")[0] for sign in text[:_LONGEST_HEADLINE] if sign.isalpha()}
    return {"CJK" if name in _EASTERN else name for name in names}


def _words(text: str) -> Counter[str]:
    """Return the words that tell what a text is about: those of four letters; pairs of signs where none parts words."""
    said = plain(text)
    words = Counter(word[:7] for word in _WORD.findall(said))
    for rows, size in _SIGNS:
        for row in rows.findall(said):
            words.update(row[at : at + size] for at in range(len(row) - size + 1))
    return words


def _shared(text: str, told: Counter[str]) -> float:
    """Return the share of a line's words that the story's first paragraphs say too."""
    words = _words(text)
    if not words:
        return 0.0
    found = sum(word in told for word in words)
    return found / max(len(words), 3)


def _first_of_block(items: Sequence[Item], best: int, scores: dict[int, float], told: Counter[str]) -> int:
    """Of a headline and the standfirsts right below it the first is the headline, where it says about as much."""
    first = best
    for at in range(best - 1, max(-1, best - 6), -1):
        if at not in scores or items[at].width < 24:
            break
        shared = _shared(items[at].text, told)
        if scores[at] >= scores[best] - 2 and shared > 0 and shared >= _shared(items[best].text, told) / 3:
            first = at
    return first


def _above_date(items: Sequence[Item], best: int, scores: dict[int, float]) -> int:
    """Of a line right below the date and one right above it the upper is the headline, the lower the standfirst."""
    at = best - 1
    while at >= 0 and items[at].kind in THIN:
        at -= 1
    while at >= 0 and best - at < 4 and items[at].kind not in META and items[at].width < 18:
        at -= 1
    if at < 0 or items[at].kind not in META or _near_meta(items, best):
        return best
    above = [place for place in range(max(0, at - 4), at) if place in scores]
    above = [place for place in above if 18 <= items[place].width < 1.4 * items[best].width]
    first = max(above, key=lambda place: scores[place], default=best)
    return first if scores[first] >= max(scores[best] - 3.5, 2.5) else best


def _long_headline(items: Sequence[Item], at: int) -> int:
    """A headline as long as a paragraph: it stands first and does not end as a sentence."""
    if at + 1 < len(items) and items[at].width < _LONGEST_HEADLINE and not items[at].text.endswith(_STOP[:4]):
        return at
    return -1


def _of_text(items: Sequence[Item], body: int) -> int:
    """The headline of a text that stands alone: its first line, if that is no sentence and something else is."""
    first = next((at for at, item in enumerate(items) if item.kind in {Kind.TEXT, Kind.ASIDE, Kind.SECTION}), -1)
    if first < 0 or first > 3:
        return -1
    item = items[first]
    sentence = item.text.endswith((*_STOP, ":"))
    if sentence or item.width > _LONGEST_HEADLINE or re.match(r"[-*•]\s|\d{1,2}[.)]\s|>\s", item.text):
        return -1
    if len(items) == 1:
        return first
    if body < len(items):
        return first if first < body or item.width < PARAGRAPH else -1
    following = items[first + 1 :]
    titled = bool(following) and following[0].gap > 0 and not any(line.gap for line in following[1:3])
    return first if titled and len(following) > 1 else -1
