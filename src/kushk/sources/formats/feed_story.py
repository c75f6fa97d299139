"""From an entry, of whatever kind of feed, to a story with a document."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from kushk.core.compose import compose
from kushk.core.detect import detect
from kushk.core.document import BlockKind, Media, MediaKind
from kushk.core.draft import DraftBlock, paragraph
from kushk.core.languages import normalise_tag
from kushk.sources.formats.dates import is_date_line
from kushk.sources.formats.feed_cut import trim, trim_text
from kushk.sources.formats.feed_dates import feed_date
from kushk.sources.formats.feed_entry import Entry
from kushk.sources.formats.feed_media import SMALL
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
_LABEL = 120
_WAY_ON = re.compile(
    r"(?:→|»|&raquo;|&rarr;|&gt;&gt;|\[(?:…|\.\.\.|&#8230;|&hellip;)\])\s*</a>(?:\s++|</\w+>)*$", re.IGNORECASE
)
_WORD = re.compile(r"\w+")
_PARTS = re.compile(r"\n[ \t]*\n\s*")
_SLACK = 60
_TELLING = 600
"""Characters of a story from which its language is told."""


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
    standfirst: str = ""
    excerpt: bool = False


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
        picture=_picture(entry.picture, _first_picture(body.blocks)),
        warnings=tuple(dict.fromkeys(warnings)),
    )


def told_by(entry: Entry) -> str:
    """Return the words of an entry by which its language may be told before it is read in full."""
    return f"{plain_title(entry.title)}\n{_plain(entry.summary)[:_TELLING]}"


def _limited(text: str, limit: int, code: str, warnings: list[Warned]) -> str:
    if len(text) <= limit:
        return text
    warnings.append(Warned(code, f"{len(text)} characters"))
    return text[: limit - 1].rstrip() + "…"


def _body(entry: Entry, title: str, warnings: list[Warned]) -> _Body:
    """Choose between an entry's content and its summary: the content, unless that is but a piece of the summary."""
    summary, cut_summary = trim_text(_plain(entry.summary))
    content = trim(_blocks(entry.content, entry.url, warnings), entry.url, title)
    text = _text(content.blocks)
    if text and not _is_piece(text, summary):
        above = summary if _stands_above(summary, text, title) else ""
        blocks = _without_headline(content.blocks, title, entry.authors)
        return _Body(blocks, text, summary, above, excerpt=content.cut or _is_cut(entry.content.value))
    short = trim(_blocks(entry.summary, entry.url, warnings), entry.url, title)
    if _letters(summary) == _letters(title) != "":
        return _Body(content.blocks, "", "", excerpt=True)
    given = short.blocks or content.blocks
    body = _without_headline(given, title, entry.authors)
    text = _text(body)
    if text and len(body) < len(given):
        summary = one_line(text)
    whole = _is_whole(body, text) or bool(text and not title)  # notes without a headline are short and complete
    return _Body(body, text, summary, excerpt=short.cut or cut_summary or not whole)


def _is_piece(text: str, summary: str) -> bool:
    """Tell whether a content says nothing that the summary does not say, or too little beside a long one."""
    if len(text) >= len(summary):
        return False
    return len(summary) > LONGEST_STANDFIRST or _letters(text) in _letters(summary)


def _without_headline(blocks: tuple[DraftBlock, ...], title: str, authors: Sequence[str]) -> tuple[DraftBlock, ...]:
    """Take away a first block that only repeats the headline, some software with the author and the date."""
    if not title or len(blocks) <= 1:
        return blocks
    first = blocks[0]
    if first.kind not in (BlockKind.HEADING, BlockKind.PARAGRAPH):
        return blocks
    shown = first.content.text.strip()
    if first.kind is BlockKind.HEADING:
        repeats = _letters(shown) == _letters(title)
    else:
        repeats = shown.startswith(title) and _is_label(shown.removeprefix(title), authors)
    return blocks[1:] if repeats else blocks


def _is_label(rest: str, authors: Sequence[str]) -> bool:
    """Tell whether what follows a headline is nothing, or only the author and the date."""
    if not _letters(rest) or len(rest) > _LABEL:
        return not rest.strip()
    for author in authors:
        rest = rest.replace(author, " ", 1)
    return not _letters(rest) or bool(feed_date(rest)) or is_date_line(rest)


def _is_whole(blocks: Sequence[DraftBlock], text: str) -> bool:
    """Tell whether a description that stands alone is long enough to be the story itself."""
    paragraphs = sum(1 for block in blocks if block.kind is BlockKind.PARAGRAPH)
    return len(text) >= _FULL or (len(text) >= _FULL_SHORT and paragraphs >= _FULL_PARAGRAPHS)


def _is_cut(html: str) -> bool:
    """Tell whether a content has blog software's "more" link, which the HTML parser has dropped."""
    return "#more-" in html or "more-link" in html or _WAY_ON.search(html, max(0, len(html) - 200)) is not None


def _blocks(words: Words, url: str, warnings: list[Warned]) -> tuple[DraftBlock, ...]:
    value = words.value
    if not value:
        return ()
    if len(value) > LONGEST_TEXT:
        warnings.append(Warned("text-cut", f"{len(value)} characters"))
        value = value[:LONGEST_TEXT]
    if not words.html:
        return _plain_blocks(value, keep_lines=words.lines)
    found = html_blocks(value, words.base or url, words.language)
    warnings.extend(found.warnings)
    return found.blocks


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


def _stands_above(summary: str, text: str, title: str) -> bool:
    """A summary stands above the story unless the story begins with it or holds it, or it only says the headline."""
    if not summary or len(summary) > LONGEST_STANDFIRST or summary in text:
        return False
    words, beginning = _letters(summary), _letters(text[: 2 * len(summary) + _SLACK])
    if not words or words in beginning or words == _letters(title):
        return False
    return len(words) < _SLACK or not beginning.startswith(words[: len(words) * 4 // 5])


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text.casefold()))


def _language(entry: Entry, feed: Context, body: _Body, title: str) -> str:
    declared = normalise_tag(entry.content.language or entry.language or feed.language)
    return detect(f"{title}\n{body.text[:_TELLING]}", declared) or declared or "und"


def _dates(entry: Entry, language: str, warnings: list[Warned]) -> tuple[str, str]:
    found = []
    for written in (entry.published, entry.modified):
        read = feed_date(written, language) if written else ""
        if written and not read:
            warnings.append(Warned("odd-date", one_line(written)[:100]))
        found.append(read)
    return found[0], found[1]


def _picture(beside: Media | None, inside: Media | None) -> Media | None:
    """Prefer the picture that the feed names, unless it is a mere thumbnail beside one in the text."""
    small = beside is not None and 0 < beside.width < SMALL
    return inside if inside and small else beside or inside


def _first_picture(blocks: Sequence[DraftBlock]) -> Media | None:
    for block in blocks:
        if block.media is not None and block.media.kind is MediaKind.IMAGE:
            return block.media
        inner = _first_picture(block.children)
        if inner is not None:
            return inner
    return None
