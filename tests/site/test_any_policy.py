"""What holds for any policy: a new file is enough, text stays text, a fault breaks nothing."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from math import prod
from pathlib import Path
from typing import Any

import pytest

from handbook.pages.tools.check_form import checker
from handbook.pages.tools.dates_form import dates_form
from handbook.pages.write import all_pages, write_pages
from handbook.read.library import Library, read_all
from handbook.site.build import for_browser
from rapidreview import browser as widget
from rapidreview.model import Partnership, from_plain, to_plain

ROOT = Path(__file__).resolve().parents[2]
NASTY = "<script>alert(1)</script><img src=x onerror=alert(2)>{{ 7*7 }}{% raise %}\"'&"
REFERENCES = {"source", "at", "sections", "id", "url", "email"}


@pytest.fixture(scope="module")
def library() -> Library:
    """Return the handbook's own policies."""
    return read_all(ROOT / "policies")


def with_markup(plain: Any, key: str = "") -> Any:
    """Return ``plain`` with markup, script and templates in every text of more than one word."""
    if isinstance(plain, dict):
        return {name: with_markup(value, name) for name, value in plain.items()}
    if isinstance(plain, list):
        return (
            plain if key in REFERENCES else [with_markup(item, key) for item in plain]
        )
    if isinstance(plain, str) and " " in plain and key not in REFERENCES:
        return plain if key in {"status", "printed_at"} else plain + NASTY
    return plain


@pytest.fixture(scope="module")
def nasty(library: Library) -> Library:
    """Return a library whose Tees says markup, script and templates wherever it says words."""
    tees = next(item for item in library.partnerships if item.id == "tees")
    plain = with_markup(to_plain(tees))
    plain["status"] = tees.status
    return replace(library, partnerships=(from_plain(Partnership, plain),))


def assert_text(html: str) -> None:
    """Fail where markup, script or a template of a policy came through as such."""
    for mark in ("<script>alert", "<img src=x", "{{", "{%"):
        assert mark not in html


def test_markup_and_templates_in_a_policy_come_out_as_text_on_every_page(
    nasty: Library,
) -> None:
    """No page made from the policy holds a tag, a script or a template of its own."""
    pages = [page for page in all_pages(nasty) if page.path.endswith(".md")]
    assert any("&lt;script&gt;alert(1)" in page.text for page in pages)
    for page in pages:
        # the one template that the press itself writes, with the name of the file
        assert_text(re.sub(r'\{\{ date_box\("[a-z-]+"\) \}\}', "", page.text))


def test_markup_in_a_policy_comes_out_as_text_in_both_tools(
    nasty: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor do the forms, the answer and the schedule."""
    assert_text(checker(nasty, ROOT))
    assert_text(dates_form(nasty, ROOT))
    data = to_plain(for_browser(nasty))
    monkeypatch.setattr(widget, "_data", lambda: data)
    for cached in (widget._national, widget._protocols, widget._calendar):
        monkeypatch.setattr(widget, cached.__name__, cached.__wrapped__)
    answers = {"age": "under-18", "abuse": "not-sure", "harm": "died"}
    answers |= {"place": "in-area", "resident": "not-sure", "care": "none"}
    local = nasty.protocol("tees").partnership.questions
    answers |= {one.id: one.options[0].id for one in local}
    asks = {
        "check": {"answers": answers, "la_aware": "2026-11-20"},
        "deadlines": {"events": {"sin_sent": "2026-11-20"}, "today": "2026-11-23"},
    }
    for ask, given in asks.items():
        told = json.loads(
            widget.answer(ask, json.dumps({"partnership": "tees", **given}))
        )
        assert "&lt;script&gt;" in told["html"]
        assert_text(told["html"])


def test_a_sixth_file_is_enough(tmp_path: Path) -> None:
    """A copy under another name gets all its pages and its place in both forms."""
    policies = tmp_path / "policies"
    shutil.copytree(ROOT / "policies", policies)
    text = (policies / "partnerships" / "surrey.yml").read_text("utf-8")
    text = text.replace("\nid: surrey\n", "\nid: sixth\n").replace(
        "\nname: Surrey\n", "\nname: Sixth\n"
    )
    text = text.replace(
        "authority: Surrey County Council", "authority: Sixth County Council"
    )
    (policies / "partnerships" / "sixth.yml").write_text(text, "utf-8")
    library = read_all(policies)
    write_pages(tmp_path, library)
    sixth, surrey = (
        tmp_path / "docs" / "partnerships" / one for one in ("sixth", "surrey")
    )
    made = {path.relative_to(sixth) for path in sixth.rglob("*.md")}
    assert {path.relative_to(surrey) for path in surrey.rglob("*.md")} == made
    assert len(made) >= 7
    shutil.copytree(
        ROOT / "policies" / "national",
        tmp_path / "policies" / "national",
        dirs_exist_ok=True,
    )
    assert '<option value="sixth"' in checker(library, tmp_path)
    assert '<option value="sixth"' in dates_form(library, tmp_path)
    (policies / "partnerships" / "sixth.yml").unlink()
    write_pages(tmp_path, read_all(policies))
    assert not list(sixth.rglob("*.md"))


def test_a_broken_policy_leaves_the_last_good_site(tmp_path: Path) -> None:
    """The build names every fault with its place, exits with 1, and touches nothing."""
    unused = {"policies": (), "docs": ("runtime", "partnerships"), "py": ()}
    for name, left in unused.items():
        shutil.copytree(
            ROOT / name,
            tmp_path / name,
            ignore=shutil.ignore_patterns(*left),
        )
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("the last good site")
    broken = tmp_path / "policies" / "partnerships" / "tees.yml"
    text = broken.read_text("utf-8").replace("\nlead:", "\nled:", 1)
    broken.write_text(text + "\nextra: 1\n", "utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "handbook.cli", "build"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path / "py"), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "tees.yml:" in done.stderr
    assert "led" in done.stderr
    assert "extra" in done.stderr
    assert "Traceback" not in done.stderr
    assert (tmp_path / "site" / "index.html").read_text() == "the last good site"


def test_every_combination_has_one_answer_on_the_command_line(library: Library) -> None:
    """All combinations of the six national questions are answered, each by one rule."""
    lines: list[dict[str, str]] = [{}]
    for question in library.national.notifiability.questions:
        lines = [
            {**line, question.id: option.id}
            for line in lines
            for option in question.options
        ]
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "handbook.cli",
            "notifiable",
            "--partnership",
            "tees",
            "--batch",
            "-",
        ],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT / "py"), "PATH": "/usr/bin:/bin"},
        input="\n".join(map(json.dumps, lines)),
        capture_output=True,
        text=True,
        check=True,
    )
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    options = [len(one.options) for one in library.national.notifiability.questions]
    assert len(lines) == prod(options)
    assert len(answers) == len(lines)
    rules = {rule.id for rule in library.national.notifiability.rules}
    assert [] == [answer for answer in answers if answer.get("rule") not in rules]
    assert {answer["rule"] for answer in answers} == rules
