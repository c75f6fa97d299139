"""A translation as a page shows it: sentences that know how they stand, and blocks beside those of the original."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from kushk.core.document import Block, BlockKind, Document, Sentence
from kushk.renditions.translation.api import Translation


@dataclass(frozen=True, slots=True)
class Shown(Sentence):
    """A sentence of a translation on a page."""

    state: str = ""
    """``pending`` while its translation is still to come, ``kept`` where the original stands for good."""
    original: Sentence | None = None
    """Shown under it, where each sentence stands over its original."""
    language: str = ""
    """Of the original."""


@dataclass(frozen=True, slots=True)
class Mirrored(Sentence):
    """A sentence of the original beside its translation: its id on the page begins with ``o-``."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A top block of a translation and the same block of the original."""

    translated: Block
    original: Block


def shown_document(translation: Translation, view: str) -> Document:
    """Return the translated document with sentences that know how they stand; ``lines`` gives each its original."""
    originals = {sentence.id: sentence for sentence in translation.original.sentences()}
    kept = translation.failed

    def shown(block: Block) -> Block:
        return replace(
            block,
            sentences=tuple(sentence_of(each) for each in block.sentences),
            children=tuple(shown(child) for child in block.children),
        )

    def sentence_of(sentence: Sentence) -> Sentence:
        name = sentence.id
        state = "pending" if name in translation.pending else "kept" if name in kept else ""
        under = originals.get(name) if view == "lines" and name in translation.units and not state else None
        language = translation.original.language
        return Shown(name, sentence.text, sentence.tail, sentence.marks, state, under, language)

    document = translation.document
    return replace(
        document,
        headline=document.headline and shown(document.headline),
        standfirst=document.standfirst and shown(document.standfirst),
        blocks=tuple(shown(block) for block in document.blocks),
    )


def pairs_of(translated: Document, original: Document) -> Iterator[Pair]:
    """Yield each top block of a body with the original's; pictures are shown once."""
    for one, other in zip(translated.blocks, original.blocks, strict=True):
        yield Pair(one, _mirrored(other))


def _mirrored(block: Block) -> Block:
    kind = BlockKind.PARAGRAPH if block.kind in {BlockKind.FIGURE, BlockKind.EMBED} else block.kind
    return replace(
        block,
        kind=kind,
        media=None,
        sentences=tuple(Mirrored(each.id, each.text, each.tail, each.marks) for each in block.sentences),
        children=tuple(_mirrored(child) for child in block.children),
    )
