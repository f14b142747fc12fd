"""What to do first after an answer, for each reader; and the discussion where one is held.

The acts are the house's (``policies/national/routes.yml``); forms, addresses and times are
the protocol's where it has them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidreview.check.next_here import contact_here, is_here, starts, step_here
from rapidreview.check.to_do import FirstHere, TalkHere
from rapidreview.model import holds
from rapidreview.say import limit_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rapidreview.check.decision import DutyHere
    from rapidreview.check.jurisdiction import Here
    from rapidreview.check.to_do import ContactHere, NextHere
    from rapidreview.model import Given, National, OutcomeId, Protocol
    from rapidreview.model.house import FirstAct
    from rapidreview.model.partnership import DoNow

THE_FORM = "the form"
"""Stands in the words of an act for the name of the protocol's form."""
THE_LEAD = "the lead"
"""Stands in the words of an act for whoever leads."""


@dataclass(frozen=True, kw_only=True)
class Acting:
    """An answer, as far as the first acts follow from it."""

    national: National
    protocol: Protocol | None
    place: Here
    area: str
    outcome: OutcomeId
    rule: str
    leads: str
    duties: tuple[DutyHere, ...]
    next: NextHere | None

    def firsts(self) -> tuple[FirstHere, ...]:
        """Return what each reader does first, in the order of the readers."""
        routes = self.national.routes
        return tuple(
            self._first(one.id, act)
            for one in routes.readers
            for act in [self._act(one.id)]
            if act is not None
        )

    def _act(self, reader: str) -> FirstAct | None:
        for act in self.national.routes.first_acts:
            fits = not act.readers or reader in act.readers
            if (
                fits
                and act.outcome == self.outcome
                and (not act.rules or self.rule in act.rules)
            ):
                return act
        return None

    def _first(self, reader: str, act: FirstAct) -> FirstHere:
        owed = next(
            (
                duty
                for name in act.duties
                for duty in self.duties
                if duty.here and duty.id == name
            ),
            None,
        )
        row = self._row(act.local)
        form, contacts, silent = self._hands(act, row)
        words = act.form.replace(THE_FORM, f"the {form}") if form else act.do
        limit = ""
        if self.protocol and row and row.deadline in self.protocol.deadlines:
            limit = limit_words(
                self.protocol.deadlines[row.deadline], self.protocol.nouns
            )
        to = act.to.replace(THE_LEAD, self.leads)
        return FirstHere(
            reader=reader,
            do=owed.do if owed else self.place.words(words),
            to=owed.to if owed else self.place.words(to),
            by=act.by,
            contacts=contacts,
            addressed=bool(act.form and contacts),
            silent=silent,
            form=form,
            deadline=owed.deadline if owed else self._runs(act.deadline),
            limit="" if owed else limit,
            duty=owed is not None,
            only_if=owed.only_if if owed else "",
            route=act.route,
            leads=act.leads,
            source=owed.basis if owed else act.source,
            status=owed.status if owed else act.status,
            reason=owed.reason if owed else act.reason,
        )

    def _runs(self, deadline: str) -> str:
        """Return a limit if one of the duties has it."""
        return deadline if deadline in {one.deadline for one in self.duties} else ""

    def _row(self, reader: str) -> DoNow | None:
        rows = self.protocol.partnership.do_now if self.protocol else ()
        return next(
            (one for one in rows if one.reader == reader and self._here(one.areas)),
            None,
        )

    def _here(self, areas: tuple[str, ...]) -> bool:
        return is_here(areas, self.area)

    def _hands(
        self, act: FirstAct, row: DoNow | None
    ) -> tuple[str, tuple[ContactHere, ...], bool]:
        """Return the form's name, the addresses, and whether the protocol gives none."""
        if self.protocol is None or not act.local:
            return "", (), False
        if act.local == "next":
            here = self.next
            form = here.form_name if here else ""
            contacts = here.contacts if here else ()
        elif row is None:
            return "", (), False
        else:
            known = self.protocol.forms.get(row.form)
            form = known.name if known and self._here(known.areas) else ""
            contacts = tuple(
                contact_here(self.protocol.contacts[name], self.protocol)
                for name in row.contact
                if self._here(self.protocol.contacts[name].areas)
            )
        if self.protocol.stands_in or not act.form:
            form = ""
        given = tuple(one for one in contacts if not one.silent)
        silent = not given and bool(act.form) and not self.protocol.stands_in
        return form, given, silent


def talk(
    national: National,
    protocol: Protocol | None,
    outcome: OutcomeId,
    every: Iterable[Given],
) -> TalkHere | None:
    """Return what the discussion goes by, or nothing where the outcome asks for none.

    ``every`` are the answers, with each way of settling what is open.
    """
    told = national.notifiability.discussion
    judged = {
        one.id
        for one in national.notifiability.outcomes
        if one.judged and not one.contradiction
    }
    if told is None or outcome not in judged:
        return None
    ways = tuple(every)
    steps = protocol.steps.values() if protocol else ()
    held = next((one for one in steps if one.event == told.decided), None)
    limits = protocol.own_deadlines.values() if protocol else ()
    limit = next((one for one in limits if one.to_event == told.decided), None)
    told_by = limit or held
    dispute = held.decides.dispute if held and held.decides else ""
    return TalkHere(
        who=protocol.label(held.actor) if protocol and held else "",
        limit=limit_words(limit, protocol.nouns) if protocol and limit else "",
        source=told_by.source if told_by else (),
        status=told_by.status if told_by else "stated",
        reason=told_by.reason if told_by else "",
        deadline=told.deadline,
        if_yes=starts(national, protocol, [told.deadline]),
        ask=tuple(
            one.says
            for one in told.ask
            if one.when is None or any(holds(one.when, given) for given in ways)
        ),
        cannot_agree=told.cannot_agree.says,
        cannot_agree_source=told.cannot_agree.source,
        dispute=step_here(protocol.steps[dispute], protocol, "")
        if protocol and dispute
        else None,
    )
