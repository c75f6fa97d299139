"""Paths of the stand's pages. The public address in front of them comes from the settings, never from a request."""

from __future__ import annotations

from typing import Protocol
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse

from kushk.base.locale import CHOOSER
from kushk.library.api import Issue, Publication, Story
from kushk.reader.interface import in_address
from kushk.renditions.cards.api import Card, story_card

_RESERVED = ("example", "invalid", "localhost", "test", "example.com", "example.net", "example.org")
"""Names of hosts that belong to nobody and lead nowhere (RFC 2606, RFC 6761)."""


class HasAddress(Protocol):
    """A story or its card."""

    public_id: str
    slug: str


def story_path(interface: str, story: HasAddress) -> str:
    """Return the path of a story's page."""
    if story.slug:
        return reverse("reader:story", args=[interface, story.public_id, story.slug])
    return short_path(interface, story)


def short_path(interface: str, story: HasAddress) -> str:
    """Return the path that leads to a story's page with the fewest letters."""
    return reverse("reader:story-short", args=[interface, story.public_id])


def translation_path(interface: str, story: HasAddress, target: str, view: str = "", *, whole: bool = False) -> str:
    """Return the path of a story's page in another language.

    Args:
        interface: language of the interface.
        story: the story.
        target: the language.
        view: as in ``translating.VIEWS``.
        whole: to the end, for those who may read a story that is not for everybody.
    """
    kind = "whole-translation" if whole else "translation"
    if view:
        return reverse(f"reader:{kind}-view", args=[interface, story.public_id, target, view])
    return reverse(f"reader:{kind}", args=[interface, story.public_id, target])


def whole_path(interface: str, story: HasAddress) -> str:
    """Return the path of the page that shows members a story to its end."""
    return reverse("reader:whole", args=[interface, story.public_id])


def changes_path(interface: str, story: HasAddress) -> str:
    """Return the path of the page that shows what changed in a story."""
    return reverse("reader:changes", args=[interface, story.public_id])


def card_path(story: Story, card: Card | None = None) -> str:
    """Return the path of a story's share card, with the version that it has now; ``card`` if that is known."""
    card = card or story_card(story)
    return reverse("reader:card", args=[story.public_id, card.version, card.extension])


def quote_path(story: HasAddress, sentence_id: str) -> str:
    """Return the path of the card of one sentence."""
    return reverse("reader:quote-card", args=[story.public_id, sentence_id])


def qr_path(story: HasAddress) -> str:
    """Return the path of the QR code of a story's address."""
    return reverse("reader:qr", args=[story.public_id])


def podcast_path(publication: Publication, issue: Issue | None = None) -> str:
    """Return the path of the podcast of a publication, or of one issue."""
    if issue:
        return reverse("syndication:issue-podcast", args=[publication.slug, issue.date])
    return reverse("syndication:podcast", args=[publication.slug])


def publication_path(interface: str, slug: str) -> str:
    """Return the path of a publication's page."""
    return reverse("reader:publication", args=[interface, slug])


def absolute(path: str) -> str:
    """Return the public address of a path of the stand."""
    return f"{settings.STAND_URL}{path}"


def outside(url: str) -> str:
    """Return an address outside the stand if a reader may be led there, else an empty text.

    Only the web, and no host that cannot exist: sample stories come from such hosts.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").rstrip(".")
    except ValueError:
        return ""
    reserved = any(host == name or host.endswith(f".{name}") for name in _RESERVED)
    return url if parts.scheme in {"http", "https"} and host and not reserved else ""


def in_other_languages(path: str) -> list[tuple[str, str]]:
    """Return the interface languages with the path of the same page in each, in the chooser's order."""
    current = in_address(path)
    if not current:
        return [(tag, f"/{tag}/") for tag in CHOOSER]
    return [(tag, f"/{tag}{path[len(current) + 1 :]}") for tag in CHOOSER]
