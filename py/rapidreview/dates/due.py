"""A dated deadline: the deadline itself, the dates that follow, and where it stands today.

Its fields hold facts; its properties tell them, as the plain data has them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from rapidreview.dates.exceptions.aside import Aside
from rapidreview.dates.parts import Dates, Today
from rapidreview.dates.rounds import Rounds, again
from rapidreview.say import day_of, often, unless_words

if TYPE_CHECKING:
    import datetime as dt

    from rapidreview.dates.exceptions.missed import Escalation
    from rapidreview.dates.exceptions.validity import Validity
    from rapidreview.dates.parts import Cap, Forecast, IfSo, Replaced, Several
    from rapidreview.dates.result import ReadingDate
    from rapidreview.days import Working
    from rapidreview.model import Deadline, Id, LimitGuess, Ref
    from rapidreview.say import Moment


@dataclass(frozen=True, kw_only=True)
class Due:
    """A deadline with its dates, or with what they lack.

    ``national`` is true where the law's own version stands here. ``law`` is the date of
    the national counterpart. ``rounds`` are the times at which it comes round, and
    ``escalation`` is the other deadline on whose being missed it depends.
    """

    deadline: Deadline
    acts: str
    """Who acts, as they are called here."""
    guess: LimitGuess
    national: bool = False
    dates: Dates = field(default_factory=Dates)
    before: Dates = field(default_factory=Dates)
    """The dates before a later fact, such as an agreed extension, put another in their place."""
    readings: tuple[ReadingDate, ...] = ()
    law: Moment | None = None
    capped_by: Cap | None = None
    several: Several | None = None
    if_so: tuple[IfSo, ...] = ()
    replacements: tuple[Replaced, ...] = ()
    expected: Forecast | None = None
    rounds: Rounds = field(default_factory=Rounds)
    escalation: Escalation | None = None
    aside: Aside = field(default_factory=Aside)
    validity: Validity | None = None
    notes: tuple[str, ...] = ()
    done_on: Moment | None = None
    today: Today = field(default_factory=Today)

    KEYS: ClassVar = (
        "id",
        "what",
        "who",
        "who_label",
        "step",
        "from_",
        "from_label",
        "from_date",
        "to_event",
        "direction",
        "bound",
        "standing",
        "national",
        "status",
        "who_status",
        "reason",
        "applies",
        "printed",
        "unit_stated",
        "latest",
        "latest_working_day",
        "latest_means",
        "aim_for",
        "aim_working_day",
        "aim_means",
        "readings",
        "working",
        "counterpart",
        "counterpart_latest",
        "cap",
        "limits",
        "otherwise",
        "replaced",
        "words",
        "missing",
        "forecast",
        "forecast_says",
        "if_missed",
        "rounds",
        "rounds_say",
        "unless",
        "aside",
        "in_force",
        "notes",
        "done_on",
        "state",
        "days_left",
        "aim_passed",
        "source",
    )
    """What is told of it as plain data, in this order."""

    @property
    def id(self) -> Id:
        """The deadline's id."""
        return self.deadline.id

    @property
    def what(self) -> str:
        """What is due."""
        return self.deadline.what

    @property
    def who(self) -> Id:
        """The id of whoever acts."""
        return self.deadline.who

    @property
    def who_label(self) -> str:
        """Who acts, as they are called here."""
        return self.acts or self.deadline.who.replace("-", " ")

    @property
    def step(self) -> Id:
        """The step that it limits."""
        return self.deadline.step

    @property
    def from_(self) -> Id:
        """The event that the date is counted from."""
        return self.dates.start.event

    @property
    def from_label(self) -> str:
        """What that event is called."""
        return self.dates.start.label

    @property
    def from_date(self) -> Moment | None:
        """When that event was."""
        return self.dates.start.date

    @property
    def to_event(self) -> Id:
        """The event that keeps it."""
        return self.deadline.to_event

    @property
    def direction(self) -> str:
        """Whether it comes "after" its event or "before" it."""
        return self.deadline.direction

    @property
    def bound(self) -> str:
        """How it binds."""
        return self.deadline.bound

    @property
    def standing(self) -> str:
        """On whose word it rests."""
        return self.deadline.standing

    @property
    def status(self) -> str:
        """How it stands to its source."""
        return self.deadline.status

    @property
    def who_status(self) -> str:
        """Whether whoever acts was worked out: then "derived"."""
        return self.guess.who

    @property
    def reason(self) -> str:
        """Why the time or whoever acts was worked out, "" where neither was."""
        return self.guess.reason

    @property
    def applies(self) -> str:
        """In words, when it applies at all."""
        return self.deadline.applies

    @property
    def printed(self) -> str:
        """The words of time as printed."""
        return self.deadline.printed

    @property
    def unit_stated(self) -> bool:
        """False where the source does not say which days."""
        return self.deadline.unit_stated

    @property
    def latest(self) -> Moment | None:
        """The latest date."""
        return self.dates.latest.moment

    @property
    def latest_working_day(self) -> dt.date | None:
        """The last working day on or before it."""
        return self.dates.latest.working_day

    @property
    def latest_means(self) -> str:
        """The assumption behind the latest date."""
        return self.dates.latest.means

    @property
    def aim_for(self) -> Moment | None:
        """The date to aim for."""
        return self.dates.aim.moment

    @property
    def aim_working_day(self) -> dt.date | None:
        """The last working day on or before it."""
        return self.dates.aim.working_day

    @property
    def aim_means(self) -> str:
        """The assumption behind the date to aim for."""
        return self.dates.aim.means

    @property
    def working(self) -> Working:
        """How the latest date was counted."""
        return self.dates.working

    @property
    def counterpart(self) -> Id:
        """The national deadline that it stands for."""
        return self.deadline.national

    @property
    def counterpart_latest(self) -> Moment | None:
        """The latest date of that one."""
        return self.law

    @property
    def cap(self) -> str:
        """The two limits of which the earlier counts."""
        return self.capped_by.says if self.capped_by else ""

    @property
    def limits(self) -> str:
        """The several limits of which one counts, in a sentence; "" where there is one."""
        return self.several.says if self.several else ""

    @property
    def otherwise(self) -> tuple[str, ...]:
        """The dates that hold instead if something is so, each in a sentence."""
        return tuple(one.says for one in self.if_so)

    @property
    def replaced(self) -> str:
        """What put another date in its place."""
        return self.replacements[-1].says if self.replacements else ""

    @property
    def words(self) -> str:
        """What the source says where it gives no number; when one without a day is next."""
        every = self.deadline.every
        if every is None or self.deadline.from_ or self.deadline.if_missed:
            return self.deadline.no_time
        says = often(every)
        says = f"{self.deadline.no_time} {says[0].upper()}{says[1:]}.".strip()
        if self.rounds.next:
            says += f" The next is {self.rounds.next[0].says}."
        return says

    @property
    def rounds_say(self) -> str:
        """When it is due again after the next time, and what ends it."""
        found = self.rounds
        before = ""
        if found.before is not None and found.before.number and not found.over:
            before = f"The last before today was {found.before.says}: check that it was done."
        ends = "" if found.over else found.ends
        return " ".join(filter(None, (again(found.next), ends, before)))

    @property
    def unless(self) -> str:
        """What puts it aside, as the text says: "unless the police object"."""
        return unless_words(self.deadline)

    @property
    def in_force(self) -> str:
        """The days on which its text is in force, and how the case lies to them."""
        return self.validity.says if self.validity else ""

    @property
    def if_missed(self) -> str:
        """The other deadline that has to be missed before it holds, and whether it was."""
        return self.escalation.says if self.escalation else ""

    @property
    def missing(self) -> str:
        """What keeps it from having a date."""
        return self.dates.lacks.says if self.dates.lacks else ""

    @property
    def forecast(self) -> Moment | None:
        """When it would be due if what is not known yet is done on its last day, or not done."""
        if self.escalation is not None and self.escalation.by is not None:
            return self.escalation.by
        return self.expected.by if self.expected else None

    @property
    def forecast_says(self) -> str:
        """The forecast in a sentence."""
        return self.expected.says if self.expected else ""

    @property
    def state(self) -> str:
        """Where it stands today."""
        return self.today.state

    @property
    def days_left(self) -> int | None:
        """The working days that are left."""
        return self.today.days_left

    @property
    def aim_passed(self) -> bool:
        """True where the date to aim for has passed."""
        return self.today.aim_passed

    @property
    def source(self) -> tuple[Ref, ...]:
        """Where it is from, and what moved it."""
        limit = self.deadline
        more = [ref for one in limit.also for ref in one.source]
        more += [ref for one in limit.otherwise for ref in one.source]
        more += [ref for one in limit.unless for ref in one.source]
        more += [ref for one in limit.suspended for ref in one.source]
        more += [ref for one in self.replacements for ref in one.by.source]
        return tuple(dict.fromkeys((*limit.source, *more)))

    @property
    def is_least(self) -> bool:
        """True where a time has to pass first: a time to be kept, or an earliest day."""
        kept = self.bound == "at-least" and self.direction == "after"
        return kept or self.bound == "not-before"

    @property
    def is_limit(self) -> bool:
        """True where its date must be kept: neither an aim nor a least time."""
        return self.bound != "aim" and not self.is_least

    def in_time(self, moment: Moment, working_day: dt.date | None) -> dt.date | None:
        """Return ``working_day``, the last before ``moment``, if it is another day that helps.

        None where ``moment`` is a working day itself, or where no working day lies
        between the start of the clock and ``moment``.
        """
        if working_day is None or working_day == day_of(moment):
            return None
        start = self.from_date if self.direction == "after" else None
        return None if start and working_day < day_of(start) else working_day
