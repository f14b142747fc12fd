"""Which parts declare names, and which fields use them.

Three tables, read by :mod:`handbook.read.references`; a new field that names
something needs a line here and nothing else.
"""

from __future__ import annotations

from rapidreview.model import base as common
from rapidreview.model import national
from rapidreview.model import partnership as policy
from rapidreview.model import timing as clocks

DECLARED: dict[type, str] = {
    policy.Document: "document",
    policy.Area: "area",
    policy.Actor: "actor",
    policy.Contact: "contact",
    policy.Form: "form",
    policy.Stage: "stage",
    policy.Step: "step",
    policy.LocalRule: "rule",
    policy.Note: "note",
    clocks.Event: "event",
    clocks.Deadline: "deadline",
    clocks.Chain: "chain",
    common.Topic: "topic",
    common.Question: "question",
    common.Flag: "flag",
    national.Instrument: "instrument",
    national.Term: "term",
    national.Act: "act",
    national.Rule: "rule",
    national.Outcome: "outcome",
    national.Counting: "counting rule",
    national.Process: "process",
    national.HardCase: "hard case",
    national.Attribute: "attribute",
}

LOCAL = "local"
"""Declared in the same file."""
EITHER = "either"
"""Declared in the same file or in the national layer."""
NATIONAL = "national"
"""Declared in the national layer."""

USED: dict[tuple[type, str], tuple[str, str]] = {
    (policy.Partnership, "start"): ("step", LOCAL),
    (policy.Partnership, "rests_on"): ("instrument", NATIONAL),
    (policy.Document, "rests_on"): ("instrument", NATIONAL),
    (policy.Contact, "actor"): ("actor", LOCAL),
    (policy.Contact, "areas"): ("area", LOCAL),
    (policy.Form, "filled_by"): ("actor", LOCAL),
    (policy.Form, "goes_to"): ("actor", LOCAL),
    (policy.Step, "actor"): ("actor", LOCAL),
    (policy.Step, "stage"): ("stage", LOCAL),
    (policy.Step, "forms"): ("form", LOCAL),
    (policy.Step, "event"): ("event", LOCAL),
    (policy.Step, "next"): ("step", LOCAL),
    (policy.Way, "to"): ("step", LOCAL),
    (policy.NextStep, "steps"): ("step", LOCAL),
    (policy.NextStep, "form"): ("form", LOCAL),
    (policy.NextStep, "contact"): ("contact", LOCAL),
    (policy.DoNow, "form"): ("form", LOCAL),
    (policy.DoNow, "contact"): ("contact", LOCAL),
    (policy.DoNow, "deadline"): ("deadline", EITHER),
    (policy.Note, "deadlines"): ("deadline", EITHER),
    (policy.LocalRule, "to"): ("outcome", NATIONAL),
    (policy.LocalDuty, "actor"): ("actor", LOCAL),
    (policy.LocalDuty, "deadline"): ("deadline", EITHER),
    (policy.LocalReason, "question"): ("question", EITHER),
    (policy.Compared, "attribute"): ("attribute", NATIONAL),
    (clocks.Event, "after"): ("event", EITHER),
    (clocks.Event, "if_blank"): ("event", EITHER),
    (clocks.Event, "ends"): ("event", EITHER),
    (clocks.Clock, "counting"): ("counting rule", NATIONAL),
    (clocks.Reading, "from"): ("event", LOCAL),
    (clocks.Replacement, "event"): ("event", LOCAL),
    (clocks.Deadline, "who"): ("actor", LOCAL),
    (clocks.Deadline, "step"): ("step", LOCAL),
    (clocks.Deadline, "from"): ("event", LOCAL),
    (clocks.Deadline, "to_event"): ("event", LOCAL),
    (clocks.Deadline, "not_before"): ("event", LOCAL),
    (clocks.Deadline, "national"): ("deadline", NATIONAL),
    (clocks.Order, "first"): ("event", LOCAL),
    (clocks.Order, "then"): ("event", LOCAL),
    (clocks.Chain, "deadline"): ("deadline", LOCAL),
    (national.Instrument, "superseded_by"): ("instrument", NATIONAL),
    (national.Act, "met_by"): ("act", NATIONAL),
    (national.Duty, "id"): ("act", NATIONAL),
    (national.Duty, "deadline"): ("deadline", NATIONAL),
    (national.Reason, "question"): ("question", NATIONAL),
    (national.Rule, "outcome"): ("outcome", NATIONAL),
    (national.Raised, "outcome"): ("outcome", NATIONAL),
    (national.Rule, "gravest_of"): ("question", NATIONAL),
    (national.Rule, "yields_to"): ("rule", NATIONAL),
    (national.HardCase, "rule"): ("rule", NATIONAL),
    (common.AnswerExample, "rule"): ("rule", EITHER),
}

KEYED: dict[tuple[type, str], tuple[str, str]] = {
    (clocks.DateExample, "given"): ("event", EITHER),
    (clocks.DateExample, "due"): ("deadline", EITHER),
    (clocks.DateExample, "aim"): ("deadline", EITHER),
}
