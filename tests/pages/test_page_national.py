"""The national section, and what holds of every page that belongs to no partnership."""

import re
from collections import Counter

import pytest

from handbook.pages.compare.page import compare_pages
from handbook.pages.frame import address, base_of
from handbook.pages.national.borders import reachable
from handbook.pages.national.named_sources import spelt
from handbook.pages.national.pages import national_pages
from handbook.pages.national.sources import day_words, provisions
from handbook.pages.national.topics import ENTRIES
from handbook.pages.outcomes.all import outcomes_page
from handbook.pages.outcomes.one import outcome_pages
from handbook.pages.tools.home import national_clocks
from handbook.pages.write import all_pages
from rapidreview.model import Nouns
from rapidreview.show import slug


@pytest.fixture(scope="module")
def general(library, parse):
    """Return every page of no partnership by its path."""
    every = [
        outcomes_page(library),
        *outcome_pages(library),
        *compare_pages(library),
        *national_pages(library),
    ]
    return {page.path: parse(page.text) for page in every}


def words(page):
    """Return the words of a page without its source marks."""
    return page.text(without=("src",))


def entry_of(page, name):
    """Return the entry or section whose heading has this id."""
    return next(
        item
        for item in [*page.all("div", "entry"), *page.all("section", "sec")]
        if name
        in (
            item.attributes.get("id"),
            *(h.attributes.get("id") for h in item.all("h2") + item.all("h3")),
        )
    )


def test_no_id_stands_twice_on_a_page(general):
    """Every id names one thing, so that every anchor leads to one place."""
    for path, page in general.items():
        counts = Counter(
            item.attributes["id"] for item in page.walk() if "id" in item.attributes
        )
        assert (path, []) == (
            path,
            [name for name, count in counts.items() if count > 1],
        )


def test_every_source_mark_opens_a_slip(general):
    """Each mark names a slip that is on the same page."""
    for page in general.values():
        ids = {item.attributes.get("id") for item in page.walk()}
        targets = [
            item.attributes["popovertarget"] for item in page.all("button", "src")
        ]
        assert [] == [name for name in targets if name not in ids]


def test_no_page_needs_a_script_or_carries_its_own_style(general):
    """There is no script, no handler and no style in any of these pages."""
    for page in general.values():
        assert [] == [
            item.tag
            for item in page.walk()
            if item.tag in ("script", "style")
            or "style" in item.attributes
            or any(name.startswith("on") for name in item.attributes)
        ]


def test_links_between_generated_pages_lead_somewhere(general, library, parse):
    """A relative link ends at a page that is made or written, and its anchor is there."""
    made = {address(page.path): page for page in all_pages(library)}
    by_hand = {"check/", "deadlines/", "partnerships/", ""}
    trees = {}
    broken = []
    for path, page in general.items():
        here = address(path)
        for item in page.all("a"):
            href = item.attributes["href"]
            if re.match(r"[a-z]+:", href):
                continue
            target, _, anchor = href.partition("#")
            parts = [part for part in (here + target).split("/") if part]
            while ".." in parts:
                place = parts.index("..")
                del parts[place - 1 : place + 1]
            place = "/".join(parts) + "/" if parts else ""
            if place in by_hand:
                continue
            if place not in made:
                broken.append((path, href))
            elif anchor:
                if place not in trees:
                    tree = parse(made[place].text)
                    trees[place] = {one.attributes.get("id") for one in tree.walk()}
                if anchor not in trees[place]:
                    broken.append((path, href))
    assert [] == broken


def test_no_answer_reads_as_leave_to_do_nothing(general):
    """No page says that something is not to be notified."""
    for page in general.values():
        text = words(page).casefold()
        assert "do not notify" not in text
        assert "not notifiable" not in text


def test_the_section_has_the_pages_that_its_contents_list(general):
    """Every page of the contents is made, and each page lists them all."""
    national = [path for path in general if path.startswith("national/")]
    assert sorted(one.path for one in ENTRIES) == sorted(national)
    for path in national:
        links = [
            item.attributes["href"]
            for item in general[path].all("nav", "local")[0].all("a")
        ]
        assert [base_of(path) + address(one.path) for one in ENTRIES] == links


def test_every_statement_of_every_topic_stands_on_one_page(general, library):
    """No topic is left out of the section, and none is told on two pages."""
    for topic in library.national.topics:
        found = [
            path
            for path, page in general.items()
            if path.startswith("national/")
            and any(
                head.attributes.get("id") == topic.id and head.text() == topic.title
                for head in page.all("h2")
            )
        ]
        assert (topic.id, 1) == (topic.id, len(found))
        text = words(general[found[0]])
        for statement in topic.statements:
            assert " ".join(statement.says.split()) in text


def test_what_is_to_be_verified_is_marked_as_often_as_the_data_says(general, library):
    """The page on whose job it is marks each unverified statement and flag."""
    page = general["national/whose-job.md"]
    topic = next(one for one in library.national.topics if one.id == "borders")
    marks = [
        item
        for item in entry_of(page, "borders").all("span", "std")
        if item.text() == "to be verified"
    ]
    wanted = [one for one in topic.statements if one.evidence == "to-verify"]
    assert len(wanted) == len(marks)


def test_every_term_is_explained(general, library):
    """The words of the field stand with their meaning and their abbreviation."""
    text = words(general["national/glossary.md"])
    for term in library.national.terms:
        assert term.term in text
        assert " ".join(term.means.split()) in text
        assert term.short in text


def test_every_national_clock_says_how_it_is_read_and_who_set_it(general, library):
    """Each deadline has an entry with all its readings and its standing."""
    page = general["national/clocks.md"]
    for deadline in library.national.deadlines:
        text = words(entry_of(page, deadline.id))
        assert deadline.what in text
        for reading in deadline.readings:
            assert " ".join(reading.means.split()) in text
            assert reading.why in text
        standing = {"law": "law", "guidance": "guidance", "panel": "Panel"}
        assert text.endswith(
            (
                f"Set by {standing[deadline.standing]}",
                f"Set by{standing[deadline.standing]}",
            )
        )


def test_what_counts_as_the_start_of_a_clock_is_said_once(general, library):
    """Several clocks start when the authority becomes aware; the page says once what that is."""
    page = general["national/clocks.md"]
    starts = {one.from_ for one in library.national.deadlines}
    told = [
        one for one in library.national.events if one.id in starts and one.counts_as
    ]
    assert told
    for event in told:
        assert 1 == words(page).count(" ".join(event.counts_as.split()))


def test_worked_dates_are_the_ones_the_examples_demand(general, library):
    """The engine's dates on the page are those that the examples were worked out to have."""
    page = general["national/counting.md"]
    for example in library.national.date_examples:
        entry = next(
            item
            for item in page.all("div", "entry")
            if item.all("h3")[0].text() == example.name
        )
        shown = {item.attributes["datetime"] for item in entry.all("time")}
        wanted = {*example.due.values(), *example.aim.values()}
        assert set() == wanted - shown


def test_every_house_reading_is_told(general, library):
    """How a limit is read whose source does not say stands on the page, with its source."""
    page = general["national/counting.md"]
    names = {one.id: one.name for one in library.national.counting}
    assert library.national.house_readings
    for one in library.national.house_readings:
        told = words(entry_of(page, f"house-{one.id}"))
        assert one.says.split(".")[0] in told
        assert names[one.latest] in told
        assert not one.aim or names[one.aim] in told


def test_every_counting_rule_is_told(general, library):
    """Each way of counting stands under its name."""
    page = general["national/counting.md"]
    for rule in library.national.counting:
        assert " ".join(rule.says.split()) in words(entry_of(page, rule.id))


def test_every_hard_case_asks_answers_and_names_its_rule(general, library):
    """A case shows what to ask, the answer, the rule the data gives, and the way to its outcome."""
    page = general["national/hard-cases.md"]
    assert library.national.hard_cases
    for case in library.national.hard_cases:
        section = entry_of(page, case.id)
        text = words(section)
        assert " ".join(case.answer.split()) in text
        assert f"rule {case.rule}" in text
        for question in case.ask:
            assert question in text
        assert any("outcomes/" in item.attributes["href"] for item in section.all("a"))


def test_every_process_says_what_starts_it_and_who_leads(general, library):
    """A process that runs at the same time stands with all four of its facts."""
    page = general["national/at-the-same-time.md"]
    for process in library.national.processes:
        text = words(entry_of(page, process.id))
        for fact in (process.starts, process.leads, process.does, process.with_this):
            assert " ".join(fact.split()) in text


def test_every_instrument_has_its_anchor_and_its_edition(general, library):
    """The slips lead to an instrument's entry, which says edition, successor and note."""
    page = general["national/sources.md"]
    known = {one.id: one for one in library.national.instruments}
    for item in library.national.instruments:
        text = words(entry_of(page, slug(item.id)))
        assert item.title in text
        assert item.edition in text
        assert " ".join(item.note.split()) in text
        if item.superseded_by:
            assert f"Replaced by{known[item.superseded_by].short}" in text.replace(
                "Replaced by ", "Replaced by"
            )
        assert (item.evidence == "to-verify") == (
            "to be verified" in text.split("What it is")[0]
        )


def test_the_provisions_cited_are_those_of_the_data(library):
    """The list of provisions holds what a rule of the table cites."""
    found = provisions(library)
    rule = library.national.notifiability.rules[-1]
    name, _, provision = rule.source[0].partition("#")
    assert provision in found[name]


@pytest.mark.parametrize(
    ("text", "told"),
    [("2025", "2025"), ("2019-04", "April 2019"), ("2026-03-18", "18 March 2026")],
)
def test_a_date_may_lack_its_day_or_month(text, told):
    """A change that is dated by year or month only is told so."""
    assert told == day_words(text)


def test_every_change_is_told_newest_first(general, library):
    """The list of changes runs from the newest to the oldest and leaves none out."""
    rows = entry_of(general["national/changes.md"], "changes").all("tr")[1:]
    dates = sorted((one.on for one in library.national.changes), reverse=True)
    assert [day_words(on) for on in dates] == [row.all("th")[0].text() for row in rows]


def test_each_authority_has_somebody_to_tell_or_the_page_says_that_none_is_given(
    general, library
):
    """The other area's contact stands beside its authority; a silence is marked."""
    rows = entry_of(general["national/whose-job.md"], "contacts").all("tr")[1:]
    areas = [(one, area) for one in library.protocols for area in one.areas.values()]
    assert len(areas) == len(rows)
    for (protocol, area), row in zip(areas, rows, strict=True):
        assert area.authority == row.all("th")[0].text()
        found = reachable(protocol, area)
        assert (not found) == bool(row.all("span", "silent"))
        for contact in found:
            assert not contact.areas or area.id in contact.areas
            assert contact.email in row.text()


def test_the_rail_runs_from_awareness_by_the_rapid_review_to_publication(
    library, parse
):
    """Fifteen working days run from the notification to the rapid review, and no further.

    Each point but the last has the time of a national limit that ends at the next one;
    where that limit starts with another event, the rail says with which.
    """
    law, nouns = library.law, Nouns(library.national)
    stops = library.national.review.rail
    shown = parse(f"---\n---\n{national_clocks(law)}").all("li")
    for stop, item in zip(stops, shown, strict=True):
        assert item.text().startswith(f"{stop.title}{stop.says}")
    for stop, after, item in zip(stops, stops[1:], shown, strict=False):
        limit = law.deadlines[stop.deadline]
        assert limit.to_event == after.event
        (time,) = item.all("span", "clocks-time")
        other = limit.from_ != stop.event
        assert other == (f"from {nouns.of(limit.from_)}" in time.text())
    assert "15 working days" in shown[1].text()
    assert "section 16C" in shown[1].text()
    assert not stops[-1].deadline


def test_an_instrument_says_what_of_it_nobody_has_read(general, library):
    """The list of sources names each unread provision at its instrument."""
    page = general["national/sources.md"]
    tried = 0
    for item in library.national.instruments:
        text = words(entry_of(page, slug(item.id)))
        for provision in item.unread:
            assert spelt(provision) in text
            tried += 1
        assert ("Not read yet" in text) == bool(item.unread)
    assert tried > 0
