"""Models are tried before they are kept; archives that want to do harm are refused and leave nothing."""

import hashlib
import json
import stat
import zipfile

import pytest
from tests.unit.engines.translation import tinymt

from kushk.engines.translation.interface import Brief, Segment
from kushk.engines.translation.neural import installing, unpacking
from kushk.engines.translation.neural.engine import CTranslate2
from kushk.engines.translation.neural.installing import (
    ModelNotAdded,
    NoSuchModelFile,
    NoTranslationRuntime,
    install,
    remove,
)
from kushk.engines.translation.neural.layouts import BadModel

pytest.importorskip("ctranslate2", reason="ctranslate2, which computes neural models, is not installed")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "languages"


@pytest.fixture(scope="module")
def argos(tmp_path_factory):
    """An unpacked Argos model and its archive."""
    where = tmp_path_factory.mktemp("argos")
    made = tinymt.write_argos(where / "made")
    (made / "README.md").write_text("# English - Arabic\n\nLicense: CC BY 4.0\n", encoding="utf-8")
    (made / "stanza").mkdir()
    (made / "stanza" / "ar.pt").write_bytes(b"pickled")
    return made, tinymt.packed(made, where / "translate-en_ar-1_9.argosmodel")


def left(folder):
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def test_an_archive_is_added_with_a_note_and_without_what_is_not_needed(argos, folder):
    _, archive = argos
    model = install(archive, folder, source="https://a.example/x")
    assert left(folder) == ["argos-en-ar"]
    assert model.pairs.keys() == {("en", "ar")}
    note = json.loads((folder / "argos-en-ar" / "kushk.json").read_text(encoding="utf-8"))
    assert note["sha256"] == hashlib.sha256(archive.read_bytes()).hexdigest()
    assert note["licence"] == "CC BY 4.0" == model.licence
    assert note["source"] == "https://a.example/x"
    assert note["release"] == "1.9"
    assert len(note["added"]) == 10
    weights = (folder / "argos-en-ar" / "model" / "model.bin").read_bytes()
    assert note["parts"]["model/model.bin"] == hashlib.sha256(weights).hexdigest()
    assert not (folder / "argos-en-ar" / "stanza").exists()


def test_what_was_added_translates(argos, folder):
    install(argos[1], folder, licence="CC0")
    engine = CTranslate2(folder)
    (made,) = engine.translate([Segment("The ferry arrived.")], Brief("en", "ar"))
    assert made.text
    assert engine.licence(("en", "ar")) == "CC0"
    engine.close()


def test_a_newer_one_takes_its_place(argos, folder, tmp_path):
    install(argos[1], folder)
    newer = tinymt.write_argos(tmp_path / "newer", package_version="2.0")
    assert install(newer, folder).release == "2.0"
    assert left(folder) == ["argos-en-ar"]


def test_a_bad_newer_one_leaves_the_old_one(argos, folder, tmp_path):
    install(argos[1], folder)
    newer = tinymt.write_argos(tmp_path / "newer", package_version="2.0")
    (newer / "model" / "model.bin").write_bytes(b"nothing")
    with pytest.raises(BadModel):
        install(newer, folder)
    assert CTranslate2(folder).models()[0].release == "1.9"


def test_folders_of_the_other_kinds_are_added(folder, tmp_path):
    assert install(tinymt.write_opus(tmp_path / "opus-mt-en-es"), folder).name == "opus-mt-en-es"
    named = install(tinymt.write_opus(tmp_path / "some model"), folder, pair=("en", "fr"))
    assert named.name == "opus-mt-en-fr"
    assert named.pairs.keys() == {("en", "fr")}
    assert install(tinymt.write_nllb(tmp_path / "nllb-200-tiny"), folder).name == "nllb-200-tiny"
    assert len(CTranslate2(folder).pairs()) == 7
    flat = tinymt.packed(tmp_path / "opus-mt-en-es", tmp_path / "opus-mt-es-en.zip", top=".")
    assert install(flat, folder).pairs.keys() == {("es", "en")}


def test_a_model_without_a_pair_asks_for_one(folder, tmp_path):
    with pytest.raises(BadModel, match="languages"):
        install(tinymt.write_opus(tmp_path / "mine"), folder)
    assert left(folder) == []


def test_a_model_is_taken_away(argos, folder):
    install(argos[1], folder)
    for name in ("", ".", "..", "../x", "argos-en-fr", ".downloads"):
        with pytest.raises(ModelNotAdded):
            remove(name, folder)
    remove("argos-en-ar", folder)
    assert left(folder) == []


def test_a_checksum_that_was_announced_must_be_right(argos, folder):
    _, archive = argos
    with pytest.raises(BadModel, match="checksum"):
        install(archive, folder, sha256="0" * 64)
    assert left(folder) == []
    assert install(archive, folder, sha256=hashlib.sha256(archive.read_bytes()).hexdigest().upper())


def test_nothing_is_added_without_the_library_or_the_file(argos, folder, tmp_path, monkeypatch):
    with pytest.raises(NoSuchModelFile):
        install(tmp_path / "no.argosmodel", folder)
    monkeypatch.setattr(installing, "has_runtime", lambda: False)
    with pytest.raises(NoTranslationRuntime):
        install(argos[1], folder)
    assert left(folder) == []


def entry(name, *, kind=stat.S_IFREG, flags=0):
    made = zipfile.ZipInfo(name)
    made.external_attr = (kind | 0o644) << 16
    made.flag_bits |= flags
    return made


def _with(archive, to, *more):
    """Copy an archive and add entries to it."""
    with zipfile.ZipFile(archive) as held, zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED) as made:
        for each in held.infolist():
            made.writestr(each.filename, held.read(each))
        for info, data in more:
            made.writestr(info, data)
    return to


TOP = "translate-en_ar-1_9"


@pytest.mark.parametrize(
    "odd",
    [
        entry("../evil"),
        entry(f"{TOP}/../../evil"),
        entry("/etc/evil"),
        entry("C:\\evil"),
        entry("..\\evil"),
        entry(f"{TOP}/model/..\\..\\evil"),
        entry(f"{TOP}/model/link", kind=stat.S_IFLNK),
        entry(f"{TOP}/device", kind=stat.S_IFCHR),
        entry(f"{TOP}/metadata.json"),
    ],
    ids=lambda each: each.filename,
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_an_archive_that_leads_elsewhere_is_refused(argos, folder, tmp_path, odd):
    hostile = _with(argos[1], tmp_path / "evil.argosmodel", (odd, b"/etc/passwd"))
    before = {path for path in tmp_path.rglob("*") if ".adding" not in str(path)}
    with pytest.raises(BadModel):
        install(hostile, folder)
    assert left(folder) == []
    assert set(tmp_path.rglob("*")) - before <= {folder}


def test_an_archive_that_grows_without_end_is_refused(argos, folder, tmp_path):
    bomb = _with(argos[1], tmp_path / "bomb.zip", (f"{TOP}/model/vmap.txt", b"\0" * (80 << 20)))
    assert bomb.stat().st_size < 1 << 20
    with pytest.raises(BadModel, match="larger than it is"):
        install(bomb, folder)
    assert left(folder) == []


def test_an_archive_that_lies_about_its_sizes_is_refused(argos, folder, tmp_path):
    data = argos[1].read_bytes()
    with zipfile.ZipFile(argos[1]) as held:
        size = held.getinfo(f"{TOP}/model/model.bin").file_size
    lying = tmp_path / "lying.zip"
    lying.write_bytes(data.replace(size.to_bytes(4, "little"), (9).to_bytes(4, "little")))
    with pytest.raises(BadModel):
        install(lying, folder)
    assert left(folder) == []


def test_what_is_too_large_for_us_or_the_disk_is_refused(argos, folder, monkeypatch):
    for name, value in (("MOST_BYTES", 1000), ("_SPARE", 1 << 60), ("_MOST_ENTRIES", 3)):
        with monkeypatch.context() as changed:
            changed.setattr(unpacking, name, value)
            with pytest.raises(BadModel):
                install(argos[1], folder)
            if name != "_MOST_ENTRIES":
                with pytest.raises(BadModel):
                    install(argos[0], folder)
    assert left(folder) == []


@pytest.mark.parametrize("cut", [0, 10, 1000, -30])
def test_a_broken_archive_is_refused(argos, folder, tmp_path, cut):
    broken = tmp_path / "broken.argosmodel"
    broken.write_bytes(argos[1].read_bytes()[:cut])
    with pytest.raises(BadModel, match="no archive"):
        install(broken, folder)
    assert left(folder) == []


def test_a_changed_byte_in_an_archive_is_noticed(argos, folder, tmp_path):
    data = bytearray(argos[1].read_bytes())
    with zipfile.ZipFile(argos[1]) as held:
        place = held.getinfo(f"{TOP}/model/model.bin")
    data[place.header_offset + 200 + place.compress_size // 2] ^= 255
    broken = tmp_path / "broken.argosmodel"
    broken.write_bytes(data)
    with pytest.raises(BadModel):
        install(broken, folder)
    assert left(folder) == []


@pytest.mark.parametrize(
    "spoil",
    [
        lambda made: (made / "model" / "model.bin").write_bytes(b"\0" * 1000),
        lambda made: (made / "model" / "model.bin").write_bytes((made / "model" / "model.bin").read_bytes()[:5000]),
        lambda made: (made / "sentencepiece.model").write_bytes(b"no pieces"),
        lambda made: (made / "model" / "shared_vocabulary.json").unlink(),
        lambda made: (made / "model" / "shared_vocabulary.json").write_text("[1, 2]", encoding="utf-8"),
        lambda made: (made / "model" / "config.json").write_text("{", encoding="utf-8"),
    ],
    ids=["zeros", "cut off", "pieces", "no vocabulary", "odd vocabulary", "configuration"],
)
def test_a_model_that_does_not_translate_is_refused(folder, tmp_path, spoil):
    made = tinymt.write_argos(tmp_path / "made")
    spoil(made)
    with pytest.raises(BadModel) as told:
        install(made, folder)
    assert "\n" not in str(told.value)
    assert left(folder) == []


def test_links_in_a_folder_are_refused(argos, folder, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("key", encoding="utf-8")
    made = tinymt.write_argos(tmp_path / "made")
    (made / "README.md").symlink_to(secret)
    with pytest.raises(BadModel, match="link"):
        install(made, folder)
    (made / "README.md").unlink()
    (made / "model").rename(tmp_path / "elsewhere")
    (made / "model").symlink_to(tmp_path / "elsewhere")
    with pytest.raises(BadModel, match="link"):
        install(made, folder)
    assert left(folder) == []
