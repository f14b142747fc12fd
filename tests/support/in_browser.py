"""How the browser tests fill the two forms and read what comes back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[2]
BOTH = pytest.mark.parametrize("width", [1280, 390], ids=["desktop", "phone"])
"""For tests of what a page shows: once as wide as a desktop, once as a phone."""
SITE = Path(os.environ.get("HANDBOOK_SITE", ROOT / "site"))

QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""A browser that keeps to itself: only what the pages ask for goes out."""


def executable() -> str | None:
    """Return the Chromium that the set-up found or got; None for Playwright's own."""
    note = ROOT / ".make" / "chromium"
    return note.read_text("utf-8").strip() or None if note.exists() else None


def ready(page: Page) -> None:
    """Wait until Python has started; the pages' policy forbids waiting for an expression."""
    page.wait_for_selector("html[data-engine=ready]", state="attached")


def until(page: Page, expression: str) -> None:
    """Wait until ``expression`` is true; asked from outside, which the pages' policy allows."""
    for _ in range(200):
        if page.evaluate(expression):
            return
        page.wait_for_timeout(50)
    raise AssertionError(f"never became true: {expression}")


def usual(partnership: str) -> dict[str, str]:
    """Return what the command line takes for the protocol's own questions, where it is not told."""
    name = partnership.partition(":")[0]
    path = ROOT / "policies" / "partnerships" / f"{name}.yml"
    asked = yaml.safe_load(path.read_text("utf-8")) if path.exists() else {}
    return {
        one["id"]: str(one["default"])
        for one in asked.get("questions", [])
        if "default" in one
    }


def choose(page: Page, partnership: str, answers: dict[str, str]) -> None:
    """Choose a partnership and answers in the checker; its own questions as usual."""
    page.select_option("form#notifiable [name=partnership]", partnership)
    own = {
        one: answer for one, answer in usual(partnership).items() if one not in answers
    }
    for question, answer in own.items():
        page.check(
            f"fieldset[data-own] [name={question}][value='{answer}']:visible:not(:disabled)"
        )
    for question, answer in answers.items():
        page.check(
            f"form#notifiable [name={question}][value='{answer}']:not(:disabled):visible"
        )


def enter(page: Page, event: str, iso: str) -> None:
    """Type a date, and a time where ``iso`` has one, into the field of ``event``."""
    day, _, time = iso.partition("T")
    year, month, number = day.split("-")
    for part, text in (
        ("day", number),
        ("month", month),
        ("year", year),
        ("time", time),
    ):
        if text:
            page.fill(f"#{event}-{part}", text)


def submit(page: Page, form: str) -> None:
    """Press the form's button and wait for an answer or for what is wrong."""
    page.click(f"form#{form} button[type=submit]")
    page.wait_for_selector(
        f"[data-result={form}]:not(:empty), form#{form} [data-problems]:not([hidden])"
    )


def dates_shown(page: Page) -> dict[str, tuple[str, str]]:
    """Return each deadline's latest date and date to aim for, as the page shows them."""
    rows = page.evaluate(
        """() => [...document.querySelectorAll('[data-deadline]')].map(row => [
            row.dataset.deadline,
            row.querySelector('time.latest')?.dateTime ?? '',
            row.querySelector('time.aim-for')?.dateTime ?? ''])"""
    )  # what is due on one day has its date once
    return {name: (latest, aim or latest) for name, latest, aim in rows}


def command(*words: str) -> Any:
    """Return what the command line prints, read as JSON."""
    done = subprocess.run(
        [sys.executable, "-m", "handbook.cli", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "py")},
    )
    return json.loads(done.stdout)


def refused(*words: str, given: dict[str, str]) -> Any:
    """Return what the command line says to a case of a batch that it refuses."""
    done = subprocess.run(
        [sys.executable, "-m", "handbook.cli", *words, "--batch", "-"],
        cwd=ROOT,
        input=json.dumps(given),
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT / "py")},
    )
    assert done.returncode == 2, done.stderr
    return json.loads(done.stdout)


def axe(page: Page) -> list[str]:
    """Return what axe finds wrong with the page, one line for each element."""
    axe_itself = ROOT / "node_modules" / "axe-core" / "axe.min.js"
    page.evaluate(axe_itself.read_text("utf-8"))
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    found = page.evaluate(
        "tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})"
        ".then(result => result.violations)",
        tags,
    )
    return [
        f"{item['id']}: {node['target']}" for item in found for node in item["nodes"]
    ]
