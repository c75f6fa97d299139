"""Who may read to the end: decided for a publication, a section or one story."""

from __future__ import annotations

from datetime import datetime

from django.db.models import Q

from kushk.library.models import Access, Publication, Related, SearchText, Section, Story
from kushk.library.services.refresh import refresh_stories


def set_access(what: Publication | Section | Story, access: Access | str, *, preview: int | None = None) -> None:
    """Decide who may read stories to their end, and cut cards and search text again to match.

    Pages obey at once, since each asks ``visible_document``; lists and search follow, some stories a transaction.

    Args:
        what: all stories of a publication or section for which nothing else is said, or one story.
        access: for whom; empty, for a section or a story, as the whole has it.
        preview: percent of the text that everybody may read, of a publication's stories.
    """
    what.access = Access(access) if access else ""
    fields = ["access"]
    if preview is not None and isinstance(what, Publication):
        what.preview = preview
        fields.append("preview")
    what.full_clean(validate_unique=False, validate_constraints=False)
    what.save(update_fields=fields)
    refresh_access(what)


def embargo_story(story: Story, until: datetime | None) -> None:
    """Hold a story back for members until a moment, or no longer."""
    story.members_until = until
    story.save(update_fields=["members_until"])
    refresh_access(story)


def open_embargoed(now: datetime) -> int:
    """Open the stories that were held back for members until a moment that has come; return how many."""
    due = list(Story.objects.filter(members_until__lte=now))
    for story in due:
        embargo_story(story, None)
    return len(due)


def refresh_access(what: Publication | Section | Story) -> None:
    """Cut again what lists and search keep of the stories concerned, after somebody changed who may read them."""
    if isinstance(what, Story):
        stories = Story.objects.filter(pk=what.pk)
    elif isinstance(what, Section):
        stories = Story.objects.filter(section=what)
    else:
        stories = Story.objects.filter(publication=what)
    # translations of what was open before stay findable by nobody; they come back with the next reader
    SearchText.objects.filter(story__in=stories).exclude(translated="").update(translated="")
    # whom two stories both name may stand in what was open before; it is found again when they are related anew
    Related.objects.filter(Q(story__in=stories) | Q(other__in=stories)).update(names=[])
    refresh_stories(stories)
