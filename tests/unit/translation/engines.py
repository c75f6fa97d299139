"""Engines that fail in the ways that real ones do, around one that works."""

from __future__ import annotations

import threading
import time

from kushk.engines.translation.interface import BadOutput, EngineDown, Segment, Translated
from kushk.engines.translation.null import NullEngine


class Faulty(NullEngine):
    """Fails as told: it is down, stops early, raises, hangs, or gives garbage, mark-up or an address."""

    name = "faulty"
    title = "Faulty"

    def __init__(self, fault: str = "", after: int = 0) -> None:
        super().__init__()
        self.fault = fault
        self.after = after
        self.seen: list[Segment] = []
        self.release = threading.Event()

    def translate(self, segments, brief):
        self.seen += segments
        for number, made in enumerate(super().translate(segments, brief)):
            if self.fault and number >= self.after:
                yield from self._fail(made)
                if self.fault in {"few", "down", "bad"}:
                    return
            else:
                yield made

    def _fail(self, made):
        if self.fault == "down":
            raise EngineDown(engine=self.name, detail="test")
        if self.fault == "bad":
            raise BadOutput(engine=self.name, detail="test")
        if self.fault == "slow":
            time.sleep(0.05)
            yield made
        elif self.fault == "held":
            self.release.wait(20)
            yield made
        elif self.fault != "few":
            yield Translated(
                {
                    "garbage": "la la la la la la la la la la la la",
                    "empty": "",
                    "markup": f"<b onclick=alert(1)>{made.text}</b>",
                    "address": made.text + " https://evil.example/now",
                }[self.fault]
            )
