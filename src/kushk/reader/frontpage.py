"""The editor's hierarchy of a front page: one lead, a few seconds, then briefs in columns."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kushk.library.api import StoryCard

SECONDS = 3
ALSO = 2
ENOUGH_FOR_BRIEFS = 4
"""Stories that are left for the briefs before any is moved up below the lead."""
COLUMNS = 8
BRIEFS_A_COLUMN = 4


@dataclass(frozen=True, slots=True)
class Column:
    """Briefs under one title: a topic key, empty for what has none."""

    topic: str
    cards: tuple[StoryCard, ...]


@dataclass(frozen=True, slots=True)
class FrontPage:
    """A front page in its reading order."""

    lead: StoryCard | None
    seconds: tuple[StoryCard, ...]
    also: tuple[StoryCard, ...]
    columns: tuple[Column, ...]


def arranged(cards: Sequence[StoryCard], language: str, topics: dict[int, str]) -> FrontPage:
    """Return the front page that these stories make for a reader of one language.

    The lead is the newest story in the reader's language with a picture, else the newest with a picture, else
    the newest. Seconds, and the headlines below the lead, come from as many other publications as there are.

    Args:
        cards: stories, newest first.
        language: interface language.
        topics: topic key by publication id.
    """
    if not cards:
        return FrontPage(None, (), (), ())
    lead = min(cards, key=lambda card: _unfit_to_lead(card, language))
    rest = [card for card in cards if card is not lead]
    seen = {lead.publication_id}
    seconds = _from_many_publications(rest, seen, SECONDS)
    left = [card for card in rest if card not in seconds]
    also = _from_many_publications(left, seen, ALSO) if len(left) >= ALSO + ENOUGH_FOR_BRIEFS else []
    left = [card for card in left if card not in also]
    return FrontPage(lead, tuple(seconds), tuple(also), tuple(_columns(left, language, topics)))


def _unfit_to_lead(card: StoryCard, language: str) -> tuple[bool, bool]:
    return card.picture is None, _is_foreign(card, language)


def _from_many_publications(cards: Sequence[StoryCard], seen: set[int], count: int) -> list[StoryCard]:
    chosen: list[StoryCard] = []
    for card in cards:
        if len(chosen) < count and card.publication_id not in seen:
            chosen.append(card)
            seen.add(card.publication_id)
    filling = (card for card in cards if card not in chosen)
    while len(chosen) < count and (another := next(filling, None)):
        chosen.append(another)
    return chosen


def _columns(cards: Iterable[StoryCard], language: str, topics: dict[int, str]) -> list[Column]:
    """Return the briefs by topic: first those with stories in the reader's language, last what has no topic."""
    by_topic: dict[str, list[StoryCard]] = {}
    for card in cards:
        by_topic.setdefault(topics.get(card.publication_id, ""), []).append(card)
    columns = [Column(topic, tuple(found[:BRIEFS_A_COLUMN])) for topic, found in by_topic.items()]
    columns.sort(key=lambda column: (not column.topic, all(_is_foreign(card, language) for card in column.cards)))
    return columns[:COLUMNS]


def _is_foreign(card: StoryCard, language: str) -> bool:
    return card.language.split("-")[0] != language
