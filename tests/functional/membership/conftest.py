"""A publication with a story of each kind, the last part of which holds a word that nobody else has."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.contrib.auth.models import User
from tests.functional.reader.building import FULL, NOW

from kushk.core.compose import compose
from kushk.core.document import BlockKind
from kushk.core.draft import DraftBlock, RichText, paragraph
from kushk.library import api as library
from kushk.membership.models import Plan

MARKER = "Zanzibarnuss"
"""Stands in the last third of each story alone."""

OPEN = (
    "The river rose at night and the mill was shut by the mayor.",
    "Nobody was hurt, as far as the town knows.",
)


def told(name: str, coins: str = "4242", first: str = ""):
    kept = (
        DraftBlock(BlockKind.HEADING, RichText(f"What {MARKER} did"), level=2),
        paragraph(f"In the end {MARKER} paid for all of it with {coins} coins. The town thanked {MARKER} for days."),
        DraftBlock(BlockKind.QUOTE, RichText(MARKER), children=(paragraph(f"I am {MARKER} and this is my river."),)),
        paragraph("A last line stands here, so that there is something to come after everything."),
    )
    shown = [paragraph(" ".join(OPEN)), paragraph(f"The {name} story goes on for some time before it says more.")]
    return compose(
        "en",
        [*([paragraph(first)] if first else []), *shown, *kept],
        headline=f"Flood at the {name} mill",
        standfirst=f"How the {name} town slept.",
    )


@pytest.fixture
def paper(db, made_up, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    publication = library.add_publication("The Toll", slug="toll", language="en")
    source, _ = library.add_source(publication, "https://toll.example/feed.xml")
    library.set_rights(source, FULL)
    arrivals = [
        library.Arrival(
            document=told(kind),
            guid=kind,
            url=f"https://toll.news-of-nowhere.org/{kind}",
            section="News",
            issue=date(2026, 11, 19),
        )
        for kind in ("free", "metered", "members")
    ]
    library.store_stories(publication, source, arrivals, now=NOW)
    library.set_access(publication, "free", preview=40)
    for kind in ("metered", "members"):
        library.set_access(publication.stories.get(source_guid=kind), kind)
    return publication


@pytest.fixture
def story_of(paper):
    """Return the story of a kind, as views load it."""

    def find(kind: str) -> library.Story:
        return library.story_by_public_id(paper.stories.get(source_guid=kind).public_id)

    return find


@pytest.fixture
def plan(paper) -> Plan:
    return Plan.objects.create(name="GOLD")


@pytest.fixture
def path(story_of) -> str:
    """Return the address of the story for members, to its end."""
    return f"/en/whole/{story_of('members').public_id}/"


@pytest.fixture
def mona(client) -> User:
    """Return an account that is signed in on the client."""
    account = User.objects.create_user("mona", "mona@mill.example")
    client.force_login(account)
    return account


def words_of(page: str) -> str:
    """Return what a page says, without its marks and isolates."""
    return " ".join(re.sub(r"<[^>]+>|[\u2066-\u2069]", "", page).split())
