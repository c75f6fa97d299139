"""What the library keeps: fields and constraints. Nothing here fetches, cuts or renders."""

from __future__ import annotations

from kushk.library.models.media import Media, StoryMedia
from kushk.library.models.publication import Access, Face, Issue, Publication, Section
from kushk.library.models.search import SearchText
from kushk.library.models.source import Extent, Rights, Source, SourceKind, SourceState
from kushk.library.models.story import Reason, Related, Revision, Story, StoryKey, StoryState
from kushk.library.models.version import PublicationVersion

__all__ = [
    "Access",
    "Extent",
    "Face",
    "Issue",
    "Media",
    "Publication",
    "PublicationVersion",
    "Reason",
    "Related",
    "Revision",
    "Rights",
    "SearchText",
    "Section",
    "Source",
    "SourceKind",
    "SourceState",
    "Story",
    "StoryKey",
    "StoryMedia",
    "StoryState",
]
