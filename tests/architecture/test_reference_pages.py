"""What an operator or a program relies on is documented, and the documentation is what the code says."""

import importlib
import re
from pathlib import Path

import pytest

from kushk.base.options import OPTIONS
from kushk.config.cli import COMMANDS, build_parser
from kushk.config.reference import PAGES, error_classes

DOCS = Path(__file__).resolve().parents[2] / "docs"


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_page_is_what_the_code_says(name):
    assert (DOCS / name).read_text(encoding="utf-8") == PAGES[name](), "run ./kushk docs"


def test_every_option_is_documented():
    page = (DOCS / "settings.md").read_text(encoding="utf-8")
    assert [option.name for option in OPTIONS if f"`KUSHK_{option.name}`" not in page] == []


def test_every_error_has_a_code_of_its_own_and_words():
    classes = set(error_classes())
    assert len(classes) > 20
    codes = [error.code for error in classes]
    assert sorted(codes) == sorted(set(codes))
    assert [error.__name__ for error in classes if not re.fullmatch(r"[a-z][a-z0-9-]+", error.code)] == []
    assert [error.__name__ for error in classes if not error.words.strip().endswith((".", "!", "?"))] == []


@pytest.mark.parametrize("name", sorted(COMMANDS))
def test_every_command_explains_itself(name):
    module = importlib.import_module(f"kushk.config.commands.{name}")
    assert module.__doc__
    assert name in build_parser().format_help()


def test_every_field_of_the_json_is_documented():
    page = (DOCS / "read-json.md").read_text(encoding="utf-8")
    from kushk.core.compose import compose
    from kushk.sources.formats.output import as_json
    from kushk.sources.formats.parsed import FeedList, ParsedFeed, ParsedStory

    story = ParsedStory("text", compose("en", ()))
    parts = (story, ParsedFeed("rss", entries=(story,)), FeedList("opml"))
    fields = {name for part in parts for name in as_json(part)} | set(as_json(parts[1])["entries"][0])
    assert sorted(name for name in fields if f"`{name}`" not in page) == []
