"""Feeds to be served by the tests."""

from __future__ import annotations

from xml.sax.saxutils import escape

WORDS = "The harbour was quiet and the ferry waited for the choir, as it had on every Thursday since the war."


def item(number: int, *, text: str = "", link: str = "", excerpt: bool = False) -> str:
    body = text or f"<p>Story {number}. {WORDS}</p><p>It was the {number}th time that the harbour master counted.</p>"
    words = f"<description>{escape(body[:80])} […]</description>" if excerpt else ""
    full = "" if excerpt else f"<content:encoded>{escape(body)}</content:encoded>"
    return (
        f"<item><title>Story number {number}</title><guid isPermaLink='false'>id-{number}</guid>"
        f"<link>{link or f'https://paper.example/{number}'}</link>"
        f"<pubDate>Sat, 21 Nov 2026 07:{number // 60 % 60:02d}:{number % 60:02d} +0000</pubDate>{words}{full}</item>"
    )


def rss(items: list[str], title: str = "The Paper") -> str:
    return (
        '<?xml version="1.0" encoding="UTF-8"?><rss version="2.0" '
        'xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        f"<title>{title}</title><link>https://paper.example/</link><language>en</language>"
        f"{''.join(items)}</channel></rss>"
    )
