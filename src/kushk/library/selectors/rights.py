"""Which part of a story may be shown: the only way to its words."""

from __future__ import annotations

from django.db.models import F

from kushk.core.document import Document
from kushk.library.cutting import UNDECIDED, Cut, visible
from kushk.library.models import Revision, Rights, Source, Story, StoryMedia, StoryState
from kushk.library.pictures import with_kept_pictures
from kushk.library.selectors.access import open_cut
from kushk.library.stored import unpacked
from kushk.library.values import Form, Permissions, RightsTerms

_NOTHING = RightsTerms(extent="link")


def terms_of(source: Source | None) -> RightsTerms | None:
    """Return the rights record of a source as terms, None when there is none."""
    if source is None:
        return None
    rights = Rights.objects.filter(source=source).first()
    return terms_from(rights) if rights is not None else None


def terms_from(rights: Rights) -> RightsTerms:
    """Return a rights row as terms."""
    return RightsTerms(**{name: getattr(rights, name) for name in RightsTerms.__slots__})


def visible_document(story: Story, form: Form = "page") -> Document:
    """Return a story's document, cut to what everybody may have of it in a form: by rights, access and state.

    Pictures that are kept have ``media:NAME`` as their ``src``; the others keep the address that the source gave,
    which no page may load.

    Raises:
        NotPermitted: the form (speech, translation, api) is not allowed at all.
    """
    return _cut_document(story, open_cut(story, terms_of_story(story)), form)


def member_document(story: Story, form: Form = "page") -> Document:
    """Return what a viewer may have of a story from whom nothing is kept back: cut by rights and state alone.

    Only ``membership`` asks for it, after it has decided that the viewer may, and the desk.

    Raises:
        NotPermitted: the form (speech, translation, api) is not allowed at all.
    """
    return _cut_document(story, Cut(terms_of_story(story)), form)


def _cut_document(story: Story, how: Cut, form: Form) -> Document:
    document = document_of(story)
    if story.state != StoryState.PUBLISHED:
        return Document(document.language, document.direction, document.headline)
    cut = visible(document, how, form)
    kept = dict(StoryMedia.objects.filter(story=story).values_list("address", "media_id"))
    return with_kept_pictures(cut, kept)


def document_of(story: Story, number: int | None = None) -> Document:
    """Return the whole document of a revision, the current one unless a number is given. Not for readers.

    Raises:
        Revision.DoesNotExist: there is no revision of that number.
    """
    revision = Revision.objects.only("document").get(story_id=story.pk, number=number or story.number)
    return unpacked(bytes(revision.document))


def current_documents(ids: list[int]) -> list[tuple[int, Document]]:
    """Return (story id, whole document) of the current revision of each story."""
    current = Revision.objects.filter(story_id__in=ids, number=F("story__number"))
    return [(pk, unpacked(bytes(document))) for pk, document in current.values_list("story_id", "document")]


def terms_of_story(story: Story) -> RightsTerms | None:
    """Return the terms under which a story is shown; uses ``story.source.rights`` when they are loaded."""
    if story.source_id is None:
        return None
    source = story.source
    try:
        return terms_from(source.rights) if source is not None else None
    except Rights.DoesNotExist:
        return None


def permissions_of(story: Story) -> Permissions:
    """Return what readers may do with a story: what is not permitted has no button."""
    terms = (terms_of_story(story) or UNDECIDED) if story.state == StoryState.PUBLISHED else _NOTHING
    return Permissions(
        full_text=terms.extent == "full",
        images=terms.images,
        translate=terms.translate,
        speak=terms.speak,
        api_reuse=terms.api_reuse,
    )
