"""Run one of Django's own commands, such as “shell” or “dbshell”."""

from __future__ import annotations

import argparse

from kushk.config.setup import ready_django


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("arguments", nargs=argparse.REMAINDER, help="Django's command and its arguments")


def run(parsed: argparse.Namespace) -> int:
    """Hand over to Django."""
    ready_django()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["./kushk manage", *parsed.arguments])
    return 0
