"""Set everything up, start the stand and its background work, and print the address. Ctrl-C stops it."""

from __future__ import annotations

import argparse
import os
import socket
import sys
import threading
import time

from kushk.base.options import option
from kushk.config.progress import Bar
from kushk.config.setup import gather_static, ready_stand
from kushk.config.supervisor import Part, Supervisor
from kushk.config.system import APERTIUM, OPUS, provide
from kushk.core.errors import KushkError


class PortTaken(KushkError):
    """Another program listens on the port."""

    code = "port-taken"
    words = "Port {port} on {host} is taken: stop what runs there, or set KUSHK_PORT to another."


def configure(parser: argparse.ArgumentParser) -> None:
    """Name the arguments."""
    parser.add_argument("--host", help="address to listen on (KUSHK_HOST)")
    parser.add_argument("--port", type=int, help="port to listen on (KUSHK_PORT)")
    parser.add_argument("--no-sample", action="store_true", help="leave the sample stand out of a new stand")


def run(parsed: argparse.Namespace) -> int:
    """Set up, then supervise the web server and the worker."""
    _into_environment(parsed)
    host, port = option("HOST"), option("PORT")
    _refuse_taken_port(host, port)
    provide((OPUS, APERTIUM))
    ready_stand()
    gather_static()
    if option("SAMPLE"):
        _load_sample()
    _refresh_pages_if_engines_changed()
    threading.Thread(target=_announce, args=(host, port), daemon=True).start()
    return Supervisor([Part("the web server", web_command(host, port)), Part("the worker", _own_command("work"))]).run()


def _into_environment(parsed: argparse.Namespace) -> None:
    """Hand the arguments on as options, which the child processes read as well."""
    if parsed.host:
        os.environ["KUSHK_HOST"] = parsed.host
    if parsed.port:
        os.environ["KUSHK_PORT"] = str(parsed.port)
    if parsed.no_sample:
        os.environ["KUSHK_SAMPLE"] = "no"


def _refuse_taken_port(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            raise PortTaken(host=host, port=port) from None


def _load_sample() -> None:
    from kushk.library import api as library

    if not library.publications():
        from kushk.pipeline import api as pipeline
        from kushk.renditions.narration import api as narration

        with Bar("Loading the sample stand") as progress:
            pipeline.load_sample(progress)
        narration.forget_engines()  # the web server and the worker have their own


def _refresh_pages_if_engines_changed() -> None:
    """Have every page made anew when voices or languages have come or gone since the last start."""
    from kushk.config.able import refresh_pages_if_engines_changed

    refresh_pages_if_engines_changed()


def _own_command(name: str) -> list[str]:
    return [sys.executable, "-m", "kushk", name]


THREADS = "4"
"""Of each web process: a story that is being spoken for the first time holds one of them for seconds."""


def web_command(host: str, port: int) -> list[str]:
    """Return how the web server is started."""
    server = [sys.executable, "-m", "granian", "--interface", "wsgi", "kushk.config.wsgi:application"]
    where = ["--host", host, "--port", str(port), "--workers", str(option("WORKERS")), "--blocking-threads", THREADS]
    manners = ["--log-level", "warning", "--no-access-log", "--respawn-failed-workers", "--backlog", "1024"]
    return [*server, *where, *manners]


def _announce(host: str, port: int) -> None:
    """Print the address once the server answers there."""
    while True:
        try:
            with socket.create_connection((host, port), timeout=1):
                break
        except OSError:
            time.sleep(0.05)
    shown = f"[{host}]" if ":" in host else host
    print(f"\n  Kushk is open at http://{shown}:{port}/   (Ctrl-C closes it)\n", flush=True)
