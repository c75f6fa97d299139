"""Which kind of model a folder holds, between which languages it translates, and how it wants to be asked."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kushk.core.errors import KushkError
from kushk.core.languages import base
from kushk.engines.translation.interface import Pair
from kushk.engines.translation.neural.codes import FLORES, opus_names, tag_of
from kushk.engines.translation.neural.pieces import SPECIAL

NOTE = "kushk.json"
"""Written beside a model when it is added: where it is from, its licence, its checksum."""
WEIGHTS = "model.bin"
_END = "</s>"
_MOST_DESCRIPTION = 1 << 20
_MOST_VOCABULARY = 64 << 20
_SAMPLE = 1 << 20
_OPUS_NAME = re.compile(r"(?:.*[^a-z0-9])?([a-z]{2,3}(?:_[A-Za-z]{4})?)[-_]([a-z]{2,3}(?:_[A-Za-z]{4})?)", re.ASCII)


class BadModel(KushkError):
    """A file or folder that holds no translation model of a kind that is known."""

    code = "bad-language-model"
    words = "“{name}” is no translation model that can be used: {detail}."


@dataclass(frozen=True, slots=True)
class Asking:
    """The tokens that a model wants around what it is to translate."""

    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    prefix: tuple[str, ...] = ()
    """With which its answer begins."""


@dataclass(frozen=True, slots=True)
class Model:
    """A model that was added."""

    folder: Path
    title: str
    """As readers are told it."""
    release: str
    pairs: Mapping[Pair, Asking] = field(repr=False)
    weights: Path
    reads: Path
    """SentencePiece model of the source."""
    version: str
    """Changes with the files."""
    note: Mapping[str, Any]
    """What was written down when it was added."""

    @property
    def name(self) -> str:
        """Name of its folder."""
        return self.folder.name

    @property
    def licence(self) -> str:
        """As its makers say it; empty when they do not."""
        return str(self.note.get("licence", ""))


def read_model(folder: Path) -> Model:
    """Recognise a model.

    Raises:
        BadModel: it is none, or its parts do not fit.
    """
    try:
        if (folder / "metadata.json").is_file():
            return _argos(folder)
        if (folder / "sentencepiece.bpe.model").is_file():
            return _nllb(folder)
        if (folder / "source.spm").is_file():
            return _opus(folder)
    except OSError as fault:
        raise BadModel(name=folder.name, detail=fault.strerror or "it cannot be read") from None
    raise BadModel(name=folder.name, detail="it has neither metadata.json nor a SentencePiece model")


def read_note(folder: Path) -> dict[str, Any]:
    """Return what was written down about a model; nothing for one that was put there by hand."""
    return _json(folder / NOTE) if (folder / NOTE).is_file() else {}


def _argos(folder: Path) -> Model:
    facts = _json(folder / "metadata.json")
    pair = tag_of(str(facts.get("from_code", ""))), tag_of(str(facts.get("to_code", "")))
    if (folder / "bpe.model").is_file():
        raise BadModel(name=folder.name, detail="its words are cut by bpe.model, and only sentencepiece.model is read")
    prefix = str(facts.get("target_prefix") or "")
    asking = Asking(prefix=(prefix,) if prefix else ())
    release = str(facts.get("package_version", ""))
    return _made(folder, "Argos", {pair: asking}, folder / "model", folder / "sentencepiece.model", release=release)


def _opus(folder: Path) -> Model:
    note = read_note(folder)
    named = _OPUS_NAME.fullmatch(folder.name)
    pair = (
        (str(note["from"]), str(note["to"])) if {"from", "to"} <= note.keys() else named.groups() if named else ("", "")
    )
    source, target = (tag_of(code.replace("_", "-")) for code in pair)
    after = () if _config(folder).get("add_source_eos") else (_END,)
    choices = {token for token in _specials(folder) if token.startswith(">>")}
    wanted = [f">>{name}<<" for name in opus_names(target)]
    before = tuple(token for token in wanted if token in choices)[:1]
    if choices and not before:
        raise BadModel(name=folder.name, detail=f"it translates into several languages, but not into “{target}”")
    return _made(folder, "OPUS-MT", {(source, target): Asking(before, after)}, folder, folder / "source.spm")


def _nllb(folder: Path) -> Model:
    known = _specials(folder)
    after = () if _config(folder).get("add_source_eos") else (_END,)
    there = {tag: code for tag, code in FLORES.items() if code in known}
    pairs = {
        (one, other): Asking((there[one],), after, (there[other],))
        for one in there
        for other in there
        if base(one) != base(other)
    }
    return _made(folder, "NLLB", pairs, folder, folder / "sentencepiece.bpe.model")


def _made(  # noqa: PLR0913 - the parts of a model
    folder: Path, title: str, pairs: Mapping[Pair, Asking], weights: Path, reads: Path, *, release: str = ""
) -> Model:
    note = read_note(folder)
    for part in (weights / WEIGHTS, reads):
        if not part.is_file():
            raise BadModel(name=folder.name, detail=f"{part.name} is missing")
    if not pairs or not all(one and other and base(one) != base(other) for one, other in pairs):
        raise BadModel(name=folder.name, detail="it does not say between which languages it translates")
    shown = str(note.get("title") or title)
    release = str(note.get("release") or release)
    return Model(folder, shown, release, pairs, weights, reads, _version(weights / WEIGHTS, reads), note)


def _version(*files: Path) -> str:
    """Return a hash of the sizes, beginnings and ends of files: quick, and other files have others."""
    found = hashlib.blake2b(digest_size=6)
    for path in files:
        size = path.stat().st_size
        with path.open("rb") as file:
            found.update(f"{size} ".encode() + file.read(_SAMPLE))
            file.seek(max(0, size - _SAMPLE))
            found.update(file.read(_SAMPLE))
    return found.hexdigest()


def _config(folder: Path) -> dict[str, Any]:
    return _json(folder / "config.json") if (folder / "config.json").is_file() else {}


def _specials(folder: Path) -> frozenset[str]:
    """Return the tokens of a model's vocabulary that stand for no text."""
    return frozenset(token for token in _vocabulary(folder) if SPECIAL.fullmatch(token))


def _vocabulary(folder: Path) -> list[str]:
    for name in ("shared_vocabulary", "source_vocabulary"):
        for path in (folder / f"{name}.json", folder / f"{name}.txt"):
            if path.is_file() and path.stat().st_size <= _MOST_VOCABULARY:
                text = path.read_text(encoding="utf-8", errors="replace")
                return _tokens(text, folder) if path.suffix == ".json" else text.split("\n")
    raise BadModel(name=folder.name, detail="its vocabulary is missing")


def _tokens(text: str, folder: Path) -> list[str]:
    try:
        return [str(token) for token in json.loads(text)]
    except (ValueError, TypeError, RecursionError):
        raise BadModel(name=folder.name, detail="its vocabulary cannot be read") from None


def _json(path: Path) -> dict[str, Any]:
    if path.stat().st_size > _MOST_DESCRIPTION:
        raise BadModel(name=path.parent.name, detail=f"{path.name} is too large")
    try:
        found = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise BadModel(name=path.parent.name, detail=f"{path.name} cannot be read")
    return found
