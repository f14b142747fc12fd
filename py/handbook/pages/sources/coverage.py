"""The list of a document's sections, each with the places in the handbook that rest on it."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from handbook.pages.frame import section
from handbook.pages.sources.usage import Use, section_uses
from rapidreview.show import esc, silent, slug

if TYPE_CHECKING:
    from rapidreview.model import Document, Partnership
    from rapidreview.model import Section as Part
    from rapidreview.show import Sources


def coverage(partnership: Partnership, sources: Sources) -> str:
    """Return one section of the page for each document: its own sections, in order."""
    uses = section_uses(partnership)
    several = len(partnership.documents) > 1
    return "".join(
        section(
            f"Section by section: {document.title}"
            if several
            else "Section by section",
            _document(document, uses, partnership, sources),
            f"sections-{document.id}",
            "Every section of the document, in its order, and where you find it in this handbook.",
        )
        for document in partnership.documents
    )


def _document(
    document: Document,
    uses: dict[tuple[str, str], list[Use]],
    partnership: Partnership,
    sources: Sources,
) -> str:
    rows = "".join(
        f'<tr id="{slug(f"{document.id} {part.at}")}"><th scope="row">{_name(document, part)}</th>'
        f'<td data-label="Where it is used">{_links(uses[document.id, part.at], partnership, sources)}</td></tr>\n'
        for part in document.sections
    )
    return (
        '<table class="stack cover"><thead><tr><th scope="col">Section</th>'
        f'<th scope="col">Where it is used</th></tr></thead><tbody>\n{rows}</tbody></table>'
    )


def _name(document: Document, part: Part) -> str:
    if part.title in ("", part.at):
        return esc(part.at)
    number = (
        "Section " if document.scheme == "numbered" and part.at[:1].isdigit() else ""
    )
    return f'{number}{esc(part.at)} <span class="sub">{esc(part.title)}</span>'


def _links(found: list[Use], partnership: Partnership, sources: Sources) -> str:
    if not found:
        return silent("Nothing in the handbook rests on this section")
    groups: dict[str, list[Use]] = {}
    for name, items in groupby(found, key=lambda use: use.group):
        groups.setdefault(name, []).extend(items)
    return "".join(
        f'<p><span class="mut">{esc(name)}:</span> '
        + ", ".join(
            f'<a href="{use.href(sources.base, partnership)}">{esc(use.words)}</a>'
            for use in items
        )
        + "</p>"
        for name, items in groups.items()
    )
