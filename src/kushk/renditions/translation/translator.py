"""Pieces become units once, however many readers ask: looked up, else made in batches by the best engine there is."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kushk.engines.translation.interface import (
    MOST_CHARACTERS,
    MOST_SEGMENTS,
    BadOutput,
    Brief,
    EngineDown,
    NoPair,
    Refused,
    Segment,
    Term,
    TranslationError,
)
from kushk.renditions.alone import alone_with
from kushk.renditions.budget import Budget, Overspent
from kushk.renditions.translation.memory import Memory
from kushk.renditions.translation.planning import Plan, Wanted
from kushk.renditions.translation.rendering import failed_unit, unit_of
from kushk.renditions.translation.roster import Roster, Route
from kushk.renditions.translation.units import Unit

TOO_LONG, CANNOT = "too-long", "engine-cannot"
"""Problems: the sentence is given to no engine; the engine could not translate it."""
SLOW_BATCH = 8
"""Segments that an engine gets at a time that is not quick: about a paragraph, so that readers see it come."""
BEFORE = 3
"""Sentences that engines are told as context."""
RESTING_SECONDS = 30.0
"""For how long an engine that did not answer is not asked again."""

Found = dict[str, Unit]
"""Units by the id of their piece."""


class TranslationOverspent(Overspent):
    """So much was translated today, for one address, source or engine, or for all, that no more is."""

    code = "translation-budget"
    words = "No more can be translated for now. Try again in {seconds} seconds; what was translated before stays."


class Asker:
    """For whom a translation is made, as budgets count."""

    def __init__(self, address: str = "", source: str = "") -> None:
        """Note who asks.

        Args:
            address: of the reader; empty for the stand's own work, which is counted but never refused.
            source: of the story, so that no source uses up what all share.
        """
        self.address = address
        self.source = source


STAND = Asker()


class Translator:
    """Engines, memory and budget together."""

    def __init__(self, roster: Roster, memory: Memory, budget: Budget, folder: Path) -> None:
        self.roster = roster
        self.memory = memory
        self.budget = budget
        self.calls = 0
        """Sentences that this process gave to engines."""
        self._locks = folder / "locks"
        self._resting: dict[str, tuple[float, TranslationError]] = {}

    def look(self, plan: Plan) -> Found:
        """Return what the memory has of a plan."""
        return self._look(plan.wanted, plan.target)

    def _look(self, pieces: Sequence[Wanted], target: str) -> Found:
        units = self.memory.find(list(dict.fromkeys(each.text_key for each in pieces)))
        versions = {source: self._versions(source, target) for source in {each.source for each in pieces}}
        chosen = (
            (each.piece.id, each.best(units[each.text_key], [each.key(*one) for one in versions[each.source]]))
            for each in pieces
            if each.text_key in units
        )
        return {name: unit for name, unit in chosen if unit is not None}

    def _versions(self, source: str, target: str) -> list[tuple[str, str]]:
        return [(route.engine.name, route.version) for route in self.roster.routes(source, target)]

    def make(
        self, plan: Plan, found: Mapping[str, Unit], asker: Asker = STAND, tell: Callable[[Found], None] | None = None
    ) -> Found:
        """Translate what is missing of a plan and keep it; return everything.

        Args:
            plan: the document and language.
            found: what ``look`` gave.
            asker: for whom.
            tell: called with the units of each batch as soon as they are kept.

        Raises:
            TranslationOverspent: the day's budget is used up.
            TranslationError: no engine could. What was made before is kept.
        """
        units = dict(found)
        missing = [each for each in plan.wanted if each.piece.id not in units]
        for batch in self._batches(missing, plan.target):
            made = self._together(batch, plan, asker)
            units |= made
            if tell:
                tell(made)
        return units

    def _batches(self, missing: Sequence[Wanted], target: str) -> Iterator[list[Wanted]]:
        """Yield pieces of one language that are translated together; the first batch is what a reader sees first."""
        batch: list[Wanted] = []
        for each in missing:
            if batch and (each.source != batch[0].source or len(batch) >= self._at_once(each.source, target)):
                yield batch
                batch = []
            batch.append(each)
        if batch:
            yield batch

    def _at_once(self, source: str, target: str) -> int:
        routes = self.roster.routes(source, target)
        return MOST_SEGMENTS if routes and routes[0].engine.capabilities.quick else SLOW_BATCH

    def _together(self, batch: Sequence[Wanted], plan: Plan, asker: Asker) -> Found:
        """Translate a batch unless somebody else is at it: then wait for that one."""
        name = hashlib.blake2b("".join(each.text_key for each in batch).encode(), digest_size=8).hexdigest()
        with alone_with(self._locks, name):
            units = self._look(batch, plan.target)
            missing = [each for each in batch if each.piece.id not in units]
            if missing:
                units |= self._translated(missing, plan, asker)
            return units

    def _translated(self, missing: Sequence[Wanted], plan: Plan, asker: Asker) -> Found:
        """Go through the engines of the pair: each gets what those before it could not do well."""
        source, target = missing[0].source, plan.target
        routes = self.roster.routes(source, target)
        if not routes:
            raise NoPair(engine="", source=source, target=target)
        units: Found = {
            each.piece.id: failed_unit(each, routes[0], target, TOO_LONG)
            for each in missing
            if len(each.segment.text) > MOST_CHARACTERS
        }
        waiting = _once_each(each for each in missing if each.piece.id not in units)
        fault: TranslationError | None = None
        try:
            for route, plain in (*((route, False) for route in routes), (routes[0], True)):
                wanted = [each for each in waiting if not plain or _worth_again(route, each)]
                fault = self._by_one(route, wanted, plan, asker, units, plain=plain) or fault
                waiting = [each for each in waiting if each.piece.id not in units or units[each.piece.id].problems]
        finally:
            self.memory.keep({unit.key: unit for unit in units.values()}.values())
        units |= _copies(missing, units)
        if fault is not None and any(each.piece.id not in units for each in missing):
            raise fault
        return units

    def _by_one(  # noqa: PLR0913 - what it is given and where the results go
        self, route: Route, waiting: Sequence[Wanted], plan: Plan, asker: Asker, units: Found, *, plain: bool
    ) -> TranslationError | None:
        """Let one engine translate; a piece that it cannot do is passed over. Return why it could not go on, if so."""
        while waiting:
            done = 0
            try:
                for each, unit in self._by(route, waiting, plan, asker, plain=plain):
                    units[each.piece.id] = _better(units.get(each.piece.id), unit)
                    done += 1
            except (EngineDown, BadOutput, Refused, NoPair) as fault:
                return fault
            except TranslationError:
                cannot = waiting[done]
                units.setdefault(cannot.piece.id, failed_unit(cannot, route, plan.target, CANNOT))
                waiting = waiting[done + 1 :]
            else:
                break
        return None

    def _by(
        self, route: Route, waiting: Sequence[Wanted], plan: Plan, asker: Asker, *, plain: bool
    ) -> Iterator[tuple[Wanted, Unit]]:
        """Yield the units that one engine makes, as they come."""
        self._refuse_resting(route)
        engine = route.engine
        characters = sum(len(each.segment.text) for each in waiting)
        who = {"day": "", "address": asker.address, "source": asker.source, f"engine:{engine.name}": ""}
        self.budget.spend(characters, who, free=not asker.address)
        self.calls += len(waiting)
        segments = [Segment(each.segment.text) if plain else each.segment for each in waiting]
        terms = dict.fromkeys(term for each in waiting for term in each.terms)
        brief = Brief(*route.pair, self._before(waiting[0], plan), tuple(Term(*term) for term in terms))
        try:
            for each, given in zip(waiting, engine.translate(segments, brief), strict=False):
                yield each, unit_of(each, given, route, plan.target)
        except EngineDown as fault:
            self._resting[engine.name] = (time.monotonic(), fault)
            raise

    def _refuse_resting(self, route: Route) -> None:
        since, fault = self._resting.get(route.engine.name, (0.0, None))
        if fault is not None and time.monotonic() - since < RESTING_SECONDS:
            raise fault

    def _before(self, first: Wanted, plan: Plan) -> tuple[str, ...]:
        place = next(number for number, each in enumerate(plan.wanted) if each is first or each == first)
        return tuple(each.piece.text for each in plan.wanted[max(0, place - BEFORE) : place])


def _once_each(pieces: Iterable[Wanted]) -> list[Wanted]:
    """Return pieces without those whose text and spans an earlier one has as well."""
    return list({(each.text_key, each.segment, each.terms): each for each in pieces}.values())


def _copies(missing: Sequence[Wanted], units: Mapping[str, Unit]) -> Found:
    """Return the units of pieces that say the same as one that was translated."""
    known = {(each.text_key, each.segment, each.terms): units.get(each.piece.id) for each in reversed(missing)}
    by_text = {key: unit for key, unit in known.items() if unit is not None}
    for each in missing:
        if each.piece.id in units:
            by_text[each.text_key, each.segment, each.terms] = units[each.piece.id]
    return {
        each.piece.id: by_text[key]
        for each in missing
        if each.piece.id not in units and (key := (each.text_key, each.segment, each.terms)) in by_text
    }


def _worth_again(route: Route, wanted: Wanted) -> bool:
    """Tell whether an engine may do better when it is asked once more, without spans."""
    return not route.engine.capabilities.offline or bool(wanted.segment.spans)


def _better(before: Unit | None, unit: Unit) -> Unit:
    """Return the better of two units; the key is that of the engine that was asked first."""
    if before is None:
        return unit
    return replace(unit if len(unit.problems) < len(before.problems) else before, key=before.key)
