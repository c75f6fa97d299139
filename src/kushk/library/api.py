"""The library's only door: what other rooms may ask it to do, and what they may read.

Writes (each one transaction; ``now`` is a moment with a time zone, the present when left out)::

    add_publication(name, *, slug="", native_name="", language="und", country="", topic="", homepage="",
                    description="", stripe_start="", stripe_end="", nameplate="", face="", licence="") -> Publication
    add_source(publication, url, *, kind="feed", title="", next_fetch_at=None) -> (Source, created: bool)
    set_rights(source, terms: RightsTerms) -> Rights
    set_access(publication | section | story, access, *, preview=None) -> None    who may read to the end
    embargo_story(story, until | None); open_embargoed(now) -> int    for members alone until a moment
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
    rebuild_search() -> int                                      after the analyzer has changed
    expire_archive(*, now=None) -> int                           withholds what the rights no longer allow
    index_translation(story, language, document)                 search finds the story by its translation
    note_translations(); refresh_pages()                         pages with translations, or all, are made anew

Reads::

    due_sources(now=None, limit=100) -> list[Source]
    known_stories(publication, urls) -> {url: Story}             which links the publication has a story under
    canonical_link(url) -> str                                   the form in which links are compared
    publications(*, language="", country="", topic="") -> list[PublicationCard]
    publication_by_slug(slug) -> Publication                     raises NoSuchPublication
    choices() -> Choices                                         languages, countries, topics
    front(*, language="", country="", topic="", publications=24, each=3) -> list[Shelf]
    newest_stories(*, language="", country="", topic="", cursor="", limit=20) -> CardPage
    publication_stories(publication, *, section=None, issue=None, cursor="", limit=20) -> CardPage
    cards_by_public_id(ids) -> {public id: StoryCard}            of stories that readers may have
    sections_of(publication) -> list[Section]; issues_of(publication, limit=60) -> list[Issue]
    story_by_public_id(public_id) -> Story                       any state: look at story.state; raises NoSuchStory
    visible_document(story, form="page") -> Document             cut by rights, access and state; the only way to words
    member_document(story, form="page") -> Document              cut by rights and state: for membership, desk
    access_of(story) -> Access; is_gated(story) -> bool          who may read it to its end; whether not everybody
    has_metered() -> bool                                        whether any story is free a few times a month
    permissions_of(story) -> Permissions
    picture_of(media) -> Picture; pictures_of(document) -> {"media:NAME": Picture} of a visible document
    pictures_wanted(story) -> list[str]                          addresses of pictures that are not kept yet
    more_stories(story, limit=6) -> (Reasoned, ...)              related ones and the latest, each with its reason
    neighbours(story) -> Neighbours                              previous and next in the issue or publication
    revisions_of(story) -> list[Revision]; document_of(story, number=None) -> Document   (uncut: desk and pipeline)
    diff_of(story, a, b) -> what core.diff says of two revisions
    search(query, *, publication=None, language="", since=None, until=None, limit=20, page=1) -> SearchPage
    translated_into(story) -> frozenset[str]                     languages of translations that search knows
    versions() -> Versions | None                                when what readers see last changed

Models are exported for the desk's admin and for ``Model.objects.get``; write through the verbs.
"""

from __future__ import annotations

from kushk.library.errors import NoSuchPublication, NoSuchStory, NotAPicture, NotPermitted, PictureTooLarge
from kushk.library.links import canonical_link
from kushk.library.models import (
    Access,
    Extent,
    Issue,
    Media,
    Publication,
    Reason,
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
from kushk.library.selectors.access import access_of, has_metered, is_gated
from kushk.library.selectors.cards import cards_by_public_id, picture_of
from kushk.library.selectors.publications import (
    choices,
    due_sources,
    issues_of,
    publication_by_slug,
    publications,
    sections_of,
)
from kushk.library.selectors.rights import document_of, member_document, permissions_of, visible_document
from kushk.library.selectors.search import search, translated_into
from kushk.library.selectors.stories import (
    diff_of,
    front,
    known_stories,
    more_stories,
    neighbours,
    newest_stories,
    pictures_of,
    pictures_wanted,
    publication_stories,
    revisions_of,
    story_by_public_id,
)
from kushk.library.services.access import embargo_story, open_embargoed, refresh_access, set_access
from kushk.library.services.archive import expire_archive
from kushk.library.services.media import keep_picture, place_picture
from kushk.library.services.publications import add_publication, name_issue
from kushk.library.services.refresh import rebuild_search
from kushk.library.services.relate import relate_story
from kushk.library.services.revise import correct_story
from kushk.library.services.sources import (
    add_source,
    pause_source,
    record_fetch,
    remove_source,
    resume_source,
    schedule_source,
    set_rights,
)
from kushk.library.services.store import store_stories
from kushk.library.services.takedown import restore_story, withdraw_story, withhold_story
from kushk.library.services.translate import index_translation, note_translations, refresh_pages
from kushk.library.values import (
    FULL_RIGHTS,
    Arrival,
    CardPage,
    Choices,
    FetchReport,
    Form,
    Neighbours,
    Outcome,
    Permissions,
    Picture,
    PublicationCard,
    Reasoned,
    RightsTerms,
    SearchHit,
    SearchPage,
    Shelf,
    Snippet,
    StoryCard,
)
from kushk.library.versions.asking import EVERYTHING, NOTHING, OF_TRANSLATIONS, Publications, Versions, versions

__all__ = [
    "EVERYTHING",
    "FULL_RIGHTS",
    "NOTHING",
    "OF_TRANSLATIONS",
    "Access",
    "Arrival",
    "CardPage",
    "Choices",
    "Extent",
    "FetchReport",
    "Form",
    "Issue",
    "Media",
    "Neighbours",
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
    "Publications",
    "Reason",
    "Reasoned",
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
    "Versions",
    "access_of",
    "add_publication",
    "add_source",
    "canonical_link",
    "cards_by_public_id",
    "choices",
    "correct_story",
    "diff_of",
    "document_of",
    "due_sources",
    "embargo_story",
    "expire_archive",
    "front",
    "has_metered",
    "index_translation",
    "is_gated",
    "issues_of",
    "keep_picture",
    "known_stories",
    "member_document",
    "more_stories",
    "name_issue",
    "neighbours",
    "newest_stories",
    "note_translations",
    "open_embargoed",
    "pause_source",
    "permissions_of",
    "picture_of",
    "pictures_of",
    "pictures_wanted",
    "place_picture",
    "publication_by_slug",
    "publication_stories",
    "publications",
    "rebuild_search",
    "record_fetch",
    "refresh_access",
    "refresh_pages",
    "relate_story",
    "remove_source",
    "restore_story",
    "resume_source",
    "revisions_of",
    "schedule_source",
    "search",
    "sections_of",
    "set_access",
    "set_rights",
    "store_stories",
    "story_by_public_id",
    "translated_into",
    "versions",
    "visible_document",
    "withdraw_story",
    "withhold_story",
]
