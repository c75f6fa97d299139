"""What is said of a story, in which order, and what is not."""

from __future__ import annotations

from kushk.core.document import Block, BlockKind, Document, Mark, MarkKind, Sentence
from kushk.renditions.narration.script import MOST_OF_A_LINE, MOST_OF_A_STORY, script_of


def block(kind: BlockKind, *texts: str, children: tuple[Block, ...] = (), language: str = "") -> Block:
    sentences = tuple(Sentence(f"s1-{text[:16]}", text, " ") for text in texts)
    return Block(kind, sentences, children, language=language)


def said(*blocks: Block, date: str = "", **front: Block) -> list[str]:
    return [line.text for line in script_of(Document("en", "ltr", blocks=blocks, **front), date)]


def test_a_story_is_said_from_headline_to_body():
    lines = said(
        block(BlockKind.PARAGRAPH, "First.", "Second."),
        headline=block(BlockKind.HEADLINE, "Head"),
        standfirst=block(BlockKind.STANDFIRST, "Stand."),
        byline=block(BlockKind.BYLINE, "By Nora"),
        date="4 November 2026",
    )
    assert lines == ["Head", "By Nora", "4 November 2026", "Stand.", "First.", "Second."]


def test_code_and_what_is_embedded_is_not_read():
    assert said(block(BlockKind.CODE, "x = 1"), block(BlockKind.EMBED, "A video"), block(BlockKind.DIVIDER)) == []


def test_a_quotation_is_read_before_its_speaker():
    quote = block(BlockKind.QUOTE, "Nora Quill", children=(block(BlockKind.PARAGRAPH, "We lend ladders."),))
    assert said(quote) == ["We lend ladders.", "Nora Quill"]


def table(rows: int, columns: int) -> Block:
    cells = [
        block(BlockKind.ROW, children=tuple(block(BlockKind.CELL, f"{row}.{column}") for column in range(columns)))
        for row in range(rows)
    ]
    return block(BlockKind.TABLE, "Tides", children=tuple(cells))


def test_a_small_table_is_read_row_by_row_and_of_a_large_one_its_caption():
    assert said(table(2, 2)) == ["Tides", "0.0", "0.1", "1.0", "1.1"]
    assert said(table(2, 9)) == ["Tides"]
    assert said(table(90, 2)) == ["Tides"]


def test_a_block_keeps_its_language_and_a_list_is_read_in_order():
    inner = block(BlockKind.ITEM, "Zwei", children=(block(BlockKind.PARAGRAPH, "Drei"),), language="de")
    lines = script_of(
        Document("en", "ltr", blocks=(block(BlockKind.LIST, children=(block(BlockKind.ITEM, "One"), inner)),))
    )
    assert [(line.text, line.language) for line in lines] == [("One", "en"), ("Zwei", "de"), ("Drei", "de")]


def test_pauses_are_longer_after_a_block_than_between_sentences():
    first, second, third = script_of(
        Document("en", "ltr", blocks=(block(BlockKind.PARAGRAPH, "One.", "Two."), block(BlockKind.HEADING, "Three")))
    )
    assert first.pause < second.pause < third.pause


def test_an_overlong_sentence_becomes_lines_that_know_their_place():
    text = "word, " * 1000
    mark = Mark(MarkKind.LANGUAGE, 1990, 2400, language="fr")
    sentence = Sentence("s1-a", text.strip(), "", (mark,))
    lines = script_of(Document("en", "ltr", blocks=(Block(BlockKind.PARAGRAPH, (sentence,)),)))
    assert "".join(line.text for line in lines) == text.strip()
    assert all(len(line.text) <= MOST_OF_A_LINE for line in lines)
    assert all(text[line.offset :].startswith(line.text) for line in lines)
    assert [line.pause > 0 for line in lines] == [False] * (len(lines) - 1) + [True]
    marked = "".join(line.text[mark.start : mark.end] for line in lines for mark in line.marks)
    assert marked == text[1990:2400]


def test_a_story_without_end_is_read_up_to_a_limit():
    blocks = tuple(block(BlockKind.PARAGRAPH, f"{number} " + "word " * 300) for number in range(200))
    assert sum(map(len, said(*blocks))) <= MOST_OF_A_STORY
