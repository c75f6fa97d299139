"""A person's word: a corrected sentence enters the memory and stands in every story that has it."""

from __future__ import annotations

from dataclasses import replace

from kushk.core.errors import KushkError
from kushk.renditions.translation.memory import Memory
from kushk.renditions.translation.planning import Plan, Wanted
from kushk.renditions.translation.rendering import now_text, spans_in
from kushk.renditions.translation.units import PERSON, Origin, Unit, reviewed_key


class NoSuchSentence(KushkError):
    """The story has no such sentence, or no longer."""

    code = "no-sentence-to-translate"
    words = "This story has no sentence “{sentence}” that is translated, or no longer."


class EmptyReview(KushkError):
    """Nothing was written."""

    code = "empty-translation"
    words = "A translation cannot be empty."


def wanted_of(plan: Plan, sentence: str) -> Wanted:
    """Return what is wanted of one sentence.

    Raises:
        NoSuchSentence: the plan has none of that id.
    """
    found = next((each for each in plan.wanted if each.piece.id == sentence), None)
    if found is None:
        raise NoSuchSentence(sentence=sentence)
    return found


def review(  # noqa: PLR0913 - what was said of which sentence by whom
    memory: Memory, wanted: Wanted, target: str, *, text: str, reviewer: str, before: Unit | None = None
) -> Unit:
    """Keep a person's translation of a sentence; it comes before every engine's from now on, in every story.

    Args:
        memory: where it is kept.
        wanted: the sentence.
        target: language of the translation.
        text: the translation; the same as an engine's to say that this one is right.
        reviewer: who stands for it.
        before: what readers saw until now.

    Raises:
        EmptyReview: there is no text.
    """
    text = " ".join(text.split())
    if not text:
        raise EmptyReview
    same = before is not None and before.text == text
    now = now_text()
    origin = before.origin if before and same else Origin(PERSON, "", made_at=now)
    unit = Unit(
        reviewed_key(wanted.text_key, wanted.context),
        wanted.text_key,
        wanted.source,
        target,
        wanted.piece.text,
        text,
        spans_in(wanted, text, before),
        wanted.context,
        replace(origin, reviewed_at=now, reviewer=reviewer),
    )
    memory.keep([unit])
    return unit


def unreview(memory: Memory, wanted: Wanted) -> None:
    """Take people's translations of a sentence back: the engine's stands again."""
    for unit in memory.find([wanted.text_key]).get(wanted.text_key, []):
        if unit.origin.reviewed:
            memory.forget(unit.key)
