"""The house keeps its storeys: what may import what, how large rooms are, and that each has a face."""

import ast
import importlib
import sys
from pathlib import Path

import pytest

PY = Path(__file__).parents[2] / "py"
ENGINE = {
    "model": 0, "say": 1, "days": 2, "check": 3, "dates": 3, "show": 4, "files": 5, "browser": 6,
}  # fmt: skip
"""The storeys of the engine. Rooms on one storey do not import each other."""
PRESS = {
    "exchange": 0, "exits": 0, "read": 1, "areas": 2, "own": 2, "prove": 2, "flow": 2, "lint": 3, "runtime": 3,
    "upgrade": 2, "pages": 4, "search": 5, "macros": 5, "site": 6, "cli": 7,
}  # fmt: skip
"""The storeys of the press."""
LARGEST_ROOM = 15
LARGER = {"rapidreview/model": 20, "rapidreview/check": 17}
"""Rooms that may hold more, for the reasons in ``docs/develop/decisions.md``."""
LARGEST_MODULE = 250
LONGEST_MODULE = 450
LONGER = {
    "handbook/pages/outcomes/one.py",  # every section of one page
    "handbook/prove/duties.py",  # one comparison: its pairs, its words, its faults
    "handbook/read/yaml_source.py",  # all events of YAML
    "rapidreview/browser.py",  # every call that a page makes
    "rapidreview/dates/due.py",  # one dated deadline, with the facts of each state
    "rapidreview/model/national.py",  # the parts of the national layer, each field said
    "rapidreview/model/partnership.py",  # the parts of a policy, each field said
    "rapidreview/model/protocol.py",  # one object with its look-ups
}
"""Modules that may be longer, each with its reason. No other joins them."""


def module_of(path):
    """Return the dotted name of the module in the file ``path``."""
    parts = path.relative_to(PY).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


FILES = {module_of(path): path for path in sorted(PY.rglob("*.py"))}
TREES = {name: ast.parse(path.read_text("utf-8")) for name, path in FILES.items()}


def imports(name):
    """Yield the dotted name of everything that the module imports, for types as well."""
    for node in ast.walk(TREES[name]):
        if isinstance(node, ast.Import):
            yield from (one.name for one in node.names)
        elif isinstance(node, ast.ImportFrom):
            for one in node.names:
                whole = f"{node.module}.{one.name}"
                yield whole if whole in FILES else node.module


def storey(name):
    """Return the storey of a module of ours; None for the packages themselves."""
    package, _, rest = name.partition(".")
    storeys = ENGINE if package == "rapidreview" else PRESS
    return storeys[rest.partition(".")[0]] if rest else None


def room(name):
    """Return the room of a module: its package and the first name in it."""
    return name.split(".")[:2]


@pytest.mark.parametrize("name", FILES)
def test_no_import_runs_up_a_storey(name):
    """A room uses those below it; beside it, only itself."""
    if name in ("rapidreview", "handbook"):
        return
    ours = [one for one in imports(name) if one.split(".")[0] == name.split(".")[0]]
    upward = [
        one
        for one in ours
        if storey(one) is not None
        and room(one) != room(name)
        and storey(one) >= storey(name)
    ]
    assert upward == []


@pytest.mark.parametrize(
    "name", [one for one in FILES if one.startswith("rapidreview")]
)
def test_the_engine_needs_only_the_standard_library(name):
    """Nothing of the press, and no package that every reader would have to fetch."""
    others = {one.split(".")[0] for one in imports(name)} - {"rapidreview"}
    assert others <= sys.stdlib_module_names


@pytest.mark.parametrize(
    "folder",
    sorted({path.parent.relative_to(PY).as_posix() for path in FILES.values()}),
)
def test_no_room_is_too_full(folder):
    """About a dozen modules, so that one look at a folder tells what is in it."""
    modules = {path.name for path in (PY / folder).glob("*.py")}
    names = sorted(modules - {"__init__.py", "__main__.py"})
    assert len(names) <= LARGER.get(folder, LARGEST_ROOM), names


@pytest.mark.parametrize("name", FILES)
def test_no_module_is_too_long(name):
    """One idea fits in two hundred and fifty lines, or has a reason to be longer."""
    place = FILES[name].relative_to(PY).as_posix()
    lines = len(FILES[name].read_text("utf-8").splitlines())
    assert lines <= (LONGEST_MODULE if place in LONGER else LARGEST_MODULE)


@pytest.mark.parametrize("place", sorted(LONGER))
def test_no_module_is_excused_that_needs_no_excuse(place):
    """A module that has become short, or is gone, is taken from the list."""
    lines = (PY / place).read_text("utf-8").splitlines()
    assert len(lines) > LARGEST_MODULE


@pytest.mark.parametrize("name", FILES)
def test_every_module_says_what_it_is(name):
    """The first line of the docstring ends the first thought."""
    said = ast.get_docstring(TREES[name])
    assert said
    assert said[0].isupper() or said.startswith("``")


@pytest.mark.parametrize("room", [one for one in ENGINE if one != "browser"])
def test_every_room_of_the_engine_has_a_face(room):
    """What other rooms use stands in ``__all__``, and is there."""
    face = importlib.import_module(f"rapidreview.{room}")
    assert face.__all__
    assert all(hasattr(face, name) for name in face.__all__)


def tellings(name):
    """Return what the module says of each name it declares; for one it imports, from where."""
    told = {}
    body = TREES[name].body
    for node, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
            told[node.name] = ast.get_docstring(node)
        elif isinstance(node, ast.ImportFrom):
            told |= {
                one.asname or one.name: (node.module, one.name) for one in node.names
            }
        elif isinstance(node, (ast.Assign, ast.AnnAssign, ast.TypeAlias)):
            string = isinstance(after, ast.Expr) and isinstance(
                after.value, ast.Constant
            )
            targets = (
                node.targets
                if isinstance(node, ast.Assign)
                else [node.name if isinstance(node, ast.TypeAlias) else node.target]
            )
            told |= {ast.unparse(one): string and after.value.value for one in targets}
    return told


def telling(name, public):
    """Return what is said of a public name of a module, where it is declared."""
    told = tellings(name).get(public)
    return telling(*told) if isinstance(told, tuple) else told


@pytest.mark.parametrize(
    "name", [name for name, path in FILES.items() if path.name == "__init__.py"]
)
def test_every_public_name_of_a_face_says_what_it_is(name):
    """A class and a function have a docstring; a constant and a type have one below them."""
    public = getattr(importlib.import_module(name), "__all__", ())
    assert [one for one in public if not telling(name, one)] == []
