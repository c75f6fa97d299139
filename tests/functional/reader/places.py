"""A path of every kind of page."""

from __future__ import annotations

from urllib.parse import quote

from django.urls import reverse


def every_path(stand, language: str) -> list[str]:
    """Return the paths of the pages of the stand in ``building.py``, in one language."""
    story = stand["gazette"].stories.get(source_guid="gazette-0")
    return [
        f"/{language}/",
        f"/{language}/?language=ar",
        f"/{language}/?topic=none-such",
        f"/{language}/publications/",
        f"/{language}/latest/",
        f"/{language}/p/gazette/",
        f"/{language}/p/bahr/",
        f"/{language}/p/bahr/issues/2026-11-19/",
        reverse("reader:section", args=[language, "bahr", stand["bahr"].sections.first().slug]),
        path_of(story, language),
        path_of(stand["bahr"].stories.first(), language),
        path_of(stand["hutong"].stories.first(), language),
        f"/{language}/corrections/{story.public_id}/",
        f"/{language}/search/",
        f"/{language}/search/?q=river",
        f"/{language}/search/?q={quote('البحر')}",
        f"/{language}/search/?q=nothingatall",
        f"/{language}/about/",
        f"/{language}/nowhere/",
    ]


def path_of(story, language: str) -> str:
    """Return the path of a story's page."""
    return reverse("reader:story", args=[language, story.public_id, story.slug])
