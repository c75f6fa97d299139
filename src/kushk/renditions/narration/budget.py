"""What may be spoken anew in a day."""

from __future__ import annotations

from pathlib import Path

from kushk.renditions import budget


class Overspent(budget.Overspent):
    """So much was spoken today, for one address or for all, that no more is."""

    code = "speech-budget"
    words = "No more can be read aloud for now. Try again in {seconds} seconds; what was made before plays on."


def budget_of(path: Path, *, day: int, address: int) -> budget.Budget:
    """Return the counts of a day.

    Args:
        path: the file that holds them.
        day: characters for everybody together.
        address: characters for one address.
    """
    return budget.Budget(path, {"day": day, "address": address}, Overspent)
