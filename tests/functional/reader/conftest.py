"""The stand of ``building.py``, built once a test."""

from __future__ import annotations

import pytest
from tests.functional.reader.building import build_stand

from kushk.library import api as library


@pytest.fixture
def stand(db, settings, tmp_path) -> dict[str, library.Publication]:
    settings.MEDIA_ROOT = tmp_path / "media"
    return build_stand()


@pytest.fixture
def first(stand):
    """The gazette's newest story: every kind of block, two pictures."""
    return stand["gazette"].stories.get(source_guid="gazette-0")
