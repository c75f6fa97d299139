"""Run every test and check. With arguments, run pytest alone with those arguments."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from kushk.base.options import ROOT
from kushk.config.system import FOR_TESTS, provide

CHECKS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("lint", ("ruff", "check", "--quiet", ".")),
    ("format", ("ruff", "format", "--check", "--quiet", ".")),
    ("types", ("mypy",)),
    ("import map", ("lint-imports",)),
    ("templates", ("djlint", "src/kushk/reader", "src/kushk/desk", "--lint", "--quiet")),
    ("migrations", ("django", "makemigrations", "--check", "--dry-run", "--settings", "tests.settings")),
)
"""Name of each check and the program that does it, with its arguments."""


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument(
        "arguments", nargs=argparse.REMAINDER, help="arguments for pytest; without any, everything runs"
    )


def run(parsed: argparse.Namespace) -> int:
    """Run the checks, then the tests; every check runs even when an earlier one failed."""
    provide(FOR_TESTS)
    if parsed.arguments:
        return _call("pytest", tuple(parsed.arguments))
    failed = [name for name, command in CHECKS if not _check(name, command)]
    workers = str(min(os.cpu_count() or 1, 4))
    status = _call("pytest", ("-q", "-n", workers, "--dist", "loadfile"))
    if failed:
        print(f"kushk: these checks failed: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else status


def _check(name: str, command: tuple[str, ...]) -> bool:
    began = time.monotonic()
    done = subprocess.run(
        [*_program(command[0]), *command[1:]], cwd=ROOT, env=_environment(), capture_output=True, text=True, check=False
    )
    passed = done.returncode == 0
    print(f"  {name:<12} {'ok' if passed else 'FAILED':<7} {time.monotonic() - began:5.1f} s", flush=True)
    if not passed:
        print(done.stdout + done.stderr, flush=True)
    return passed


def _program(name: str) -> list[str]:
    """Return how a program of the environment is run; one without a script of its own is a module."""
    script = Path(sys.executable).parent / name
    return [str(script)] if script.exists() else [sys.executable, "-m", name]


def _call(module: str, arguments: tuple[str, ...]) -> int:
    return subprocess.run(
        [sys.executable, "-m", module, *arguments], cwd=ROOT, env=_environment(), check=False
    ).returncode


def _environment() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}
