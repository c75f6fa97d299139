"""Which pairs are installed: Apertium's mode files, one pipeline each."""

from __future__ import annotations

import hashlib
import re
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from kushk.core.languages import normalise_tag
from kushk.engines.translation.interface import Pair

FOLDER = Path("/usr/share/apertium/modes")
"""Where Debian puts them."""

_NAME = re.compile(r"([a-z]{2,3})(?:_([A-Z]{2}))?-([a-z]{2,3})(?:_([A-Z]{2}))?\Z")
_OWN_CODES = {"zlm": "ms", "hbs": "sh", "nno": "nn", "nob": "nb", "arg": "an", "ast": "ast"}
"""Where Apertium's code is not what ISO 639 or the stand would say."""

_QUOTED = re.compile(r"'([^']+)'|(/\S+)")
_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Mode:
    """A pair's pipeline."""

    pair: Pair
    path: Path

    @property
    def pipeline(self) -> str:
        """The shell pipeline, with null-flush and word-bound blanks; empty when it cannot be made."""
        return _pipeline(self.path)

    @property
    def version(self) -> str:
        """Mode and a hash of the sizes and times of the files that it reads."""
        return f"{self.path.stem}-{_fingerprint(self.path)}"


def installed(folder: Path = FOLDER) -> dict[Pair, Mode]:
    """Return the mode of each installed pair. Looks at the folder's time alone when nothing has changed."""
    try:
        changed = folder.stat().st_mtime_ns
    except OSError:
        return {}
    return _found(folder, changed)


@lru_cache(maxsize=8)
def _found(folder: Path, changed: int) -> dict[Pair, Mode]:  # noqa: ARG001 - the time makes it another question
    return dict(_modes(folder)) if _present() else {}


def _modes(folder: Path) -> Iterable[tuple[Pair, Mode]]:
    for path in sorted(folder.glob("*.mode")):
        named = _NAME.match(path.stem)
        if named:
            pair = _tag(named[1], named[2]), _tag(named[3], named[4])
            yield pair, Mode(pair, path)


def _tag(code: str, region: str | None) -> str:
    language = _OWN_CODES.get(code) or normalise_tag(code) or code
    return f"{language}-{region}" if region else language


def _present() -> bool:
    """Tell whether the programs are there that every pipeline needs."""
    return all(shutil.which(program) for program in ("apertium-wblank-mode", "lt-proc", "bash"))


@lru_cache(maxsize=256)
def _pipeline(path: Path) -> str:
    made = subprocess.run(
        ["apertium-wblank-mode", "-z", str(path)],  # noqa: S607
        capture_output=True,
        text=True,
        timeout=_SECONDS,
        check=False,
    )
    return made.stdout.strip() if not made.returncode else ""


@lru_cache(maxsize=256)
def _fingerprint(path: Path) -> str:
    state = hashlib.blake2b(path.read_bytes(), digest_size=4)
    for quoted, bare in _QUOTED.findall(path.read_text(encoding="utf-8")):
        try:
            facts = Path(quoted or bare).stat()
        except OSError:
            continue
        state.update(f"{facts.st_size}:{facts.st_mtime_ns}".encode())
    return state.hexdigest()
