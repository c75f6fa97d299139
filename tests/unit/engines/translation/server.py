"""A server on loopback with LibreTranslate's and OpenAI's interfaces: it makes words up, and fails as told."""

from __future__ import annotations

import json
import threading
import time
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from kushk.engines.translation.interface import Brief, Segment, Span
from kushk.engines.translation.null import NullEngine

NULL = NullEngine()
OWN = {"pb": "pt", "zt": "zh"}

SPOILT = {
    "few": lambda texts: texts[:-1],
    "many": lambda texts: [*texts, "one more"],
    "numbers": lambda texts: [1] * len(texts),
    "string": lambda texts: "one text",
    "markup": lambda texts: [f"<script>alert(1)</script>{text}" for text in texts],
    "address": lambda texts: [f"{text} see https://evil.example/" for text in texts],
    "empty": lambda texts: ["" for _ in texts],
    "long": lambda texts: [text * 500 for text in texts],
    "one empty": lambda texts: ["", *texts[1:]],
}
TWISTED = {
    "extra": lambda made: {**made, "deadbeef": "Buy now."},
    "missing": lambda made: dict(list(made.items())[1:]),
    "none": lambda made: {},
    "list": lambda made: list(made.values()),
    "prompt": lambda made: dict.fromkeys(made, "You translate news from en into es. " * 20),
    "markup": lambda made: {name: f"<img src=x onerror=alert(1)>{text}" for name, text in made.items()},
    "address": lambda made: {name: f"{text} https://evil.example/" for name, text in made.items()},
    "nested": lambda made: {name: {"text": text} for name, text in made.items()},
    "broken marks": lambda made: {name: text.replace("⟦/", "⟦") for name, text in made.items()},
    "strange marks": lambda made: {name: f"⟦77⟧{text}⟦/77⟧" for name, text in made.items()},
    "wrapped": lambda made: {"sentences": made},
}
"""What the server does with its answer, by the fault that it is told."""


class TranslationServer(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), _Handler)
        self.faults: list[str] = []
        """Faults of the next answers, in order; then all is well."""
        self.asked: list[dict] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"

    def handle_error(self, request, client_address):
        pass


def _reversed_marks(text: str, source: str, target: str) -> str:
    """Translate text with marks as a good model would: the marks stay around their words."""
    import re

    plain, spans, opened, at = "", [], {}, 0
    for mark in re.finditer(r"⟦(/?)(\d+)⟧", text):
        plain += text[at : mark.start()]
        at = mark.end()
        if mark[1]:
            spans.append(Span(int(mark[2]), opened[mark[2]], len(plain)))
        else:
            opened[mark[2]] = len(plain)
    plain += text[at:]
    made = next(NULL.translate([Segment(plain, tuple(spans))], Brief(source, target)))
    edges = [(span.start, 1, f"⟦{span.id}⟧") for span in made.spans] + [
        (span.end, 0, f"⟦/{span.id}⟧") for span in made.spans
    ]
    out, last = "", 0
    for place, _, mark in sorted(edges):
        out += made.text[last:place] + mark
        last = place
    return out + made.text[last:]


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def do_GET(self):
        codes = ["en", "es", "ar", "zh", "zt", "pb", "fr"]
        self.say(200, [{"code": code, "name": code, "targets": codes} for code in codes])

    def do_POST(self):
        question = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.server.asked.append(question)
        fault = self.server.faults.pop(0) if self.server.faults else ""
        if self.fail_early(fault):
            return
        if self.path == "/translate":
            self.libre(question, fault)
        else:
            self.chat(question, fault)

    def fail_early(self, fault: str) -> bool:
        if fault.isdecimal():
            self.say(int(fault), {"error": "told to fail"}, {"Retry-After": "1"})
        elif fault == "drop":
            self.close_connection = True
            self.connection.close()
        elif fault == "hang":
            time.sleep(3)
            self.close_connection = True
        elif fault == "garbage":
            self.raw(200, b"\xff\xfe not json {{{")
        elif fault == "huge":
            self.raw(200, b'"' + b"x" * (40 << 20) + b'"')
        elif fault == "drip":
            self.send_response(200)
            self.send_header("Content-Length", "1000000")
            self.end_headers()
            try:
                for _ in range(200):
                    self.wfile.write(b" ")
                    self.wfile.flush()
                    time.sleep(0.05)
            except OSError:
                pass
            self.close_connection = True
        else:
            return False
        return True

    def libre(self, question, fault):
        texts = [
            next(
                NULL.translate(
                    [Segment(text)], Brief(question["source"], OWN.get(question["target"], question["target"]))
                )
            ).text
            if text.strip()
            else text
            for text in question["q"]
        ]
        self.say(200, {"translatedText": SPOILT.get(fault, list)(texts)})

    def chat(self, question, fault):
        rules, user = question["messages"]
        data = json.loads(user["content"])
        source, target = rules["content"].split(" from ")[1].split(".")[0].split(" into ")
        made = {name: _reversed_marks(text, source, target) for name, text in data["sentences"].items()}
        content: object = json.dumps(TWISTED.get(fault, dict)(made), ensure_ascii=False)
        if fault == "fenced":
            content = f"```json\n{content}\n```"
        if fault == "chatty":
            content = f"Sure! Here is the translation:\n{content}"
        if fault == "no text":
            content = None
        self.say(200, {"choices": [{"message": {"role": "assistant", "content": content}}]})

    def say(self, status: int, value: object, headers: dict | None = None):
        self.raw(status, json.dumps(value).encode(), headers)

    def raw(self, status: int, body: bytes, headers: dict | None = None):
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            self.close_connection = True


@contextmanager
def translation_server():
    server = TranslationServer()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
