# ruff: noqa: PLR2004 - small sizes in letters and lines, each at the one place that it decides
"""The main run of a page: where the story's paragraphs stand among menus, boxes, comments and lists of headlines.

Each line has a worth: a paragraph of sentences much, a short line without an end less than nothing. The story is a
stretch of the page whose lines are worth most together. A stretch goes on over lines that cost something (a box, an
advertisement, a caption) while what is lost since its best place stays small, as in the X-drop rule with which local
alignments of sequences are extended (Altschul et al. 1990).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from kushk.sources.formats.pasted.items import PARAGRAPH, Item, Kind
from kushk.sources.formats.pasted.words import is_comments, plain

_COST = {
    Kind.BUTTON: -1.0,
    Kind.SECTION: -1.0,
    Kind.LABEL: -1.0,
    Kind.MINUTES: -2.5,
    Kind.META: -2.0,
    Kind.DATE: -2.0,
    Kind.BYLINE: -1.5,
    Kind.RELATED: -3.0,
    Kind.EDITION: -8.0,
    Kind.CREDIT: -0.4,
    Kind.ASIDE: -0.2,
    Kind.SIGNS: -0.3,
}
_IN_BOX = frozenset({Kind.TEXT, Kind.BUTTON, Kind.SIGNS, Kind.SECTION, Kind.LABEL, Kind.CREDIT})
_OF_STORY = frozenset({Kind.TEXT, Kind.SIGNS, Kind.CREDIT})
_COMMENTS = -9.0
_NOTICE = -5.0
_OFTEN = 3
_REPEATED = -1.5
_MANY_DATES = 4
_ANOTHER_DATE = -4.0
_DROP = 9.0
_WIDE_DROP = 0.12
_MOST_DROP = 16.0
_FIRST_SHARE = 0.4
_FIRST_SHARE_OF_SMALL = 0.6
_SMALL = 12.0
_IN_PASSING = 1.0
"""A line in a box that is worth this does not end the story."""
_SENTENCE = 25
_WIDE_SENTENCE = 16
_CLAUSES = 90
_ASKED = 120
"""A question by itself may be a headline among others."""
_INSPECTED = 600
_WIDEST_BOX = 30
_NARROW_BOX = 4
_SURE_SHARE = 0.45
_JOINED = re.compile(r"[\t|│｜»•·]|\s/\s|\s{3,}")
_STOPS = re.compile(r"[.!?…。！？۔؟।။።។]|[,،、，;；](?=\s|[\u3000-\u9fff])")
_RIGHTS = re.compile(r"[©ⓒ]|copyright", re.IGNORECASE)
_CUT = ("…", "...")
_OPEN = (",", "，", "、", "،", ";", "；")
_LISTED = re.compile(r"(?:[•◦▪‣●○■□–*·-]|\d{1,3}[.)])\s+\S")


@dataclass(frozen=True, slots=True)
class Run:
    """The lines ``[start, end)`` from the story's first paragraph to its last. ``worth`` is the sum of theirs."""

    start: int
    end: int
    worth: float


def main_run(items: Sequence[Item]) -> Run | None:
    """Return the run of the story; None when no line is a paragraph."""
    worths = _worths(items)
    runs = [run for run in _runs(worths) if any(map(_is_prose, items[run.start : run.end]))]
    if not runs:
        return None
    best = max(run.worth for run in runs)
    share = _FIRST_SHARE if best > _SMALL else _FIRST_SHARE_OF_SMALL
    first = next(at for at, run in enumerate(runs) if run.worth >= share * best)
    run = runs[first]
    if first and _leads_on(items, runs[first - 1], run):
        run = Run(runs[first - 1].start, run.end, run.worth)
    unsure = run.worth < _SURE_SHARE * _before_comments(items, runs[first:])
    for following in runs[first + 1 :]:
        if _goes_on(items, run, following, unsure=unsure):
            run = Run(run.start, following.end, run.worth + following.worth)
        elif following.worth > _IN_PASSING:
            break
    return Run(_past_question(items, run), _over_list(items, run.end), run.worth)


def _past_question(items: Sequence[Item], run: Run) -> int:
    """Return the start of a run without a short question or call right above its first paragraph: a headline."""
    first = items[run.start]
    asked = first.text.endswith(("?", "!", "？", "！")) and not first.long and run.end - run.start > 1
    return run.start + 1 if asked and items[run.start + 1].long else run.start


def _leads_on(items: Sequence[Item], before: Run, run: Run) -> bool:
    """Whether a run above is the story's first paragraph, parted from the others by a row of buttons or a list."""
    between = items[before.end : run.start]
    plain_box = all(item.kind in _IN_BOX and (item.width < 24 or item.kind is not Kind.TEXT) for item in between)
    return (
        plain_box
        and len(between) <= _WIDEST_BOX / 2
        and any(item.long and item.ends for item in items[before.start : before.end])
    )


def _before_comments(items: Sequence[Item], runs: Sequence[Run]) -> float:
    """Return the worth of all runs up to the first heading over comments or notice at the foot of the page."""
    total = 0.0
    for before, run in zip([None, *runs[:-1]], runs, strict=True):
        if before and any(_closes(item) for item in items[before.end : run.start]):
            break
        total += run.worth
    return total


def _goes_on(items: Sequence[Item], run: Run, following: Run, *, unsure: bool) -> bool:
    """Whether a run after a box is more of the story: close by, as dense, and before the comments and the notices.

    Where no run stands out (``unsure``) all of them are kept.
    """
    between = items[run.end : following.start]
    if any(_closes(item) and not (item.tail and following.worth >= run.worth / 2) for item in between):
        return False
    if any(_RIGHTS.search(item.text) for item in between if item.tail):
        return False
    if unsure or len(between) > _WIDEST_BOX:
        return unsure
    paragraphs = [item.width for item in items[following.start : following.end] if item.kind is Kind.TEXT and item.long]
    lines = following.end - following.start
    usual = median([item.width for item in items[run.start : run.end] if item.long] or [0])
    own = all(item.kind in _OF_STORY for item in between)
    many = len(paragraphs) > 1 or len(between) <= (2 * _NARROW_BOX if own else _NARROW_BOX)
    told = sum(item.long or is_sentence(item) for item in items[following.start : following.end])
    return bool(paragraphs) and many and told > 0.6 * lines and median(paragraphs) >= 0.55 * usual


def _closes(item: Item) -> bool:
    return item.tail or item.kind is Kind.EDITION or (item.width <= 60 and is_comments(item.text))


def _worths(items: Sequence[Item]) -> list[float]:
    counted = Counter(plain(item.text) for item in items if item.width <= 60)
    dates = sum(_is_dated(item) for item in items)
    worths = []
    for item in items:
        worth = _worth(item)
        label = item.width <= 60 and item.kind is not Kind.SIGNS and not is_sentence(item)
        if label and counted[plain(item.text)] >= _OFTEN:
            worth += _REPEATED
        if dates >= _MANY_DATES and _is_dated(item):
            worth += _ANOTHER_DATE
        worths.append(worth)
    return worths


def _is_dated(item: Item) -> bool:
    return item.kind in {Kind.DATE, Kind.META, Kind.BYLINE} and any(sign.isdigit() for sign in item.text)


def _worth(item: Item) -> float:
    if item.kind is not Kind.TEXT:
        return _COMMENTS if is_comments(item.text) else _COST[item.kind]
    if item.tail:
        return _NOTICE
    if item.width <= 60 and is_comments(item.text):
        return _COMMENTS
    return _paragraph(item) if item.long else _short(item)


def _paragraph(item: Item) -> float:
    stops = len(_STOPS.findall(item.text[:_INSPECTED]))
    rows = len(_JOINED.findall(item.text[:_INSPECTED]))
    if not item.ends and (rows > max(2, stops) or not (stops or item.text[-1] > "\u0e00")):
        return -1.5
    if item.text.endswith(_CUT) and item.width < _ASKED:
        return -0.5
    if stops < 2 and item.width < _ASKED and item.text.rstrip("\"'”’»").endswith(("?", "!", "？", "！")):
        return 0.3
    size = 0.6 + min(item.width, 320) / 100
    whole = item.ends or item.width >= PARAGRAPH or is_unpointed(item)
    return size if whole else size / 2


def _short(item: Item) -> float:
    if item.text.endswith(_CUT):
        return -0.8
    if is_sentence(item) or (item.width >= _CLAUSES and _STOPS.search(item.text)):
        return 0.5
    if item.text.endswith(_OPEN):
        return 0.2
    if item.ends or _LISTED.match(item.text):
        return -0.2
    if "\t" in item.text:
        return -0.2
    return -0.7 if item.width < 40 else -1.0


def _is_prose(item: Item) -> bool:
    return item.ends or is_unpointed(item) or item.text.endswith(_OPEN)


def is_unpointed(item: Item) -> bool:
    """Whether a line is in Thai or Lao, which end no sentence with a sign."""
    return "\u0e00" <= item.text[-1] <= "\u0eff"


def is_sentence(item: Item) -> bool:
    """Whether a line ends as a sentence does and has more than a few words."""
    return item.ends and item.width >= (_WIDE_SENTENCE if item.text[-1] > "\u2e7f" else _SENTENCE)


def _runs(worths: Sequence[float]) -> Iterator[Run]:
    """Return the stretches that are worth most: each ends at its best place before it lost too much.

    The search goes on right behind that place, so that no stretch is lost in the lines that were tried in vain.
    """
    at = 0
    while at < len(worths):
        if worths[at] <= 0:
            at += 1
            continue
        run = _run_from(worths, at)
        yield run
        at = run.end


def _run_from(worths: Sequence[float], start: int) -> Run:
    total, best, end = 0.0, 0.0, start
    for at in range(start, len(worths)):
        total += worths[at]
        if total >= best:
            best, end = total, at + 1
        elif total <= 0 or total < best - min(_DROP + _WIDE_DROP * best, _MOST_DROP):
            break
    return Run(start, end, best)


def _over_list(items: Sequence[Item], end: int) -> int:
    """Go on over the sentences and the points of a list that follow at once."""
    while (
        end < len(items)
        and items[end].kind is Kind.TEXT
        and not items[end].tail
        and (is_sentence(items[end]) or _LISTED.match(items[end].text))
    ):
        end += 1
    return end
