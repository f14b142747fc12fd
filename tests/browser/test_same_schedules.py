"""The packed engine in a browser and the command line: the same schedules for many cases."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from handbook.cli.asking import Shelf
from in_browser import ROOT, ready
from some_cases import HOW_MANY, Case, some_cases

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext

pytestmark = [pytest.mark.browser, pytest.mark.slow]

PARTNERSHIPS = ("cheshire-east", "north-yorkshire", "surrey", "tees", "tower-hamlets")
TODAY = "2026-11-21"
ASK_ALL = """async ([partnership, today, cases]) => {
    const { engine } = await import(document.querySelector('script[src*="widgets.js"]').src.replace("widgets.js", "engine.js"));
    const folder = new URL(document.querySelector("form#deadlines").dataset.policies, location.href);
    const { policy } = await (await fetch(new URL(`${partnership}.json`, folder))).json();
    const told = [];
    for (const events of cases) {
        const answer = await engine.call({}, "deadlines", { partnership, policy, today, events });
        told.push(answer.data ?? { problems: answer.problems });
    }
    return told;
}"""


def _command_line(partnership: str, cases: list[Case]) -> list[Any]:
    """Return what the command line answers to each case, asked all at once."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "handbook.cli", "deadlines"),
            *("--partnership", partnership, "--today", TODAY, "--batch", "-"),
        ],
        cwd=ROOT,
        input="".join(f"{json.dumps(case)}\n" for case in cases),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "py"), "PYTHONUTF8": "1"},
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    for answer in answers:
        answer.pop("line", None)  # where the case stands in the batch
    return answers


@pytest.mark.parametrize("partnership", PARTNERSHIPS)
def test_two_hundred_cases_have_the_same_schedule(
    context: BrowserContext, origin: str, partnership: str
) -> None:
    """Every deadline, reading, working, clash and refusal is the same, word for word."""
    shelf = Shelf(ROOT / "policies")
    cases = some_cases(shelf.national, shelf.partnership(partnership), shelf.calendar)
    page = context.new_page()
    page.goto(origin + "deadlines/")
    page.focus("form#deadlines select")
    ready(page)
    told = page.evaluate(ASK_ALL, [partnership, TODAY, cases])
    expected = _command_line(partnership, cases)
    assert len(cases) == HOW_MANY == len(expected)
    # one by one: pytest would compare two long lists line by line, for hours
    for case, ours, theirs in zip(cases, expected, told, strict=True):
        same = ours == theirs
        assert same, case
    dated = [one for one in expected if "deadlines" in one]
    assert len(dated) > HOW_MANY / 2
    assert len(dated) < HOW_MANY
