"""Neural models as the rest of the house sees them."""

from __future__ import annotations

import importlib.util
import threading
import time
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from kushk.engines.process import Child
from kushk.engines.translation.interface import (
    CHILD_FAULTS,
    BadOutput,
    Brief,
    Capabilities,
    Health,
    Link,
    NoPair,
    Pair,
    Segment,
    Translated,
    TranslationError,
    refuse_unfit,
)
from kushk.engines.translation.neural.layouts import BadModel, Model, read_model
from kushk.engines.translation.neural.pieces import plain

ADDED_BY = "./kushk languages add"
SECONDS = 60.0
"""For an answer; loading a large model takes some of them."""
IDLE_SECONDS = 300.0
"""After which the process is ended if nobody uses it: a model takes 80 to 700 MB."""
_RELEASE = "1"
"""Of the way in which models are asked."""
_FIGURE = "2024."
_AT_ONCE = 8
"""Segments computed together: about a paragraph, so that its readers need not wait for the next one."""


@cache
def has_runtime() -> bool:
    """Tell whether ctranslate2 and sentencepiece are installed (``requirements/neural.txt``)."""
    return all(importlib.util.find_spec(name) is not None for name in ("ctranslate2", "sentencepiece"))


class CTranslate2:
    """Translates with the models in a folder."""

    name = "ctranslate2"
    capabilities = Capabilities(align=True, stream=True)

    def __init__(self, folder: Path, seconds: float = SECONDS, idle: float = IDLE_SECONDS) -> None:
        """Prepare; nothing is started.

        Args:
            folder: of the models, a folder for each.
            seconds: for one answer of at most ``_AT_ONCE`` segments.
            idle: seconds after which an unused process is ended.
        """
        self.folder = folder
        self.idle = idle
        self.child = Child(self.name, ["-m", "kushk.engines.translation.neural.worker"], CHILD_FAULTS, seconds=seconds)
        self._lock = threading.Lock()
        self._models: dict[Pair, Model] = {}
        self._refused: tuple[str, ...] = ()
        self._seen = -1
        self._used = 0.0
        self._closer: threading.Timer | None = None

    @property
    def title(self) -> str:
        """Name of the models, if they have one in common."""
        titles = {model.title for model in self._all().values()}
        return titles.pop() if len(titles) == 1 else "CTranslate2"

    def models(self) -> Sequence[Model]:
        """Return the models that can be used, by name."""
        found = {model.name: model for model in self._all().values()}
        return [found[name] for name in sorted(found)]

    def pairs(self) -> frozenset[Pair]:
        """Return the pairs of the models in the folder; none without the library."""
        return frozenset(self._all()) if has_runtime() else frozenset()

    def licence(self, pair: Pair) -> str:
        """Return the licence of the pair's model, as its makers say it; empty when they do not."""
        return self._model(pair).licence

    def version(self, pair: Pair) -> str:
        """Return the model's name with a hash of its files."""
        model = self._model(pair)
        return f"{model.name} {model.version} {_RELEASE}"

    def via(self, pair: Pair) -> tuple[str, ...]:  # noqa: ARG002 - one model, one step
        """Return nothing: all is done in one step."""
        return ()

    def translate(self, segments: Sequence[Segment], brief: Brief) -> Iterator[Translated]:
        """Yield translations, some segments at a time."""
        refuse_unfit(self, segments, brief)
        model = self._model(brief.pair)
        for start in range(0, len(segments), _AT_ONCE):
            texts = [plain(segment.text) for segment in segments[start : start + _AT_ONCE]]
            for made in self._ask(model, brief.pair, texts):
                yield self._read(made)

    def check(self) -> Health:
        """Translate one word with the first model."""
        if not has_runtime():
            return Health(ok=False, detail="ctranslate2 and sentencepiece are not installed (requirements/neural.txt)")
        models = self._all()
        unfit = f"; not usable: {', '.join(self._refused)}" if self._refused else ""
        if not models:
            return Health(ok=False, detail=f"no model was added yet: {ADDED_BY}{unfit}")
        try:
            self.try_out(min(models))
        except TranslationError as fault:
            return Health(ok=False, detail=str(fault))
        return Health(ok=True, detail=f"{len(self.models())} models, {len(models)} pairs{unfit}")

    def try_out(self, pair: Pair) -> None:
        """Translate a figure, which every model knows, whatever its languages.

        Raises:
            TranslationError: it cannot.
        """
        next(self.translate([Segment(_FIGURE)], Brief(*pair)))

    def close(self) -> None:
        """End the process."""
        with self._lock:
            if self._closer is not None:
                self._closer.cancel()
                self._closer = None
        self.child.close()

    def _read(self, made: dict[str, Any]) -> Translated:
        if "cannot" in made:
            raise TranslationError(engine=self.name, detail=made["cannot"])
        if "bad" in made:
            raise BadOutput(engine=self.name, detail=made["bad"])
        return Translated(made["text"], links=tuple(Link(*link) for link in made["links"]))

    def _ask(self, model: Model, pair: Pair, texts: Sequence[str]) -> list[dict[str, Any]]:
        """Return what the model makes of texts; one without letters and digits stays as it is."""
        wanted = [text for text in texts if any(map(str.isalnum, text))]
        made = iter(self._computed(model, pair, wanted) if wanted else ())
        return [next(made) if any(map(str.isalnum, text)) else {"text": text, "links": ()} for text in texts]

    def _computed(self, model: Model, pair: Pair, texts: Sequence[str]) -> list[dict[str, Any]]:
        asking = model.pairs[pair]
        self._close_later()
        answer, _ = self.child.ask(
            {
                "engine": self.name,
                "weights": str(model.weights),
                "reads": str(model.reads),
                "version": model.version,
                "target": pair[1],
                "before": asking.before,
                "after": asking.after,
                "prefix": asking.prefix,
                "texts": texts,
            }
        )
        made = answer.get("made")
        if not isinstance(made, list) or len(made) != len(texts):
            raise BadOutput(engine=self.name, detail="it is not as many sentences")
        return made

    def _model(self, pair: Pair) -> Model:
        try:
            return self._all()[pair]
        except KeyError:
            raise NoPair(engine=self.name, source=pair[0], target=pair[1]) from None

    def _all(self) -> dict[Pair, Model]:
        """Return the model of each pair, read anew when the folder has changed."""
        with self._lock:
            changed = self.folder.stat().st_mtime_ns if self.folder.exists() else 0
            if changed != self._seen:
                models, self._refused = _read(self.folder)
                self._models, self._seen = _by_pair(models), changed
            return self._models

    def _close_later(self) -> None:
        with self._lock:
            self._used = time.monotonic()
            if self._closer is None:
                self._start_closer()

    def _start_closer(self) -> None:
        self._closer = threading.Timer(self.idle, self._close_if_idle)
        self._closer.daemon = True
        self._closer.start()

    def _close_if_idle(self) -> None:
        with self._lock:
            self._closer = None
            if time.monotonic() - self._used < self.idle:
                self._start_closer()
                return
        self.child.close()


def _read(folder: Path) -> tuple[list[Model], tuple[str, ...]]:
    """Return the models of a folder and the names of what is none."""
    models, refused = [], []
    for path in sorted(folder.iterdir()) if folder.exists() else ():
        if path.is_dir() and not path.name.startswith("."):
            try:
                models.append(read_model(path))
            except (BadModel, OSError):
                refused.append(path.name)
    return models, tuple(refused)


def _by_pair(models: Sequence[Model]) -> dict[Pair, Model]:
    """Return the model of each pair: the one with the fewest pairs knows its own best, and the last of equals."""
    return {pair: model for model in sorted(models, key=lambda each: -len(each.pairs)) for pair in model.pairs}
