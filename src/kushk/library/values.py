"""What goes into the library and comes out of it, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Literal

from kushk.core.document import Document, Media

Form = Literal["page", "card", "search", "feed", "api", "speech", "translation"]
"""In which form somebody asks for a story. Speech and translation need their own permission."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """One story as the pipeline hands it over. Dates are ISO 8601, no more precise than the source."""

    document: Document
    guid: str = ""
    """The source's own id of the item."""
    url: str = ""
    """Where the publisher has the story."""
    published: str = ""
    modified: str = ""
    section: str = ""
    issue: date | None = None
    categories: tuple[str, ...] = ()
    picture: Media | None = None
    """The picture that stands for the story; ``src`` an address, or ``media:NAME`` once it is kept."""
    attachments: tuple[dict[str, Any], ...] = ()
    """Media outside the body, ready for JSON: kind, src, mime, bytes, seconds, caption, credit."""
    excerpt: bool = False
    """True when the source gives only a part of the story."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one arrival, in the order of the arrivals."""

    story_id: int
    what: Literal["new", "corrected", "unchanged", "duplicate"]
    """``duplicate``: the story is there already under another id, link or text of this batch or the stand."""


@dataclass(frozen=True, slots=True)
class FetchReport:
    """How one fetch of a source went."""

    ok: bool
    etag: str = ""
    last_modified: str = ""
    error_code: str = ""
    error_detail: str = ""
    next_fetch_at: datetime | None = None
    stories_a_day: float | None = None
    items: int = 0
    """New items that this fetch saw; added to what the source has seen so far."""
    title: str = ""
    """Title as the source gives it; kept when the source has none yet."""
    warnings: tuple[dict[str, str], ...] = ()
    gone: bool = False
    """The server said 410: the source is not asked again."""
    unchanged: bool = False
    """The server said 304: etag, last_modified and warnings stay as they are."""


@dataclass(frozen=True, slots=True)
class RightsTerms:
    """A rights decision; the fields mean what they mean in ``models.Rights``."""

    extent: Literal["full", "excerpt", "link"] = "excerpt"
    excerpt_characters: int = 200
    images: bool = False
    translate: bool = False
    speak: bool = False
    archive_days: int | None = None
    api_reuse: bool = False
    ai_use: bool = False
    evidence: str = ""
    decided_on: date | None = None


FULL_RIGHTS = RightsTerms(
    extent="full", excerpt_characters=0, images=True, translate=True, speak=True, api_reuse=True, ai_use=False
)
"""For what is the operator's own or in the public domain; give it with your evidence (``dataclasses.replace``)."""


@dataclass(frozen=True, slots=True)
class Permissions:
    """What readers may do with a story; buttons obey it."""

    full_text: bool
    images: bool
    translate: bool
    speak: bool
    api_reuse: bool


@dataclass(frozen=True, slots=True)
class Picture:
    """A kept picture, ready for ``src``, ``srcset``, ``width`` and ``height``. Addresses are site paths."""

    src: str
    width: int
    height: int
    srcset: str = ""


@dataclass(frozen=True, slots=True)
class PublicationCard:
    """What lists show of a publication."""

    id: int
    slug: str
    name: str
    native_name: str
    language: str
    direction: str
    country: str
    topic: str
    description: str
    stripe_start: str
    stripe_end: str
    nameplate: str
    face: str
    """Type of the nameplate: bold, light, italic or sans."""


@dataclass(frozen=True, slots=True)
class StoryCard:
    """What lists show of a story."""

    id: int
    public_id: str
    slug: str
    publication_id: int
    publication_slug: str
    publication_name: str
    """As the publication writes itself."""
    publication_language: str
    stripe_start: str
    stripe_end: str
    headline: str
    dek: str
    language: str
    direction: str
    minutes: int
    published_at: datetime
    published_text: str
    """ISO 8601 as the source gave it: print no more precise than this. Empty: the source gave no date."""
    corrected_at: datetime | None
    picture: Picture | None


@dataclass(frozen=True, slots=True)
class CardPage:
    """One page of a list. ``next`` is the cursor of the page after it, empty on the last."""

    cards: tuple[StoryCard, ...]
    next: str = ""


@dataclass(frozen=True, slots=True)
class Shelf:
    """A publication with its newest stories."""

    publication: PublicationCard
    stories: tuple[StoryCard, ...]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A stretch of the original text; ``marks`` are half-open spans of what matched, in characters."""

    text: str
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class SearchHit:
    """One story that search found."""

    card: StoryCard
    headline: Snippet
    snippet: Snippet


@dataclass(frozen=True, slots=True)
class SearchPage:
    """One page of search results, best first. ``more`` tells whether asking for the next page makes sense."""

    query: str
    hits: tuple[SearchHit, ...]
    more: bool = False


@dataclass(frozen=True, slots=True)
class Reasoned:
    """A story that stands below another, and why: it is about the same, it names the same people, or it is new."""

    card: StoryCard
    reason: Literal["topic", "people", "latest"]
    names: tuple[str, ...] = ()
    """With ``people``: who is in both stories, as this stand's stories write them."""


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The stories before and after one in its issue, or in its publication where it belongs to none."""

    previous: StoryCard | None = None
    next: StoryCard | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """What the stand can be browsed by: values that at least one publication has, in order."""

    languages: tuple[str, ...]
    countries: tuple[str, ...]
    topics: tuple[str, ...]
