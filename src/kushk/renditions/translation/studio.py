"""Everything that translating documents needs, on one folder: engines, memory, budget. No stand and no database."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from kushk.core.document import Document
from kushk.core.translated.glossary import Entry
from kushk.core.translated.pieces import Piece
from kushk.engines.translation.interface import NoPair
from kushk.renditions.budget import Budget
from kushk.renditions.translation.memory import FILE, Memory
from kushk.renditions.translation.planning import Plan, plan_of
from kushk.renditions.translation.roster import Roster
from kushk.renditions.translation.translation import Translation, translation_of
from kushk.renditions.translation.translator import STAND, Asker, Found, TranslationOverspent, Translator
from kushk.renditions.translation.works import TooManyTranslations, Works

MODELS = "languages"
"""Folder of the models that were added, in the data folder."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What may be spent in a day, in characters translated anew; a kind that is missing has no limit."""

    characters: dict[str, int] = field(default_factory=dict)
    """By kind: ``day``, ``address``, ``source``, ``engine:NAME``."""


class TranslationStudio:
    """Where documents are translated."""

    def __init__(
        self, data: Path, engines: Sequence[str], limits: Limits | None = None, models: Path | None = None
    ) -> None:
        """Prepare; nothing is started.

        Args:
            data: for the memory, locks and counts.
            engines: the operator's order (``Roster``).
            limits: what may be spent.
            models: folder of the models that were added.
        """
        self.roster = Roster(engines, models or data / MODELS)
        self.memory = Memory(data / FILE)
        folder = data / "translation"
        budget = Budget(folder / "budget.sqlite3", (limits or Limits()).characters, TranslationOverspent)
        self.translator = Translator(self.roster, self.memory, budget, folder)
        self.works = Works()

    def plan(
        self, document: Document, target: str, glossary: Sequence[Entry] = (), beside: Sequence[Piece] = ()
    ) -> Plan:
        """Return what is to be translated.

        Raises:
            NoPair: no engine translates from the document's language into the target.
        """
        plan = plan_of(document, target, glossary, beside)
        routed = {source: bool(self.roster.routes(source, target)) for source in {each.source for each in plan.wanted}}
        if not any(routed.values()):
            raise NoPair(engine="", source=document.language, target=target)
        return plan if all(routed.values()) else replace(plan, wanted=tuple(w for w in plan.wanted if routed[w.source]))

    def look(self, plan: Plan, name: str) -> Translation:
        """Return what the memory has of a plan, and whether more is on its way under that name."""
        return self._with_work(plan, name, self.translator.look(plan))

    def within(self, plan: Plan, name: str, seconds: float, asker: Asker = STAND) -> Translation:
        """Return a plan's translation as far as it is there after so many seconds; what is missing is begun.

        Args:
            plan: what is to be translated.
            name: the same for all who wait for the same.
            seconds: how long to wait.
            asker: for whom.
        """
        found = self.translator.look(plan)
        if len(found) == len({each.piece.id for each in plan.wanted}):
            return translation_of(plan, found)

        def make(tell: Callable[[Found], None]) -> None:
            try:
                self.translator.make(plan, found, asker, tell)
            finally:
                self.memory.close()

        try:
            work = self.works.of(name, len(plan.wanted), make)
        except TooManyTranslations as fault:
            return replace(translation_of(plan, found), fault=fault)
        work.wait(seconds)
        return self._with_work(plan, name, self.translator.look(plan))

    def whole(
        self, plan: Plan, asker: Asker = STAND, tell: Callable[[int, int], None] = lambda _done, _total: None
    ) -> Translation:
        """Return a plan's complete translation, made here and now.

        Args:
            plan: what is to be translated.
            asker: for whom.
            tell: told the sentences that are there and how many there are.

        Raises:
            TranslationError: no engine could.
            TranslationOverspent: the day's budget is used up.
        """
        found = self.translator.look(plan)
        done = [len(found)]

        def told(units: Found) -> None:
            done[0] += len(units)
            tell(done[0], len(plan.wanted))

        return translation_of(plan, self.translator.make(plan, found, asker, told))

    def close(self) -> None:
        """End the engines."""
        self.roster.close()
        self.memory.close()

    def _with_work(self, plan: Plan, name: str, found: Found) -> Translation:
        translation = translation_of(plan, found)
        work = None if translation.complete else self.works.known(name)
        if work is None:
            return translation
        ahead = 0 if work.begun else self.works.waiting_before(work) + 1
        return replace(translation, fault=work.fault, running=not work.ended, ahead=ahead)
