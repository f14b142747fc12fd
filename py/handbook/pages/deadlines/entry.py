"""One deadline: a line with what, by when and who, which opens on its readings and all else."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from handbook.pages.deadlines.tables import event_label, readings_table
from handbook.pages.deadlines.who import national_tags, who_acts, whose
from handbook.pages.notes.importance import numbered_notes
from handbook.pages.sources.usage import deadline_anchor
from handbook.pages.statements import facts, marked
from rapidreview.model import DERIVED, limit_guess
from rapidreview.say import (
    clock_in_words,
    in_force_words,
    limit_words,
    listed,
    plain_date,
)
from rapidreview.show import (
    NO_REASON,
    NOTHING,
    el,
    every,
    joined,
    limit_html,
    limit_mark,
    nowrap_last,
    status_tag,
    text,
    who_html,
)

if TYPE_CHECKING:
    from rapidreview.model import (
        ConditionalLimit,
        Deadline,
        Id,
        LimitGuess,
        Protocol,
        Replacement,
        Suspension,
    )
    from rapidreview.show import Html, Sources


class Entries:
    """Writes the entries of one page; ``sources`` keeps the marks of that page."""

    def __init__(self, protocol: Protocol, sources: Sources) -> None:
        self.protocol = protocol
        self.sources = sources
        self.place = sources.base + protocol.folder

    def own(self, deadline: Deadline) -> Html:
        """Return the entry of a deadline of the protocol; its own word needs no tag."""
        return self._entry(deadline, deadline_anchor(deadline), whose(deadline))

    def national(self, deadline: Deadline) -> Html:
        """Return the entry of a national deadline, marked as national."""
        anchor = f"national-{deadline.id}"
        return self._entry(deadline, anchor, national_tags(deadline))

    def _entry(self, deadline: Deadline, anchor: str, tags: Html) -> Html:
        mark = limit_mark(deadline, self.sources)
        steps = self.protocol.partnership.steps
        rows = [
            ("The protocol says", self._printed(deadline)),
            ("Only if", self._only_if(deadline)),
            ("Relaxed", self._relaxed(deadline)),
            ("In force", self._in_force(deadline)),
            ("Clock", self._clock(deadline)),
            ("Source", joined(tags or text("The protocol"), mark)),
            ("Worked out", _reason(limit_guess(deadline, steps))),
            ("Must follow", self._after(deadline)),
            ("Only if", self._otherwise(deadline)),
            ("Replaced", self._replaced(deadline)),
            ("Nationally", self._beside(deadline)),
            ("Step", self._step(deadline)),
            ("Notes", self._notes(deadline)),
        ]
        inside = el("div", facts(rows), readings_table(deadline), css="dl-more")
        return el(
            "details",
            self._line(deadline),
            "\n",
            inside,
            css="dl",
            id=anchor,
            more={"data-deadline": deadline.id},
        )

    def _line(self, deadline: Deadline) -> Html:
        """Return what stands in the list: what, by when, the date once it is worked out, and who."""
        steps = self.protocol.partnership.steps
        who = who_html(who_acts(self.protocol, deadline.who), deadline, steps)
        applies = self.protocol.applies(deadline)
        return el(
            "summary",
            el("h3", deadline.what),
            el("span", limit_html(deadline, self.protocol.nouns), css="dl-when"),
            el("span", css="dl-date", data_date=""),
            el("span", who, f". {applies}" if applies else "", css="dl-who"),
        )

    def _event(self, name: Id) -> str:
        return event_label(self.protocol, name)

    def _printed(self, deadline: Deadline) -> Html:
        """Return the words of the limit as printed, where its line does not say them."""
        told = limit_words(deadline, self.protocol.nouns)
        if not deadline.printed or deadline.printed in told:
            return NOTHING
        return text(f"“{deadline.printed}”")

    def _relaxed(self, deadline: Deadline) -> Html:
        return every(
            el("p", marked(_between(one), one.source, self.sources))
            for one in deadline.suspended
        )

    def _in_force(self, deadline: Deadline) -> Html:
        """Return the days of the clock itself; those of its document stand with that."""
        stretch = deadline.in_force
        if stretch is None:
            return NOTHING
        days = in_force_words(stretch).removeprefix("in force ")
        return text(f"{days[0].upper()}{days[1:]}.")

    def _only_if(self, deadline: Deadline) -> Html:
        """Return the other deadline that has to be missed before this one holds."""
        other = self.protocol.deadlines.get(deadline.if_missed)
        if other is None:
            return NOTHING
        own = other.id in self.protocol.own_deadlines
        href = f"#{deadline_anchor(other)}" if own else f"#national-{other.id}"
        return joined(el("a", other.what, href=href), " is missed")

    def _clock(self, deadline: Deadline) -> Html:
        event = deadline.from_
        if deadline.every is not None and event:
            until = deadline.every.until
            ends = f". Ends with: {self._event(until)}" if until else ""
            return text(f"Starts with: {self._event(event)}{ends}.")
        if not event or not deadline.readings:
            return NOTHING
        way = "Counts back from" if deadline.direction == "before" else "Starts with"
        ends = deadline.to_event
        done = f". Kept when: {self._event(ends)}" if ends else ""
        instead = "".join(
            f", or where there is none: {self._event(one)}" for one in deadline.or_from
        )
        more = "".join(
            f" Its other limit {'counts back from' if one.direction == 'before' else 'starts with'}:"
            f" {self._event(one.from_)}."
            for one in deadline.also
        )
        return text(f"{way}: {self._event(event)}{instead}{done}.{more}")

    def _after(self, deadline: Deadline) -> Html:
        return text(listed(map(self._event, deadline.not_before)))

    def _otherwise(self, deadline: Deadline) -> Html:
        return every(el("p", self._if_so(item)) for item in deadline.otherwise)

    def _if_so(self, item: ConditionalLimit) -> Html:
        by = f", by {item.by}" if item.by else ""
        says = f"If {item.if_}: {clock_in_words(item.clock)}{by}. No calendar here shows it: check it yourself."
        return marked(says, item.source, self.sources, item.status, item.reason)

    def _replaced(self, deadline: Deadline) -> Html:
        later = self.protocol.whole(deadline).replaced_by
        return every(el("p", self._later(item)) for item in later)

    def _later(self, item: Replacement) -> Html:
        counted = f" ({clock_in_words(item.clock)})" if item.clock else ""
        only = " It never moves the date earlier." if item.only_later else ""
        says = f"{self._event(item.event)}{counted}: {item.says}{only}"
        return marked(says, item.source, self.sources, item.status, item.reason)

    def _beside(self, deadline: Deadline) -> Html:
        law = self.protocol.national_deadlines.get(deadline.national)
        if law is None:
            return NOTHING
        words = limit_words(law, self.protocol.nouns) or law.no_time
        mark = self.sources.mark(law.source)
        first = el("p", nowrap_last(words, mark), " ", national_tags(law))
        if not deadline.capped:
            return first
        return first + el("p", "The earlier of the two dates is the latest date.")

    def _step(self, deadline: Deadline) -> Html:
        step = self.protocol.steps.get(deadline.step)
        if step is None:
            return NOTHING
        href = f"{self.place}flowchart/#step-{step.id}"
        title = step.title if step.title != deadline.what else "In the flowchart"
        return el("a", title, href=href) + status_tag(step.status)

    def _notes(self, deadline: Deadline) -> Html:
        return every(
            el(
                "p",
                el("a", f"note {number}", href=f"{self.place}notes/#note-{note.id}"),
                f": {note.title}",
            )
            for number, note in numbered_notes(self.protocol.partnership)
            if deadline.id in note.deadlines
        )


def _between(one: Suspension) -> str:
    first, last = (
        plain_date(date.fromisoformat(day)) for day in (one.from_, one.until)
    )
    return f"{first} to {last}: {one.says}"


def _reason(guess: LimitGuess) -> Html:
    if guess.status != DERIVED:
        return NOTHING
    return el("span", guess.reason or NO_REASON, css="reason")
