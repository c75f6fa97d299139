"""The entries of a feed one by one: as many as are bearable, and none spoilt by its neighbour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from typing import TypeVar

from kushk.core.detect import detect
from kushk.core.errors import KushkError
from kushk.sources.formats.feed_dates import instant
from kushk.sources.formats.feed_entry import Entry
from kushk.sources.formats.feed_story import Context, story, told_by
from kushk.sources.formats.parsed import ParsedStory, Warned

MOST_ENTRIES = 5000
"""Entries of one feed that are read; of a longer one, the newest."""
_ASKED, _VOTES = 12, 3
_TOLD = 20
"""Odd entries that are named; of the rest, the number."""

Item = TypeVar("Item")


def newest(items: Sequence[Item], date: Callable[[Item], str], warnings: list[Warned]) -> Sequence[Item]:
    """Return the items, of more than ``MOST_ENTRIES`` the newest, in the feed's own order.

    Those without a date, and those of the same date, are taken in the order in which they stand.
    """
    if len(items) <= MOST_ENTRIES:
        return items
    warnings.append(Warned("items-cut", f"the newest {MOST_ENTRIES} of {len(items)}"))
    moments = [instant(date(item)) for item in items]
    chosen = sorted(range(len(items)), key=lambda index: -moments[index])[:MOST_ENTRIES]
    return [items[index] for index in sorted(chosen)]


def stories(
    items: Sequence[Item], read: Callable[[Item], Entry], feed: Context, warnings: list[Warned]
) -> tuple[ParsedStory, ...]:
    """Return a story for each item, even for one that says nothing: whoever shows them decides what is worth it.

    One that cannot be read at all is left out with a warning that names it.
    """
    feed = feed if feed.language else _with_language(items, read, feed)
    found, odd = [], []
    for number, item in enumerate(items, start=1):
        try:
            found.append(story(read(item), feed))
            if _shows_nothing(found[-1]):
                odd.append(Warned("item-empty", f"{number}: there is nothing to show"))
        except KushkError as error:
            odd.append(Warned("item-skipped", f"{number}: {error}"))
        except Exception as error:  # noqa: BLE001  # whatever is wrong with one entry, its neighbours are read
            odd.append(Warned("item-skipped", f"{number}: {type(error).__name__} {error}"[:200]))
    warnings.extend(odd[:_TOLD])
    if len(odd) > _TOLD:
        warnings.append(Warned(odd[-1].code, f"and {len(odd) - _TOLD} more"))
    return tuple(found)


def _with_language(items: Sequence[Item], read: Callable[[Item], Entry], feed: Context) -> Context:
    """Return the feed with the language of most of its first entries, which helps to tell that of the short ones."""
    texts = [feed.title]
    for item in items[:_ASKED]:
        with suppress(Exception):  # an entry that cannot be read is told of when its turn comes
            texts.append(told_by(read(item)))
    told = Counter(detect(text) for text in texts[1:])
    language, votes = told.most_common(1)[0] if told else ("", 0)
    sure = votes >= _VOTES and votes * 3 >= told.total() * 2
    if not sure and told.total() <= _VOTES:
        language = detect("\n".join(texts))
        sure = language in told
    return replace(feed, language=language) if sure and language != "und" else feed


def _shows_nothing(found: ParsedStory) -> bool:
    return not (found.title or found.document.text or found.summary or found.url or found.attachments)
