"""How fast a finished page is given, beside nginx giving the same bytes as a file; what it costs to make and load."""

from __future__ import annotations

import gzip
import socket
import time
from collections.abc import Iterator
from statistics import median
from urllib.parse import unquote_to_bytes

from bench.serving import PLACE, Load, Server, ask, free_port, nginx, running
from bench.weight import weights

CONNECTIONS = (1, 8, 32)
ROUNDS = 5
SECONDS = 2
RENDERED = 40
_LANGUAGES = ("en", "ar", "hi", "zh", "es", "fr")


def run(stories: int) -> list[dict[str, object]]:
    """Return the rows of the table. It works on the sample stand, however many stories are asked for."""
    del stories
    paths = _ready()
    from kushk.base.options import option
    from kushk.config.commands.up import web_command
    from kushk.config.system import NGINX, WRK, provide

    provide((NGINX, WRK))
    port = free_port()
    with running(web_command(PLACE, port), port, {"KUSHK_PORT": str(port)}) as stand:
        packed = _got(port, paths["story"])
        with nginx(paths["story"], gzip.decompress(packed), packed, option("WORKERS")) as file:
            rows = _beside(stand, file, paths["story"])
        rows += [_alone(stand, name, path) for name, path in _others(paths)]
        rows += _rendered(paths)
        rows += weights({name: stand.url + path for name, path in paths.items() if name != "story"})
    return rows


def _ready() -> dict[str, str]:
    """Load the sample stand; return the paths of the pages by what they are."""
    from kushk.config.setup import gather_static, ready_stand

    ready_stand()
    gather_static()
    from kushk.library.api import newest_stories, publications
    from kushk.pipeline.api import load_sample
    from kushk.reader.addresses import publication_path, story_path

    load_sample()
    newest = {language: newest_stories(language=language).cards[0] for language in _LANGUAGES}
    stories = {f"a story ({language})": story_path("en", card) for language, card in newest.items()}
    first = publications()[0].slug
    front = {"the front page (en)": "/en/", "the front page (ar)": "/ar/"}
    return {"story": stories["a story (en)"], **stories, **front, "a publication": publication_path("en", first)}


def _beside(stand: Server, file: Server, path: str) -> list[dict[str, object]]:
    """Return a row for each number of connections; the two are asked in turns, so that both see the same machine."""
    ask(stand, path, 1, 1), ask(file, path, 1, 1)
    found: dict[int, list[tuple[Load, Load]]] = {connections: [] for connections in CONNECTIONS}
    for _ in range(ROUNDS):
        for connections, pairs in found.items():
            pairs.append((ask(stand, path, connections, SECONDS), ask(file, path, connections, SECONDS)))
    return [_row(connections, pairs) for connections, pairs in found.items()]


def _row(connections: int, pairs: list[tuple[Load, Load]]) -> dict[str, object]:
    ours, theirs = ([pair[side] for pair in pairs] for side in (0, 1))
    return {
        "what": f"kept story page, {connections} connection{'s' if connections > 1 else ''}",
        "requests/s": f"{median(load.rate for load in ours):.0f}",
        "nginx, a file": f"{median(load.rate for load in theirs):.0f}",
        "ratio": f"{median(one.rate / other.rate for one, other in pairs):.2f}",
        "CPU ms a request": f"{median(load.cpu_milliseconds for load in ours):.3f}",
        "nginx CPU ms": f"{median(load.cpu_milliseconds for load in theirs):.3f}",
    }


def _others(paths: dict[str, str]) -> Iterator[tuple[str, str]]:
    yield "kept front page, 8 connections", paths["the front page (en)"]
    yield "a page that is not there, through Django, 8 connections", "/en/nowhere/"
    yield "a redirect, through Django, 8 connections", "/"


def _alone(stand: Server, name: str, path: str) -> dict[str, object]:
    load = ask(stand, path, 8, SECONDS)
    return {"what": name, "requests/s": f"{load.rate:.0f}", "CPU ms a request": f"{load.cpu_milliseconds:.3f}"}


def _rendered(paths: dict[str, str]) -> Iterator[dict[str, object]]:
    """Yield a row for each kind of page: how long Django takes to make it, with all middlewares, nothing kept."""
    from django.core.wsgi import get_wsgi_application
    from django.test import RequestFactory

    made = get_wsgi_application()
    for name in ("a story (en)", "a story (ar)", "the front page (en)", "a publication"):
        times = []
        for _ in range(RENDERED):
            environ = RequestFactory().get("/", headers={"host": PLACE}).environ
            environ["PATH_INFO"] = unquote_to_bytes(paths[name]).decode("latin-1")
            began = time.thread_time()
            answer = made(environ, lambda *_: None)
            times.append((time.thread_time() - began) * 1000)
            answer.close()
        yield {"what": f"{name}, made anew", "CPU ms a request": f"{median(times[3:]):.1f}"}


def _got(port: int, path: str) -> bytes:
    """Return the compressed bytes of a page."""
    with socket.create_connection((PLACE, port)) as line:
        line.sendall(f"GET {path} HTTP/1.0\r\nHost: {PLACE}\r\nAccept-Encoding: gzip\r\n\r\n".encode())
        answer = line.makefile("rb").read()
    return answer.partition(b"\r\n\r\n")[2]
