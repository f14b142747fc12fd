"""Why an answer is what it is: the rule, what was answered and what the rule says to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.say import listed
from rapidreview.show.html import NOTHING, Html, el, every, joined
from rapidreview.show.marks import (
    STANDINGS,
    nowrap_last,
    standing_tag,
    tag,
)
from rapidreview.show.parts import capital, fold, head, pair, pairs

if TYPE_CHECKING:
    from rapidreview.check import Because, Decision, Nationally
    from rapidreview.check.decision import LocalHere
    from rapidreview.show.sources import Sources


def why_html(decision: Decision, sources: Sources) -> Html:
    """Return the rule with its reasons, the local rules, and what the national ones alone would say."""
    reasons = _reasons("What the rule says", decision.because, sources)
    local = [
        _local(item, sources)
        for item in decision.local_rules
        if item.title != decision.rule_title
    ]
    words = f"{decision.rule_title}. {decision.rule_says} "
    return fold(
        "Why",
        el(
            "p",
            # Where the heading of the answer is the rule's own, it is not said again.
            NOTHING if decision.routes_on else words,
            _rules(decision, sources.base),
            css="measure",
        ),
        reasons,
        pairs(local) if local else NOTHING,
        _changes(decision, sources),
        _nationally(decision.nationally, sources),
        part="why",
    )


def _changes(decision: Decision, sources: Sources) -> Html:
    """Return which document governs the case, and the local rules that come into force later."""
    rows = [
        pair(one.title, one.says, " ", tag("local")) for one in decision.governed_by
    ]
    rows += [
        pair(
            one.title,
            nowrap_last(one.says, sources.mark(one.source)),
            f" {one.starts} ",
            tag("local"),
        )
        for one in decision.coming
    ]
    return pairs(rows) if rows else NOTHING


def _local(rule: LocalHere, sources: Sources) -> Html:
    says = nowrap_last(rule.says, sources.mark(rule.source))
    raises = " It raises the answer." if rule.raises else ""
    return pair(rule.title, says, " ", tag("local"), raises)


def _rules(decision: Decision, base: str) -> Html:
    """Return which rule gives the answer: the local one where it raises the national one's."""
    raised = [one.id for one in decision.local_rules if one.raises]
    if decision.rule in raised:
        href = f"{base}outcomes/{decision.outcome}/#{decision.rule.lower()}"
        own = el("a", decision.rule, href=href)
        return el("span", tag("local"), " Rule ", own, ".", css="small mut")
    href = f"{base}outcomes/#{decision.rule.lower()}"
    national = el("a", decision.rule, href=href)
    if not raised:
        return el("span", "Rule ", national, ".", css="small mut")
    words = f" Rule {listed(raised)} raises the answer of national rule "
    return el("span", tag("local"), words, national, ".", css="small mut")


def _nationally(here: Nationally | None, sources: Sources) -> Html:
    """Return what the national rules alone would answer, and why, where a local rule raised it."""
    if here is None:
        return NOTHING
    return joined(
        el("h3", f"What the national rules alone would answer: {here.kicker}"),
        el(
            "p",
            f"{here.rule_title}. {here.rule_says} The protocol’s own rule asks for more, "
            "and its answer counts here.",
            css="measure",
        ),
        _reasons("What the national rule says", here.because, sources),
    )


def _reasons(title: str, because: tuple[Because, ...], sources: Sources) -> Html:
    """Return what was answered, and what the rule says to it."""
    rows = every(_because(item, sources) for item in because)
    return el(
        "table", head("You answered", title), el("tbody", rows), css="stack ans-because"
    )


def _because(item: Because, sources: Sources) -> Html:
    standing = (
        standing_tag(item.standing) if item.standing in STANDINGS else tag("handbook")
    )
    says = joined(
        nowrap_last(item.says, sources.mark(item.source)),
        " ",
        standing,
    )
    return el(
        "tr",
        el("td", capital(item.said), data_label="You answered"),
        el("td", says, data_label="What the rule says"),
    )
