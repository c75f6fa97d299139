"""A real feed of 320 stories, where it lies beside the checkout."""

from __future__ import annotations

from pathlib import Path

import pytest

from kushk.sources.formats import parse_feed
from kushk.sources.formats.parsed import Input

FEED = Path(__file__).resolve().parents[4].parent / "shared" / "data" / "digitalgov" / "feed.xml"


@pytest.mark.skipif(not FEED.is_file(), reason="the shared data is not there")
def test_every_story_is_read_with_its_text() -> None:
    feed = parse_feed(Input(FEED.read_bytes()))
    assert (feed.format, feed.title, feed.language, feed.warnings) == ("rss", "Digital.gov", "en-US", ())
    assert len(feed.entries) == 320
    assert sum(not story.excerpt for story in feed.entries) == 300
    assert len({story.url for story in feed.entries}) == 320
    assert all(story.title and story.published.startswith("20") and story.document.text for story in feed.entries)
    assert {story.document.language for story in feed.entries} <= {"en-US", "es"}
    assert {each.code for story in feed.entries for each in story.warnings} <= {"link-dropped"}
