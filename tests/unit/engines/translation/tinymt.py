"""A tiny translation model that tests make: real files, and a network whose output is known beforehand.

One layer each. Its attention looks at the piece of the same place, and its weights turn each piece into another one
of the same kind, so ``n`` pieces become ``n`` pieces: gibberish, but well-formed and with a known alignment.
"""

from __future__ import annotations

import io
import json
import zipfile
from functools import lru_cache
from pathlib import Path

import numpy as np

LANGUAGE_CODES = ("eng_Latn", "arb_Arab", "spa_Latn")
SPECIALS = ("<unk>", "<s>", "</s>")
MOST_PLACES = 300
_PLACE_WAVES = 16
_SHARP = 60.0
TEXT = (
    "The ferry arrived three hours late, because of fog. Nobody slept in the old town of Marsa. "
    "The water rose at night and the gates held. On 3.5.2024 at 10:30 people paid 5–6 for bread? "
    "La barca llegó tarde por la niebla; nadie durmió en el pueblo viejo! "
    "أعلن الوزير عن خطة جديدة. وصلت العبارة متأخرة ثلاث ساعات بسبب الضباب. "
)


@lru_cache(maxsize=1)
def sentencepiece_model() -> bytes:
    """A SentencePiece model trained on the text above."""
    import sentencepiece

    made = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(TEXT.split(". ")),
        model_writer=made,
        vocab_size=130,
        hard_vocab_limit=False,
        minloglevel=2,
        num_threads=1,
    )
    return made.getvalue()


def pieces() -> list[str]:
    import sentencepiece

    processor = sentencepiece.SentencePieceProcessor(model_proto=sentencepiece_model())
    return [processor.id_to_piece(number) for number in range(3, processor.get_piece_size())]


def becomes() -> dict[str, str]:
    """What the model makes of each piece: the next one of its kind (begins a word, has letters)."""
    kinds: dict[tuple[bool, bool], list[str]] = {}
    for piece in pieces():
        kinds.setdefault((piece.startswith("▁"), any(map(str.isalnum, piece))), []).append(piece)
    return {
        piece: kind[(place + 1) % len(kind)] if letters else piece
        for (_, letters), kind in kinds.items()
        for place, piece in enumerate(kind)
    }


def write_model(folder: Path, extra: tuple[str, ...] = (), *, eos: bool = False) -> None:
    """Write a CTranslate2 model.

    Args:
        folder: for ``model.bin``, ``config.json`` and the vocabulary.
        extra: tokens that stand for languages; they become themselves.
        eos: the library itself puts the end mark behind the source.
    """
    from ctranslate2.specs import TransformerSpec

    tokens = [*SPECIALS, *pieces(), *extra]
    spec = TransformerSpec.from_config(1, 1, pre_norm=True)
    _fill(spec, tokens)
    spec.register_source_vocabulary(tokens)
    spec.register_target_vocabulary(tokens)
    spec.config.add_source_eos = eos
    spec.validate()
    spec.optimize("int8")
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))


def _fill(spec, tokens: list[str]) -> None:
    count, waves = len(tokens), 4 * _PLACE_WAVES
    wide = 2 * count + waves  # what a token is, where it stands, what comes out
    wide += -wide % 8
    seen, place, out = slice(0, count), slice(count, count + waves), slice(count + waves, 2 * count + waves)
    embeddings = np.zeros((count, wide), np.float32)
    embeddings[:, seen] = np.eye(count) * 4
    places = np.zeros((MOST_PLACES, wide), np.float32)
    angles = np.arange(MOST_PLACES)[:, None] / 1.6 ** np.arange(_PLACE_WAVES)[None]
    places[:, place] = np.concatenate([np.sin(angles), np.cos(angles), -np.sin(angles), -np.cos(angles)], axis=1)
    looks, says, ends = (np.zeros((wide, wide), np.float32) for _ in range(3))
    looks[place, place] = np.eye(waves) * _SHARP / wide**0.25
    made = becomes()
    for number, token in enumerate(tokens):
        says[out.start + tokens.index(made.get(token, token)), number] = 1
    ends[out, out] = np.eye(count) * 8
    projection = np.zeros((count, wide), np.float32)
    projection[:, out] = np.eye(count) * 4
    nothing = np.zeros(wide, np.float32)

    def linear(part, weight):
        part.weight, part.bias = weight, np.zeros(weight.shape[0], np.float32)

    def norm(part):
        part.gamma, part.beta = np.ones(wide, np.float32), nothing

    def still(layer):
        linear(layer.self_attention.linear[0], np.zeros((3 * wide, wide), np.float32))
        linear(layer.self_attention.linear[1], np.zeros((wide, wide), np.float32))
        linear(layer.ffn.linear_0, np.zeros((8, wide), np.float32))
        linear(layer.ffn.linear_1, np.zeros((wide, 8), np.float32))
        norm(layer.self_attention.layer_norm)
        norm(layer.ffn.layer_norm)

    for coder in (spec.encoder, spec.decoder):
        still(coder.layer[0])
        norm(coder.layer_norm)
        coder.scale_embeddings = False
        coder.position_encodings.encodings = places
    spec.encoder.embeddings[0].weight = embeddings
    spec.decoder.embeddings.weight = embeddings
    across = spec.decoder.layer[0].attention
    norm(across.layer_norm)
    linear(across.linear[0], looks)
    linear(across.linear[1], np.concatenate([looks, says]))
    linear(across.linear[2], ends)
    linear(spec.decoder.projection, projection)


def write_argos(folder: Path, source: str = "en", target: str = "ar", **more) -> Path:
    """Write what an unpacked ``.argosmodel`` holds."""
    write_model(folder / "model", eos=True)
    (folder / "sentencepiece.model").write_bytes(sentencepiece_model())
    facts = {"from_code": source, "to_code": target, "package_version": "1.9", "argos_version": "1.9", **more}
    (folder / "metadata.json").write_text(json.dumps(facts), encoding="utf-8")
    return folder


def write_opus(folder: Path, extra: tuple[str, ...] = ()) -> Path:
    """Write an OPUS-MT model as its converter leaves it, with both SentencePiece models beside it."""
    write_model(folder, extra)
    for name in ("source.spm", "target.spm"):
        (folder / name).write_bytes(sentencepiece_model())
    return folder


def write_nllb(folder: Path) -> Path:
    """Write an NLLB model: languages are tokens."""
    write_model(folder, LANGUAGE_CODES)
    (folder / "sentencepiece.bpe.model").write_bytes(sentencepiece_model())
    return folder


def packed(folder: Path, to: Path, top: str = "translate-en_ar-1_9") -> Path:
    """Zip a folder as ``.argosmodel`` files are."""
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(folder.rglob("*")):
            archive.write(path, f"{top}/{path.relative_to(folder)}")
    return to
