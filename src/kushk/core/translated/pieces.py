"""What of a document is translated, and the document that its translated pieces make.

A translation is a document whose sentences carry the ids of the sentences that they translate.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from kushk.core.document import Block, BlockKind, Document, Mark, MarkKind, Media, Sentence
from kushk.core.identity import sentence_id
from kushk.core.languages import base, direction_of

_KEPT = frozenset({BlockKind.BYLINE, BlockKind.CODE, BlockKind.DIVIDER})
"""Kinds that stay as they are: names of people and code are not translated."""

_WITHOUT_SPACES = frozenset({"zh", "ja"})
"""Languages that put no space between sentences."""

ALT = "alt-"
"""Begins the id of a piece that is a picture's alternative text."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One sentence to be translated, or the alternative text of a picture."""

    id: str
    """The sentence's own."""
    text: str
    """On one line; as long as the sentence, so that offsets are the same."""
    language: str
    """In which it is written."""
    marks: tuple[Mark, ...] = ()
    block: int = 0
    """Number of the top block that it stands in, counted from the headline."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What stands in place of a piece."""

    text: str
    marks: tuple[Mark, ...] = ()


def pieces_of(document: Document, target: str) -> tuple[Piece, ...]:
    """Return what is to be translated, in reading order.

    Left out are blocks that are in the target language already or whose language nobody knows, code, bylines, and
    what holds no letter.
    """
    return tuple(
        piece
        for number, top in enumerate((*document.front, *document.blocks))
        for block, language in _walk(top, document.language)
        if is_foreign(language, target)
        for piece in _pieces(block, language, number)
    )


def is_foreign(language: str, target: str) -> bool:
    """Tell whether what is written in a language is to be translated into the target."""
    return base(language) not in {"und", "zxx", "mul", "", base(target)}


def _walk(block: Block, around: str) -> Iterator[tuple[Block, str]]:
    language = block.language or around
    yield block, language
    for child in block.children:
        yield from _walk(child, language)


def _pieces(block: Block, language: str, number: int) -> Iterator[Piece]:
    if block.kind in _KEPT:
        return
    for sentence in block.sentences:
        if any(map(str.isalpha, sentence.text)):
            yield Piece(sentence.id, _on_one_line(sentence.text), language, sentence.marks, number)
    if block.media is not None and any(map(str.isalpha, block.media.alt)):
        yield Piece(alt_id(block.media.alt), _on_one_line(block.media.alt), language, (), number)


def alt_id(alt: str) -> str:
    """Return the id of the piece that is an alternative text."""
    return ALT + sentence_id(alt)


def _on_one_line(text: str) -> str:
    return text.translate(_LINE_ENDS)


_LINE_ENDS = dict.fromkeys(map(ord, "\n\r\t\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")


def translated_document(document: Document, target: str, rendered: Mapping[str, Rendered]) -> Document:
    """Return the document in the target language.

    Args:
        document: the original.
        target: BCP 47 tag.
        rendered: the translation of each piece by its id. What is missing stays in the original and says so by a
            language mark around it, so that it is shown, spoken and read out as what it is.
    """
    maker = _Maker(target, rendered)
    front = {
        name: maker.block(block, document.language) if block else None
        for name, block in (
            ("headline", document.headline),
            ("standfirst", document.standfirst),
            ("byline", document.byline),
        )
    }
    blocks = tuple(maker.block(block, document.language) for block in document.blocks)
    return Document(target, direction_of(target), blocks=blocks, **front)


@dataclass(frozen=True, slots=True)
class _Maker:
    target: str
    rendered: Mapping[str, Rendered]

    def block(self, block: Block, around: str) -> Block:
        language = block.language or around
        kept = block.kind in _KEPT or not is_foreign(language, self.target)
        return replace(
            block,
            sentences=block.sentences if kept else tuple(self.sentences(block.sentences, language)),
            children=tuple(self.block(child, language) for child in block.children),
            media=self.media(block.media),
            language=language if kept and block.sentences and base(language) != base(self.target) else "",
        )

    def sentences(self, sentences: Sequence[Sentence], language: str) -> Iterator[Sentence]:
        for number, sentence in enumerate(sentences):
            last = number == len(sentences) - 1
            found = self.rendered.get(sentence.id)
            text, marks = (found.text, found.marks) if found else (sentence.text, _in(language, sentence))
            yield Sentence(sentence.id, text, "" if last else self.tail(sentence.tail), marks)

    def tail(self, tail: str) -> str:
        """Return what parts two sentences in the target language; line breaks stay."""
        if "\n" in tail:
            return tail
        return "" if base(self.target) in _WITHOUT_SPACES else " "

    def media(self, media: Media | None) -> Media | None:
        found = self.rendered.get(alt_id(media.alt)) if media and media.alt else None
        return replace(media, alt=found.text) if media and found else media


def _in(language: str, sentence: Sentence) -> tuple[Mark, ...]:
    """Return the marks of a sentence that stays in the original: all of it is in that language."""
    if not any(map(str.isalpha, sentence.text)):
        return sentence.marks
    return (Mark(MarkKind.LANGUAGE, 0, len(sentence.text), language=language), *sentence.marks)
