"""The memory as TMX: what goes out comes in again, and what others write is taken."""

from __future__ import annotations

import io

import pytest

from kushk.core.compose import compose
from kushk.core.draft import paragraph
from kushk.renditions.translation.reviewing import review, wanted_of
from kushk.renditions.translation.tmx import NotTmx, read_tmx, write_tmx

OTHERS = """<?xml version="1.0" encoding="utf-16"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en"
 srclang="en-US" datatype="plaintext"/><body>
<tu tuid="1"><note>n</note><tuv xml:lang="en-US">
<seg>The <bpt i="1">&lt;b&gt;</bpt>river<ept i="1">&lt;/b&gt;</ept> rose.</seg></tuv>
<tuv xml:lang="ar"><seg>ارتفع النهر.</seg></tuv><tuv xml:lang="es-PE"><seg>El río subió.</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg></seg></tuv><tuv xml:lang="es"><seg>Nada</seg></tuv></tu>
<tu><tuv lang="EN"><seg>Old style.</seg></tuv><tuv lang="FR"><seg>À l’ancienne.</seg></tuv></tu>
</body></tmx>"""


def exported(studio):
    out = io.BytesIO()
    count = write_tmx(studio.memory.units(), out)
    return count, out.getvalue()


def test_what_goes_out_comes_in_again(studio, studio_with, engine, story):
    plan = studio.plan(story, "ar")
    made = studio.whole(plan)
    first = plan.wanted[0]
    review(studio.memory, first, "ar", text="جملة صحيحة", reviewer="ana", before=made.units[first.piece.id])
    count, data = exported(studio)
    assert count >= len(plan.wanted)
    assert data.startswith(b"<?xml")
    assert b"ana" not in data
    other = studio_with(engine, name="b")
    other.memory.keep(read_tmx(data))
    before = engine.translated
    again = other.whole(other.plan(story, "ar"))
    assert engine.translated == before
    ours = studio.whole(plan).document
    assert [each.text for each in again.document.sentences()] == [each.text for each in ours.sentences()]
    assert again.units[first.piece.id].origin.reviewed
    assert sum(unit.origin.reviewed for unit in again.units.values()) == 1


def test_others_files_are_taken_with_people_standing_for_them():
    units = list(read_tmx(OTHERS.encode("utf-16")))
    assert [(unit.source, unit.target, unit.text) for unit in units][:2] == [
        ("en", "ar", "ارتفع النهر."),
        ("en", "es-PE", "El río subió."),
    ]
    assert "river" in units[0].source_text
    assert ("en", "fr", "À l’ancienne.") in [(unit.source, unit.target, unit.text) for unit in units]
    assert all(unit.origin.reviewed for unit in units)
    assert not any(unit.origin.reviewed for unit in read_tmx(OTHERS.encode("utf-16"), reviewed=False))


def test_an_imported_translation_is_used_by_stories(studio, engine):
    data = (
        OTHERS.replace('encoding="utf-16"', 'encoding="utf-8"')
        .replace('<bpt i="1">&lt;b&gt;</bpt>', "")
        .replace('<ept i="1">&lt;/b&gt;</ept>', "")
    )
    studio.memory.keep(read_tmx(data.encode()))
    plan = studio.plan(compose("en", [paragraph("The river rose.")]), "ar")
    made = studio.whole(plan)
    assert made.document.text == "ارتفع النهر."
    assert engine.translated == 0
    assert wanted_of(plan, plan.wanted[0].piece.id)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no xml",
        b"<html><body>x</body></html>",
        b"<tmx><body><tu><tuv",
        b'<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><tmx><body><tu/></body></tmx>',
        b"\x00\xff\xfe",
    ],
)
def test_what_is_no_tmx_is_said_to_be_none(data):
    with pytest.raises(NotTmx):
        list(read_tmx(data))


def test_no_file_outside_is_read(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("secret")
    body = '<tmx><body><tu><tuv xml:lang="en"><seg>a b</seg></tuv></tu></body></tmx>'
    data = f'<!DOCTYPE tmx SYSTEM "file://{secret}">{body}'
    assert list(read_tmx(data.encode())) == []
