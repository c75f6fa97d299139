"""Which part of a document may be shown: the one place where rights turn into words."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kushk.core.document import CAPTIONED, Block, BlockKind, Document, Mark, Sentence
from kushk.core.identity import sentence_id
from kushk.core.preview import preview
from kushk.library.errors import NotPermitted
from kushk.library.values import Form, RightsTerms

UNDECIDED = RightsTerms(extent="excerpt", excerpt_characters=200)
"""What holds where no rights record says otherwise: headline, link, at most 200 characters."""

DEK_CHARACTERS = 200
"""Of a card: how much of a story stands under its headline."""


WHOLE = 100
"""Percent: nothing is kept back."""


@dataclass(frozen=True, slots=True)
class Cut:
    """What decides how much of a story is shown.

    Attributes:
        terms: the rights record of its source, None when there is none.
        preview: percent of its text that the viewer may read.
    """

    terms: RightsTerms | None
    preview: int = WHOLE


def visible(document: Document, cut: Cut, form: Form = "page") -> Document:
    """Return the part of a document that may be shown in a form.

    Args:
        document: the whole story.
        cut: what is shown of it.
        form: what it is wanted for.

    Raises:
        NotPermitted: the form (speech, translation, api) is not allowed at all.
    """
    terms = cut.terms or UNDECIDED
    _check(terms, form)
    document = preview(document, cut.preview)
    if form == "card":
        limit = DEK_CHARACTERS if terms.extent == "full" else min(DEK_CHARACTERS, excerpt_limit(terms))
        return excerpt(document, limit)
    if terms.extent == "full":
        return document if terms.images else without_pictures(document)
    return excerpt(document, excerpt_limit(terms))


def excerpt_limit(terms: RightsTerms) -> int:
    """Return how many characters of running text an excerpt may have; a link has none."""
    return terms.excerpt_characters if terms.extent == "excerpt" else 0


def _check(terms: RightsTerms, form: Form) -> None:
    allowed = {"speech": terms.speak, "translation": terms.translate, "api": terms.api_reuse}
    if not allowed.get(form, True):
        raise NotPermitted(form=form)


def without_pictures(document: Document) -> Document:
    """Return the document without figures, nested ones included."""
    return document.with_blocks(tuple(_pictureless(document.blocks)))


def _pictureless(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if block.kind is BlockKind.FIGURE:
            continue
        yield replace(block, children=tuple(_pictureless(block.children))) if block.children else block


def excerpt(document: Document, limit: int) -> Document:
    """Return headline, byline and whole sentences from the start, at most ``limit`` characters of them.

    When not even the first sentence fits, it is cut at a word and ends with an ellipsis.
    """
    budget = _Budget(limit)
    standfirst = budget.spend(document.standfirst) if document.standfirst else None
    blocks = []
    for block in _running(document.blocks):
        if budget.spent:
            break
        kept = budget.spend(block)
        if kept:
            blocks.append(kept)
    return replace(document, standfirst=standfirst, blocks=tuple(blocks))


def _running(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield the blocks of running text, as paragraphs: an excerpt has no headings, tables or pictures."""
    for top in blocks:
        for block in top.walk():
            if block.kind not in _NOT_RUNNING and block.sentences:
                yield Block(BlockKind.PARAGRAPH, block.sentences, language=block.language)


_NOT_RUNNING = CAPTIONED | {
    BlockKind.HEADING,
    BlockKind.QUOTE,
    BlockKind.TABLE,
    BlockKind.ROW,
    BlockKind.CELL,
    BlockKind.CODE,
    BlockKind.DIVIDER,
}


@dataclass
class _Budget:
    """How many characters are left. It is spent from the first sentence that does not fit."""

    left: int
    used: bool = False
    spent: bool = False

    def spend(self, block: Block) -> Block | None:
        kept: list[Sentence] = []
        for sentence in block.sentences:
            if len(sentence.text) > self.left:
                if not self.used and self.left > 1:
                    kept.append(shortened(sentence, self.left))
                self.spent = True
                break
            kept.append(sentence)
            self.used = True
            self.left -= len(sentence.text) + len(sentence.tail)
        if not kept:
            return None
        kept[-1] = replace(kept[-1], tail="")
        return replace(block, sentences=tuple(kept))


def shortened(sentence: Sentence, limit: int) -> Sentence:
    """Return the sentence cut at a word to at most ``limit`` characters, with an ellipsis."""
    end = limit - 1
    space = max(sentence.text.rfind(" ", end // 2, end + 1), sentence.text.rfind("\n", end // 2, end + 1))
    end = space if space > 0 else end
    while end > 0 and unicodedata.category(sentence.text[end])[0] == "M":
        end -= 1
    text = sentence.text[:end].rstrip() + "…"
    marks = tuple(_clipped(sentence.marks, len(text) - 1))
    return Sentence(sentence_id(text), text, "", marks)


def _clipped(marks: tuple[Mark, ...], end: int) -> Iterator[Mark]:
    for mark in marks:
        if mark.start < end:
            yield replace(mark, end=min(mark.end, end))
