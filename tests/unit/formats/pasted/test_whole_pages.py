# ruff: noqa: E501 - whole lines of pages
"""A whole page copied with everything around the story: its run is found, its headline above, its end below."""

import pytest

from kushk.sources.formats.pasted import parse_pasted
from kushk.sources.formats.pasted.run import _runs

MENU = ["Riverside Observer", "Home", "News", "Ferry times", "Allotments", "Lost and found", "Weather 14°C", "Log in"]
TICKER = ["Baker wins prize for rye loaf", "Bus 9 will turn at the mill again", "School choir sings in the harbour"]
HEADLINE = "Old ferry will carry passengers across the river again"
BODY = [
    "The old ferry, tied up since the flood of nine years ago, will carry passengers across the river from next spring, the harbour office said on Monday.",
    "Carpenters have replaced half of its planks, and a battery now stands where the engine was. A crossing takes four minutes, twice as long as before.",
    "“We missed its bell,” said a teacher who lives on the far bank. She used to cross every morning, and has driven eleven miles round by the bridge ever since.",
    "Tickets will cost as much as a bus ride, and schoolchildren travel free. The office asks for volunteers who want to learn how to steer.",
]
COMMENTS = [
    "3 Comments", "Sort by newest", "otter_man", "May 4, 2024 at 9:12 am", "I have waited for this for years and years, and now I hope that it will stop on both banks at night as well.",
    "Reply", "Report", "Lena K.", "May 4, 2024 at 10:40 am", "Eleven miles is what I drive as well, every single day of the week, and petrol does not get any cheaper, does it.",
    "Reply", "Report", "willow", "May 5, 2024 at 7:01 am", "Who pays for the battery? Nobody asked us, and the old engine was perfectly good if you ask me, which nobody did.", "Reply", "Report",
]  # fmt: skip
TEASERS = [
    "You may have missed", "Beekeepers move their hives to the station roof", "Who painted the lighthouse door?",
    "Market will open an hour earlier in summer", "The mill cat has a name at last", "Five walks for a rainy Sunday",
]  # fmt: skip
FOOT = ["Contact", "Imprint", "Riverside Observer is printed on the river bank", "© 2024 Riverside Observer"]


def page(*, front=(), middle=(), after=(), body=BODY, joined="\n"):
    lines = [*MENU, *TICKER, *front, *body[:2], *middle, *body[2:], *after, *FOOT]
    return parse_pasted(joined.join(lines))


FRONT = [HEADLINE, "By Ana Morrow", "May 3, 2024", "12 shares"]


@pytest.mark.parametrize("joined", ["\n", "\n\n", "  \n", "\r\n", " \n\u200f"])
def test_the_story_is_cut_out_of_its_page(joined):
    story = page(front=FRONT, after=TEASERS, joined=joined)
    assert story.title == HEADLINE
    assert (story.byline, story.published) == ("Ana Morrow", "2024-05-03")
    assert story.document.paragraphs == tuple(BODY)


@pytest.mark.parametrize(
    "link", ["[{}](https://river.example/a?b=1)", "{} (https://river.example/a)", "{} <https://r.example>"]
)
def test_links_that_became_text_lose_their_addresses(link):
    linked = [link.format(line) for line in [*MENU, *TICKER, HEADLINE]]
    story = parse_pasted("\n".join([*linked, *FRONT[1:], *BODY, *map(link.format, TEASERS), *FOOT]))
    assert story.title == HEADLINE
    assert story.document.paragraphs == tuple(BODY)


def test_one_address_in_brackets_is_the_author_s():
    line = "The list of crossings (https://river.example/times) hangs at the mill, the harbour office said, and it is long."
    assert parse_pasted("\n".join([*BODY, line])).document.paragraphs[-1] == line


def test_what_readers_wrote_is_no_part_of_the_story():
    assert page(front=FRONT, after=[*COMMENTS, *TEASERS]).document.paragraphs == tuple(BODY)


def test_a_box_in_the_middle_does_not_end_the_story():
    box = ["Most shared", *TEASERS[1:], "Sign up to our letter", "Your address"]
    assert page(front=FRONT, middle=box).document.paragraphs[-2:] == tuple(BODY[2:])


def test_a_caption_below_the_headline_is_no_headline():
    story = page(
        front=[HEADLINE, "May 3, 2024", "The old ferry at the harbour office, where passengers wait", "Photo: Jo Reed"]
    )
    assert story.title == HEADLINE
    assert story.document.paragraphs == tuple(BODY)


def test_of_a_headline_and_a_standfirst_the_upper_is_the_headline():
    deck = "Carpenters replaced the planks and a battery stands where the engine was"
    story = page(front=[HEADLINE, deck, "By Ana Morrow", "May 3, 2024"])
    assert story.title == HEADLINE
    assert story.document.standfirst.text == deck


def test_a_ticker_above_is_not_taken_for_the_headline_when_there_is_no_date():
    assert page(front=[HEADLINE], after=TEASERS).title == HEADLINE


def test_the_date_of_the_story_comes_before_the_date_of_the_day():
    lines = ["Saturday, June 8, 2024", *MENU, *TICKER, *FRONT, *BODY, *TEASERS, *FOOT]
    assert parse_pasted("\n".join(lines)).published == "2024-05-03"


def test_a_date_among_other_words_is_read():
    assert page(front=[HEADLINE, "Posted May 3, 2024 in Harbour and River by the night desk"]).published == "2024-05-03"


def test_subheads_and_lists_inside_the_story_stay():
    listed = ["- Monday to Friday from six", "- Saturday from eight", "- Sunday not at all"]
    story = page(front=FRONT, middle=["When it goes", *listed])
    assert story.document.paragraphs[:2] == tuple(BODY[:2])
    assert [line.removeprefix("- ") for line in listed] == [
        text for text in story.document.text.split("\n") if text in {line.removeprefix("- ") for line in listed}
    ]


def test_a_story_without_a_page_keeps_what_a_page_would_lose():
    closing = ["Where to find it", "Far bank: at the mill", "Near bank: at the harbour", "Ring the bell twice"]
    story = parse_pasted("\n\n".join([HEADLINE, *BODY, *closing]))
    assert story.title == HEADLINE
    assert set(closing) <= set(story.document.text.split("\n"))


def test_readers_wrote_more_than_the_reporter():
    many = [line for _ in range(6) for line in COMMENTS[2:]]
    assert page(front=FRONT, after=["28 Comments", *many]).document.paragraphs == tuple(BODY)


def test_reading_times_in_an_unknown_language_are_learnt_from_the_page():
    cards = [line for at, title in enumerate(TEASERS[1:], 2) for line in (title, f"{at} minutoj", "2024-05-01")]
    story = page(front=FRONT, after=["Pli da rakontoj", *cards])
    assert [(card.title, card.minutes) for card in story.related] == [(t, n) for n, t in enumerate(TEASERS[1:], 2)]


def test_paragraphs_go_on_after_short_lines_that_cost_as_much_as_the_first_were_worth():
    notes = ["The bell", "It hangs at the bow", "A smith cast it", "Its rope is new", "Four stops", "Mill and harbour"]
    body = [*BODY[:2], *notes, BODY[2], *reversed(notes), "Nothing else", BODY[3]]
    story = parse_pasted("\n".join([*MENU, *TICKER, *FRONT, *body, *FOOT]))
    assert set(BODY) <= set(story.document.paragraphs)


def test_the_search_for_paragraphs_goes_on_right_behind_the_best_place_of_a_run():
    found = [(run.start, run.end) for run in _runs([5.0, -2.0, 1.0, -10.0, 4.0])]
    assert found == [(0, 1), (2, 3), (4, 5)]
