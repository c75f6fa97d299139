"""Outside HTML becomes typed drafts here, by an allow-list, and nowhere else."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from kushk.core.document import BlockKind, MarkKind
from kushk.core.draft import DraftBlock, RichText
from kushk.sources.formats import html_kinds  # noqa: F401 fills the handlers
from kushk.sources.formats.html_links import resolve
from kushk.sources.formats.html_run import tidy
from kushk.sources.formats.html_tree import parse_html
from kushk.sources.formats.html_walk import Shared, Walk
from kushk.sources.formats.parsed import Warned

_SHORTCODE = re.compile(
    r"\[caption\b[^\]]{0,500}\]\s*((?:<a\b[^>]{0,2000}>\s*)?<img\b[^>]{0,4000}>(?:\s*</a>)?)(.{0,2000}?)\[/caption\]",
    re.DOTALL | re.IGNORECASE,
)
_OTHER_SHORTCODE = re.compile(r"^\[/?[a-z_]{3,30}(?:\s[^\]\n]{0,300})?\]$")
_SHORT_FOOTER = 90
"""Characters outside the links of a "first appeared on" line."""


@dataclass(frozen=True, slots=True)
class HtmlBlocks:
    """What a piece of HTML says."""

    blocks: tuple[DraftBlock, ...]
    warnings: tuple[Warned, ...] = ()


def html_blocks(html: str | etree._Element, base_url: str = "", language: str = "") -> HtmlBlocks:
    """Return a piece of HTML, or an element of a parsed page, as drafts.

    Args:
        html: a fragment, a page, or an element (which may lose figure credits to the figures it has).
        base_url: the address that relative ones are resolved against; ``<base href>`` and ``xml:base`` refine it.
        language: BCP 47 tag of the text around it, so that only other languages are marked.
    """
    if isinstance(html, str):
        if "[caption" in html:
            html = _SHORTCODE.sub(r"<figure>\1<figcaption>\2</figcaption></figure>", html)
        html = parse_html(html)
        base_url = _refined(html, base_url)
    walk = Walk(Shared(base_url, language))
    walk.language = walk.language_of(html) if html.tag not in {"html", "body"} else ""
    walk.alone_or_inside(html)
    blocks = walk.finish()
    while blocks and _is_feed_footer(blocks[-1]):
        blocks.pop()
    kept = tuple(block for block in blocks if not _OTHER_SHORTCODE.match(block.content.text))
    return HtmlBlocks(kept, tuple(walk.shared.warnings))


def html_text(html: str) -> str:
    """Return the words of a piece of HTML as plain text, blocks parted by an empty line."""
    if "<" not in html and "&" not in html:
        return " ".join(tidy(html).split())
    return "\n\n".join(_texts(html_blocks(html).blocks))


def _texts(blocks: tuple[DraftBlock, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        if block.content:
            found.append(block.content.text)
        found.extend(_texts(block.children))
    return found


def _refined(root: etree._Element, base_url: str) -> str:
    base = next(root.iter("base"), None)
    address = base.get("href") if base is not None else root.get("xml:base")
    return resolve(address, base_url) or base_url if address else base_url


def _is_feed_footer(block: DraftBlock) -> bool:
    """Tell whether a last paragraph is what a feed adds to a story: a way back to the page, in any language."""
    if block.kind is not BlockKind.PARAGRAPH:
        return False
    content = block.content
    links = [mark for mark in content.marks if mark.kind is MarkKind.LINK]
    if len(links) == 1:
        return _is_way_on(content, links[0].start, links[0].end, links[0].href)
    if len(links) != 2:
        return False
    outside = len(content.text) - sum(mark.end - mark.start for mark in links)
    story, site = links[0].href.rstrip("/"), links[1].href.rstrip("/")
    if len(story) < len(site):
        story, site = site, story
    return outside < _SHORT_FOOTER and site.count("/") == 2 and story.startswith(site + "/") and links[0].start > 0


def _is_way_on(content: RichText, start: int, end: int, href: str) -> bool:
    words = content.text[start:end]
    whole = start == 0 and end == len(content.text)
    return whole and len(words) < 60 and ("#more-" in href or words.endswith(("→", "»", ">>", "[…]", "[...]")))
