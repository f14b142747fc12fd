"""The list of a document's sections, each with the places in the handbook that rest on it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from handbook.pages.fold import fold
from handbook.pages.frame import section
from handbook.pages.sources.usage import Use, section_uses
from rapidreview.say import NOT_READ
from rapidreview.show import NOTHING, Html, el, every, joined, silent, slug, text

if TYPE_CHECKING:
    from rapidreview.model import Document, Protocol
    from rapidreview.model import Section as Part
    from rapidreview.show import Sources


def coverage(protocol: Protocol, sources: Sources) -> Html:
    """Return the section with a line for each document, which opens to its sections in order."""
    uses = section_uses(protocol)
    lead = "Every section of the document, in its order, and where you find it in this handbook."
    told = every(
        fold(
            el("h3", document.title),
            _document(document, uses, sources, draft=protocol.is_draft),
            f"sections-{document.id}",
        )
        for document in protocol.documents.values()
    )
    return section("Section by section", told, "sections", lead) if told else NOTHING


def _document(
    document: Document,
    uses: dict[tuple[str, str], list[Use]],
    sources: Sources,
    *,
    draft: bool,
) -> Html:
    heads = ("Section", "Where it is used")
    top = el("tr", every(el("th", head, scope="col") for head in heads))
    rows = every(
        joined(
            el(
                "tr",
                el("th", _name(document, part), scope="row"),
                el(
                    "td",
                    _links(uses[document.id, part.at], sources, draft=draft),
                    data_label=heads[1],
                ),
                id=slug(f"{document.id} {part.at}"),
            ),
            "\n",
        )
        for part in document.sections
    )
    return el("table", el("thead", top), el("tbody", "\n", rows), css="stack cover")


def _name(document: Document, part: Part) -> Html:
    if part.title in ("", part.at):
        return text(part.at)
    numbered = document.scheme == "numbered" and part.at[:1].isdigit()
    number = "Section " if numbered else ""
    return joined(f"{number}{part.at} ", el("span", part.title, css="sub"))


def _links(found: list[Use], sources: Sources, *, draft: bool) -> Html:
    if not found and draft:
        return el("span", NOT_READ, css="mut")
    if not found:
        return silent("Nothing in the handbook rests on this section")
    groups: dict[str, list[Use]] = {}
    for name, items in groupby(found, key=lambda use: use.group):
        groups.setdefault(name, []).extend(items)
    return every(
        el(
            "p",
            el("span", f"{name}:", css="mut"),
            " ",
            every(
                (el("a", use.words, href=sources.base + use.address) for use in items),
                ", ",
            ),
        )
        for name, items in groups.items()
    )
