"""One deadline in full: its words beside the reading used, what replaces it, worked dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.sources.usage import deadline_anchor, numbered_notes
from handbook.pages.statements import facts, marked
from rapidreview.model import DERIVED, LimitGuess, Protocol, limit_guess, time_status
from rapidreview.say import (
    Nouns,
    clock_in_words,
    iso,
    limit_words,
    listed,
    read_moment,
    short_date,
)
from rapidreview.show import (
    NO_REASON,
    esc,
    limit_html,
    limit_mark,
    nowrap_last,
    standing_tag,
    status_tag,
    tag,
    time_element,
    who_html,
)

if TYPE_CHECKING:
    from rapidreview.model import (
        DateExample,
        Deadline,
        Partnership,
        Reading,
        Replacement,
    )
    from rapidreview.show import Sources

USES = {"latest": "Used here", "aim": "Aim for", "rejected": "Not used"}
"""What the handbook does with a reading: the latest date, the date to aim for, nothing."""

SHOWN = 3
"""How many worked dates stand open; the others are behind a line that opens."""


class Entries:
    """Writes the entries of one page; ``sources`` keeps the marks of that page."""

    def __init__(self, sources: Sources, partnership: Partnership) -> None:
        self.sources = sources
        self.partnership = partnership
        self.nouns = Nouns(sources.national, partnership)
        self.labels = {actor.id: actor.label for actor in partnership.actors}
        self.steps = {step.id: step for step in partnership.steps}
        self.law = {item.id: item for item in sources.national.deadlines}
        self.events = {
            event.id: event.label
            for event in (*sources.national.events, *partnership.events)
        }
        self.place = f"{sources.base}partnerships/{partnership.id}/"

    def own(self, deadline: Deadline) -> str:
        """Return the entry of a deadline of the protocol."""
        return self._entry(deadline, deadline_anchor(deadline), self._whose(deadline))

    def national(self, deadline: Deadline) -> str:
        """Return the entry of a national deadline, marked as national."""
        tags = f"{standing_tag(deadline.standing)} {tag('national')}"
        return self._entry(deadline, f"national-{deadline.id}", tags)

    def _entry(self, deadline: Deadline, anchor: str, tags: str) -> str:
        mark = limit_mark(deadline, self.sources)
        guess = limit_guess(deadline, self.partnership.steps)
        rows = [
            ("By when", self._limit(deadline)),
            (
                "Who",
                who_html(self._who(deadline.who), deadline, self.partnership.steps),
            ),
            ("When", esc(deadline.applies)),
            ("Clock", self._clock(deadline)),
            ("Says who", tags),
            ("Worked out", _reason(guess)),
            ("Must follow", self._after(deadline)),
            ("Replaced", self._replaced(deadline)),
            ("Nationally", self._beside(deadline)),
            ("Step", self._step(deadline)),
            ("Notes", self._notes(deadline)),
        ]
        return (
            f'<article class="entry dl" id="{anchor}"><h3>{nowrap_last(deadline.what, mark)}</h3>\n'
            f"{facts(rows)}\n"
            f"{self._readings(deadline)}{self._worked(deadline)}</article>\n"
        )

    def _limit(self, deadline: Deadline) -> str:
        words = limit_words(deadline, self.nouns)
        said = []
        if deadline.printed and deadline.printed not in words:
            said.append(f"As printed: “{deadline.printed}”.")
        printed = f'<p class="dl-printed">{esc(" ".join(said))}</p>' if said else ""
        return f"<p>{limit_html(deadline, self.nouns)}</p>{printed}"

    def _who(self, name: str) -> str:
        return self.labels.get(name, name.replace("-", " ").capitalize())

    def _clock(self, deadline: Deadline) -> str:
        event = deadline.from_
        if not event or not deadline.readings:
            return ""
        way = "Counts back from" if deadline.direction == "before" else "Starts with"
        ends = deadline.to_event
        done = f". Kept when: {esc(self.events.get(ends, ends))}" if ends else ""
        return f"{way}: {esc(self.events.get(event, event))}{done}."

    def _whose(self, deadline: Deadline) -> str:
        status = time_status(deadline)
        if status == DERIVED:
            return status_tag(status).strip()
        return standing_tag(deadline.standing) + status_tag(status)

    def _after(self, deadline: Deadline) -> str:
        return esc(listed(self.events.get(name, name) for name in deadline.not_before))

    def _replaced(self, deadline: Deadline) -> str:
        whole = Protocol(self.sources.national, self.partnership).whole(deadline)
        return "".join(f"<p>{self._later(item)}</p>" for item in whole.replaced_by)

    def _later(self, item: Replacement) -> str:
        counted = f" ({clock_in_words(item.clock)})" if item.clock else ""
        only = " It never moves the date earlier." if item.only_later else ""
        says = f"{self.events.get(item.event, item.event)}{counted}: {item.says}{only}"
        return marked(says, item.source, self.sources, item.status, item.reason)

    def _beside(self, deadline: Deadline) -> str:
        law = self.law.get(deadline.national)
        if law is None:
            return ""
        words = limit_words(law, self.nouns) or law.no_time
        capped = (
            "<p>The earlier of the two dates is the latest date.</p>"
            if deadline.capped
            else ""
        )
        mark = self.sources.mark(law.source)
        tags = f"{standing_tag(law.standing)} {tag('national')}"
        return f"<p>{nowrap_last(words, mark)} {tags}</p>{capped}"

    def _step(self, deadline: Deadline) -> str:
        step = self.steps.get(deadline.step)
        if step is None:
            return ""
        href = f"{self.place}flowchart/#step-{deadline.step}"
        return f'<a href="{href}">{esc(step.title)}</a>{status_tag(step.status)}'

    def _notes(self, deadline: Deadline) -> str:
        links = [
            f'<a href="{self.place}notes/#note-{note.id}">note {number}</a>: {esc(note.title)}'
            for number, note in numbered_notes(self.partnership)
            if deadline.id in note.deadlines
        ]
        return "".join(f"<p>{link}</p>" for link in links)

    def _readings(self, deadline: Deadline) -> str:
        rows = "".join(map(self._reading, deadline.readings))
        if not rows:
            return ""
        many = "The ways to read it" if len(deadline.readings) > 1 else "How it is read"
        return (
            f'<table class="stack alt"><caption class="dl-cap">{many}</caption>'
            '<thead><tr><th scope="col">Read as</th><th scope="col">In this handbook</th>'
            f'<th scope="col">Why</th></tr></thead><tbody>{rows}</tbody></table>\n'
        )

    def _reading(self, reading: Reading) -> str:
        used = USES[reading.use]
        told = f"<b>{used}</b>" if reading.use == "latest" else used
        css = ' class="use"' if reading.use == "latest" else ""
        return (
            f'<tr{css}><th scope="row">{esc(reading.means)}</th>'
            f'<td data-label="In this handbook">{told}</td>'
            f'<td data-label="Why">{esc(reading.why)}</td></tr>\n'
        )

    def _worked(self, deadline: Deadline) -> str:
        own = deadline in self.partnership.deadlines
        layer = self.partnership if own else self.sources.national
        found = [one for one in layer.date_examples if deadline.id in one.due]
        if not found:
            return ""
        rows = [self._example(deadline, one) for one in found]
        head = (
            '<thead><tr><th scope="col">Example</th><th scope="col">Aim for</th>'
            '<th scope="col">Latest</th></tr></thead>'
        )

        def dated(title: str, some: list[str]) -> str:
            return (
                f'<table class="stack dl-dates"><caption class="dl-cap">{title}</caption>'
                f"{head}<tbody>{''.join(some)}</tbody></table>\n"
            )

        more = rows[SHOWN:]
        rest = (
            f'<details class="open"><summary><span>{len(more)} more</span></summary>'
            f'<div class="bare">{dated("More worked dates", more)}</div></details>\n'
            if more
            else ""
        )
        return dated("Worked dates", rows[:SHOWN]) + rest

    def _example(self, deadline: Deadline, example: DateExample) -> str:
        used = [reading for reading in deadline.readings if reading.use != "rejected"]
        starts = [deadline.from_, *(reading.from_ for reading in used)]
        starts += [item.event for item in deadline.replaced_by]
        if deadline.capped and deadline.national in self.law:
            starts.append(self.law[deadline.national].from_)
        given = listed(
            f"{self.events.get(name, name)}: {short_date(read_moment(example.given[name]))}"
            for name in dict.fromkeys(starts)
            if name in example.given
        )
        aim = example.aim.get(deadline.id, example.due[deadline.id])
        return (
            f'<tr><th scope="row">{esc(example.name)}<span class="sub">{esc(given)}</span></th>'
            f'<td data-label="Aim for" class="num">{_date(aim)}</td>'
            f'<td data-label="Latest" class="num"><b>{_date(example.due[deadline.id])}</b></td></tr>\n'
        )


def _date(text: str) -> str:
    moment = read_moment(text)
    return time_element(iso(moment), short_date(moment))


def _reason(guess: LimitGuess) -> str:
    if guess.status != DERIVED:
        return ""
    return f'<span class="reason">{esc(guess.reason or NO_REASON)}</span>'
