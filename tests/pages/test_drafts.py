"""A draft gives every page, and each says which part of the protocol was not read yet."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
import yaml

from handbook.lint.run import lint
from handbook.pages.write import all_pages
from handbook.read.library import read_all
from rapidreview.check import Checker
from rapidreview.dates import schedule
from rapidreview.say import NOT_READ
from rapidreview.show import Sources, schedule_html

ROOT = Path(__file__).parents[2]
POLICIES = ROOT / "policies"
SMALLEST = ROOT / "tests" / "faults" / "smallest.yml"
SAYS_SO = (
    "index",
    "flowchart",
    "deadlines",
    "contacts",
    "protocol",
    "notes",
    "source",
    "roles/index",
    "map",
)
PARTS = """
documents:
  - {id: protocol, title: Protocol, scheme: numbered, retrieved_on: "2026-11-20", review_by: "2027-05-20", sections: {"1": Referral}}
actors:
  - {id: unit, label: Business Unit, kind: business-unit, at: "1"}
stages:
  - {id: refer, title: Refer, at: "1", steps: [{id: send, who: unit, does: Send the form, kind: send}]}
start: send
events:
  - {id: sin_sent, label: Notification sent, at: "1"}
deadlines:
  - {id: report, what: Send the report, who: unit, of: sin_sent, within: 15 working days, at: "1"}
contacts:
  - {id: box, of: unit, label: Mailbox, email: unit@example.org, at: "1"}
"""


@pytest.fixture
def shelf(tmp_path):
    """Return a maker of a policies folder with the national layer and one draft."""

    def make(more=""):
        shutil.copytree(POLICIES / "national", tmp_path / "national")
        (tmp_path / "partnerships").mkdir()
        path = tmp_path / "partnerships" / "smallest.yml"
        path.write_text(SMALLEST.read_text("utf-8") + more, "utf-8")
        return tmp_path

    return make


def shown(html):
    """Return the words of a page."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())


def test_the_smallest_draft_is_a_name_an_area_and_its_status(shelf):
    """It reads, and lint has no error on it; a note names every part that is not written."""
    report = lint(shelf())
    told = [one for one in report.findings if "smallest" in one.path]
    assert [] == report.faults
    assert {"note"} <= {one.severity for one in told} <= {"note", "warning"}
    unread = next(one for one in told if one.check == "draft-unread")
    assert "documents" in unread.message
    assert "steps" in unread.message


def test_the_smallest_draft_gives_every_page(shelf):
    """Each page is made, and says in a sentence what has not been read yet."""
    pages = {page.path: shown(page.text) for page in all_pages(read_all(shelf()))}
    folder = "partnerships/smallest/"
    silent = [one for one in SAYS_SO if NOT_READ not in pages[f"{folder}{one}.md"]]
    assert [] == silent
    assert f"{folder}reckoner/index.md" in pages
    assert "This is a draft." in pages[f"{folder}index.md"]
    assert "nothing to compare" in pages["compare/index.md"]


def test_no_page_of_a_draft_says_that_its_protocol_is_silent(shelf):
    """What nobody has read is not what a protocol does not say."""
    library = read_all(shelf())
    mine = [
        one
        for one in all_pages(library)
        if "/smallest/" in one.path or one.path.startswith("outcomes/")
    ]
    assert len(mine) > len(SAYS_SO)
    claims = (
        "gives no route",
        "sets no order",
        "names no law",
        "national questions are enough",
    )
    assert [] == [
        (page.path, words)
        for page in mine
        for words in claims
        if words in shown(page.text)
    ]


def test_the_tools_answer_for_a_draft_from_the_national_layer(shelf, answers, england):
    """The checker decides and the calculator counts; what is local is not read yet."""
    protocol = read_all(shelf()).protocol("smallest")
    decision = Checker(protocol).decide(answers())
    assert "must-notify" == decision.outcome
    assert NOT_READ == decision.next.says
    plan = schedule(protocol, {"sin_sent": "2026-11-20"}, england)
    assert "2026-12-11" == plan.find("rapid-review").latest.isoformat()
    told = schedule_html(
        plan, Sources(protocol.national, protocol.partnership), england
    )
    assert "no protocol read yet" in shown(told)


@pytest.mark.parametrize("key", list(yaml.safe_load(PARTS)))
def test_a_draft_may_have_any_part_without_the_others_that_it_does_not_name(shelf, key):
    """Each part is left out in turn with what names it; lint has no error, all pages are made."""
    named_by = {
        "documents": ["actors", "events", "deadlines", "contacts", "start", "stages"],
        "actors": ["stages", "start", "deadlines", "contacts"],
        "stages": ["start"],
        "events": ["deadlines"],
    }  # fmt: skip
    parts = yaml.safe_load(PARTS)
    for left_out in (key, *named_by.get(key, ())):
        parts.pop(left_out)
    folder = shelf(yaml.safe_dump(parts) if parts else "")
    report = lint(folder)
    assert [] == report.faults
    assert [] == [str(one) for one in report.findings if one.severity == "error"]
    assert len(list(all_pages(read_all(folder)))) > len(SAYS_SO)


def test_a_policy_in_force_has_every_part(shelf):
    """What a draft may leave out is a fault of a policy that is finished."""
    folder = shelf()
    path = folder / "partnerships" / "smallest.yml"
    path.write_text(path.read_text("utf-8").replace("draft", "in force", 2), "utf-8")
    assert any(
        "the keys documents, actors, stages, checked_on" in str(one)
        for one in lint(folder).faults
    )


def test_steps_without_a_beginning_begin_with_the_first_one_written(shelf):
    """A draft need not say which step is the first."""
    (policy,) = read_all(shelf(PARTS.replace("start: send\n", ""))).partnerships
    assert ("send",) == policy.start
