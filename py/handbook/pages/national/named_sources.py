"""National sources named in full: edition and provision in words, with a link to the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidreview.show import NOTHING, Html, el, every, joined, link, tag

if TYPE_CHECKING:
    from rapidreview.model import Instrument, NationalIndex, Ref


def named_sources(refs: tuple[Ref, ...], law: NationalIndex, base: str) -> Html:
    """Return national references in full, as links to the list of sources.

    They name the edition and say where it has been replaced, so that they serve on
    paper as well. References to a partnership's own documents are left out.
    """
    items = []
    for ref in dict.fromkeys(refs):
        name, _, provision = ref.rpartition("#")
        if name in law.instruments:
            source = named_source(law.instruments[name], provision, base)
            items.append(el("li", source))
    return el("ul", every(items), css="entry-rests", role="list") if items else NOTHING


def named_source(item: Instrument, provision: str, base: str) -> Html:
    """Return one instrument and provision as a link, with what its edition asks to know."""
    words = f"{item.short}, {spelt(provision)}" if provision else item.short
    told = link(words, f"{base}national/sources/#{item.id}")
    if item.superseded_by:
        told += Html(" (since replaced)")
    if item.evidence == "to-verify":
        told = joined(told, " ", tag("to be verified"))
    return told


def spelt(provision: str) -> str:
    """Return a provision as words: "section 16C(1)" for "s16C(1)"."""
    if provision.startswith("s") and provision[1:2].isdigit():
        return f"section {provision[1:]}"
    return provision
