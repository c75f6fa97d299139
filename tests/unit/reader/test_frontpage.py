"""The editor's hierarchy: who leads, who comes second, what is told in brief."""

from __future__ import annotations

from datetime import UTC, datetime

from kushk.library.api import Picture, StoryCard
from kushk.reader.frontpage import arranged

PICTURE = Picture("/media/a.webp", 3, 2)


def card(number: int, publication: int = 1, language: str = "en", picture: Picture | None = None) -> StoryCard:
    when = datetime(2026, 11, 20, 23 - number % 20, tzinfo=UTC)
    return StoryCard(number, f"id{number}", "", publication, f"p{publication}", "P", language, "#000000", "#ffffff", f"Story {number}", "", language, "ltr", 1, when, "2026-11-20", None, picture)  # fmt: skip  # noqa: E501


def test_an_empty_stand_has_an_empty_front_page():
    front = arranged([], "en", {})
    assert (front.lead, front.seconds, front.also, front.columns) == (None, (), (), ())


def test_the_newest_pictured_story_in_the_readers_language_leads():
    cards = [card(1), card(2, picture=PICTURE), card(3, 2, "ar-LB", PICTURE), card(4, 2, "ar", PICTURE)]
    assert arranged(cards, "ar", {}).lead.id == 3
    assert arranged(cards, "en", {}).lead.id == 2


def test_without_one_the_newest_picture_leads_and_without_any_the_newest_of_the_language():
    assert arranged([card(1), card(2, language="fr", picture=PICTURE)], "en", {}).lead.id == 2
    assert arranged([card(1, language="fr"), card(2), card(3)], "en", {}).lead.id == 2
    assert arranged([card(1, language="fr"), card(2, language="es")], "en", {}).lead.id == 1


def test_seconds_come_from_many_publications():
    cards = [card(1, 1), card(2, 1), card(3, 1), card(4, 2), card(5, 3)]
    front = arranged(cards, "en", {})
    assert [each.id for each in front.seconds] == [4, 5, 2]


def test_every_story_is_shown_once():
    cards = [card(number, number % 5) for number in range(1, 21)]
    front = arranged(cards, "en", {number: f"topic-{number}" for number in range(5)})
    shown = [front.lead, *front.seconds, *front.also, *(each for column in front.columns for each in column.cards)]
    assert len(shown) == len({each.id for each in shown}) == 20


def test_two_more_headlines_stand_below_the_lead_when_enough_is_left_for_the_briefs():
    cards = [card(number, number) for number in range(1, 11)]
    assert [each.id for each in arranged(cards, "en", {}).also] == [5, 6]
    assert arranged(cards[:9], "en", {}).also == ()


def test_what_has_no_topic_comes_last():
    cards = [card(number, 1 + number % 2, "en" if number % 2 == 0 else "ar") for number in range(1, 12)]
    assert [column.topic for column in arranged(cards, "en", {2: "culture"}).columns] == ["culture", ""]


def test_briefs_in_the_readers_language_come_first():
    cards = [card(number, 1) for number in range(1, 8)] + [card(9, 2, "ar")]
    cards += [card(10, 2, "ar"), card(11, 3, "ar")]
    columns = arranged(cards, "ar", {1: "local", 2: "culture", 3: "science"}).columns
    assert columns[-1].topic == "local"
    assert len(columns[-1].cards) <= 4
