"""Every id that a policy may name, by kind, with its words: ``rapidreview ids``.

The kinds are those that the model's marks declare, and the closed words of its fields;
no list of them is kept by hand.
"""

from __future__ import annotations

import re
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import click

from handbook.cli.shared import policies_option, sentences
from handbook.exits import AskedWronglyError
from handbook.read.walk import every_kind, places
from rapidreview.model.constraints import CITES, Declares

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from handbook.read.nodes import Node

WORDS = ("label", "title", "name", "term", "ask", "what", "short", "says")
"""Where a part says in words what it is: the first of these keys that it has."""


@dataclass
class Named:
    """One id of one kind, its words, where it is declared, and what may be named below it."""

    kind: str
    id: str
    words: str = ""
    at: str = ""
    below: list[Named] = field(default_factory=list)


@click.command()
@click.argument("kind", required=False, default="")
@click.option(
    "--partnership",
    "-p",
    default="",
    help="List what this partnership declares: its id, or the path of its file.",
)
@policies_option
@click.option("--json", "as_json", is_flag=True, help="Write JSON, for programs.")
def ids(kind: str, partnership: str, policies: Path, *, as_json: bool) -> None:
    """List every id that a policy may name, with its words: all kinds, or one KIND.

    Without -p these are the ids of the national layer, and the closed words that
    a field may have. Exit code 2 where there is no such kind.
    """
    from handbook.read.as_json import as_json as written

    with sentences():
        found = list(_chosen(kind, _found(policies, partnership)))
    if as_json:
        click.echo(written([asdict(one) for one in found], indent=2))
        return
    for line in lines(found):
        click.echo(line)


def _found(policies: Path, partnership: str) -> list[Named]:
    from handbook.read.loading import load_national, load_partnership
    from rapidreview.model import National, Partnership

    law = load_national(policies / "national")
    if not partnership:
        named = list(declared(National, law.root))
        return [*named, *closed(Partnership, named)]
    path = Path(partnership)
    if path.suffix != ".yml":
        path = policies / "partnerships" / f"{partnership}.yml"
    if not path.is_file():
        raise AskedWronglyError([("partnership", f"There is no file {path}.")])
    return list(
        declared(Partnership, load_partnership(path, law.declared, law.policy).root)
    )


def _chosen(kind: str, found: Iterable[Named]) -> Iterator[Named]:
    from rapidreview.say import nearest, shortened

    every = list(found)
    kinds = list(dict.fromkeys(one.kind for one in every))
    wanted = kind.casefold().replace(" ", "-")
    wanted = wanted if wanted in kinds else wanted.removesuffix("s")
    if kind and wanted not in kinds:
        near = nearest(wanted, kinds)
        hint = f" Did you mean “{near}”?" if near else ""
        says = f"There is no kind “{shortened(kind)}”.{hint} The kinds are: {', '.join(kinds)}."
        raise AskedWronglyError([("", says)])
    yield from (one for one in every if not kind or one.kind == wanted)


def declared(model: type, root: Node) -> Iterator[Named]:
    """Yield what ``root`` declares, kind by kind, each with what may be named below it."""
    cited = _provisions(model, root)
    found: dict[str, list[Named]] = {}
    for place in places(model, root):
        mark, name = place.slot.mark(Declares), place.owner.text(place.key)
        if mark and name:
            one = _named(mark.kind, name, place.owner)
            one.below += [
                _named("answer", row.text("id"), row)
                for row in place.owner.listed("options")
            ]
            one.below += [
                _named("section", row.text("at"), row)
                for row in place.owner.listed("sections")
            ]
            one.below += [
                Named("provision", f"{name}#{at}") for at in cited.get(name, ())
            ]
            found.setdefault(one.kind, []).append(one)
    for some in found.values():
        yield from some


def _named(kind: str, name: str, node: Node) -> Named:
    words = next((node.text(key) for key in WORDS if node.text(key)), "")
    at = f"{node.path}:{node.line}"
    return Named(kind.replace(" ", "-"), name, " ".join(words.split()), at)


def _provisions(model: type, root: Node) -> dict[str, list[str]]:
    """Return the provisions that the sources in ``root`` cite, by document or instrument."""
    found: dict[str, list[str]] = {}
    for place in places(model, root):
        for node in place.nodes if CITES in place.slot.marks else ():
            document, mark, at = node.raw.partition("#")
            if mark and at not in found.setdefault(document, []):
                found[document].append(at)
    return {name: sorted(some) for name, some in found.items()}


def closed(model: type, named: Iterable[Named]) -> Iterator[Named]:
    """Yield the closed words that a field may have, such as the kinds of step and of topic.

    Words that several parts share under one key are told once, under that key; those that
    are the ids of a kind among ``named`` are told there already.
    """
    ids: dict[str, set[str]] = {}
    for one in named:
        ids.setdefault(one.kind, set()).add(one.id)
    sharing: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for part, key, words in every_kind(model):
        same = (key, tuple(filter(None, words)))
        sharing.setdefault(same, []).append(part.__name__)
    for (key, closed_words), parts in sharing.items():
        own = "" if len(parts) > 1 else re.sub(r"(?<=.)([A-Z])", r"-\1", parts[0]) + "-"
        kind = (own + key).casefold().replace("_", "-")
        if not any(set(closed_words) <= some for some in ids.values()):
            yield from (Named(kind, word) for word in closed_words)


def lines(found: Iterable[Named]) -> Iterator[str]:
    """Yield the lines of the list: a heading for each kind, then its ids with their words."""
    kind = ""
    for one in found:
        if one.kind != kind:
            if kind:
                yield ""
            kind = one.kind
            yield click.style(kind, bold=True) if sys.stdout.isatty() else kind
        yield _line(one, "  ")
        yield from (_line(inner, "      ") for inner in one.below)


def _line(one: Named, gap: str) -> str:
    from handbook.read.faults import visible

    return visible(f"{gap}{one.id:<28} {one.words}".rstrip())
