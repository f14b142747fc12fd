"""Regions: text that several partnerships share, read into each of them.

A partnership's file names the regions it ``extends``; each is a file in
``policies/regions/`` of the same shape, which may leave anything out. Parts with one id
are one part: the nearer file overrides it key by key, and ``leave_out: true`` takes it
out. Every piece keeps its place, and every source its document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handbook.read.faults import Faults, allowed_names, quoted
from handbook.read.short.first import FIRST, not_upgraded
from handbook.read.short.region.files import EXTENDS
from handbook.read.short.region.merge import Merging
from handbook.read.short.region.sources import (
    cite_by_document,
    each_step_cites,
    own_documents,
)
from handbook.read.yaml_source import read_node

if TYPE_CHECKING:
    from pathlib import Path

    from handbook.read.faults import Fault
    from handbook.read.nodes import Node


def with_regions(root: Node, folder: Path) -> tuple[Node, list[Fault]]:
    """Return the policy ``root`` with the text of the regions it extends, and the faults.

    The regions are files in ``folder``. A region named earlier is overridden by one
    named later, and all of them by the policy. Where a region is missing, goes round in
    a circle or cannot be read, or two documents have one id, the policy comes back as it
    was, with the fault alone: all else would follow from it.
    """
    reading = _Regions(folder, root.text("format"))
    reading.no_region_of_its_own(root)
    if EXTENDS not in root.entries:
        return root, reading.faults
    each_step_cites(root)
    bases = reading.regions(root, ())
    if reading.faults:
        return root, reading.faults
    whole = root
    for base in reversed(bases):
        whole = reading.merging.over(base, whole)
    return (root if reading.merging.broken else whole), reading.faults


@dataclass
class _Regions:
    """Reads regions from a folder, and keeps what is wrong."""

    folder: Path
    format: str
    merging: Merging = field(default_factory=Merging)

    @property
    def faults(self) -> list[Fault]:
        """What is wrong so far."""
        return self.merging.faults

    def regions(self, root: Node, above: tuple[str, ...]) -> list[Node]:
        """Return the trees of the regions that ``root`` extends, each whole."""
        node = root.entries[EXTENDS]
        if node.kind != "list" or any(not isinstance(n.value, str) for n in node.items):
            says = f"`extends` is a list of regions; found {node.found()}; write [north-east]"
            self.faults.append(node.fault(says))
            return []
        found = []
        for item in node.items:
            region = self._region(item, above)
            if region is not None:
                found.append(region)
        return found

    def no_region_of_its_own(self, root: Node) -> None:
        """Keep a fault for each document that says by hand whose region's text it is."""
        for document in own_documents(root):
            if "region" in document.entries:
                says = (
                    "only `extends` makes the text of a document regional; found `region` "
                    f"in {quoted(document.text('id'))}; delete it"
                )
                self.faults.append(document.key_fault("region", says))

    def _region(self, item: Node, above: tuple[str, ...]) -> Node | None:
        name = item.raw
        known = sorted(path.stem for path in self.folder.glob("*.yml"))
        if name in above:
            round_ = " → ".join((*above[above.index(name) :], name))
            self.faults.append(
                item.fault(f"regions go round in a circle; found {round_}")
            )
            return None
        if name not in known:
            says = f"there is no such region in {self.folder}; found {quoted(name)}"
            self.faults.append(item.fault(f"{says}; {allowed_names(name, known)}"))
            return None
        try:
            region = read_node(self.folder / f"{name}.yml")
        except Faults as found:
            self.faults.extend(found.faults)
            return None
        self._its_own(region, name)
        cite_by_document(region, region.text("name") or name)
        bases = (
            self.regions(region, (*above, name)) if EXTENDS in region.entries else []
        )
        for base in reversed(bases):
            region = self.merging.over(base, region)
        return region

    def _its_own(self, region: Node, name: str) -> None:
        """Keep what is wrong with what a region says of itself."""
        self.no_region_of_its_own(region)
        if region.text("id") != name:
            says = (
                "the id differs from the name of the file; found "
                f"{quoted(region.text('id'))} in {name}.yml; make them the same"
            )
            self.faults.append(region.key_fault("id", says))
        if region.text("format") == FIRST:
            self.faults.append(not_upgraded(region))
        elif region.text("format") != self.format:
            says = (
                "a region is written in the format of the policies that extend it; "
                f"found {quoted(region.text('format'))}; here it is {self.format}"
            )
            self.faults.append(region.key_fault("format", says))
