"""Measure speed and quality, each beside the library or the figure underneath, as ratios of one run."""

from __future__ import annotations

import argparse
import importlib
import os
import platform
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from kushk.base.options import ROOT

SUBJECTS: dict[str, str] = {
    "ingest": "stories brought in and stored a second, feed documents parsed a second, memory",
    "store": "composed stories kept and indexed a second, memory",
    "search": "search times beside the bare full-text query",
    "page": "finished pages given a second beside nginx, time to make them, what a browser loads",
    "pages": "pages extracted a second and their scores, beside the bare library",
    "members": "a kept page on a stand with plans, beside one without",
    "accounts": "whether time tells if an address has an account",
    "translate": "translations beside the bare engine: quality, names, links, speed, repeated work",
    "listen": "time from a click to sound, what speech costs, words followed in 20 languages",
    "cards": "processor time of a share card, by script",
    "segment": "sentence boundaries found in 20 languages",
}
"""Name of each subject and what it measures; the code stands in ``bench/NAME.py: run(stories)``."""

_BEGIN, _END = "<!-- {0} -->", "<!-- end of {0} -->"


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    shown = "; ".join(f"{name}: {purpose}" for name, purpose in SUBJECTS.items())
    parser.add_argument("subject", choices=sorted(SUBJECTS), help=shown)
    parser.add_argument("--stories", type=int, default=10_000, help="how many stories to work on (default: 10000)")
    parser.add_argument("--write", action="store_true", help="put the result into docs/benchmarks.md")


def run(parsed: argparse.Namespace) -> int:
    """Run one benchmark on a fresh data folder and print its table."""
    sys.path.insert(0, str(ROOT))
    with tempfile.TemporaryDirectory(prefix="kushk-bench-") as data:
        os.environ["KUSHK_DATA"] = data
        began = time.monotonic()
        rows = importlib.import_module(f"bench.{parsed.subject}").run(parsed.stories)
        seconds = time.monotonic() - began
    section = _section(parsed.subject, parsed.stories, rows, seconds)
    print(section)
    if parsed.write:
        _write(parsed.subject, section)
    return 0


def _section(subject: str, stories: int, rows: Iterable[Mapping[str, object]], seconds: float) -> str:
    command = f"./kushk bench {subject} --stories {stories}"
    facts = f"{datetime.now(UTC):%Y-%m-%d}, {_machine()}, {seconds:.0f} s in all: `{command}`"
    return f"## {subject.capitalize()}: {SUBJECTS[subject]}\n\n{facts}\n\n{_table(list(rows))}"


def _machine() -> str:
    model = platform.processor() or platform.machine()
    information = Path("/proc/cpuinfo")
    if information.exists():
        names = [line for line in information.read_text(encoding="utf-8").splitlines() if line.startswith("model name")]
        model = names[0].split(":", 1)[1].strip() if names else model
    return f"{os.cpu_count()} x {model}, Python {platform.python_version()}"


def _table(rows: list[Mapping[str, object]]) -> str:
    names = list(dict.fromkeys(name for row in rows for name in row))
    head = f"| {' | '.join(names)} |\n| {' | '.join('---' for _ in names)} |\n"
    return head + "".join(f"| {' | '.join(str(row.get(name, '')) for name in names)} |\n" for row in rows)


def _write(subject: str, section: str) -> None:
    path = ROOT / "docs" / "benchmarks.md"
    text = path.read_text(encoding="utf-8")
    begin, end = _BEGIN.format(subject), _END.format(subject)
    block = f"{begin}\n{section}{end}"
    if begin in text:
        before, _, rest = text.partition(begin)
        text = before + block + rest.partition(end)[2]
    else:
        text = f"{text.rstrip()}\n\n{block}\n"
    path.write_text(text, encoding="utf-8")
