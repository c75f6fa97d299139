"""The stand's own fonts, unpacked for drawing, and a configuration that gives the same result on every machine.

The faces of the pages are packed as WOFF2, which the drawing library cannot open. They are unpacked once into the
data folder under names of their own, so that a font of the same name on the machine is never taken for ours.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.sax.saxutils import escape

PACKED = Path(__file__).resolve().parents[2] / "reader" / "static" / "reader" / "fonts"
"""Where the pages' faces lie."""

FAMILIES = {
    "kushk-serif": "Kushk Serif",
    "source-serif-4": "Kushk Serif",
    "noto-naskh-arabic": "Kushk Naskh",
    "noto-nastaliq-urdu": "Kushk Nastaliq",
    "noto-serif-hebrew": "Kushk Hebrew",
    "noto-serif-devanagari": "Kushk Devanagari",
    "noto-serif-bengali": "Kushk Bengali",
    "noto-serif-tamil": "Kushk Tamil",
    "noto-serif-thai": "Kushk Thai",
}
"""Beginning of the file's name, and the family that it is drawn as."""

SYSTEM_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "~/.local/share/fonts",
    "~/.fonts",
    "/System/Library/Fonts",
    "/Library/Fonts",
)
"""Where the machine may have fonts for scripts that we have none for."""

_VERSION = "1"
_NAMES_OF_OTHERS = (3, 16, 17, 21, 22, 25)
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
</fontconfig>
"""


@dataclass(frozen=True, slots=True)
class Fonts:
    """Fonts that are ready: the configuration to draw with, and the characters that our own faces have."""

    configuration: Path
    covered: frozenset[str]


def ready_fonts(folder: Path, system_folders: Sequence[str] = SYSTEM_FOLDERS) -> Fonts:
    """Return the fonts, unpacked below ``folder`` the first time (about a second)."""
    files = [path for path in sorted(PACKED.glob("*-normal.woff2")) if _family(path)]
    unpacked = folder / f"fonts-{_stamp(files)}"
    if not unpacked.is_dir():
        _unpack_all(files, unpacked)
    configuration = _configured(folder, [str(unpacked), *system_folders])
    points = json.loads((unpacked / "covered.json").read_text(encoding="ascii"))
    return Fonts(configuration, frozenset(map(chr, points)))


def _family(path: Path) -> str:
    return next((family for start, family in FAMILIES.items() if path.name.startswith(start)), "")


def _stamp(files: Iterable[Path]) -> str:
    facts = "".join(f"{path.name} {path.stat().st_size} " for path in files)
    return hashlib.blake2b(f"{_VERSION} {facts}".encode(), digest_size=6).hexdigest()


def _configured(folder: Path, folders: Sequence[str]) -> Path:
    """Write the configuration, unless it says the same already."""
    listed = "\n".join(f"<dir>{escape(each)}</dir>" for each in folders)
    text = _CONFIGURATION.format(folders=listed, cache=escape(str(folder / "fontcache")))
    path = folder / f"fonts-{hashlib.blake2b(text.encode(), digest_size=6).hexdigest()}.conf"
    if not path.exists():
        descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
        Path(temporary).replace(path)
    return path


def _unpack_all(files: Sequence[Path], target: Path) -> None:
    """Unpack into a folder beside the target, then give it its name: another process may be at the same."""
    target.parent.mkdir(parents=True, exist_ok=True)
    making = Path(tempfile.mkdtemp(dir=target.parent, prefix=".fonts-"))
    try:
        points: set[int] = set()
        for path in files:
            points |= _unpack(path, making / f"{path.stem}.ttf")
        (making / "covered.json").write_text(json.dumps(sorted(points)), encoding="ascii")
        with contextlib.suppress(OSError):  # the other one was first
            making.rename(target)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _unpack(packed: Path, target: Path) -> set[int]:
    """Write the font unpacked under our family's name; return the characters that it has."""
    from fontTools.ttLib import TTFont

    family = _family(packed)
    with TTFont(packed, lazy=True, recalcBBoxes=False, recalcTimestamp=False) as font:
        font.flavor = None
        names = font["name"]
        for number in _NAMES_OF_OTHERS:
            names.removeNames(nameID=number)
        for number, text in ((1, family), (2, "Regular"), (4, family), (6, family.replace(" ", "-"))):
            names.setName(text, number, 3, 1, 0x409)
        font.save(target, reorderTables=None)
        return set(font.getBestCmap())
