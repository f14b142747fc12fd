"""The full form of a policy, as the press makes it of a short one, written out by a test.

Nobody writes it: the checks that run on it are tried on it directly, each in its own words.
"""

from __future__ import annotations

from pathlib import Path

from handbook.lint import findings
from handbook.lint.run import Report
from handbook.lint.trials import trials
from handbook.read.faults import Faults
from handbook.read.library import read_calendar
from handbook.read.loading import checked, load_national
from handbook.read.yaml_source import read_node
from rapidreview.model import Partnership

FULL = Path(__file__).parents[1] / "faults" / "full"


def read_full(path, law):
    """Return what comes of the full form at ``path``, checked against what ``law`` declares."""
    return checked(Partnership, read_node(path), law)


def policy_of(path, law):
    """Return the partnership at ``path`` in the full form; raise where anything is wrong."""
    read = read_full(path, law)
    if read.faults:
        raise Faults(read.faults)
    return read.policy


def lint_full(national, path, today):
    """Return the report on the full form at ``path``, beside the ``national`` folder."""
    law = load_national(national)
    read = read_full(path, law.declared)
    report = Report(files=[path], faults=list(read.faults))
    report.findings += findings(Partnership, read.root, read.declared, law.root, today)
    if not read.faults:
        well = [(read.policy, read.root)]
        report.findings += trials((law.policy, law.root), well, read_calendar(national))
    return report
