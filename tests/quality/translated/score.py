"""How many good translations the checks alarm about, and how many spoilt ones they catch, on NTREX.

Its lines were translated by people, so every alarm about them is false, but for the mistakes that people make too. Each
line is then spoilt in the ways in which engines fail.
"""

from __future__ import annotations

import random
import re
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kushk.core.translated.checks import problems
from kushk.core.translated.form import Fault
from kushk.core.translated.numbers import SMALL, figures

UNSPACED = frozenset({"zh-Hans", "ja", "th"})
_FEWEST_WORDS = 5
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_EVIL = (" http://evil.example/a", " www.evil.com", "：https://e.io。", " (evil.com)")


@dataclass(frozen=True, slots=True)
class Row:
    """Shares of the lines of one pair, 0 to 1."""

    pair: tuple[str, str]
    false_alarms: float
    by_fault: Counter[str]
    caught: dict[str, float]
    milliseconds: float


def score(folder: Path, pair: tuple[str, str], *, step: int = 1) -> Row:
    """Return the scores of a pair on every ``step``-th line of a folder of NTREX files."""
    sources, targets = ((folder / f"{one}.txt").read_text("utf-8").splitlines()[::step] for one in pair)
    chance = random.Random(1)  # noqa: S311 - the same lines each time
    start = time.perf_counter()
    alarms = [_serious(source, target, pair) for source, target in zip(sources, targets, strict=True)]
    took = time.perf_counter() - start
    lines = list(zip(sources, targets, strict=True))
    good = [line for line, alarm in zip(lines, alarms, strict=True) if not alarm]
    caught = {
        "cut": _share(lines, pair, lambda _, target: _cut(target, pair[1])),
        "copied": _share([line for line in lines if _is_long(line[0], pair[0])], pair, lambda source, _: source),
        "number": _share(
            [line for line in good if _has_number(line, pair[0])], pair, lambda _, t: _renumbered(t, chance)
        ),
        "address": _share(lines, pair, lambda _, t: t + chance.choice(_EVIL), Fault.ADDRESS),
        "bracket": _share(lines, pair, lambda _, t: _inserted(t, chance), Fault.BRACKETS),
        "repeated": _share(lines, pair, lambda _, t: _repeated(t, pair[1], chance), Fault.REPETITION),
        "other": _share(lines, pair, lambda _, t: chance.choice([one for one in targets if one != t])),
    }
    by_fault = Counter(code for alarm in alarms for code in alarm)
    return Row(pair, sum(map(bool, alarms)) / len(lines), by_fault, caught, took / len(lines) * 1000)


def table(rows: Sequence[Row]) -> str:
    """Return the rows as a Markdown table, in percent."""
    kinds = list(rows[0].caught)
    lines = [f"| pair | false alarms | {' | '.join(kinds)} | ms |", "| --- |" + " --- |" * (len(kinds) + 2)]
    for row in rows:
        shares = " | ".join(f"{100 * row.caught[kind]:.1f}" for kind in kinds)
        lines.append(f"| {'-'.join(row.pair)} | {100 * row.false_alarms:.1f} | {shares} | {row.milliseconds:.2f} |")
    return "\n".join(lines)


def _serious(source: str, target: str, pair: tuple[str, str]) -> set[str]:
    return {problem.code for problem in problems(source, target, pair) if problem.serious}


def _share(
    lines: Sequence[tuple[str, str]],
    pair: tuple[str, str],
    spoil: Callable[[str, str], str],
    fault: Fault | None = None,
) -> float:
    spoilt = [(source, spoil(source, target)) for source, target in lines]
    found = [_serious(source, target, pair) for source, target in spoilt if target]
    return sum(fault in codes if fault else bool(codes) for codes in found) / max(1, len(found))


def _cut(text: str, language: str) -> str:
    """Return the first third of a text."""
    if language in UNSPACED:
        return text[: max(1, len(text) // 3)]
    words = text.split()
    return " ".join(words[: max(1, len(words) // 3)])


def _is_long(text: str, language: str) -> bool:
    return len(text) > 12 if language in UNSPACED else len(re.findall(r"[^\W\d_]+", text)) >= _FEWEST_WORDS


def _has_number(line: tuple[str, str], language: str) -> bool:
    plain = [figure for figure in figures(line[0], language) if not figure.parts and figure.plain]
    return any(max(figure.plain) > SMALL for figure in plain) and bool(_numbers(line[1]))


def _numbers(text: str) -> list[re.Match[str]]:
    return [found for found in _NUMBER.finditer(text) if int(re.sub(r"\D", "", found[0])) > SMALL]


def _renumbered(text: str, chance: random.Random) -> str:
    """Return a text with one digit of one number changed, and not its first one to nothing."""
    number = chance.choice(_numbers(text))
    place = chance.choice([at for at in range(*number.span()) if text[at].isdigit()])
    zero = ord(text[place]) - int(text[place])
    others = {chr(zero + value) for value in range(place == number.start(), 10)} - {text[place]}
    return text[:place] + chance.choice(sorted(others)) + text[place + 1 :]


def _inserted(text: str, chance: random.Random) -> str:
    place = chance.randrange(len(text) + 1)
    return text[:place] + chance.choice("()[]") + text[place:]


def _repeated(text: str, language: str, chance: random.Random) -> str:
    """Return a text with a phrase of up to five words five times; nothing for a text too short for it."""
    units = list(text) if language in UNSPACED else text.split()
    fewest, joiner = (12, "") if language in UNSPACED else (5, " ")
    if len(units) < fewest:
        return ""
    first = chance.randrange(len(units) - fewest // 2)
    length = chance.randint(fewest // 5, fewest // 2 + 1)
    return joiner.join([*units[:first], *units[first : first + length] * 5, *units[first + length :]])


if __name__ == "__main__":
    files = Path(sys.argv[1])
    asked = [tuple(name.split(":")) for name in sys.argv[2:]]
    others = sorted(path.stem for path in files.glob("*.txt") if path.stem != "en")
    print(table([score(files, (one, other)) for one, other in asked or [("en", other) for other in others]]))  # noqa: T201
