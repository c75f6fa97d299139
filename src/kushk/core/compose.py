"""From marked text to a document: cut into sentences, name each one by its text, spread the marks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from operator import attrgetter

from kushk.core.document import Block, BlockKind, Document, Mark, Sentence
from kushk.core.draft import DraftBlock, RichText
from kushk.core.identity import sentence_id, text_id
from kushk.core.languages import direction_of
from kushk.core.limits import STANDFIRST, TITLE, within_limits
from kushk.core.richtext import clipped, shortened, tidy
from kushk.core.segment import segment


def compose(
    language: str,
    blocks: Sequence[DraftBlock],
    *,
    headline: str | RichText = "",
    standfirst: str | RichText = "",
    byline: str | RichText = "",
) -> Document:
    """Return the document that these parts make.

    White space is made tidy (``richtext.tidy``), the parts are cut to what a story may hold (``limits``), and blocks
    that have nothing to show are left out.

    Args:
        language: BCP 47 tag of the story, ``und`` when unknown; a block may name its own.
        blocks: the body, as drafts.
        headline: stands above the body, as do the next two; an empty one is left out.
        standfirst: what stands under the headline.
        byline: who wrote it, one line.
    """
    composer = _Composer(language)
    front = {
        kind: next(composer.blocks((DraftBlock(kind, shortened(_rich(content), limit)),), language), None)
        for kind, content, limit in (
            (BlockKind.HEADLINE, headline, TITLE),
            (BlockKind.STANDFIRST, standfirst, STANDFIRST),
            (BlockKind.BYLINE, byline, TITLE),
        )
    }
    body = tuple(composer.blocks(within_limits(blocks), language))
    return Document(
        language=language,
        direction=direction_of(language),
        headline=front[BlockKind.HEADLINE],
        standfirst=front[BlockKind.STANDFIRST],
        byline=front[BlockKind.BYLINE],
        blocks=body,
    )


def _rich(value: str | RichText) -> RichText:
    content = tidy(value if isinstance(value, RichText) else RichText(value))
    return content or RichText()


@dataclass
class _Composer:
    """Counts how often each text has occurred, so that every sentence id of a document differs."""

    language: str
    seen: dict[str, int] = field(default_factory=dict)

    def blocks(self, drafts: Sequence[DraftBlock], around: str) -> Iterator[Block]:
        """Yield the blocks that have something to show; ``around`` is the language of what they stand in."""
        for draft in drafts:
            block = self.block(draft, around)
            if block.sentences or block.children or block.media or block.kind in _WITHOUT_WORDS:
                yield block

    def block(self, draft: DraftBlock, around: str) -> Block:
        language = draft.language or around
        return Block(
            kind=draft.kind,
            sentences=self.sentences(draft, language),
            children=tuple(self.blocks(draft.children, language)),
            level=draft.level,
            ordered=draft.ordered,
            start=draft.start,
            media=draft.media,
            credit=draft.credit,
            language=language if {language, around} != {self.language} else "",
            columns=draft.columns,
            rows=draft.rows,
        )

    def sentences(self, draft: DraftBlock, language: str) -> tuple[Sentence, ...]:
        code = draft.kind is BlockKind.CODE
        content = tidy(draft.content, code=code)
        text = content.text
        if not text or text.isspace():
            return ()
        spans = [_whole(text, indented=code)] if draft.kind in _WHOLE else segment(text, language)
        ends = [*(start for start, _ in spans[1:]), len(text.rstrip())]
        shares = _shared_out(content.marks, spans) if content.marks else repeat((), len(spans))
        return tuple(
            Sentence(self._name(words := text[start:end]), words, text[end:after], marks)
            for (start, end), after, marks in zip(spans, ends, shares, strict=True)
        )

    def _name(self, text: str) -> str:
        name = sentence_id(text)
        count = self.seen[name] = self.seen.get(name, 0) + 1
        return name if count == 1 else f"{name}-{count}"


_WHOLE = frozenset({BlockKind.BYLINE, BlockKind.CODE})
"""Kinds that are one sentence each: cutting at full stops would only harm them."""

_WITHOUT_WORDS = frozenset({BlockKind.DIVIDER, BlockKind.CELL})
"""Kinds that say something by being there: a table's empty cell keeps the others in their columns."""


def _whole(text: str, *, indented: bool) -> tuple[int, int]:
    """Return the span of all words; code keeps the indentation of its first line."""
    start = len(text) - len(text.lstrip())
    if indented:
        start = text.rfind("\n", 0, start) + 1
    return start, len(text.rstrip())


def _shared_out(marks: Sequence[Mark], spans: Sequence[tuple[int, int]]) -> Iterator[tuple[Mark, ...]]:
    """Yield for each sentence the parts of the marks that lie in it, with offsets of its own."""
    waiting = sorted(marks, key=attrgetter("start"), reverse=True)
    active: list[Mark] = []
    for start, end in spans:
        while waiting and waiting[-1].start < end:
            active.append(waiting.pop())
        active = [mark for mark in active if mark.end > start]
        yield tuple(sorted(clipped(active, start, end), key=_mark_order))


def _mark_order(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.kind


def text_key(document: Document) -> str:
    """Return the hash of a story's whole text, headline and captions too: equal for the same text cut up otherwise."""
    return text_id(sentence.text for sentence in document.sentences())
