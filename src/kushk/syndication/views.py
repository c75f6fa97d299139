"""The addresses of podcasts: one of each publication and each dated issue."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from kushk.base.locale import INTERFACES, html_tag, message
from kushk.library import api as library
from kushk.renditions.cards import api as cards
from kushk.renditions.narration import api as narration
from kushk.syndication.podcast import Episode, Show, written

MOST_EPISODES = 100
_KEEP = "public, max-age=300"
_DAY = "public, max-age=86400"


@csrf_exempt
@require_safe
def podcast(request: HttpRequest, slug: str, day: date | None = None) -> HttpResponse:
    """Give the feed of the stories that have been spoken to their end; the worker is asked to speak the others."""
    publication = _publication(slug)
    narration.wish(publication)
    issue = _issue(publication, day) if day else None
    data = written(_show(publication, issue, request.path))
    response = HttpResponse(data, content_type="application/rss+xml; charset=utf-8")
    response["Cache-Control"] = _KEEP
    response["ETag"] = f'"{hashlib.blake2b(data, digest_size=12).hexdigest()}"'
    return response


@csrf_exempt
@require_safe
def cover(request: HttpRequest, slug: str) -> HttpResponse:  # noqa: ARG001
    """Give the square picture of a publication's podcast."""
    return HttpResponse(cards.cover(_publication(slug)), content_type="image/png", headers={"Cache-Control": _DAY})


def _publication(slug: str) -> library.Publication:
    try:
        return library.publication_by_slug(slug)
    except library.NoSuchPublication as error:
        raise Http404(str(error)) from error


def _issue(publication: library.Publication, day: date) -> library.Issue:
    found = next((issue for issue in library.issues_of(publication) if issue.date == day), None)
    if found is None:
        raise Http404("there is no such issue")
    return found


def _show(publication: library.Publication, issue: library.Issue | None, path: str) -> Show:
    name = publication.native_name or publication.name
    interface = _interface(publication.language)
    page = reverse("reader:publication", args=[interface, publication.slug])
    if issue:
        page = reverse("reader:issue", args=[interface, publication.slug, issue.date])
    return Show(
        title=f"{name} · {issue}" if issue else name,
        page=_absolute(page),
        feed=_absolute(path),
        cover=_absolute(reverse("syndication:cover", args=[publication.slug])),
        language=html_tag(publication.language),
        description=publication.description,
        licence=publication.licence,
        episodes=list(_episodes(publication, issue, interface)),
    )


def _episodes(publication: library.Publication, issue: library.Issue | None, interface: str) -> Iterator[Episode]:
    cards_of = library.publication_stories(publication, issue=issue, limit=MOST_EPISODES).cards
    for card in cards_of:
        story = library.story_by_public_id(card.public_id)
        try:
            narrated = narration.narration_of(story)
        except (library.NotPermitted, narration.NoVoice):
            continue
        timeline = narration.timeline(narrated)
        if timeline.complete and timeline.lines:
            yield _episode(story, timeline, interface)


def _episode(story: library.Story, timeline: narration.Timeline, interface: str) -> Episode:
    narrated = timeline.narrated
    tags = narration.tags_of(narrated, date=story.published_text)
    audio = narration.mp3_of(timeline, tags)
    return Episode(
        guid=story.public_id,
        title=story.headline,
        page=_absolute(reverse("reader:story-short", args=[interface, story.public_id])),
        published=story.published_at,
        summary=story.dek,
        voice=_voice(narrated, interface),
        audio=_absolute(reverse("reader:narration", args=[story.public_id, narrated.version, "mp3"])),
        size=audio.size,
        seconds=timeline.seconds,
        captions=_absolute(reverse("reader:narration", args=[story.public_id, narrated.version, "vtt"])),
        language=html_tag(narrated.language),
    )


def _voice(narrated: narration.Narrated, interface: str) -> str:
    voice = narrated.voice
    if voice.synthetic:
        return message("Synthetic voice: {voice}, {engine}", interface, voice=voice.name, engine=voice.engine)
    return message("Read by {name}", interface, name=voice.name)


def _interface(language: str) -> str:
    """Return the interface language nearest to a publication's own."""
    base = language.split("-", maxsplit=1)[0]
    return next((tag for tag in INTERFACES if base in {tag, tag.split("-")[0]}), INTERFACES[0])


def _absolute(path: str) -> str:
    return settings.STAND_URL + path
