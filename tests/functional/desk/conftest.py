"""The stand of the reader's tests, seen by its operator."""

from __future__ import annotations

import pytest
from tests.functional.reader.building import build_stand


@pytest.fixture
def stand(db, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "media"
    return build_stand(60)


@pytest.fixture
def desk(admin_client):
    return admin_client
