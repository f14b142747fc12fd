"""Runs inside Pyodide at build time: compiles the standard library and the engine.

Stock Pyodide ships the library as source and compiles it on every start; that is
most of its start-up time. Here each needed module becomes bytecode, once, made by
the same interpreter that will read it. What is needed is computed: the modules
that the start itself, the import of the engine and a run of it bring in, and the
few that a start may want later.
"""

import base64
import hashlib
import importlib
import importlib.util
import json
import marshal
import sys
import zipfile
from pathlib import Path

LATE = (
    # Wanted by the runtime after the start: archives, codecs, tracebacks, dates.
    "zipfile", "shutil", "tarfile", "importlib.metadata", "importlib.resources", "traceback",
    "linecache", "tokenize", "_strptime", "calendar", "datetime", "json", "encodings.cp437",
    "encodings.ascii", "encodings.latin_1", "encodings.utf_8_sig", "encodings.idna", "stringprep",
    "asyncio", "webbrowser", "pathlib", "tempfile", "textwrap", "html",
)  # fmt: skip
UNCHECKED = (1).to_bytes(4, "little")
"""The flag of bytecode that is never compared with its source (PEP 552)."""
STAMP = (1980, 1, 1, 0, 0, 0)
TAG = "cp{}{}-none-any".format(*sys.version_info[:2])


def compiled(source: bytes, name: str, optimize: int = 2) -> bytes:
    """Return the bytecode of ``source``, never checked against a file.

    ``optimize`` 2 leaves docstrings out, 1 keeps them: a dataclass without one works
    out a text for itself at each start, which costs far more than the bytes.
    """
    code = compile(source, name, "exec", dont_inherit=True, optimize=optimize)
    head = importlib.util.MAGIC_NUMBER + UNCHECKED + bytes(8)
    return head + marshal.dumps(code)


def write(path: str, members: dict[str, bytes]) -> None:
    """Write ``members`` stored, in order and without times, so that equal input gives equal bytes."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            archive.writestr(zipfile.ZipInfo(name, STAMP), members[name])


def read(path: str) -> dict[str, bytes]:
    """Return the files in the archive at ``path``, by name."""
    with zipfile.ZipFile(path) as archive:
        return {
            name: archive.read(name)
            for name in archive.namelist()
            if not name.endswith("/")
        }


def compiled_wheel(members: dict[str, bytes]) -> dict[str, bytes]:
    """Return the members of a wheel with bytecode for source, its tag and its record to match."""
    made: dict[str, bytes] = {}
    for name, content in members.items():
        if name.endswith(".py"):
            made[name + "c"] = compiled(content, "/engine/" + name, optimize=1)
        elif name.endswith(".dist-info/WHEEL"):
            made[name] = content.replace(b"py3-none-any", TAG.encode())
        elif name.endswith(".dist-info/RECORD"):
            record = name
        else:
            made[name] = content
    lines = []
    for name, content in sorted(made.items()):
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest())
        lines.append(f"{name},sha256={digest.decode().rstrip('=')},{len(content)}")
    made[record] = "\n".join([*lines, f"{record},,", ""]).encode()
    return made


def pack(wheel: str, stdlib: str, out: str) -> None:
    """Write ``stdlib.zip`` and the compiled wheel into the folder ``out``.

    ``contents.json`` beside them lists what went in.
    """
    for name in LATE:
        importlib.import_module(name)
    engine = read("/" + wheel)
    zipfile.ZipFile("/" + wheel).extractall("/sources")
    sys.path.insert(0, "/sources")
    for name in sorted(engine):
        if name.endswith(".py"):
            importlib.import_module(
                name[:-3].removesuffix("/__init__").replace("/", ".")
            )
    importlib.import_module("rapidreview.widget").rehearse()
    needed = set(sys.modules)
    library: dict[str, bytes] = {}
    where = "/lib/python{}{}.zip/".format(*sys.version_info[:2])
    for name, content in read(stdlib).items():
        if name.endswith(".py"):
            module = name[:-3].replace("/", ".").removesuffix(".__init__")
            if module in needed:
                library[name + "c"] = compiled(content, where + name)
        elif not name.endswith(".pyc"):
            library[name] = content
    made = compiled_wheel(engine)
    write(out + "/stdlib.zip", library)
    write(out + "/" + wheel.replace("py3-none-any", TAG), made)
    contents = {"stdlib": sorted(library), "engine": sorted(made)}
    Path(out, "contents.json").write_text(json.dumps(contents, indent=1))
