"""Paths of the stand's pages. The public address in front of them comes from the settings, never from a request."""

from __future__ import annotations

from typing import Protocol

from django.conf import settings
from django.urls import reverse

from kushk.base.locale import INTERFACES
from kushk.reader.interface import in_address


class HasAddress(Protocol):
    """A story or its card."""

    public_id: str
    slug: str


def story_path(interface: str, story: HasAddress) -> str:
    """Return the path of a story's page."""
    if story.slug:
        return reverse("reader:story", args=[interface, story.public_id, story.slug])
    return reverse("reader:story-short", args=[interface, story.public_id])


def changes_path(interface: str, story: HasAddress) -> str:
    """Return the path of the page that shows what changed in a story."""
    return reverse("reader:changes", args=[interface, story.public_id])


def publication_path(interface: str, slug: str) -> str:
    """Return the path of a publication's page."""
    return reverse("reader:publication", args=[interface, slug])


def absolute(path: str) -> str:
    """Return the public address of a path of the stand."""
    return f"{settings.STAND_URL}{path}"


def in_other_languages(path: str) -> list[tuple[str, str]]:
    """Return the interface languages with the path of the same page in each, the fallback language first."""
    current = in_address(path)
    if not current:
        return [(tag, f"/{tag}/") for tag in INTERFACES]
    return [(tag, f"/{tag}{path[len(current) + 1 :]}") for tag in INTERFACES]
