"""The stand of ``building.py`` with an engine that makes words up."""

from __future__ import annotations

import pytest
from tests.functional.reader.building import build_stand

from kushk.library import api as library
from kushk.renditions.translation import api as translation


@pytest.fixture
def stand(db, made_up, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return build_stand(width=700)


@pytest.fixture
def told(stand) -> library.Story:
    """The gazette's newest story: every kind of block, two pictures."""
    return library.story_by_public_id(stand["gazette"].stories.get(source_guid="gazette-0").public_id)


@pytest.fixture
def engine(stand):
    return translation.roster().engines["null"]


@pytest.fixture
def complete(client):
    """Ask for a translated page until it is complete, as a browser does."""

    def get(path):
        for _ in range(40):
            answer = client.get(path)
            if "no-store" not in answer.get("Cache-Control", ""):
                break
        return answer

    return get
