"""Runs inside Pyodide at build time: compiles the standard library and the engine.

Stock Pyodide ships the library as source and compiles it on every start; that is
most of its start-up time. Here each needed module becomes bytecode, once, made by
the same interpreter that will read it. What is needed is computed: the modules
that the start itself, the import of the engine and a run of it bring in, and the
few that a start may want later.
"""

import importlib
import importlib._bootstrap_external as bootstrap
import io
import json
import os
import sys
import zipfile

LATE = (
    # Wanted by the runtime after the start: archives, codecs, tracebacks, dates.
    "zipfile", "shutil", "tarfile", "importlib.metadata", "importlib.resources", "traceback",
    "linecache", "tokenize", "_strptime", "calendar", "datetime", "json", "encodings.cp437",
    "encodings.ascii", "encodings.latin_1", "encodings.utf_8_sig", "encodings.idna", "stringprep",
    "asyncio", "webbrowser", "pathlib", "tempfile", "textwrap", "html",
)  # fmt: skip
STAMP = (1980, 1, 1, 0, 0, 0)


def compiled(source: bytes, name: str) -> bytes:
    """Return the bytecode of ``source``, never checked against a file, without docstrings."""
    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
    return bytes(bootstrap._code_to_hash_pyc(code, b"\0" * 8, checked=False))  # noqa: SLF001


def write(path: str, members: dict[str, bytes]) -> None:
    """Write ``members`` stored, in order and without times, so that equal input gives equal bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            archive.writestr(zipfile.ZipInfo(name, STAMP), members[name])


def pack(sources: str, stdlib: str, out: str) -> None:
    """Write ``stdlib.zip`` and ``engine.zip`` into ``out``, and what went in to ``contents.json``."""
    os.makedirs(out, exist_ok=True)
    sys.path.insert(0, sources)
    for name in LATE:
        importlib.import_module(name)
    engine: dict[str, bytes] = {}
    for folder, _, names in os.walk(sources):
        for name in names:
            path = os.path.join(folder, name)
            inside = os.path.relpath(path, sources)
            content = open(path, "rb").read()
            if name.endswith(".py"):
                importlib.import_module(
                    inside[:-3].replace("/__init__", "").replace("/", ".")
                )
                engine[inside + "c"] = compiled(content, "/engine/" + inside)
            else:
                engine[inside] = content
    rehearse = importlib.import_module("rapidreview.widget").rehearse
    rehearse()
    needed = set(sys.modules)
    library: dict[str, bytes] = {}
    with zipfile.ZipFile(io.BytesIO(open(stdlib, "rb").read())) as archive:
        for inside in archive.namelist():
            if not inside.endswith(".py"):
                if not inside.endswith((".pyc", "/")):
                    library[inside] = archive.read(inside)
                continue
            module = inside[:-3].replace("/", ".").removesuffix(".__init__")
            if module in needed:
                where = "/lib/python{}{}.zip/".format(*sys.version_info[:2])
                library[inside + "c"] = compiled(archive.read(inside), where + inside)
    write(out + "/stdlib.zip", library)
    write(out + "/engine.zip", engine)
    with open(out + "/contents.json", "w") as listing:
        json.dump(
            {"stdlib": sorted(library), "engine": sorted(engine)}, listing, indent=1
        )
