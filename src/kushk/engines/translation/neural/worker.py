"""The process in which models are computed: ``python -m kushk.engines.translation.neural.worker``."""

from __future__ import annotations

import resource
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Any

from kushk.engines.process import Answer, serve
from kushk.engines.translation.neural.pieces import (
    SPECIAL,
    Stretch,
    Token,
    clauses,
    links,
    places_of_bytes,
    spelled,
)

_MEMORY = 12 << 30
"""Bytes of address space, most of which is only reserved."""
_MODELS = 2
"""Models held at a time."""
MOST_PIECES = 200
"""Of a part: models are trained on sentences, and grow worse or end early in what is longer."""
_BEAM = 2
_BATCH_TOKENS = 1_024
_MADE_PER_PIECE = 3
_MADE_MORE = 30
_MOST_MADE = 480
"""OPUS-MT has places for 512 tokens."""
_UNSPACED = frozenset({"zh", "ja", "th", "lo", "km", "my"})


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of a text, ready for the model."""

    owner: int
    start: int
    text: str
    tokens: list[Token]


@lru_cache(maxsize=_MODELS)
def _model(weights: str, reads: str, _version: str) -> _Model:
    return _Model(weights, reads)


class _Model:
    """A loaded model with what cuts texts into its pieces."""

    def __init__(self, weights: str, reads: str) -> None:
        import ctranslate2
        import sentencepiece

        self.network = ctranslate2.Translator(weights, compute_type="int8", intra_threads=1)
        self.processor = sentencepiece.SentencePieceProcessor(model_file=reads)

    def pieces(self, text: str) -> list[Token]:
        """Cut a text; an unknown piece that is spelled like a token of the model does not become that token."""
        places = places_of_bytes(text)
        unknown = self.processor.unk_id()
        tokens = []
        for piece in self.processor.encode(text, return_type="proto").pieces:
            odd = piece.id == unknown and SPECIAL.fullmatch(piece.piece)
            tokens.append(Token("<unk>" if odd else piece.piece, _stretch(places, piece.begin, piece.end)))
        return tokens

    def translate(self, parts: Sequence[_Part], question: dict[str, Any]) -> list[dict[str, Any]]:
        """Translate parts, all at once."""
        before, after, prefix = (question[name] for name in ("before", "after", "prefix"))
        given = [[*before, *(token.text for token in part.tokens), *after] for part in parts]
        most = min(max(map(len, given)) * _MADE_PER_PIECE + _MADE_MORE, _MOST_MADE)
        results = self.network.translate_batch(
            given,
            target_prefix=[prefix] * len(given) if prefix else None,
            beam_size=_BEAM,
            max_batch_size=_BATCH_TOKENS,
            batch_type="tokens",
            max_input_length=0,
            max_decoding_length=most,
            return_attention=True,
            replace_unknowns=True,
        )
        return [
            _read(part, result.hypotheses[0], result.attention[0], len(before), len(prefix), most)
            for part, result in zip(parts, results, strict=True)
        ]


def _stretch(places: Sequence[int], begin: int, end: int) -> Stretch:
    """Return the characters of which some bytes are part."""
    first = places[begin]
    return first, max(places[end - 1] + 1, first) if end > begin else first


def _read(  # noqa: PLR0913, PLR0917 - all that is known of one result
    part: _Part, tokens: list[str], attention: list[list[float]], before: int, prefix: int, most: int
) -> dict[str, Any]:
    if len(tokens) >= most:
        return {"bad": "it does not come to an end"}
    text, at = spelled([*([""] * prefix), *tokens[prefix:]])
    if not text:
        return {"bad": "nothing came out"}
    columns = len(attention[0]) if attention else 0
    source = [*([None] * before), *(token.at for token in part.tokens)][:columns]
    found = links(attention, source, at, part.text, text)
    return {"text": text, "links": [[link.start, link.end, link.target_start, link.target_end] for link in found]}


def _parts(model: _Model, owner: int, text: str) -> list[_Part] | None:
    """Return a text as parts that the model takes, None when that cannot be done."""
    tokens = model.pieces(text)
    if len(tokens) <= MOST_PIECES:
        return [_Part(owner, 0, text, tokens)]
    cut = clauses(text, [token.at[0] for token in tokens if token.at], MOST_PIECES)
    parts = [_Part(owner, start, text[start:end], model.pieces(text[start:end])) for start, end in cut or ()]
    return parts if parts and all(len(part.tokens) <= MOST_PIECES for part in parts) else None


def _joined(parts: Sequence[tuple[_Part, dict[str, Any]]], between: str) -> dict[str, Any]:
    """Put the translated parts of one text together again."""
    text, found = "", []
    for part, made in parts:
        if "text" not in made:
            return made
        text += between if text else ""
        for start, end, target_start, target_end in made["links"]:
            found.append([start + part.start, end + part.start, target_start + len(text), target_end + len(text)])
        text += made["text"]
    return {"text": text, "links": found}


def translated(question: dict[str, Any]) -> list[dict[str, Any]]:
    """Return for each text of a question its translation with links, or what is wrong: ``cannot`` or ``bad``."""
    model = _model(question["weights"], question["reads"], question["version"])
    every = [_parts(model, owner, text) for owner, text in zip(count(), question["texts"])]
    ready = [part for parts in every if parts for part in parts]
    made = list(zip(ready, model.translate(ready, question) if ready else [], strict=True))
    between = "" if question["target"].partition("-")[0] in _UNSPACED else " "
    return [
        _joined([each for each in made if each[0].owner == owner], between)
        if parts
        else {"cannot": f"a clause has more than {MOST_PIECES} pieces"}
        for owner, parts in enumerate(every)
    ]


def main() -> None:
    """Answer until the parent has gone."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    def answer(question: dict[str, Any], _payload: bytes) -> Answer:
        return {"made": translated(question)}, b""

    serve(answer)


if __name__ == "__main__":
    main()
