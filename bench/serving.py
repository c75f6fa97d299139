"""Servers to measure: the stand as ``up`` starts it, nginx with a file, and wrk to ask them."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

PLACE = "127.0.0.1"
_SYSTEM = Path("/usr/sbin")

_CONFIGURATION = """
{user}
daemon off; worker_processes {workers}; pid {folder}/nginx.pid; error_log stderr crit;
events {{ worker_connections 512; }}
http {{
    types {{ text/html html; }}
    access_log off; sendfile on; tcp_nopush on; keepalive_requests 100000000; gzip_static on; gzip_vary on;
    open_file_cache max=100; server_tokens off; client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi; uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    server {{ listen {place}:{port} backlog=1024; root {folder}/root; add_header Cache-Control "public, max-age=60"; }}
}}
"""
"""As fast as nginx gives a file: compressed beforehand, its handle kept open, no log."""


@dataclass(frozen=True, slots=True)
class Server:
    """A running server."""

    url: str
    pid: int

    def cpu_seconds(self) -> float:
        """Return the processor time that its processes have taken so far."""
        return sum(_ticks(pid) for pid in [self.pid, *_children(self.pid)]) / os.sysconf("SC_CLK_TCK")


@dataclass(frozen=True, slots=True)
class Load:
    """What one round of wrk found."""

    rate: float
    cpu_milliseconds: float


def ask(server: Server, path: str, connections: int, seconds: int) -> Load:
    """Let wrk ask for one path over some connections for some seconds."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "-H", "Accept-Encoding: gzip", server.url + path]
    before = server.cpu_seconds()
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    spent = server.cpu_seconds() - before
    requests = int(re.search(r"(\d+) requests in", done.stdout)[1])  # type: ignore[index]
    rate = float(re.search(r"Requests/sec:\s+([\d.]+)", done.stdout)[1])  # type: ignore[index]
    return Load(rate, spent * 1000 / requests)


@contextmanager
def running(command: Sequence[str], port: int, environment: dict[str, str] | None = None) -> Iterator[Server]:
    """Start a server, wait until it listens, and end it and its children afterwards."""
    process = subprocess.Popen(command, env={**os.environ, **(environment or {})}, start_new_session=True)
    try:
        _wait(port)
        yield Server(f"http://{PLACE}:{port}", process.pid)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@contextmanager
def nginx(path: str, plain: bytes, packed: bytes, workers: int) -> Iterator[Server]:
    """Run an nginx of its own that gives these bytes at a path, from two files."""
    with tempfile.TemporaryDirectory(prefix="kushk-nginx-") as name:
        folder, port = Path(name), free_port()
        file = folder / "root" / (urlsplit(path).path.strip("/") + "/index.html")
        file.parent.mkdir(parents=True)
        file.write_bytes(plain)
        file.with_name("index.html.gz").write_bytes(packed)
        user = "user root;" if os.geteuid() == 0 else ""
        text = _CONFIGURATION.format(user=user, workers=workers, folder=folder, port=port, place=PLACE)
        (folder / "nginx.conf").write_text(text, encoding="ascii")
        program = shutil.which("nginx") or str(_SYSTEM / "nginx")
        with running([program, "-p", name, "-c", str(folder / "nginx.conf")], port) as server:
            yield server


def free_port() -> int:
    """Return a port that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((PLACE, 0))
        return int(probe.getsockname()[1])


def _wait(port: int) -> None:
    deadline = time.monotonic() + 60
    while True:
        try:
            with socket.create_connection((PLACE, port), timeout=1):
                return
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def _children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [child for each in found for child in (int(each), *_children(int(each)))]
