"""Cut the reading serif down to what pages use: Latin, roman from regular to black, italics in regular alone.

The faces come from the npm package ``@fontsource-variable/source-serif-4``; give its ``files`` folder as the argument.
Roman and italic together stay below 50 KiB, so a story with emphasis costs no more than the budget of one face. What is cut
is a modified version in the sense of the Open Font License, so it does not bear the reserved name.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

TARGET = Path(__file__).resolve().parents[1] / "src" / "kushk" / "reader" / "static" / "reader" / "fonts"
FAMILY = "Kushk Serif"
CUTS = {"source-serif-4-latin-wght-normal": (400, 900), "source-serif-4-latin-wght-italic": 400}
"""File and what is left of its weights: a range, or one."""

FEATURES = ("kern", "liga", "locl", "ccmp", "mark", "mkmk", "tnum", "lnum")
CHARACTERS = [
    *range(0x20, 0x7F), *range(0xA0, 0x100), 0x131, 0x152, 0x153, 0x2C6, 0x2DC, 0x2002, 0x2003, 0x2009, 0x200A,
    *range(0x2010, 0x2016), *range(0x2018, 0x201F), 0x2020, 0x2021, 0x2022, 0x2026, 0x202F, 0x2030, 0x2032, 0x2033,
    0x2039, 0x203A, 0x2044, 0x20AC, 0x2122, 0x2190, 0x2192, 0x2212, 0x2215,
]  # fmt: skip


def cut(source: Path, weights: int | tuple[int, int]) -> bytes:
    """Return the face with these weights and only the characters above, as WOFF2."""
    whole = instancer.instantiateVariableFont(TTFont(source), {"wght": weights})
    again = io.BytesIO()
    whole.flavor = None
    whole.save(again)
    font = TTFont(io.BytesIO(again.getvalue()))
    options = subset.Options(layout_features=list(FEATURES), hinting=False, desubroutinize=True, name_IDs=["*"])
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=CHARACTERS)
    cutter.subset(font)
    for record in font["name"].names:
        if record.nameID in {1, 3, 4, 6, 16, 25}:
            record.string = FAMILY.replace(" ", "") if record.nameID in {6, 25} else FAMILY
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def main() -> None:
    folder = Path(sys.argv[1])
    for name, weights in CUTS.items():
        data = cut(folder / f"{name}.woff2", weights)
        (TARGET / f"{name.replace('source-serif-4', 'kushk-serif')}.woff2").write_bytes(data)
        sys.stdout.write(f"{name} {len(data)}\n")


if __name__ == "__main__":
    main()
