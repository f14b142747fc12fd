"""Writes the benchmark's figures as a page part and a bar chart."""

from __future__ import annotations

import platform
from typing import TYPE_CHECKING

from rapidreview.show import text as as_text

if TYPE_CHECKING:
    from pathlib import Path

type Figures = dict[tuple[str, str, str], list[float]]
type Medians = dict[tuple[str, str, str], float]

PAGE = "docs/about/runtime.md"
MARK = "<!-- What follows is written by make bench. -->\n"
CHART = "docs/assets/images/runtime.svg"
PAUSE = 5
"""Seconds on a page after its answer, before a reader goes on to the next."""
OURS = "this handbook"
STOCK = "stock Pyodide, worker"
SAME = "stock Pyodide, worker, same page"
COLUMNS = ("cold", "second page", "megabytes", "requests", "longest task")
ROW = 26
LEFT = 230
WIDE = 680
PLATE = (
    "<style>text{fill:#33404b}.plate{fill:#fff}.ours{fill:#0b6e64}.bar{fill:#8a97a3}"
    "@media(prefers-color-scheme:dark){text{fill:#d5dde4}.plate{fill:#151b23}.ours{fill:#3fb3a5}.bar{fill:#75828e}}</style>"
    '<rect class="plate" x="-12" y="-8" width="100%" height="100%"/>'
)
"""A picture cannot see which colours the page has; on a plate of its own it can be read on both."""


def write_report(root: Path, medians: Medians, turns: int) -> str:
    """Write the figures into the page and draw the chart; return the page's part."""
    text = report(medians, turns)
    page = (root / PAGE).read_text("utf-8")
    picture = "\n![Seconds to the first answer](../assets/images/runtime.svg)\n"
    before = page.partition(MARK)[0]
    (root / PAGE).write_text(f"{before}{MARK}\n{text}{picture}", "utf-8")
    (root / CHART).write_text(chart(medians), "utf-8")
    return text


def report(medians: Medians, turns: int) -> str:
    """Return the figures as Markdown: one table for each line, then what only the handbook has."""
    parts = [
        (
            f"Medians of {turns} {'visits each, in turns' if turns > 1 else 'visit each'}, in one run; a fresh browser profile for each visit. "
            f"Machine: {platform.machine()}, Chromium without a window. Milliseconds from navigation to the "
            f"first answer; the second page is opened {PAUSE} seconds after that answer. In brackets: how many times what stock Pyodide takes in a worker, on the same kind of page.\n"
        )
    ]
    lines = list(dict.fromkeys(where for where, _, _ in medians))
    for where in lines:
        names = list(
            dict.fromkeys(name for place, _, name in medians if place == where)
        )
        rows = [_row(medians, where, name) for name in names]
        parts.append(table(where, rows))
        more = [what for place, what, name in medians if (place, name) == (where, OURS)]
        parts.append("\n")
        for what in more:
            if what.startswith(("next", "offline")):
                value = medians[where, what, OURS]
                second = medians[where, "second page", SAME]
                parts.append(
                    f"- {what}: {value:,.0f} ({value / second:.2f} of the stock worker’s second page)\n"
                )
        paint, task = (
            [medians[where, f"{what}, {kind}", OURS] for kind in ("check", "plain")]
            for what in ("first paint", "longest task")
        )
        later = medians[where, "longest task, start", OURS]
        parts.append(
            f"- first paint of the checker’s page, against the same page without Python: {paint[0] / paint[1]:.2f}\n"
            f"- longest task on the page’s own thread: {task[0]:.0f}; on the same page without Python: {task[1]:.0f}; once Python had begun to start, worst of all visits: {later:.0f}\n"
        )
    return "".join(parts)


def table(where: str, rows: list[list[str]]) -> str:
    """Return the figures of one line as a table that can be scrolled with the keys."""
    head = "".join(
        f'<th scope="col">{as_text(title)}</th>' for title in (where, *COLUMNS)
    )
    body = "".join(
        f'<tr><th scope="row">{as_text(first)}</th>'
        + "".join(f"<td>{as_text(cell)}</td>" for cell in cells)
        + "</tr>"
        for first, *cells in rows
    )
    return (
        f'\n<div class="figures-wide" role="region" aria-label="Figures: {as_text(where)}" tabindex="0">'
        f'<table class="figures"><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>\n'
    )


def _row(medians: Medians, where: str, name: str) -> list[str]:
    cells = [name]
    for what in ("cold", "second page"):
        beside = SAME if name in {OURS, SAME} else STOCK
        value, stock = medians[where, what, name], medians[where, what, beside]
        cells.append(f"{value:,.0f} ({value / stock:.2f})")
    cells.append(f"{medians[where, 'bytes', name] / 1e6:.2f}")
    cells.append(f"{medians[where, 'requests', name]:.0f}")
    cells.append(f"{medians[where, 'longest task', name]:,.0f}")
    return cells


def chart(medians: Medians) -> str:
    """Return an SVG of the cold starts: a bar for each way, grouped by line."""
    cold = [
        (where, name, value)
        for (where, what, name), value in medians.items()
        if what == "cold"
    ]
    longest = max(value for _, _, value in cold)
    bars, top, last = [], 4, ""
    for where, name, value in cold:
        if where != last:
            bars.append(
                f'<text x="0" y="{top + 18}" font-weight="700">{as_text(where)}</text>'
            )
            top, last = top + ROW, where
        width = value / longest * (WIDE - LEFT - 80)
        kind = "ours" if name == OURS else "bar"
        bars.append(
            f'<text x="0" y="{top + 17}">{as_text(name)}</text>'
            f'<rect x="{LEFT}" y="{top + 4}" width="{width:.1f}" height="{ROW - 9}" class="{kind}"/>'
            f'<text x="{LEFT + width + 6:.1f}" y="{top + 17}">{value / 1000:.1f} s</text>'
        )
        top += ROW
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="-12 -8 {WIDE + 24} {top + 22}" font-family="sans-serif" '
        f'font-size="13" role="img"><title>Seconds to the first answer</title>{PLATE}{"".join(bars)}</svg>\n'
    )
