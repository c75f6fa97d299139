"""What the stand's engines can do now. Pages say so, and are made anew when it changes."""

from __future__ import annotations

import hashlib

from kushk.base.options import option

_FILE = "engines.stamp"


def refresh_pages_if_engines_changed() -> None:
    """Let every page be made anew when voices, languages or the meter have changed since this was last asked."""
    from kushk.library import api as library

    now = _fingerprint()
    stamp = option("DATA") / _FILE
    before = stamp.read_text(encoding="ascii") if stamp.exists() else ""
    if before == now:
        return
    library.refresh_pages()
    stamp.write_text(now, encoding="ascii")


def _fingerprint() -> str:
    """Return what changes with the voices, the pairs of languages and the stories that are free in a month."""
    from kushk.renditions.narration import api as narration
    from kushk.renditions.translation import api as translation

    voices = sorted(f"{voice.key} {voice.language} {voice.version}" for voice in narration.speakers().voices())
    engines = translation.roster().engines.values()
    pairs = sorted(f"{engine.name} {pair}" for engine in engines for pair in engine.pairs())
    narration.forget_engines()
    translation.forget_engines()
    meter = f"meter {option('METER')}"
    return hashlib.blake2b("\n".join([*voices, *pairs, meter]).encode(), digest_size=16).hexdigest()
