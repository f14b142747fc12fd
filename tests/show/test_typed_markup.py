"""What holds tags is HTML by its type, in every folder that is finished; nothing there escapes by hand."""

import ast
import re
from pathlib import Path

import pytest

PY = Path(__file__).parents[2] / "py"
FINISHED = (
    "rapidreview",
    "handbook/flow",
    "handbook/pages/compare",
    "handbook/pages/notes",
)
"""Folders, or modules, in which every part is typed."""
WRITER = PY / "rapidreview/show/html.py"
"""The one module that writes tags."""
TAG = re.compile(r"</?[a-zA-Z]|</|<!")
MODULES = sorted(
    path
    for place in FINISHED
    for path in [PY / place, *(PY / place).rglob("*.py")]
    if path.suffix == ".py" and path != WRITER
)


def docstrings(tree):
    """Return the strings that stand alone: docstrings, and words about a constant."""
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }


def tagged(node, passed_over):
    """Return the strings in ``node`` that hold a tag."""
    return [
        one
        for one in ast.walk(node)
        if isinstance(one, ast.Constant)
        and isinstance(one.value, str)
        and one not in passed_over
        and TAG.search(one.value)
    ]


def faults(source):
    """Yield what is wrong in a module, with the line."""
    tree = ast.parse(source)
    passed_over = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            returns = node.returns and ast.unparse(node.returns)
            if returns == "str" and tagged(node, passed_over):
                yield node.lineno, f"{node.name} holds tags and returns str"
        elif isinstance(node, ast.JoinedStr) and tagged(node, passed_over):
            yield node.lineno, "an f-string holds a tag"
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id == "esc":
                yield node.lineno, "esc() escapes by hand"
            if node.func.id == "Html" and not all(
                isinstance(one, ast.Constant) for one in node.args
            ):
                yield node.lineno, "Html() vouches for what is no literal"


@pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: path.relative_to(PY).as_posix()
)
def test_parts_are_html_by_their_type(path):
    """Tags are made by el(), plain text is escaped where it goes in, and mypy sees which is which."""
    assert list(faults(path.read_text("utf-8"))) == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("def f() -> str:\n    return '<b>x</b>'", "f holds tags and returns str"),
        ("def f(x) -> Html:\n    return f'<b>{x}</b>'", "an f-string holds a tag"),
        ("x = esc(y)", "esc() escapes by hand"),
        ("x = Html(y)", "Html() vouches for what is no literal"),
    ],
)
def test_what_is_not_typed_is_found(source, expected):
    """Each of the four faults is seen."""
    assert expected in [fault for _, fault in faults(source)]


def test_words_about_tags_and_comparisons_are_no_tags():
    """A docstring may name a tag, and a text may say that one number is below another."""
    source = 'def f(x) -> str:\n    """Return <b>."""\n    return f"{x} < 3 <"'
    assert list(faults(source)) == []
