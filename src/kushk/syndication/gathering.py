"""Which stories a podcast has: those of a publication or an issue that are spoken whole. Nothing is spoken here."""

from __future__ import annotations

import itertools
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field

from django.conf import settings
from django.urls import reverse

from kushk.base import locale
from kushk.base.locale import best_interface
from kushk.core.languages import direction_of
from kushk.library import api as library
from kushk.renditions.narration import api as narration
from kushk.syndication.channel import Channel, Episode

MOST_EPISODES = 100
LOOKED_AT = 300
"""Stories, the newest first, that are looked at for those which are spoken."""
_PAGE = 100
_UNKNOWN = "und"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A podcast that is asked for: of a publication, or of one of its issues."""

    publication: library.Publication
    issue: library.Issue | None = None

    @property
    def name(self) -> str:
        """Names the podcast among all of this stand; fit for a file."""
        return f"{self.publication.pk}-{self.issue.date.isoformat()}" if self.issue else str(self.publication.pk)

    @property
    def path(self) -> str:
        """Of the feed."""
        if self.issue is None:
            return reverse("syndication:podcast", args=[self.publication.slug])
        return reverse("syndication:issue-podcast", args=[self.publication.slug, self.issue.date])


@dataclass(frozen=True, slots=True)
class Gathered:
    """A podcast as it can be heard now."""

    channel: Channel
    complete: bool
    """Whether no story waits to be spoken."""


@dataclass
class Planned:
    """What is known of stories as of one version of their publication, so that no document is read twice."""

    most: int = 1_000
    _kept: OrderedDict[tuple[int, str], Episode | narration.Narrated | None] = field(default_factory=OrderedDict)

    def of(self, public_id: str, version: int | None) -> Episode | narration.Narrated | None:
        """Return a story's episode; how it is to be spoken while that is not done; None where it cannot be."""
        key = (version or 0, public_id)
        known = self._kept.get(key) if version else None
        if version and key in self._kept and not isinstance(known, narration.Narrated):
            return known
        found = _episode(library.story_by_public_id(public_id), known)
        if version:
            self._kept[key] = found
            while len(self._kept) > self.most:
                self._kept.popitem(last=False)
        return found


def gathered(wanted: Wanted, planned: Planned, version: int | None) -> Gathered:
    """Return a podcast as it can be heard now.

    Args:
        wanted: which one.
        planned: what is known already.
        version: of the publication's data; None where it cannot be told, then nothing is taken from ``planned``.
    """
    episodes: list[Episode] = []
    complete = True
    for card in _cards(wanted):
        if len(episodes) == MOST_EPISODES:
            break
        found = planned.of(card.public_id, version)
        if isinstance(found, Episode):
            episodes.append(found)
        elif found is not None:
            complete = False
    return Gathered(_channel(wanted, tuple(episodes)), complete)


def absolute(path: str) -> str:
    """Return the public address of a path of the stand."""
    return f"{settings.STAND_URL}{path}"


def _cards(wanted: Wanted) -> Iterator[library.StoryCard]:
    return itertools.islice(_all_cards(wanted), LOOKED_AT)


def _all_cards(wanted: Wanted) -> Iterator[library.StoryCard]:
    cursor = ""
    while True:
        page = library.publication_stories(wanted.publication, issue=wanted.issue, cursor=cursor, limit=_PAGE)
        yield from page.cards
        cursor = page.next
        if not cursor:
            return


def _episode(story: library.Story, known: Episode | narration.Narrated | None) -> Episode | narration.Narrated | None:
    try:
        narrated = known if isinstance(known, narration.Narrated) else narration.narration_of(story)
    except (library.NotPermitted, narration.NoVoice):
        return None
    timeline = narration.timeline(narrated)
    if not timeline.lines or not timeline.complete:
        return narrated
    file = narration.mp3_of(timeline, narration.tags_of(narrated, date=story.published_text))
    interface = best_interface(story.language)
    return Episode(
        guid=story.public_id,
        title=story.headline or story.public_id,
        page=absolute(_story_path(interface, story)),
        published=story.published_at,
        language=story.language,
        direction=story.direction,
        summary=story.dek,
        byline=story.byline,
        audio=absolute(reverse("reader:narration", args=[story.public_id, narrated.version, "mp3"])),
        captions=absolute(reverse("reader:narration", args=[story.public_id, narrated.version, "vtt"])),
        size=file.size,
        seconds=file.seconds,
        voice=_said(narrated, interface),
        synthetic=narrated.voice.synthetic,
    )


def _story_path(interface: str, story: library.Story) -> str:
    if story.slug:
        return reverse("reader:story", args=[interface, story.public_id, story.slug])
    return reverse("reader:story-short", args=[interface, story.public_id])


def _said(narrated: narration.Narrated, interface: str) -> str:
    voice = narrated.voice
    if voice.synthetic:
        return locale.message("Synthetic voice: {voice}, {engine}", interface, voice=voice.name, engine=voice.engine)
    return locale.message("Read by {name}", interface, name=voice.name)


def _channel(wanted: Wanted, episodes: tuple[Episode, ...]) -> Channel:
    publication, issue = wanted.publication, wanted.issue
    name = publication.native_name or publication.name
    language = publication.language
    if language == _UNKNOWN:
        language = next((each.language for each in episodes if each.language != _UNKNOWN), "")
    interface = best_interface(language)
    page = ["reader:publication", interface, publication.slug]
    if issue is not None:
        page = ["reader:issue", interface, publication.slug, issue.date.isoformat()]
    return Channel(
        address=absolute(wanted.path),
        page=absolute(reverse(page[0], args=page[1:])),
        cover=absolute(reverse("syndication:cover", args=[publication.slug])),
        title=f"{name} · {issue.title or locale.date(issue.date, language or interface)}" if issue else name,
        author=name,
        description=publication.description or name,
        language=language,
        direction=direction_of(language) if language else "ltr",
        licence=publication.licence,
        episodes=episodes,
    )
