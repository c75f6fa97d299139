"""What single elements mean: lists, quotations, tables, players. Fills the map of handlers of the walk."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from lxml import etree

from kushk.core.document import CHILDREN, BlockKind
from kushk.core.draft import DraftBlock, RichText
from kushk.sources.formats import html_figures, html_tables
from kushk.sources.formats.html_walk import DROPPED, HANDLERS, LEVELS, Walk, hidden

_LETTER = 120
"""Characters from which preformatted text may be a letter and no code."""


def _list(walk: Walk, element: etree._Element) -> None:
    """A list. One whose items are whole sections is only a way to lay them out."""
    if walk.inline:
        walk.block(element)
        return
    walk.flush()
    items = [item for child in element for item in _item(walk, child)]
    if any(block.kind is BlockKind.HEADING for item in items for block in item.children) or (
        items and all(not item.content for item in items)
    ):
        walk.blocks.extend(part for item in items for part in _unwrapped(item))
    elif items:
        allowed = CHILDREN[BlockKind.ITEM]
        items = [replace(item, children=tuple(_fitted(item.children, allowed))) for item in items]
        ordered = element.tag == "ol"
        start = _number(element.get("start")) if ordered else 1
        walk.put(DraftBlock(BlockKind.LIST, children=tuple(items), ordered=ordered, start=start))


def _item(walk: Walk, child: etree._Element) -> Iterable[DraftBlock]:
    """Return the list items that a child of a list makes."""
    if not isinstance(child.tag, str) or child.tag in DROPPED or hidden(child):
        return ()
    blocks = walk.inside(child) if child.tag not in {"ul", "ol"} else walk.alone(child)
    if not blocks:
        return ()
    first = blocks[0]
    if first.kind is BlockKind.PARAGRAPH:
        return (DraftBlock(BlockKind.ITEM, first.content, tuple(blocks[1:]), language=first.language),)
    return (DraftBlock(BlockKind.ITEM, children=tuple(blocks)),)


def _definitions(walk: Walk, element: etree._Element) -> None:
    """A definition list: each term an item, its definitions inside it."""
    if walk.inline:
        walk.block(element)
        return
    walk.flush()
    items: list[DraftBlock] = []
    for child in element.iter("dt", "dd"):
        if hidden(child):
            continue
        if child.tag == "dt":
            content, _ = walk.rich(child)
            if content:
                items.append(DraftBlock(BlockKind.ITEM, content))
        else:
            inside = _fitted(walk.inside(child), CHILDREN[BlockKind.ITEM])
            if inside and items:
                items[-1] = replace(items[-1], children=(*items[-1].children, *inside))
            elif inside:
                items.append(DraftBlock(BlockKind.ITEM, inside[0].content, tuple(inside[1:])))
    if items:
        walk.put(DraftBlock(BlockKind.LIST, children=tuple(items)))


def _quote(walk: Walk, element: etree._Element) -> None:
    """A quotation with its attribution; a post of a social network is an embed."""
    if walk.inline:
        walk.block(element)
        return
    walk.flush()
    post = html_figures.social_post(element, walk.shared.base)
    if post is not None:
        content, _ = walk.rich(element)
        walk.put(DraftBlock(BlockKind.EMBED, content, media=post))
        return
    source = html_figures.attribution(element)
    said = RichText()
    if source is not None:
        said, _ = walk.rich(source)
        html_figures.lift(source)
    children = _fitted(walk.inside(element), CHILDREN[BlockKind.QUOTE])
    if children:
        said = replace(said, text=said.text.lstrip("—–- "), marks=()) if said.text[:1] in "—–-" else said
        walk.put(DraftBlock(BlockKind.QUOTE, said, tuple(children), language=walk.language_of(element)))
    elif said:
        walk.put(DraftBlock(BlockKind.PARAGRAPH, said))


def _preformatted(walk: Walk, element: etree._Element) -> None:
    """Text whose white space means something; old pages write letters and releases in it too."""
    walk.flush()
    for line in element.iter("br"):
        line.tail = "\n" + (line.tail or "")
    text = "".join(map(str, element.itertext("*", with_tail=True))).replace("\r\n", "\n").strip("\n").rstrip()
    if _is_prose(element, text):
        parts = (" ".join(part.split()) for part in re.split(r"\n\s*\n", text))
        walk.blocks.extend(DraftBlock(BlockKind.PARAGRAPH, RichText(part)) for part in parts if part)
    elif text.strip():
        walk.put(DraftBlock(BlockKind.CODE, RichText(text)))


def _is_prose(element: etree._Element, text: str) -> bool:
    """Tell whether preformatted text is sentences: no mark of code, hardly a sign that code is full of."""
    if element.get("class") or next(element.iterdescendants("code", "samp", "kbd", "span"), None) is not None:
        return False
    signs = sum(text.count(sign) for sign in "{}[]=<>|\\$#;_*")
    return len(text) > _LETTER and signs * 100 < len(text) and not re.search(r"^\s{4}", text, re.MULTILINE)


def _table(walk: Walk, element: etree._Element) -> None:
    """A table of data; one that only lays out the page gives its cells as blocks."""
    if walk.inline:
        walk.block(element)
        return
    if html_figures.figure_like(element) is not None:
        walk.figure(element)
        return
    walk.flush()
    if html_tables.lays_out(element):
        walk.children(element)
        walk.flush()
        return
    drafts = html_tables.table(element, walk.rich)
    walk.blocks.extend(drafts)


def _player(walk: Walk, element: etree._Element) -> None:
    """A film, a sound or a page shown inside the page."""
    media = html_figures.player(element, walk.shared.base)
    if media is not None:
        walk.show(DraftBlock(BlockKind.EMBED, media=media))
    elif element.tag == "object":
        walk.children(element)


def _unscripted(walk: Walk, element: etree._Element) -> None:
    """What a page shows without scripts: only its pictures are wanted."""
    for image in element.iter("img", "iframe"):
        if image.tag == "img":
            walk.picture(image)
        else:
            _player(walk, image)


def _formula(walk: Walk, element: etree._Element) -> None:
    """MathML: its plain words."""
    walk.run.add(element.get("alttext") or " ".join(map(str, element.itertext())))


def _number(value: str | None) -> int:
    text = (value or "").strip()
    return int(text) if re.fullmatch(r"-?[0-9]{1,6}", text) else 1


def _unwrapped(item: DraftBlock) -> Iterable[DraftBlock]:
    if item.content:
        yield DraftBlock(BlockKind.PARAGRAPH, item.content, language=item.language)
    yield from item.children


def _fitted(blocks: Iterable[DraftBlock], allowed: frozenset[BlockKind]) -> list[DraftBlock]:
    """Return blocks that may stand in a container: what may not gives its words as paragraphs."""
    kept: list[DraftBlock] = []
    for block in blocks:
        if block.kind in allowed:
            kept.append(block)
        elif block.kind is BlockKind.TABLE:
            cells = (cell for row in block.children for cell in row.children)
            kept.extend(DraftBlock(BlockKind.PARAGRAPH, cell.content) for cell in cells if cell.content)
        elif block.kind is BlockKind.EMBED:
            if block.media is not None and BlockKind.FIGURE in allowed:
                kept.append(replace(block, kind=BlockKind.FIGURE))
        elif block.content:
            kept.append(DraftBlock(BlockKind.PARAGRAPH, block.content, language=block.language))
    return kept


HANDLERS.update(
    {
        "br": Walk.line_break,
        "hr": Walk.divide,
        "a": Walk.link,
        "q": Walk.quoted,
        **dict.fromkeys(LEVELS, Walk.heading),
        **dict.fromkeys(("ul", "ol", "menu"), _list),
        "dl": _definitions,
        "blockquote": _quote,
        **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), _preformatted),
        "table": _table,
        **dict.fromkeys(html_figures.PICTURES, Walk.picture),
        "figure": Walk.figure,
        **dict.fromkeys(html_figures.PLAYERS, _player),
        "noscript": _unscripted,
        "math": _formula,
    }
)
