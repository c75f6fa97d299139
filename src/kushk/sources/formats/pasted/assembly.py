"""A pasted page put together: front, body, cards, and what was left out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from kushk.core.compose import compose
from kushk.core.detect import detect
from kushk.core.document import Media, MediaKind
from kushk.sources.formats.dates import parse_date
from kushk.sources.formats.errors import NoStory
from kushk.sources.formats.parsed import Attachment, ParsedStory, RelatedCard, Warned
from kushk.sources.formats.pasted.body import Body, blocks_of, find_body
from kushk.sources.formats.pasted.cards import Region, cards_of, find_regions
from kushk.sources.formats.pasted.front import Front, find_front
from kushk.sources.formats.pasted.headline import find_headline
from kushk.sources.formats.pasted.items import Item, Kind, item_of
from kushk.sources.formats.pasted.learned import with_minutes
from kushk.sources.formats.pasted.lines import Line, lines_of, text_of, weight
from kushk.sources.formats.pasted.run import Run, main_run
from kushk.sources.formats.pasted.words import edition, plain

_INSPECTED = 1500
"""Lines at either end of a paste in which an interface is looked for."""
_SAMPLE = 4000
_SHOWN = 5
_SHORT_LINE = 60
_VERSES = 16
"""So many lines on a page without one sentence may be a poem or a song: all of them are kept."""
_MENU = 7
"""Short lines in a row that are surely no story."""
_NO_STORY = frozenset({Kind.BUTTON, Kind.SECTION, Kind.SIGNS, Kind.RELATED})
_AND = re.compile(r"\s*(?:[,;&、،；，]|\s(?:and|y|e|et|und|og|och|en|ve|i|и|та|dan|na|και|și|और|এবং|和|و)\s)\s*")


def parse_pasted(source: str | bytes, url: str = "") -> ParsedStory:
    """Return the story of a page whose text somebody copied, interface words and all.

    Args:
        source: the text of the page, in any interface language, with any line endings or encoding.
        url: the page's address, where known.

    Raises:
        FormatError: there is nothing in it, it is no text, too large, or holds an interface and no story.
    """
    items = with_minutes(_items(lines_of(text_of(source))))
    language = _language(item.text for item in items if item.long)
    page, run, regions = _parts(items)
    cards = [card for region in regions for card in cards_of(region, language)]
    kept = _outside(items, regions)
    main = [items[at] for at in kept]
    if run:
        run = Run(bisect_left(kept, run.start), bisect_left(kept, run.end), run.worth)
    front = find_front(main, _publication(main, regions, cards), language, page=page, run=run)
    body = find_body(main, front, page=page, run=run)
    if not (front.headline or any(item.kind not in _NO_STORY for item in body.lines)):
        raise NoStory
    return _story(front, body, cards, language, url)


def _items(lines: Sequence[Line]) -> list[Item]:
    if len(lines) <= 2 * _INSPECTED:
        return [item_of(line) for line in lines]
    ends = len(lines) - _INSPECTED
    return [
        item_of(line) if at < _INSPECTED or at >= ends else Item(line.text, Kind.TEXT, weight(line.text), line.gap)
        for at, line in enumerate(lines)
    ]


def _language(texts: Sequence[str] | object) -> str:
    sample = ""
    for text in texts if hasattr(texts, "__iter__") else ():
        sample += text[:_SAMPLE] + "\n"
        if len(sample) >= _SAMPLE:
            break
    found = detect(sample) if sample else ""
    return "" if found == "und" else found


def _parts(items: Sequence[Item]) -> tuple[bool, Run | None, list[Region]]:
    """Return whether this is a page, and if so its main run, and the lists of cards beside the story."""
    regions = find_regions(items)
    run = main_run(items)
    if not (_is_page([items[at] for at in _outside(items, regions)], regions) or _is_among_lines(items, run)):
        return False, None, regions
    if run is None:
        return sum(item.kind is Kind.TEXT for item in items) < _VERSES, None, regions
    own = {at for at in range(run.start, run.end) if items[at].kind is Kind.TEXT and items[at].long}
    own.add(find_headline(items, run.start, "", page=True))
    return True, run, [part for region in regions if (part := _before(region, own))]


def _before(region: Region, own: set[int]) -> Region | None:
    """Return the cards of a region that stand above the first line that is the story's own."""
    end = region.end - sum(map(len, region.chunks))
    chunks = []
    for chunk in region.chunks:
        if own.intersection(range(end, end + len(chunk))):
            break
        chunks.append(chunk)
        end += len(chunk)
    return Region(region.start, end, tuple(chunks), region.publication) if end > region.start else None


def _outside(items: Sequence[Item], regions: Sequence[Region]) -> list[int]:
    inside = {at for region in regions for at in range(region.start, region.end)}
    return [at for at in range(len(items)) if at not in inside]


def _is_page(items: Sequence[Item], regions: Sequence[Region]) -> bool:
    """Whether there is an interface around the story, so that lines may be taken for a part of it."""
    kinds = Counter(item.kind for item in items)
    sure = kinds[Kind.MINUTES] + kinds[Kind.EDITION] + kinds[Kind.META]
    dated = kinds[Kind.DATE] == 1 and items[0].kind is not Kind.DATE
    return bool(regions or sure or kinds[Kind.BUTTON] > 1 or kinds[Kind.ASIDE] or dated or kinds[Kind.BYLINE] == 1)


def _is_among_lines(items: Sequence[Item], run: Run | None) -> bool:
    """Whether so many short lines stand around the paragraphs that they must be an interface, in whatever language."""
    if run is None:
        return False
    above, below = (
        sum(item.width < _SHORT_LINE and not item.ends for item in part)
        for part in (items[: run.start], items[run.end :])
    )
    return above >= _MENU or below >= 2 * _MENU or (above >= _MENU / 2 and below >= _MENU)


def _publication(items: Sequence[Item], regions: Sequence[Region], cards: Sequence[RelatedCard]) -> str:
    """Return the publication that an edition line, a heading over the cards, or most cards name."""
    for item in items:
        if item.kind is Kind.EDITION and (found := edition(item.text)):
            return found[1]
    for region in regions:
        if region.publication:
            return _as_printed(items, region.publication)
    named = Counter(card.publication for card in cards if card.publication)
    if named:
        name, times = named.most_common(1)[0]
        if times > len(cards) / 2 and any(plain(item.text) == plain(name) for item in items):
            return name
    return ""


def _as_printed(items: Sequence[Item], name: str) -> str:
    """Return the name as a line of its own spells it: headings are often in capitals."""
    said = plain(name)
    return next((item.text for item in items if plain(item.text) == said), name)


def _story(front: Front, body: Body, cards: list[RelatedCard], language: str, url: str) -> ParsedStory:
    _read_later(front, body, language)
    blocks = blocks_of(body.lines)
    story_language = detect(_sample(front, body)) or "und"
    document = compose(
        story_language, blocks, headline=front.headline, standfirst=front.standfirst, byline=front.byline
    )
    return ParsedStory(
        format="text",
        document=document,
        url=url,
        title=front.headline,
        byline=front.byline,
        authors=tuple(name for name in _AND.split(front.byline) if name),
        published=front.published,
        publication=front.publication,
        attachments=tuple(Attachment(Media(MediaKind.IMAGE, ""), caption=text) for text in body.captions),
        related=tuple(_related(front, body, cards)),
        warnings=_warnings(body),
    )


def _sample(front: Front, body: Body) -> str:
    sample = [front.headline, front.standfirst]
    size = 0
    for item in body.lines:
        sample.append(item.text[:_SAMPLE])
        size += len(item.text)
        if size > _SAMPLE:
            break
    return "\n".join(filter(None, sample))


def _read_later(front: Front, body: Body, language: str) -> None:
    """Take what the front did not tell from below the body."""
    for item in (*body.soon, *body.later):
        for part in item.parts or (item,):
            if part.kind is Kind.DATE and not front.published:
                front.published = parse_date(part.text, language)
            elif part.kind is Kind.BYLINE and not front.byline:
                front.byline = part.value
        body.dropped.append(item.text)


def _related(front: Front, body: Body, cards: list[RelatedCard]) -> list[RelatedCard]:
    own = {plain(front.headline)}
    found = {plain(card.title): card for card in cards if plain(card.title) not in own}
    for title in body.asides:
        if plain(title) not in own:
            found.setdefault(plain(title), RelatedCard(title))
    return list(found.values())


def _warnings(body: Body) -> tuple[Warned, ...]:
    if not body.dropped:
        return ()
    shown = "; ".join(text[:40] for text in body.dropped[:_SHOWN])
    return (Warned("interface-dropped", f"{len(body.dropped)} lines: {shown}"),)
