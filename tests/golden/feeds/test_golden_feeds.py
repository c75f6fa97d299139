"""Whole feeds in many languages, scripts and encodings, beside what they should become.

The expected results are read by a person when they change; they are written anew by
``PYTHONPATH=src:. .venv/bin/python tests/golden/feeds/test_golden_feeds.py``.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kushk.sources.formats import parse_feed
from kushk.sources.formats.parsed import Input, ParsedFeed, ParsedStory, Warned

HERE = Path(__file__).parent
FEEDS = sorted(
    path for path in HERE.iterdir() if path.suffix in (".xml", ".rdf", ".json") and "expected" not in path.name
)


def shown(feed: ParsedFeed) -> dict[str, Any]:
    """Return what a reader would notice of a feed."""
    head = {
        name: getattr(feed, name)
        for name in ("format", "title", "url", "feed_url", "language", "description", "updated", "minutes_to_live")
    }
    kept = {name: value for name, value in head.items() if value}
    return {**kept, "entries": [shown_story(story) for story in feed.entries], "warnings": told(feed.warnings)}


def shown_story(story: ParsedStory) -> dict[str, Any]:
    document = story.document
    fields = {
        "id": story.id,
        "url": story.url,
        "title": story.title,
        "byline": story.byline,
        "published": story.published,
        "modified": story.modified,
        "publication": story.publication,
        "language": document.language,
        "direction": document.direction,
        "standfirst": document.standfirst.text if document.standfirst else "",
        "blocks": [[block.kind.value, block.text] for top in document.blocks for block in top.walk()],
        "summary": story.summary,
        "excerpt": story.excerpt,
        "categories": list(story.categories),
        "picture": story.picture.src if story.picture else "",
        "attachments": [
            [each.media.kind.value, each.media.src, each.bytes, each.seconds] for each in story.attachments
        ],
        "warnings": told(story.warnings),
    }
    return {name: value for name, value in fields.items() if value}


def told(warnings: tuple[Warned, ...]) -> list[str]:
    return [f"{warned.code}: {warned.detail}" for warned in warnings]


def expected_of(path: Path) -> Path:
    return path.with_name(path.name + ".expected.json")


@pytest.mark.parametrize("path", FEEDS, ids=lambda path: path.name)
def test_feed_becomes_what_a_person_expects(path: Path) -> None:
    feed = parse_feed(Input(path.read_bytes()))
    assert shown(feed) == json.loads(expected_of(path).read_text(encoding="utf-8"))


def test_every_expectation_has_its_feed() -> None:
    assert {expected_of(path) for path in FEEDS} == set(HERE.glob("*.expected.json"))


if __name__ == "__main__":
    for each in FEEDS:
        result = json.dumps(shown(parse_feed(Input(each.read_bytes()))), ensure_ascii=False, indent=1)
        expected_of(each).write_text(result + "\n", encoding="utf-8")
