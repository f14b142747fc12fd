"""The press reads, validates and lints in a browser as it does at the build: nothing of it is compiled."""

import json
import shutil
import subprocess
import sys
import sysconfig
from datetime import UTC, datetime
from pathlib import Path

import pytest

from handbook.lint.run import lint
from handbook.runtime.bundle import PYODIDE

ROOT = Path(__file__).parents[2]
SCRIPT = ROOT / "tests" / "pyodide" / "reading.mjs"


@pytest.mark.slow
def test_the_policies_are_read_and_linted_inside_pyodide_as_outside(monkeypatch):
    """The five policies and the national layer: no error, and line for line the same findings."""
    monkeypatch.chdir(ROOT)
    today = datetime.now(tz=UTC).date()
    packages = sysconfig.get_path("purelib")
    done = subprocess.run(
        [shutil.which("node"), SCRIPT, ROOT, ROOT / PYODIDE, packages, str(today)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    inside = json.loads(done.stdout)
    outside = lint(Path("policies"), today=today)
    assert outside.lines() == inside["lines"]
    assert [] == [line for line in inside["lines"] if ": error: " in line]
    assert len(inside["lines"]) > 10
    assert [] == inside["compiled"]
    assert ["yaml"] == inside["packages"]


def test_reading_and_lint_import_no_package_but_yaml():
    """A new import of a compiled package is noticed without a browser."""
    asked = """
import json, sys
import handbook.lint.run
print(json.dumps(sorted({
    name.partition(".")[0] for name, module in sys.modules.items()
    if "site-packages" in str(getattr(module, "__file__", None) or "")
})))
"""
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True
    )
    assert {"yaml", "_yaml"} >= set(json.loads(done.stdout))
