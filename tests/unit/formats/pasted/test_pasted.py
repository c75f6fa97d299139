# ruff: noqa: E501 - whole lines of pages
"""What is kept, what is set apart and what is dropped of a pasted page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kushk.core.document import BlockKind
from kushk.sources.formats.errors import FormatError
from kushk.sources.formats.pasted import parse_pasted
from kushk.sources.formats.pasted.minutes import minutes_of

LEDE = "The council agreed on Monday to plant two thousand trees along the river before the winter comes. Work begins soon."
MORE = (
    "Each street may choose its own trees, the council said. People who live there will water them in the first summer."
)
LAST = "Not everybody is glad of it. Some shops fear for the places where their customers leave their cars today, they said."


def kinds(story):
    return [block.kind for block in story.document.blocks]


def test_a_text_alone_is_kept_whole():
    story = parse_pasted(f"{LEDE}\n\n{MORE}\n\n{LAST}")
    assert story.title == ""
    assert story.document.paragraphs == (LEDE, MORE, LAST)
    assert story.warnings == ()


def test_one_line_is_a_headline_and_one_sentence_a_paragraph():
    assert parse_pasted("Trees for the river").title == "Trees for the river"
    assert parse_pasted(LEDE).document.paragraphs == (LEDE,)


def test_a_poem_keeps_every_line_even_one_that_comes_twice():
    lines = ["I walked alone", "beneath the moon", "and heard the sea", "I walked alone", "sing out of tune"]
    assert parse_pasted("\n".join(lines)).document.paragraphs == tuple(lines)


def test_headings_lists_and_quotes_are_seen_where_they_are_marked():
    story = parse_pasted(
        f"# Trees for the river\n\n{LEDE}\n\n## The plan\n\n- oaks\n- limes\n\n> We waited.\n\n1. dig\n2. plant"
    )
    assert story.title == "Trees for the river"
    assert kinds(story) == [
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.LIST,
        BlockKind.QUOTE,
        BlockKind.LIST,
    ]
    assert story.document.paragraphs[-2:] == ("dig", "plant")


def test_captions_and_pointers_to_other_stories_are_no_body():
    story = parse_pasted(
        f"Trees for the river bank\nBy Ana Morrow\nMay 3, 2024 | 4 min read\nPhoto: Jo Reed/AFP\n{LEDE}\n"
        f"Also read: Why the river is low\n{MORE}\nAdvertisement\n{LAST}\nShare\n© 2024 The Herald. All rights reserved."
    )
    assert story.title == "Trees for the river bank"
    assert (story.byline, story.authors, story.published) == ("Ana Morrow", ("Ana Morrow",), "2024-05-03")
    assert story.document.paragraphs == (LEDE, MORE, LAST)
    assert [card.title for card in story.related] == ["Why the river is low"]
    assert [attachment.caption for attachment in story.attachments] == ["Photo: Jo Reed/AFP"]
    assert [warning.code for warning in story.warnings] == ["interface-dropped"]


def test_an_edition_line_names_publication_and_closes_the_body():
    story = parse_pasted(
        f"Trees for the river bank\n{LEDE}\n{MORE}\n{LAST}\n"
        "This story is from the June 12, 2025 edition of The Herald.\n"
        "Subscribe to GOLD to access thousands of curated premium stories and magazines.\nAlready a subscriber? Sign In"
    )
    assert story.publication == "The Herald"
    assert story.document.paragraphs == (LEDE, MORE, LAST)


@pytest.mark.parametrize(
    ("line", "minutes"),
    [
        ("1 mins", 1), ("5 min read", 5), ("Reading time: 7 minutes", 7), ("٣ دقائق", 3), ("دقيقتان", 2), ("阅读时间：5分钟", 5),
        ("約6分で読めます", 6), ("4분 읽기", 4), ("Lesezeit: 8 Min.", 8), ("dakika 5", 5), ("Время чтения: 3 мин", 3),
        ("Tempo de leitura: 9 min", 9), ("5 minutes ago", None), ("5 minutes of fame", None), ("12:30", None),
    ],
)  # fmt: skip
def test_reading_times(line, minutes):
    assert minutes_of(line) == minutes


@given(st.lists(st.text(max_size=60), max_size=12), st.sampled_from(["\n", "\r\n", "\u2028", "\r"]))
def test_no_text_makes_it_fail_otherwise_than_by_its_own_errors(lines, ending):
    try:
        story = parse_pasted(ending.join(lines))
    except FormatError:
        return
    assert story.format == "text"


@given(st.lists(st.sampled_from([LEDE, MORE, LAST]), min_size=1, max_size=3, unique=True))
def test_paragraphs_are_never_lost_nor_reordered(paragraphs):
    assert parse_pasted("\n".join(paragraphs)).document.paragraphs == tuple(paragraphs)


def test_a_pointer_in_the_middle_takes_its_title_and_not_the_next_paragraph():
    story = parse_pasted(
        f"Trees for the river bank\nBy Ana Morrow\n{LEDE}\n{MORE}\nRelated article\nA lake that comes and goes\n{LAST}"
    )
    assert story.document.paragraphs == (LEDE, MORE, LAST)
    assert [card.title for card in story.related] == ["A lake that comes and goes"]


def test_a_titled_poem_keeps_its_lines():
    lines = [
        "Under the bridge the night train goes,",
        "with sleeping men and folded clothes,",
        "and nobody knows where.",
    ]
    story = parse_pasted("The Night Train\n\n" + "\n".join(lines))
    assert story.title == "The Night Train"
    assert story.document.paragraphs == tuple(lines)


def test_a_reporter_behind_the_story_is_its_byline():
    body = "서울시가 겨울이 오기 전에 강변에 나무 이천 그루를 심기로 했다고 월요일 밝혔다. 작업은 곧 시작되고 봄까지 이어진다."
    story = parse_pasted(
        f"한강변에 나무 심는다\n입력 2024.05.03. 오후 2:20\n{body}\n홍길동 기자 hong@example.com\nCopyright ⓒ 해안일보."
    )
    assert (story.title, story.published, story.byline) == ("한강변에 나무 심는다", "2024-05-03T14:20", "홍길동")
    assert story.document.paragraphs == (body,)
