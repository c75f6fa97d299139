"""Pieces of pages that several templates share, with the expected reading beside them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape

from tests.quality.pages.stories import Story


@dataclass(frozen=True)
class Page:
    """A page with what should be read from it."""

    name: str
    html: str
    url: str
    title: str
    byline: str
    published: str
    language: str
    publication: str
    standfirst: str
    paragraphs: tuple[str, ...]
    """The text of the body in reading order, lists and quotations too."""
    kinds: tuple[str, ...]
    """The kinds of the body's blocks in reading order."""
    related: int = 0
    body: bytes = b""
    """The page's bytes where they are not its text in UTF-8."""

    @property
    def data(self) -> bytes:
        return self.body or self.html.encode()


def slug(story: Story) -> str:
    return (
        "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in story.headline.lower()).strip(
            "-"
        )
        or "story-4711"
    )


def paragraphs(story: Story, attributes: str = "") -> list[str]:
    return [f"<p{attributes}>{escape(text, quote=False)}</p>" for text in story.paragraphs]


def json_ld(story: Story, kind: str = "NewsArticle", **more: object) -> str:
    node = {
        "@context": "https://schema.org",
        "@type": kind,
        "headline": story.headline,
        "datePublished": f"{story.published}T07:30:00+01:00",
        "author": {"@type": "Person", "name": story.author},
        "publisher": {
            "@type": "Organization",
            "name": story.site,
            "logo": {"@type": "ImageObject", "url": "https://cdn.example/logo.png"},
        },
        **more,
    }
    return f'<script type="application/ld+json">{json.dumps(node, ensure_ascii=False)}</script>'


def open_graph(story: Story, picture: str = "https://cdn.example/lead.jpg") -> str:
    return (
        f'<meta property="og:title" content="{escape(story.headline)}"><meta property="og:site_name" content="{escape(story.site)}">'
        f'<meta property="og:description" content="{escape(story.standfirst)}"><meta property="og:image" content="{picture}"><meta property="og:type" content="article">'
    )


def navigation(story: Story) -> str:
    links = "".join(
        f'<li class="menu-item"><a href="/s{place}">{escape(text.split()[0])}</a></li>'
        for place, text in enumerate(story.related)
    )
    return f'<nav class="main-nav"><ul>{links}</ul></nav>'


def cards(story: Story, count: int = 3, *, dek: bool = True) -> str:
    made = []
    for place in range(count):
        title = story.related[place % len(story.related)]
        number = "" if place < len(story.related) else f" {place + 1}"
        words = f"<p>{escape(story.paragraphs[place % 6][:90])}…</p>" if dek else ""
        made.append(
            f'<article class="card"><a href="/r/{place}"><img src="/thumb{place}.jpg" alt=""><h3>{escape(title)}{number}</h3></a>{words}</article>'
        )
    return "".join(made)


def comments(story: Story, count: int = 4) -> str:
    texts = [
        part
        for other in range(count)
        for part in (f"{story.paragraphs[other % 6]} {story.paragraphs[(other + 2) % 6]}",)
    ]
    return "".join(
        f'<li class="comment"><div class="comment-author">Reader{at}</div><p>{escape(text[::1])}</p><a href="#">Reply</a></li>'
        for at, text in enumerate(texts)
    )
