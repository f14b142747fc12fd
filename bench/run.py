"""Measures how fast Python answers in the browser, ours beside others', in one run.

Not a test: figures depend on the machine. What carries over is the ratios, because
all are measured in turns in the same run. Writes into ``docs/about/runtime.md`` and
draws a chart.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections import defaultdict
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from bench.peers import QUESTION, Peer, make_peers
from bench.report import OURS, PAUSE, Figures, write_report
from bench.server import Line, slow_server
from handbook.read.library import read_all
from handbook.runtime.bundle import as_json
from handbook.runtime.engine_wheel import wheel_sources
from handbook.site.build import for_browser

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from playwright.sync_api import BrowserContext, BrowserType, Page

ROOT = Path(__file__).resolve().parents[1]
MEGABIT = 1_000_000 / 8
LINES = {"this machine": (0, 0), "9 Mbit/s, 60 ms": (9 * MEGABIT, 0.06)}
LIMIT = 120_000
PAINTS = 4
"""How often in each turn the first paint, which is short and varies, is measured."""
ANSWERED = """async (question) => {
  const ready = () => document.documentElement.dataset.engine === "ready";
  await new Promise((resolve, reject) => {
    const look = () => {
      if (ready()) resolve();
      if (document.documentElement.dataset.engine === "failed") reject(new Error("Python did not start"));
    };
    new MutationObserver(look).observe(document.documentElement, { attributes: true });
    look();
  });
  const { engine } = await import(new URL("./engine.js", document.querySelector("script[src$='/widgets.js']").src).href);
  const runtime = JSON.parse(document.querySelector("[data-runtime]").dataset.runtime);
  await engine.call(runtime, "check", JSON.parse(question));
  return performance.now();
}"""
TASKS = """
window.tasks = [];
new PerformanceObserver((list) => window.tasks.push(...list.getEntries()))
  .observe({ type: "longtask", buffered: true });
"""
LONGEST = "Math.max(0, ...window.tasks.map(({ duration }) => duration))"
LATER = """(() => {
  const [began] = performance.getEntriesByName("Python loading");
  const later = window.tasks.filter(({ startTime, duration }) => startTime + duration > began.startTime);
  return Math.max(0, ...later.map(({ duration }) => duration));
})()"""
"""The longest task that had not ended when Python began to start."""
WORST: dict[str, Callable[[list[float]], float]] = {"longest task, start": max}
"""Of what the worst of all visits is told, not the median."""
PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


def measure(page: Page, address: str) -> float:
    """Return the milliseconds from navigation to the first answer on the page at ``address``."""
    page.goto(address, wait_until="domcontentloaded")
    if "/check/" in address or "/deadlines/" in address:
        return float(page.evaluate(ANSWERED, QUESTION))
    page.wait_for_selector("html[data-answered]", state="attached", timeout=LIMIT)
    return float(page.locator("html").get_attribute("data-answered") or 0)


def where(line: Line) -> str:
    """Return the name of the line."""
    return next(name for name, (rate, _) in LINES.items() if rate == line.rate)


@contextmanager
def browser(chromium: BrowserType) -> Iterator[tuple[BrowserContext, Page]]:
    """Give a browser with a fresh profile, and its page."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        context = chromium.launch_persistent_context(
            profile,
            executable_path=(ROOT / ".make" / "chromium").read_text("utf-8").strip(),
            args=["--no-sandbox"],
        )
        context.set_default_timeout(LIMIT)
        context.add_init_script(TASKS)
        yield context, context.pages[0]
        context.close()


def visit(chromium: BrowserType, peer: Peer, line: Line, found: Figures) -> None:
    """Visit ``peer`` with a fresh profile: first page, second page, and for ours what else there is."""
    server = slow_server(peer.folder, line)
    base = f"http://127.0.0.1:{server.server_port}/"
    with browser(chromium) as (context, page):

        def note(what: str, value: float) -> None:
            found[where(line), what, peer.name].append(value)

        note("cold", measure(page, base + peer.page))
        note("bytes", line.sent)
        note("requests", line.requests)
        note("longest task", page.evaluate(LONGEST))
        page.wait_for_timeout(PAUSE * 1000)
        note("second page", measure(page, base + peer.other))
        if peer.name == OURS:
            _ours(context, page, base, note)
    server.shutdown()
    server.server_close()


def _ours(
    context: BrowserContext, page: Page, base: str, note: Callable[[str, float], None]
) -> None:
    """Measure what only the handbook has: the next page by its link, and offline."""
    page.evaluate("window.clicked = 0")
    page.evaluate(
        """() => document.addEventListener("click", () => { window.clicked = performance.now(); }, true)"""
    )
    page.click("a[href$='check/']:visible >> nth=0")
    page.wait_for_url("**/check/")
    now = float(page.evaluate(ANSWERED, QUESTION))
    note("next page by its link", now - float(page.evaluate("window.clicked")))
    page.wait_for_selector("html[data-offline]", state="attached", timeout=LIMIT)
    context.set_offline(offline=True)
    note("offline", measure(page, base + "deadlines/"))


def paint(chromium: BrowserType, peer: Peer, line: Line, found: Figures) -> None:
    """Measure the first paint and the longest task of the checker's page, and of one without Python."""
    server = slow_server(peer.folder, line)
    for kind in ("check", "plain") * PAINTS:
        with browser(chromium) as (_, page):
            address = f"http://127.0.0.1:{server.server_port}/{kind}/"
            page.goto(address, wait_until="load")
            seen = {f"first paint, {kind}": PAINT, f"longest task, {kind}": LONGEST}
            if kind == "check":
                page.evaluate(ANSWERED, QUESTION)
                seen["longest task, start"] = LATER
            page.wait_for_timeout(300)
            for what, script in seen.items():
                value = float(page.evaluate(script))
                found[where(line), what, peer.name].append(value)
    server.shutdown()
    server.server_close()


def main() -> None:
    """Measure in turns, print and write the report. The argument is the number of turns (5)."""
    turns = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    text = as_json(for_browser(read_all(ROOT / "policies")))
    peers = make_peers(ROOT, wheel_sources(ROOT, text))
    found: Figures = defaultdict(list)
    with sync_playwright() as playwright:
        visit(playwright.chromium, peers[0], Line(), defaultdict(list))  # not counted
        for turn in range(turns):
            for rate, delay in LINES.values():
                for peer in peers:
                    visit(playwright.chromium, peer, Line(rate, delay), found)
                paint(playwright.chromium, peers[0], Line(rate, delay), found)
            medians = {
                key: WORST.get(key[1], statistics.median)(found[key]) for key in found
            }
            text = write_report(ROOT, medians, turn + 1)
            sys.stdout.write(f"Turn {turn + 1} of {turns} done\n")
            sys.stdout.flush()
    sys.stdout.write(text)


if __name__ == "__main__":
    main()
