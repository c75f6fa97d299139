"""Which template shows which kind of block. A kind that is missing here is skipped, never guessed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from django.template.base import Template
from django.template.context import Context
from django.template.loader import get_template

from kushk.core.document import Block, BlockKind
from kushk.reader.safe import Html, assembled

TEMPLATES: dict[BlockKind, str] = {
    BlockKind.PARAGRAPH: "reader/blocks/paragraph.html",
    BlockKind.HEADING: "reader/blocks/heading.html",
    BlockKind.LIST: "reader/blocks/list.html",
    BlockKind.ITEM: "reader/blocks/item.html",
    BlockKind.QUOTE: "reader/blocks/quote.html",
    BlockKind.CODE: "reader/blocks/code.html",
    BlockKind.TABLE: "reader/blocks/table.html",
    BlockKind.ROW: "reader/blocks/row.html",
    BlockKind.CELL: "reader/blocks/cell.html",
    BlockKind.FIGURE: "reader/blocks/figure.html",
    BlockKind.EMBED: "reader/blocks/embed.html",
    BlockKind.DIVIDER: "reader/blocks/divider.html",
}

DEEPEST = 8
"""How far blocks may nest on a page; what lies deeper is shown as plain paragraphs, so no text is lost."""


def rendered(blocks: Iterable[Block], context: Context) -> Html:
    """Return the HTML of blocks inside a template's context."""
    depth = int(context.get("depth") or 0)
    shown = blocks if depth < DEEPEST else (flat for block in blocks for flat in _flattened(block))
    return assembled(_one(block, depth, context) for block in shown if block.kind in TEMPLATES)


def _one(block: Block, depth: int, context: Context) -> Html:
    with context.push(block=block, depth=depth + 1):
        return _template(TEMPLATES[block.kind]).render(context)


def _flattened(block: Block) -> Iterable[Block]:
    return (Block(BlockKind.PARAGRAPH, inner.sentences, language=inner.language) for inner in block.walk())


@lru_cache(maxsize=len(TEMPLATES))
def _template(name: str) -> Template:
    return get_template(name).template  # type: ignore[attr-defined, no-any-return]
