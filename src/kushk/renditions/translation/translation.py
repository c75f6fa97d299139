"""A translated story: the document, what became of each of its sentences, and where the words come from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from kushk.core.document import Document
from kushk.core.errors import KushkError
from kushk.core.translated.pieces import translated_document
from kushk.renditions.translation.planning import Plan, Wanted
from kushk.renditions.translation.rendering import rendered_of
from kushk.renditions.translation.translator import Found
from kushk.renditions.translation.units import Origin, Unit


@dataclass(frozen=True, slots=True)
class Translation:
    """A document in another language, as far as it is made. Sentence ids are those of the original."""

    original: Document
    document: Document
    target: str
    units: Mapping[str, Unit]
    """By the id of the sentence, those that are shown and those that failed."""
    pending: frozenset[str]
    """Sentences that are still to come; the original stands in their place."""
    wanted: tuple[Wanted, ...]
    """Everything that is translated, in reading order."""
    fault: KushkError | None = None
    """Why no more comes for now."""
    running: bool = False
    """More is on its way."""
    ahead: int = 0
    """Stories that are translated before this one."""

    @property
    def complete(self) -> bool:
        """Whether nothing is still to come."""
        return not self.pending

    @property
    def failed(self) -> frozenset[str]:
        """Sentences whose translation was not good enough: readers see the original."""
        return frozenset(name for name, unit in self.units.items() if unit.problems)

    @property
    def total(self) -> int:
        """Sentences that are translated, all together."""
        return len(self.wanted)

    @property
    def done(self) -> int:
        """Sentences that are dealt with."""
        return self.total - len(self.pending)

    @property
    def origins(self) -> list[Origin]:
        """Where the words come from, the source of most of them first; one of each engine and pair of languages."""
        shown = [unit.origin for unit in self.units.values() if not unit.problems]
        counts = Counter((each.engine, each.version) for each in shown)
        first = {(each.engine, each.version): each for each in reversed(shown)}
        return [first[name] for name, _ in counts.most_common()]


def translation_of(plan: Plan, found: Found) -> Translation:
    """Return the translation that these units make of a plan."""
    good = {name: unit for name, unit in found.items() if not unit.problems}
    rendered = {each.piece.id: rendered_of(each, good[each.piece.id]) for each in plan.wanted if each.piece.id in good}
    return Translation(
        plan.document,
        translated_document(plan.document, plan.target, rendered),
        plan.target,
        found,
        frozenset(each.piece.id for each in plan.wanted if each.piece.id not in found),
        plan.wanted,
    )
