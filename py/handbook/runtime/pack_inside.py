"""Runs inside Pyodide at build time: compiles the standard library and the engine.

Stock Pyodide ships the library as source and compiles it on every start; that is
most of its start-up time. Here each needed module becomes bytecode, once, made by
the same interpreter that will read it. What is needed is computed: the modules
that the start itself, the import of the engine and a run of it bring in, and the
few that a start may want later.
"""

import base64
import dataclasses
import hashlib
import importlib
import importlib.util
import marshal
import sys
import zipfile
from pathlib import Path
from types import CodeType

LATE = (
    # Wanted by the runtime after the start: archives, codecs, tracebacks, dates.
    "zipfile", "shutil", "tarfile", "importlib.metadata", "importlib.resources", "traceback",
    "linecache", "tokenize", "_strptime", "calendar", "datetime", "json", "encodings.cp437",
    "encodings.ascii", "encodings.latin_1", "encodings.utf_8_sig", "encodings.idna", "stringprep",
    "asyncio", "webbrowser", "pathlib", "tempfile", "textwrap", "html",
)  # fmt: skip
HEAD = 16
"""Bytes of a bytecode file before the bytecode itself."""
UNCHECKED = (1).to_bytes(4, "little")
"""The flag of bytecode that is never compared with its source (PEP 552)."""
STAMP = (1980, 1, 1, 0, 0, 0)
TAG = "cp{}{}-none-any".format(*sys.version_info[:2])


def compiled(source: bytes, name: str, optimize: int = 2) -> bytes:
    """Return the bytecode of ``source``, never checked against a file.

    ``optimize`` 2 leaves docstrings and line numbers out, 1 keeps them: a dataclass without one works
    out a text for itself at each start, which costs far more than the bytes.
    """
    code = compile(source, name, "exec", dont_inherit=True, optimize=optimize)
    if optimize > 1:
        code = without_lines(code)
    head = importlib.util.MAGIC_NUMBER + UNCHECKED + bytes(8)
    return head + marshal.dumps(code)


def without_lines(code: CodeType) -> CodeType:
    """Return ``code`` without its table of line numbers, a tenth of what goes over the line."""
    inside = tuple(
        without_lines(item) if isinstance(item, CodeType) else item
        for item in code.co_consts
    )
    return code.replace(co_consts=inside, co_linetable=b"")


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
            made[name + "c"] = compiled(content, "/engine.whl/" + name, optimize=1)
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


class Methods:
    """The methods that dataclasses write for their classes, as bytecode by their text.

    A dataclass compiles its methods at every start, which is most of the engine's
    import; in the packed library the module finds them here instead.
    """

    names = frozenset({"dataclasses", "_dataclass_methods"})
    RUN = """
import builtins, marshal
KNOWN = marshal.loads({known!r})
def run(text, names, into):
    builtins.exec(KNOWN.get(text, text), names, into)
"""

    def __init__(self) -> None:
        """Start to note what dataclasses compile from now on."""
        self.known: dict[str, CodeType] = {}
        vars(dataclasses)["exec"] = self._note

    def _note(
        self, text: str, names: dict[str, object], into: dict[str, object]
    ) -> None:
        made = compile(text, "<dataclass>", "exec", dont_inherit=True, optimize=2)
        self.known[text] = without_lines(made)
        exec(self.known[text], names, into)  # noqa: S102 - what dataclasses does

    def members(self, source: bytes) -> dict[str, bytes]:
        """Return the library's ``dataclasses``, whose source is given, and what it looks into."""
        text = self.RUN.format(known=marshal.dumps(self.known))
        source += b"\nfrom _dataclass_methods import run as exec\n"
        return {"dataclasses.py": source, "_dataclass_methods.py": text.encode()}


def library(
    sources: dict[str, bytes], needed: set[str], first: set[str], methods: Methods
) -> dict[str, bytes]:
    """Return the members of the packed library, of which only what is ``needed`` is left.

    What Python imports ``first``, before it asks anybody else where modules are, are
    members of their own; all others go into one table, which ``pack_finder.py`` reads.
    """
    where = "/lib/python{}{}.zip/".format(*sys.version_info[:2])
    members: dict[str, bytes] = {}
    table: dict[str, tuple[bool, bytes]] = {}
    for name, source in (sources | methods.members(sources["dataclasses.py"])).items():
        module = name.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
        if not name.endswith(".py") or module not in needed | methods.names:
            continue
        made = compiled(source, where + name)
        if module in first:
            members[name + "c"] = made
        else:
            table[module] = (name.endswith("/__init__.py"), made[HEAD:])
    finder = Path("/finder.py").read_bytes()
    members["sitecustomize.pyc"] = compiled(finder, where + "sitecustomize.py")
    members["modules"] = marshal.dumps(dict(sorted(table.items())))
    return members


def pack(wheel: str, stdlib: str, out: str) -> None:
    """Write ``stdlib.zip`` and the compiled wheel into the folder ``out``."""
    every = list(sys.modules)
    first = set(every[: every.index("site") + 1])
    for name in LATE:
        importlib.import_module(name)
    engine = read("/" + wheel)
    zipfile.ZipFile("/" + wheel).extractall("/sources")
    sys.path.insert(0, "/sources")
    methods = Methods()
    for name in sorted(engine):
        if name.endswith(".py"):
            importlib.import_module(
                name[:-3].removesuffix("/__init__").replace("/", ".")
            )
    importlib.import_module("rapidreview.browser").rehearse()
    members = library(read(stdlib), set(sys.modules), first, methods)
    write(out + "/stdlib.zip", members)
    write(out + "/" + wheel.replace("py3-none-any", TAG), compiled_wheel(engine))
