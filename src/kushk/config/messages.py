"""Every message that templates and code say, found by reading them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from kushk.base.locale.checks.model import Key

SOURCES = Path(__file__).resolve().parents[1]

_TAGS = frozenset({"say", "words"})
"""Template tags whose first word is a message and whose second, when it is quoted too, is its context."""

_FUNCTIONS = frozenset({"message", "noted", "said", "wording"})
"""Functions in code whose first text is a message and whose second text is its context."""


def messages(sources: Path = SOURCES) -> set[Key]:
    """Return context and English text of every message that readers can meet."""
    from kushk.reader.scripting import WORDS
    from kushk.reader.settingsform import form_words
    from kushk.reader.topics import TOPICS

    found = {("topic", text) for text in TOPICS.values()}
    found.update((context, text) for text, context in (*WORDS.values(), *form_words()))
    for path in (*sources.rglob("templates/**/*.html"), *sources.rglob("templates/**/*.txt")):
        found.update(in_template(path.read_text(encoding="utf-8")))
    for path in sources.rglob("*.py"):
        found.update(in_code(path.read_text(encoding="utf-8")))
    return found


def in_template(text: str) -> Iterator[Key]:
    """Yield the messages of a Django template."""
    from django.template.base import Lexer, TokenType
    from django.utils.text import smart_split

    for token in Lexer(text).tokenize():
        bits = list(smart_split(token.contents)) if token.token_type is TokenType.BLOCK else []
        if len(bits) > 1 and bits[0] in _TAGS and bits[1].startswith('"'):
            meaning = bits[2] if len(bits) > 2 and bits[2].startswith('"') else '""'  # noqa: PLR2004 - tag, text, context
            yield ast.literal_eval(meaning), ast.literal_eval(bits[1])


def in_code(text: str) -> Iterator[Key]:
    """Yield the messages of a Python module. Only texts that stand in the call itself can be found."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in _FUNCTIONS:
            texts = [part.value if isinstance(part, ast.Constant) else None for part in node.args]
            if texts and isinstance(texts[0], str):
                yield next((text for text in texts[1:] if isinstance(text, str)), ""), texts[0]
