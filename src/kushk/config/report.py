"""One line about one run over a source."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kushk.pipeline.api import BroughtIn


def brought_in_line(report: BroughtIn) -> str:
    """Return what a run came to, for a terminal."""
    if report.error_code:
        return f"{report.error} [{report.error_code}]"
    counts = (
        (report.new, "new"),
        (report.corrected, "corrected"),
        (report.unchanged, "unchanged"),
        (report.duplicate, "there already"),
    )
    return ", ".join(f"{count} {what}" for count, what in counts if count) or "nothing new"
