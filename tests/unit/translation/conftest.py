"""A studio on a folder of its own, with an engine that can be made to fail."""

from __future__ import annotations

import pytest
from tests.unit.translation.engines import Faulty

from kushk.core.compose import compose
from kushk.core.document import BlockKind, Mark, MarkKind, Media, MediaKind
from kushk.core.draft import DraftBlock, RichText, paragraph
from kushk.renditions.translation.studio import Limits, TranslationStudio


@pytest.fixture
def studio_with(tmp_path):
    made = []

    def make(*engines, limits=None, name="a"):
        studio = TranslationStudio(tmp_path / name, [], limits or Limits())
        studio.roster.engines = {engine.name: engine for engine in engines}
        studio.roster.usual = [engine.name for engine in engines]
        made.append(studio)
        return studio

    yield make
    for studio in made:
        studio.close()


@pytest.fixture
def engine():
    return Faulty()


@pytest.fixture
def studio(studio_with, engine):
    return studio_with(engine)


@pytest.fixture
def story():
    """A story with every kind of block that has words, and some that have none."""
    linked = RichText(
        "The minister of water spoke on Tuesday. Nobody answered him at once.",
        (
            Mark(MarkKind.LINK, 4, 21, href="https://news-of-nowhere.org/water"),
            Mark(MarkKind.EMPHASIS, 31, 38),
        ),
    )
    picture = Media(MediaKind.IMAGE, "https://news-of-nowhere.org/a.png", alt="A harbour in the rain")
    return compose(
        "en",
        [
            DraftBlock(BlockKind.PARAGRAPH, linked),
            DraftBlock(BlockKind.HEADING, RichText("What comes next"), level=2),
            DraftBlock(BlockKind.LIST, children=(DraftBlock(BlockKind.ITEM, RichText("First the gates are closed.")),)),
            DraftBlock(BlockKind.CODE, RichText("print('hello')\n  again()")),
            DraftBlock(BlockKind.QUOTE, children=(paragraph("Le fleuve monte."),), language="fr"),
            DraftBlock(BlockKind.FIGURE, RichText("The harbour on Monday."), media=picture),
            DraftBlock(BlockKind.DIVIDER),
            paragraph("12.5 % … 47"),
            paragraph("Nobody answered him at once."),
        ],
        headline="Gates hold in the highest water",
        standfirst="Three cellars got wet on Wednesday night.",
        byline="By Idris Marlow",
    )
