"""Sets up the benchmark's peer that is a theme: a small site built with pyodide-mkdocs-theme.

The theme is fetched when the benchmark runs and is no part of the handbook. It loads
Python and its libraries from elsewhere; here they come from the same server as all else.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from bench.others import FETCH, PYTHON, add_micropip, from_npm

if TYPE_CHECKING:
    from pathlib import Path

THEME = "pyodide-mkdocs-theme==5.7.0"
SETTINGS = """
site_name: Benchmark
site_url: http://127.0.0.1:8000/
theme: {name: pyodide-mkdocs-theme, language: en}
plugins: [search, {pyodide_macros: {on_error_fail: true, project: {id_feedback: silent}}}]
"""
PAGE = '# Benchmark\n\n{{ run("main") }}\n'
AT_START = "# --- PYODIDE:env --- #\n"
IMPORT = "from rapidreview.browser import answer"
HIDDEN = (
    "import importlib\nanswer = importlib.import_module('rapidreview.browser').answer"
)
"""The theme would look for what is imported by name in a registry."""
LIBRARY = re.compile(r"https://cdn\.jsdelivr\.net/npm/([\w.-]+@[\w.]+)(/[\w./-]+)?")
RUNTIME = re.compile(r"https://cdn\.jsdelivr\.net/pyodide/[^/]+/full/")
HASH = re.compile(r'integrity: "sha256-[^"]+",')
"""The theme's own Python is older; like the other peers it gets the version that the handbook has."""
LATER = {
    "mathjax": (
        "es5/output/svg.js",
        "es5/output/svg/fonts/tex.js",
        "es5/input/tex/extensions/cancel.js",
        "es5/input/tex/extensions/color.js",
        "es5/input/tex/extensions/enclose.js",
    )
}
"""What a library fetches by itself."""


def pyodide_theme(stock: Path, scratch: Path, question: str) -> bool:
    """Build a site with the theme into ``stock``, around the runtime there; return whether that worked."""
    source = scratch / "theme"
    docs = source / "docs"
    docs.mkdir(parents=True)
    (source / "mkdocs.yml").write_text(SETTINGS, "utf-8")
    for name in ("index", "again"):
        (docs / f"{name}.md").write_text(PAGE, "utf-8")
    fetch = FETCH.replace("./engine.zip", "/engine.zip")
    asks = PYTHON.format(question=question).replace(IMPORT, HIDDEN)
    (docs / "main.py").write_text(AT_START + fetch + asks, "utf-8")
    python = source / "environment" / "bin" / "python"
    steps = (
        (sys.executable, "-m", "venv", str(source / "environment")),
        (str(python), "-m", "pip", "install", "--quiet", THEME),
        (str(python), "-m", "mkdocs", "build", "--quiet"),
    )
    for step in steps:
        done = subprocess.run(step, cwd=source, capture_output=True, check=False)  # noqa: S603 - fixed commands
        if done.returncode != 0:
            return False
    shutil.copytree(source / "site", stock, dirs_exist_ok=True)
    shutil.copy(stock / "engine.whl", stock / "engine.zip")
    return add_micropip(stock, scratch) and _from_here(stock, scratch / "libraries")


def _from_here(site: Path, fetched: Path) -> bool:
    """Have the pages of ``site`` load their libraries and Python from itself; return whether all are there."""
    for path in [*site.rglob("*.html"), *site.rglob("*.js")]:
        text = path.read_text("utf-8")
        for package, file in set(LIBRARY.findall(text)):
            target = _library(package, file.removeprefix("/"), site, fetched)
            if target is None:
                return False
            text = text.replace(
                f"https://cdn.jsdelivr.net/npm/{package}{file}", f"/{target}"
            )
        if RUNTIME.search(text):
            text = HASH.sub("", RUNTIME.sub("/", text))
        path.write_text(text, "utf-8")
    return True


def _library(package: str, file: str, site: Path, fetched: Path) -> str | None:
    """Put a file of an npm package into ``site``; return its place there, or None.

    Where the registry has not got that very version, one with other corrections does.
    """
    home = fetched / package.replace("@", "-") / "package"
    near = re.sub(r"@(\d+\.\d+)\.\d+$", r"@~\1.0", package)
    tries = () if home.exists() else (package, near)
    if tries and not any(from_npm(one, home.parent) for one in tries):
        return None
    known = json.loads((home / "package.json").read_text("utf-8"))
    file = file or known.get("jsdelivr") or known["main"]
    name = package.partition("@")[0]
    for needed in (file, *LATER.get(name, ())):
        target = site / "libraries" / name / needed
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(home / needed, target)
    return f"libraries/{name}/{file}"
