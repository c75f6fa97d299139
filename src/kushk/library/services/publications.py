"""Publications, their sections and issues."""

from __future__ import annotations

import colorsys
import hashlib
import unicodedata
from datetime import date

from django.db import transaction

from kushk.library.models import Face, Issue, Publication, Section
from kushk.library.stored import digest


@transaction.atomic
def add_publication(  # noqa: PLR0913 -- the fields of a publication, all by name
    name: str,
    *,
    slug: str = "",
    native_name: str = "",
    language: str = "und",
    country: str = "",
    topic: str = "",
    homepage: str = "",
    description: str = "",
    stripe_start: str = "",
    stripe_end: str = "",
    nameplate: str = "",
    face: str = "",
    licence: str = "",
) -> Publication:
    """Add a publication; one with the same slug is returned as it is.

    Without colours it gets two that its name gives it, dark enough for white letters.
    """
    slug = slug or slug_of(name)
    start, end = stripe_of(slug)
    publication, _ = Publication.objects.get_or_create(
        slug=slug,
        defaults={
            "name": name[:200],
            "native_name": native_name[:200],
            "language": language or "und",
            "country": country.upper()[:2],
            "topic": topic[:80],
            "homepage": homepage[:2000],
            "description": description,
            "stripe_start": stripe_start or start,
            "stripe_end": stripe_end or end,
            "nameplate": nameplate[:120],
            "face": face or Face.BOLD,
            "licence": licence[:200],
        },
    )
    return publication


@transaction.atomic
def name_issue(publication: Publication, day: date, title: str = "") -> Issue:
    """Return the issue of that day, made when missing; a title replaces the one it had."""
    issue, made = Issue.objects.get_or_create(publication=publication, date=day, defaults={"title": title[:200]})
    if title and not made and issue.title != title[:200]:
        issue.title = title[:200]
        issue.save(update_fields=["title"])
    return issue


def named_section(publication: Publication, name: str) -> Section:
    """Return the section of that name, made when missing. Call inside a transaction."""
    section, _ = Section.objects.get_or_create(
        publication=publication, slug=slug_of(name), defaults={"name": " ".join(name.split())[:200]}
    )
    return section


def slug_of(name: str, limit: int = 80) -> str:
    """Return the words of a name in their own script, joined by hyphens; a hash when there are none."""
    kept = (character if _in_words(character) else " " for character in unicodedata.normalize("NFKC", name).lower())
    slug = "-".join("".join(kept).split())
    if len(slug) > limit:
        slug = slug[:limit].rpartition("-")[0] or slug[:limit]
    return slug.strip("-_") or digest(name, size=4)


def _in_words(character: str) -> bool:
    """Say whether a character belongs to a word: letters, digits, and marks (the vowel signs of Indic scripts)."""
    return character.isalnum() or unicodedata.category(character)[0] == "M"


def stripe_of(seed: str) -> tuple[str, str]:
    """Return two neighbouring colours, the same for the same seed; white on them has contrast 4.5 or more."""
    turn = hashlib.blake2b(seed.encode(), digest_size=2).digest()
    hue = int.from_bytes(turn, "big") / 65536
    return _hex(hue, 0.24), _hex(hue + 0.07, 0.31)


def _hex(hue: float, lightness: float) -> str:
    channels = colorsys.hls_to_rgb(hue % 1, lightness, 0.45)
    return "#" + "".join(f"{round(channel * 255):02x}" for channel in channels)
