"""More stories: about the same, in the same language, no copies; and the latest of the publication."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from tests.functional.library.conftest import NOW, arriving

from kushk.library.api import (
    FULL_RIGHTS,
    Publication,
    Story,
    StoryCard,
    add_publication,
    add_source,
    more_stories,
    neighbours,
    relate_story,
    set_access,
    set_rights,
    store_stories,
)

Keep = Callable[..., Story]
FILLER = "People said many things about it and some of them were there on the day. "


def fill(keep: Keep, count: int = 30) -> None:
    for number in range(count):
        keep(f"Item {number}", FILLER + f"Number{number} happened.")


def related(story: Story) -> list[str]:
    relate_story(story)
    return [card.headline for card in beside(story)]


def beside(story: Story) -> list[StoryCard]:
    return [each.card for each in more_stories(story) if each.reason != "latest"]


def latest(story: Story, limit: int = 6) -> list[StoryCard]:
    return [each.card for each in more_stories(story, limit) if each.reason == "latest"]


def test_stories_that_share_rare_words_are_related_and_the_nearest_comes_first(keep: Keep) -> None:
    fill(keep)
    keep("Glacier shrinks", FILLER + "The Aletsch glacier lost ice this summer, Bauder measured.")
    keep("Summer on the Aletsch", FILLER + "A walk along the glacier in summer.")
    story = keep("Aletsch glacier melts faster", FILLER + "Bauder measured the ice of the glacier again.")
    assert related(story) == ["Glacier shrinks", "Summer on the Aletsch"]


def test_a_story_that_shares_nothing_rare_has_none(keep: Keep) -> None:
    fill(keep)
    assert related(keep("Bread", FILLER + "Sourdough needs patience.")) == []


def test_copies_of_a_story_are_not_related_to_it(keep: Keep) -> None:
    fill(keep)
    text = FILLER + "The Aletsch glacier lost ice this summer, Bauder measured with his drone."
    other = add_publication("Beacon")
    source, _ = add_source(other, "https://beacon.example/feed")
    set_rights(source, replace(FULL_RIGHTS, evidence="ours"))
    store_stories(other, source, [arriving("Aletsch glacier shrinks", text, guid="w")], now=NOW)
    keep("Drone over the Aletsch", FILLER + "Bauder flew a drone and saw the glacier.")
    story = keep("Aletsch glacier shrinks", text)
    assert related(story) == ["Drone over the Aletsch"]


def test_other_languages_are_not_related(keep: Keep) -> None:
    fill(keep)
    keep("Gletscher Aletsch Bauder", "Aletsch Bauder Drone glacier", language="de")
    assert related(keep("Aletsch glacier", FILLER + "Bauder flew a drone.")) == []


def test_stories_without_spaces_are_related_too(keep: Keep) -> None:
    for number in range(20):
        keep(f"消息{number}", f"今天发生了第{number}件事情，大家都说很好。", language="zh")
    keep("冰川融化", "阿莱奇冰川今年夏天融化得很快，科学家说。", language="zh")
    assert related(keep("阿莱奇冰川缩小", "科学家测量了阿莱奇冰川的融化情况。", language="zh")) == ["冰川融化"]


def test_the_latest_of_the_publication_stand_beside_and_never_twice(keep: Keep, publication: Publication) -> None:
    fill(keep, 9)
    first = keep("Glacier shrinks", FILLER + "The Aletsch glacier lost ice, Bauder measured.")
    story = keep("Aletsch glacier melts", FILLER + "Bauder measured the glacier again.")
    relate_story(story)
    assert [card.id for card in beside(story)] == [first.pk]
    newest = latest(story, limit=4)
    assert len(newest) == 3
    assert not {story.pk, first.pk} & {card.id for card in newest}


def test_reckoning_again_replaces_what_was_there(keep: Keep) -> None:
    fill(keep)
    keep("Glacier shrinks", FILLER + "The Aletsch glacier lost ice, Bauder measured.")
    story = keep("Aletsch glacier melts", FILLER + "Bauder measured the glacier again.")
    assert relate_story(story) == relate_story(story) == 1


def test_an_elder_story_leads_to_what_came_of_it(keep: Keep) -> None:
    fill(keep)
    elder = keep("Glacier shrinks", FILLER + "The Aletsch glacier lost ice, Bauder measured.")
    relate_story(elder)
    assert beside(elder) == []
    later = keep("Aletsch glacier melts", FILLER + "Bauder measured the glacier again.")
    relate_story(later)
    relate_story(later)
    assert [card.id for card in beside(elder)] == [later.pk]


def test_people_whom_both_stories_name_are_the_reason(keep: Keep) -> None:
    fill(keep)
    keep(
        "Glacier shrinks",
        FILLER + "With a drill and two students Andreas Bauder measured the Aletsch. Too thin, Bauder said.",
    )
    story = keep("Aletsch melts", "Nobody expected snow in June, least of all Andreas Bauder on his glacier.")
    relate_story(story)
    assert [(each.reason, each.names) for each in more_stories(story)][:1] == [("people", ("Andreas Bauder",))]


@pytest.mark.parametrize("closed", ["elder", "story"])
def test_whom_a_story_names_is_not_told_once_it_is_for_members(keep: Keep, closed: str) -> None:
    fill(keep)
    elder = keep(
        "Glacier shrinks",
        FILLER + "With a drill and two students Andreas Bauder measured the Aletsch. Too thin, Bauder said.",
    )
    story = keep("Aletsch melts", "Nobody expected snow in June, least of all Andreas Bauder on his glacier.")
    relate_story(story)
    set_access({"elder": elder, "story": story}[closed], "members")
    assert not any(each.names for each in more_stories(story))
    relate_story(story)
    assert not any(each.names for each in more_stories(story)), "nor when they are related anew"


def test_the_neighbours_of_a_story_are_those_of_its_list(keep: Keep) -> None:
    kept = [keep(f"Story {number}", FILLER) for number in range(3)]
    order = sorted(kept, key=lambda story: (story.listed_at, story.pk), reverse=True)
    between = neighbours(order[1])
    assert (between.previous.id, between.next.id) == (order[0].pk, order[2].pk)
    assert neighbours(order[0]).previous is None
    assert neighbours(order[2]).next is None
