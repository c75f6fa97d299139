"""Pages read a second and how well, beside the library underneath, over the project's own corpus of templates."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import mean

import trafilatura
from tests.quality.pages.parts import Page
from tests.quality.pages.scoring import corpus, token_f1

from kushk.sources.formats.page import parse_page
from kushk.sources.formats.parsed import Input

ROUNDS = 3


def run(stories: int) -> list[dict[str, object]]:
    """Return a row for each reader of pages, each over at most ``stories`` pages of the corpus."""
    pages = list(corpus())[:stories]
    readers: dict[str, Callable[[Page], str]] = {
        "Kushk (body, blocks, all facts, cards)": lambda page: parse_page(Input(page.data, url=page.url)).document.text,
        "trafilatura, favor_precision (body alone)": _library,
    }
    rates = {name: _rate(read, pages) for name, read in readers.items()}
    raw = rates["trafilatura, favor_precision (body alone)"]
    return [
        {
            "reader": name,
            "pages a CPU second": f"{rates[name]:.0f}",
            "ratio": f"{rates[name] / raw:.2f}",
            "body F1": f"{mean(token_f1(read(page), _wanted(page)) for page in pages):.3f}",
        }
        for name, read in readers.items()
    ]


def _library(page: Page) -> str:
    return trafilatura.extract(page.data, favor_precision=True) or ""


def _wanted(page: Page) -> str:
    return "\n".join(page.paragraphs)


def _rate(read: Callable[[Page], str], pages: list[Page]) -> float:
    for page in pages[:5]:
        read(page)
    began = time.process_time()
    for _ in range(ROUNDS):
        for page in pages:
            read(page)
    return ROUNDS * len(pages) / (time.process_time() - began)
