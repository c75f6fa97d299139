"""Loopback servers that answer whatever a test wants, and a small internet whose names lead to them."""

import contextlib
import socket
import threading
from collections.abc import Callable

from kushk.sources.fetch.client import Fetcher, FetchSettings
from kushk.sources.fetch.guard import Network, dial_by_system

Answer = Callable[[socket.socket, bytes], None]


class Server:
    """A TCP server on 127.0.0.1 that hands each connection's request to ``answer`` and counts what comes."""

    def __init__(self, answer: Answer | bytes, *, family=socket.AF_INET, host="127.0.0.1", tls=None):
        self.answer = answer
        self.tls = tls
        self.connections = 0
        self.requests: list[bytes] = []
        self._open: list[socket.socket] = []
        self._listener = socket.create_server((host, 0), family=family)
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self):
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            self._open.append(connection)
            threading.Thread(target=self._one, args=(connection,), daemon=True).start()

    def _one(self, connection):
        with contextlib.suppress(OSError), contextlib.ExitStack() as stack:
            stack.callback(connection.close)
            if self.tls:
                connection = stack.enter_context(self.tls.wrap_socket(connection, server_side=True))
            request = b""
            while b"\r\n\r\n" not in request:
                received = connection.recv(65536)
                if not received:
                    return
                request += received
            self.requests.append(request)
            if isinstance(self.answer, bytes):
                connection.sendall(self.answer)
            else:
                self.answer(connection, request)

    def close(self):
        with contextlib.suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._open:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)
            connection.close()


class Internet:
    """Names, public addresses, and the loopback server behind each; everything dialled is written down."""

    FIRST = "93.184.216.34"

    def __init__(self):
        self.names: dict[str, list[str]] = {}
        self.behind: dict[str, int] = {}
        self.resolved: list[str] = []
        self.dialled: list[str] = []

    def site(self, name: str, server: Server, address: str = FIRST) -> None:
        """Let a name lead to a server by way of a public address."""
        self.names[name] = [address]
        self.behind[address] = server.port

    def resolve(self, host: str, _port: int) -> list[str]:
        self.resolved.append(host)
        if host not in self.names:
            raise OSError(host)
        return self.names[host]

    def dial(self, address: str, _port: int, seconds: float) -> socket.socket:
        self.dialled.append(address)
        if address not in self.behind:
            raise ConnectionRefusedError(111, "Connection refused")
        return dial_by_system("127.0.0.1", self.behind[address], seconds)

    def fetcher(self, tls=None, **settings) -> Fetcher:
        return Fetcher(FetchSettings(**settings), network=Network(self.resolve, self.dial, tls))


def http(body: bytes = b"", status: str = "200 OK", *, length: int | None = None, **headers: str) -> bytes:
    """Return the bytes of a response; header names are written with ``_`` for ``-``."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}"]
    lines += [f"{name.replace('_', '-')}: {value}" for name, value in headers.items()]
    return "\r\n".join(lines).encode("utf-8") + b"\r\n\r\n" + body


def path_of(request: bytes) -> str:
    return request.split(b" ", 2)[1].decode("ascii")


def header_of(request: bytes, name: str) -> str | None:
    for line in request.decode("latin-1").split("\r\n")[1:]:
        if line.lower().startswith(name.lower() + ":"):
            return line.partition(":")[2].strip()
    return None
