"""Where a statement comes from, in words: the mark on the page and the slip it opens.

A reference is ``[document#]section``. It names a section of one of the policy's own
documents or a provision of a national instrument.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidreview.say import written_date
from rapidreview.show.html import NOTHING, Html, el, every, joined
from rapidreview.show.marks import link, slug

if TYPE_CHECKING:
    from rapidreview.model import Document, Instrument, National, Partnership

KINDS = {
    "law": "Law",
    "guidance": "Statutory guidance",
    "panel": "Panel guidance",
    "page": "Official page",
}
"""Each kind of instrument in words, as a source is marked."""
STATUSES = {
    "stated": "",
    "derived": "Worked out from what it says there, not said outright",
    "national": "National: the protocol is silent",
}


@dataclass(frozen=True)
class Place:
    """One place that was read: its mark ("§ 2.6"), its name in words, and what stands behind it."""

    mark: str
    name: str
    standing: str
    edition: str
    read: str
    href: str
    governs: str = ""
    """Which cases the document governs, where it says so."""


class Sources:
    """Finds the places that references name, and keeps the slips of one page.

    ``base`` leads from the page to the site's root ("../../"); ``key`` keeps the
    ids of two sets of slips on one page apart.
    """

    def __init__(
        self,
        national: National,
        partnership: Partnership | None,
        base: str = "",
        key: str = "src",
    ) -> None:
        self.national = national
        self.partnership = partnership
        self.base = base
        self.key = key
        self._instruments = {item.id: item for item in national.instruments}
        self._slips: dict[tuple[tuple[str, ...], str, str], str] = {}

    def place(self, ref: str) -> Place:
        """Return the place that ``ref`` names; raises KeyError for one that nothing declares."""
        document_id, _, section = ref.rpartition("#")
        if document_id in self._instruments:
            return self._national_place(self._instruments[document_id], section)
        if self.partnership is None:
            raise KeyError(ref)
        for document in self.partnership.documents:
            if document.id == document_id or (
                not document_id and document is self.partnership.documents[0]
            ):
                return self._local_place(self.partnership, document, section)
        raise KeyError(ref)

    def mark(
        self, refs: tuple[str, ...], status: str = "stated", reason: str = ""
    ) -> Html:
        """Return the source mark for ``refs``: a button that opens a slip, with no script.

        The slip says how the statement stands to its source, and why it was worked out.
        """
        if not refs:
            return NOTHING
        slip = self._slips.setdefault(
            (refs, status, reason), f"{self.key}-{len(self._slips) + 1}"
        )
        marks = [place.mark for place in map(self.place, refs) if place.mark]
        return el(
            "button",
            el("span", "Source ", css="vh"),
            f"§ {', '.join(marks)}" if marks else "§",
            css="src",
            type="button",
            data_search_exclude=True,
            popovertarget=slip,
        )

    def slips(self) -> Html:
        """Return every slip that the marks given so far open."""
        return every(
            self._slip(refs, STATUSES[status or "stated"], reason, name)
            for (refs, status, reason), name in self._slips.items()
        )

    def words(self, refs: tuple[str, ...]) -> str:
        """Return ``refs`` as plain words, for files and printed sheets."""
        return "; ".join(self.place(ref).name for ref in refs)

    def _slip(self, refs: tuple[str, ...], note: str, reason: str, name: str) -> Html:
        places = [self.place(ref) for ref in refs]
        rows = [_row("From", link(item.name, item.href)) for item in places]
        for title, values in (
            ("Standing", [item.standing for item in places]),
            ("Edition", [item.edition for item in places]),
            ("Governs", [item.governs for item in places]),
            ("Note", [note]),
            ("Why", [reason]),
            ("Read", [item.read for item in places]),
        ):
            known = list(dict.fromkeys(value for value in values if value))
            if known:
                rows.append(_row(title, "; ".join(known)))
        return el(
            "div",
            el("dl", *rows),
            css="note",
            data_search_exclude=True,
            popover=True,
            id=name,
        )

    def _local_place(
        self, partnership: Partnership, document: Document, section: str
    ) -> Place:
        titles = {item.at: item.title for item in document.sections}
        if section not in titles:
            raise KeyError(section)
        number = document.scheme == "numbered" and section[:1].isdigit()
        name = f"{document.title}, {'section ' if number else ''}{section}"
        editions = [
            self._instruments[item]
            for item in document.rests_on or partnership.rests_on
            if item in self._instruments
        ]
        replaced = [item for item in editions if item.superseded_by]
        edition = ", ".join(item.short for item in editions)
        return Place(
            mark=" ".join(
                part
                for part in (
                    "regional" if document.region else "",
                    section if number else "",
                )
                if part
            ),
            name=name,
            standing=f"Regional text ({document.region}), part of the protocol of {partnership.name}"
            if document.region
            else f"Local protocol ({partnership.name})",
            edition=f"Written to {edition}{', since replaced' if replaced else ''}"
            if edition
            else "",
            read=written_date(document.retrieved_on),
            governs=document.governs,
            href=f"{self.base}partnerships/{partnership.id}/source/#{slug(document.id + ' ' + section)}",
        )

    def _national_place(self, instrument: Instrument, section: str) -> Place:
        return Place(
            mark="",
            name=f"{instrument.title}, {section}" if section else instrument.title,
            standing=KINDS[instrument.kind],
            edition=instrument.edition
            + (", since replaced" if instrument.superseded_by else ""),
            read=written_date(instrument.checked_on),
            href=f"{self.base}national/sources/#{slug(instrument.id)}",
        )


def _row(title: str, words: str) -> Html:
    return joined(el("dt", title), el("dd", words))
