"""An answer and its record on the page: what is said, in which place, from a small protocol."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from rapidreview.check import decide
from rapidreview.model import Protocol
from rapidreview.show import Record, Sources, answer_html, record_file
from rapidreview.show.answer.whose import NOT_NAMED
from rapidreview.show.record import record_html
from wider import with_wider

SUSPECTED_DEATH = {"abuse": "suspected", "harm": "died"}


@pytest.fixture
def shown(record, sources, tree):
    """Return a maker of an answer's tree."""

    def show(**more):
        return tree(answer_html(record(**more), sources))

    return show


def part(found, name):
    """Return the section of an answer that has this name."""
    [one] = [
        item
        for item in found.all("section") + found.all("details")
        if item.attributes.get("data-part") == name
    ]
    return one


def named(found):
    """Return the lines of the first screen by their names."""
    return {
        one.all("dt")[0].text(): one.all("dd")[0].text()
        for one in found.all("dl", "act")[0].inside
    }


def owed(found):
    """Return the rows of the table of duties: who, what, to or with whom."""
    tables = part(found, "whose").all("table")
    [table] = [one for one in tables if "data-duties" in one.attributes]
    rows = [one.all("td") for one in table.all("tr")]
    return [[cell.text() for cell in row] for row in rows if row]


class TestAnswer:
    """The answer first, then everything behind it."""

    def test_the_top_says_the_answer_and_who_acts(self, shown, record):
        """Title, whose protocol; you, to whom, by when; whose duty it is; then every duty."""
        decision = record(**SUSPECTED_DEATH).decision
        found = shown(**SUSPECTED_DEATH)
        assert found.all("h1")[0].text() == decision.title
        assert found.all("p", "ans-kicker")[0].text() == (
            "Answer for Smallshire, under the Smallshire protocol"
        )
        assert list(named(found)) == ["You", "To", "By", "Then"]
        assert "Your local authority must notify" in named(found)["Then"]
        assert len(owed(found)) == len(decision.duties)

    def test_without_a_date_it_asks_for_one(self, shown):
        """The limit stands there in words, and how to see the date."""
        told = named(shown(**SUSPECTED_DEATH))["Then"]
        assert told.endswith("Enter when the authority became aware for the date.")

    def test_another_route_leads_with_that_route(self, shown, record):
        """The heading names the route, its lead stands there, and its words are not said again."""
        case = {"abuse": "no", "harm": "near-miss"}
        found, decision = shown(**case), record(**case).decision
        assert found.all("h1")[0].text() == decision.rule_title
        assert found.all("div", "ans-plain")
        assert named(found)["Leads"] == "The agency concerned"
        [answer] = found.all("div", "page-aside")
        assert answer.text().count(decision.rule_says) == 1

    def test_a_discussion_has_its_times_and_what_if_they_cannot_agree(self, shown):
        """When they talk, by when they notify if so, what to ask, and what settles it."""
        found = shown(abuse="not-sure", harm="died")
        assert list(named(found)) == [
            "You",
            "To",
            "By",
            "Talk",
            "If yes",
            "If they cannot agree",
        ]
        assert (
            "the local authority still carries the duty"
            in named(found)["If they cannot agree"].lower()
        )
        assert len(part(found, "ask").all("li")) >= 3
        assert "must notify" in part(found, "settles").text()

    def test_each_reason_stands_beside_what_was_answered(self, shown, record):
        """One row for each reason, in the order of the decision."""
        because = record(**SUSPECTED_DEATH).decision.because
        [table] = part(shown(**SUSPECTED_DEATH), "why").all("table", "ans-because")
        rows = [one for one in table.all("tr") if one.all("td")]
        assert [one.all("td")[0].text().lower() for one in rows] == [
            one.said.lower() for one in because
        ]

    def test_a_local_rule_that_raises_is_named_with_the_national_answer(self, shown):
        """A death in a known family: the local rule asks, and the national answer stands below."""
        known = {"known-family": "yes"}
        why = part(shown(harm="died", abuse="no", **known), "why")
        assert "Rule SM-1 raises the answer of national rule" in why.text()
        assert next(one.text() for one in why.all("h3")).startswith(
            "What the national rules alone would answer: "
        )
        assert len(why.all("table", "ans-because")) == 2

    def test_what_is_open_can_be_settled(self, shown):
        """With an answer not known, each way it may turn out has its row; else there is no such part."""
        open_ = part(shown(place="not-sure"), "settles")
        assert open_.all("table", "ans-possible")
        names = [
            one.attributes.get("data-part")
            for one in shown(abuse="known", harm="died").all("details")
        ]
        assert "settles" not in names

    def test_what_would_change_it_comes_before_what_would_not(self, shown, record):
        """Each smallest change with the answer that it leads to, then what never matters."""
        decision = record(**SUSPECTED_DEATH).decision
        changes = part(shown(**SUSPECTED_DEATH), "changes")
        pairs = changes.all("ul", "change")[0].inside
        assert [one.all("span")[0].text() for one in pairs] == [
            f"{one.title}." for one in decision.would_change
        ]
        asked = changes.all("div", "wont")[0].all("ul")[-1].inside
        assert [one.text() for one in asked] == list(decision.not_asked)

    def test_a_duty_that_hangs_on_an_open_answer_says_on_which(self, shown):
        """The condition stands once, after the duty."""
        told = owed(shown(age="not-sure", **SUSPECTED_DEATH))
        assert any("Only if the child is under 18." in row[1] for row in told)

    def test_another_area_is_offered_only_where_it_may_lead(self, shown):
        """To name it is proposed when the place is open, and not when it is here."""
        here = part(shown(**SUSPECTED_DEATH), "whose")
        assert NOT_NAMED not in here.text()
        elsewhere = part(shown(place="not-sure", **SUSPECTED_DEATH), "whose")
        assert NOT_NAMED in elsewhere.text()

    def test_the_next_step_here_has_its_form_contacts_and_step(self, shown):
        """The form, each mailbox as a link, the first step marked as now."""
        here = part(shown(abuse="known", harm="died"), "next")
        assert here.all("h2")[0].text() == "What happens next in Smallshire"
        links = {one.attributes["href"] for one in here.all("a")}
        assert "mailto:both@example.org" in links
        assert here.all("b")[0].text() == "Form A"
        [step] = here.all("ol", "steps")[0].inside
        assert step.classes == ["steps-now"]
        assert step.all("span", "steps-who")[0].text() == "Business Unit"

    def test_every_answer_can_be_changed(self, shown, record):
        """Each question with the label that was chosen, and a button with its name."""
        found = shown(**SUSPECTED_DEATH)
        [mine] = found.all("aside")
        buttons = [one.attributes["data-change"] for one in mine.all("button")]
        asked = [one.id for one in record(**SUSPECTED_DEATH).asked]
        assert buttons == ["partnership", "reader", *asked, "la_aware"]
        values = [one.all("dd")[0].text() for one in mine.all("dl")[0].inside]
        assert (values[0], values[-1]) == ("Smallshire", "Not given")

    def test_every_mark_opens_a_slip_that_is_there(self, shown):
        """No button points to a slip that is missing, and no two slips have one name."""
        found = shown(place="not-sure", **SUSPECTED_DEATH)
        marks = {one.attributes["popovertarget"] for one in found.all("button", "src")}
        slips = [one.attributes["id"] for one in found.all("div", "note")]
        assert marks <= set(slips)
        assert len(slips) == len(set(slips))


class TestRecord:
    """What the checker answered, and lines to fill in."""

    def test_the_answers_stand_in_the_words_that_were_offered(
        self, record, sources, tree
    ):
        """Each question with its label, and the day of awareness or that none was given."""
        one = record(**SUSPECTED_DEATH)
        table = tree(record_html(one, sources)).all("table")[0]
        rows = [
            (row.all("th")[0].text(), row.all("td")[0].text())
            for row in table.all("tbody")[0].inside
        ]
        labels = {
            question.ask: {option.id: option.label for option in question.options}[
                one.decision.answers[question.id]
            ]
            for question in one.asked
        }
        assert dict(rows[:-1]) == labels
        assert rows[-1][1] == "Not given"

    def test_an_empty_value_is_a_line_and_a_given_one_is_not(
        self, record, sources, tree
    ):
        """The case reference is a line to write on; the authority stands there."""
        [top] = tree(record_html(record(), sources)).all("dl", "record-facts")[:1]
        lines = {one.all("dt")[0].text(): one.all("dd")[0] for one in top.inside}
        assert lines["Case reference (no names)"].classes == ["record-line"]
        assert lines["Local authority"].classes == []
        assert lines["Local authority"].text() == "Smallshire"
        assert lines["Answer made on"].text() == (
            "Friday 20 November 2026, 09:05, by this device’s clock"
        )

    def test_the_editions_list_each_source_once(self, record, sources, tree):
        """Name, standing, edition and when it was read; no source twice."""
        found = tree(record_html(record(**SUSPECTED_DEATH), sources))
        [table] = found.all("table", "record-editions")
        names = [one.all("th")[0].text() for one in table.all("tbody")[0].inside]
        assert len(names) == len(set(names))
        assert "Children Act 2004, sections 16A to 16Q, s16C(1)" in names

    def test_the_file_is_a_whole_document(self, record, sources):
        """It has a type, a language, a title and its own style."""
        text = record_file(record(), sources)
        assert text.startswith('<!doctype html><html lang="en-GB"><head>')
        assert text.endswith("</body></html>\n")
        assert "<title>Decision record</title>" in text
        assert "body{max-width:48rem;" in text

    @pytest.mark.parametrize(
        ("changed", "words"),
        [
            (SUSPECTED_DEATH, "No date was worked out"),
            ({"age": "18-24", "abuse": "no"}, "This answer starts no clock"),
        ],
    )
    def test_why_there_is_no_date(self, record, sources, changed, words):
        """Either no day was given, or the answer starts no clock."""
        assert words in record_html(record(**changed), sources)


def test_an_answer_about_no_child_is_drawn(protocol, small, tree):
    """The protocol's own rule with its page, who acts, and the question after a child."""
    documents = protocol.partnership.documents
    protocol = Protocol(
        protocol.national, replace(with_wider(small), documents=documents)
    )
    decision = decide(protocol, {"subject": "a-parent"})
    record = Record(
        decision=decision,
        place=protocol.name,
        partnership=protocol.partnership,
        asked=protocol.partnership.questions,
        aware="",
        dates=(),
        made=datetime(2026, 11, 20, 9, 5, tzinfo=UTC),
    )
    sources = Sources(protocol.national, protocol.partnership, "../")
    found = tree(answer_html(record, sources))
    assert "answer the questions about that child as well" in found.text()
    assert named(found)["You"].startswith("Discuss")
    assert owed(found)[0][0] == "Business Unit will"
    links = [one.attributes.get("href", "") for one in part(found, "why").all("a")]
    assert links == ["../outcomes/discuss/#cm-1"]
    assert "A parent or carer" in record_file(record, sources)
