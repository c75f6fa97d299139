"""The only door to the share cards.

::

    story_card(story) -> Card                    name, version, size and alternative text: cheap, nothing is drawn
    drawn_story(story) -> File                   the picture, from the shelf or drawn now (some 40 ms)
    drawn_quote(story, sentence_id) -> File      raises NoSuchSentence for what readers cannot see, Busy
    forget(story)                                drops what was drawn of it
    prepare()                                    unpacks the fonts, so that no reader waits for it
    cover(publication) -> bytes                  a square PNG for podcasts
    qr_code(address) -> bytes                    a PNG

Only published stories have cards: look at ``story.state`` first.
"""

from __future__ import annotations

import contextlib
import fcntl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.conf import settings

from kushk.core.errors import KushkError
from kushk.core.languages import direction_of
from kushk.library import api as library
from kushk.library.api import Story
from kushk.renditions.cards.about import quote_content, story_content
from kushk.renditions.cards.codes import qr_code
from kushk.renditions.cards.content import Imprint, QuoteContent, StoryContent, Words, version
from kushk.renditions.cards.square import squared
from kushk.renditions.shelf import MOST_BYTES, Shelf

if TYPE_CHECKING:
    from kushk.renditions.cards.composing import Studio
    from kushk.renditions.cards.drawing import Pen

__all__ = [
    "HEIGHT",
    "WIDTH",
    "Busy",
    "Card",
    "File",
    "NoSuchSentence",
    "cover",
    "drawn_quote",
    "drawn_story",
    "forget",
    "prepare",
    "qr_code",
    "story_card",
]

WIDTH, HEIGHT = 1200, 630
COVER = 1400
"""Pixels of a side of a podcast's picture: the least that podcast directories take."""

_TYPES = {"jpg": "image/jpeg", "png": "image/png"}
_READER = Path(__file__).resolve().parents[2] / "reader"
_WORDMARK = _READER / "templates" / "reader" / "parts" / "wordmark.svg"
_lock = threading.Lock()


MOST_OF_QUOTES = MOST_BYTES // 8
"""Bytes of all kept quotes together."""


class Busy(KushkError):
    """Another quote is being drawn; a moment later this one can be."""

    code = "card-busy"
    words = "Another card is being drawn. Try again in a moment."


class NoSuchSentence(KushkError):
    """Readers can see no sentence of that id in the story."""

    code = "no-such-sentence"
    words = "This story has no sentence “{id}” that can be quoted."


@dataclass(frozen=True, slots=True)
class Card:
    """What a page needs to name a story's card."""

    version: str
    """Changes with everything that is drawn."""
    extension: str
    alt: str
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def name(self) -> str:
        """Last part of the card's address."""
        return f"{self.version}.{self.extension}"

    @property
    def mime(self) -> str:
        """Media type."""
        return _TYPES[self.extension]


@dataclass(frozen=True, slots=True)
class File:
    """A drawn card. ``complete`` is false when a letter had no font here: it may be drawn better one day."""

    data: bytes
    mime: str
    complete: bool = True


def story_card(story: Story) -> Card:
    """Return the name of a story's card. It costs two queries; nothing is drawn."""
    content = story_content(story)
    alt = " · ".join(part for part in (content.headline.text, content.imprint.nameplate.text) if part)
    return Card(version(content), content.extension, alt)


def drawn_story(story: Story) -> File:
    """Return a story's card."""
    shelf, start, content = _shelf(_folder() / "drawn"), f"{story.public_id}-", story_content(story)
    return _kept(shelf, start, content) or _made(shelf, start, content)


def drawn_quote(story: Story, sentence_id: str) -> File:
    """Return the card of one sentence.

    There are as many quotes as sentences, so one is drawn at a time in all processes together, and they have a shelf
    of their own: asking for many neither stops the stand nor pushes out the cards of stories.

    Raises:
        NoSuchSentence: readers can see none of that id.
        Busy: another quote is being drawn.
    """
    content = quote_content(story, sentence_id)
    if content is None:
        raise NoSuchSentence(id=sentence_id)
    shelf, start = _shelf(_folder() / "quotes", MOST_OF_QUOTES), f"{story.public_id}-"
    kept = _kept(shelf, start, content)
    if kept is not None:
        return kept
    with _one_at_a_time():
        return _made(shelf, start, content)


def cover(publication: library.Publication) -> bytes:
    """Return the square picture of a publication, a PNG of ``COVER`` pixels: its name under its awning."""
    name = Words(publication.nameplate or publication.native_name or publication.name, publication.language)
    words = replace(name, direction=direction_of(publication.language))
    stripes = (publication.stripe_start, publication.stripe_end)
    nothing = Words("", publication.language, words.direction)
    content = StoryContent(Imprint(nothing, stripes, ""), words, nothing, "")
    shelf, kept = _shelf(_folder() / "drawn"), f"cover-{publication.slug}-{version(content)}.png"
    drawn = shelf.get(kept)
    if drawn is None:
        with _lock:
            drawn = squared(_studio(Path(settings.MEDIA_ROOT)).story(content).data, COVER)
        shelf.put(kept, drawn)
    return drawn


def forget(story: Story) -> None:
    """Drop what was drawn of a story."""
    for name in ("drawn", "quotes"):
        Shelf(_folder() / name).forget(f"{story.public_id}-")


def prepare() -> None:
    """Unpack the fonts, once for a data folder."""
    from kushk.renditions.cards.fonts import ready_fonts

    ready_fonts(_made_folder())


@contextmanager
def _one_at_a_time() -> Iterator[None]:
    """Hold the one right to draw a quote, or say at once that another process or thread has it."""
    with (_made_folder() / ".drawing").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy from None
        yield


def _folder() -> Path:
    return Path(settings.DATA) / "cards"


def _made_folder() -> Path:
    _folder().mkdir(parents=True, exist_ok=True)
    return _folder()


def _name(start: str, content: StoryContent | QuoteContent) -> str:
    return f"{start}{version(content)}.{content.extension}"


def _kept(shelf: Shelf, start: str, content: StoryContent | QuoteContent) -> File | None:
    data = shelf.get(_name(start, content))
    return None if data is None else File(data, _TYPES[content.extension])


def _made(shelf: Shelf, start: str, content: StoryContent | QuoteContent) -> File:
    """Draw a card, and keep it unless it is incomplete."""
    name = _name(start, content)
    with _lock:
        studio = _studio(Path(settings.MEDIA_ROOT))
        drawn = studio.story(content) if isinstance(content, StoryContent) else studio.quote(content)
    if drawn.complete:
        with contextlib.suppress(OSError):  # a full disk is no reason to refuse what is drawn
            shelf.put(name, drawn.data)
    return File(drawn.data, _TYPES[content.extension], drawn.complete)


@lru_cache(maxsize=4)
def _shelf(folder: Path, most: int = MOST_BYTES) -> Shelf:
    return Shelf(folder, most)


@lru_cache(maxsize=4)
def _studio(media: Path) -> Studio:
    from kushk.renditions.cards.composing import Studio

    return Studio(_pen(), media, _WORDMARK)


@lru_cache(maxsize=1)
def _pen() -> Pen:
    """Return the process's pen. What it is made of takes some 20 MB, so only processes that draw have it."""
    from kushk.renditions.cards.drawing import Pen
    from kushk.renditions.cards.fonts import ready_fonts

    return Pen(ready_fonts(_made_folder()))
