"""Ways to pass a story on: plain links that carry its address and headline, and nothing about the reader."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import quote, urlencode

from kushk.reader.safe import Html, name

SERVICES: dict[str, tuple[str, str, str]] = {
    "WhatsApp": ("https://wa.me/", "", "text"),
    "Telegram": ("https://t.me/share/url", "url", "text"),
    "Facebook": ("https://www.facebook.com/sharer/sharer.php", "u", ""),
    "X": ("https://x.com/intent/post", "url", "text"),
    "Bluesky": ("https://bsky.app/intent/compose", "", "text"),
    "LinkedIn": ("https://www.linkedin.com/sharing/share-offsite/", "url", ""),
    "LINE": ("https://social-plugins.line.me/lineit/share", "url", "text"),
}
"""Address by service, and its parameters for the story's address and headline; one without an address takes both
in its text."""


@dataclass(frozen=True, slots=True)
class Way:
    """A link that hands a story to a service."""

    name: Html
    address: str


@dataclass(frozen=True, slots=True)
class Sharing:
    """Everything that the panel for sharing shows."""

    address: str
    mail: str
    ways: tuple[Way, ...]
    card: str
    code: str
    quotes: str
    publication: str = ""

    def at(self, address: str, headline: str) -> Sharing:
        """Return the ways to share the same story at another address, under another headline."""
        return replace(
            self, address=address, mail=_mail(headline, self.publication, address), ways=_ways(headline, address)
        )


def sharing(  # noqa: PLR0913 - three addresses of the story and three of its pictures, by name
    headline: str, publication: str, address: str, *, card: str, code: str, quotes: str
) -> Sharing:
    """Return the ways to share a story.

    Args:
        headline: the story's own, as plain text.
        publication: its name.
        address: public address of the story's page.
        card: path of its picture for sharing.
        code: path of its QR code.
        quotes: path of a quote card, with ``SENTENCE`` where the sentence's id belongs.
    """
    mail = _mail(headline, publication, address)
    return Sharing(address, mail, _ways(headline, address), card, code, quotes, publication)


def _mail(headline: str, publication: str, address: str) -> str:
    return "mailto:?" + urlencode({"subject": f"{headline} · {publication}", "body": address}, quote_via=quote)


def _ways(headline: str, address: str) -> tuple[Way, ...]:
    return tuple(Way(name(service, "en"), _service_link(service, headline, address)) for service in SERVICES)


def _service_link(service: str, headline: str, address: str) -> str:
    where, url_key, text_key = SERVICES[service]
    values = {url_key: address} if url_key else {text_key: f"{headline}\n{address}"}
    if url_key and text_key:
        values[text_key] = headline
    return f"{where}?{urlencode(values, quote_via=quote)}"
