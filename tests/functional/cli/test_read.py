"""``./kushk read`` turns any input into stories without a stand."""

import json

import pytest
from tests.functional.cli.conftest import SAMPLE


def test_a_feed_as_json_has_the_documented_names(kushk):
    done = kushk("read", str(SAMPLE / "marsa" / "feed.xml"), "--json")
    feed = json.loads(done.stdout)
    assert (feed["format"], feed["language"], len(feed["entries"])) == ("atom", "ar", 4)
    entry = feed["entries"][0]
    assert entry["title"] == "سينما الرصيف تفتح أبوابها بعد عشرين عامًا من العتمة"
    assert (entry["dir"], entry["author"], entry["published"]) == ("rtl", "ليلى حدّاد", "2026-11-21T08:00:00+02:00")
    assert {block["kind"] for block in entry["blocks"]} == {"figure", "paragraph", "heading", "list"}
    assert done.returncode == 0


def test_reading_needs_no_data_folder(kushk):
    assert kushk("read", str(SAMPLE / "farol" / "feed.json")).returncode == 0
    assert not kushk.data.exists()


def test_a_page_from_standard_input_takes_its_links_from_the_base(kushk):
    page = (SAMPLE / "quai" / "2026" / "bouees.html").read_bytes()
    story = json.loads(kushk("read", "-", "--url", "https://quai.example/2026/b", "--json", given=page).stdout)
    assert story["format"] == "page"
    assert story["title"] == "Des bouées bavardes pour écouter la vase"
    assert "https://quai.example/pictures/bouee.jpg" in {media["url"] for media in story["media"]}


@pytest.mark.parametrize("form", ["--text", "--html"])
def test_other_forms_hold_the_story(kushk, form):
    done = kushk("read", str(SAMPLE / "shiqiao" / "feed.xml"), form)
    assert "周阿婆" in done.stdout
    assert "<script" not in done.stdout


def test_a_fault_is_one_line_with_a_code(kushk):
    done = kushk("read", "/there/is/no/such/file")
    assert done.returncode == 1
    assert done.stderr.strip().endswith("[no-such-file]")
    assert len(done.stderr.strip().splitlines()) == 1
    assert json.loads(kushk("read", "/nowhere", "--json").stdout)["error"]["code"] == "no-such-file"


def test_a_batch_answers_each_line_in_order_whatever_it_holds(kushk, tmp_path):
    empty = tmp_path / "empty.xml"
    empty.touch()
    hostile = tmp_path / "hostile.xml"
    hostile.write_bytes(b"<rss>" + b"<a>" * 100_000)
    requests = [
        {"file": str(SAMPLE / "lantern" / "feed.xml"), "url": "https://lantern.example/feed.xml"},
        {"file": str(empty)},
        {"url": "http://127.0.0.1:9/"},
        {"nothing": 1},
        {"file": str(hostile)},
        {"file": str(SAMPLE / "nadi" / "feed.xml")},
    ]
    lines = [json.dumps(request) for request in requests]
    lines.insert(4, "no json")
    done = kushk("read", "--batch", given="\n".join(lines).encode())
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [answer.get("error", {}).get("code", answer.get("format")) for answer in answers] == [
        "rss",
        "empty-input",
        "address-refused",
        "bad-request",
        "bad-request",
        "too-deep",
        "rss",
    ]
    assert "Traceback" not in done.stdout + done.stderr
    assert done.returncode == 0
