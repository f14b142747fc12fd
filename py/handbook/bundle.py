"""Packs Python, the engine and the policies for the reader's browser.

The runtime is Pyodide from its npm package, self-hosted. Its standard library is
replaced by one that holds bytecode only, and only what the engine needs (see
``pack_inside.py``). Everything lies in a folder named by the hash of its content,
so a server may let browsers keep it for ever.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from handbook.faults import Faults, fault
from rapidreview.plain import to_plain

PYODIDE = Path("node_modules/pyodide")
RUNTIME = Path("docs/assets/runtime")
COPIED = ("pyodide.mjs", "pyodide.asm.js", "pyodide.asm.wasm")
PACKED = ("stdlib.zip", "engine.zip")
HASH_LENGTH = 16


@dataclass(frozen=True)
class Bundle:
    """What was packed: its folder (relative to the runtime folder) and each file's bytes."""

    folder: str
    files: dict[str, int]
    info: dict[str, object]
    reused: bool


def bundle(root: Path, data: dict[str, object]) -> Bundle:
    """Return the runtime packed under ``root``; packs only when something changed.

    ``data`` is what the engine reads in the browser: policies and bank holidays as
    plain data. Raises :class:`Faults` when the runtime or Node is not installed.
    """
    home = root / PYODIDE
    if not (home / "pyodide.asm.wasm").exists():
        raise Faults(
            [fault(home, "Python for the browser is not installed; run `make setup`")]
        )
    sources = engine_sources(root, data)
    key = _key(home, sources)
    target = root / RUNTIME
    manifest = target / "manifest.json"
    if manifest.exists():
        known = json.loads(manifest.read_text("utf-8"))
        if known["key"] == key and (target / known["folder"] / "engine.zip").exists():
            return Bundle(known["folder"], known["files"], known["info"], reused=True)
    with tempfile.TemporaryDirectory() as scratch:
        made = _pack(home, sources, Path(scratch))
        digest = hashlib.sha256()
        for name in sorted(made):
            digest.update(name.encode() + made[name])
        folder = digest.hexdigest()[:HASH_LENGTH]
        info = json.loads((Path(scratch) / "out" / "info.json").read_text("utf-8"))[
            "info"
        ]
        shutil.rmtree(target, ignore_errors=True)
        (target / folder).mkdir(parents=True)
        for name, content in made.items():
            (target / folder / name).write_bytes(content)
    files = {name: len(content) for name, content in made.items()}
    manifest.write_text(
        json.dumps(
            {"key": key, "folder": folder, "files": files, "info": info}, indent=1
        )
        + "\n",
        "utf-8",
    )
    return Bundle(folder, files, info, reused=False)


def engine_sources(root: Path, data: dict[str, object]) -> dict[str, bytes]:
    """Return the files of the engine as the browser gets them: its modules and its data."""
    engine = root / "py" / "rapidreview"
    sources = {
        f"rapidreview/{path.name}": path.read_bytes()
        for path in sorted(engine.glob("*.py"))
    }
    text = json.dumps(
        to_plain(data), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )
    sources["rapidreview/data.json"] = text.encode()
    return sources


def _key(home: Path, sources: dict[str, bytes]) -> str:
    digest = hashlib.sha256((home / "package.json").read_bytes())
    for helper in sorted(Path(__file__).parent.glob("pack*")):
        digest.update(helper.read_bytes())
    for name in sorted(sources):
        digest.update(name.encode() + b"\0" + sources[name])
    return digest.hexdigest()


def _pack(home: Path, sources: dict[str, bytes], scratch: Path) -> dict[str, bytes]:
    out = scratch / "out"
    out.mkdir()
    for name, content in sources.items():
        path = scratch / "sources" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    node = shutil.which("node")
    if node is None:
        raise Faults(
            [fault(home, "Node.js was not found; run `make setup`, which gets one")]
        )
    script = Path(__file__).with_name("pack.mjs")
    done = subprocess.run(  # noqa: S603 - our own script, no input of a user
        [node, str(script), str(home.resolve()), str(scratch / "sources"), str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise Faults(
            [
                fault(
                    script,
                    "packing Python for the browser failed: "
                    + done.stderr.strip()[-400:],
                )
            ]
        )
    made = {name: (home / name).read_bytes() for name in COPIED}
    made.update({name: (out / name).read_bytes() for name in PACKED})
    return made
