"""Who holds a duty or leads, reckoned a second time without the table, for every answer."""

from dataclasses import replace
from itertools import product

from handbook.prove.jurisdiction import jurisdiction_faults
from rapidreview.check import holders, resolve
from rapidreview.check.jurisdiction import Here


def reckoned(who, place, resident, care):
    """Return the bodies by the law's own words: place, then home, then who cares."""
    abroad = {"elsewhere-in-england": "where-it-happened", "outside-england": "home"}
    caring = {"looked-after-elsewhere": "caring"}
    carers = caring | {"looked-after-here": "ours", "care-leaver": "leaving-care"}
    if who in ("by-place", "lead"):
        if place == "not-sure":
            return ("open",)
        if place == "outside-england":
            return ({"yes": "ours", "no": "home", "not-sure": "open"}[resident],)
        return ("ours" if place == "in-area" else "where-it-happened",)
    there = "where-it-happened" if place == "elsewhere-in-england" else "of-notifier"
    return {
        "us": ("ours",),
        "them": (abroad.get(place) or caring.get(care, "another"),),
        "us-and-them": ("ours", caring.get(care) or abroad.get(place, "another")),
        "responsible-authority": (carers.get(care, "responsible"),),
        "partners": ("our-partners",),
        "their-partners": (f"partners-{there}",),
        "nobody": ("none",),
    }[who]


def test_the_table_and_a_second_reckoning_name_the_same_bodies(national):
    """Every word for a bearer or a lead, with every place, residence and care status."""
    asked = {one.id: one.options for one in national.notifiability.questions}
    law = national.jurisdiction
    words = [who for one in law.holders for who in one.who]
    names = ("place", "resident", "care")
    tried = 0
    for who, *options in product(words, *(asked[name] for name in names)):
        answers = [option.id for option in options]
        given = dict(zip(names, answers, strict=True))
        found = tuple(body.id for body in holders(law, who, given))
        assert (who, given, reckoned(who, *answers)) == (who, given, found)
        tried += 1
    assert tried == len(words) * 4 * 3 * 5


def test_every_body_is_named_by_some_row(national):
    """A body that nobody can be would be a word without a use."""
    law = national.jurisdiction
    used = {body for one in law.holders for row in one.rows for body in row.bodies}
    assert used == {body.id for body in law.bodies}


def test_the_table_has_no_gap_and_no_idle_row(national):
    """The proof asks for every answer, and for each question left out."""
    assert not [one for one in jurisdiction_faults(national) if one]


def test_a_gap_an_idle_row_and_a_word_that_nobody_explains_are_found(national):
    """Each break of the table is told by its own sentence."""
    law = national.jurisdiction

    def said(holders):
        changed = replace(national, jurisdiction=replace(law, holders=tuple(holders)))
        return " ".join(one.says for one in jurisdiction_faults(changed) if one)

    gap = [replace(one, rows=one.rows[:-1] or one.rows) for one in law.holders]
    idle = [replace(one, rows=(one.rows[-1], *one.rows)) for one in law.holders]
    assert "nobody is named for “them”" in said(gap)
    assert "row 2 of “us” is never reached" in said(idle)
    assert "does not say who that is" in said(law.holders[1:])
    assert "two rows of holders say who “us” is" in said([*law.holders, law.holders[0]])


def test_the_reader_s_own_authority_is_named_where_the_area_is_known(national):
    """Elsewhere it is “your local authority”, and nothing is guessed."""
    law = national.jurisdiction
    surrey = Here("Surrey", "Surrey County Council")
    assert resolve(law, "us", {}, surrey) == "Surrey County Council"
    assert resolve(law, "us", {}, Here()) == "your local authority"
