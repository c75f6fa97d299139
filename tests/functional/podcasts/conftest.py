"""The stand of the reader's tests, with a voice of tones: quick, and in every language."""

from __future__ import annotations

import pytest
from tests.functional.reader.building import build_stand

from kushk.library import api as library
from kushk.renditions.narration import api as narration
from kushk.syndication import views
from kushk.syndication.feeds import Feeds


@pytest.fixture(autouse=True)
def speech(settings, tmp_path, monkeypatch):
    """Tones for words; a test that wants another engine says so and forgets the engines again."""
    settings.DATA = tmp_path
    settings.MEDIA_ROOT = tmp_path / "media"
    settings.STAND_URL = "https://stand.example.org"
    monkeypatch.setenv("KUSHK_SPEECH", "null")
    monkeypatch.setattr(views, "_feeds", Feeds())
    narration.forget_engines()
    yield
    narration.forget_engines()


@pytest.fixture
def stand(db) -> dict[str, library.Publication]:
    return build_stand()


def spoken(publication: library.Publication) -> list[library.Story]:
    """Speak all stories of a publication, and return them, the newest first."""
    stories = list(publication.stories.order_by("-listed_at", "-pk"))
    for story in stories:
        narration.prepare(library.story_by_public_id(story.public_id), everything=True)
    return stories
