"""The checker's answer as plain text, in the order of the page: the answer first, then why."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from rapidreview.check import owes
from rapidreview.show import HOLDS, NARROWER, WORKED_OUT, as_printed, capital

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rapidreview.check import ContactHere, Decision, Nationally, NextHere, OtherHere

WIDTH = 88
DANGER = "If a child is in danger now, call 999."


def decision_text(decision: Decision) -> str:
    """Return the whole answer as text to read or to paste into an email."""
    parts = [
        f"{decision.kicker}: {decision.title}",
        _wrapped(decision.says, ""),
        _wrapped(decision.not_read, ""),
        f"outcome: {decision.outcome}\nrule: {decision.rule}",
        f"Who leads: {decision.leads}",
        _section(
            "Who must do what",
            (
                f"{''.join(owes(d.who, d.strength))} {d.do} "
                f"({'; '.join(filter(None, (d.to, d.rule or d.standing)))})"
                + (f", {d.only_if}" if d.only_if else "")
                + _guess(d.status)
                for d in decision.duties
            ),
        ),
        _section(
            NARROWER,
            (
                f"{as_printed(n.words)} {n.says} {HOLDS} {n.law}"
                for n in decision.narrower
            ),
        ),
        _section(
            "Because", (f"{b.said or b.answer}: {b.says}" for b in decision.because)
        ),
        _nationally(decision.nationally),
        _section("What would settle it", (s.says for s in decision.settles)),
        _section("Local rules", (f"{r.title}: {r.says}" for r in decision.local_rules)),
        _section(
            "Local rules to come",
            (f"{r.title}: {r.says} {r.starts}" for r in decision.coming),
        ),
        _section(
            "The text that governs it",
            (f"{d.title}: {d.says}" for d in decision.governed_by),
        ),
        _section("What else applies", (f"{f.title}: {f.says}" for f in decision.flags)),
        _section("Other routes", decision.routes),
        _section(
            "The clocks that start",
            (
                f"{s.what}: {s.limit or 'no time limit given'} ({s.origin})"
                for s in decision.starts
            ),
        ),
        _section("Next here", _next(decision.next)),
        _section("The other authority", map(_other, decision.others)),
        _section(
            "What would change it",
            (f"{c.says}: {c.title}" for c in decision.would_change),
        ),
        f"Sources: {', '.join(decision.sources)}",
        DANGER,
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _nationally(here: Nationally | None) -> str:
    if here is None:
        return ""
    title = f"What the national rules alone would answer: {here.kicker}"
    reasons = (f"{one.said or one.answer}: {one.says}" for one in here.because)
    return _section(title, (f"{here.rule_title}. {here.rule_says}", *reasons))


def _next(here: NextHere | None) -> Iterator[str]:
    if here is None:
        return
    yield here.says + _guess(here.status)
    for step in here.steps:
        yield f"{step.title} ({step.who}){_guess(step.status)}"
    if here.form_name:
        yield f"Form: {here.form_name}{_guess(here.form_status)}"
    for contact in here.contacts:
        yield f"{contact.label}: {_address(contact)}"


def _other(one: OtherHere) -> str:
    known = f"{capital(one.authority)}, {one.role}"
    more = (
        *(one.partnership, one.not_read, one.says),
        *(f"{contact.label}: {_address(contact)}" for contact in one.contacts),
    )
    return ". ".join((known, *(part.removesuffix(".") for part in more if part))) + "."


def _address(contact: ContactHere) -> str:
    age = f", checked on {contact.checked_on}" if contact.checked_on else ""
    given = contact.email or contact.phone or contact.url or "no address given"
    return f"{given}{age}{_guess(contact.status)}"


def _guess(status: str) -> str:
    return f" [{WORKED_OUT}]" if status == "derived" else ""


def _section(title: str, lines: Iterable[str]) -> str:
    told = [_wrapped(line, "- ") for line in lines]
    return "\n".join([title, *told]) if told else ""


def _wrapped(text: str, bullet: str) -> str:
    return textwrap.fill(
        text,
        WIDTH,
        initial_indent=bullet,
        subsequent_indent=" " * len(bullet),
        break_long_words=False,
        break_on_hyphens=False,
    )
