"""What stands around stories on real pages, and is not the story: residue in bylines, dates, titles and bodies."""

from __future__ import annotations

import json

import pytest

from kushk.sources.formats.errors import NoStory
from kushk.sources.formats.page import parse_page
from kushk.sources.formats.parsed import Input, ParsedStory

SENTENCE = "The ferry across the bay runs again every day, and both villages are glad of it after a hard winter."
TEXT = "".join(f"<p>{SENTENCE} That was week {number} of its new timetable.</p>" for number in range(5))
CARDS = "".join(
    f'<div><img src="/{n}.jpg" width="300"><a href="/s/{n}">Another story, number {n}</a><p>2019-09-0{n}</p></div>'
    for n in range(1, 6)
)


def page(body: str, head: str = "", url: str = "https://www.stand.example/a/b") -> ParsedStory:
    html = f"<!doctype html><html lang='en'><head>{head}</head><body>{body}</body></html>"
    return parse_page(Input(html.encode(), url=url))


def words(story: ParsedStory) -> str:
    return "\n".join(block.text for block in story.document.blocks)


@pytest.mark.parametrize(
    ("line", "byline"),
    [
        ('<p class="byline">By <a href="/users/ada">Ada Marsh</a> on Jul 04, 2014 at 11:30a</p>', "Ada Marsh"),
        ('<p class="byline">By <span class="name">Ada Marsh</span> <i>Tuesday, Aug. 17, 2010</i></p>', "Ada Marsh"),
        ('<p class="author">By Ada Marsh, Executive Editor</p>', "Ada Marsh"),
        ("<div>By Ada Marsh<br>Stand.com<br>Archive</div>", "Ada Marsh"),
        ('<div class="byline">durch Ada Marsh</div>', "Ada Marsh"),
        ('<div class="author">作者：马达 责任编辑：李四</div>', "马达"),
        ('<div class="author">作者：未知 责任编辑：李四</div>', ""),
        ('<div class="author">am 20.06.2018</div>', ""),
        ('<div class="author">Home &gt; News &gt; Ferry</div>', ""),
        ('<div class="author">Super User</div>', ""),
        ("<p>By the end of the week all was well</p>", ""),
    ],
)
def test_a_byline_is_names_and_nothing_else(line: str, byline: str):
    assert page(f"<h1>The ferry is back</h1>{line}{TEXT}").byline == byline


@pytest.mark.parametrize(
    "told", ["name, email@mail.example", "https://www.network.example/stand", "stand.example", "stand"]
)
def test_placeholders_and_the_site_itself_are_no_author(told: str):
    assert page(f"<h1>The ferry is back</h1>{TEXT}", f'<meta name="author" content="{told}">').authors == ()


@pytest.mark.parametrize(
    ("around", "published"),
    [
        ("<ul><li>The act was signed into law on August 14, 1935</li></ul>{}", ""),
        ("<div>North Coast 09:31 August 20, 2019</div>{}", "2019-08-20T09:31"),
        ('{}<div class="asset-meta">Von Christian am 03.05.2013, 11:51 | 0 Meinungen</div>', "2013-05-03T11:51"),
        ('{}<div class="submitted">Posted by rasos on 24 July 2017 - 18:55</div>', "2017-07-24T18:55"),
    ],
)
def test_a_date_comes_from_a_line_that_is_about_it(around: str, published: str):
    assert page("<h1>The ferry is back</h1>" + around.format(TEXT)).published == published


def test_a_headline_is_read_without_a_name_below_it_and_never_from_a_form():
    head = '<meta property="og:title" content="The ferry is back">'
    assert page(f"<h1><span>The ferry is back</span><br><span>Ada Marsh</span></h1>{TEXT}", head).title == (
        "The ferry is back"
    )
    form = "<form><h1>Stand newsletter</h1></form>"
    assert page(f"<h1>The ferry is back</h1>{TEXT}{form}", "<title>STAND</title>").title == "The ferry is back"


def test_a_form_around_the_whole_page_does_not_hide_its_headline():
    assert page(f"<form><h1>The ferry is back</h1>{TEXT}</form>", "<title>STAND</title>").title == "The ferry is back"


def test_a_headline_on_two_lines_stays_whole():
    head = '<meta property="og:title" content="The ferry is back">'
    shown = "<h1>The ferry is back<br>and both villages are glad of it</h1>"
    assert page(shown + TEXT, head).title == "The ferry is back and both villages are glad of it"


def test_a_page_whose_first_heading_is_its_logo_has_the_next_as_headline():
    logo = '<h1><a href="/"><img src="/logo.svg" alt=""></a></h1>'
    assert page(f"{logo}<h2>The ferry is back</h2>{TEXT}", "<title>stand.example</title>").title == "The ferry is back"


@pytest.mark.parametrize(("told", "name"), [("人民网版权所有", "人民网"), ("© 2019 The Stand", "The Stand")])
def test_a_rights_line_names_the_publication(told: str, name: str):
    assert page(f"<h1>The ferry is back</h1>{TEXT}", f'<meta name="copyright" content="{told}">').publication == name


def test_a_part_of_the_site_is_no_publication():
    assert page(f"<h1>The ferry is back</h1>{TEXT}", "<title>The ferry is back | Home</title>").publication == (
        "stand.example"
    )


def test_cards_below_a_story_are_not_its_end():
    story = page(f"<div><h1>The ferry is back</h1>{TEXT}{CARDS}</div>")
    assert "Another story" not in words(story)
    assert words(story).count(SENTENCE) == 5


def test_a_last_picture_with_its_caption_stays():
    figure = '<figure><img src="/quay.jpg" width="600"><figcaption>The quay at noon</figcaption></figure>'
    assert "The quay at noon" in words(page(f"<h1>The ferry is back</h1><article>{TEXT}{figure}</article>"))


def test_a_line_of_date_source_and_buttons_is_not_text():
    line = "<p>2019-09-09 19:32:27 字号：A- A A+ 来源：中新网</p>"
    assert "字号" not in words(page(f"<h1>The ferry is back</h1><div>{line}{TEXT}</div>"))


def test_the_hidden_rest_of_a_story_is_part_of_it():
    rest = '<div class="rest" style="display: none">' + "<p>And then the second boat came home as well.</p>" * 1 + TEXT
    story = page(f"<h1>The ferry is back</h1><article>{TEXT.replace('week', 'month')}{rest}</div></article>")
    assert "second boat came home" in words(story)


def test_a_hidden_notice_is_not():
    notice = f'<div style="display:none"><form><p>{SENTENCE} Sign here and here and here.</p><input></form></div>'
    assert "Sign here" not in words(page(f"<h1>The ferry is back</h1><article>{TEXT}{notice}</article>"))


def test_what_describes_a_film_is_no_standfirst():
    film = f'<div class="video-player"><p itemprop="description">{SENTENCE}</p></div>'
    assert page(f"<h1>The ferry is back</h1>{film}{TEXT}").document.standfirst is None


def test_a_page_drawn_by_scripts_is_read_from_its_state():
    state = {"props": {"page": {"article": {"title": "The ferry is back", "body": TEXT, "id": "a" * 600}}}}
    script = f'<script id="__NEXT_DATA__" type="application/json">{json.dumps(state)}</script>'
    story = page(f'<div id="__next"></div>{script}', '<meta property="og:title" content="The ferry is back">')
    assert words(story).count(SENTENCE) == 5


def test_an_assigned_state_of_paragraphs_is_read_and_a_broken_one_costs_nothing():
    blocks = [{"type": "text", "text": f"{SENTENCE} Part {number} of the tale."} for number in range(6)]
    title = "<title>The ferry is back</title>"
    assert "Part 5" in words(page(f"<script>window.__STATE__ = {json.dumps({'parts': blocks})};</script>", title))
    with pytest.raises(NoStory):
        page(f"<script>window.__STATE__ = {json.dumps({'parts': blocks})[:-9]}</script>", title)


def test_an_undated_page_of_links_with_a_line_of_text_is_a_front_page():
    links = "".join(f'<h3><a href="/s/{n}">A long title of the story with the number {n}</a></h3>' for n in range(99))
    with pytest.raises(NoStory):
        page(f"<div><h1>The Stand</h1><p>{SENTENCE}</p><div>{links}</div></div>")


def test_a_card_names_its_own_publication():
    cards = "".join(
        f'<li><a href="/s/{n}">Another story, number {n}</a> <span class="source">The Other Post</span></li>'
        for n in range(3)
    )
    story = page(f"<h1>The ferry is back</h1><article>{TEXT}</article><div class='related'><ul>{cards}</ul></div>")
    assert [card.publication for card in story.related] == ["The Other Post"] * 3
