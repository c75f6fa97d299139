"""A local server of files, as catalogues are served, that can break off."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar


class Files(BaseHTTPRequestHandler):
    """Serves files with parts; the connection of a path in ``broken`` breaks in the middle, once."""

    files: ClassVar[dict[str, bytes]] = {}
    broken: ClassVar[set[str]] = set()
    asked: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self):
        wanted = self.headers.get("Range", "")
        self.asked.append((self.path, wanted))
        data = self.files.get(self.path)
        if data is None:
            self.send_error(404)
            return
        first, last = map(int, wanted.removeprefix("bytes=").split("-")) if wanted else (0, len(data) - 1)
        if first >= len(data):
            self.send_error(416)
            return
        part = data[first : last + 1]
        self.send_response(206 if wanted else 200)
        self.send_header("Content-Length", str(len(part)))
        if wanted:
            self.send_header("Content-Range", f"bytes {first}-{first + len(part) - 1}/{len(data)}")
        self.end_headers()
        if self.path in self.broken and first > 0:
            self.broken.discard(self.path)
            self.wfile.write(part[: len(part) // 2])
            self.close_connection = True
            return
        self.wfile.write(part)

    def log_message(self, *_):
        return


@contextmanager
def serving(files: dict[str, bytes]) -> Iterator[str]:
    """Serve files; yields host and port."""
    Files.files, Files.broken, Files.asked = files, set(), []
    httpd = ThreadingHTTPServer(("127.0.0.1", 0), Files)
    thread = threading.Thread(target=httpd.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"127.0.0.1:{httpd.server_port}"
    finally:
        httpd.shutdown()
        thread.join()
        httpd.server_close()
