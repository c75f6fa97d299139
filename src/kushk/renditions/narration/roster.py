"""Which engines there are, and how each one is made from the operator's options."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from kushk.base.options import option
from kushk.engines.speech.espeak.engine import Espeak
from kushk.engines.speech.interface import Engine
from kushk.engines.speech.null import NullEngine
from kushk.engines.speech.piper.engine import Piper


def engines(names: Sequence[str], voices: Path) -> list[Engine]:
    """Return the engines of these names, in their order; names that are unknown or not set up are passed over.

    Args:
        names: out of ``piper``, ``http``, ``espeak`` and ``null``.
        voices: folder of the voices that were added.
    """
    espeak = Espeak()
    made: dict[str, Callable[[], Engine]] = {
        "espeak": lambda: espeak,
        "null": NullEngine,
        "piper": lambda: Piper(voices, espeak),
    }
    if option("SPEECH_URL"):
        made["http"] = lambda: _remote(espeak)
    return [made[name]() for name in names if name in made]


def _remote(espeak: Espeak) -> Engine:
    from kushk.engines.speech.remote import Remote, Server  # numpy and an HTTP client, for stands that have a server

    pairs = (pair.partition("=") for pair in option("SPEECH_VOICES"))
    voices = {language: name for language, _, name in pairs if name}
    return Remote(Server(option("SPEECH_URL"), voices, option("SPEECH_MODEL"), option("SPEECH_KEY")), espeak)
