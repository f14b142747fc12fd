"""One partnership's protocol with the national layer behind it, every name resolved.

Built once from a policy and the national layer, and read by everybody: the checker,
the dates, the pages and the browser. Nothing in it changes. Each list of the policy
can be asked by id; a name that nothing declares raises ``KeyError``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from rapidreview.model.national_index import NationalIndex
from rapidreview.model.nouns import Nouns
from rapidreview.model.partnership import NATIONAL
from rapidreview.model.ways import Ways, ways_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from rapidreview.model.actors import Actor, Contact
    from rapidreview.model.base import Id, OutcomeId, Question, Ref
    from rapidreview.model.clocks import OtherLimit
    from rapidreview.model.house import Attribute
    from rapidreview.model.national import (
        Counting,
        Instrument,
        National,
        Outcome,
    )
    from rapidreview.model.partnership import (
        Area,
        Compared,
        Document,
        Form,
        LocalRule,
        NextStep,
        Note,
        Partnership,
    )
    from rapidreview.model.steps import Stage, Step
    from rapidreview.model.stretches import InForce
    from rapidreview.model.timing import Chain, Deadline, Event


@dataclass(frozen=True, eq=False)
class Protocol:
    """What one partnership's protocol says, joined with what holds for all of England.

    Two are equal only if they are one, so that what is made from a protocol can be kept
    for it.
    """

    national: National
    partnership: Partnership

    @property
    def id(self) -> Id:
        """The partnership's id, which is the name of its file and of its folder."""
        return self.partnership.id

    @property
    def name(self) -> str:
        """The place, as people say it: "Tees"."""
        return self.partnership.name

    @property
    def is_draft(self) -> bool:
        """Whether some of the protocol may not have been read yet."""
        return self.partnership.status == "draft"

    @property
    def folder(self) -> str:
        """The address of its pages, from the site's root."""
        return f"partnerships/{self.id}/"

    def folder_of(self, area: Id) -> str:
        """Return the address of the page for one of its areas, from the site's root."""
        return f"areas/{area}/" if self.stands_in else self.folder

    @property
    def stands_in(self) -> bool:
        """Whether these are the national rules, in place of a protocol that was not read."""
        return self.partnership.status == NATIONAL

    @property
    def not_read(self) -> str:
        """Sentences that the area's own protocol has not been read; "" where it has."""
        areas = self.partnership.areas
        name = areas[0].name if len(areas) == 1 else "Your area"
        return self.partnership.stands_in.replace("Our area", name)

    def at(self, area: Id) -> Protocol:
        """Return the protocol as one area has it.

        The national rules are called by the area's name; a partnership keeps its own.
        Raises ``KeyError`` where there is no such area.
        """
        if not self.stands_in or not area:
            return self
        only = self.areas[area]
        return Protocol(
            self.national, replace(self.partnership, name=only.name, areas=(only,))
        )

    @cached_property
    def law(self) -> NationalIndex:
        """The national layer, every part by its id."""
        return NationalIndex(self.national)

    @cached_property
    def actors(self) -> Mapping[Id, Actor]:
        """Everybody who acts, by id."""
        return {one.id: one for one in self.partnership.actors}

    @cached_property
    def areas(self) -> Mapping[Id, Area]:
        """The local authorities' areas, by id."""
        return {one.id: one for one in self.partnership.areas}

    @cached_property
    def contacts(self) -> Mapping[Id, Contact]:
        """Every way to reach an actor, by id."""
        return {one.id: one for one in self.partnership.contacts}

    @cached_property
    def forms(self) -> Mapping[Id, Form]:
        """Every form or document that changes hands, by id."""
        return {one.id: one for one in self.partnership.forms}

    @cached_property
    def stages(self) -> Mapping[Id, Stage]:
        """The stretches of the process, by id, in order."""
        return {one.id: one for one in self.partnership.stages}

    @cached_property
    def steps(self) -> Mapping[Id, Step]:
        """Every step, by id, in the order of the file."""
        return {one.id: one for one in self.partnership.steps}

    @cached_property
    def notes(self) -> Mapping[Id, Note]:
        """The notes on the protocol, by id."""
        return {one.id: one for one in self.partnership.notes}

    @cached_property
    def chains(self) -> Mapping[Id, Chain]:
        """The chains of steps that are tried on every start date, by id."""
        return {one.id: one for one in self.partnership.chains}

    @cached_property
    def documents(self) -> Mapping[Id, Document]:
        """The documents that were read, by id; the first is the protocol itself."""
        return {one.id: one for one in self.partnership.documents}

    @cached_property
    def events(self) -> Mapping[Id, Event]:
        """The events, by id: the partnership's own, then the national ones it left out."""
        own = {one.id: one for one in self.partnership.events}
        return own | {one.id: one for one in self.national.events if one.id not in own}

    @cached_property
    def events_used(self) -> tuple[Event, ...]:
        """The events that change anything here: a form needs a field for each.

        An event is asked for only where a date, or the state of a deadline, follows from
        it: a field that moves nothing would look as if it had been taken into account.
        """
        used = {event.id for event in self.events.values() if event.ends}
        for deadline in (*self.whole_deadlines, *self.national.deadlines):
            used |= set(_moving(deadline))
        for ways in self.ways.values():
            used |= ways.taken | ways.other
        waiting = list(used)
        while waiting:
            event = self.events.get(waiting.pop())
            if event and event.if_blank and event.if_blank not in used:
                used.add(event.if_blank)
                waiting.append(event.if_blank)
        return tuple(event for event in self.events.values() if event.id in used)

    @cached_property
    def ways(self) -> Mapping[Id, Ways]:
        """What shows which way was taken, by the limit that holds on some ways only."""
        return ways_of(self.partnership)

    @cached_property
    def nouns(self) -> Nouns:
        """How each event reads after "of" or "before"."""
        return Nouns(self.national, self.partnership)

    @cached_property
    def deadlines(self) -> Mapping[Id, Deadline]:
        """Every limit by id: the protocol's own, then the national ones with other ids."""
        own = self.own_deadlines
        return {
            **own,
            **{k: v for k, v in self.national_deadlines.items() if k not in own},
        }

    @cached_property
    def own_deadlines(self) -> Mapping[Id, Deadline]:
        """The limits that the protocol sets or names, by id."""
        return {one.id: one for one in self.partnership.deadlines}

    @cached_property
    def national_deadlines(self) -> Mapping[Id, Deadline]:
        """All national limits, by id, whether or not the protocol has its own version."""
        return self.law.deadlines

    @cached_property
    def only_national_deadlines(self) -> tuple[Deadline, ...]:
        """The national limits of which the protocol has no version of its own."""
        named = {one.national for one in self.partnership.deadlines}
        return tuple(one for one in self.national.deadlines if one.id not in named)

    @cached_property
    def whole_deadlines(self) -> tuple[Deadline, ...]:
        """The protocol's own limits, in order, each as :meth:`whole` gives it."""
        return tuple(map(self.whole, self.partnership.deadlines))

    def whole(self, deadline: Deadline) -> Deadline:
        """Return a local limit with what replaces the national one it stands for.

        A later fact that replaces the national date replaces the local one too, marked as
        national, unless the protocol says itself what that fact does.
        """
        law = self.national_deadlines.get(deadline.national)
        own = {item.event for item in deadline.replaced_by}
        inherited = tuple(
            replace(item, status="national")
            for item in (law.replaced_by if law else ())
            if item.event not in own
        )
        return replace(
            deadline,
            replaced_by=(*deadline.replaced_by, *inherited),
            applies=self.applies(deadline),
        )

    def applies(self, deadline: Deadline) -> str:
        """Return when ``deadline`` applies at all: its own words, and the areas of its step."""
        step, who = self.steps.get(deadline.step), self.actors.get(deadline.who)
        areas = self.step_areas(step) if step else who.areas if who else ()
        names = self.not_for_all(areas)
        where = f"in {' and '.join(names)} only" if names else ""
        return ", ".join(filter(None, (deadline.applies, where)))

    def in_force(self, part: Deadline | LocalRule) -> InForce | None:
        """Return the days on which a limit or a local rule is in force: its own, or those
        of the document that it is in."""
        if part.in_force is not None:
            return part.in_force
        own = [ref for ref in part.source if self.is_own(ref)]
        return self.document(own[0]).in_force if own else None

    def governs(self, deadline: Deadline) -> tuple[Id, ...]:
        """Return the areas whose cases the document of a limit governs; none where it is all."""
        own = [ref for ref in deadline.source if self.is_own(ref)]
        return self.document(own[0]).governs_areas if own else ()

    def is_own(self, ref: Ref) -> bool:
        """Return whether a reference is to a document of the partnership."""
        name = ref.rpartition("#")[0]
        return name in self.documents if name else bool(self.partnership.documents)

    def versions(self, deadline: Id) -> tuple[Deadline, ...]:
        """Return the protocol's own versions of a deadline, named by its own or its national id."""
        return tuple(
            one
            for one in self.partnership.deadlines
            if deadline in (one.national, one.id)
        )

    @cached_property
    def counting(self) -> Mapping[Id, Counting]:
        """The counting rules, by id."""
        return self.law.counting

    @cached_property
    def instruments(self) -> Mapping[Id, Instrument]:
        """The Acts, regulations and guidance of the national layer, by id."""
        return self.law.instruments

    @cached_property
    def questions(self) -> Mapping[Id, Question]:
        """The checker's questions, by id: the national ones, then the protocol's own."""
        return {**self.law.questions, **{q.id: q for q in self.partnership.questions}}

    @cached_property
    def outcomes(self) -> Mapping[OutcomeId, Outcome]:
        """What an answer can be, by id."""
        return self.law.outcomes

    @cached_property
    def next_steps(self) -> Mapping[OutcomeId, NextStep]:
        """What to do next here, by outcome."""
        return {one.outcome: one for one in self.partnership.next_steps}

    @cached_property
    def attributes(self) -> Mapping[Id, Attribute]:
        """The points on which partnerships are compared, by id."""
        return self.law.attributes

    @cached_property
    def compared(self) -> Mapping[Id, Compared]:
        """What the protocol says on each point of the comparison, by the point's id."""
        return {one.attribute: one for one in self.partnership.compare}

    @cached_property
    def rests_on(self) -> tuple[Instrument, ...]:
        """The editions that the protocol says it rests on."""
        return tuple(self.instruments[one] for one in self.partnership.rests_on)

    def label(self, actor: Id) -> str:
        """Return what an actor is called here, with the authority it acts for; "" for nobody."""
        if actor not in self.actors:
            return ""
        one = self.actors[actor]
        return f"{one.label} (for {self.acts_for(one)})" if one.acts_for else one.label

    def acts_for(self, actor: Actor) -> str:
        """Return the names of the local authorities that ``actor`` acts for; "" for none."""
        names = [self.areas[one].authority for one in actor.acts_for]
        return " and ".join(dict.fromkeys(names))

    def acting_in(self, area: Id) -> tuple[Actor, ...]:
        """Return whoever acts for the local authority of ``area``."""
        return tuple(one for one in self.partnership.actors if area in one.acts_for)

    def not_for_all(self, areas: Iterable[Id]) -> tuple[str, ...]:
        """Return the names of ``areas``; none where they are all that there are."""
        some = tuple(areas)
        return () if set(some) == set(self.areas) else self.in_areas(some)

    def step_areas(self, step: Step) -> tuple[Id, ...]:
        """Return the areas for which ``step`` is taken: its own, or else those of its actor."""
        return step.areas or self.actors[step.actor].areas

    def in_short(self, actor: Id) -> str:
        """Return an actor's short name, or its whole one where it has none."""
        return self.actors[actor].short or self.actors[actor].label

    def in_areas(self, areas: Iterable[Id]) -> tuple[str, ...]:
        """Return the names of ``areas``."""
        return tuple(self.areas[one].name for one in areas)

    def document(self, ref: Ref) -> Document:
        """Return the document that a reference to the protocol names, the first by default."""
        name = ref.rpartition("#")[0]
        return self.documents[name] if name else self.partnership.documents[0]


def _moving(deadline: Deadline) -> Iterator[Id]:
    """Yield the events that date ``deadline``, put another date in its place, or end it."""
    limits: tuple[Deadline | OtherLimit, ...] = (deadline, *deadline.also)
    for limit in limits:
        for reading in limit.readings:
            if reading.clock is not None and reading.use != "rejected":
                yield reading.from_ or limit.from_
        if limit.readings:
            yield from limit.or_from
    yield from (item.from_ for item in deadline.otherwise if item.from_)
    for condition in deadline.unless:
        yield from filter(None, (condition.event, condition.ends))
    if deadline.every is not None:
        yield from filter(None, (deadline.from_, deadline.every.until))
    yield from (item.event for item in deadline.replaced_by)
    if deadline.to_event:
        yield deadline.to_event
