"""What feeds put at the end of a story that is none of it: "read more" links, "[…]", "appeared first on"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import parse_qsl, urlsplit

from kushk.core.document import BlockKind, Mark, MarkKind
from kushk.core.draft import DraftBlock, RichText
from kushk.sources.formats.feed_phrases import APPEARED_FIRST, ENDS_WITH_MORE, READ_MORE, READ_MORE_OF

_BRACKETED_DOTS = re.compile(r"\s*[\[(（【]\s*(?:…{1,2}|\.{2,}|⋯{1,2})\s*[\])）】]\s*$")
_DOTS = re.compile(r"(?:…|\.{3,}|⋯)\s*$")
_STOPS = tuple(".!?…。！？؟۔।॥")
_ARROWS = " \t.…[]()→»›>⇒"
_SHORT = 160
"""Characters beyond which a closing line is no "read more"."""
_TAIL = 80


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A body without its trailers; ``cut`` when one of them said that there is more."""

    blocks: tuple[DraftBlock, ...]
    cut: bool = False


def trim(blocks: Sequence[DraftBlock], url: str, title: str) -> Trimmed:
    """Take away what a feed adds after the story's end.

    Args:
        blocks: the body.
        url: the entry's own address: a closing line that is but a link to it means "read more" in any language.
        title: its headline: a closing line with that and a link to the story is blog software's, in any language.
    """
    kept, cut = list(blocks), False
    while kept and kept[-1].kind is BlockKind.PARAGRAPH:
        last = kept[-1].content
        if _is_more(last, url) and (kept[1:] or _links(last)):  # the only words of an entry may be its author's
            cut = cut or not _is_button(last, url)
        elif not _is_origin_note(last, url, title):
            break
        kept.pop()
    if kept and kept[-1].kind is BlockKind.PARAGRAPH:
        content, ended = _without_tail(kept[-1].content, url)
        if ended:
            kept[-1:] = [replace(kept[-1], content=content)] if content else []
            cut = True
    return Trimmed(tuple(kept), cut)


def trim_text(text: str) -> tuple[str, bool]:
    """Do the same to a summary in plain text; also tells whether it was cut."""
    content, cut = _without_tail(RichText(text), "")
    return content.text, cut or bool(_DOTS.search(content.text[-_TAIL:]))


def _links(content: RichText) -> list[Mark]:
    return [mark for mark in content.marks if mark.kind is MarkKind.LINK]


def _is_more(content: RichText, url: str) -> bool:
    """Tell a line that only sends the reader on to the story's own page; a link to another site is matter."""
    text = content.text.strip()
    if not text or len(text) > _SHORT:
        return False
    links = _links(content)
    if any(not _same_site(link.href, url) for link in links):
        return False
    if READ_MORE.fullmatch(text):
        return True
    if len(links) != 1 or links[0].end - links[0].start < len(text.strip(_ARROWS)) - 1:
        return False
    return READ_MORE_OF.fullmatch(text) is not None or _same_page(links[0].href, url)


def _is_button(content: RichText, url: str) -> bool:
    """Tell a line that leads to something else on the story's page: its comments, a form that sends it to a friend."""
    links = _links(content)
    if not links or READ_MORE.fullmatch(content.text.strip()):
        return False
    fragment, stated = links[0].href.partition("#")[2], _split(links[0].href)[2]
    return bool(stated.keys() - _split(url)[2].keys()) or (bool(fragment) and "more" not in fragment)


def _is_origin_note(content: RichText, url: str, title: str) -> bool:
    text, links = content.text.strip(), _links(content)
    if not text or len(text) > len(title) + 2 * _SHORT:
        return False
    if APPEARED_FIRST.match(text):
        return True
    own = [link for link in links if _same_page(link.href, url)]
    home = [link for link in links if link not in own and _same_site(link.href, url)]
    return bool(title and title in text and own and home and len(links) <= _ORIGIN_LINKS)


_ORIGIN_LINKS = 2


def _same_page(href: str, url: str) -> bool:
    """Tell whether two addresses are one page's: the same path, and the same value of each parameter they share."""
    if not href or not url:
        return False
    (host, path, query), (own_host, own_path, own_query) = _split(href), _split(url)
    if (host, path) != (own_host, own_path) or not host:
        return False
    shared = query.keys() & own_query.keys()
    return all(query[name] == own_query[name] for name in shared) and bool(shared or not query or not own_query)


def _same_site(href: str, url: str) -> bool:
    return bool(url) and _split(href)[0] == _split(url)[0]


def _split(address: str) -> tuple[str, str, dict[str, str]]:
    """Return host, path and the parameters that are not there to count visitors."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return "", "", {}
    pairs = parse_qsl(parts.query) if parts.query.count("&") < _PARAMETERS else []
    kept = {name: value for name, value in pairs if not name.startswith("utm_")}
    return parts.netloc.lower().removeprefix("www."), parts.path.rstrip("/"), kept


_PARAMETERS = 50


def _without_tail(content: RichText, url: str) -> tuple[RichText, bool]:
    """Cut "[…]" and a closing "Read more" off a paragraph; a mere "…" may be the author's own."""
    text = content.text.rstrip()
    ended = False
    link = _closing_link(content, text, url)
    if link is not None:
        text, ended = text[: link.start].rstrip(" \t\n([|-–—"), True
    else:
        more = ENDS_WITH_MORE.search(text, max(0, len(text) - _TAIL))
        if more:
            text, ended = text[: more.start()], True
    dots = _BRACKETED_DOTS.search(text, max(0, len(text) - _TAIL))
    if dots:
        text, ended = text[: dots.start()].rstrip(), True
        text += "" if text.endswith(_STOPS) else "…"
    return (_shortened(content, text), True) if ended else (content, False)


def _closing_link(content: RichText, text: str, url: str) -> Mark | None:
    """Return the link at the end of a paragraph that leads on to the story's page."""
    links = _links(content)
    last = max(links, key=lambda link: link.end, default=None)
    if last is None or not last.start or text[last.end :].strip(_ARROWS):
        return None
    words = text[last.start : last.end].strip()
    if len(words) > _SHORT // 2:
        return None
    if _same_page(last.href, url):
        return last
    return last if READ_MORE_OF.fullmatch(words) and (not url or _same_site(last.href, url)) else None


def _shortened(content: RichText, text: str) -> RichText:
    end = len(text)
    return RichText(text, tuple(replace(mark, end=min(mark.end, end)) for mark in content.marks if mark.start < end))
