"""Semantic HTML from a document: the only way in which story text becomes markup."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from kushk.core.document import Block, BlockKind, Document, Mark, MarkKind, Media, MediaKind, Sentence
from kushk.core.languages import direction_of

_TAGS = {
    MarkKind.STRONG: "strong",
    MarkKind.EMPHASIS: "em",
    MarkKind.CODE: "code",
    MarkKind.SUPERSCRIPT: "sup",
    MarkKind.SUBSCRIPT: "sub",
    MarkKind.DELETED: "del",
    MarkKind.INSERTED: "ins",
    MarkKind.HIGHLIGHT: "mark",
}

_SAFE = re.compile(r"(?:https?://|mailto:)[^\s\x00-\x20]+", re.IGNORECASE)
_SAFE_MEDIA = re.compile(r"https?://[^\s\x00-\x20]+", re.IGNORECASE)


def _remote(name: str) -> str:
    """Media that are not kept have no address of their own."""
    del name
    return ""


@dataclass(frozen=True, slots=True)
class Markup:
    """How a document is written out."""

    sentence_ids: bool = False
    """Wrap each sentence in ``<span id=...>``."""
    media_url: Callable[[str], str] = _remote
    """Address of kept media, given the NAME of ``media:NAME``; ``""`` leaves the picture out."""


PLAIN = Markup()


def document_html(document: Document, how: Markup = PLAIN) -> str:
    """Return the whole story as one ``<article>``."""
    front = "".join(_FRONT[block.kind].format(sentences_html(block.sentences, how)) for block in document.front)
    body = content_html(document, how)
    return f'<article lang="{escape(document.language)}" dir="{document.direction}">{front}{body}</article>'


_FRONT = {
    BlockKind.HEADLINE: "<h1>{}</h1>",
    BlockKind.STANDFIRST: '<p class="standfirst">{}</p>',
    BlockKind.BYLINE: '<p class="byline">{}</p>',
}


def content_html(document: Document, how: Markup = PLAIN) -> str:
    """Return the body of the story."""
    return "".join(block_html(block, how) for block in document.blocks)


def block_html(block: Block, how: Markup = PLAIN) -> str:
    """Return one block; a kind without a rule is skipped."""
    write = _BLOCKS.get(block.kind)
    return write(block, how) if write else ""


def sentences_html(sentences: Iterable[Sentence], how: Markup = PLAIN) -> str:
    """Return sentences in a row, with the white space between them; a line break is ``<br>``."""
    return "".join(sentence_html(sentence, how) + _breaks(sentence.tail) for sentence in sentences)


def sentence_html(sentence: Sentence, how: Markup = PLAIN) -> str:
    """Return one sentence with its marks as elements; marks that overlap are closed and opened again."""
    inner = _marked(sentence.text, sentence.marks)
    return f'<span id="{escape(sentence.id)}">{inner}</span>' if how.sentence_ids else inner


def _marked(text: str, marks: tuple[Mark, ...]) -> str:
    wanted = [mark for mark in marks if mark.start < mark.end and _opening(mark)]
    if not wanted:
        return _breaks(text)
    borders = sorted({0, len(text), *(mark.start for mark in wanted), *(mark.end for mark in wanted)})
    out: list[str] = []
    open_marks: list[Mark] = []
    for start, end in zip(borders, [*borders[1:], len(text)], strict=True):
        _close(open_marks, start, out)
        for mark in sorted((mark for mark in wanted if mark.start == start), key=lambda mark: -mark.end):
            if not _repeated(mark, open_marks):
                open_marks.append(mark)
                out.append(_opening(mark))
        out.append(_breaks(text[start:end]))
    _close(open_marks, len(text), out)
    return "".join(out)


def _close(open_marks: list[Mark], at: int, out: list[str]) -> None:
    """Close what ends here, and with it, for a moment, what was opened inside it."""
    ending = [index for index, mark in enumerate(open_marks) if mark.end <= at]
    if not ending:
        return
    reopened = [mark for mark in open_marks[ending[0] :] if mark.end > at]
    out.extend(_closing(mark) for mark in reversed(open_marks[ending[0] :]))
    del open_marks[ending[0] :]
    open_marks.extend(reopened)
    out.extend(_opening(mark) for mark in reopened)


def _repeated(mark: Mark, open_marks: list[Mark]) -> bool:
    """Say whether the mark would stand inside another of its kind, which HTML forbids for links."""
    return mark.kind is not MarkKind.LANGUAGE and any(other.kind is mark.kind for other in open_marks)


def _opening(mark: Mark) -> str:
    if mark.kind is MarkKind.LINK:
        return f'<a href="{escape(mark.href)}" rel="noopener nofollow ugc">' if _SAFE.fullmatch(mark.href) else ""
    if mark.kind is MarkKind.LANGUAGE:
        return f"<span{_language(mark.language)}>" if mark.language else ""
    return f"<{_TAGS[mark.kind]}>"


def _closing(mark: Mark) -> str:
    name = "a" if mark.kind is MarkKind.LINK else _TAGS.get(mark.kind, "span")
    return f"</{name}>"


def _breaks(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")


def _language(tag: str) -> str:
    return f' lang="{escape(tag)}" dir="{direction_of(tag)}"' if tag else ""


def _wrapped(name: str) -> Callable[[Block, Markup], str]:
    return lambda block, how: f"<{name}{_language(block.language)}>{sentences_html(block.sentences, how)}</{name}>"


def _heading(block: Block, how: Markup) -> str:
    return _wrapped(f"h{min(max(block.level, 2), 6)}")(block, how)


def _children(block: Block, how: Markup) -> str:
    return "".join(block_html(child, how) for child in block.children)


def _list(block: Block, how: Markup) -> str:
    name = "ol" if block.ordered else "ul"
    start = f' start="{block.start}"' if block.ordered and block.start != 1 else ""
    return f"<{name}{start}{_language(block.language)}>{_children(block, how)}</{name}>"


def _item(block: Block, how: Markup) -> str:
    return f"<li{_language(block.language)}>{sentences_html(block.sentences, how)}{_children(block, how)}</li>"


def _quote(block: Block, how: Markup) -> str:
    footer = f"<footer>{sentences_html(block.sentences, how)}</footer>" if block.sentences else ""
    return f"<blockquote{_language(block.language)}>{_children(block, how)}{footer}</blockquote>"


def _code(block: Block, how: Markup) -> str:
    del how
    return f'<pre dir="ltr"><code>{escape(block.text, quote=False)}</code></pre>'


def _table(block: Block, how: Markup) -> str:
    caption = f"<caption>{sentences_html(block.sentences, how)}</caption>" if block.sentences else ""
    return f"<table{_language(block.language)}>{caption}<tbody>{_children(block, how)}</tbody></table>"


def _row(block: Block, how: Markup) -> str:
    return f"<tr>{_children(block, how)}</tr>"


def _cell(block: Block, how: Markup) -> str:
    name = "th" if block.level else "td"
    spans = "".join(
        f' {attribute}="{count}"'
        for attribute, count in (("colspan", block.columns), ("rowspan", block.rows))
        if count > 1
    )
    return f"<{name}{spans}{_language(block.language)}>{sentences_html(block.sentences, how)}</{name}>"


def _figure(block: Block, how: Markup) -> str:
    shown = media_html(block.media, how) if block.media else ""
    caption = sentences_html(block.sentences, how)
    credit = f"<small>{escape(block.credit, quote=False)}</small>" if block.credit else ""
    below = " ".join(part for part in (caption, credit) if part)
    figcaption = f"<figcaption>{below}</figcaption>" if below else ""
    return f"<figure{_language(block.language)}>{shown}{figcaption}</figure>" if shown or below else ""


def _embed(block: Block, how: Markup) -> str:
    caption = sentences_html(block.sentences, how)
    if not block.media or not _SAFE_MEDIA.fullmatch(block.media.src):
        return f"<p>{caption}</p>" if caption else ""
    words = escape(block.media.title or block.media.src, quote=False)
    link = f'<a href="{escape(block.media.src)}" rel="noopener nofollow ugc">{words}</a>'
    return f"<p>{' '.join(part for part in (caption, link) if part)}</p>"


def media_html(media: Media, how: Markup = PLAIN) -> str:
    """Return the element that shows a picture, or plays sound or video; ``""`` for an address that is not safe."""
    address = how.media_url(media.src[6:]) if media.src.startswith("media:") else media.src
    if not address or not (media.src.startswith("media:") or _SAFE_MEDIA.fullmatch(address)):
        return ""
    if media.kind in {MediaKind.AUDIO, MediaKind.VIDEO}:
        return f'<{media.kind} controls preload="none" src="{escape(address)}"></{media.kind}>'
    size = f' width="{media.width}" height="{media.height}"' if media.width and media.height else ""
    return f'<img src="{escape(address)}" alt="{escape(media.alt)}"{size} loading="lazy">'


def _divider(block: Block, how: Markup) -> str:
    del block, how
    return "<hr>"


_BLOCKS: dict[BlockKind, Callable[[Block, Markup], str]] = {
    BlockKind.PARAGRAPH: _wrapped("p"),
    BlockKind.HEADING: _heading,
    BlockKind.LIST: _list,
    BlockKind.ITEM: _item,
    BlockKind.QUOTE: _quote,
    BlockKind.CODE: _code,
    BlockKind.TABLE: _table,
    BlockKind.ROW: _row,
    BlockKind.CELL: _cell,
    BlockKind.FIGURE: _figure,
    BlockKind.EMBED: _embed,
    BlockKind.DIVIDER: _divider,
}
"""The rule for each kind."""
