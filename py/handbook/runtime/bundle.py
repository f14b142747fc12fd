"""Packs Python, the engine and the policies for the reader's browser.

The runtime is Pyodide from its npm package, self-hosted. Its standard library is
replaced by one that holds bytecode only, and only what the engine needs (see
``pack_inside.py``); what only other compiled packages would call is left out of it
(see ``trim.mjs``). Everything lies in a folder named by the hash of its content,
so a server may let browsers keep it for ever.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from handbook.exchange import write_whole
from handbook.read.faults import Faults, fault
from handbook.runtime.engine_wheel import build_wheel, wheel_sources
from rapidreview.model import to_plain

PYODIDE = Path("node_modules/pyodide")
RUNTIME = Path("docs/assets/runtime")
METADCE = Path("node_modules/binaryen/bin/wasm-metadce")
COPIED = ("pyodide.mjs",)
TRIMMED = ("pyodide.asm.js", "pyodide.asm.wasm")
KEPT = Path("build/trimmed")
HELPERS = (
    "bundle.py",
    "engine_wheel.py",
    "pack.mjs",
    "pack_finder.py",
    "pack_inside.py",
    "trim.mjs",
)
HASH_LENGTH = 16


@dataclass(frozen=True)
class Bundle:
    """What was packed.

    ``folder`` is relative to the runtime folder, ``files`` gives each file's bytes,
    ``engine`` is the wheel's name and ``integrity`` its hash as browsers check it;
    ``info`` says which Python it is, in the words of Pyodide's lock file.
    """

    folder: str
    files: dict[str, int]
    engine: str
    integrity: str
    info: dict[str, object]
    reused: bool = False


def bundle(root: Path, data: dict[str, object]) -> Bundle:
    """Return the runtime packed under ``root``; packs only when something changed.

    ``data`` is what the engine reads in the browser: policies and bank holidays as
    plain data. Raises :class:`Faults` when the runtime or Node is not installed.
    """
    home = root / PYODIDE
    for wanted in (home / "pyodide.asm.wasm", root / METADCE):
        if not wanted.exists():
            why = "Python for the browser is not installed; run `make setup`"
            raise Faults([fault(wanted, why)])
    sources = wheel_sources(root, as_json(data))
    key = _key(root, sources)
    target = root / RUNTIME
    manifest = target / "manifest.json"
    if manifest.exists():
        known: dict[str, Any] = json.loads(manifest.read_text("utf-8"))
        if known.pop("key") == key:
            packed = Bundle(**known, reused=True)
            if _whole(target / packed.folder, packed.files):
                return packed
    with tempfile.TemporaryDirectory() as scratch:
        packed, made = _pack(root, sources, Path(scratch))
    manifest.unlink(
        missing_ok=True
    )  # first: what is half deleted is not taken for whole
    shutil.rmtree(target, ignore_errors=True)
    (target / packed.folder).mkdir(parents=True)
    for name, content in made.items():
        (target / packed.folder / name).write_bytes(content)
    kept = {"key": key, **asdict(packed)}
    del kept["reused"]
    write_whole(manifest, (json.dumps(kept, indent=1) + "\n").encode())
    return packed


def _whole(folder: Path, files: dict[str, int]) -> bool:
    """Return whether every file of a bundle is there, with all its bytes."""
    return all(
        (path := folder / name).is_file() and path.stat().st_size == size
        for name, size in files.items()
    )


def as_json(data: object) -> str:
    """Return ``data`` as the text that the engine reads, the same for equal data."""
    return json.dumps(
        to_plain(data), ensure_ascii=False, separators=(",", ":"), sort_keys=True
    )


def _key(root: Path, sources: dict[str, bytes]) -> str:
    """Return a hash over all that the packing depends on."""
    digest = hashlib.sha256(_packages(root))
    here = Path(__file__).parent
    for helper in HELPERS:
        digest.update((here / helper).read_bytes())
    for name in sorted(sources):
        digest.update(name.encode() + b"\0" + sources[name])
    return digest.hexdigest()


def _packages(root: Path) -> bytes:
    """Return what says which version of each npm package is here."""
    homes = (root / PYODIDE, (root / METADCE).parents[1])
    return b"".join((home / "package.json").read_bytes() for home in homes)


def _trimmed(root: Path) -> Path:
    """Return the folder with Pyodide's own files trimmed; trims only when they changed."""
    script = Path(__file__).with_name("trim.mjs")
    digest = hashlib.sha256(_packages(root) + script.read_bytes())
    kept = root / KEPT / digest.hexdigest()[:HASH_LENGTH]
    if not all((kept / name).exists() for name in TRIMMED):
        shutil.rmtree(root / KEPT, ignore_errors=True)
        part = kept.with_suffix(f".{os.getpid()}")
        part.mkdir(parents=True)
        _node(script, (root / PYODIDE).resolve(), (root / METADCE).resolve(), part)
        part.rename(kept)
    return kept


def _node(script: Path, *arguments: Path) -> None:
    """Run a script of ours; raises :class:`Faults` when it fails or there is no Node.js."""
    node = shutil.which("node")
    if node is None:
        raise Faults(
            [fault(script, "Node.js was not found; run `make setup`, which gets one")]
        )
    done = subprocess.run(  # noqa: S603 - our own script, no input of a user
        [node, str(script), *map(str, arguments)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        why = done.stderr.strip()[-400:]
        raise Faults([fault(script, f"packing Python for the browser failed: {why}")])


def _pack(
    root: Path, sources: dict[str, bytes], scratch: Path
) -> tuple[Bundle, dict[str, bytes]]:
    """Return what was packed and the content of its files."""
    out = scratch / "out"
    out.mkdir()
    wheel = build_wheel(sources, scratch)
    home = root / PYODIDE
    _node(Path(__file__).with_name("pack.mjs"), home.resolve(), wheel, out)
    engine = next(out.glob("*.whl"))
    made = {name: (home / name).read_bytes() for name in COPIED}
    made |= {name: (_trimmed(root) / name).read_bytes() for name in TRIMMED}
    made.update({path.name: path.read_bytes() for path in (out / "stdlib.zip", engine)})
    digest = hashlib.sha256()
    for name in sorted(made):
        digest.update(name.encode() + made[name])
    check = base64.b64encode(hashlib.sha256(made[engine.name]).digest()).decode()
    packed = Bundle(
        folder=digest.hexdigest()[:HASH_LENGTH],
        files={name: len(content) for name, content in made.items()},
        engine=engine.name,
        integrity=f"sha256-{check}",
        info=json.loads((out / "info.json").read_text("utf-8"))["info"],
    )
    return packed, made
