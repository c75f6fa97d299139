"""The only door to the translations of the stand's stories. What needs no stand is in ``studio``.

::

    possible(story) -> Possible                       whether, and into which languages: cheap
    within(story, target, seconds, ...) -> Translation    as far as it is there after so long; the rest is begun
    look(story, target, ...) -> Translation           what is there now; begins nothing
    whole(story, target) -> Translation               made here and now
    review(story, target, sentence, text, reviewer) -> Unit   a person's word, in every story; unreview(...)
    propose(account, story, target, wanted, before=, text=) -> Proposal   a reader's suggestion; proposals_of(account)
    cards_of(translation, cards) -> {id: headline}    headlines of other stories that were translated along
    roster() -> Roster; memory() -> Memory; forget_engines()

Only stories whose rights allow it are translated: ``NotPermitted`` otherwise, ``NoPair`` where no engine can.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.db.models import Q

from kushk.base.options import option
from kushk.core.document import Document
from kushk.core.languages import base
from kushk.core.translated.glossary import Entry
from kushk.core.translated.pieces import Piece, is_foreign
from kushk.engines.translation.interface import NoPair, TranslationError
from kushk.library import api as library
from kushk.renditions.translation import reviewing
from kushk.renditions.translation.memory import Memory
from kushk.renditions.translation.models import GlossaryTerm, Proposal
from kushk.renditions.translation.planning import Plan
from kushk.renditions.translation.proposing import TooManyProposals, forget_proposals, proposals_of, propose
from kushk.renditions.translation.reviewing import EmptyReview, NoSuchSentence, wanted_of
from kushk.renditions.translation.roster import Roster
from kushk.renditions.translation.studio import MODELS, Limits, TranslationStudio
from kushk.renditions.translation.translation import Translation
from kushk.renditions.translation.translator import Asker, TranslationOverspent
from kushk.renditions.translation.units import Origin, Unit
from kushk.renditions.translation.works import TooManyTranslations

__all__ = [
    "EmptyReview",
    "GlossaryTerm",
    "NoPair",
    "NoSuchSentence",
    "Origin",
    "Possible",
    "Proposal",
    "TooManyProposals",
    "TooManyTranslations",
    "Translation",
    "TranslationError",
    "TranslationOverspent",
    "Unit",
    "cards_of",
    "forget_engines",
    "forget_proposals",
    "look",
    "memory",
    "possible",
    "proposals_of",
    "propose",
    "review",
    "roster",
    "unreview",
    "wanted_of",
    "whole",
    "within",
]

_CARD = "card-"
"""Begins the id of a piece that is another story's headline."""


@dataclass(frozen=True, slots=True)
class Possible:
    """Whether a story can be translated."""

    targets: tuple[str, ...] = ()
    """Into these languages, as the engines name them."""
    refused: bool = False
    """The rights forbid it."""


def possible(story: library.Story) -> Possible:
    """Tell into which languages a story can be translated."""
    if not library.permissions_of(story).translate:
        return Possible(refused=True)
    return Possible(tuple(sorted(roster().targets(story.language))))


def within(  # noqa: PLR0913 - what is translated, for whom, how long
    story: library.Story,
    target: str,
    seconds: float,
    address: str = "",
    cards: Sequence[library.StoryCard] = (),
    *,
    part: Document | None = None,
) -> Translation:
    """Return a story's translation as far as it is there after so many seconds; what is missing is begun.

    Args:
        story: the story.
        target: BCP 47 tag.
        seconds: how long to wait.
        address: of the reader, for the budget; empty for the stand's own work.
        cards: other stories whose headlines are shown beside.
        part: of the story, what the reader may have, where that is more than everybody may. Search never learns of it.

    Raises:
        NotPermitted: its rights forbid it, or it was taken down.
        NoPair: no engine translates between the languages.
    """
    plan = _plan(story, target, cards, part)
    asker = Asker(address, str(story.source_id or ""))
    shown = _studio().within(plan, _name(story, plan, part), seconds, asker)
    return shown if part is not None else _findable(story, shown)


def look(
    story: library.Story, target: str, cards: Sequence[library.StoryCard] = (), *, part: Document | None = None
) -> Translation:
    """Return what there is of a story's translation; see ``within``. Nothing is begun."""
    plan = _plan(story, target, cards, part)
    return _studio().look(plan, _name(story, plan, part))


def whole(story: library.Story, target: str) -> Translation:
    """Return a story's complete translation, made here and now for the stand itself.

    Raises:
        NotPermitted, NoPair: as ``within``.
        TranslationError: no engine could.
    """
    return _findable(story, _studio().whole(_plan(story, target, ())))


def review(story: library.Story, target: str, sentence: str, text: str, reviewer: str) -> Unit:
    """Let a person's translation of a sentence stand, in this and every other story that has the sentence.

    Raises:
        NoSuchSentence: the story has none of that id.
        EmptyReview: there is no text.
        NotPermitted, NoPair: as ``within``.
    """
    plan = _plan(story, target, (), kept_back(story))
    before = _studio().look(plan, _name(story, plan)).units.get(sentence)
    unit = reviewing.review(
        memory(), reviewing.wanted_of(plan, sentence), target, text=text, reviewer=reviewer, before=before
    )
    library.note_translations()
    _findable(story, look(story, target))
    return unit


def kept_back(story: library.Story) -> Document | None:
    """Return all of a story for those who work at the desk, None where everybody may have it anyway."""
    return library.member_document(story, "translation") if library.is_gated(story) else None


def unreview(story: library.Story, target: str, sentence: str) -> None:
    """Take people's translations of a sentence back; see ``review``."""
    plan = _plan(story, target, (), kept_back(story))
    reviewing.unreview(memory(), reviewing.wanted_of(plan, sentence))
    library.note_translations()


def cards_of(translation: Translation, cards: Sequence[library.StoryCard]) -> dict[int, str]:
    """Return the translated headlines of other stories, by the id of the story."""
    found = {card.id: translation.units.get(_CARD + card.public_id) for card in cards}
    return {pk: unit.text for pk, unit in found.items() if unit is not None and not unit.problems}


def roster() -> Roster:
    """Return the stand's engines, in the operator's order (``KUSHK_TRANSLATION``)."""
    return _studio().roster


def memory() -> Memory:
    """Return the stand's translation memory."""
    return _studio().memory


def forget_engines() -> None:
    """Drop the engines, after models have changed."""
    if _studio.cache_info().currsize:
        _studio().close()
    _studio.cache_clear()


def glossary_of(publication: library.Publication) -> tuple[Entry, ...]:
    """Return the glossary for a publication: its own terms before the stand's."""
    rows = GlossaryTerm.objects.filter(Q(publication=publication) | Q(publication=None))
    own = sorted(rows, key=lambda row: row.publication_id is None)
    first = {(row.term, row.source, row.target): row for row in reversed(own)}
    return tuple(Entry(row.term, row.rendering, row.source, row.target) for row in first.values())


def _plan(story: library.Story, target: str, cards: Sequence[library.StoryCard], part: Document | None = None) -> Plan:
    if story.state != library.StoryState.PUBLISHED or not library.permissions_of(story).translate:
        raise library.NotPermitted(form="translation")
    document = part or library.visible_document(story, "translation")
    if not is_foreign(story.language, target):
        raise NoPair(engine="", source=story.language, target=target)
    beside = [
        Piece(_CARD + card.public_id, " ".join(card.headline.split()), card.language)
        for card in cards
        if is_foreign(card.language, target)
    ]
    return _studio().plan(document, target, glossary_of(story.publication), beside)


def _name(story: library.Story, plan: Plan, part: Document | None = None) -> str:
    """Return what is the same for all who wait for one revision of a story in one language."""
    return f"{story.public_id}/{story.number}/{plan.target}" + ("/whole" if part is not None else "")


def _findable(story: library.Story, translation: Translation) -> Translation:
    """Let search find a story by the words of its translation, once that is complete."""
    if translation.complete:
        library.index_translation(story, base(translation.target), translation.document)
    return translation


@lru_cache(maxsize=1)
def _studio() -> TranslationStudio:
    limits = {"day": option("TRANSLATION_DAY"), "address": option("TRANSLATION_ADDRESS")}
    limits["source"] = option("TRANSLATION_SOURCE")
    for each in option("TRANSLATION_ENGINE_DAY"):
        name, _, characters = each.partition("=")
        limits[f"engine:{name}"] = int(characters)
    data = Path(settings.DATA)
    return TranslationStudio(data, option("TRANSLATION"), Limits(limits), data / MODELS)
