"""A first draft of little more than a hundred lines gives every page, and says what is not read."""

import re
import shutil

import pytest
from click.testing import CliRunner

from handbook.cli.verbs import main
from handbook.lint.run import lint
from handbook.pages.frame import LOCAL
from handbook.pages.write import all_pages
from handbook.read.library import read_all
from rapidreview.say import NOT_READ
from the_library import POLICIES

MOST_LINES = 120
BEGIN = ["new", "East Riding", "--area", "East Riding of Yorkshire Council", "--short", "ERSCP"]  # fmt: skip
STAGES = """
actors:
  - {id: professional, at: "1.1"}
  - {id: business-unit, at: "1.2"}
  - {id: safeguarding-partners, at: "2.1"}
  - {id: notifier, at: "2.3"}
contacts:
  - {id: mailbox, of: business-unit, email: reviews@example.org, personal: false, at: "1.2"}
forms:
  - {id: referral, name: Referral form, get_it: not said, at: "1.2"}
stages:
  - id: refer
    title: Referral
    at: "1.2"
    steps:
      - {id: send, who: professional, does: Send the referral form, form: referral, to: mailbox,
         marks: referral_received, limit: {within: 1 working day, of: case_identified}}
  - id: decide
    title: Decision
    at: "2.1"
    steps:
      - {id: decide, who: safeguarding-partners, asks: "Will the case be notified?", marks: partners_decide,
         limit: 2 working days, ways: {A notification will be made: notify, There will be none: reply}}
      - {id: notify, at: "2.3", who: notifier, does: Notify the National Panel, marks: sin_sent, limit: {national: sin}, then: end}
      - {id: reply, at: "2.4", who: business-unit, does: Tell the referrer, limit: not given}
  - {id: later, title: After the decision}
"""
WRITTEN = ("index", "flowchart", "deadlines", "contacts", "roles/index")
"""The pages that the two stages fill."""
UNREAD = ("protocol", "notes")
"""Pages that wait for a part of the protocol that was not read yet."""


@pytest.fixture(scope="module")
def draft(tmp_path_factory):
    """Return the folder of a policy that was begun, with two stages written below it."""
    folder = tmp_path_factory.mktemp("policies")
    shutil.copytree(POLICIES / "national", folder / "national")
    (folder / "partnerships").mkdir()
    told = CliRunner().invoke(main, [*BEGIN, "--policies", str(folder)])
    assert told.exit_code == 0, told.output
    path = folder / "partnerships" / "east-riding.yml"
    path.write_text(path.read_text("utf-8") + STAGES, "utf-8")
    return folder


@pytest.fixture(scope="module")
def pages(draft):
    """Return the text of each page of the draft by its name."""
    start = "partnerships/east-riding/"
    return {
        page.path.removeprefix(start).removesuffix(".md"): page.text
        for page in all_pages(read_all(draft))
        if page.path.startswith(start)
    }


def test_it_is_short_and_has_no_error(draft):
    """At most 120 lines, comments with them."""
    path = draft / "partnerships" / "east-riding.yml"
    assert len(path.read_text("utf-8").splitlines()) <= MOST_LINES
    report = lint(draft, [path])
    assert [*map(str, report.faults)] == []
    assert [str(one) for one in report.findings if one.severity == "error"] == []


def test_it_gives_every_page(pages):
    """All that a finished protocol has."""
    assert {name for name, _ in LOCAL} <= pages.keys()
    assert {"roles/professional", "map"} <= pages.keys()


@pytest.mark.parametrize("name", UNREAD)
def test_what_was_not_read_says_so(pages, name):
    """And nothing is made up in its place."""
    assert NOT_READ in pages[name]


def test_what_was_written_is_shown(pages):
    """The limits, the form and the ways out of the decision."""
    words = {
        name: " ".join(
            re.sub(r"<[^>]+>", " ", pages[name].replace("<wbr>", "")).split()
        )
        for name in WRITTEN
    }
    assert "reviews@example.org" in words["index"]
    assert "There will be none" in words["flowchart"]
    assert "2 working days" in words["deadlines"]
    assert "Referral form" in words["contacts"]
    assert "Tell the referrer" in words["flowchart"]


def test_a_stage_that_waits_for_its_steps_is_on_the_flowchart(pages):
    """And where the steps end, no course is made of what was not read."""
    assert NOT_READ in pages["flowchart"].split("After the decision")[-1]
    assert "Notified, and no rapid review" not in pages["flowchart"]
    assert "3 steps, 1 decision, " in pages["flowchart"]
