"""A server of speech on this machine, as hosted ones are: it says what a test tells it to."""

from __future__ import annotations

import json
import struct
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from kushk.engines.speech.espeak.engine import Espeak


def wav(samples: bytes, rate: int, *, channels: int = 1, kind: int = 1, bits: int = 16, size: int | None = None):  # noqa: PLR0913
    shape = struct.pack("<HHIIHH", kind, channels, rate, rate * channels * bits // 8, channels * bits // 8, bits)
    data = (
        b"LIST" + struct.pack("<I", 3) + b"abc\0" + b"data" + struct.pack("<I", len(samples) if size is None else size)
    )
    return b"RIFF\xff\xff\xff\xffWAVEfmt " + struct.pack("<I", len(shape)) + shape + data + samples


class SpeechServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, espeak: Espeak) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.espeak = espeak
        self.asked: list[tuple[dict, dict]] = []
        self.answers: list = []
        """What is sent instead of speech, in turn: status and body, or a function of the handler."""

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"

    def handle_error(self, request, client_address):
        """Say nothing of clients that have gone."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: SpeechServer

    def do_POST(self):
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append((question, dict(self.headers)))
        if self.server.answers:
            answer = self.server.answers.pop(0)
            if callable(answer):
                answer(self)
                return
            self.say(*answer)
            return
        voice = self.server.espeak.voice_for(question["voice"])
        speech = self.server.espeak.speak(question["input"], voice)
        self.say(200, wav(speech.samples, speech.rate) if question["response_format"] == "wav" else speech.samples)

    def say(self, status: int, body: bytes, promised: int | None = None):
        self.send_response(status)
        self.send_header("Content-Length", str(len(body) if promised is None else promised))
        self.end_headers()
        self.wfile.write(body)

    def drip(self, seconds: float):
        """Send a byte now and then."""
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.wfile.write(b"R")
            time.sleep(0.05)
        self.close_connection = True

    def log_message(self, *words):
        pass


@contextmanager
def speech_server(espeak: Espeak):
    server = SpeechServer(espeak)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
