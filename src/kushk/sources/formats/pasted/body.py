# ruff: noqa: PLR2004 - small sizes in words, lines and letters, each at the one place that it decides
"""The body: which lines belong to it, and the blocks that they make."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kushk.core.document import BlockKind
from kushk.core.draft import DraftBlock, RichText, paragraph
from kushk.sources.formats.pasted.front import Front
from kushk.sources.formats.pasted.items import Item, Kind
from kushk.sources.formats.pasted.run import Run, is_sentence
from kushk.sources.formats.pasted.words import plain

_ALWAYS_FURNITURE = frozenset({Kind.BUTTON, Kind.MINUTES, Kind.LABEL, Kind.SIGNS, Kind.EDITION, Kind.RELATED})
_LONGEST_NOTICE = 260
_SOON = 8
_CLUTTER = 32
_LONGEST_BUTTON = 30
"""Width of the names and places that stand between a headline and the body."""


@dataclass
class Body:
    """The lines of the body, and what was set aside on the way."""

    lines: list[Item] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    dropped: list[str] = field(default_factory=list)
    soon: list[Item] = field(default_factory=list)
    """Dates and bylines that stand right below the body."""
    later: list[Item] = field(default_factory=list)
    """Dates and bylines further away."""


def find_body(items: Sequence[Item], front: Front, *, page: bool, run: Run | None = None) -> Body:
    """Sort the lines that are not of the front into the body and the rest; a text alone keeps all of its lines."""
    body = Body()
    last = run.end - 1 if run else _last(items, front) if page else len(items) - 1
    ended = False
    seen = {plain(front.headline), plain(front.publication), plain(front.standfirst)} - {""}
    furniture = _furniture(items, run) if run else set()
    for at, item in enumerate(items):
        if at in front.used:
            continue
        if at in furniture:
            body.dropped.append(item.text)
            continue
        if not page:
            _keep_plain(item, body)
            continue
        ended = ended or (at > last and (run is not None or _is_foot(item)))
        below = ended or (at > last and item.kind in {Kind.DATE, Kind.META, Kind.BYLINE})
        place = _place(at, front, ended=below)
        if run and place != "body" and not (place == "front" and is_sentence(item) and not item.tail):
            _set_aside(item, body, place, near=0 < at - last <= _SOON)
            continue
        _sort(items, at, body, place, seen)
    return body


def _set_aside(item: Item, body: Body, place: str, *, near: bool) -> None:
    """Put away a line that is not within the main run of a page."""
    if item.kind is Kind.CREDIT and place == "front":
        body.captions.append(item.text)
    elif item.kind is Kind.ASIDE:
        body.asides.append(item.value)
    elif item.kind in {Kind.DATE, Kind.META, Kind.BYLINE}:
        (body.soon if near else body.later).append(item)
    else:
        body.dropped.append(item.text)


def _furniture(items: Sequence[Item], run: Run) -> set[int]:
    """Return the places of buttons with unknown words: lines that come again, rows after the first paragraph."""
    counted = Counter(plain(item.text) for item in items if _may_be_button(item))
    found = {at for at in range(run.start, run.end) if _may_be_button(items[at]) and counted[plain(items[at].text)] > 1}
    row = run.start + 1
    while row < run.end and (_may_be_button(items[row]) and items[row].width < _LONGEST_BUTTON):
        row += 1
    return found | (set(range(run.start + 1, row)) if row - run.start > 2 else set())


def _may_be_button(item: Item) -> bool:
    short = item.width <= 2 * _LONGEST_BUTTON and not item.ends and not item.text.endswith((",", ":", "，", "：", "،"))
    return short and (item.kind in _ALWAYS_FURNITURE or (item.kind is Kind.TEXT and item.text[0].isalnum()))


def _is_foot(item: Item) -> bool:
    return item.kind in _ALWAYS_FURNITURE or item.kind is Kind.SECTION or item.tail


def _place(at: int, front: Front, *, ended: bool) -> str:
    """Return where a line stands: above the headline, in the front, in the body, or below it."""
    if ended:
        return "below"
    if at < front.body and front.at > at:
        return "above"
    return "front" if front.at < at < front.body else "body"


def _last(items: Sequence[Item], front: Front) -> int:
    """Return the place of the last line that is surely of the body."""
    end = len(items)
    edition = next((at for at, item in enumerate(items) if item.kind is Kind.EDITION and at > front.body), end)
    if sum(item.long for item in items[edition:]) <= 4:
        end = edition
    longs = [
        at for at in range(front.body, end) if items[at].kind is Kind.TEXT and items[at].long and not items[at].tail
    ]
    return longs[-1] if longs else min(front.body, end - 1)


def _keep_plain(item: Item, body: Body) -> None:
    if item.kind is Kind.CREDIT and item.width < _LONGEST_NOTICE:
        body.captions.append(item.text)
    else:
        body.lines.append(item)


def _sort(items: Sequence[Item], at: int, body: Body, place: str, seen: set[str]) -> None:
    item = items[at]
    said = plain(item.text) if item.width < 400 else ""
    if item.kind is Kind.CREDIT or _is_caption(items, at):
        body.captions.append(item.text)
    elif item.kind is Kind.ASIDE:
        body.asides.append(item.value)
    elif item.kind in {Kind.DATE, Kind.META, Kind.BYLINE} and (place in {"above", "below"} or _is_edge(items, at)):
        body.later.append(item)
    elif (
        (item.kind in _ALWAYS_FURNITURE and not _is_lone_label(items, at, place))
        or said in seen
        or (place == "above" and (item.width < 120 or item.tail))
        or (place == "front" and not item.ends and (item.width <= _CLUTTER or _between_buttons(items, at)))
        or (place == "below" and not (item.kind is Kind.TEXT and item.long and not item.tail))
        or (item.tail and item.width < _LONGEST_NOTICE and _beside_furniture(items, at))
    ):
        body.dropped.append(item.text)
    else:
        body.lines.append(item)
        if item.long and said:
            seen.add(said)


def _is_lone_label(items: Sequence[Item], at: int, place: str) -> bool:
    """Whether words such as "On the day" stand in the body with no date beside them: then they are the author's."""
    beside = [items[near] for near in (at - 1, at + 1) if 0 <= near < len(items)]
    own = not any(item.anchor or item.kind in _ALWAYS_FURNITURE for item in beside)
    return items[at].kind is Kind.LABEL and place == "body" and own


def _between_buttons(items: Sequence[Item], at: int) -> bool:
    return all(items[near].kind is Kind.BUTTON for near in (at - 1, at + 1) if 0 <= near < len(items))


def _is_caption(items: Sequence[Item], at: int) -> bool:
    """Whether a line that is no sentence stands right above the credit of a picture."""
    item = items[at]
    below = items[at + 1] if at + 1 < len(items) else None
    credited = below is not None and below.kind is Kind.CREDIT and below.width < 80
    return credited and item.kind is Kind.TEXT and not item.ends and item.width < 200


def _is_edge(items: Sequence[Item], at: int) -> bool:
    """Whether a date or byline stands beside furniture, or last."""
    return at + 1 >= len(items) or _beside_furniture(items, at)


def _beside_furniture(items: Sequence[Item], at: int) -> bool:
    return any(
        items[near].kind in _ALWAYS_FURNITURE for near in (at - 1, at + 1) if 0 <= near < len(items)
    ) or at + 1 == len(items)


_BULLET = re.compile(r"(?:[•◦▪‣●○■□–*·-]|\u2043)\s+(?=\S)")
_NUMBERED = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_HEADING = re.compile(r"(#{1,6})\s+(?=\S)")
_QUOTE = re.compile(r">\s?(?=\S)")
_DIVIDER = re.compile(r"(?:\*\s?){3,}|(?:-\s?){3,}|(?:_\s?){3,}|⁂|—{3,}|(?:•\s?){3,}")
_LONGEST_SUBHEADING = 80


def blocks_of(lines: Sequence[Item]) -> list[DraftBlock]:
    """Return the blocks that the lines of a body make."""
    blocks: list[DraftBlock] = []
    at = 0
    while at < len(lines):
        for make in (_list, _numbered, _quote, _table):
            made = make(lines, at)
            if made:
                block, width = made
                blocks.append(block)
                at += width
                break
        else:
            blocks.append(_single(lines, at))
            at += 1
    return blocks


def _run(lines: Sequence[Item], at: int, mark: re.Pattern[str]) -> Iterator[tuple[re.Match[str], str]]:
    while at < len(lines) and (match := mark.match(lines[at].text)):
        yield match, lines[at].text[match.end() :]
        at += 1


def _list(lines: Sequence[Item], at: int) -> tuple[DraftBlock, int] | None:
    run = list(_run(lines, at, _BULLET))
    same = [words for match, words in run if match[0][0] == run[0][0][0][0]]
    if len(same) < 2 or len(same) != len(run):
        return None
    return DraftBlock(
        BlockKind.LIST, children=tuple(DraftBlock(BlockKind.ITEM, RichText(words)) for words in same)
    ), len(run)


def _numbered(lines: Sequence[Item], at: int) -> tuple[DraftBlock, int] | None:
    run = list(_run(lines, at, _NUMBERED))
    first = int(run[0][0][1]) if run else 0
    kept = [words for number, (match, words) in enumerate(run, start=first) if int(match[1]) == number]
    if len(kept) < 2 or len(kept) != len(run):
        return None
    items = tuple(DraftBlock(BlockKind.ITEM, RichText(words)) for words in kept)
    return DraftBlock(BlockKind.LIST, children=items, ordered=True, start=first), len(run)


def _quote(lines: Sequence[Item], at: int) -> tuple[DraftBlock, int] | None:
    run = [words for _, words in _run(lines, at, _QUOTE)]
    return (DraftBlock(BlockKind.QUOTE, children=tuple(map(paragraph, run))), len(run)) if run else None


def _table(lines: Sequence[Item], at: int) -> tuple[DraftBlock, int] | None:
    tabs = lines[at].text.count("\t")
    end = at
    while tabs and end < len(lines) and lines[end].text.count("\t") == tabs:
        end += 1
    if end - at < 2:
        return None
    rows = tuple(
        DraftBlock(
            BlockKind.ROW,
            children=tuple(DraftBlock(BlockKind.CELL, RichText(cell)) for cell in line.text.split("\t")),
        )
        for line in lines[at:end]
    )
    return DraftBlock(BlockKind.TABLE, children=rows), end - at


def _single(lines: Sequence[Item], at: int) -> DraftBlock:
    text = lines[at].text.replace("\t", " ")
    heading = _HEADING.match(text)
    if heading:
        level = min(6, max(2, len(heading[1])))
        return DraftBlock(BlockKind.HEADING, RichText(text[heading.end() :].rstrip("# ")), level=level)
    if _DIVIDER.fullmatch(text):
        return DraftBlock(BlockKind.DIVIDER)
    if _is_subheading(lines, at):
        return DraftBlock(BlockKind.HEADING, RichText(text), level=2)
    return paragraph(text)


def _is_subheading(lines: Sequence[Item], at: int) -> bool:
    """Whether a short line that is no sentence stands between long paragraphs."""
    item = lines[at]
    if item.width > _LONGEST_SUBHEADING or item.ends or item.kind is not Kind.TEXT or not 0 < at < len(lines) - 1:
        return False
    before, after = lines[at - 1], lines[at + 1]
    plainly = item.text[-1].isalnum() and not item.text.startswith(("-", "–", "—", "•", "“", '"', "«"))
    return plainly and before.width > 100 and before.ends and after.width > 100
