"""Feed documents that hold the synthetic stories, fifty each, one language a document as real feeds have it."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from html import escape
from itertools import count

from bench.synthetic import SHARES, SyntheticStory, story

ITEMS = 50


@dataclass(frozen=True, slots=True)
class MadeFeed:
    """One feed document of one publication."""

    number: int
    language: str
    body: bytes
    items: int


def made_feeds(stories: int) -> Iterator[MadeFeed]:
    """Yield feed documents that hold ``stories`` stories in all."""
    languages = [language for language, share in SHARES for _ in range(share)]
    numbers = count()
    for number, start in enumerate(range(0, stories, ITEMS)):
        language = languages[number % len(languages)]
        items = [_item(story(next(numbers), language)) for _ in range(min(ITEMS, stories - start))]
        text = (
            '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
            'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
            f"<channel><title>Paper {number}</title><link>https://paper{number}.example/</link>"
            f"<description>Made for a benchmark</description><language>{language}</language>{''.join(items)}"
            "</channel></rss>"
        )
        yield MadeFeed(number, language, text.encode(), len(items))


def streamed_feeds(stories: int) -> Iterator[MadeFeed]:
    """Yield the same documents, made in a process of their own, so that neither time nor memory is charged to ours."""
    command = [sys.executable, "-c", "import sys; from bench.feeds import pour; pour(int(sys.argv[1]))", str(stories)]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(command, stdout=subprocess.PIPE, env=environment) as maker:
        for _ in range(0, stories, ITEMS):
            yield pickle.load(maker.stdout)  # noqa: S301 - written by our own process


def pour(stories: int) -> None:
    """Write the documents to standard output, pickled one after the other."""
    for feed in made_feeds(stories):
        pickle.dump(feed, sys.stdout.buffer)


def _item(made: SyntheticStory) -> str:
    """Return a story as content systems write it: a picture, a subheading in the middle, a link now and then."""
    middle = len(made.paragraphs) // 2
    image = f'<img src="{made.url}.jpg" alt="{escape(made.headline)}">'
    picture = f"<figure>{image}<figcaption>{made.standfirst}</figcaption></figure>"
    parts = [f"<p>{text}{_link(made.url, place, text)}</p>" for place, text in enumerate(made.paragraphs)]
    body = "\n".join([picture, *parts[:middle], f"<h2>{made.headline}</h2>", *parts[middle:]])
    return (
        f"<item><title>{escape(made.headline)}</title><link>{made.url}</link>"
        f'<guid isPermaLink="false">made-{made.number}</guid><dc:creator>A. Writer</dc:creator>'
        f"<pubDate>{format_datetime(datetime.fromisoformat(made.published))}</pubDate><category>News</category>"
        f"<description>{escape(made.standfirst)}</description><content:encoded>{escape(body)}</content:encoded></item>"
    )


def _link(url: str, place: int, text: str) -> str:
    """Return a link after every second paragraph: one in about ninety words, as in the digitalgov posts."""
    return f" <a href='{url}#{place}'>{text[:12]}</a>" if place % 2 else ""
