"""The picture that stands for a story."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kushk.core.document import BlockKind, Media, MediaKind
from kushk.core.draft import DraftBlock
from kushk.sources.formats.html_links import resolve
from kushk.sources.formats.html_media import pixels
from kushk.sources.formats.page.head import Head
from kushk.sources.formats.page.jsonld import LinkedData

_NO_PICTURE = re.compile(
    r"(?:^|[/_.\-])(?:logo|logos|favicon|icon|default|placeholder|noimage|no-image|blank|spacer|avatar|share-?default|og-?default|social-?default|"
    r"fallback|site-?image|apple-touch)(?:[/_.\-]|\d|$)|gravatar\.com|\.svg(?:$|\?)",
    re.IGNORECASE,
)


def find_picture(head: Head, data: LinkedData, blocks: Iterable[DraftBlock], base: str) -> Media | None:
    """Return the picture that the page names for itself, else the first in the story."""
    told = [
        *head.every("og:image:secure_url", "og:image", "og:image:url")[:3],
        *data.addresses(data.story.get("image"))[:3],
    ]
    told += [
        *head.every("twitter:image", "twitter:image:src", "thumbnail", "sailthru.image.full", "parsely-image-url"),
        *head.links.get("image_src", ()),
    ]
    for address in told:
        src = resolve(address, base)
        if src and not _NO_PICTURE.search(src):
            own = src in {
                resolve(text, base) for text in head.every("og:image", "og:image:url", "og:image:secure_url")[:1]
            }
            width, height = (
                (pixels(head.first("og:image:width")), pixels(head.first("og:image:height"))) if own else (0, 0)
            )
            return Media(
                MediaKind.IMAGE, src, head.first("og:image:alt", "twitter:image:alt") if own else "", width, height
            )
    return first_picture(blocks)


def first_picture(blocks: Iterable[DraftBlock]) -> Media | None:
    """Return the first picture of a story's body."""
    for block in blocks:
        if block.kind is BlockKind.FIGURE and block.media is not None and not _NO_PICTURE.search(block.media.src):
            return block.media
        inside = first_picture(block.children)
        if inside is not None:
            return inside
    return None
