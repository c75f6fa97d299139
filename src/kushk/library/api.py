"""The library's only door: what other rooms may ask it to do, and what they may read.

Writes (each one transaction; ``now`` is a moment with a time zone, the present when left out)::

    add_publication(name, *, slug="", native_name="", language="und", country="", topic="", homepage="",
                    description="", stripe_start="", stripe_end="", nameplate="", licence="") -> Publication
    add_source(publication, url, *, kind="feed", title="", next_fetch_at=None) -> (Source, created: bool)
    set_rights(source, terms: RightsTerms) -> Rights
    record_fetch(source, report: FetchReport, *, now=None) -> None
    pause_source(source); resume_source(source, next_fetch_at=None); remove_source(source, withdraw=False, notice="")
    schedule_source(source, next_fetch_at)
    store_stories(publication, source | None, arrivals: Sequence[Arrival], *, now=None) -> list[Outcome]
    correct_story(story, document, *, note="", now=None) -> Revision
    withhold_story(story, notice=""); withdraw_story(story, notice=""); restore_story(story)
    keep_picture(data: bytes, original_url="") -> Media          raises NotAPicture, PictureTooLarge
    place_picture(story, address, media) -> None                 the kept picture stands for that address
    relate_story(story) -> int                                   (re)computes its related stories: background work
    name_issue(publication, date, title="") -> Issue
    expire_archive(*, now=None) -> int                           withholds what the rights no longer allow

Reads::

    due_sources(now, limit=100) -> list[Source]
    publications(*, language="", country="", topic="") -> list[PublicationCard]
    publication_by_slug(slug) -> Publication                     raises NoSuchPublication
    choices() -> Choices                                         languages, countries, topics
    front(*, language="", country="", topic="", publications=24, each=3) -> list[Shelf]
    newest_stories(*, language="", country="", topic="", cursor="", limit=20) -> CardPage
    publication_stories(publication, *, section=None, issue=None, cursor="", limit=20) -> CardPage
    sections_of(publication) -> list[Section]; issues_of(publication, limit=60) -> list[Issue]
    story_by_public_id(public_id) -> Story                       any state: look at story.state; raises NoSuchStory
    visible_document(story, form="page") -> Document             cut by rights and state; the only way to words
    permissions_of(story) -> Permissions
    picture_of(name) / pictures_of(document) -> Picture(s) for the ``media:NAME`` of a visible document
    pictures_wanted(story) -> list[str]                          addresses of pictures that are not kept yet
    more_stories(story, limit=6) -> MoreStories
    revisions_of(story) -> list[Revision]; document_of(story, number=None) -> Document   (uncut: desk and pipeline)
    diff_of(story, a, b) -> what core.diff says of two revisions
    search(query, *, publication=None, language="", since=None, until=None, limit=20, page=1) -> SearchPage

Models are exported for the desk's admin and for ``Model.objects.get``; write through the verbs.
"""

from __future__ import annotations

from kushk.library.errors import NoSuchPublication, NoSuchStory, NotAPicture, NotPermitted, PictureTooLarge
from kushk.library.models import (
    Extent,
    Issue,
    Media,
    Publication,
    Related,
    Revision,
    Rights,
    Section,
    Source,
    SourceKind,
    SourceState,
    Story,
    StoryMedia,
    StoryState,
)
from kushk.library.values import (
    FULL_RIGHTS,
    Arrival,
    CardPage,
    Choices,
    FetchReport,
    Form,
    MoreStories,
    Outcome,
    Permissions,
    Picture,
    PublicationCard,
    RightsTerms,
    SearchHit,
    SearchPage,
    Shelf,
    Snippet,
    StoryCard,
)

__all__ = [
    "FULL_RIGHTS",
    "Arrival",
    "CardPage",
    "Choices",
    "Extent",
    "FetchReport",
    "Form",
    "Issue",
    "Media",
    "MoreStories",
    "NoSuchPublication",
    "NoSuchStory",
    "NotAPicture",
    "NotPermitted",
    "Outcome",
    "Permissions",
    "Picture",
    "PictureTooLarge",
    "Publication",
    "PublicationCard",
    "Related",
    "Revision",
    "Rights",
    "RightsTerms",
    "SearchHit",
    "SearchPage",
    "Section",
    "Shelf",
    "Snippet",
    "Source",
    "SourceKind",
    "SourceState",
    "Story",
    "StoryCard",
    "StoryMedia",
    "StoryState",
]
