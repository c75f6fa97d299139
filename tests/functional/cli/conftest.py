"""The command line as an operator runs it: real processes on a data folder of their own."""

import os
import socket
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
SAMPLE = ROOT / "src" / "kushk" / "sample"


class Kushk:
    """Runs ``./kushk`` commands on one data folder."""

    def __init__(self, data: Path):
        self.data = data
        self.environment = {**os.environ, "KUSHK_DATA": str(data), "PYTHONPATH": str(ROOT / "src")}
        self.environment.pop("DJANGO_SETTINGS_MODULE", None)

    def command(self, *arguments: str) -> list[str]:
        return [sys.executable, "-m", "kushk", *arguments]

    def __call__(self, *arguments: str, given: bytes = b"", **environment: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            self.command(*arguments),
            input=given,
            env={**self.environment, **environment},
            cwd=ROOT,
            capture_output=True,
            timeout=120,
            check=False,
        )
        return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())

    def start(self, *arguments: str, **environment: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            self.command(*arguments),
            env={**self.environment, **environment},
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )


@pytest.fixture
def kushk(tmp_path) -> Kushk:
    return Kushk(tmp_path / "data")


@pytest.fixture
def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
