"""The process in which espeak-ng lives: ``python -m kushk.engines.speech.espeak.worker``."""

from __future__ import annotations

import resource
from typing import Any

from kushk.engines.process import Answer, serve
from kushk.engines.speech.espeak.library import Library

_MEMORY = 1 << 30
"""Bytes of address space."""


def main() -> None:
    """Load the library and answer until the parent has gone."""
    import espeakng_loader

    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    library = Library(espeakng_loader.get_library_path(), espeakng_loader.get_data_path())

    def answer(question: dict[str, Any], _payload: bytes) -> Answer:
        if question["do"] == "voices":
            return {"voices": library.voices(), "version": library.version}, b""
        run = library.speak(question["text"], question["voice"])
        heading: dict[str, Any] = {"rate": library.rate, "words": run.words}
        if question.get("sounds"):
            heading["sounds"] = run.sounds
        if question.get("clauses"):
            heading["clauses"] = library.clauses(question["text"])
        return heading, bytes(run.samples)

    serve(answer)


if __name__ == "__main__":
    main()
