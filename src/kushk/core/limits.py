"""How large a story may be: no real one comes near, and nobody can fill a stand with one item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from kushk.core.document import BlockKind
from kushk.core.draft import DraftBlock
from kushk.core.richtext import shortened

TITLE = 512
"""Characters of a headline, a byline and a credit."""

STANDFIRST = 4_096
BODY = 1 << 20
"""Characters of all blocks of a body together."""

BLOCKS = 20_000
DEEPEST = 32
"""How far blocks may be nested."""


@dataclass
class _Budget:
    characters: int = BODY
    blocks: int = BLOCKS

    @property
    def spent(self) -> bool:
        return self.characters <= 0 or self.blocks <= 0


def within_limits(drafts: Iterable[DraftBlock]) -> tuple[DraftBlock, ...]:
    """Return the blocks cut to what a story may hold.

    Text beyond ``BODY`` characters is cut at a word, with an ellipsis; blocks beyond ``BLOCKS`` are left out. What is
    nested deeper than ``DEEPEST`` becomes paragraphs beside the deepest block that may be, so no words are lost.
    """
    return tuple(_bounded(drafts, 1, _Budget()))


def _bounded(drafts: Iterable[DraftBlock], depth: int, budget: _Budget) -> Iterator[DraftBlock]:
    for draft in drafts:
        if budget.spent:
            return
        own = _charged(draft, budget)
        if depth < DEEPEST:
            yield replace(own, children=tuple(_bounded(draft.children, depth + 1, budget))) if draft.children else own
        else:
            yield replace(own, children=())
            yield from _flattened(draft, budget)


def _charged(draft: DraftBlock, budget: _Budget) -> DraftBlock:
    content = shortened(draft.content, budget.characters)
    budget.characters -= len(content.text)
    budget.blocks -= 1
    if content is draft.content and len(draft.credit) <= TITLE:
        return draft
    credit = draft.credit if len(draft.credit) <= TITLE else draft.credit[: TITLE - 1] + "…"
    return replace(draft, content=content, credit=credit)


def _flattened(draft: DraftBlock, budget: _Budget) -> Iterator[DraftBlock]:
    """Yield what lies below a block as paragraphs, without recursion: it may be nested without end."""
    waiting = list(reversed(draft.children))
    while waiting and not budget.spent:
        block = waiting.pop()
        if block.content:
            yield replace(_charged(block, budget), kind=BlockKind.PARAGRAPH, children=())
        waiting.extend(reversed(block.children))
