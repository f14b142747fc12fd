"""Runs the reading and the linter over files, and gathers what they say."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from handbook.exits import AskedWronglyError
from handbook.lint import Finding, findings
from handbook.lint.trials import idle_regions, trials
from handbook.read.as_json import as_json
from handbook.read.faults import Fault, Faults
from handbook.read.library import read_calendar
from handbook.read.loading import (
    Read,
    load_national,
    load_partnership,
)
from handbook.read.policy_files import policy_files, stand_in_files, unread
from handbook.read.short.companions import is_companion, policy_of
from handbook.read.short.region.files import extending, is_region, told_once
from rapidreview.model import National, Partnership

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from handbook.read.nodes import Node


@dataclass
class Report:
    """What is wrong with some files (faults), and what to think about (findings)."""

    files: list[Path] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Return whether anything found is an error."""
        return bool(self.faults) or any(f.severity == "error" for f in self.findings)

    def lines(self, *, every: bool = False) -> list[str]:
        """Return one line for each fault and finding, or OK for a file with none.

        With ``every``, a mistake that shows in many places is followed by each of them.
        """
        told: list[Fault | Finding] = sorted(
            [*set(self.faults), *self.findings],
            key=lambda one: (one.path, one.line, one.column),
        )
        paths = {Path(one.path) for one in told}
        clean = [
            path
            for path in self.files
            if not any(p == path or path in p.parents for p in paths)
        ]
        return [
            line
            for one in told
            for line in (
                str(one),
                *(map(str, one.places) if every and isinstance(one, Fault) else ()),
            )
        ] + [f"{path}: OK" for path in clean]

    def summary(self) -> str:
        """Return the counts in one line."""
        counts = {"error": len(set(self.faults)), "warning": 0, "note": 0}
        for finding in self.findings:
            counts[finding.severity] += 1
        words = ", ".join(
            f"{count} {kind}{'' if count == 1 else 's'}"
            for kind, count in counts.items()
        )
        files = len(self.files)
        return f"{files} {'policy' if files == 1 else 'policies'} checked: {words}."

    def as_json(self) -> str:
        """Return everything as JSON, for other programs."""
        rows = [
            {
                **fault.__dict__,
                "severity": "error",
                "check": "fault",
                "places": [[one.line, one.column, one.message] for one in fault.places],
            }
            for fault in sorted(set(self.faults))
        ]
        rows += [finding.__dict__ for finding in self.findings]
        return as_json(rows, indent=2)


def lint(
    policies: Path, files: Iterable[Path] = (), today: date | None = None
) -> Report:
    """Return the report on ``files``, or on everything under the ``policies`` folder.

    Raises :class:`AskedWronglyError` where there is nothing to check.
    """
    report = Report()
    chosen = [path for one in files for path in _spread(one)]
    folder = policies / "national"
    regions = [one for one in chosen if is_region(one)]
    regions = regions if chosen else policy_files(policies / "regions")
    national = [path for path in chosen if _is_national(path)]
    partnerships = list(
        dict.fromkeys(
            path
            for one in chosen or [policies / "partnerships", *stand_in_files(policies)]
            if one not in national
            for path in _policies_in(one, named=bool(chosen))
        )
    )
    if national:
        folder = national[0] if national[0].is_dir() else national[0].parent
    _something(chosen or [policies], partnerships, folder, named=bool(chosen))
    standing = [policies / "partnerships", policies / "regions"]
    for place in (folder, *(chosen or filter(Path.exists, standing))):
        report.faults += unread(place)
    law = _national(report, folder, told=bool(national) or not chosen, today=today)
    read_well: list[tuple[Partnership, Node]] = []
    for path in partnerships:
        report.files.append(path)
        try:
            read = load_partnership(
                path, law.declared if law else None, law.policy if law else None
            )
        except Faults as error:
            report.faults += error.faults
        else:
            report.faults += read.faults
            report.findings += _found(read, law, today)
            if read.policy and not read.faults:
                read_well.append((read.policy, read.root))
    if law and law.policy and not law.faults:
        try:
            calendar = read_calendar(folder)
        except Faults as error:
            report.faults += error.faults
        else:
            report.findings += trials((law.policy, law.root), read_well, calendar)
    report.faults = told_once(report.faults)
    report.findings = told_once([*report.findings, *idle_regions(regions)])
    return report


def _found(
    read: Read[Partnership], law: Read[National] | None, today: date | None
) -> tuple[Finding, ...]:
    """Return what the checks find in a partnership; nothing in one that was not expanded.

    What an author wrote has other keys than the checks know: all they find is of no use.
    """
    if not read.expanded:
        return ()
    root = law.root if law else None
    return findings(Partnership, read.root, read.declared, root, today)


def _spread(place: Path) -> list[Path]:
    """Return the regions of a folder of regions, the policy of a companion, or the place itself."""
    if is_companion(place) and policy_of(place).exists():
        return [policy_of(place)]
    regions = place.is_dir() and place.resolve().name == "regions"
    return policy_files(place) or [place] if regions else [place]


def _policies_in(place: Path, *, named: bool) -> list[Path]:
    """Return the partnerships that are meant by a place: a folder, a file or a region."""
    if is_region(place):
        return extending(place)
    if is_companion(place):  # of a policy that is not there, which is told
        return []
    return policy_files(place) if place.is_dir() or not named else [place]


def _something(
    asked: list[Path], partnerships: list[Path], folder: Path, *, named: bool
) -> None:
    """Raise :class:`AskedWronglyError` for each place in ``asked`` that has no policy."""
    if named:
        empty = [path for path in asked if path.is_dir() and not policy_files(path)]
    else:
        empty = [] if partnerships or policy_files(folder) else asked
    wanted = "There must be .yml files in it"
    if not named:
        wanted = "The folder needs national/*.yml and partnerships/*.yml"
    if empty:
        raise AskedWronglyError(
            ("", f"Nothing was checked: there is no policy in {path}. {wanted}.")
            for path in empty
        )


def _is_national(path: Path) -> bool:
    if path.is_dir():
        return path.resolve().name != "partnerships"
    return path.resolve().parent.name == "national"


def _national(
    report: Report, folder: Path, *, told: bool, today: date | None
) -> Read[National] | None:
    if not policy_files(folder):
        report.remarks.append(
            f"There is no national layer in {folder}, so references to it were not checked."
        )
        return None
    if told:
        report.files.append(folder)
    try:
        law = load_national(folder)
    except Faults as error:
        report.faults += error.faults
        report.remarks.append(
            "The national layer cannot be read, so references to it were not checked."
        )
        return None
    if told:
        report.faults += law.faults
        report.findings += findings(National, law.root, law.declared, law.root, today)
    elif law.faults:
        report.remarks.append(
            f"The national layer has faults of its own: see `rapidreview lint {folder}`."
        )
    return law
