"""The rules of the house that a machine can check."""

import ast
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SOURCES = sorted((ROOT / "src" / "kushk").rglob("*.py"))
LONGEST_FILE = 500
LONGEST_FUNCTION = 60


def shown(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions_of(path: Path):
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def test_the_import_map_holds():
    script = Path(sys.executable).parent / "lint-imports"
    done = subprocess.run(
        [script],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "Contracts: 4 kept, 0 broken." in done.stdout


def test_the_sources_are_found():
    assert len(SOURCES) > 50


def test_no_file_is_too_long():
    lengths = {shown(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_FILE} == {}


def test_no_function_is_too_long():
    long = {
        f"{shown(path)}:{node.name}": node.end_lineno - node.lineno + 1
        for path in SOURCES
        if "migrations" not in path.parts
        for node in functions_of(path)
        if node.end_lineno - node.lineno + 1 > LONGEST_FUNCTION
    }
    assert long == {}


def test_half_of_the_functions_are_short():
    lengths = sorted(node.end_lineno - node.lineno + 1 for path in SOURCES for node in functions_of(path))
    assert lengths[len(lengths) // 2] <= 13
    assert lengths[len(lengths) * 9 // 10] <= 30


def test_safe_markup_is_made_in_one_module_alone():
    makers = {shown(path) for path in SOURCES if re.search(r"\bmark_safe\b|\bSafeString\b", path.read_text("utf-8"))}
    assert makers <= {"src/kushk/reader/safe.py"}
    templates = sorted((ROOT / "src" / "kushk").rglob("templates/**/*.html"))
    assert templates
    trusting = {shown(path) for path in templates if re.search(r"\|\s*safe\b|autoescape off", path.read_text("utf-8"))}
    assert trusting == set()


def test_styles_are_logical():
    physical = re.compile(
        r"(?:margin|padding|border|inset)-(?:left|right)\b|(?<![-\w])(?:left|right)\s*:|"
        r"(?:text-align|float|clear)\s*:\s*(?:left|right)\b"
    )
    styles = sorted((ROOT / "src" / "kushk").rglob("*.css"))
    assert styles
    found = {
        f"{shown(path)}:{number}": line.strip()
        for path in styles
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if physical.search(line)
    }
    assert found == {}


def test_templates_hold_no_inline_script_or_style():
    inline = re.compile(
        r"\sstyle=|\son[a-z]+=|<style|<script(?![^>]*(?:\ssrc=|application/(?:ld\+)?json))", re.IGNORECASE
    )
    found = {
        shown(path): inline.search(path.read_text(encoding="utf-8")).group(0)
        for path in (ROOT / "src" / "kushk").rglob("templates/**/*.html")
        if inline.search(path.read_text(encoding="utf-8"))
    }
    assert found == {}


@pytest.mark.parametrize("name", ["bootstrap.txt", "build.txt", "neural.txt", "run.txt", "test.txt"])
def test_lock_files_are_hashed_and_name_no_host(name):
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    assert "://" not in text
    pinned = re.findall(r"^[a-z0-9][\w.-]*==\S+", text, flags=re.MULTILINE)
    assert pinned
    assert text.count("--hash=sha256:") >= len(pinned)


def test_no_tracked_file_names_a_registry_or_a_path_of_one_machine():
    hosts = re.compile("|".join(["py" + "pi.org", "python" + "hosted", "npm" + "js.", "deb." + "debian"]))
    homes = re.compile(r"(?<![\w.])/(?:" + "|".join(["wor" + "k", "ro" + "ot", "ho" + r"me/\w+"]) + r")/")
    found = set()
    for path in tracked():
        try:
            text = path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        if hosts.search(text) or homes.search(text):
            found.add(shown(path))
    assert found == set()


def test_no_pattern_has_a_possessive_or_atomic_group():
    # CPython before 3.11.5 mistakes them (gh-101955, gh-106052), and Debian 12 has 3.11.2.
    group = re.compile(r"\)(?:\*\+|\+\+|\?\+|\}\+)|\(\?>")
    found = {
        f"{shown(path)}:{number}"
        for path in SOURCES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if group.search(line) and "quote(" not in line
    }
    assert found == set()


def test_nothing_is_left_unfinished():
    mark = re.compile("TO" + "DO|FIX" + "ME|NotImplemented" + "Error")
    assert {shown(path) for path in SOURCES if mark.search(path.read_text(encoding="utf-8"))} == set()
