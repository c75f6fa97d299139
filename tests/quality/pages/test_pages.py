"""Pages in the manner of many templates and languages are read as a reader sees them; the floors are pinned."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from statistics import mean

import pytest
import trafilatura
from tests.quality.pages.parts import Page
from tests.quality.pages.scoring import corpus, kinds_match, token_f1

from kushk.core.document import BlockKind, Document
from kushk.sources.formats.page import parse_page
from kushk.sources.formats.parsed import Input, ParsedStory

CORPUS = corpus()
DIGEST = "9c3ccb577d8c1f14"
FLOORS = dict.fromkeys(("title", "byline", "published", "publication", "standfirst", "related"), 1.0)
FLOORS |= {"body": 0.995, "kinds": 0.99, "language": 0.99}
WORST_BODY = 0.9
BESIDE_LIBRARY = 0.06
"""How much better the body is than the library's own, over the corpus."""


@dataclass(frozen=True)
class Read:
    page: Page
    story: ParsedStory


@pytest.fixture(scope="module")
def read() -> tuple[Read, ...]:
    return tuple(Read(page, parse_page(Input(page.data, url=page.url))) for page in CORPUS)


def running_text(document: Document) -> str:
    shown = (block for top in document.blocks for block in top.walk())
    return "\n".join(block.text for block in shown if block.kind not in {BlockKind.FIGURE, BlockKind.EMBED})


def scores(read: tuple[Read, ...]) -> dict[str, float]:
    return {
        "body": mean(token_f1(running_text(one.story.document), "\n".join(one.page.paragraphs)) for one in read),
        "kinds": mean(
            kinds_match(
                [block.kind for block in one.story.document.blocks if block.kind is not BlockKind.QUOTE], one.page.kinds
            )
            for one in read
        ),
        "title": mean(one.story.title == one.page.title for one in read),
        "byline": mean(one.story.byline == one.page.byline for one in read),
        "published": mean(one.story.published == one.page.published for one in read),
        "language": mean(one.story.document.language == one.page.language for one in read),
        "publication": mean(one.story.publication == one.page.publication for one in read),
        "standfirst": mean(getattr(one.story.document.standfirst, "text", "") == one.page.standfirst for one in read),
        "related": mean(len(one.story.related) >= one.page.related for one in read),
    }


def test_the_corpus_is_the_one_that_the_floors_were_measured_on():
    assert hashlib.sha256(b"\0".join(page.data for page in CORPUS)).hexdigest()[:16] == DIGEST
    assert len(CORPUS) >= 60
    assert len({page.language for page in CORPUS}) >= 12


def test_every_score_reaches_its_floor(read: tuple[Read, ...]):
    below = {name: score for name, score in scores(read).items() if score < FLOORS[name]}
    assert below == {}


def test_no_page_is_read_badly(read: tuple[Read, ...]):
    bad = {
        one.page.name: round(token_f1(running_text(one.story.document), "\n".join(one.page.paragraphs)), 2)
        for one in read
    }
    assert {name: score for name, score in bad.items() if score < WORST_BODY} == {}


def test_bodies_are_better_than_those_of_the_library_alone(read: tuple[Read, ...]):
    ours = scores(read)["body"]
    theirs = mean(
        token_f1(
            trafilatura.extract(page.data, favor_precision=True, include_comments=False) or "",
            "\n".join(page.paragraphs),
        )
        for page in CORPUS
    )
    assert ours - theirs > BESIDE_LIBRARY
