"""HTML of a document: semantic, escaped, and nothing in it that the document does not say.

``block_html`` goes through a map from block kind to a small function; a kind that is missing there is skipped.
The elements and attributes that can come out are ``ELEMENTS``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape

from kushk.core.addresses import safe_link, safe_picture
from kushk.core.document import Block, BlockKind, Document, Media, MediaKind, Sentence
from kushk.core.languages import direction_of
from kushk.core.markup_runs import INLINE, marked_html, text_html

_OUTER = (
    "article header h1 h2 h3 h4 h5 h6 p br hr ul ol:start li blockquote footer pre table caption thead tbody tr "
    "th:scope,colspan,rowspan td:colspan,rowspan figure img:src,alt,width,height,loading figcaption small"
)
ELEMENTS: dict[str, frozenset[str]] = {
    name: frozenset(filter(None, attributes.split(","))) | {"lang", "dir"}
    for name, _, attributes in (entry.partition(":") for entry in (*INLINE, *_OUTER.split()))
}
"""Every element that can come out, with the attributes that it can have."""

_MOST_COLUMNS, _MOST_ROWS = 1000, 65534
"""Limits of ``colspan`` and ``rowspan`` in the HTML standard."""


@dataclass(frozen=True, slots=True)
class Markup:
    """How a document is written out."""

    sentence_ids: bool = False
    """Wrap each sentence in ``<span id=...>``."""
    media_url: Callable[[str], str] | None = None
    """Gives the address of kept media by the NAME in ``media:NAME``; without it such pictures are left out."""


PLAIN = Markup()


def document_html(document: Document, how: Markup = PLAIN) -> str:
    """Return the whole story as an ``article``: headline, standfirst, byline and body."""
    front = "".join(block_html(block, how) for block in document.front)
    header = f"<header>{front}</header>\n" if front else ""
    direction = "rtl" if document.direction == "rtl" else "ltr"
    language = f' lang="{escape(document.language)}"' if document.language not in {"", "und"} else ""
    return f'<article{language} dir="{direction}">\n{header}{content_html(document, how)}\n</article>'


def content_html(document: Document, how: Markup = PLAIN) -> str:
    """Return the body of a story, one top block a line."""
    return "\n".join(filter(None, (block_html(block, how) for block in document.blocks)))


def block_html(block: Block, how: Markup = PLAIN) -> str:
    """Return a block with everything inside it; empty when its kind has no HTML."""
    write = _BY_KIND.get(block.kind)
    return write(block, how) if write else ""


def sentences_html(sentences: Iterable[Sentence], how: Markup = PLAIN) -> str:
    """Return sentences in a row with the white space between them; a line break there is ``<br>``."""
    return "".join(sentence_html(sentence, how) + text_html(sentence.tail) for sentence in sentences)


def sentence_html(sentence: Sentence, how: Markup = PLAIN) -> str:
    """Return the words of a sentence with their marks, without the space that follows it."""
    html = marked_html(sentence.text, sentence.marks)
    return f'<span id="{escape(sentence.id)}">{html}</span>' if how.sentence_ids else html


def media_html(media: Media, how: Markup = PLAIN) -> str:
    """Return a picture, or a link to anything else; empty when its address may not come out."""
    if media.kind is not MediaKind.IMAGE:
        return _link_to(media)
    source = _source(media.src, how)
    sizes = (("width", media.width), ("height", media.height))
    shown = "".join(f' {name}="{size:d}"' for name, size in sizes if size > 0)
    return f'<img src="{escape(source)}" alt="{escape(media.alt)}"{shown} loading="lazy">' if source else ""


def _source(src: str, how: Markup) -> str:
    if src.startswith("media:"):
        return how.media_url(src.removeprefix("media:")) if how.media_url else ""
    return safe_picture(src)


def _link_to(media: Media) -> str:
    address = safe_link(media.src)
    words = text_html(media.title or media.alt or address)
    return f'<a href="{escape(address)}" rel="noopener nofollow ugc">{words}</a>' if address else ""


def _inside(blocks: Iterable[Block], how: Markup) -> str:
    return "".join(block_html(block, how) for block in blocks)


def _tongue(block: Block) -> str:
    if not block.language:
        return ""
    language = "" if block.language == "und" else escape(block.language)
    return f' lang="{language}" dir="{direction_of(block.language)}"'


def _element(name: str, block: Block, inside: str, attributes: str = "") -> str:
    return f"<{name}{attributes}{_tongue(block)}>{inside}</{name}>" if inside else ""


def _simple(name: str) -> Callable[[Block, Markup], str]:
    def write(block: Block, how: Markup) -> str:
        return _element(name, block, sentences_html(block.sentences, how)) + _inside(block.children, how)

    return write


def _heading(block: Block, how: Markup) -> str:
    return _simple(f"h{min(max(block.level, 2), 6)}")(block, how)


def _list(block: Block, how: Markup) -> str:
    start = f' start="{block.start:d}"' if block.ordered and block.start != 1 else ""
    lead = _element("p", block, sentences_html(block.sentences, how))
    items = "".join(_wrapped(child, BlockKind.ITEM, "<li>{}</li>", how) for child in block.children)
    return lead + _element("ol" if block.ordered else "ul", block, items, start)


def _item(block: Block, how: Markup) -> str:
    return _element("li", block, sentences_html(block.sentences, how) + _inside(block.children, how))


def _quote(block: Block, how: Markup) -> str:
    words, children = sentences_html(block.sentences, how), _inside(block.children, how)
    own = f"<footer>{words}</footer>" if words and children else words and f"<p>{words}</p>"
    return _element("blockquote", block, children + own)


def _code(block: Block, how: Markup) -> str:
    code = sentences_html(block.sentences, how).replace("<br>", "\n")
    return _element("pre", block, f"<code>{code}</code>" if code else "")


def _table(block: Block, how: Markup) -> str:
    words = sentences_html(block.sentences, how)
    caption = f"<caption>{words}</caption>" if words else ""
    heads = 0
    while heads < len(block.children) and _is_head(block.children[heads]):
        heads += 1
    wrap = "<tr><td>{}</td></tr>"
    head = "".join(_wrapped(row, BlockKind.ROW, wrap, how, "col") for row in block.children[:heads])
    body = "".join(_wrapped(row, BlockKind.ROW, wrap, how) for row in block.children[heads:])
    parts = (f"<thead>{head}</thead>" if head else "") + (f"<tbody>{body}</tbody>" if body else "")
    return _element("table", block, caption + parts)


def _is_head(row: Block) -> bool:
    cells = row.children if row.kind is BlockKind.ROW else ()
    return bool(cells) and all(cell.kind is BlockKind.CELL and cell.level for cell in cells)


def _wrapped(block: Block, wanted: BlockKind, wrap: str, how: Markup, scope: str = "row") -> str:
    """Return a child of a list, a table or a row; one of a kind that may not stand there is put into one that may."""
    if block.kind is wanted:
        if wanted is BlockKind.ITEM:
            return _item(block, how)
        return _row(block, how, scope) if wanted is BlockKind.ROW else _cell(block, how, scope)
    inside = block_html(block, how)
    return wrap.replace("{}", inside) if inside else ""


def _row(block: Block, how: Markup, scope: str = "row") -> str:
    words = sentences_html(block.sentences, how)
    own = f"<td>{words}</td>" if words else ""
    cells = (_wrapped(child, BlockKind.CELL, "<td>{}</td>", how, scope) for child in block.children)
    return _element("tr", block, own + "".join(cells))


def _cell(block: Block, how: Markup, scope: str = "row") -> str:
    name, attributes = ("th", f' scope="{scope}"') if block.level else ("td", "")
    for attribute, span, most in (("colspan", block.columns, _MOST_COLUMNS), ("rowspan", block.rows, _MOST_ROWS)):
        if span > 1:
            attributes += f' {attribute}="{min(span, most):d}"'
    inside = sentences_html(block.sentences, how) + _inside(block.children, how)
    return f"<{name}{attributes}{_tongue(block)}>{inside}</{name}>"


def _figure(block: Block, how: Markup) -> str:
    shown = media_html(block.media, how) if block.media else ""
    credit = f"<small>{text_html(block.credit)}</small>" if block.credit else ""
    words = " ".join(filter(None, (sentences_html(block.sentences, how), credit)))
    caption = f"<figcaption>{words}</figcaption>" if words else ""
    return _element("figure", block, shown + caption + _inside(block.children, how))


def _embed(block: Block, how: Markup) -> str:
    words = sentences_html(block.sentences, how)
    link = _link_to(block.media) if block.media else ""
    return _element("figure", block, link + (f"<figcaption>{words}</figcaption>" if words else ""))


def _divider(_block: Block, _how: Markup) -> str:
    return "<hr>"


_BY_KIND: dict[BlockKind, Callable[[Block, Markup], str]] = {
    BlockKind.HEADLINE: _simple("h1"),
    BlockKind.STANDFIRST: _simple("p"),
    BlockKind.BYLINE: _simple("p"),
    BlockKind.PARAGRAPH: _simple("p"),
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
