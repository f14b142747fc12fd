"""Builds the engine, with the policies it answers from, as an ordinary wheel.

The same wheel would install with pip. It is pure Python, so any builder makes it
with no compiler and no download; equal input gives equal bytes.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path
from tempfile import TemporaryDirectory

from handbook.read.faults import Faults, fault

NAME = "rapidreview"
EPOCH = "315532800"
"""The first second that a zip can hold, 1 January 1980: the time of every member."""
PROJECT = """\
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[project]
name = "{name}"
version = "{version}"
description = "What safeguarding partnerships' protocols mean: the checker and the calculator"
license = "MIT"
requires-python = ">=3.12"

[tool.hatch.build.targets.wheel]
packages = ["{name}"]
"""


def wheel_sources(root: Path, data: str) -> dict[str, bytes]:
    """Return the files that the wheel is built from, by path; ``data`` is the policies as JSON."""
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    sources = {
        path.relative_to(root / "py").as_posix(): path.read_bytes()
        for path in sorted((root / "py" / NAME).rglob("*.py"))
    }
    sources[f"{NAME}/data.json"] = data.encode()
    text = PROJECT.format(name=NAME, version=project["version"])
    sources["pyproject.toml"] = text.encode()
    return sources


def build_wheel(sources: dict[str, bytes], out: Path) -> Path:
    """Build the wheel of ``sources`` into ``out`` and return its path; raises :class:`Faults`."""
    with TemporaryDirectory() as scratch:
        for name, content in sources.items():
            path = Path(scratch) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        done = subprocess.run(  # noqa: S603 - the package builder, no input of a user
            [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)],
            cwd=scratch,
            env=os.environ | {"SOURCE_DATE_EPOCH": EPOCH},
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode != 0:
        reason = (done.stderr or done.stdout).strip()[-400:]
        raise Faults([fault(out, f"the engine's wheel could not be built: {reason}")])
    return next(out.glob("*.whl"))
