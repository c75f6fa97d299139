"""What everybody may read of a story whose rest is kept back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.core.compose import compose
from kushk.core.document import BlockKind, Document
from kushk.core.draft import DraftBlock, RichText, paragraph
from kushk.core.preview import preview


def document(*blocks: DraftBlock) -> Document:
    return compose("en", list(blocks), headline="Head", standfirst="Stands first.")


def item(text: str, *inner: DraftBlock) -> DraftBlock:
    return DraftBlock(BlockKind.ITEM, RichText(text), children=inner)


def test_whole_sentences_up_to_the_share_keep_their_ids() -> None:
    whole = document(paragraph("The river rose. Nobody slept. It was gone."), paragraph("Gulls came back at dawn."))
    cut = preview(whole, 45)
    assert cut.text == "The river rose. Nobody slept."
    assert (cut.headline, cut.standfirst) == (whole.headline, whole.standfirst)
    assert {each.id for each in cut.sentences()} < {each.id for each in whole.sentences()}


@pytest.mark.parametrize(("percent", "paragraphs"), [(0, 0), (4, 0), (100, 3)])
def test_none_and_all(percent: int, paragraphs: int) -> None:
    whole = document(
        *(paragraph(text) for text in ("One sentence here.", "Two sentences here.", "Three of them here."))
    )
    assert len(preview(whole, percent).blocks) == paragraphs


def test_it_never_ends_with_a_heading_a_rule_or_a_picture() -> None:
    whole = document(
        paragraph("One sentence here."),
        DraftBlock(BlockKind.HEADING, RichText("Next"), level=2),
        DraftBlock(BlockKind.DIVIDER),
        paragraph("A much longer sentence that does not fit into the share."),
    )
    assert [block.kind for block in preview(whole, 40).blocks] == [BlockKind.PARAGRAPH]


def test_a_list_ends_between_its_items_and_a_table_is_there_or_not() -> None:
    items = (
        item("First of them."),
        item("Second of them.", DraftBlock(BlockKind.LIST, children=(item("Inner one."),))),
    )
    cell = DraftBlock(BlockKind.CELL, RichText("A cell with some text."))
    table = DraftBlock(BlockKind.TABLE, children=(DraftBlock(BlockKind.ROW, children=(cell, cell)),))
    whole = document(DraftBlock(BlockKind.LIST, children=items), table)
    assert [block.kind for block in preview(whole, 36).walk() if block.kind is BlockKind.ITEM] == [BlockKind.ITEM] * 2
    assert BlockKind.TABLE not in {block.kind for block in preview(whole, 70).walk()}


@given(st.lists(st.text(max_size=120), max_size=5), st.integers(min_value=0, max_value=99))
def test_never_more_than_the_share_and_nothing_but_whole_sentences(texts: list[str], percent: int) -> None:
    whole = document(*map(paragraph, texts))
    cut = preview(whole, percent)
    body = [sentence for block in whole.blocks for sentence in block.sentences]
    shown = [sentence for block in cut.blocks for sentence in block.sentences]
    assert sum(len(each.text) for each in shown) * 100 <= sum(len(each.text) for each in body) * percent
    assert [each.id for each in shown] == [each.id for each in body[: len(shown)]]
