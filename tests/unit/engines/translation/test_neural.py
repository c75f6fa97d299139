"""Neural models: how each kind is recognised and asked, where words come from, and what goes wrong."""

import json
import os
import shutil
import signal
import time

import pytest
from tests.unit.engines.translation import tinymt

from kushk.engines.translation.interface import BadOutput, Brief, EngineDown, NoPair, Segment, TranslationError
from kushk.engines.translation.neural import engine as engine_module
from kushk.engines.translation.neural.engine import CTranslate2
from kushk.engines.translation.neural.layouts import BadModel, read_model

pytest.importorskip("ctranslate2", reason="ctranslate2, which computes neural models, is not installed")

TEXT = "The ferry arrived three hours late, because of fog."


@pytest.fixture
def engine(tmp_path):
    made = CTranslate2(tmp_path / "languages")
    yield made
    made.close()


def translated(engine, text, source="en", target="ar"):
    (made,) = engine.translate([Segment(text)], Brief(source, target))
    return made


def expected(text):
    """What the tiny model makes of a text."""
    import sentencepiece

    becomes = tinymt.becomes()
    processor = sentencepiece.SentencePieceProcessor(model_proto=tinymt.sentencepiece_model())
    pieces = [piece.piece for piece in processor.encode(text, return_type="proto").pieces]
    return "".join(becomes.get(piece, piece) for piece in pieces).replace("▁", " ").strip()


def stretches(text, made):
    return [(text[link.start : link.end], made.text[link.target_start : link.target_end]) for link in made.links]


@pytest.mark.parametrize("kind", ["argos", "opus", "opus of several", "nllb"])
def test_every_kind_of_model_translates_with_the_origin_of_each_word(engine, kind):
    {
        "argos": lambda: tinymt.write_argos(engine.folder / "any"),
        "opus": lambda: tinymt.write_opus(engine.folder / "opus-mt-en-ar"),
        "opus of several": lambda: tinymt.write_opus(engine.folder / "opus-mt-en-ar", (">>fra<<", ">>ara<<")),
        "nllb": lambda: tinymt.write_nllb(engine.folder / "nllb"),
    }[kind]()
    made = translated(engine, TEXT)
    assert made.text == expected(TEXT)
    found = stretches(TEXT, made)
    assert [source for source, _ in found] == [*TEXT[:-1].replace(",", " ,").split(), "."]
    assert [target for _, target in found] == [*made.text[:-1].replace(",", " ,").split(), "."]


def test_nllb_translates_between_all_the_languages_that_it_knows(engine):
    tinymt.write_nllb(engine.folder / "nllb-tiny")
    assert engine.pairs() == {
        (one, other) for one in ("en", "ar", "es") for other in ("en", "ar", "es") if one != other
    }
    assert engine.title == "NLLB"
    assert translated(engine, TEXT, "es", "en").text == expected(TEXT)


def test_a_model_for_one_pair_is_preferred_to_one_for_many(engine):
    tinymt.write_nllb(engine.folder / "nllb")
    tinymt.write_argos(engine.folder / "argos-en-ar")
    assert engine.version(("en", "ar")).startswith("argos-en-ar ")
    assert engine.version(("ar", "en")).startswith("nllb ")
    assert engine.title == "CTranslate2"


def test_places_are_those_of_the_text_as_it_was_before_normalising(engine):
    tinymt.write_argos(engine.folder / "any")
    text = "Ｆｅｒｒｙ  ½ ﬁne ☃ 👩‍👩‍👧 arrived"
    sources = [source for source, _ in stretches(text, translated(engine, text))]
    assert sources[0] == "Ｆｅｒｒｙ"
    assert "☃" in sources
    assert sources[-1] == "arrived"
    assert "½" in sources


def test_what_the_model_does_not_know_is_taken_over(engine):
    tinymt.write_argos(engine.folder / "any")
    assert "☃ 株式" in translated(engine, "The ☃ 株式 ferry").text


@pytest.mark.parametrize("token", ["</s>", "<unk>", "eng_Latn", ">>ara<<", "spa_Latn"])
def test_text_that_is_spelled_like_a_token_is_only_text(engine, token):
    tinymt.write_nllb(engine.folder / "nllb")
    (end,) = engine.translate([Segment(f"The {token} ferry arrived late.")], Brief("en", "ar"))
    assert end.text.endswith(expected("The ferry arrived late.").split(" ", 1)[1])


def test_a_long_sentence_is_cut_at_clauses_and_put_together_again(engine):
    tinymt.write_argos(engine.folder / "any")
    clause = "the ferry arrived late"
    text = ", ".join([clause] * 30) + "."
    made = translated(engine, text)
    assert made.text == expected(text)
    assert [text[link.start : link.end] for link in made.links].count("ferry") == 30
    assert all(link.end <= len(text) and link.target_end <= len(made.text) for link in made.links)
    assert {
        made.text[link.target_start : link.target_end] for link in made.links if text[link.start : link.end] == "ferry"
    } == {expected("the ferry").split()[1]}


def test_a_clause_that_is_too_long_is_refused_and_what_came_before_is_good(engine):
    tinymt.write_argos(engine.folder / "any")
    stream = engine.translate([Segment("The ferry."), Segment("a" * 399), Segment("The ferry.")], Brief("en", "ar"))
    assert next(stream).text
    with pytest.raises(TranslationError, match="200 pieces"):
        next(stream)


def test_the_first_segments_come_before_the_last_ones_are_computed(engine, monkeypatch):
    tinymt.write_argos(engine.folder / "any")
    asked = []
    ask = engine.child.ask
    monkeypatch.setattr(engine.child, "ask", lambda question: (asked.append(len(question["texts"])), ask(question))[1])
    stream = engine.translate([Segment("The ferry.")] * 20, Brief("en", "ar"))
    next(stream)
    assert asked == [8]
    assert len(list(stream)) == 19
    assert asked == [8, 8, 4]


def test_text_without_letters_is_not_computed(engine):
    tinymt.write_argos(engine.folder / "any")
    assert translated(engine, "— … !").text == "— … !"
    assert engine.child.pid is None


def test_a_process_that_hangs_is_ended_and_the_next_one_translates(engine):
    tinymt.write_argos(engine.folder / "any")
    translated(engine, TEXT)
    engine.child.seconds = 0.5
    os.kill(engine.child.pid, signal.SIGSTOP)
    began = time.monotonic()
    with pytest.raises(EngineDown, match="no answer"):
        translated(engine, TEXT)
    assert time.monotonic() - began < 5
    engine.child.seconds = 20
    assert translated(engine, TEXT).text == expected(TEXT)


def test_too_few_sentences_are_no_translation(engine, monkeypatch):
    tinymt.write_argos(engine.folder / "any")
    for made in ([], None, "x", [{"bad": "nothing came out"}]):
        monkeypatch.setattr(engine.child, "ask", lambda _question, made=made: ({"made": made}, b""))
        with pytest.raises(BadOutput):
            translated(engine, TEXT)


def test_an_idle_process_is_ended(tmp_path):
    tinymt.write_argos(tmp_path / "any")
    engine = CTranslate2(tmp_path, idle=0.2)
    translated(engine, TEXT)
    assert engine.child.pid is not None
    until = time.monotonic() + 10
    while engine.child.pid is not None and time.monotonic() < until:
        time.sleep(0.05)
    assert engine.child.pid is None
    assert translated(engine, TEXT).text
    engine.close()


def test_models_come_and_go_while_it_runs(engine):
    assert engine.pairs() == frozenset()
    assert not engine.check().ok
    tinymt.write_argos(engine.folder / "one")
    assert engine.pairs() == {("en", "ar")}
    tinymt.write_argos(engine.folder / "two", "es", "en")
    assert engine.pairs() == {("en", "ar"), ("es", "en")}
    shutil.rmtree(engine.folder / "one")
    assert engine.pairs() == {("es", "en")}
    with pytest.raises(NoPair):
        translated(engine, TEXT)


def test_without_the_library_there_are_no_pairs(engine, monkeypatch):
    tinymt.write_argos(engine.folder / "one")
    monkeypatch.setattr(engine_module, "has_runtime", lambda: False)
    assert engine.pairs() == frozenset()
    assert "not installed" in engine.check().detail
    with pytest.raises(NoPair):
        translated(engine, TEXT)


def test_a_folder_that_is_no_model_is_told_of_and_harms_nobody(engine):
    tinymt.write_argos(engine.folder / "good")
    (engine.folder / "strange").mkdir()
    (engine.folder / "file").write_text("x", encoding="utf-8")
    assert engine.pairs() == {("en", "ar")}
    assert engine.check().detail == "1 models, 1 pairs; not usable: strange"


def test_other_files_are_another_version(engine):
    model = tinymt.write_argos(engine.folder / "any")
    before = engine.version(("en", "ar"))
    assert before == CTranslate2(engine.folder).version(("en", "ar"))
    weights = model / "model" / "model.bin"
    weights.write_bytes(weights.read_bytes() + b"x")
    assert CTranslate2(engine.folder).version(("en", "ar")) != before


@pytest.mark.parametrize(
    ("source", "target", "pair"),
    [("en", "zt", ("en", "zh-Hant")), ("pb", "en", ("pt-BR", "en")), ("eng", "ara", ("en", "ar"))],
)
def test_codes_of_argos_become_tags(tmp_path, source, target, pair):
    assert set(read_model(tinymt.write_argos(tmp_path / "any", source, target)).pairs) == {pair}


@pytest.mark.parametrize(
    ("name", "pair"),
    [("opus-mt-en-ar", ("en", "ar")), ("opus-mt-tc-big-en-es", ("en", "es")), ("opus_mt_ru_en", ("ru", "en"))],
)
def test_the_name_of_an_opus_folder_tells_its_languages(tmp_path, name, pair):
    assert set(read_model(tinymt.write_opus(tmp_path / name)).pairs) == {pair}


def test_a_model_into_several_languages_is_asked_for_one(tmp_path):
    folder = tinymt.write_opus(tmp_path / "opus-mt-en-zh", (">>cmn_Hans<<", ">>cmn_Hant<<", ">>yue<<"))
    assert read_model(folder).pairs["en", "zh"].before == (">>cmn_Hans<<",)
    (folder / "kushk.json").write_text(json.dumps({"from": "en", "to": "zh-Hant"}), encoding="utf-8")
    assert read_model(folder).pairs["en", "zh-Hant"].before == (">>cmn_Hant<<",)
    (folder / "kushk.json").write_text(json.dumps({"from": "en", "to": "fr"}), encoding="utf-8")
    with pytest.raises(BadModel, match="not into “fr”"):
        read_model(folder)


def test_the_prefix_of_an_argos_model_is_not_part_of_the_translation(engine):
    folder = tinymt.write_argos(engine.folder / "any", target_prefix="spa_Latn")
    tinymt.write_model(folder / "model", tinymt.LANGUAGE_CODES, eos=True)
    made = translated(engine, TEXT)
    assert "spa_Latn" not in made.text
    assert made.text.split()[1:] == expected(TEXT).split()[1:]


def _spoil(folder, what):
    match what:
        case "no weights":
            (folder / "model" / "model.bin").unlink()
        case "no pieces":
            (folder / "sentencepiece.model").unlink()
        case "bpe":
            (folder / "bpe.model").write_bytes(b"#version: 0.2\n")
        case "no languages":
            (folder / "metadata.json").write_text("{}", encoding="utf-8")
        case "one language":
            (folder / "metadata.json").write_text('{"from_code": "en", "to_code": "en-GB"}', encoding="utf-8")
        case "wrong types":
            (folder / "metadata.json").write_text('{"from_code": [1], "to_code": {"a": 1}}', encoding="utf-8")
        case "list":
            (folder / "metadata.json").write_text("[]", encoding="utf-8")
        case "deep":
            (folder / "metadata.json").write_text("[" * 100_000, encoding="utf-8")
        case "nothing":
            shutil.rmtree(folder)
            folder.mkdir()


@pytest.mark.parametrize(
    "what",
    ["no weights", "no pieces", "bpe", "no languages", "one language", "wrong types", "list", "deep", "nothing"],
)
def test_what_is_no_model_is_told_in_one_line(tmp_path, what):
    folder = tinymt.write_argos(tmp_path / "any")
    _spoil(folder, what)
    with pytest.raises(BadModel) as told:
        read_model(folder)
    assert "\n" not in str(told.value)
    assert "“any”" in str(told.value)
