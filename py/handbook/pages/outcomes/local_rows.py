"""What the protocols of partnerships add to the decision table: a row for each rule and flag."""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.pages.fold import folded
from handbook.pages.frame import table
from handbook.pages.outcomes.condition_words import condition_html
from handbook.pages.outcomes.local_rule import local_duties, local_reasons
from rapidreview.show import NOTHING, Html, el, joined, nowrap_last, tag, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from handbook.pages.page_sources import PageSources
    from rapidreview.model import Flag, LocalRule, Protocol


def local_fold(sources: PageSources) -> Html:
    """Return what protocols add as a line that opens; nothing where none adds anything."""
    cells = [
        row for one in sources.library.protocols for row in _local_rows(one, sources)
    ]
    if not cells:
        return NOTHING
    heads = ("Partnership", "If", "What its protocol adds", "What it does")
    return folded(
        "What partnerships’ own protocols add",
        table(heads, cells, "stack rules"),
        "local",
        "A local rule can raise an answer. It never lowers one.",
    )


def _local_rows(protocol: Protocol, sources: PageSources) -> Iterator[tuple[Html, ...]]:
    """Yield a row for each rule and each flag that a protocol adds."""
    for rule in protocol.partnership.local_rules:
        local = sources.of(protocol)
        yield (
            joined(protocol.name, " ", el("small", rule.id)),
            condition_html(rule.when, protocol.questions),
            joined(
                _added(rule, protocol, sources),
                _under("Who does what", local_duties(rule, protocol, local)),
                _under("Why", local_reasons(rule, local)),
            ),
            text(f"At least: {protocol.outcomes[rule.to].kicker}"),
        )
    for flag in protocol.partnership.local_flags:
        yield (
            text(protocol.name),
            condition_html(flag.when, protocol.questions),
            _added(flag, protocol, sources),
            joined(tag("local"), " Added to the answer"),
        )


def _under(title: str, told: Html) -> Html:
    return el("p", el("b", title)) + told if told else NOTHING


def _added(part: LocalRule | Flag, protocol: Protocol, sources: PageSources) -> Html:
    """Return the title and the words of what a protocol adds, with their mark."""
    says = nowrap_last(part.says, sources.of(protocol).mark(part.source))
    return joined(el("b", part.title), el("br"), says)
