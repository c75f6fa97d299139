"""From marked text to a document: cut into sentences, name each one by its text, spread the marks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from kushk.core.document import Block, BlockKind, Document, Mark, Sentence
from kushk.core.draft import DraftBlock, RichText
from kushk.core.identity import sentence_id, text_id
from kushk.core.languages import direction_of
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

    Args:
        language: BCP 47 tag of the story, ``und`` when unknown; a block may name its own.
        blocks: the body, as drafts.
        headline, standfirst, byline: the parts above the body; an empty one is left out.
    """
    composer = _Composer(language)
    front = {
        kind: composer.block(DraftBlock(kind, rich))
        for kind, rich in (
            (BlockKind.HEADLINE, _rich(headline)),
            (BlockKind.STANDFIRST, _rich(standfirst)),
            (BlockKind.BYLINE, _rich(byline)),
        )
        if rich
    }
    body = tuple(composer.block(draft) for draft in blocks)
    return Document(
        language=language,
        direction=direction_of(language),
        headline=front.get(BlockKind.HEADLINE),
        standfirst=front.get(BlockKind.STANDFIRST),
        byline=front.get(BlockKind.BYLINE),
        blocks=body,
    )


def _rich(value: str | RichText) -> RichText:
    return value if isinstance(value, RichText) else RichText(value)


@dataclass
class _Composer:
    """Counts how often each text has occurred, so that every sentence id of a document differs."""

    language: str
    seen: Counter[str] = field(default_factory=Counter)

    def block(self, draft: DraftBlock) -> Block:
        language = draft.language or self.language
        return Block(
            kind=draft.kind,
            sentences=self.sentences(draft.content, language, whole=draft.kind in _WHOLE),
            children=tuple(self.block(child) for child in draft.children),
            level=draft.level,
            ordered=draft.ordered,
            start=draft.start,
            media=draft.media,
            credit=draft.credit,
            language=draft.language if draft.language != self.language else "",
            columns=draft.columns,
            rows=draft.rows,
        )

    def sentences(self, content: RichText, language: str, *, whole: bool) -> tuple[Sentence, ...]:
        text = content.text
        spans = [_trimmed(text)] if whole else segment(text, language)
        spans = [(start, end) for start, end in spans if end > start]
        ends = [*(start for start, _ in spans[1:]), *([len(text.rstrip())] if spans else ())]
        return tuple(
            Sentence(
                id=self._name(text[start:end]),
                text=text[start:end],
                tail=text[end:after],
                marks=_marks_within(content.marks, start, end),
            )
            for (start, end), after in zip(spans, ends, strict=True)
        )

    def _name(self, text: str) -> str:
        name = sentence_id(text)
        self.seen[name] += 1
        return name if self.seen[name] == 1 else f"{name}-{self.seen[name]}"


_WHOLE = frozenset({BlockKind.BYLINE, BlockKind.CODE})
"""Kinds that are one sentence each: cutting at full stops would only harm them."""


def _trimmed(text: str) -> tuple[int, int]:
    start = len(text) - len(text.lstrip())
    return start, max(start, len(text.rstrip()))


def _marks_within(marks: Sequence[Mark], start: int, end: int) -> tuple[Mark, ...]:
    inside = (
        replace(mark, start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in marks
        if mark.start < end and mark.end > start
    )
    return tuple(sorted(inside, key=_mark_order))


def _mark_order(mark: Mark) -> tuple[int, int, str]:
    return mark.start, -mark.end, mark.kind


def text_key(document: Document) -> str:
    """Return the hash of a story's whole text, headline and captions too: equal for the same text cut up otherwise."""
    return text_id(sentence.text for sentence in document.sentences())
