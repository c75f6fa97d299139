"""How well sentences are found in NTREX: its lines, joined per document, cut again.

The line ends are the truth. A line may hold two or three sentences, so recall of line ends is the figure that counts;
precision has a ceiling below 1 that no cutter can pass, and is shown to catch one that cuts everywhere.
"""

from __future__ import annotations

import csv
import time
from dataclasses import dataclass
from pathlib import Path

from kushk.core.segment import segment

UNSPACED = frozenset({"zh-Hans", "ja"})
"""Languages whose lines are joined without a space."""


@dataclass(frozen=True, slots=True)
class Row:
    """Scores of one language."""

    language: str
    recall: float
    precision: float
    f1: float
    milliseconds: float
    """For 1000 lines."""


def scores(folder: Path) -> list[Row]:
    """Return a row for every language in a folder of NTREX files."""
    documents = _documents(folder / "documents.tsv")
    return [_row(path, documents) for path in sorted(folder.glob("*.txt"))]


def table(rows: list[Row]) -> str:
    """Return the rows as a Markdown table."""
    lines = ["| language | recall | precision | F1 | ms per 1000 lines |", "| --- | --- | --- | --- | --- |"]
    lines += [
        f"| {r.language} | {r.recall:.3f} | {r.precision:.3f} | {r.f1:.3f} | {r.milliseconds:.0f} |" for r in rows
    ]
    return "\n".join(lines)


def joined(path: Path, documents: list[tuple[int, int]]) -> list[list[str]]:
    """Return the lines of each document."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return [lines[first : first + count] for first, count in documents]


def _documents(path: Path) -> list[tuple[int, int]]:
    with path.open(encoding="utf-8", newline="") as file:
        return [(int(row["first_line"]) - 1, int(row["lines"])) for row in csv.DictReader(file, delimiter="\t")]


def _row(path: Path, documents: list[tuple[int, int]]) -> Row:
    language = path.stem
    found = right = true = count = 0
    seconds = 0.0
    for lines in joined(path, documents):
        text, ends = _text(lines, "" if language in UNSPACED else " ")
        began = time.perf_counter()
        spans = segment(text, language)
        seconds += time.perf_counter() - began
        cuts = {end for _, end in spans[:-1]}
        right += len(cuts & ends)
        found += len(cuts)
        true += len(ends)
        count += len(lines)
    recall, precision = right / true, right / found
    return Row(language, recall, precision, 2 * recall * precision / (recall + precision), seconds / count * 1e6)


def _text(lines: list[str], between: str) -> tuple[str, set[int]]:
    """Join lines; return the text and the ends of all lines but the last."""
    text, ends = "", []
    for line in lines:
        text += between * bool(text) + line.strip()
        ends.append(len(text))
    return text, set(ends[:-1])
