"""What would change an answer: true, smallest, and told in words."""

from itertools import combinations as choose

from rapidreview.check import Checker, decide

MAY_BE_OPEN = ("age", "place", "resident", "care")


def single_changes(checker, given):
    """Return (question, answer, outcome) of every single change to another outcome."""
    now = checker.outcome(given)[0]
    return {
        (question.id, option.id, checker.outcome(given | {question.id: option.id})[0])
        for question in checker.questions
        for option in question.options
        if not (question.id in MAY_BE_OPEN and option.id == "not-sure")
        and checker.outcome(given | {question.id: option.id})[0]
        not in (now, "ask-again")
    }


def test_all_single_changes_are_told_and_no_other(library, combinations):
    """What is listed is exactly what trying every single change finds."""
    for rules in (library.national, *library.protocols):
        checker = Checker(rules)
        for given in combinations[::41]:
            decision = checker.decide(given)
            wanted = single_changes(checker, decision.answers)
            told = {
                (name, value, one.outcome)
                for one in decision.would_change
                if len(one.changes) == 1
                for name, values in one.changes.items()
                for value in values
            }
            assert wanted == told


def test_two_changes_are_told_only_where_one_is_not_enough(national, combinations):
    """Each pair leads where it says, and no single answer would have done."""
    checker = Checker(national)
    pairs = 0
    for given in combinations[::3]:
        for one in checker.decide(given).would_change:
            if len(one.changes) > 1:
                pairs += 1
                changed = {name: values[0] for name, values in one.changes.items()}
                assert one.outcome == checker.outcome(given | changed)[0]
                assert single_changes(checker, given) == set()
    assert pairs > 0


def test_changes_are_told_in_words_with_the_outcome(national, answers):
    """Serious harm suspected here: less harm leads to learning, and so on."""
    decision = decide(national, answers())
    told = {one.says: one.outcome for one in decision.would_change}
    assert told["If it was a near miss, or the harm is less than serious"] == "learn"
    assert told["If it happened elsewhere in England"] == "another-authority"
    assert told["If nobody knows of or suspects abuse or neglect"] == "other-route"


def test_a_change_says_whether_it_asks_for_more(national, answers):
    """From "not sure about abuse" to "suspected" the duty grows."""
    decision = decide(national, answers(abuse="not-sure"))
    graver = {one.outcome for one in decision.would_change if one.graver}
    assert graver == {"must-notify"}


def test_what_would_not_change_it_ends_with_what_is_never_asked(national, answers):
    """Disagreement and recovery never lower a duty."""
    decision = decide(national, answers())
    assert (
        "The safeguarding partners disagree about notifying"
        in decision.would_not_change
    )
    assert decision.would_not_change[-len(decision.not_asked) :] == decision.not_asked


def test_no_two_changes_lead_to_the_same_outcome_by_the_same_question(
    national, combinations
):
    """Answers that lead to one outcome stand together."""
    checker = Checker(national)
    for given in combinations[::53]:
        told = [
            (tuple(one.changes), one.outcome)
            for one in checker.decide(given).would_change
        ]
        assert all(left != right for left, right in choose(told, 2))
