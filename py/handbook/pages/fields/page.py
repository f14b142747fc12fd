"""The page "Every field": what an author may write in a policy, part by part, from the code."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import yaml

from handbook.pages.fields.keys import all_parts, described, purpose
from handbook.pages.frame import Page, Plan, framed, section, table
from rapidreview.show import NOTHING, Html, el, every, joined, text

if TYPE_CHECKING:
    from handbook.pages.fields.keys import Described

PATH = "publish/fields.md"
LEAD = (
    "What you can write in the file of a partnership, part by part: each key, what it "
    "holds and what it means. A key in bold has to be there."
)
_CODE = re.compile(r"`([^`]+)`")


@dataclass(frozen=True)
class Example:
    """A piece of a policy that shows some parts, with what those parts are called."""

    shows: dict[str, str]
    yaml: str


@cache
def examples() -> tuple[Example, ...]:
    """Return the examples of the page; each can stand in a draft as it is."""
    told = files("handbook.pages.fields").joinpath("examples.yml").read_text("utf-8")
    return tuple(Example(one["shows"], one["yaml"]) for one in yaml.safe_load(told))


def fields_page() -> Page:
    """Return the page of every key of the short form."""
    titles = {name: title for one in examples() for name, title in one.shows.items()}
    parts = all_parts()
    contents = el("ul", every(el("li", _link(part, titles)) for part in parts))
    body = every(_part(part, titles) for part in parts)
    return framed(
        Plan(path=PATH, title="Every field", lead=LEAD),
        section("The parts", contents, "parts"),
        body,
    )


def _part(part: type, titles: dict[str, str]) -> Html:
    rows = [_row(one, titles) for one in described(part)]
    shown = next((one.yaml for one in examples() if part.__name__ in one.shows), "")
    code = el("pre", el("code", shown.rstrip())) if shown else NOTHING
    heads = ("Key", "What it holds", "What it means")
    inside = joined(el("p", _marked(purpose(part))), table(heads, rows), code)
    return section(titles[part.__name__], inside, _name(part))


def _row(one: Described, titles: dict[str, str]) -> tuple[Html, Html, Html]:
    key = el("code", one.name)
    links = every((_link(part, titles) for part in one.parts), ", ")
    also = joined(": ", links) if one.parts else NOTHING
    return (
        el("strong", key) if one.required else key,
        joined(_marked(one.holds), also),
        _marked(one.means),
    )


def _link(part: type, titles: dict[str, str]) -> Html:
    return el("a", titles[part.__name__], href=f"#{_name(part)}")


def _name(part: type) -> str:
    return part.__name__.removeprefix("Short").lower()


def _marked(words: str) -> Html:
    """Return ``words`` with what stands between backquotes as code."""
    pieces = _CODE.split(words)
    return every(
        el("code", one) if n % 2 else text(one) for n, one in enumerate(pieces)
    )
