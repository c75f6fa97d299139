"""Stories: fronts, lists, one by its id, and what stands beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.db import connection
from django.db.models import Q

from kushk.core.diff import Change, diff
from kushk.core.document import Document
from kushk.library.cutting import Cut, visible
from kushk.library.errors import NoSuchStory
from kushk.library.identity import link_key
from kushk.library.links import names_one_page
from kushk.library.models import (
    Issue,
    Media,
    Publication,
    Related,
    Revision,
    Section,
    Story,
    StoryKey,
    StoryMedia,
)
from kushk.library.pictures import KEPT, kept_names, picture_addresses
from kushk.library.selectors.access import open_cut
from kushk.library.selectors.cards import (
    LISTED,
    after_cursor,
    cards_by_id,
    cards_of,
    page_of,
    picture_of,
    publication_card,
)
from kushk.library.selectors.publications import matching
from kushk.library.selectors.rights import document_of, terms_of_story
from kushk.library.values import CardPage, Neighbours, Picture, Reasoned, Shelf

_FAR = "9999-12-31 23:59:59"
_NEWEST_OF_EACH = """
    SELECT story.id FROM library_publication AS publication JOIN library_story AS story ON story.id IN (
        SELECT id FROM library_story WHERE publication_id = publication.id AND listed_at <= %s
        ORDER BY listed_at DESC, id DESC LIMIT %s)
    WHERE publication.id IN ({places})
"""


def front(
    *, language: str = "", country: str = "", topic: str = "", publications: int = 24, each: int = 3
) -> list[Shelf]:
    """Return the publications whose stories are newest, each with its newest stories."""
    wanted = matching(language, country, topic).filter(latest_at__isnull=False).order_by("-latest_at")
    shelved = list(wanted[:publications])
    ids = _newest_of_each([publication.pk for publication in shelved], each)
    shelves = defaultdict(list)
    for card in cards_of(Story.objects.filter(LISTED, pk__in=ids).order_by("-listed_at", "-pk")):
        shelves[card.publication_id].append(card)
    return [Shelf(publication_card(publication), tuple(shelves[publication.pk])) for publication in shelved]


def newest_stories(
    *, language: str = "", country: str = "", topic: str = "", cursor: str = "", limit: int = 20
) -> CardPage:
    """Return the newest stories in a language, of publications of a country and topic; empty means any."""
    stories = Story.objects.all()
    if country or topic:
        wanted = list(matching("", country, topic).filter(latest_at__isnull=False).values_list("pk", flat=True))
        moment = after_cursor(cursor)
        reach = limit + 1 if not language else _DEEP
        stories = stories.filter(pk__in=_newest_of_each(wanted, reach, str(moment[0]) if moment else _FAR))
    if language:
        stories = stories.filter(base_language=language)
    return page_of(stories, cursor, limit)


_DEEP = 200
"""How many stories of each publication are looked at for one language, when a country or topic is asked for too."""


def _newest_of_each(publications: Sequence[int], each: int, until: str = _FAR) -> list[int]:
    """Return the ids of the newest listed stories of each publication: index look-ups, however many it holds."""
    if not publications:
        return []
    statement = _NEWEST_OF_EACH.format(places=", ".join(["%s"] * len(publications)))
    with connection.cursor() as cursor:
        cursor.execute(statement, [until, each, *publications])
        return [pk for (pk,) in cursor.fetchall()]


def publication_stories(
    publication: Publication,
    *,
    section: Section | None = None,
    issue: Issue | None = None,
    cursor: str = "",
    limit: int = 20,
) -> CardPage:
    """Return a publication's stories, newest first: all, or those of one section or issue."""
    if section is not None:
        return page_of(Story.objects.filter(section=section), cursor, limit)
    if issue is not None:
        return page_of(Story.objects.filter(issue=issue), cursor, limit)
    return page_of(Story.objects.filter(publication=publication), cursor, limit)


def story_by_public_id(public_id: str) -> Story:
    """Return a story in any state, with publication, section, issue, source, rights and picture.

    Raises:
        NoSuchStory: there is none of that id.
    """
    related = ("publication", "section", "issue", "source__rights", "picture")
    try:
        return Story.objects.select_related(*related).get(public_id=public_id)
    except Story.DoesNotExist:
        raise NoSuchStory(id=public_id) from None


def more_stories(story: Story, limit: int = 6) -> tuple[Reasoned, ...]:
    """Return what stands below a story: related ones as last reckoned, then the latest of its publication."""
    rows = list(Related.objects.filter(story=story).order_by("rank")[:limit])
    cards = cards_by_id(row.other_id for row in rows)
    related = [
        Reasoned(cards[row.other_id], "people" if row.names else "topic", tuple(row.names))
        for row in rows
        if row.other_id in cards
    ]
    others = Story.objects.filter(publication_id=story.publication_id).exclude(pk=story.pk)
    latest = page_of(others, "", limit + len(related)).cards
    fresh = [Reasoned(card, "latest") for card in latest if card.id not in cards]
    return tuple([*related[: max(_LEAST_RELATED, limit - len(fresh))], *fresh][:limit])


_LEAST_RELATED = 4
"""Related stories below a story, when there are as many, before the latest ones get their places."""


def neighbours(story: Story) -> Neighbours:
    """Return the stories that a reader turns to from one, in the order of its issue, newest first."""
    if story.listed_at is None:
        return Neighbours()
    beside = {"issue_id": story.issue_id} if story.issue_id else {"publication_id": story.publication_id}
    listed = Story.objects.filter(LISTED, **beside)
    at = story.listed_at
    newer = listed.filter(Q(listed_at__gt=at) | Q(listed_at=at, pk__gt=story.pk), listed_at__gte=at)
    older = listed.filter(Q(listed_at__lt=at) | Q(listed_at=at, pk__lt=story.pk), listed_at__lte=at)
    before = cards_of(newer.order_by("listed_at", "pk")[:1])
    after = cards_of(older.order_by("-listed_at", "-pk")[:1])
    return Neighbours(before[0] if before else None, after[0] if after else None)


def known_stories(publication: Publication, urls: Sequence[str]) -> dict[str, Story]:
    """Return those of these links under which a publication has a story already."""
    keys = {link_key(publication, url): url for url in urls if names_one_page(url)}
    found = StoryKey.objects.filter(key__in=keys).select_related("story")
    return {keys[row.key]: row.story for row in found}


def revisions_of(story: Story) -> list[Revision]:
    """Return every revision of a story, newest first, without their documents."""
    return list(Revision.objects.filter(story=story).defer("document").order_by("-number"))


def diff_of(story: Story, a: int, b: int) -> tuple[Change, ...]:
    """Return what changed between two revisions, as ``core.diff`` says it, cut to what readers may see.

    The whole of both is compared: a sentence that slid behind the wall, or from behind it, did not change.
    """
    terms = terms_of_story(story)
    whole, cut = Cut(terms), open_cut(story, terms)
    before, after = (document_of(story, number) for number in (a, b))
    changes = diff(visible(before, whole), visible(after, whole))
    if cut == whole:
        return changes
    current = document_of(story)
    kept_back = _ids(current) - _ids(visible(current, cut))
    seen_before, seen_after = (_ids(visible(each, cut)) - kept_back for each in (before, after))
    return tuple(
        change
        for change in changes
        if (change.old is None or change.old.id in seen_before) and (change.new is None or change.new.id in seen_after)
    )


def _ids(document: Document) -> set[str]:
    return {sentence.id for sentence in document.sentences()}


def pictures_wanted(story: Story) -> list[str]:
    """Return the addresses of a story's pictures that may be shown and are not kept yet, the lead picture first."""
    terms = terms_of_story(story)
    if terms is None or not terms.images:
        return []
    lead = [story.picture_address] if story.picture_address and not story.picture_address.startswith(KEPT) else []
    kept = set(StoryMedia.objects.filter(story=story).values_list("address", flat=True))
    wanted = dict.fromkeys([*lead, *picture_addresses(visible(document_of(story), Cut(terms)))])
    return [address for address in wanted if address not in kept]


def pictures_of(document: Document) -> dict[str, Picture]:
    """Return the kept pictures that a visible document names, by their ``media:NAME``."""
    names = set(kept_names(document))
    return {KEPT + name: picture_of(media) for name, media in Media.objects.in_bulk(names).items()} if names else {}
