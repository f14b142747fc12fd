"""Makes the folders that the benchmark compares: the handbook, and others with the same engine.

Every peer answers the same question with the same engine and the same policies. The
peers get the engine as source, because that is what they give their users.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tarfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.bundle import PYODIDE
from handbook.engine_wheel import build_wheel
from handbook.squeeze import squeeze

if TYPE_CHECKING:
    from pathlib import Path

PYSCRIPT = "@pyscript/core@0.7.31"
STOCK = (
    "pyodide.mjs",
    "pyodide.asm.js",
    "pyodide.asm.wasm",
    "python_stdlib.zip",
    "pyodide-lock.json",
)
QUESTION = json.dumps(
    {
        "partnership": "tees:middlesbrough",
        "la_aware": "2026-11-20",
        "answers": {
            "age": "under-18",
            "abuse": "suspected",
            "harm": "died",
            "place": "in-area",
            "resident": "yes",
            "care": "none",
        },
    }
)
START = """
import { loadPyodide } from "./pyodide.mjs";
export async function answer() {
  const pyodide = await loadPyodide();
  const wheel = await (await fetch(new URL("./engine.whl", import.meta.url))).arrayBuffer();
  pyodide.unpackArchive(wheel, "zip", { extractDir: "/engine" });
  pyodide.runPython("import sys; sys.path.insert(0, '/engine')");
  return pyodide.pyimport("rapidreview.widget").answer("check", QUESTION);
}
""".replace("QUESTION", json.dumps(QUESTION))
DONE = "document.documentElement.dataset.answered = performance.now();"
PAGES = {
    "stock Pyodide, worker": (
        "<script type=module>const worker = new Worker('./worker.js', { type: 'module' });"
        f"worker.onmessage = () => {{ {DONE} }};</script>"
    ),
    "stock Pyodide, page": (
        f"<script type=module>import {{ answer }} from './start.js'; await answer(); {DONE}</script>"
    ),
}
PYSCRIPT_PAGE = (
    "<script type=module src='./pyscript/core.js'></script>"
    "<script type=py src='./main.py' config='./pyscript.json'></script>"
)
PYSCRIPT_MAIN = f"""
import sys
sys.path.insert(0, "/engine")
from rapidreview.widget import answer
answer("check", {QUESTION!r})
from js import document, performance
document.documentElement.dataset.answered = str(performance.now())
"""


@dataclass(frozen=True)
class Peer:
    """A way to run Python: its name, its folder, its first page and another of its pages."""

    name: str
    folder: Path
    page: str
    other: str


def make_peers(root: Path, sources: dict[str, bytes]) -> list[Peer]:
    """Return the handbook's site and its peers, each in a folder ready to be served."""
    work = root / "build" / "bench"
    shutil.rmtree(work, ignore_errors=True)
    ours = work / "ours"
    shutil.copytree(root / "site", ours)
    _without_tool(ours)
    peers = [Peer("this handbook", ours, "check/", "deadlines/")]
    stock = work / "stock"
    stock.mkdir()
    for name in STOCK:
        shutil.copy(root / PYODIDE / name, stock / name)
    wheel = build_wheel(sources, work)
    shutil.copy(wheel, stock / "engine.whl")
    (stock / "start.js").write_text(START, "utf-8")
    (stock / "worker.js").write_text(
        "import { answer } from './start.js'; self.postMessage(await answer());\n",
        "utf-8",
    )
    pages = dict(PAGES)
    if _pyscript(stock):
        pages["PyScript 0.7.31, page"] = PYSCRIPT_PAGE
    for number, (name, script) in enumerate(pages.items()):
        for again in ("", "-again"):
            text = f"<!doctype html><meta charset=utf-8><title>{name}</title><p>{name}</p>{script}"
            (stock / f"peer{number}{again}.html").write_text(text, "utf-8")
        peers.append(
            Peer(name, stock, f"peer{number}.html", f"peer{number}-again.html")
        )
    squeeze(stock, root / "build" / "bench-compressed")
    return peers


def _without_tool(site: Path) -> None:
    """Put a copy of the checker's page beside it that runs no Python, to compare first paint."""
    text = (site / "check" / "index.html").read_text("utf-8")
    (site / "plain").mkdir()
    plain = text.replace(
        '<script src="../assets/js/widgets.js" type="module"></script>', ""
    )
    if plain == text:
        raise ValueError("the checker's page does not load its script as expected")
    (site / "plain" / "index.html").write_text(plain, "utf-8")


def _pyscript(folder: Path) -> bool:
    """Fetch PyScript beside the stock runtime; return whether that worked."""
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            ["npm", "pack", "--silent", PYSCRIPT],  # noqa: S607 - npm of the set-up
            cwd=folder,
            capture_output=True,
            text=True,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError):
        return False
    archive = folder / done.stdout.strip().splitlines()[-1]
    with tarfile.open(archive) as packed:
        packed.extractall(folder / "npm", filter="data")
    archive.unlink()
    shutil.copytree(folder / "npm" / "package" / "dist", folder / "pyscript")
    shutil.rmtree(folder / "npm")
    shutil.copy(folder / "engine.whl", folder / "engine.zip")
    config = {"interpreter": "./pyodide.mjs", "files": {"./engine.zip": "/engine/*"}}
    (folder / "pyscript.json").write_text(json.dumps(config), "utf-8")
    (folder / "main.py").write_text(PYSCRIPT_MAIN, "utf-8")
    return True
