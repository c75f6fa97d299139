"""The stand's translation engines, which of them takes which pair, and what can be translated into what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

from kushk.base.options import option
from kushk.core.languages import base
from kushk.engines.translation.apertium.engine import Apertium
from kushk.engines.translation.interface import Engine, Pair
from kushk.engines.translation.neural.engine import CTranslate2
from kushk.engines.translation.null import NullEngine

_HANT = "zh-Hant"


def made(names: Sequence[str], models: Path) -> list[Engine]:
    """Return the engines of these names, in their order; names that are unknown or not set up are passed over.

    Args:
        names: out of ``ctranslate2``, ``libretranslate``, ``openai``, ``apertium`` and ``null``.
        models: folder of the models that were added.
    """
    makers: dict[str, Callable[[], Engine]] = {
        "ctranslate2": lambda: CTranslate2(models),
        "apertium": Apertium,
        "null": NullEngine,
    }
    if option("LIBRETRANSLATE_URL"):
        makers["libretranslate"] = _libretranslate
    if option("OPENAI_URL") and option("OPENAI_MODEL"):
        makers["openai"] = _openai
    return [makers[name]() for name in names if name in makers]


def _libretranslate() -> Engine:
    from kushk.engines.translation.libretranslate import LibreTranslate  # an HTTP client, for stands that need one

    return LibreTranslate(option("LIBRETRANSLATE_URL"), option("LIBRETRANSLATE_KEY"))


def _openai() -> Engine:
    from kushk.engines.translation.chat import Chat, Server

    languages = tuple(option("OPENAI_LANGUAGES"))
    return Chat(Server(option("OPENAI_URL"), option("OPENAI_MODEL"), languages, option("OPENAI_KEY")))


@dataclass(frozen=True)
class Route:
    """An engine and the pair, in its own tags, that serves a wish."""

    engine: Engine
    pair: Pair

    @cached_property
    def version(self) -> str:
        """Of the engine's data for the pair."""
        return self.engine.version(self.pair)

    @cached_property
    def via(self) -> tuple[str, ...]:
        """Languages between."""
        return tuple(self.engine.via(self.pair))


class Roster:
    """Engines in the operator's order, which may differ by pair."""

    def __init__(self, wishes: Sequence[str], models: Path) -> None:
        """Make the engines.

        Args:
            wishes: names of engines, the preferred one first; ``en>ar=openai+apertium`` is an order for one pair.
            models: folder of the models that were added.
        """
        self.orders = {pair: names.split("+") for pair, _, names in (wish.partition("=") for wish in wishes) if names}
        names = [wish for wish in wishes if "=" not in wish]
        every = dict.fromkeys([*names, *(name for order in self.orders.values() for name in order)])
        self.engines = {engine.name: engine for engine in made(list(every), models)}
        self.usual = [name for name in names if name in self.engines]

    def routes(self, source: str, target: str) -> list[Route]:
        """Return who can translate, the preferred one first."""
        order = self.orders.get(f"{source}>{target}") or self.orders.get(f"{base(source)}>{base(target)}") or self.usual
        engines = [self.engines[name] for name in order if name in self.engines]
        return [Route(engine, pair) for engine in engines if (pair := _served(engine.pairs(), source, target))]

    def targets(self, source: str) -> frozenset[str]:
        """Return every language into which somebody translates, as the engines name them."""
        return frozenset(
            target
            for engine in self.engines.values()
            for one, target in engine.pairs()
            if base(one) == base(source) and base(target) != base(source)
        )

    def close(self) -> None:
        """End what the engines started."""
        for engine in self.engines.values():
            engine.close()


@lru_cache(maxsize=4096)
def _served(pairs: frozenset[Pair], source: str, target: str) -> Pair | None:
    """Return the pair that serves a wish: with script and region if there is one, else without."""
    sources = dict.fromkeys([source, base(source)])
    targets = [target] if target == _HANT else dict.fromkeys([target, base(target)])
    return next(((one, other) for other in targets for one in sources if (one, other) in pairs), None)


def roster_of(models: Path) -> Roster:
    """Return the roster that the operator's options ask for."""
    return Roster(option("TRANSLATION"), models)
