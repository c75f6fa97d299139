import pytest

from kushk.core.compose import compose
from kushk.core.document import Block, BlockKind, Mark, MarkKind, Media, MediaKind, Sentence
from kushk.core.draft import DraftBlock, RichText, paragraph
from kushk.core.markup import Markup, block_html, content_html, document_html, sentence_html


def html(*drafts, how=None, language="en"):
    return content_html(compose(language, drafts), how or Markup())


def marked(text, *marks):
    return sentence_html(Sentence("s1", text, marks=marks))


def test_text_is_escaped():
    assert html(paragraph("<script>alert('1 & 2')</script>")) == (
        "<p>&lt;script&gt;alert(&#x27;1 &amp; 2&#x27;)&lt;/script&gt;</p>"
    )


def test_a_whole_story():
    document = compose("ar", [paragraph("نص.")], headline="عنوان", standfirst="مقدمة", byline="كاتب")
    assert document_html(document) == (
        '<article lang="ar" dir="rtl">\n<header><h1>عنوان</h1><p>مقدمة</p><p>كاتب</p></header>\n<p>نص.</p>\n</article>'
    )
    assert document_html(compose("und", [])) == '<article dir="ltr">\n\n</article>'


def test_sentences_have_ids_when_wanted():
    document = compose("en", [paragraph("One. Two.\nThree.")])
    ids = [sentence.id for sentence in document.sentences()]
    assert content_html(document, Markup(sentence_ids=True)) == (
        f'<p><span id="{ids[0]}">One.</span> <span id="{ids[1]}">Two.</span><br><span id="{ids[2]}">Three.</span></p>'
    )


def test_marks_that_overlap_are_closed_and_opened_again():
    assert marked("abcdef", Mark(MarkKind.STRONG, 0, 4), Mark(MarkKind.EMPHASIS, 2, 6)) == (
        "<strong>ab<em>cd</em></strong><em>ef</em>"
    )


def test_the_same_mark_twice_is_one_element():
    assert marked("abc", Mark(MarkKind.STRONG, 0, 2), Mark(MarkKind.STRONG, 1, 3)) == "<strong>abc</strong>"


def test_a_link_is_never_inside_a_link():
    one, other = (Mark(MarkKind.LINK, *span, f"https://{span[0]}.example/") for span in ((0, 6), (2, 4)))
    assert marked("abcdef", one, other).count("<a ") == marked("abcdef", one, other).count("</a>") == 3


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "JAVASCRIPT:x", "data:text/html,x", "http://", "ftp://a/b", "/a"]
)
def test_no_other_link_than_web_and_mail_comes_out(href):
    assert marked("abc", Mark(MarkKind.LINK, 0, 3, href)) == "abc"


def test_links_and_languages():
    assert marked("abc", Mark(MarkKind.LINK, 0, 3, 'https://example.org/?a="b"&c=d')) == (
        '<a href="https://example.org/?a=&quot;b&quot;&amp;c=d" rel="noopener nofollow ugc">abc</a>'
    )
    assert marked("سلام", Mark(MarkKind.LANGUAGE, 0, 4, language="fa")) == '<span lang="fa" dir="rtl">سلام</span>'


def test_a_thousand_marks_stay_shallow():
    out = marked("x" * 1000, *(Mark(MarkKind.STRONG, n, 1000) for n in range(1000)))
    assert out == f"<strong>{'x' * 1000}</strong>"


def item(text, *children):
    return DraftBlock(BlockKind.ITEM, RichText(text), children)


def test_lists_nest():
    inner = DraftBlock(BlockKind.LIST, children=(item("b"),))
    assert html(DraftBlock(BlockKind.LIST, ordered=True, start=4, children=(item("a", inner),))) == (
        '<ol start="4"><li>a<ul><li>b</li></ul></li></ol>'
    )


def test_quotes_name_their_source():
    assert html(DraftBlock(BlockKind.QUOTE, RichText("Ada"), (paragraph("Words."),))) == (
        "<blockquote><p>Words.</p><footer>Ada</footer></blockquote>"
    )
    assert html(DraftBlock(BlockKind.QUOTE, RichText("Words alone."))) == "<blockquote><p>Words alone.</p></blockquote>"


def cell(text, **fields):
    return DraftBlock(BlockKind.CELL, RichText(text), **fields)


def test_tables_have_heads_spans_and_a_caption():
    head = DraftBlock(BlockKind.ROW, children=(cell("H", level=1, columns=2),))
    row = DraftBlock(BlockKind.ROW, children=(cell("r", level=1), cell("d", rows=99999)))
    assert html(DraftBlock(BlockKind.TABLE, RichText("Cap"), (head, row))) == (
        '<table><caption>Cap</caption><thead><tr><th scope="col" colspan="2">H</th></tr></thead>'
        '<tbody><tr><th scope="row">r</th><td rowspan="65534">d</td></tr></tbody></table>'
    )


def test_figures_have_caption_and_credit():
    media = Media(MediaKind.IMAGE, "https://example.org/a.png", alt='A "b"', width=3, height=2)
    assert html(DraftBlock(BlockKind.FIGURE, RichText("Cap."), media=media, credit="C <d>")) == (
        '<figure><img src="https://example.org/a.png" alt="A &quot;b&quot;" width="3" height="2" loading="lazy">'
        "<figcaption>Cap. <small>C &lt;d&gt;</small></figcaption></figure>"
    )


def test_kept_pictures_need_an_address():
    figure = DraftBlock(BlockKind.FIGURE, media=Media(MediaKind.IMAGE, "media:a.png"))
    assert html(figure) == ""
    assert 'src="/m/a.png"' in html(figure, how=Markup(media_url=lambda name: f"/m/{name}"))
    assert html(DraftBlock(BlockKind.FIGURE, media=Media(MediaKind.IMAGE, "data:image/png,x"))) == ""


def test_embeds_are_links():
    media = Media(MediaKind.VIDEO, "https://example.org/v", title="Film")
    assert html(DraftBlock(BlockKind.EMBED, media=media)) == (
        '<figure><a href="https://example.org/v" rel="noopener nofollow ugc">Film</a></figure>'
    )


def test_code_keeps_its_lines():
    assert html(DraftBlock(BlockKind.CODE, RichText("a <b>\n  c"))) == "<pre><code>a &lt;b&gt;\n  c</code></pre>"


def test_headings_rules_and_other_languages():
    assert html(DraftBlock(BlockKind.HEADING, RichText("H"), level=9)) == "<h6>H</h6>"
    assert html(DraftBlock(BlockKind.DIVIDER)) == "<hr>"
    assert html(DraftBlock(BlockKind.PARAGRAPH, RichText("ش"), language="fa")) == '<p lang="fa" dir="rtl">ش</p>'


def test_every_kind_has_a_rule():
    for kind in BlockKind:
        block = Block(kind, (Sentence("s1", "words"),), children=(Block(BlockKind.CELL, (Sentence("s2", "x"),)),))
        assert "words" in block_html(block) or kind in {BlockKind.DIVIDER, BlockKind.ROW}
