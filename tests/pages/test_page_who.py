"""Pages say for which area a thing holds, who acts for whom, and how a decision is taken."""

from dataclasses import replace

import pytest

from handbook.pages.partnership.roles import roles_pages
from handbook.pages.write import local_pages
from rapidreview.model import Protocol


@pytest.fixture(scope="session")
def words(three_areas, england, parse):
    """Return the words of each page of the three areas, as if all had been read."""
    finished = replace(three_areas.partnership, status="in force")
    whole = Protocol(three_areas.national, finished)
    made = [*local_pages(whole, england), *roles_pages(whole)]
    folder = three_areas.folder
    return {
        one.path.removesuffix(".md").removeprefix(folder): parse(one.text).text()
        for one in made
    }


def test_a_step_of_some_areas_says_so_on_the_flowchart_and_on_its_role(words):
    """The trust's step is for Lake; the council's for the two others."""
    assert "In Lake only" in words["flowchart"]
    assert "In Hill and Port only" in words["flowchart"]
    assert "In Lake only" in words["roles/trust"]


def test_a_trust_acts_for_the_authority_which_holds_the_duty(words):
    """Its role, the contacts and the flowchart name the authority beside it."""
    held = "Lake Borough Council, which holds the duty to notify"
    assert held in words["roles/trust"]
    assert f"Acts for {held}" in words["contacts"]
    assert "Lake Children First (for Lake Borough Council)" in words["flowchart"]
    assert "Lake Children First (for Lake Borough Council)" in words["deadlines"]


def test_a_seat_says_its_deputy_and_its_areas(words):
    """The members of a body are told with who sits in their place and where."""
    for page in ("roles/decision-panel", "contacts"):
        assert "deputy: Head of Safeguarding" in words[page]
        assert "in Port only" in words[page]


def test_a_mailbox_says_its_hours(words):
    """Beside the address stands when it is read."""
    assert (
        "serious.incidents@example.org (Monday to Friday, 9am to 5pm)"
        in words["contacts"]
    )


def test_a_limit_of_a_step_in_one_area_says_so(words):
    """The deadline's page and the role say where it applies."""
    assert "in Lake only" in words["deadlines"]
    assert "in Lake only" in words["roles/trust"]


def test_a_decision_says_how_it_is_taken_and_that_the_authority_may_notify(words):
    """Flowchart and role page have the rule, the casting view and the sentence of the law."""
    for page in ("flowchart", "roles/decision-panel"):
        assert "Rule: A majority decides" in words[page]
        assert "If the votes do not decide: Scrutineer" in words[page]
        assert "Nothing in this decision prevents the local authority" in words[page]


def test_a_way_in_of_its_own_leads_to_its_step_and_says_its_areas(words):
    """The box "Do this now" sends a reader of learning to where that way begins."""
    assert "of the flowchart" in words["index"]
    assert "In Hill only" in words["index"]


def test_what_national_texts_say_to_an_unforeseen_course_stands_at_its_step(words):
    """A protocol that allows it is not told that it may not; the text stands beside it."""
    assert "Notified, and no rapid review" in words["flowchart"]
    assert (
        "without the prior submission of a Serious Incident Notification"
        in words["flowchart"]
    )
