"""How well sentences are cut and languages told, over real news in 20 languages (test data beside the checkout)."""

from __future__ import annotations

from dataclasses import asdict

from kushk.base.options import ROOT
from kushk.core.errors import KushkError

NEWS = ROOT.parent / "shared" / "data" / "ntrex"


class NoNews(KushkError):
    """The test data are share-alike, so the repository does not hold them."""

    code = "no-test-data"
    words = "The sentences to score on are not beside the checkout: {folder} is missing."


def run(stories: int) -> list[dict[str, object]]:
    """Return a row for each language; ``stories`` does not matter, since the corpus is what it is."""
    del stories
    if not NEWS.is_dir():
        raise NoNews(folder=f"../{NEWS.relative_to(ROOT.parent)}")
    from tests.quality.segmentation.score import scores

    return [
        {name: f"{value:.3f}" if isinstance(value, float) else value for name, value in asdict(row).items()}
        for row in scores(NEWS)
    ]
