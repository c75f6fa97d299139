"""The memory as TMX 1.4, the format in which translators' programs exchange it (LISA, 2005)."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from lxml import etree

from kushk.core.errors import KushkError
from kushk.core.languages import base, normalise_tag
from kushk.renditions.translation.rendering import now_text
from kushk.renditions.translation.units import IMPORT, Origin, Unit, reviewed_key, text_key

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
MOST_BYTES = 512 << 20


class NotTmx(KushkError):
    """The file is no TMX."""

    code = "not-tmx"
    words = "This is not a TMX file: {reason}."


def write_tmx(units: Iterable[Unit], out: BinaryIO) -> int:
    """Write units as TMX, one after the other; return how many.

    A unit that a person stands for has a ``reviewed`` property; every one names its engine and version.
    """
    count = 0
    with etree.xmlfile(out, encoding="utf-8") as file:
        file.write_declaration(doctype='<!DOCTYPE tmx SYSTEM "tmx14.dtd">')
        with file.element("tmx", version="1.4"):
            file.write(etree.Element("header", _HEADER))
            with file.element("body"):
                for unit in units:
                    if unit.text and not unit.problems:
                        file.write(_tu(unit))
                        count += 1
    return count


_HEADER = {
    "creationtool": "Kushk",
    "creationtoolversion": "1",
    "segtype": "sentence",
    "o-tmf": "Kushk",
    "adminlang": "en",
    "srclang": "*all*",
    "datatype": "plaintext",
}


def _tu(unit: Unit) -> etree._Element:
    origin = unit.origin
    tu = etree.Element("tu", srclang=unit.source, creationdate=_tmx_date(origin.made_at))
    for name, value in (
        ("x-engine", origin.engine),
        ("x-title", origin.title),
        ("x-version", origin.version),
        ("x-via", " ".join(origin.via)),
        ("x-reviewed", origin.reviewed_at),
        ("x-context", unit.context),
    ):
        if value:
            etree.SubElement(tu, "prop", type=name).text = _UNWRITABLE.sub("\ufffd", value)
    for language, text in ((unit.source, unit.source_text), (unit.target, unit.text)):
        tuv = etree.SubElement(tu, "tuv", {_LANG: language})
        etree.SubElement(tuv, "seg").text = _UNWRITABLE.sub("\ufffd", text)
    return tu


def _tmx_date(moment: str) -> str:
    return re.sub(r"[-:]", "", moment) or "19700101T000000Z"


def read_tmx(data: bytes, *, reviewed: bool = True) -> Iterator[Unit]:
    """Yield the units of a TMX file: each other language of a ``tu`` is a translation of its source language.

    Args:
        data: the file.
        reviewed: whether people stand for what is in it, where it does not say itself.

    Raises:
        NotTmx: it is no TMX, damaged or too large.
    """
    if len(data) > MOST_BYTES:
        raise NotTmx(reason=f"it has more than {MOST_BYTES >> 20} MB")
    if b"<!ENTITY" in data[:65536]:
        raise NotTmx(reason="it defines entities")
    parser = etree.iterparse(
        io.BytesIO(data), tag=("header", "tu"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    default = ""
    seen = False
    try:
        for _, element in parser:
            seen = True
            if element.tag == "header":
                default = normalise_tag(element.get("srclang") or "")
            else:
                yield from _units(element, default, reviewed=reviewed)
            element.clear()
    except etree.XMLSyntaxError as fault:
        raise NotTmx(reason=" ".join(str(fault.msg).split())) from None
    if not seen:
        raise NotTmx(reason="it has no translation units")


def _units(tu: etree._Element, default: str, *, reviewed: bool) -> Iterator[Unit]:
    texts = dict(_texts(tu))
    source = normalise_tag(tu.get("srclang") or "") or default or next(iter(texts), "")
    if source not in texts:
        source = next((language for language in texts if base(language) == base(source)), "")
    props = {prop.get("type", ""): (prop.text or "").strip() for prop in tu.iterfind("prop")}
    for target, text in texts.items():
        if source and base(target) != base(source):
            yield _imported(texts[source], text, (base(source), target), props, reviewed=reviewed)


def _texts(tu: etree._Element) -> Iterator[tuple[str, str]]:
    for tuv in tu.iterfind("tuv"):
        language = normalise_tag(tuv.get(_LANG) or tuv.get("lang") or "")
        segment = tuv.find("seg")
        text = " ".join("".join(map(str, segment.itertext())).split()) if segment is not None else ""
        if language and text:
            yield language, text


def _imported(source_text: str, text: str, pair: tuple[str, str], props: dict[str, str], *, reviewed: bool) -> Unit:
    source, target = pair
    own = bool(props.get("x-engine"))
    now = now_text()
    origin = Origin(
        props.get("x-engine") or IMPORT,
        props.get("x-title", ""),
        props.get("x-version", ""),
        tuple(props.get("x-via", "").split()),
        made_at=now,
        reviewed_at=props.get("x-reviewed", "") if own else now * reviewed,
        reviewer=IMPORT,
    )
    key = text_key(source, target, source_text)
    context = props.get("x-context", "")
    return Unit(
        reviewed_key(key, context) if origin.reviewed else "i" + key,
        *(key, source, target, source_text, text),
        context=context,
        origin=origin,
    )
