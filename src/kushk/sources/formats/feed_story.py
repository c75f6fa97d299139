"""From an entry, of whatever kind of feed, to a story with a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kushk.core.compose import compose
from kushk.core.detect import detect
from kushk.core.document import BlockKind, Media, MediaKind
from kushk.core.draft import DraftBlock, paragraph
from kushk.core.languages import normalise_tag
from kushk.sources.formats.feed_cut import trim, trim_text
from kushk.sources.formats.feed_dates import feed_date
from kushk.sources.formats.feed_entry import Entry
from kushk.sources.formats.feed_people import byline
from kushk.sources.formats.feed_text import Words, one_line, plain_title
from kushk.sources.formats.html import html_blocks, html_text
from kushk.sources.formats.parsed import ParsedStory, Warned

LONGEST_TITLE = 512
LONGEST_TEXT = 1 << 20
LONGEST_STANDFIRST = 700
"""Characters; a longer summary beside a fuller text is kept as summary but not shown above the story."""

_FULL = 1200
"""Characters of a lone description from which on it is taken for the whole story."""
_FULL_PARAGRAPHS, _FULL_SHORT = 3, 500
_WORD = re.compile(r"\w+")
_PARTS = re.compile(r"\n[ \t]*\n\s*")
_COMPARED = 400


@dataclass(frozen=True, slots=True)
class Context:
    """What a feed says of all its entries."""

    format: str
    title: str = ""
    url: str = ""
    language: str = ""
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Body:
    """The text of an entry, decided: which of its texts is the story and which stands above it."""

    blocks: tuple[DraftBlock, ...]
    text: str
    summary: str
    standfirst: str
    excerpt: bool
    language: str
    warnings: tuple[Warned, ...]


def story(entry: Entry, feed: Context) -> ParsedStory:
    """Return the story that an entry holds."""
    warnings = list(entry.warnings)
    title = _limited(plain_title(entry.title), LONGEST_TITLE, "title-cut", warnings)
    body = _body(entry, title, warnings)
    language = _language(entry, feed, body, title)
    authors = entry.authors or feed.authors
    line = byline(authors, language)
    published, modified = _dates(entry, language, warnings)
    document = compose(language, body.blocks, headline=title, standfirst=body.standfirst, byline=line)
    return ParsedStory(
        format=feed.format,
        document=document,
        id=entry.id,
        url=entry.url,
        title=title,
        byline=line,
        authors=authors,
        published=published or modified,
        modified=modified,
        publication=entry.publication or feed.title,
        section=entry.section,
        summary=body.summary,
        excerpt=body.excerpt,
        categories=entry.categories,
        attachments=entry.attachments,
        picture=entry.picture or _first_picture(body.blocks),
        warnings=tuple(dict.fromkeys((*warnings, *body.warnings))),
    )


def _limited(text: str, limit: int, code: str, warnings: list[Warned]) -> str:
    if len(text) <= limit:
        return text
    warnings.append(Warned(code, f"{len(text)} characters"))
    return text[: limit - 1].rstrip() + "…"


def _body(entry: Entry, title: str, warnings: list[Warned]) -> _Body:
    full, short = entry.content, entry.summary
    summary, cut_short = trim_text(_plain(short))
    blocks, odd, language = _blocks(full, entry.url, warnings)
    trimmed = trim(blocks, entry.url, title)
    text = _text(trimmed.blocks)
    if text and len(text) >= min(len(summary), _COMPARED // 10):
        above = summary if _stands_above(summary, text, title) and len(text) > len(summary) else ""
        if len(text) >= len(summary):
            return _Body(trimmed.blocks, text, summary, above, trimmed.cut, language, odd)
    return _from_summary(entry, title, summary, cut_short, trimmed.blocks, warnings)


def _from_summary(
    entry: Entry, title: str, summary: str, cut: bool, pictures: Sequence[DraftBlock], warnings: list[Warned]
) -> _Body:
    """The summary is all there is, or more than what calls itself the content."""
    blocks, odd, language = _blocks(entry.summary, entry.url, warnings)
    trimmed = trim(blocks, entry.url, title)
    body = trimmed.blocks or tuple(pictures)
    text = _text(body)
    whole = len(text) >= _FULL or (len(text) >= _FULL_SHORT and _paragraphs(body) >= _FULL_PARAGRAPHS)
    return _Body(body, text, summary, "", trimmed.cut or cut or not whole, language, odd)


def _blocks(words: Words, url: str, warnings: list[Warned]) -> tuple[tuple[DraftBlock, ...], tuple[Warned, ...], str]:
    if not words.value:
        return (), (), words.language
    value = words.value
    if len(value) > LONGEST_TEXT:
        warnings.append(Warned("text-cut", f"{len(value)} characters"))
        value = value[:LONGEST_TEXT]
    if not words.html:
        return _plain_blocks(value, keep_lines=words.lines), (), words.language
    found = html_blocks(value, words.base or url, words.language)
    return found.blocks, found.warnings, words.language


def _plain_blocks(text: str, *, keep_lines: bool) -> tuple[DraftBlock, ...]:
    parts = _PARTS.split(text.strip().replace("\r\n", "\n").replace("\r", "\n"))
    join = (lambda part: "\n".join(one_line(line) for line in part.split("\n"))) if keep_lines else one_line
    return tuple(paragraph(shown) for shown in map(join, parts) if shown)


def _plain(words: Words) -> str:
    if not words.html:
        return one_line(words.value[:LONGEST_TEXT])
    return one_line(html_text(words.value[:LONGEST_TEXT]))


def _text(blocks: Sequence[DraftBlock]) -> str:
    return "\n\n".join(_texts(blocks))


def _texts(blocks: Sequence[DraftBlock]) -> list[str]:
    found = []
    for block in blocks:
        if block.content.text and block.kind not in (BlockKind.FIGURE, BlockKind.EMBED):
            found.append(block.content.text)
        found.extend(_texts(block.children))
    return found


def _paragraphs(blocks: Sequence[DraftBlock]) -> int:
    return sum(1 for block in blocks if block.kind is BlockKind.PARAGRAPH)


def _stands_above(summary: str, text: str, title: str) -> bool:
    """A summary stands above the story unless the story begins with it or holds it, or it only says the headline."""
    if not summary or len(summary) > LONGEST_STANDFIRST or summary == title:
        return False
    words, inside = _letters(summary), _letters(text)
    if len(words) > 60 and inside.startswith(words[: int(len(words) * 0.8)]):  # noqa: PLR2004
        return False
    return bool(words) and words not in inside and words != _letters(title)


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def _language(entry: Entry, feed: Context, body: _Body, title: str) -> str:
    declared = normalise_tag(entry.language or body.language or feed.language)
    return detect(f"{title}\n{body.text[:2000]}", declared) or declared or "und"


def _dates(entry: Entry, language: str, warnings: list[Warned]) -> tuple[str, str]:
    found = []
    for written in (entry.published, entry.modified):
        read = feed_date(written, language) if written else ""
        if written and not read:
            warnings.append(Warned("odd-date", one_line(written)[:100]))
        found.append(read)
    return found[0], found[1]


def _first_picture(blocks: Sequence[DraftBlock]) -> Media | None:
    for block in blocks:
        if block.media is not None and block.media.kind is MediaKind.IMAGE:
            return block.media
        inner = _first_picture(block.children)
        if inner is not None:
            return inner
    return None
