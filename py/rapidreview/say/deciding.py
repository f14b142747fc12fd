"""How a decision is taken, in words: the manner, the rule, who votes, who prepares it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from rapidreview.say.english import listed, number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from rapidreview.model import Actor, Protocol, Step

MANNERS: Final[Mapping[str, str]] = {
    "meeting": "at a meeting",
    "correspondence": "by correspondence",
    "online": "online",
}
RULES: Final[Mapping[str, str]] = {
    "unanimity": "All who vote must agree",
    "consensus": "They agree together",
    "majority": "A majority decides",
    "one-decides": "One person decides",
}


def how_decided(protocol: Protocol, step: Step) -> tuple[tuple[str, str], ...]:
    """Return how ``step`` is decided or held, as pairs of a name and its words.

    Empty where the protocol says nothing of it.
    """
    told: list[tuple[str, str]] = []
    if step.how:
        told.append(("How", listed((MANNERS[one] for one in step.how), "or")))
    deciding = step.decides
    if deciding is None:
        return tuple(told)

    def names(actors: Iterable[str]) -> str:
        return listed(protocol.in_short(one) for one in actors)

    body = protocol.actors[step.actor]
    least = f"{number(deciding.quorum)} take part" if deciding.quorum else ""
    needed = f"not without {names(deciding.needs)}" if deciding.needs else ""
    told += [
        ("Rule", RULES.get(deciding.rule, "")),
        ("If the votes do not decide", names(filter(None, [deciding.casting]))),
        ("Quorum", ", ".join(filter(None, (least, needed)))),
        ("Votes", _seats(body, "yes")),
        ("Attends without a vote", _seats(body, "no")),
        ("Recommends", names(deciding.recommends)),
        ("Signs off", names(deciding.signs_off)),
    ]
    return tuple((name, words) for name, words in told if words)


def _seats(body: Actor, votes: str) -> str:
    return listed(one.title for one in body.members if one.votes == votes)
