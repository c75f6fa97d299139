# ruff: noqa: PLR2004 - small sizes in words, lines and letters, each at the one place that it decides
"""Lists of related stories: found by their headings or by their rhythm, and cut into cards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from kushk.sources.formats.dates import parse_date
from kushk.sources.formats.parsed import RelatedCard
from kushk.sources.formats.pasted.items import Item, Kind
from kushk.sources.formats.pasted.lines import weight
from kushk.sources.formats.pasted.words import plain

_MOST_TEXTS = 6
_MOST_WIDTH = 800
_LONGEST_LINE = 450
_LONGEST_TITLE = 220
_LONGEST_DEK = 160
_LONGEST_NAME = 60
_LABEL = 16
_SHORT_NAME = 32
_CONTENT = frozenset({Kind.TEXT, Kind.SECTION, Kind.BYLINE, Kind.CREDIT, Kind.ASIDE})


@dataclass(frozen=True, slots=True)
class Region:
    """A stretch ``[start, end)`` of the lines that is a list of cards."""

    start: int
    end: int
    chunks: tuple[tuple[Item, ...], ...]
    publication: str = ""


def find_regions(items: Sequence[Item]) -> list[Region]:
    """Return the lists of cards, in order; none overlaps another."""
    regions: list[Region] = []
    at = 0
    while at < len(items):
        if items[at].kind is Kind.RELATED:
            region = _under_heading(items, at)
            regions.append(region)
            at = region.end
        else:
            at += 1
    return regions or _by_rhythm(items)


def _under_heading(items: Sequence[Item], heading: int) -> Region:
    start = heading + 1
    end = start
    while (
        end < len(items) and items[end].kind not in {Kind.RELATED, Kind.EDITION} and items[end].width <= _LONGEST_LINE
    ):
        end += 1
    lines = items[start:end]
    anchors = [at for at, item in enumerate(lines) if item.anchor]
    chunks = _dated(lines) if anchors else _titles(lines, last=end == len(items))
    if _gives_front_back(items, heading, start + sum(map(len, chunks))):
        chunks = chunks[:-1]
    return Region(heading, start + sum(map(len, chunks)), tuple(chunks), items[heading].value)


def _gives_front_back(items: Sequence[Item], heading: int, end: int) -> bool:
    """Whether the last card is the front of the story itself: cards stand before it, and its body follows."""
    before = any(item.kind is Kind.TEXT and item.width >= 25 for item in items[:heading])
    follows = [item for item in items[end : end + 4] if item.kind is Kind.TEXT]
    return not before and any(item.long for item in follows)


def _dated(lines: Sequence[Item]) -> list[tuple[Item, ...]]:
    """Cut lines into cards by their dates and reading times; what cannot be a card ends the list."""
    chunks = _blocks(lines) or _chunks(lines)
    kept: list[tuple[Item, ...]] = []
    for chunk in chunks:
        texts = [item for item in chunk if item.kind in _CONTENT]
        whole = any(item.anchor for item in chunk) and (texts or any(item.parts for item in chunk))
        if not whole or len(texts) > _MOST_TEXTS or sum(item.width for item in texts) > _MOST_WIDTH:
            break
        kept.append(chunk)
    return kept


def _blocks(lines: Sequence[Item]) -> list[tuple[Item, ...]]:
    """Cut at empty lines, where these part cards and not lines."""
    blocks: list[list[Item]] = []
    for at, item in enumerate(lines):
        if at == 0 or item.gap:
            blocks.append([])
        blocks[-1].append(item)
    whole = [
        any(item.anchor for item in block) and any(item.kind in _CONTENT for item in block) and len(block) > 1
        for block in blocks
    ]
    first_bad = whole.index(False) if False in whole else len(whole)
    return [tuple(block) for block in blocks[:first_bad]] if first_bad >= 2 else []


def _letter(item: Item) -> str:
    if item.kind is Kind.META:
        return "X"
    return "M" if item.kind is Kind.MINUTES else "D" if item.kind is Kind.DATE else "T"


def _chunks(lines: Sequence[Item]) -> list[tuple[Item, ...]]:
    """Cut by rhythm: after each group of date and reading time, or before each where the list begins with one."""
    shown = [(at, _letter(item)) for at, item in enumerate(lines) if item.anchor or item.kind in _CONTENT]
    letters = "".join(letter for _, letter in shown)
    starts = [shown[at][0] for at in _starts(letters)]
    if not starts:
        return []
    last = max(at for at, letter in shown if letter != "T")
    if letters[0] != "T":
        last = _end_of_last(lines, starts)
    bounds = [0, *starts[1:], last + 1]
    return [tuple(lines[a:b]) for a, b in pairwise(bounds) if b > a]


def _end_of_last(lines: Sequence[Item], starts: list[int]) -> int:
    """Return the last line of the last card where dates come first: it has as many texts as the one before."""
    texts = [sum(item.kind in _CONTENT for item in lines[a:b]) for a, b in pairwise(starts)]
    most = Counter(texts).most_common(1)[0][0] if texts else 2
    last, seen = starts[-1], 0
    for at in range(starts[-1], len(lines)):
        seen += lines[at].kind in _CONTENT
        if seen > most or lines[at].kind is Kind.BUTTON:
            break
        last = at
    return last


def _starts(letters: str) -> list[int]:
    """Return where cards start in a row of letters: T a text, M minutes, D a date, X several at once."""
    if not letters.strip("T"):
        return []
    apart = letters.count("M") > 1 and letters.count("D") > 1 and "MD" not in letters and "DM" not in letters
    if letters[0] == "T":
        if apart:
            end = next(letter for letter in letters if letter != "T" and letter != _first_anchor(letters))
            return [0] + [at + 1 for at, letter in enumerate(letters[:-1]) if letter == end]
        return [0] + [at for at in range(1, len(letters)) if letters[at] == "T" and letters[at - 1] != "T"]
    first, last = letters[0], letters.rstrip("T")[-1]
    if first != last and letters.count(first) == letters.count(last) and letters.endswith(last):
        return [at for at, letter in enumerate(letters) if letter == first]
    return [at for at in range(len(letters)) if letters[at] != "T" and (at == 0 or letters[at - 1] == "T")]


def _first_anchor(letters: str) -> str:
    return next(letter for letter in letters if letter != "T")


def _titles(lines: Sequence[Item], *, last: bool) -> list[tuple[Item, ...]]:
    """Cut a list without dates: each line that is no sentence is a title, a sentence after it its dek."""
    chunks: list[list[Item]] = []
    for item in lines:
        if item.kind in {Kind.SIGNS, Kind.LABEL}:
            chunks = chunks or [[]]
            chunks[-1].append(item)
        elif item.kind not in {Kind.TEXT, Kind.SIGNS} or item.tail or not _LABEL < item.width <= _LONGEST_TITLE:
            break
        elif item.ends and item.text.endswith((".", "。", "۔", "।")):
            if not last or not chunks or item.width > _LONGEST_DEK or len(chunks[-1]) > 1:
                break
            chunks[-1].append(item)
        else:
            chunks.append([item])
    if len(chunks) == 1:
        return [tuple(chunks[0][:1])]
    return [tuple(chunk) for chunk in chunks]


_FEWEST_BY_RHYTHM = 3


def _by_rhythm(items: Sequence[Item]) -> list[Region]:
    """Find a list of cards without a known heading: groups of date and reading time with few short lines between."""
    groups = [
        at
        for at, item in enumerate(items)
        if item.anchor and not (at and (items[at - 1].anchor or _is_label(items, at)))
    ]
    run: list[int] = []
    best: list[int] = []
    for group in groups:
        if run and not _is_card_between(items, run[-1], group):
            run = []
        run.append(group)
        best = list(run) if len(run) > len(best) else best
    if len(best) < _FEWEST_BY_RHYTHM:
        return []
    counts = [sum(item.kind in _CONTENT for item in items[a:b]) for a, b in pairwise(best)]
    usual = Counter(counts).most_common(1)[0][0]
    start = best[0]
    seen = 0
    while start and seen < usual and items[start - 1].kind in {*_CONTENT, Kind.LABEL, Kind.SIGNS}:
        start -= 1
        seen += items[start].kind in _CONTENT
    if seen < usual or any(item.width > _LONGEST_LINE for item in items[start : best[0]]):
        start = best[1] - usual
    end = best[-1]
    while end + 1 < len(items) and (items[end + 1].anchor or items[end + 1].kind is Kind.LABEL):
        end += 1
    chunks = _dated(items[start : end + 1])
    return [Region(start, start + sum(map(len, chunks)), tuple(chunks))] if len(chunks) > 1 else []


def _is_label(items: Sequence[Item], at: int) -> bool:
    return at > 1 and items[at - 1].kind is Kind.LABEL and items[at - 2].anchor


def _is_card_between(items: Sequence[Item], before: int, after: int) -> bool:
    texts = [item for item in items[before:after] if item.kind in _CONTENT]
    return 0 < len(texts) <= 4 and sum(item.width for item in texts) <= 500


def cards_of(region: Region, language: str) -> list[RelatedCard]:
    """Return the cards of a region, each title once."""
    counted = Counter(
        plain(text) for chunk in region.chunks for text in {item.text for item in chunk if _is_short(item)}
    )
    often = max(2, (len(region.chunks) + 1) // 2)
    names = {name for name, times in counted.items() if times >= often} | {plain(region.publication)} - {""}
    cards: dict[str, RelatedCard] = {}
    for chunk in region.chunks:
        card = _card(chunk, names, region.publication, language)
        if card is not None:
            cards.setdefault(plain(card.title), card)
    return list(cards.values())


def _is_short(item: Item) -> bool:
    return item.kind in _CONTENT and item.width <= _LONGEST_NAME


def _card(chunk: Sequence[Item], names: set[str], publication: str, language: str) -> RelatedCard | None:
    flat = [part for item in chunk for part in (item.parts or (item,))]
    minutes = next((item.minutes for item in flat if item.kind is Kind.MINUTES), None)
    dates = [item.text for item in flat if item.kind is Kind.DATE]
    texts = list(dict.fromkeys(item.text for item in flat if item.kind in _CONTENT))
    own = [text for text in texts if plain(text) in names]
    texts = [text for text in texts if plain(text) not in names] or texts[:1]
    dropped = {item.text for item in flat if item.kind in {Kind.SECTION, Kind.BYLINE, Kind.CREDIT}}
    texts = [text for text in texts if text not in dropped] or texts
    if not texts:
        return None
    name, texts = _named(texts)
    published = next(filter(None, (parse_date(text, language) for text in dates)), "")
    title, dek = texts[0], " ".join(texts[1:])
    return RelatedCard(title, dek, minutes, published, own[0] if own else name or publication)


def _named(texts: list[str]) -> tuple[str, list[str]]:
    """Part a short name above or below the title from the title: the publication of that card."""
    if len(texts) > 1 and len(texts[0]) <= 2 * _LABEL and len(texts[0].split()) <= 4 and _is_name(texts[0], texts[1]):
        return texts[0], texts[1:]
    if (
        len(texts) > 1
        and len(texts[-1]) <= _SHORT_NAME
        and len(texts[-1].split()) <= 4
        and _is_name(texts[-1], texts[0])
    ):
        return texts[-1], texts[:-1]
    return "", texts


def _is_name(name: str, title: str) -> bool:
    return (
        weight(name) < 0.6 * weight(title) and weight(name) <= _SHORT_NAME and not name.endswith((".", "…", "?", "!"))
    )
