"""Rights turn into words at one place, and never into more than they allow."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from kushk.core.compose import compose
from kushk.core.document import BlockKind, Document, Mark, MarkKind
from kushk.core.draft import DraftBlock, RichText, paragraph
from kushk.library.cutting import UNDECIDED, Cut, excerpt, shortened, visible
from kushk.library.values import FULL_RIGHTS, RightsTerms


def document(*texts: str, **front: str) -> Document:
    return compose("en", [paragraph(text) for text in texts], headline="Head", **front)


def running(cut: Document) -> str:
    return (cut.standfirst.text if cut.standfirst else "") + cut.text


def test_an_excerpt_takes_whole_sentences_and_keeps_their_names() -> None:
    whole = document("One is here. Two is here. Three is here.", "Four.")
    cut = excerpt(whole, 26)
    assert cut.text == "One is here. Two is here."
    assert set(cut.sentences()) == {
        sentence if sentence.text != "Two is here." else type(sentence)(sentence.id, sentence.text, "", sentence.marks)
        for sentence in list(whole.sentences())[:3]
    }


def test_it_goes_on_in_the_next_paragraph_but_never_past_a_sentence_that_does_not_fit() -> None:
    whole = document("One. Two.", "Three is a sentence that is far too long for it.", "Four.")
    assert excerpt(whole, 20).paragraphs == ("One. Two.",)
    assert excerpt(whole, 200).paragraphs == whole.paragraphs


def test_headings_tables_code_and_pictures_are_no_part_of_an_excerpt() -> None:
    blocks = [
        DraftBlock(BlockKind.HEADING, RichText("A heading"), level=2),
        DraftBlock(BlockKind.CODE, RichText("code")),
        DraftBlock(BlockKind.QUOTE, RichText("Ann"), children=(paragraph("Quoted words."),)),
        DraftBlock(BlockKind.LIST, children=(DraftBlock(BlockKind.ITEM, RichText("An item.")),)),
    ]
    cut = excerpt(compose("en", blocks, headline="Head"), 200)
    assert [(block.kind, block.text) for block in cut.blocks] == [
        (BlockKind.PARAGRAPH, "Quoted words."),
        (BlockKind.PARAGRAPH, "An item."),
    ]


def test_a_cut_sentence_keeps_the_marks_that_are_left() -> None:
    rich = RichText("Some bold words that go on " * 10, (Mark(MarkKind.STRONG, 5, 9), Mark(MarkKind.EMPHASIS, 10, 200)))
    (sentence,) = list(compose("en", [DraftBlock(BlockKind.PARAGRAPH, rich)]).sentences())
    cut = shortened(sentence, 30)
    assert cut.text == "Some bold words that go on…"
    assert [(mark.start, mark.end) for mark in cut.marks] == [(5, 9), (10, 26)]


def test_a_cut_never_parts_a_letter_from_its_signs() -> None:
    (sentence,) = list(document("กี่" * 200).blocks[0].sentences)
    for limit in range(3, 30):
        text = shortened(sentence, limit).text
        assert len(text) <= limit
        following = sentence.text[len(text) - 1]
        assert unicodedata.category(following)[0] != "M"


@given(
    st.lists(st.text(max_size=120), max_size=5),
    st.text(max_size=60),
    st.integers(min_value=0, max_value=400),
    st.sampled_from(["excerpt", "link"]),
)
def test_never_more_than_allowed(texts: list[str], standfirst: str, characters: int, extent: str) -> None:
    whole = document(*texts, standfirst=standfirst)
    terms = RightsTerms(extent, characters)
    allowed = characters if extent == "excerpt" else 0
    for form in ("page", "search", "feed"):
        cut = visible(whole, Cut(terms), form)
        assert sum(len(block.text) for block in (cut.standfirst, *cut.blocks) if block) <= allowed
    assert sum(len(block.text) for block in visible(whole, Cut(None)).blocks) <= UNDECIDED.excerpt_characters
    assert len(running(visible(whole, Cut(terms), "card"))) <= allowed + 2 * len(texts)


def test_full_rights_give_the_document_itself() -> None:
    whole = document("One.", "Two.")
    assert visible(whole, Cut(FULL_RIGHTS)) is whole
