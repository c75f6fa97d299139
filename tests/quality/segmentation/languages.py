"""How often the language of an NTREX headline or document is told rightly, with nothing declared."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from pathlib import Path

from kushk.core.detect import detect
from kushk.core.languages import base

TOGETHER = {"ms": "id"}
"""Malay and Indonesian count as one: a headline does not tell them apart."""


@dataclass(frozen=True, slots=True)
class Row:
    """Shares of one language told rightly."""

    language: str
    headlines: float
    documents: float


def scores(folder: Path) -> list[Row]:
    """Return a row for every language in a folder of NTREX files."""
    with (folder / "documents.tsv").open(encoding="utf-8", newline="") as file:
        parts = [(int(row["first_line"]) - 1, int(row["lines"])) for row in csv.DictReader(file, delimiter="\t")]
    return [_row(path, parts) for path in sorted(folder.glob("*.txt"))]


def _row(path: Path, parts: list[tuple[int, int]]) -> Row:
    lines = path.read_text(encoding="utf-8").split("\n")
    headlines = [lines[first] for first, _ in parts]
    documents = [" ".join(lines[first : first + count]) for first, count in parts]
    return Row(path.stem, _share(headlines, path.stem), _share(documents, path.stem))


def _share(texts: list[str], language: str) -> float:
    return sum(_group(detect(text)) == _group(language) for text in texts) / len(texts)


def _group(language: str) -> str:
    return TOGETHER.get(base(language), base(language))
