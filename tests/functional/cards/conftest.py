"""A studio with the stand's own fonts."""

from __future__ import annotations

import pytest

from kushk.renditions.cards.composing import Studio
from kushk.renditions.cards.content import Imprint, QuoteContent, StoryContent, Words


@pytest.fixture(scope="session")
def studio(tmp_path_factory) -> Studio:
    from pathlib import Path

    from kushk.renditions.cards import api

    return Studio(api._pen(), Path(tmp_path_factory.mktemp("media")), api._WORDMARK)


def story(headline: str, direction: str = "ltr", language: str = "und", standfirst: str = "", **more) -> StoryContent:
    plate = Words(more.pop("nameplate", "The Ferry Gazette"), "en")
    imprint = Imprint(plate, ("#7b1e3a", "#f0d9b5"), more.pop("stand", ""))
    return StoryContent(
        imprint, Words(headline, language, direction), Words(standfirst, language, direction), more.pop("picture", "")
    )


def quote(text: str, direction: str = "ltr", language: str = "und") -> QuoteContent:
    imprint = Imprint(Words("The Ferry Gazette", "en"), ("#7b1e3a", "#f0d9b5"), "")
    words = Words(text, language, direction)
    return QuoteContent(imprint, words, ("“", "”"), words)
