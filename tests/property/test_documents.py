"""What holds for every document, whatever its text is."""

import json
import re
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from kushk.core.compose import compose, text_key
from kushk.core.diff import ChangeKind, diff, is_correction
from kushk.core.document import BlockKind, Document, Mark, MarkKind
from kushk.core.draft import DraftBlock, RichText, paragraph
from kushk.core.jsonform import from_json, to_json
from kushk.core.markup import ELEMENTS, Markup, content_html
from kushk.core.richtext import tidy
from kushk.core.segment import segment

bounded = settings(
    max_examples=40, deadline=None, derandomize=True, database=None, suppress_health_check=[HealthCheck.too_slow]
)

PIECES = [
    "Dr. ", "U.S. ", "No. 5 ", "3.5 ", "e.g. ", "J. K. ", "Word", "word", "is ", "The ", ". ", "! ", "? ", "… ", "... ",
    "\n", "\r\n", " ", "  ", "\t", "\u00a0", "\u3000", "\u200c", "\u200e", "\x00", "“", "”", "«", "» ", '"', "'", "(",
    ") ", "。", "！」", "「", "と", "说", "他说", "।", "| ", "۔", "؟ ", "؛", "كتاب", "د. ", "ไทย ", "한국 ",
    "שלום ", "• ",
    "1. ", "2. ", "a. ", "<script>", "&amp;", "</p>", "https://a.b/c?d=e. ", "😀", "\u0301", "ß", "ǅ", "፡፡", "::", "։ ",
]  # fmt: skip
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=40).map("".join), st.text(max_size=120))
tags = st.sampled_from(
    ["en", "de", "fr", "ru", "ar", "fa", "he", "hi", "ta", "zh", "ja", "ko", "th", "el", "hy", "und", ""]
)


@st.composite
def marked(draw):
    text = draw(texts)
    spans = st.tuples(st.integers(-3, len(text) + 3), st.integers(-3, len(text) + 3))
    hrefs = st.sampled_from(["https://example.org/a", "javascript:alert(1)", "mailto:a@b.c", "", '"><img>'])
    kinds = st.sampled_from(list(MarkKind))
    languages = st.sampled_from(["ar", "fr", "nonsense", ""])
    marks = [Mark(draw(kinds), *draw(spans), draw(hrefs), draw(languages)) for _ in range(draw(st.integers(0, 5)))]
    return RichText(text, tuple(marks))


LEAVES = [BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.ITEM, BlockKind.CELL, BlockKind.EMBED, BlockKind.FIGURE]
GROUPS = [BlockKind.LIST, BlockKind.QUOTE, BlockKind.TABLE, BlockKind.ROW, BlockKind.ITEM]
leaves = st.builds(DraftBlock, kind=st.sampled_from(LEAVES), content=marked(), language=st.sampled_from(["", "fa"]))
drafts = st.recursive(
    leaves,
    lambda inner: st.builds(
        DraftBlock, kind=st.sampled_from(GROUPS), content=marked(), children=st.lists(inner, max_size=3).map(tuple)
    ),
    max_leaves=6,
)
documents = st.builds(
    lambda language, blocks, headline: compose(language, blocks, headline=headline),
    tags,
    st.lists(drafts, max_size=4),
    marked(),
)


@bounded
@given(texts, tags)
def test_every_character_is_in_one_sentence(text, language):
    spans = segment(text, language)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in pairwise(spans))
    assert all(text[start:end] == text[start:end].strip() for start, end in spans)
    assert "".join(text[start:end] for start, end in spans).split() or not text.strip()
    inside = "".join("".join(text[start:end].split()) for start, end in spans)
    assert inside == "".join(text.split())
    assert not any("\n" in text[start:end] for start, end in spans)


@bounded
@given(marked(), tags)
def test_text_is_never_lost_nor_reordered(content, language):
    document = compose(language, [DraftBlock(BlockKind.PARAGRAPH, content)])
    assert "".join(block.text for block in document.blocks) == tidy(content).text.strip()


@bounded
@given(documents)
def test_marks_stay_inside_their_sentence(document: Document):
    for sentence in document.sentences():
        assert all(0 <= mark.start < mark.end <= len(sentence.text) for mark in sentence.marks)


@bounded
@given(documents)
def test_ids_are_unique(document: Document):
    ids = [sentence.id for sentence in document.sentences()]
    assert len(ids) == len(set(ids))


@bounded
@given(st.lists(texts, min_size=2, max_size=5), texts, tags)
def test_an_edit_elsewhere_keeps_ids(paragraphs, edit, language):
    before = compose(language, [paragraph(text) for text in paragraphs])
    after = compose(language, [paragraph(text) for text in [*paragraphs, edit]])
    ids = [sentence.id for sentence in before.sentences()]
    assert [sentence.id for sentence in after.sentences()][: len(ids)] == ids


@bounded
@given(documents)
def test_a_document_survives_json(document: Document):
    assert from_json(json.loads(json.dumps(to_json(document)))) == document


def words_of(document):
    return "".join("".join(sentence.text.split()) for block in document.blocks for sentence in in_order(block))


def in_order(block):
    """Yield sentences in the order in which HTML has them: a quote's attribution comes last."""
    late = block.kind is BlockKind.QUOTE and block.children
    if not late:
        yield from block.sentences
    for child in block.children:
        yield from in_order(child)
    if late:
        yield from block.sentences


@bounded
@given(documents)
def test_the_html_has_the_text_and_nothing_else(document: Document):
    html = content_html(document)
    tree = lxml_html.fromstring(f"<div>{html}</div>") if html else None
    shown = "".join(tree.text_content().split()) if tree is not None else ""
    assert shown == words_of(document)


@bounded
@given(documents, st.booleans())
def test_only_known_elements_come_out(document: Document, sentence_ids):
    html = content_html(document, Markup(sentence_ids=sentence_ids))
    for element in lxml_html.fragments_fromstring(html) if html else []:
        for inner in element.iter():
            assert set(inner.attrib) <= ELEMENTS[inner.tag]
            assert re.match(r"https?://|mailto:", inner.get("href", "https://"))
    assert html.count("<a ") == html.count("</a>")


@bounded
@given(documents, documents)
def test_a_diff_holds_both_documents(old: Document, new: Document):
    changes = diff(old, new)
    assert [c.old for c in changes if c.old is not None] == list(old.sentences())
    assert [c.new for c in changes if c.new is not None] == list(new.sentences())
    assert all(c.old.id == c.new.id for c in changes if c.kind is ChangeKind.KEPT)
    for change in changes:
        assert all(0 <= a < b <= len(change.old.text) for a, b in change.old_spans)
        assert all(0 <= a < b <= len(change.new.text) for a, b in change.new_spans)


@bounded
@given(documents)
def test_a_document_is_no_correction_of_itself(document: Document):
    again = from_json(to_json(document))
    assert not is_correction(document, again)
    assert text_key(document) == text_key(again)
    assert all(change.kind is ChangeKind.KEPT for change in diff(document, again))
