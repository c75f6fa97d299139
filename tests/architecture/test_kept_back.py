"""What is kept back from readers leaves the library by one door."""

from __future__ import annotations

from pathlib import Path

SOURCE = Path(__file__).parents[2] / "src" / "kushk"
MAY = {
    "library/selectors/rights.py": "makes it",
    "library/api.py": "names it",
    "membership/api.py": "has decided",
    "membership/statement.py": "counts the seconds that all of it takes",
    "renditions/translation/api.py": "for the desk, which corrects translations of all of it",
}


def test_only_membership_and_the_desk_ask_for_what_is_kept_back() -> None:
    asking = {
        str(path.relative_to(SOURCE)) for path in SOURCE.rglob("*.py") if "member_document" in path.read_text("utf-8")
    }
    assert asking == set(MAY)


def test_the_whole_for_the_desk_is_asked_for_at_the_desk_alone() -> None:
    asking = {path for path in SOURCE.rglob("*.py") if "kept_back(" in path.read_text("utf-8")}
    assert {str(path.relative_to(SOURCE)) for path in asking} == {
        "desk/admin/translations.py",
        "renditions/translation/api.py",
    }
