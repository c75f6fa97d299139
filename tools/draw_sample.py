"""Draws the pictures of the sample stand: ``.venv/bin/python tools/draw_sample.py`` (needs Chromium)."""

from __future__ import annotations

import io
import shutil
import sys
from pathlib import Path

from PIL import Image
from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).parent))
from sample_scenes import SCENES
from sample_shapes import HEIGHT, WIDTH

SAMPLE = Path(__file__).resolve().parents[1] / "src" / "kushk" / "sample"
KEPT = (1280, 800)

PAPER = """<filter id="ink" x="0" y="0" width="100%" height="100%">
<feTurbulence type="fractalNoise" baseFrequency="0.8" numOctaves="2" seed="4" result="grain"/>
<feColorMatrix in="grain" values="0 0 0 0 1  0 0 0 0 1  0 0 0 0 1  0 0 0 -0.8 0.42" result="specks"/>
<feComposite in="specks" in2="SourceGraphic" operator="in" result="on"/>
<feBlend in="SourceGraphic" in2="on" mode="soft-light"/></filter>"""


def page(scene: str) -> str:
    """Return the page that shows one scene with the grain of printed paper."""
    return (
        f'<body style="margin:0"><svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{HEIGHT}" '
        f'viewBox="0 0 {WIDTH} {HEIGHT}">{PAPER}<g filter="url(#ink)">{scene}</g></svg></body>'
    )


def main() -> None:
    """Draw every scene."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"],
        )
        sheet = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for name, scene in SCENES.items():
            sheet.set_content(page(scene()))
            target = SAMPLE / f"{name}.jpg"
            target.parent.mkdir(parents=True, exist_ok=True)
            drawn = Image.open(io.BytesIO(sheet.screenshot())).convert("RGB").resize(KEPT, Image.Resampling.LANCZOS)
            drawn.save(target, quality=72, optimize=True, progressive=True)
        browser.close()


if __name__ == "__main__":
    main()
