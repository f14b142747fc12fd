"""No rule of law is written in Python: it is in the policies, and nowhere else."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2] / "py"
TOPIC = "a kind of topic in the model (Topic.kind), with the heading of a page for it"
VOTE = "whether a member votes, a closed type of the model (Member.votes)"
READER = "a reader of the box “Do this now”, a closed type of the model (DoNow.reader)"
APPLIES = "a field of a deadline in the model (Deadline.applies)"
ADDRESS = "the address of a national page, which has this name for its readers"
EVERYWHERE = {
    "none": "SVG’s absence of a fill, a share of nothing in words, a key of a condition",
}
"""Plain words that any module may use, and what they say there."""
ALLOWED = {
    "rapidreview/model/base.py": {
        "lcspr": TOPIC,
        "publication": TOPIC,
        "learning": TOPIC,
        "not-sure": "OPEN, the model's own word for an answer that leaves a question open",
    },
    "rapidreview/model/actors.py": {"yes": VOTE, "no": VOTE},
    "rapidreview/model/partnership.py": {"learning": READER},
    "rapidreview/say/deciding.py": {"yes": VOTE, "no": VOTE},
    "handbook/lint/routes.py": {"yes": VOTE},
    "handbook/pages/partnership/glance/do_now.py": {"learning": READER},
    "rapidreview/dates/due.py": {"applies": APPLIES},
    "handbook/read/checks/limits.py": {"applies": APPLIES},
    "handbook/read/short/limits/times.py": {"applies": APPLIES},
    "handbook/read/short/shape/limits.py": {"applies": APPLIES},
    "handbook/read/short/shape/spelling.py": {"applies": APPLIES},
    "handbook/upgrade/steps.py": {"applies": APPLIES},
    "rapidreview/say/english.py": {"no": "the number nought in words: “no days”"},
    "handbook/pages/national/pages.py": {"rapid-review": ADDRESS},
    "handbook/pages/national/topics.py": {
        "rapid-review": ADDRESS,
        "publication": TOPIC,
    },
    "handbook/pages/partnership/seats.py": {"yes": VOTE, "no": VOTE},
    "handbook/pages/partnership/protocol.py": {
        "lcspr": TOPIC,
        "publication": TOPIC,
        "learning": TOPIC,
    },
}
"""Words of law that are also ordinary words of the code: file, word, and why."""


def words(library):
    """Return every id of a rule, answer, event, outcome and national limit of the policies."""
    national, partnerships = library.national, library.partnerships
    table = national.notifiability
    questions = [*table.questions, *(q for one in partnerships for q in one.questions)]
    return {
        *(rule.id for rule in table.rules),
        *(rule.id for one in partnerships for rule in one.local_rules),
        *(option.id for question in questions for option in question.options),
        *(event.id for one in (national, *partnerships) for event in one.events),
        *(outcome.id for outcome in table.outcomes),
        *(deadline.id for deadline in national.deadlines),
    }


def constants(source):
    """Yield the line and the text of every string in ``source`` that is not a docstring."""
    tree = ast.parse(source)
    told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        text = node.value if isinstance(node, ast.Constant) else None
        if isinstance(text, str) and id(node) not in told:
            yield node.lineno, text


def named(library):
    """Return the words of law that modules name: file, word, line."""
    law = words(library)
    return [
        (path.relative_to(ROOT).as_posix(), text, line)
        for path in sorted(ROOT.rglob("*.py"))
        for line, text in constants(path.read_text(encoding="utf-8"))
        if text in law - set(EVERYWHERE)
    ]


def test_no_module_names_a_rule_an_answer_an_event_an_outcome_or_a_limit(library):
    """Whoever changes the law changes a policy, and no module has to be changed with it."""
    found = [
        f"{file}:{line}: {word}"
        for file, word, line in named(library)
        if word not in ALLOWED.get(file, {})
    ]
    assert found == []


def test_every_exception_is_used(library):
    """A word that is no longer in its module has no place in the list."""
    there = {(file, word) for file, word, _ in named(library)}
    listed = {(file, word) for file, some in ALLOWED.items() for word in some}
    assert listed == there


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ('if rule == "R40": pass', ["R40"]),
        ('"""R40"""\nx = {"in-area": f"{y} sin_sent"}', ["in-area", " sin_sent"]),
    ],
)
def test_a_docstring_may_name_a_rule_and_code_may_not(source, found):
    """The walk sees keys, comparisons and what an f-string holds."""
    assert [text for _, text in constants(source)] == found
