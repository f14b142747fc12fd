"""The calls that the page makes: a question as JSON in, an answer as JSON out.

The answer carries ready HTML and, for programs and tests, the same as data. What
is wrong with what was typed comes back as sentences by field, never as an error.
"""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, cast

from rapidreview.check import AnswersError, Named, decide, here, missing, questions_for
from rapidreview.dates import (
    DateProblem,
    DateProblemsError,
    Schedule,
    read_closures,
    schedule,
    with_booked,
    with_reference,
)
from rapidreview.days import Calendar, calendar_from
from rapidreview.files import BYTE_ORDER_MARK, as_csv, as_dict, as_text, calendar_file
from rapidreview.model import National, Partnership, Protocol, from_plain
from rapidreview.say import InBoxes, long_date
from rapidreview.show import (
    Record,
    Sources,
    answer_html,
    beside,
    limit_dates,
    limits_told,
    record_file,
    schedule_html,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from importlib.abc import ResourceLoader

    from rapidreview.dates import Due

type Plain = dict[str, object]
type Problems = list[dict[str, str]]

BASE = "../"
"""The way from either tool's page to the site's root."""


def answer(ask: str, given: str) -> str:
    """Return the answer to ``ask`` ("check", "deadlines", "limits", "file") about ``given``, both as JSON."""
    asks: dict[str, Callable[[Plain], Plain]] = {
        "check": check,
        "deadlines": deadlines,
        "limits": limits,
        "file": file,
    }
    return json.dumps(asks[ask](json.loads(given)), ensure_ascii=False)


def check(given: Plain) -> Plain:
    """Return the checker's answer: outcome, rule, HTML; or problems by field."""
    record, sources, problems = _record(given)
    if record is None or sources is None:
        return {"problems": problems}
    decision = record.decision
    sent = map(_sent, filter(None, _policies(given).values()))
    others = {one.id: one.partnership for one in sent}
    return {
        "outcome": decision.outcome,
        "rule": decision.rule,
        "title": decision.title,
        "html": answer_html(record, sources, tuple(others.values())),
        "data": decision.plain(),
    }


def _record(given: Plain) -> tuple[Record | None, Sources | None, Problems]:
    """Return what was answered and what it rests on, or everything that is wrong, by field."""
    protocol, area, problems = _place(given)
    answers = cast("dict[str, str]", given.get("answers", {}))
    dated_by = _national().notifiability.dated_by
    aware = str(given.get(dated_by, ""))
    rules = protocol or _national()
    asked = {one.id: one for one in questions_for(rules, area)}
    decision = None
    try:
        decision = decide(rules, answers, area, _today(given), _named(given))
    except AnswersError as wrong:
        for item in wrong.problems:
            open_ = item.field in asked and not answers.get(item.field)
            says = missing(asked[item.field]) if open_ else item.says
            problems.append({"field": item.field, "says": says})
    if protocol is None:
        return None, None, problems
    # A reader at the form answers every question: no answer is taken for granted.
    unanswered = [
        one for one in protocol.partnership.questions if not answers.get(one.id)
    ]
    if unanswered:
        problems += [
            {"field": one.id, "says": missing(asked[one.id])} for one in unanswered
        ]
        decision = None
    try:
        plan = _plan(protocol, {dated_by: InBoxes(aware)} if aware else {}, "")
    except DateProblemsError as wrong:
        problems += [
            {"field": item.field, "says": item.sentence} for item in wrong.problems
        ]
        return None, None, problems
    if decision is None:
        return None, None, problems
    running = decision.talk.if_yes if decision.talk else ()
    started = {item.id for item in (*decision.starts, *running)}
    record = Record(
        decision=decision,
        place=protocol.areas[area].name if area else protocol.name,
        partnership=protocol.partnership,
        asked=tuple(one for one in asked.values() if one.id in decision.answers),
        aware=", ".join(long_date(item.date) for item in plan.given),
        dates=tuple(due for due in plan.deadlines if aware and _starts(due, started)),
        made=datetime.now().astimezone(),
        reader=str(given.get("reader", "")),
    )
    return record, Sources(protocol.national, protocol.partnership, BASE), []


def deadlines(given: Plain) -> Plain:
    """Return the schedule: HTML, data, and what to say beside fields; or problems by field."""
    protocol, _, problems = _place(given)
    if protocol is None:
        return {"problems": problems}
    try:
        plan = _asked(protocol, given)
    except DateProblemsError as wrong:
        return _problems(wrong)
    if not plan.given:
        says = "Enter at least one date; the other dates are worked out from it."
        return {
            "problems": [
                {"field": protocol.national.notifiability.dated_by, "says": says}
            ]
        }
    sources = Sources(protocol.national, protocol.partnership, BASE)
    return {
        "html": schedule_html(plan, sources, _calendar().without(plan.days_off)),
        "data": as_dict(plan),
        "warnings": [{"field": field, "says": says} for field, says in beside(plan)],
    }


def limits(given: Plain) -> Plain:
    """Return the date of each limit that follows from the days given; or problems by field."""
    protocol, _, problems = _place(given)
    if protocol is None:
        return {"problems": problems}
    typed = cast("dict[str, str]", given.get("events", {}))
    events = {event: InBoxes(text) for event, text in typed.items()}
    try:
        plan = _plan(protocol, dict(events), "")
    except DateProblemsError as wrong:
        return _problems(wrong)
    return {"html": limits_told(plan), "dates": limit_dates(plan)}


def file(given: Plain) -> Plain:
    """Return a file: its name, type and text. ``kind`` is ics, csv or text for a schedule,
    "record" for the record of an answer."""
    if given.get("kind") == "record":
        return _record_file(given)
    protocol, _, problems = _place(given)
    if protocol is None:
        return {"problems": problems}
    try:
        reference = str(given.get("reference", ""))
        plan = with_reference(_asked(protocol, given), reference)
    except DateProblemsError as wrong:
        return _problems(wrong)
    kind = str(given.get("kind", "text"))
    name = f"{protocol.id}-dates"
    if kind == "ics":
        return {
            "name": f"{name}.ics",
            "type": "text/calendar",
            "text": calendar_file(
                plan, _calendar().without(plan.days_off), datetime.now(UTC)
            ),
        }
    if kind == "csv":
        text = BYTE_ORDER_MARK + as_csv(plan)
        return {"name": f"{name}.csv", "type": "text/csv", "text": text}
    return {"name": f"{name}.txt", "type": "text/plain", "text": as_text(plan)}


def _record_file(given: Plain) -> Plain:
    record, sources, problems = _record(given)
    if record is None or sources is None:
        return {"problems": problems}
    text = record_file(record, sources)
    return {"name": "decision-record.html", "type": "text/html", "text": text}


def warm() -> None:
    """Read everything once, so that the first answer need not."""
    _national()
    _protocols()
    _calendar()


def rehearse() -> None:
    """Run every call once, so that the packing sees each module that a reader will need."""
    national = _national()
    dated_by, first = national.notifiability.dated_by, national.review.starts[0]
    answers = {
        question.id: question.options[0].id
        for question in national.notifiability.questions
    }
    for protocol in _protocols().values():
        place: Plain = {"partnership": protocol.id}
        own = {one.id: one.options[0].id for one in protocol.partnership.questions}
        chosen: Plain = {
            **place,
            "answers": {**answers, **own},
            dated_by: "2026-11-20",
        }
        check(chosen)
        file({**chosen, "kind": "record"})
        check({**place, "answers": {}, dated_by: "31 November 2026"})
        events = {event.id: "2026-11-20" for event in protocol.partnership.events}
        for kind in ("ics", "csv", "text"):
            answer("file", json.dumps({**place, "events": events, "kind": kind}))
        begun: Plain = {**place, "events": {first: "2026-11-20"}}
        answer("deadlines", json.dumps({**begun, "today": "2026-11-25"}))
        answer("limits", json.dumps(begun))


def _today(given: Plain) -> date:
    """Return the day asked for, the reader's own where none is."""
    typed = str(given.get("today", ""))
    return date.fromisoformat(typed) if typed else date.today()  # noqa: DTZ011 - the reader's own day


def _starts(due: Due, started: set[str]) -> bool:
    dated_by = _national().notifiability.dated_by
    return due.from_ == dated_by and (due.id in started or due.counterpart in started)


def _place(given: Plain) -> tuple[Protocol | None, str, list[dict[str, str]]]:
    """Return the protocol and area chosen ("tees:middlesbrough"), or what is wrong."""
    name, _, area = str(given.get("partnership", "")).partition(":")
    sent = str(given.get("policy", ""))
    protocol = _protocol(name, sent)
    if protocol is None or protocol.id != name:
        return (
            None,
            "",
            [{"field": "partnership", "says": "Choose a local authority."}],
        )
    try:
        here(protocol, area)
    except AnswersError as wrong:
        says = wrong.problems[0].says
        return None, "", [{"field": "partnership", "says": says}]
    return protocol.at(area), area, []


def _named(given: Plain) -> dict[str, Named]:
    """Return the other authorities that the reader named, by their place in the form."""
    found = {}
    for name, value in cast("dict[str, str]", given.get("others", {})).items():
        chosen, _, area = value.partition(":")
        protocol = _protocol(chosen, _policies(given).get(name, ""))
        only = protocol.partnership.areas[0].id if protocol else ""
        found[name] = Named(protocol, area or only)
    return found


def _policies(given: Plain) -> dict[str, str]:
    """Return the policies of those authorities as the page sent them, by place in the form."""
    return cast("dict[str, str]", given.get("policies", {}))


def _protocol(name: str, sent: str) -> Protocol | None:
    """Return the protocol called ``name``: the one ``sent``, or one that is at hand."""
    return _sent(sent) if sent else _protocols().get(name)


def _plan(protocol: Protocol, events: dict[str, str], today: str) -> Schedule:
    as_at = date.fromisoformat(today) if today else date.today()  # noqa: DTZ011 - the reader's own day
    return schedule(protocol, events, _calendar(), as_at)


def _asked(protocol: Protocol, given: Plain) -> Schedule:
    """Return the schedule asked for; raise :class:`DateProblemsError` with every fault."""
    problems: list[DateProblem] = []
    today = _days({"today": str(given.get("today", ""))}, problems)
    off = _days(cast("dict[str, str]", given.get("days_off", {})), problems)
    closed = _days(cast("dict[str, str]", given.get("closures", {})), problems)
    booked = _days(cast("dict[str, str]", given.get("booked", {})), problems)
    as_at = today[0] if today else date.today().isoformat()  # noqa: DTZ011 - the reader's own day
    typed = cast("dict[str, str]", given.get("events", {}))
    events = {event: InBoxes(text) for event, text in typed.items()}
    calendar = _calendar().without(map(date.fromisoformat, off))
    try:
        plan = schedule(
            protocol,
            events,
            calendar,
            date.fromisoformat(as_at),
            closed,
            str(given.get("partnership", "")).partition(":")[2],
        )
    except DateProblemsError as wrong:
        raise DateProblemsError((*wrong.problems, *problems)) from wrong
    if problems:
        raise DateProblemsError(tuple(problems))
    return with_booked(plan, booked, calendar, _national().meetings)


def _days(typed: dict[str, str], problems: list[DateProblem]) -> list[str]:
    """Return the days typed, as ISO dates; what is no such day goes to ``problems``."""
    days: list[str] = []
    for field, text in typed.items():
        if text.strip():
            found, faults = read_closures([InBoxes(text)], _calendar())
            problems += [DateProblem(field, fault.sentence) for fault in faults]
            days += [day.isoformat() for day in found]
    return days


def _problems(wrong: DateProblemsError) -> Plain:
    """Return what is wrong with what was typed, by field."""
    return {
        "problems": [
            {"field": item.field, "says": item.sentence} for item in wrong.problems
        ]
    }


@cache
def _data() -> Plain:
    loader = cast("ResourceLoader", __spec__.loader)  # in the browser, of an archive
    path = Path(__file__).with_name("data.json")
    return cast("Plain", json.loads(loader.get_data(str(path))))


@cache
def _national() -> National:
    return from_plain(National, _data()["national"])


@cache
def _protocols() -> dict[str, Protocol]:
    found = [
        Protocol(_national(), from_plain(Partnership, item))
        for item in cast("list[object]", _data()["partnerships"])
    ]
    return {item.id: item for item in found}


@lru_cache(maxsize=8)
def _sent(policy: str) -> Protocol:
    """Return the protocol of a policy that the page sent, as the text of its file has it."""
    return Protocol(_national(), from_plain(Partnership, json.loads(policy)))


@cache
def _calendar() -> Calendar:
    return calendar_from(cast("Plain", _data()["holidays"]))
