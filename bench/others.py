"""Fetches and sets up the benchmark's peers that come from elsewhere, each from its own registry.

Each gets the same engine and the same question. What cannot be fetched is left out.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import zipfile
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PYSCRIPT = "@pyscript/core@0.7.31"
NEWER = "pyodide@314.0.7"
ACE = "ace-builds@1.45.2"
HIGHLIGHT = "@highlightjs/cdn-assets@11.12.0"
MARKDOWN_EXEC = "markdown-exec==1.12.6"
PYTHON = """
import sys
sys.path.insert(0, "/engine")
from rapidreview.browser import answer
answer("check", {question!r})
from js import document, performance
document.documentElement.dataset.answered = str(performance.now())
"""
PYSCRIPT_PAGE = (
    "<script type=module src='./pyscript/core.js'></script>"
    "<script type=py src='./main.py' config='./pyscript.json'></script>"
)
FETCH = """
from pyodide.http import pyfetch
got = await pyfetch("./engine.zip")
await got.unpack_archive(extract_dir="/engine", format="zip")
"""
FENCE = """<body data-md-color-scheme="default"><script src="./ace/ace.js"></script><script src="./hljs/highlight.min.js"></script>
<script src="./pyodide.js"></script><script src="./markdown-exec.js"></script>
<link title="light" rel="alternate stylesheet" href="./none.css" disabled="disabled">
<link title="dark" rel="alternate stylesheet" href="./none.css" disabled="disabled">
<div><div><span id="e-run">Run</span></div><div><pre id="e-editor">{code}</pre></div>
<div><span id="e-clear">Clear</span></div><pre><code id="e-output"></code></pre></div>
<script>setupPyodide("e-", [], "tomorrow", "tomorrow_night", "s", 5, 30);
const wait = setInterval(() => {{ const run = document.getElementById("e-run");
if (run.onclick) {{ clearInterval(wait); run.click(); }} }}, 5);</script>"""


def from_npm(package: str, folder: Path) -> Path | None:
    """Fetch ``package`` into ``folder``; return where its files are, or None."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            ["npm", "pack", "--silent", package],  # noqa: S607 - npm of the set-up
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return None
    archive = folder / done.stdout.strip().splitlines()[-1]
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    archive.unlink()
    return folder / "package"


def from_pypi(package: str, folder: Path) -> Path | None:
    """Fetch the wheel of ``package`` into ``folder``; return its path, or None."""
    command = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps")
    folder.mkdir(parents=True, exist_ok=True)
    done = subprocess.run(  # noqa: S603 - a fixed command
        [*command, "--dest", str(folder), package], capture_output=True, check=False
    )
    return next(folder.glob("*.whl"), None) if done.returncode == 0 else None


def pyscript(stock: Path, scratch: Path, question: str) -> str | None:
    """Set PyScript up beside the runtime in ``stock``; return its page's markup, or None."""
    got = from_npm(PYSCRIPT, scratch / "pyscript")
    if got is None:
        return None
    shutil.copytree(got / "dist", stock / "pyscript")
    shutil.copy(stock / "engine.whl", stock / "engine.zip")
    config = {"interpreter": "./pyodide.mjs", "files": {"./engine.zip": "/engine/*"}}
    (stock / "pyscript.json").write_text(json.dumps(config), "utf-8")
    (stock / "main.py").write_text(PYTHON.format(question=question), "utf-8")
    return PYSCRIPT_PAGE


def markdown_exec(stock: Path, scratch: Path, question: str) -> str | None:
    """Set markdown-exec's Pyodide fence up in ``stock``; return its page's markup, or None."""
    wheel = from_pypi(MARKDOWN_EXEC, scratch / "markdown-exec")
    ace = from_npm(ACE, scratch / "ace")
    highlight = from_npm(HIGHLIGHT, scratch / "hljs")
    if wheel is None or ace is None or highlight is None:
        return None
    with zipfile.ZipFile(wheel) as packed:
        script = packed.read("markdown_exec/assets/pyodide.js")
    (stock / "markdown-exec.js").write_bytes(script)
    for folder in ("ace", "hljs"):
        (stock / folder).mkdir()
    for name in ("ace.js", "mode-python.js", "theme-tomorrow.js"):
        shutil.copy(ace / "src-min-noconflict" / name, stock / "ace")
    shutil.copy(highlight / "highlight.min.js", stock / "hljs")
    (stock / "none.css").write_text("", "utf-8")
    shutil.copy(stock / "engine.whl", stock / "engine.zip")
    if not add_micropip(stock, scratch):
        return None
    return FENCE.format(code=escape(FETCH + PYTHON.format(question=question)))


def add_micropip(stock: Path, scratch: Path) -> bool:
    """Put micropip, which the fence always loads, beside the runtime; return whether that worked."""
    listing = stock / "pyodide-lock.json"
    lock = json.loads(listing.read_text("utf-8"))
    package = lock["packages"]["micropip"]
    for name in ("micropip", *package["depends"]):
        item = lock["packages"][name]
        wheel = from_pypi(f"{name}=={item['version']}", scratch / name)
        if wheel is None:
            return False
        shutil.copy(wheel, stock / wheel.name)
        item["file_name"] = wheel.name
        item["sha256"] = hashlib.sha256(wheel.read_bytes()).hexdigest()
    listing.write_text(json.dumps(lock), "utf-8")
    return True
