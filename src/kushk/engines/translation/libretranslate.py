"""A server that speaks LibreTranslate's interface: ``POST /translate`` and ``GET /languages``."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator, Sequence
from typing import Any

from kushk.core.languages import normalise_tag
from kushk.engines.http import Client, Limits, Reply, Unreachable, Unusable
from kushk.engines.translation.guarding import NOTHING, guarded
from kushk.engines.translation.interface import (
    BadOutput,
    Brief,
    Capabilities,
    EngineDown,
    Health,
    Pair,
    Refused,
    Segment,
    Translated,
    TranslationError,
    refuse_unfit,
)

_LANGUAGES_SECONDS = 3.0
"""For the list of languages; a page waits for it once."""
_FRESH_SECONDS = 600.0
_FAILED_SECONDS = 30.0
"""For how long a list, or having none, is believed."""


class LibreTranslate:
    """The languages of a server."""

    name = "libretranslate"
    title = "LibreTranslate"
    capabilities = Capabilities(offline=False)

    def __init__(self, address: str, key: str = "", seconds: float = 60.0) -> None:
        """Prepare; nothing is asked yet.

        Args:
            address: up to and without ``/translate``.
            key: its ``api_key``; empty for none.
            seconds: for an answer.
        """
        self.address = address.rstrip("/")
        self.key = key
        self._client = Client(limits=Limits(seconds))
        self._lock = threading.Lock()
        self._codes: dict[Pair, Pair] = {}
        self._until = 0.0

    def pairs(self) -> frozenset[Pair]:
        """Return what the server has; asked for rarely, remembered for minutes."""
        with self._lock:
            if time.monotonic() > self._until:
                self._ask_languages()
            return frozenset(self._codes)

    def version(self, pair: Pair) -> str:  # noqa: ARG002 - it does not tell
        """Return the address: which models are behind it, the server does not tell."""
        return self.address.partition("://")[2]

    def via(self, pair: Pair) -> tuple[str, ...]:  # noqa: ARG002 - it does not tell
        """Return nothing: the server does not tell."""
        return ()

    def translate(self, segments: Sequence[Segment], brief: Brief) -> Iterator[Translated]:
        """Translate all segments with one question."""
        refuse_unfit(self, segments, brief)
        if not segments:
            return
        source, target = self._codes[brief.pair]
        question = {
            "q": [segment.text for segment in segments],
            "source": source,
            "target": target,
            "format": "text",
            **({"api_key": self.key} if self.key else {}),
        }
        made = self._answered(self._asked(json.dumps(question).encode()), len(segments))
        good = [self._guarded(segment, text) for segment, text in zip(segments, made, strict=True)]
        if all(each is NOTHING for each in good):
            raise BadOutput(engine=self.name, detail="no sentence came back as a translation")
        yield from good

    def check(self) -> Health:
        """Translate one word of the first pair."""
        pairs = self.pairs()
        if not pairs:
            return Health(ok=False, detail=f"{self.address} does not tell its languages")
        pair = min(pairs)
        try:
            next(self.translate([Segment("water")], Brief(*pair)))
        except TranslationError as fault:
            return Health(ok=False, detail=str(fault))
        return Health(ok=True, detail=f"{self.address}, {len(pairs)} pairs")

    def close(self) -> None:
        """End the connections."""
        self._client.close()

    def _guarded(self, segment: Segment, text: object) -> Translated:
        try:
            return Translated(guarded(self.name, segment.text, text))
        except BadOutput:
            return NOTHING

    def _asked(self, question: bytes) -> Reply:
        try:
            reply = self._client.post(f"{self.address}/translate", question)
        except Unreachable as fault:
            raise EngineDown(engine=self.name, detail=str(fault)) from None
        except Unusable as fault:
            raise BadOutput(engine=self.name, detail=str(fault)) from None
        if not reply.ok:
            raise Refused(engine=self.name, detail=f"{reply.status}: {reply.said()}")
        return reply

    def _answered(self, reply: Reply, count: int) -> list[Any]:
        try:
            made = json.loads(reply.body)["translatedText"]
        except (ValueError, KeyError, TypeError, RecursionError):
            raise BadOutput(engine=self.name, detail="the answer is no translation") from None
        if not isinstance(made, list) or len(made) != count:
            raise BadOutput(engine=self.name, detail=f"{count} sentences were asked for")
        return made

    def _ask_languages(self) -> None:
        try:
            reply = self._client.get(f"{self.address}/languages", _LANGUAGES_SECONDS)
            found = dict(_pairs(json.loads(reply.body))) if reply.ok else {}
        except (Unreachable, Unusable, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            found = {}
        self._codes = found or self._codes
        self._until = time.monotonic() + (_FRESH_SECONDS if found else _FAILED_SECONDS)


def _pairs(listed: Any) -> Iterator[tuple[Pair, Pair]]:
    """Yield each pair in the stand's tags, with the server's codes."""
    for each in listed:
        source = str(each["code"])
        for target in each.get("targets", ()):
            ours = _tag(source), _tag(str(target))
            if all(ours) and ours[0] != ours[1]:
                yield ours, (source, str(target))


def _tag(code: str) -> str:
    if code in {"zh", "zh-Hans"}:
        return "zh"
    return {"zt": "zh-Hant", "pb": "pt-BR"}.get(code) or normalise_tag(code)
