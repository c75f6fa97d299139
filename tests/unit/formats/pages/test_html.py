"""Outside HTML becomes typed drafts by an allow-list."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kushk.core.document import CHILDREN, BlockKind, MarkKind, MediaKind
from kushk.core.draft import DraftBlock
from kushk.sources.formats.html import html_blocks, html_text

BASE = "https://stand.example/news/1"


def blocks(html: str, language: str = "en") -> tuple[DraftBlock, ...]:
    return html_blocks(html, BASE, language).blocks


def texts(html: str) -> list[str]:
    return [block.content.text for block in blocks(html)]


def kinds(html: str) -> list[BlockKind]:
    return [block.kind for block in blocks(html)]


def test_text_between_blocks_and_double_line_breaks_makes_paragraphs():
    assert texts("one<p>two</p>three<br><br>four<div>five<br>six</div>") == ["one", "two", "three", "four", "five\nsix"]


def test_white_space_collapses_and_line_wraps_between_ideographs_vanish():
    assert texts("<p>  a \n b&nbsp;&nbsp;c </p>") == ["a b c"]
    assert texts("<p>今天\n  天气</p><p>서울의\n봄</p><p>　　首行</p>") == ["今天天气", "서울의 봄", "首行"]


def test_soft_hyphens_go_and_the_non_joiner_stays():
    assert texts("<p>Schiff\u00adfahrt می\u200cرود a\u200bb</p>") == ["Schifffahrt می\u200cرود ab"]


def test_marks_carry_offsets_without_their_outer_spaces():
    (block,) = blocks('<p>A <b> bold </b>and <a href="/x#y"><i>link</i></a>.</p>')
    assert block.content.text == "A bold and link."
    assert [(mark.kind, block.content.text[mark.start : mark.end], mark.href) for mark in block.content.marks] == [
        (MarkKind.STRONG, "bold", ""),
        (MarkKind.EMPHASIS, "link", ""),
        (MarkKind.LINK, "link", "https://stand.example/x#y"),
    ]


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " JaVa\tscript:alert(1)",
        "java\nscript:x",
        "\x01javascript:x",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "javascript&colon;alert(1)",
        "ja\u00advascript:x",
    ],
)
def test_links_that_are_no_page_or_mailbox_keep_their_words_alone(address: str):
    result = html_blocks(f'<p>see <a href="{address}">here</a></p>', BASE)
    assert result.blocks[0].content.text == "see here"
    assert result.blocks[0].content.marks == ()
    assert [warning.code for warning in result.warnings] == ["link-dropped"]


def test_mailboxes_and_addresses_without_a_scheme_are_kept():
    (block,) = blocks('<p><a href="mailto:a@b.example">m</a> <a href="//cdn.example/x">c</a> <a href="#note">n</a></p>')
    assert [mark.href for mark in block.content.marks] == ["mailto:a@b.example", "https://cdn.example/x"]


def test_a_base_element_refines_the_base():
    (block,) = blocks('<base href="https://other.example/dir/"><p><a href="x">x</a></p>')
    assert block.content.marks[0].href == "https://other.example/dir/x"


def test_another_language_is_marked_and_the_text_s_own_is_not():
    first, second = blocks('<p lang="en-GB">word <i lang="fr">mot</i></p><p lang="de">Wort</p>')
    assert [(mark.language) for mark in first.content.marks if mark.kind is MarkKind.LANGUAGE] == ["fr"]
    assert (first.language, second.language) == ("", "de")


def test_headings_take_levels_from_two_to_six():
    assert [(b.kind, b.level) for b in blocks("<h1>a</h1><h2>b</h2><h6>c</h6><h3> </h3>")] == [
        (BlockKind.HEADING, 2), (BlockKind.HEADING, 2), (BlockKind.HEADING, 6),
    ]  # fmt: skip


def test_lists_nest_and_know_their_first_number():
    (block,) = blocks('<ol start="3"><li>a<ul><li>b</li></ul></li><li><p>c</p><p>d</p></li></ol>')
    assert (block.kind, block.ordered, block.start) == (BlockKind.LIST, True, 3)
    first, second = block.children
    assert (first.content.text, first.children[0].children[0].content.text) == ("a", "b")
    assert (second.content.text, second.children[0].content.text) == ("c", "d")


def test_definitions_become_a_list():
    (block,) = blocks("<dl><dt>Term</dt><dd>Meaning</dd><dd>Another</dd></dl>")
    assert block.children[0].content.text == "Term"
    assert [child.content.text for child in block.children[0].children] == ["Meaning", "Another"]


def test_a_quotation_has_its_source_apart():
    (block,) = blocks("<blockquote><p>Said.</p><footer>— <cite>Someone</cite></footer></blockquote>")
    assert (block.kind, block.content.text) == (BlockKind.QUOTE, "Someone")
    assert [child.content.text for child in block.children] == ["Said."]


def test_a_source_named_in_mid_quotation_stays_in_the_words():
    (block,) = blocks("<blockquote>As <cite>The Book</cite> says, wait.</blockquote>")
    assert block.children[0].content.text == "As The Book says, wait."


def test_code_keeps_its_white_space():
    assert blocks("<pre><code>a\n  b</code></pre>")[0].content.text == "a\n  b"


def test_a_letter_in_a_preformatted_element_is_paragraphs():
    letter = "The council met on Tuesday\nand decided to keep the quay open.\n\nIt will be swept in May, and the lamps\nwill be repaired before the market returns."
    assert [(b.kind, b.content.text[:30]) for b in blocks(f"<pre>{letter}</pre>")] == [
        (BlockKind.PARAGRAPH, "The council met on Tuesday and"), (BlockKind.PARAGRAPH, "It will be swept in May, and t"),
    ]  # fmt: skip


def test_tables_of_data_stay_and_tables_for_layout_go():
    (table,) = blocks('<table><caption>Sums</caption><thead><tr><th>A<th>B</thead><tr><td colspan="2">1</table>')
    assert (table.kind, table.content.text) == (BlockKind.TABLE, "Sums")
    assert [cell.level for cell in table.children[0].children] == [1, 1]
    assert table.children[1].children[0].columns == 2
    assert kinds("<table><tr><td><p>one</p><p>two</p></td></tr></table>") == [BlockKind.PARAGRAPH] * 2


def test_figures_take_caption_credit_and_the_largest_sensible_picture():
    (figure,) = blocks(
        '<figure><img src="data:image/gif;base64,x" data-srcset="/s.jpg 300w, /m.jpg 1200w, /l.jpg 4000w" alt="Boat">'
        '<noscript><img src="/m.jpg"></noscript><figcaption>A boat. <span class="credit">Ana Ruiz</span></figcaption></figure>'
    )
    assert figure.media is not None
    assert (figure.media.src, figure.media.alt) == ("https://stand.example/m.jpg", "Boat")
    assert (figure.content.text, figure.credit) == ("A boat.", "Ana Ruiz")


@pytest.mark.parametrize(
    ("caption", "words", "credit"),
    [
        ("The quay. Photo: Ana Ruiz", "The quay.", "Photo: Ana Ruiz"),
        ("Der Kai (Foto: Ana Ruiz)", "Der Kai", "Foto: Ana Ruiz"),
        ("The quay © Agency", "The quay", "© Agency"),
        ("A photo of the quay", "A photo of the quay", ""),
    ],
)
def test_a_credit_at_a_caption_s_end_is_parted_from_it(caption: str, words: str, credit: str):
    (figure,) = blocks(f'<figure><img src="/a.jpg"><figcaption>{caption}</figcaption></figure>')
    assert (figure.content.text, figure.credit) == (words, credit)


def test_older_ways_to_write_captions_count():
    for html in (
        '<div class="wp-caption"><img src="/a.jpg"><p class="wp-caption-text">Words</p></div>',
        '[caption id="x" width="300"]<img src="/a.jpg" /> Words[/caption]',
        '<table class="tr-caption-container"><tr><td><img src="/a.jpg"></td></tr><tr><td class="tr-caption">Words</td></tr></table>',
    ):
        assert [(block.kind, block.content.text) for block in blocks(html)] == [(BlockKind.FIGURE, "Words")]


def test_a_picture_in_a_paragraph_does_not_break_it():
    assert [(b.kind, b.content.text) for b in blocks('<p>one <img src="/a.jpg"> two</p>')] == [
        (BlockKind.PARAGRAPH, "one two"), (BlockKind.FIGURE, ""),
    ]  # fmt: skip


def test_counters_trackers_icons_and_vector_pictures_are_dropped():
    assert (
        blocks(
            '<img src="/p.gif" width="1" height="1"><img src="https://pixel.wp.com/b.gif?x"><img src="/i.svg"><img src="data:image/png;base64,x"><svg><text>x</text></svg>'
        )
        == ()
    )


def test_players_lead_to_their_pages():
    found = [block.media for block in blocks(
        '<iframe src="https://www.youtube-nocookie.com/embed/abcdefghijk?x=1"></iframe><video><source src="/v.mp4" type="video/mp4"></video>'
        '<blockquote class="twitter-tweet"><p>Hi</p><a href="https://twitter.com/a/status/12?s=20">May</a></blockquote>'
        '<iframe src="https://securepubads.doubleclick.net/x"></iframe><iframe srcdoc="<script>1</script>"></iframe><iframe src="javascript://youtube.com/embed/abcdefghijk"></iframe>'
    )]  # fmt: skip
    assert [(media.kind, media.src) for media in found if media] == [
        (MediaKind.PAGE, "https://www.youtube.com/watch?v=abcdefghijk"),
        (MediaKind.VIDEO, "https://stand.example/v.mp4"),
        (MediaKind.PAGE, "https://twitter.com/a/status/12"),
    ]


def test_what_a_reader_does_not_see_is_not_read():
    assert texts(
        '<p>a<script>x</script><style>y</style><span style="display: none">z</span><i aria-hidden="true">i</i><span hidden>h</span><button>b</button></p><template><p>t</p></template><span class="visually-hidden">v</span>'
    ) == ["a"]


def test_ruby_gives_its_base_text():
    assert texts("<p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>字</p>") == ["漢字"]


def test_what_a_feed_adds_below_a_story_is_dropped_in_any_language():
    assert texts(
        '<p>Body.</p><p>Der Beitrag <a href="https://e.example/a/b">Titel</a> erschien zuerst auf <a href="https://e.example">Blatt</a>.</p>'
    ) == ["Body."]
    assert texts(
        '<p>Body with <a href="https://e.example/a">one</a> and <a href="https://other.example">two</a>.</p>'
    ) == ["Body with one and two."]


def test_plain_text_of_a_fragment():
    assert html_text("<p>a &amp; <b>b</b></p><ul><li>c</li></ul>") == "a & b\n\nc"
    assert html_text(" plain   words ") == "plain words"


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + "deep" + "</div>" * 100_000 + "<p>after",
        "<b>" * 50_000 + "deep",
        "<blockquote>" * 50_000 + "deep",
        "<ul><li>" * 30_000 + "deep",
        "<table><tr><td>" * 30_000 + "deep",
        "<p " + " ".join(f"a{n}=1" for n in range(300_000)) + ">deep</p>",
        "<p title='" + "x" * 3_000_000 + "'>deep</p>",
    ],
    ids=["divs", "bold", "quotes", "lists", "tables", "attributes", "attribute"],
)
def test_hostile_nesting_costs_little_and_loses_no_text(html: str):
    started = time.process_time()
    assert "deep" in html_text(html)
    assert time.process_time() - started < 5


def test_time_grows_with_the_text_and_not_faster():
    def cost(size: int) -> float:
        html = "<p>Some <b>words</b> here<br>and <a href='/x'>there</a></p>" * size
        return min(_timed(html) for _ in range(3))

    assert cost(4_000) < 4 * max(cost(2_000), 0.01)


def _timed(html: str) -> float:
    started = time.process_time()
    html_blocks(html, BASE)
    return time.process_time() - started


PIECES = st.sampled_from(
    ["<p>", "</p>", "<div>", "</div>", "<ul>", "<li>", "</ul>", "<table>", "<tr>", "<td>", "</table>", "<blockquote>", "</blockquote>", "<figure>", "<figcaption>", "</figure>",
     "<h2>", "</h2>", "<br>", "<hr>", "<b>", "</b>", "<a href='/x'>", "</a>", "<img src='/a.jpg'>", "<pre>", "</pre>", "<dl><dt>", "<dd>", "word ", "слово ", "词", "<script>", "</script>"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_soup_gives_blocks_that_may_nest_so_with_marks_inside_their_text(html: str):
    def check(block: DraftBlock) -> None:
        length = len(block.content.text)
        assert all(0 <= mark.start < mark.end <= length for mark in block.content.marks)
        assert block.content.text == block.content.text.strip() or block.kind is BlockKind.CODE
        for child in block.children:
            assert child.kind in CHILDREN[block.kind]
            check(child)

    for block in blocks(html):
        check(block)
