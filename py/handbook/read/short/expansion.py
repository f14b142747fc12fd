"""The expansion of a short policy: every rule in its order, node to node."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.read.short import companions, documents, people
from handbook.read.short.comparison import Comparison
from handbook.read.short.law import Law
from handbook.read.short.limits import Limits, Times
from handbook.read.short.making import copied, each, made, moved, put, taken, texts
from handbook.read.short.process import events
from handbook.read.short.process.flow import before_each_event, before_each_step
from handbook.read.short.process.orders import orders_of
from handbook.read.short.process.routes import Routes
from handbook.read.short.process.steps import stages_of, steps_of
from handbook.read.short.sources import Resting
from handbook.read.short.topics import topics_of
from handbook.read.walk import is_national
from rapidreview.model import Partnership
from rapidreview.model.partnership import Compared

if TYPE_CHECKING:
    from handbook.read.faults import Fault
    from handbook.read.nodes import Node
    from rapidreview.model import National

LISTS = ("changes", "rests_on", "vocabulary", "topics", "notes", "contacts", "forms")
"""Lists of the full form that a short policy may leave out."""


def expanded(root: Node, national: National) -> tuple[Node, list[Fault]]:
    """Return the full form of the short policy ``root``, companions included, and the faults."""
    law = Law(national)
    full = copied(root)
    moved(full, "words", "vocabulary")
    for key in ("cases", "dates", "stages", "compare", "signed"):
        taken(full, key)
    _listed(full, root, "documents", documents.documents_of(root))
    actors = people.actors_of(root, law)
    contacts = people.contacts_of(root, actors, law)
    groups = people.groups_of(root)
    receivers = people.receivers_of(contacts, actors, groups)
    steps = steps_of(root)
    before = before_each_step(steps)
    before_event = before_each_event(steps, texts(root.get("start")))
    declared = events.events_of(root, steps, before_event, law)
    nouns = events.WrittenNouns(law, declared)
    times = Times(law, nouns.of)
    limits = Limits(times, before)
    deadlines = [*limits.of(steps), *limits.others(root)]
    limits.reject(deadlines, companions.rejected_in(root))
    if "start" not in full.entries and steps:
        put(full, "start", made(steps[0].written, steps[0].id))
    start = next(iter(texts(full.get("start"))), "")
    routes = Routes(steps, start, groups, national.routes)
    ours = [] if is_national(root) else steps  # the national layer has its own order
    parts = {
        "stages": stages_of(root),
        "areas": people.areas_of(root, law),
        "actors": actors,
        "contacts": contacts,
        "forms": people.forms_of(root, steps, receivers),
        "steps": [one.full for one in steps],
        "events": declared,
        "deadlines": deadlines,
        "orders": [
            *each(root.get("orders")),
            *orders_of(ours, before_event, nouns.of),
        ],
        "topics": topics_of(root),
        "do_now": routes.do_now(root, deadlines),
        "next_steps": routes.next_steps(root),
        "notes": companions.notes_of(root),
        "examples": companions.cases_of(root, national),
        "date_examples": companions.dates_of(root),
    }
    for key, rows in parts.items():
        _listed(full, root, key, rows)
    for key in LISTS:
        if key not in full.entries:
            _listed(full, root, key, [])
    names = frozenset(one.text("id") for one in root.listed("documents"))
    resting = Resting(names)
    done = resting.finished(Partnership, full)
    compared = Comparison(done, ours, law, nouns).rows(
        root.get("compare"), follow=not is_national(root)
    )
    rows = [resting.finished(Compared, one) for one in compared]
    _listed(done, root, "compare", rows)
    events.also_used(done, law)
    events.timed(done)
    documents.with_cited(done)
    return done, times.faults


def _listed(full: Node, root: Node, key: str, rows: list[Node]) -> None:
    """Put the list under ``key``, at the place where the author has that key, if anywhere."""
    place = root.get(key) or root
    full.entries[key] = made(place, rows)
    full.keys[key] = root.keys.get(key, (root.path, root.line, root.column))
