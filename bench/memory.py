"""Resident memory of this process over time."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path


@dataclass
class Memory:
    """Megabytes seen, in order."""

    seen: list[float] = field(default_factory=list)

    def look(self) -> None:
        """Note what is resident now; nothing where the system does not tell."""
        status = Path("/proc/self/status")
        if status.exists():
            lines = status.read_text(encoding="ascii", errors="replace").splitlines()
            self.seen += [int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS:")]

    def told(self) -> str:
        """Return what the first and the last tenth needed, and the most."""
        if not self.seen:
            return "unknown"
        tenth = max(len(self.seen) // 10, 1)
        first, last = max(self.seen[:tenth]), max(self.seen[-tenth:])
        return f"first tenth {first:.0f} MB, last tenth {last:.0f} MB, most {max(self.seen):.0f} MB"
