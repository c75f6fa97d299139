"""The last look at a story's blocks: what repeats the headline or the byline, and what ends no story, goes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kushk.core.document import BlockKind
from kushk.core.draft import DraftBlock
from kushk.sources.formats.dates import find_date, is_date_line
from kushk.sources.formats.page.ending import linked_share, without_cards
from kushk.sources.formats.page.headline import alike, folded
from kushk.sources.formats.page.measure import weigh
from kushk.sources.formats.page.phrases import BY, CALL, MINUTES, is_furniture, is_related_head, is_related_lead

_OPENING = 12
"""Blocks at the beginning among which the headline may be repeated."""
_SHORT = 140
_REPEATED = 60
_AROUND = 45
"""Weight of the words around a date: a section, a source, the buttons for the size of letters."""
_BIO = 600
"""Characters of what a last paragraph says of the author."""
_MANY = 2_000
"""Paragraphs past which quotations are not compared with the text."""
_STOPS = (".", "?", "!", "。", "।", "؟")
_CLOCK = re.compile(r"^\d{1,2}\s?[:.hH٫]\s?\d{2}(?:\s*(?:[aApP]\.?[mM]\.?|Uhr|uhr|GMT|UTC|CET|CEST|IST|ET))?$")
_WORDY = frozenset((BlockKind.PARAGRAPH, BlockKind.HEADING))


def refine(
    blocks: Sequence[DraftBlock], title: str, standfirst: str, authors: Sequence[str], language: str
) -> tuple[DraftBlock, ...]:
    """Return a story's blocks without its head and its furniture."""
    kept = _after_headline(list(blocks), title)
    kept = _without_opening(kept, title, standfirst, authors, language)
    kept = _without_repeats(kept)
    kept = without_cards(_without_furniture(kept))
    return tuple(_without_end(kept, authors, language))


def _after_headline(blocks: list[DraftBlock], title: str) -> list[DraftBlock]:
    for place, block in enumerate(blocks[:_OPENING]):
        if block.kind in _WORDY and title and _is_title(block.content.text, title):
            before = [other for other in blocks[:place] if other.kind in {BlockKind.FIGURE, BlockKind.EMBED}]
            if sum(weigh(other.content.text) for other in blocks[:place] if other.kind is BlockKind.PARAGRAPH) < 400:
                return before + blocks[place + 1 :]
    return blocks


def _is_title(text: str, title: str) -> bool:
    return folded(text) == folded(title) or (len(text) < len(title) * 1.6 and alike(text, title) > 0.85)


def _without_opening(
    blocks: list[DraftBlock], title: str, standfirst: str, authors: Sequence[str], language: str
) -> list[DraftBlock]:
    """Drop the standfirst, byline, date and section lines above the text."""
    kept: list[DraftBlock] = []
    opening = True
    for place, block in enumerate(blocks):
        if opening and block.kind in _WORDY:
            text = block.content.text
            if place < _OPENING and (_is_head_line(text, title, standfirst, authors, language)):
                continue
            if block.kind is BlockKind.PARAGRAPH and weigh(text) > _SHORT:
                opening = False
        elif opening and block.kind is BlockKind.DIVIDER and not kept:
            continue
        elif opening and block.kind is BlockKind.LIST and place < _OPENING:
            parts = [item.content.text for item in block.children]
            if _all_linked(block) or all(_is_head_line(part, title, "", authors, language) for part in parts):
                continue
        kept.append(block)
    return kept


def _is_head_line(text: str, title: str, standfirst: str, authors: Sequence[str], language: str) -> bool:
    plain = folded(text)
    known = folded(standfirst)
    if (known and (plain == known or (len(plain) > 30 and plain in known))) or _is_title(text, title):
        return True
    if len(text) > _SHORT:
        return False
    return (
        is_furniture(text)
        or is_date_line(text, language)
        or _is_data_line(text, language)
        or (len(text) < 30 and MINUTES.search(text) is not None)
        or _is_byline(text, plain, [folded(name) for name in authors])
    )


def _is_data_line(text: str, language: str) -> bool:
    """Tell whether a line says when and where a story was published, with hardly a word besides."""
    if text.rstrip().endswith(_STOPS) or not any(map(str.isnumeric, text)):
        return False
    dated = find_date(text, language)
    if dated is None or len(dated[0]) < len("2024-01-01"):
        return False
    around = text[: dated[1][0]] + text[dated[1][1] :]
    return weigh(folded(around)) <= _AROUND


def _is_byline(text: str, plain: str, names: list[str]) -> bool:
    if not any(name and name in plain for name in names):
        return False
    short = any(name and name in plain and len(plain) < len(name) + 60 for name in names)
    return (short and not text.rstrip().endswith(_STOPS)) or (len(text) < 60 and BY.match(text) is not None)


def _without_repeats(blocks: list[DraftBlock]) -> list[DraftBlock]:
    """Drop a paragraph that has stood before, and one that only repeats a caption."""
    seen: set[str] = set()
    kept: list[DraftBlock] = []
    texts = [block.content.text for block in blocks if block.kind is BlockKind.PARAGRAPH]
    running = folded("\n".join(texts)) if len(texts) < _MANY else ""
    captions = {folded(block.content.text) for block in blocks if block.kind is BlockKind.FIGURE and block.content}
    makers = {folded(block.credit) for block in blocks if block.credit}
    for block in blocks:
        if block.kind is BlockKind.PARAGRAPH:
            plain = folded(block.content.text)
            if plain in captions or plain in makers or (len(plain) > _REPEATED and plain in seen):
                continue
            seen.add(plain)
        elif block.kind is BlockKind.QUOTE and _is_pull_quote(block, running):
            continue
        kept.append(block)
    return kept


def _is_pull_quote(block: DraftBlock, running: str) -> bool:
    """Tell whether a short quotation only repeats words of the text beside it."""
    words = folded("".join(child.content.text for child in block.children))
    return 20 < len(words) < 400 and words in running


def _without_furniture(blocks: list[DraftBlock]) -> list[DraftBlock]:
    kept: list[DraftBlock] = []
    for block in blocks:
        text = block.content.text
        if block.kind in _WORDY and len(text) < _SHORT:
            if block.kind is BlockKind.PARAGRAPH and (is_furniture(text) or _CLOCK.match(text)):
                continue
            if block.kind is BlockKind.PARAGRAPH and is_related_lead(text) and linked_share(block) > 0.4:
                continue
            if block.kind is BlockKind.PARAGRAPH and is_related_head(text):
                continue
        kept.append(block)
    return kept


def _all_linked(block: DraftBlock) -> bool:
    items = [item for item in block.children if item.content]
    return bool(items) and all(linked_share(item) > 0.8 and not item.children for item in items)


def _is_tool(item: DraftBlock) -> bool:
    return len(item.content.text) < 60 and linked_share(item) > 0.2 and not item.children


def _without_end(blocks: list[DraftBlock], authors: Sequence[str], language: str) -> list[DraftBlock]:
    while blocks and _ends_nothing(blocks[-1], authors, language, few=len(blocks) < 3):
        blocks.pop()
    return blocks


def _ends_nothing(block: DraftBlock, authors: Sequence[str], language: str, *, few: bool) -> bool:
    if block.kind in {BlockKind.HEADING, BlockKind.DIVIDER}:
        return True
    if few or block.kind not in {BlockKind.LIST, BlockKind.PARAGRAPH}:
        return False
    if block.kind is BlockKind.LIST:
        return _all_linked(block) or (len(block.children) < 4 and all(_is_tool(item) for item in block.children))
    text = block.content.text
    if len(text) < _BIO and any(weigh(name) > 4 and text.startswith(name) for name in authors):
        return True
    return weigh(text) <= 3 * _SHORT and _is_closing(block, authors, language)


def _is_closing(block: DraftBlock, authors: Sequence[str], language: str) -> bool:
    """Tell whether a last paragraph belongs to the page: a call, a date, a link on, the author's name."""
    text = block.content.text
    if CALL.search(text) or is_furniture(text) or is_related_head(text):
        return True
    short = len(text) < _SHORT
    if short and (is_date_line(text, language) or (linked_share(block) > 0.85 and not text.endswith(_STOPS))):
        return True
    return len(text) < 80 and BY.match(text) is not None and any(folded(name) in folded(text) for name in authors)
