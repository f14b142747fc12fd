"""The checker: must this incident be notified, by whom, and what is next here."""

from rapidreview.check.answers import AnswersError, missing
from rapidreview.check.apart import rules_apart, stands_apart
from rapidreview.check.checker import Checker, decide, questions_for
from rapidreview.check.decision import (
    Because,
    Decision,
    DutyHere,
    FlagHere,
    Nationally,
    PossibleHere,
)
from rapidreview.check.jurisdiction import (
    OUR_AREA,
    OUR_AUTHORITY,
    Here,
    here,
    holders,
    owes,
    resolve,
)
from rapidreview.check.local import local_rules, raising
from rapidreview.check.narrower import NarrowerHere, narrower_here
from rapidreview.check.others import (
    Named,
    OtherHere,
    Others,
    may_be_elsewhere,
    no_address,
    reachable,
)
from rapidreview.check.owed import Owed, Way, owed_locally, owed_nationally, ways_of
from rapidreview.check.table import (
    NoRuleError,
    Table,
    Verdict,
    contradictions,
    may_be,
)
from rapidreview.check.to_do import (
    ContactHere,
    FirstHere,
    NextHere,
    Started,
    StepHere,
    TalkHere,
)

__all__ = [
    "OUR_AREA",
    "OUR_AUTHORITY",
    "AnswersError",
    "Because",
    "Checker",
    "ContactHere",
    "Decision",
    "DutyHere",
    "FirstHere",
    "FlagHere",
    "Here",
    "Named",
    "NarrowerHere",
    "Nationally",
    "NextHere",
    "NoRuleError",
    "OtherHere",
    "Others",
    "Owed",
    "PossibleHere",
    "Started",
    "StepHere",
    "Table",
    "TalkHere",
    "Verdict",
    "Way",
    "contradictions",
    "decide",
    "here",
    "holders",
    "local_rules",
    "may_be",
    "may_be_elsewhere",
    "missing",
    "narrower_here",
    "no_address",
    "owed_locally",
    "owed_nationally",
    "owes",
    "questions_for",
    "raising",
    "reachable",
    "resolve",
    "rules_apart",
    "stands_apart",
    "ways_of",
]
