"""Where protocols' words are narrower than the law's: on the pages of the outcomes, and linked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.fold import folded
from handbook.pages.frame import section, table
from handbook.pages.outcomes.condition_words import condition_html
from handbook.pages.statements import marked
from rapidreview.show import (
    NARROWER,
    NOTHING,
    Html,
    as_printed,
    el,
    joined,
    text,
    verify_tag,
)

if TYPE_CHECKING:
    from collections.abc import Collection

    from handbook.pages.page_sources import PageSources
    from rapidreview.model import Narrower, Protocol

LEAD = (
    "Some protocols print less than the law asks. The words are shown beside the duty. "
    "They never lower an answer: the law’s wider words hold."
)


def narrower_section(sources: PageSources, acts: Collection[str] | None = None) -> Html:
    """Return the narrower words of every protocol; with ``acts``, those beside one of them."""
    told = _told(sources, acts)
    return section(NARROWER, told, "narrower", LEAD) if told else NOTHING


def narrower_fold(sources: PageSources) -> Html:
    """Return the narrower words of every protocol as a line that opens."""
    told = _told(sources)
    return folded(NARROWER, told, "narrower", LEAD) if told else NOTHING


def _told(sources: PageSources, acts: Collection[str] | None = None) -> Html:
    rows = [
        _row(one, protocol, sources)
        for protocol in sources.library.protocols
        for one in protocol.partnership.narrower
        if acts is None or any(act in acts for act in one.duties)
    ]
    if not rows:
        return NOTHING
    heads = ("Partnership", "Beside", "What its protocol says", "What the law says")
    return table(heads, rows, "stack rules")


def narrower_anchor(one: Narrower, protocol: Protocol) -> str:
    """Return the id of the row about some narrower words."""
    return f"narrower-{protocol.id}-{one.id}"


def _row(one: Narrower, protocol: Protocol, sources: PageSources) -> tuple[Html, ...]:
    local, law = sources.of(protocol), sources.law
    beside = "; ".join(law.acts[act].name for act in one.duties)
    question = law.questions[one.question]
    when = condition_html(one.when, law.questions) if one.when else NOTHING
    refs = tuple(
        dict.fromkeys((*(ref for item in one.printed for ref in item.at), *one.source))
    )
    says = f"{as_printed(item.words for item in one.printed)} {one.says}"
    note = NOTHING
    if one.note:
        href = f"{sources.base}{protocol.folder}notes/#note-{one.note}"
        note = joined(" ", el("a", "The note on these words", href=href), ".")
    return (
        el("span", protocol.name, id=narrower_anchor(one, protocol)),
        joined(text(beside), el("br"), el("small", question.ask, css="mut"), when),
        marked(says, refs, local) + note,
        marked(one.law.says, one.law.source, local) + verify_tag(one.law.evidence),
    )
