"""Makes the folders that the benchmark compares: the handbook, and others with the same engine.

Every peer answers the same question with the same engine and the same policies. The
peers get the engine as source, because that is what they give their users.
"""

from __future__ import annotations

import html
import json
import re
import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bench import others as bench_others
from bench import theme as bench_theme
from bench.report import OURS, SAME, STOCK
from handbook.runtime.bundle import PYODIDE
from handbook.runtime.engine_wheel import build_wheel
from handbook.site.build import COMPRESSED
from handbook.site.compress import squeeze

if TYPE_CHECKING:
    from pathlib import Path

FILES = (
    "pyodide.js",
    "pyodide.mjs",
    "pyodide.asm.js",
    "pyodide.asm.mjs",
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
            "known-family": "does-not-apply",
            "agency-learning": "none-seen",
        },
    }
)
START = """
import {{ loadPyodide }} from "{home}pyodide.mjs";
export async function start() {{
  const pyodide = await loadPyodide();
  const wheel = await (await fetch(new URL("{home}engine.whl", import.meta.url))).arrayBuffer();
  pyodide.unpackArchive(wheel, "zip", {{ extractDir: "/engine" }});
  pyodide.runPython("import sys; sys.path.insert(0, '/engine')");
  return pyodide.pyimport("rapidreview.browser");
}}
export const answer = async () => (await start()).answer("check", {question});
"""
WORKER = """
import { start } from "./stock.js";
let python;
self.onmessage = async ({ data }) => {
  if (data.start) {
    python = await start();
    self.postMessage({ ready: true });
  } else self.postMessage({ answer: python.answer(data.ask, data.given) });
};
"""
"""The handbook's worker as it would be with Pyodide as it comes."""
BARE = """<script type=module>
import {{ engine }} from "./assets/{scripts}/engine.js";
const known = {runtime};
const at = (path) => new URL(path, location).href;
const runtime = {{ ...known, folder: at(`./assets/runtime/${{known.folder}}/`), worker: at("./assets/{scripts}/worker.js") }};
await engine.call(runtime, "check", {question});
{done}
setTimeout(() => engine.keepPicture(), 2000); // as the handbook's pages do
</script>"""
DONE = "document.documentElement.dataset.answered = performance.now();"
IN_WORKER = (
    "<script type=module>const worker = new Worker('./worker.js', { type: 'module' });"
    f"worker.onmessage = () => {{ {DONE} }};</script>"
)
IN_PAGE = f"<script type=module>import {{ answer }} from './start.js'; await answer(); {DONE}</script>"


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
    wheel = build_wheel(sources, work)
    ours = work / "ours"
    shutil.copytree(root / "site", ours)
    _without_tool(ours)
    runtime = html.unescape(
        re.findall(r'data-runtime="([^"]*)"', (ours / "check/index.html").read_text())[
            0
        ]
    )
    bare = BARE.format(
        runtime=runtime, question=QUESTION, done=DONE, scripts=_scripts(ours).name
    )
    peers = [
        Peer(OURS, ours, "check/", "deadlines/"),
        _same_page(root, ours, wheel),
        _page(ours, f"{OURS}’s Python, bare page", bare),
    ]
    stock = _stock(root / PYODIDE, wheel, work / "stock")
    peers.append(_page(stock, STOCK, IN_WORKER))
    peers.append(_page(stock, "stock Pyodide, page", IN_PAGE))
    newer = bench_others.from_npm(bench_others.NEWER, work / "fetched" / "newer")
    if newer:
        folder = _stock(newer, wheel, work / "newer")
        name = f"stock {bench_others.NEWER.replace('pyodide@', 'Pyodide ')}, worker"
        peers.append(_page(folder, name, IN_WORKER))
    others = {"PyScript 0.7.31, page": bench_others.pyscript}
    others["markdown-exec 1.12.6, fence"] = bench_others.markdown_exec
    for name, make in others.items():
        folder = _stock(root / PYODIDE, wheel, work / name.split()[0])
        script = make(folder, work / "fetched", QUESTION)
        if script:
            peers.append(_page(folder, name, script))
    folder = _stock(root / PYODIDE, wheel, work / "theme")
    if bench_theme.pyodide_theme(folder, work / "fetched", QUESTION):
        name = bench_theme.THEME.replace("==", " ")
        peers.append(Peer(f"{name}, page", folder, "", "again/"))
    for folder in {peer.folder for peer in peers}:
        kept = root / "build" / "bench-compressed" / folder.name
        if folder.name in {"ours", "same"}:
            shutil.copytree(root / COMPRESSED, kept, dirs_exist_ok=True)
        squeeze(folder, kept)
    return peers


def _stock(home: Path, wheel: Path, folder: Path) -> Path:
    """Return a new folder with Pyodide as it comes from ``home``, the engine and a start."""
    folder.mkdir()
    for name in FILES:
        if (home / name).exists():
            shutil.copy(home / name, folder / name)
    shutil.copy(wheel, folder / "engine.whl")
    text = START.format(home="./", question=json.dumps(QUESTION))
    (folder / "start.js").write_text(text, "utf-8")
    (folder / "worker.js").write_text(
        "import { answer } from './start.js'; self.postMessage(await answer());\n",
        "utf-8",
    )
    return folder


def _page(folder: Path, name: str, script: str) -> Peer:
    """Write two like pages with ``script`` into ``folder`` and return them as a peer."""
    start = name.split(",", maxsplit=1)[-1].strip().replace(" ", "-")
    for again in ("", "-again"):
        text = f"<!doctype html><meta charset=utf-8><title>{name}</title><p>{name}</p>{script}"
        (folder / f"{start}{again}.html").write_text(text, "utf-8")
    return Peer(name, folder, f"{start}.html", f"{start}-again.html")


def _same_page(root: Path, ours: Path, wheel: Path) -> Peer:
    """Return the handbook as it would be with Pyodide as it comes: the same pages, another worker."""
    folder = ours.parent / "same"
    shutil.copytree(ours, folder)
    _stock(root / PYODIDE, wheel, folder / "stock")
    scripts = _scripts(folder)
    text = START.format(home="../../stock/", question=json.dumps(QUESTION))
    (scripts / "stock.js").write_text(text, "utf-8")
    (scripts / "worker.js").write_text(WORKER, "utf-8")
    for copy in scripts.glob("worker.js.*"):
        copy.unlink()
    return Peer(SAME, folder, "check/", "deadlines/")


def _scripts(site: Path) -> Path:
    """Return the folder of the handbook's scripts, which is named by its content."""
    return next((site / "assets").glob("js.*"))


def _without_tool(site: Path) -> None:
    """Put a copy of the checker's page beside it that runs no Python, to compare first paint."""
    text = (site / "check" / "index.html").read_text("utf-8")
    (site / "plain").mkdir()
    plain = re.sub(r'<link rel="modulepreload"[^>]*>', "", text)
    plain = re.sub(r'<script src="[^"]*widgets\.js" type="module"></script>', "", plain)
    if "widgets.js" in plain or plain == text:
        raise ValueError("the checker's page does not load its script as expected")
    (site / "plain" / "index.html").write_text(plain, "utf-8")
