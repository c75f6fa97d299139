"""What holds for every test."""

import pytest
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings

# A busy machine makes examples slow to find; that says nothing about the code. Examples are the same in every run.
hypothesis_settings.register_profile(
    "kushk", deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("kushk")


@pytest.fixture
def made_up(settings, tmp_path, monkeypatch):
    """Engines that make words and tones up, on a data folder of the test's own."""
    from kushk.renditions.narration import api as narration
    from kushk.renditions.translation import api as translation

    settings.DATA = tmp_path
    monkeypatch.setenv("KUSHK_TRANSLATION", "null")
    monkeypatch.setenv("KUSHK_SPEECH", "null")
    translation.forget_engines()
    narration.forget_engines()
    yield
    translation.forget_engines()
    narration.forget_engines()
