"""The end of every check: no complaints, or all of them at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence


def assert_none(found: Mapping[str, Sequence[str]]) -> None:
    """Fail with every complaint of every page, one a line."""
    lines = [f"{name}: {complaint}" for name, complaints in found.items() for complaint in complaints]
    if lines:
        raise AssertionError("\n".join(lines))
