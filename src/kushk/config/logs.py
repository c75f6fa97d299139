"""What is logged goes to the error stream, one line an event, so that standard output holds answers alone."""

from __future__ import annotations

import sys

import structlog

from kushk.base.options import option


def log_to_stderr() -> None:
    """Set the log up for a command."""
    renderer = structlog.dev.ConsoleRenderer(
        colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback, pad_event_to=0
    )
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="%Y-%m-%d %H:%M:%S", utc=True),
            renderer,
        ],
        wrapper_class=structlog.make_filtering_bound_logger(option("LOG")),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
