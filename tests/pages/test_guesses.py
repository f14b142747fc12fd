"""What was worked out says so wherever it stands, and nothing else does.

The pages are walked by the words of what the policies mark: a step, a statement, a
limit. Whatever shows them has to carry the tag.
"""

from __future__ import annotations

import re
from collections import Counter

import pytest

from guesses import names, places, plain, strays, things
from handbook.flow.chart import Chart
from handbook.flow.mermaid import mermaid
from handbook.pages.reckoner.columns import is_key
from handbook.pages.write import all_pages
from rapidreview.model import Protocol, limit_guess, time_status
from rapidreview.show import WORKED_OUT
from rapidreview.show.marks import NOT_NAMED


@pytest.fixture(scope="module")
def everything(library, parse):
    """Return every generated page as a tree, and the drawings as text, by path."""
    made = {page.path: page.text for page in all_pages(library)}
    trees = {path: parse(text) for path, text in made.items() if path.endswith(".md")}
    return trees, {path: text for path, text in made.items() if path not in trees}


@pytest.fixture(scope="module")
def own(everything, partnership):
    """Return the pages of the partnership by name."""
    start = f"partnerships/{partnership.id}/"
    return {
        path.removeprefix(start).removesuffix(".md"): tree
        for path, tree in everything[0].items()
        if path.startswith(start)
    }


@pytest.fixture(scope="module")
def known(library, partnership):
    """Return what the partnership's pages may show."""
    return things(library.national, partnership)


@pytest.fixture(scope="module")
def chart(library, partnership):
    """Return the partnership's flow, laid out."""
    return Chart(Protocol(library.national, partnership))


def test_no_guess_stands_on_any_page_without_its_tag(
    library, everything, partnership, known
):
    """Its own pages and those that all share tag each guess wherever they show it."""
    seen: Counter[str] = Counter()
    bare = []
    others = [one.id for one in library.partnerships if one != partnership]
    for path, tree in everything[0].items():
        if any(path.startswith(f"partnerships/{other}/") for other in others):
            continue
        for place in places(tree, known, names(partnership)):
            seen.update(one.kind for one in place.shown)
            if place.tags < len(place.shown):
                bare.append((path, place))
    assert [] == bare
    guesses = {one.kind for one in known if one.guess}
    assert guesses == set(seen), f"{partnership.id}: not shown anywhere"


def test_every_step_shows_on_its_card_whether_it_was_worked_out(own, partnership):
    """The card has the tag beside the actor for a guess, and for nothing else."""
    for step in partnership.steps:
        [item] = [
            one
            for one in own["flowchart"].all("li", "fl-step")
            if one.attributes["id"] == f"step-{step.id}"
        ]
        [who] = item.all("div", "fl-card")[0].all("div", "fl-who")
        assert (step.status == "derived") == bool(who.all("span", "std-guess")), step.id


def test_every_limit_on_a_card_says_whether_its_time_was_worked_out(
    own, partnership, chart
):
    """As many limits of the flowchart carry the tag as have a time that is a guess."""
    limits = [
        status
        for step in partnership.steps
        for _, status in chart.limits_in_words(step)
    ]
    tagged = [
        one for one in own["flowchart"].all("p", "fl-due") if one.all(css="std-guess")
    ]
    assert limits.count("derived") == len(tagged)


def test_the_map_draws_and_speaks_the_tag(everything, own, partnership, chart, parse):
    """Each row has as many outlines as guesses, on the page and in the file, and says so."""
    links = [one for one in own["map"].all("a") if "xlink:href" in one.attributes]
    file = parse("---\n---\n" + everything[1][f"partnerships/{partnership.id}/map.svg"])
    rows = [one for one in file.all("a") if "#step-" in one.attributes["href"]]
    assert len(links) == len(rows) == len(partnership.steps)
    for placed, link, row in zip(chart.placed, links, rows, strict=True):
        step = placed.step
        limits = [status for _, status in chart.limits_in_words(step)]
        wanted = (step.status == "derived") + ("derived" in limits)
        words = [one.text() for one in link.all("text")]
        assert wanted == words.count(WORKED_OUT) == len(link.all("rect", "lm-out"))
        assert wanted == link.attributes["aria-label"].count(f"({WORKED_OUT})")
        assert wanted == [one.text() for one in row.all("text")].count(WORKED_OUT)


def test_the_flow_as_text_says_which_steps_were_worked_out(partnership, chart):
    """In Mermaid's notation the words stand behind whoever acts."""
    guesses = sum(step.status == "derived" for step in partnership.steps)
    assert guesses == mermaid(chart).count(f", {WORKED_OUT})")


def test_a_time_that_was_worked_out_carries_its_tag_in_the_list_of_limits(
    own, partnership
):
    """The time and whoever acts each have their own tag; the printed words are in the same entry."""
    rows = {
        row.attributes["data-deadline"]: row
        for row in own["deadlines"].all("details", "dl")
    }
    assert {one.id for one in partnership.deadlines} <= set(rows)
    for limit in partnership.deadlines:
        [when] = rows[limit.id].all("span", "dl-when")
        [who] = rows[limit.id].all("span", "dl-who") or [when]
        guess = limit_guess(limit, partnership.steps)
        assert (guess.time == "derived") == bool(when.all(css="std-guess")), limit.id
        if who is not when:
            assert (guess.who == "derived") == bool(who.all(css="std-guess")), limit.id
        if guess.time == "derived" and limit.printed and limit.readings:
            assert plain(limit.printed) in rows[limit.id].text(), limit.id


def test_a_day_on_the_strip_and_a_column_of_the_reckoner_say_it(own, partnership):
    """Whoever acts and the day are tagged on the strip; the column of a guess is tagged."""
    for item in own["index"].all("li", "strip-event"):
        for limit in partnership.deadlines:
            if plain(limit.what) in [one.text() for one in item.all("b")]:
                guess = limit_guess(limit, partnership.steps)
                wanted = [guess.who, guess.time].count("derived")
                assert wanted <= len(item.all(css="std-guess")), limit.id
    year = next(tree for name, tree in own.items() if re.search(r"reckoner/\d+", name))
    heads = {one.text() for one in year.all("th")}
    guesses = [
        limit
        for limit in partnership.deadlines
        if is_key(limit) and time_status(limit) == "derived"
    ]
    for limit in guesses:
        mine = [head for head in heads if head.startswith(plain(limit.what))]
        assert all(WORKED_OUT in head for head in mine), limit.id


def test_no_tag_stands_beside_something_that_is_printed(own, partnership, known):
    """On the page of single statements each tag belongs to a guess; cards are tested above."""
    for name in ("protocol", "uses"):
        held = places(own[name], known, names(partnership))
        assert strays(own[name], held) == 0, name


def test_the_tag_is_explained_once_on_the_pages_that_are_full_of_it(own):
    """Flowchart, roles, map and deadlines say what the tag means where there is one."""
    for name in ("flowchart", "roles/index", "map", "deadlines"):
        assert 1 == len(own[name].all(css="std-key")), name


def test_nobody_is_named_whom_the_protocol_does_not_name(own, partnership):
    """A form without author or recipient says so, in the list and in its own entry."""
    [table] = [
        one
        for one in own["pack"].all("table")
        if "Who fills it in" in [head.text() for head in one.all("th")]
    ]
    rows = {row.all("th")[0].text(): row.all("td") for row in table.all("tr")[1:]}
    labels = {actor.id: actor.label for actor in partnership.actors}
    for form in partnership.forms:
        author, goes = rows[plain(form.name)]
        assert labels.get(form.filled_by, NOT_NAMED) == author.text(
            without=("std-guess",)
        )
        told = goes.text(without=("src", "guess"))
        assert labels.get(form.goes_to, NOT_NAMED) == told
        [entry] = [
            one
            for one in own["contacts"].all("div", "entry")
            if one.all("h3")[0].text(without=("src",)) == plain(form.name)
        ]
        wanted = (not form.filled_by) + (not form.goes_to)
        assert wanted == entry.text().count(NOT_NAMED), form.id
        shown = len(author.all(css="std-guess")) + len(goes.all(css="std-guess"))
        assert (form.status == "derived") == shown == len(entry.all(css="std-guess"))


def test_a_printed_role_page_gives_every_reason_in_words(own, partnership):
    """The reason stands beside the step, not only in a slip that paper does not have."""
    for step in partnership.steps:
        if step.status != "derived":
            continue
        reason = plain(step.reason) or "does not say this in so many words"
        page = own[f"roles/{step.actor}"]
        titles = [one for one in page.all("li") if one.all("h3")]
        [item] = [
            one
            for one in titles
            if one.all("a", "rsteps-number")[0]
            .attributes["href"]
            .endswith(f"#step-{step.id}")
        ]
        told = [one.text() for one in item.all("p", "reason")]
        assert any(reason in one for one in told), step.id


def test_advice_of_the_handbook_is_never_given_as_what_is_used(own, partnership):
    """What a note suggests stands under its own heading, as not in the protocol."""
    for note in partnership.notes:
        [item] = [
            one
            for one in own["notes"].all("div", "opens-body")
            if one.attributes["id"] == f"note-{note.id}"
        ]
        heads = [one.text() for one in item.all("dt")]
        title = "The handbook suggests (not in the protocol)"
        assert bool(note.suggests) == (title in heads), note.id
        assert bool(note.used_here) == ("Used here" in heads), note.id
