import pytest

from kushk.core.compose import compose, text_key
from kushk.core.document import BlockKind, Mark, MarkKind, Media, MediaKind
from kushk.core.draft import DraftBlock, RichText, paragraph
from kushk.core.limits import BLOCKS, BODY, DEEPEST, within_limits
from kushk.core.richtext import shortened, tidy


def only_block(draft, language="en"):
    (block,) = compose(language, [draft]).blocks
    return block


def test_a_mark_is_spread_over_the_sentences_it_covers():
    link = Mark(MarkKind.LINK, 4, 14, "https://example.org/")
    block = only_block(DraftBlock(BlockKind.PARAGRAPH, RichText("One two. Three four.", (link,))))
    parts = [[s.text[m.start : m.end] for m in s.marks] for s in block.sentences]
    assert parts == [["two."], ["Three"]]


def test_repeated_sentences_have_ids_of_their_own():
    sentences = list(compose("en", [paragraph("Yes. Yes. Yes.")]).sentences())
    assert [s.id for s in sentences] == [sentences[0].id, f"{sentences[0].id}-2", f"{sentences[0].id}-3"]


def test_an_id_outlives_typography_that_nobody_sees():
    plain, marked = (next(compose("en", [paragraph(text)]).sentences()) for text in ("A b.", "A \u200e b\u00ad."))
    assert plain.id == marked.id


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("a\t b", "a b"),
        ("a \r\n b\rc", "a\nb\nc"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("a\u00a0b", "a\u00a0b"),
        ("می\u200cروم", "می\u200cروم"),
        ("a\x00b\ufeffc\ud800d", "abcd"),
    ],
)
def test_white_space_is_made_tidy(text, wanted):
    assert tidy(RichText(text)).text == wanted


def test_marks_move_with_the_text_and_stay_inside_it():
    marks = (Mark(MarkKind.STRONG, 3, 99), Mark(MarkKind.EMPHASIS, -4, 1), Mark(MarkKind.CODE, 5, 5))
    content = tidy(RichText("a\x00  bc", marks))
    assert [(m.kind, content.text[m.start : m.end]) for m in content.marks] == [
        (MarkKind.STRONG, "bc"),
        (MarkKind.EMPHASIS, "a"),
    ]


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "data:text/html,x", "//example.org", "/a", "", "java\nscript:x"]
)
def test_a_link_to_elsewhere_than_the_web_is_dropped(href):
    block = only_block(DraftBlock(BlockKind.PARAGRAPH, RichText("word", (Mark(MarkKind.LINK, 0, 4, href),))))
    assert block.sentences[0].marks == ()


def test_code_keeps_its_spaces():
    block = only_block(DraftBlock(BlockKind.CODE, RichText("\n\n  if x:\r\n\treturn. Now\n")))
    assert [sentence.text for sentence in block.sentences] == ["  if x:\n\treturn. Now"]


def test_blocks_that_show_nothing_are_left_out():
    empty = DraftBlock(BlockKind.LIST, children=(DraftBlock(BlockKind.ITEM, RichText(" \n ")),))
    document = compose("en", [paragraph(""), empty, DraftBlock(BlockKind.DIVIDER), paragraph("x")], headline=" ")
    assert [block.kind for block in document.blocks] == [BlockKind.DIVIDER, BlockKind.PARAGRAPH]
    assert document.headline is None


def test_an_empty_cell_keeps_its_place():
    cells = (
        DraftBlock(BlockKind.CELL, RichText("a")),
        DraftBlock(BlockKind.CELL),
        DraftBlock(BlockKind.CELL, RichText("c")),
    )
    table = only_block(DraftBlock(BlockKind.TABLE, children=(DraftBlock(BlockKind.ROW, children=cells),)))
    assert len(table.children[0].children) == 3


def test_a_picture_without_a_caption_stays():
    media = Media(MediaKind.IMAGE, "https://example.org/a.png")
    assert only_block(DraftBlock(BlockKind.FIGURE, media=media)).media == media


def test_a_block_inside_another_language_says_its_own():
    quote = DraftBlock(
        BlockKind.QUOTE, children=(DraftBlock(BlockKind.PARAGRAPH, RichText("x"), language="en"),), language="fr"
    )
    block = only_block(quote)
    assert (block.language, block.children[0].language) == ("fr", "en")
    assert only_block(DraftBlock(BlockKind.PARAGRAPH, RichText("x"), language="en")).language == ""


def test_the_front_is_cut_at_a_word():
    document = compose("en", [], headline="word " * 400, byline="x" * 2000)
    assert document.headline.text.endswith("word…")
    assert len(document.headline.text) <= 512
    assert len(document.byline.text) == 512


def test_a_cut_keeps_letters_whole():
    assert shortened(RichText("नमस्ते" * 3), 4).text == "नम…"
    assert shortened(RichText("short"), 5).text == "short"


def test_a_body_has_an_end():
    drafts = [paragraph("word " * 20_000)] * 20
    assert BODY - 50 <= sum(len(draft.content.text) for draft in within_limits(drafts)) <= BODY + 1
    assert len(within_limits([paragraph("x")] * (BLOCKS + 5))) == BLOCKS


def test_what_is_nested_too_deep_becomes_paragraphs():
    draft = DraftBlock(BlockKind.QUOTE, RichText("innermost"))
    for _ in range(50_000):
        draft = DraftBlock(BlockKind.QUOTE, children=(draft,))
    document = compose("en", [draft, paragraph("after")])
    assert document.paragraphs == ("innermost", "after")
    assert sum(1 for _ in document.walk()) <= DEEPEST + 3


def test_a_text_has_the_same_key_however_it_is_cut():
    one = compose("en", [paragraph("Here it is. There it was.")])
    other = compose("en", [paragraph("Here it is."), paragraph("There  it was.")])
    assert text_key(one) == text_key(other)
    assert text_key(one) != text_key(compose("en", [paragraph("Here it is not.")]))
    assert len(text_key(one)) <= 40
