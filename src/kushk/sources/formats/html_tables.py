"""Tables in outside HTML: of data, or for layout."""

from __future__ import annotations

from collections.abc import Callable
from itertools import islice

from lxml import etree

from kushk.core.document import BlockKind
from kushk.core.draft import DraftBlock, RichText
from kushk.sources.formats.elements import all_text

Reader = Callable[[etree._Element], tuple[RichText, list[DraftBlock]]]
_WIDEST = 100
"""Columns or rows that one cell may span."""
_MOST_ROWS = 5_000
_LONG_CELL = 600
"""Characters in a cell: longer ones hold a text, not a datum."""


def _rows(table: etree._Element) -> list[etree._Element]:
    rows: list[etree._Element] = []
    for child in table:
        if child.tag == "tr":
            rows.append(child)
        elif child.tag in {"thead", "tbody", "tfoot"}:
            rows.extend(row for row in child if row.tag == "tr")
    return rows[:_MOST_ROWS]


def lays_out(table: etree._Element) -> bool:
    """Tell whether a table only places things on the page."""
    if table.get("role") in {"presentation", "none"} or next(table.iterdescendants("table"), None) is not None:
        return True
    rows = _rows(table)
    cells = [[cell for cell in row if cell.tag in {"td", "th"}] for row in rows]
    if len(rows) < 2 or max((len(row) for row in cells), default=0) < 2:
        return True
    if next(table.iter("th", "caption"), None) is not None:
        return False
    long_cells = 0
    for row in cells:
        for cell in row:
            if len(all_text(cell).strip()) > _LONG_CELL or sum(1 for _ in cell.iter("p")) > 3:
                long_cells += 1
    return long_cells > 0


def table(element: etree._Element, rich: Reader) -> list[DraftBlock]:
    """Return the table as a draft, followed by nothing: pictures in cells are left out."""
    caption = next((child for child in element if child.tag == "caption"), None)
    title = rich(caption)[0] if caption is not None else RichText()
    rows = []
    for row in _rows(element):
        cells = tuple(_cell(cell, rich) for cell in row if cell.tag in {"td", "th"})
        if any(cell.content for cell in cells):
            rows.append(DraftBlock(BlockKind.ROW, children=cells))
    return [DraftBlock(BlockKind.TABLE, title, tuple(rows))] if rows else []


def _cell(cell: etree._Element, rich: Reader) -> DraftBlock:
    head = cell.tag == "th" or next(islice(cell.iterancestors(), 1, 2), cell).tag == "thead"
    return DraftBlock(
        BlockKind.CELL,
        rich(cell)[0],
        level=1 if head else 0,
        columns=_span(cell.get("colspan")),
        rows=_span(cell.get("rowspan")),
    )


def _span(value: str | None) -> int:
    text = (value or "").strip()
    return max(1, min(int(text), _WIDEST)) if text.isascii() and text.isdigit() and len(text) < 7 else 1
