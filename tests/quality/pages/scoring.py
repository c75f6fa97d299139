"""How well a reading of a page agrees with what it should be."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from difflib import SequenceMatcher

from tests.quality.pages.more_templates import MORE
from tests.quality.pages.parts import Page
from tests.quality.pages.stories import STORIES
from tests.quality.pages.templates import PLAN

_WORD = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\u0e00-\u0e7f\u3040-\u30ff]|\w+")


def corpus() -> tuple[Page, ...]:
    """Return every page of the corpus, in order."""
    return tuple(
        template(STORIES[language]) for template, languages in (*PLAN, *MORE) for language in languages.split()
    )


def token_f1(found: str, expected: str) -> float:
    """Return the harmonic mean of precision and recall of tokens: words, or characters in scripts without spaces."""
    one, two = Counter(_WORD.findall(found.casefold())), Counter(_WORD.findall(expected.casefold()))
    common = sum((one & two).values())
    return 2 * common / max(1, sum(one.values()) + sum(two.values()))


def kinds_match(found: Iterable[str], expected: Iterable[str]) -> float:
    """Return how alike two sequences of block kinds are."""
    return SequenceMatcher(None, list(found), list(expected), autojunk=False).ratio()
