"""A small library on a real database, and short ways to say what arrives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from kushk.core.compose import compose
from kushk.core.draft import paragraph
from kushk.library.api import (
    FULL_RIGHTS,
    Arrival,
    Publication,
    Source,
    Story,
    add_publication,
    add_source,
    set_rights,
    store_stories,
)

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)


def arriving(headline: str, body: str, *, language: str = "en", standfirst: str = "", **fields: object) -> Arrival:
    """Return an arrival; paragraphs of the body are parted by ``|``."""
    document = compose(
        language, [paragraph(text) for text in body.split("|")], headline=headline, standfirst=standfirst
    )
    return replace(Arrival(document, published="2026-11-20T10:00:00Z"), **fields)


@pytest.fixture
def now() -> datetime:
    return NOW


@pytest.fixture
def publication(db: None) -> Publication:
    return add_publication("The Lantern", language="en", country="gb", topic="local")


@pytest.fixture
def bare_source(publication: Publication) -> Source:
    """A source without a rights record."""
    return add_source(publication, "https://lantern.example/feed")[0]


@pytest.fixture
def source(bare_source: Source) -> Source:
    set_rights(bare_source, replace(FULL_RIGHTS, evidence="our own"))
    return bare_source


@pytest.fixture
def keep(publication: Publication, source: Source) -> Callable[..., Story]:
    """Store one arrival under an id of its own and return its story."""
    count = 0

    def kept(headline: str, body: str, **fields: object) -> Story:
        nonlocal count
        count += 1
        fields.setdefault("guid", f"made-{count}")
        (outcome,) = store_stories(publication, source, [arriving(headline, body, **fields)], now=NOW)
        return Story.objects.get(pk=outcome.story_id)

    return kept
