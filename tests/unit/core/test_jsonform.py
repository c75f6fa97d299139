import copy
import json

import pytest

from kushk.core.compose import compose
from kushk.core.document import BlockKind, Mark, MarkKind, Media, MediaKind
from kushk.core.draft import DraftBlock, RichText, paragraph
from kushk.core.jsonform import BadDocument, blocks_json, from_json, to_json

LINKED = RichText("One two. Three.", (Mark(MarkKind.LINK, 0, 3, "https://example.org/"),))
PICTURE = Media(MediaKind.IMAGE, "https://example.org/a.png", alt="A", width=4)
DOCUMENT = compose(
    "ar",
    [
        DraftBlock(BlockKind.PARAGRAPH, LINKED, language="en"),
        DraftBlock(BlockKind.LIST, ordered=True, start=3, children=(DraftBlock(BlockKind.ITEM, RichText("x")),)),
        DraftBlock(BlockKind.FIGURE, RichText("caption"), media=PICTURE, credit="B"),
    ],
    headline="عنوان",
)


def test_a_document_comes_back():
    assert from_json(json.loads(json.dumps(to_json(DOCUMENT)))) == DOCUMENT


def test_what_is_empty_is_left_out():
    (block,) = blocks_json(compose("en", [paragraph("One.")]))
    assert block == {"kind": "paragraph", "sentences": [{"id": block["sentences"][0]["id"], "text": "One."}]}
    assert list(to_json(compose("en", []))) == ["schema", "language", "dir", "blocks"]


def test_unknown_kinds_and_names_are_skipped():
    form = to_json(DOCUMENT)
    form["blocks"].insert(0, {"kind": "hologram", "depth": 3})
    form["blocks"][1]["sentences"][0]["marks"].append({"kind": "blink", "start": 0, "end": 1})
    form["colour"] = "red"
    assert from_json(form) == DOCUMENT


def nested(depth):
    block = {"kind": "quote"}
    for _ in range(depth):
        block = {"kind": "quote", "children": [block]}
    return block


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("schema",), 2),
        (("schema",), None),
        (("dir",), "up"),
        (("language",), 7),
        (("blocks",), {}),
        (("blocks", 0), "text"),
        (("blocks", 0, "kind"), 1),
        (("blocks", 0, "sentences", 0, "text"), None),
        (("blocks", 0, "sentences", 0, "id"), 5),
        (("blocks", 0, "sentences", 0, "marks", 0, "end"), 99),
        (("blocks", 0, "sentences", 0, "marks", 0, "start"), -1),
        (("blocks", 0, "sentences", 0, "marks", 0, "start"), True),
        (("blocks", 1, "start"), "3"),
        (("blocks", 2, "media", "src"), []),
        (("headline",), []),
        (("blocks", 0), nested(100)),
    ],
)
def test_what_is_no_document_is_refused(path, value):
    form = copy.deepcopy(to_json(DOCUMENT))
    place = form
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(BadDocument) as refused:
        from_json(form)
    assert refused.value.code == "bad-document"
    assert str(refused.value).startswith("This is not the JSON of a document: ")


@pytest.mark.parametrize("form", [None, [], "x", 1, {}])
def test_other_json_is_refused(form):
    with pytest.raises(BadDocument):
        from_json(form)
