"""Style sheets: one for each component, with its prefix; and every class that a page uses is there."""

import random
import re
from pathlib import Path

import pytest

from handbook.macros import calculator, checker
from handbook.own.frame import SHEET as OWN
from handbook.pages.places import PATH, places_sheet
from handbook.pages.write import all_pages
from handbook.read.library import read_all
from handbook.site.build import for_browser
from rapidreview import browser
from rapidreview.model import to_plain
from some_cases import some_cases

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
SHEETS = {
    path.stem: path.read_text("utf-8")
    for path in sorted((DOCS / "assets" / "css").glob("*.css"))
    if path.name not in (Path(PATH).name, Path(OWN).name)
}
WORDS = {
    "at", "lead", "lone", "measure", "mut", "num", "nw", "small", "sub", "tiny", "vh",
}  # fmt: skip
"""What any part may wear: the classes of the sheet of letters and words, ``type.css``."""
HOOKS = {
    "aim-for", "fl-k-do", "latest", "narrower", "reason", "u-aim", "u-latest", "u-rejected", "wont-ended",
}  # fmt: skip
"""Classes without a rule of their own, by which tests and scripts find a part."""
MATERIAL = re.compile(r"md-[\w-]+")
PYGMENTS = re.compile(r"[a-z]{1,2}\d?|l-Scalar")
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
USED = re.compile(r"""\bclass=(["'])(.*?)\1""")
NO_SELECTOR = re.compile(
    r"/\*.*?\*/|@font-face \{.*?\}|@page \{.*?\}|\burl\(.*?\)", re.DOTALL
)
INSIDE = re.compile(r"\{[^{}]*\}")
CASES = 12


def selectors(sheet):
    """Return each selector of a sheet, those in conditions as well."""
    heads = re.findall(r"([^{}]+)\{", NO_SELECTOR.sub("", sheet))
    return [
        one
        for head in heads
        if not head.strip().startswith("@")
        for one in _parts(head.strip())
    ]


def _parts(head):
    """Yield the selectors of a list, those inside brackets left whole."""
    depth, start = 0, 0
    for place, sign in enumerate(head):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            yield head[start:place].strip()
            start = place + 1
    yield head[start:].strip()


def of_sheet(name, sheet):
    """Return whether a class belongs to a sheet."""
    if sheet == "type":
        return name in WORDS
    return name == sheet or name.startswith(f"{sheet}-")


def classes(text):
    """Return every class in the markup ``text``; a template's own words are left out."""
    shown = re.sub(r"\{%.*?%\}", " ", text)
    return {name for _, names in USED.findall(shown) for name in names.split()}


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_rule_of_a_sheet_starts_with_its_component(sheet):
    """Before anything else it names a class with the sheet's prefix, or one of Material's."""
    for selector in selectors(SHEETS[sheet]):
        names = CLASS.findall(selector)
        assert not names or of_sheet(names[0], sheet) or MATERIAL.match(names[0]), (
            selector
        )


@pytest.mark.parametrize("sheet", SHEETS)
def test_every_class_in_a_sheet_belongs_to_a_component(sheet):
    """A rule may say how another's part stands inside its own: by that part's own class."""
    for name in {
        name for one in selectors(SHEETS[sheet]) for name in CLASS.findall(one)
    }:
        assert (
            any(of_sheet(name, other) for other in SHEETS)
            or MATERIAL.match(name)
            or (sheet == "highlight" and PYGMENTS.fullmatch(name))
        ), name


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_says_what_it_is_for(sheet):
    """The first line tells a reader of the folder what the component is."""
    assert SHEETS[sheet].startswith("/* ")


def test_the_site_loads_every_sheet():
    """None is left out, and the sheets that the press writes are among them: places, own colours."""
    settings = (ROOT / "mkdocs.yml").read_text("utf-8")
    loaded = re.findall(r"- assets/css/([\w-]+)\.css", settings)
    assert sorted(loaded) == sorted([*SHEETS, Path(PATH).stem, Path(OWN).stem])


@pytest.fixture(scope="module")
def library():
    """Return everything under the policies folder."""
    return read_all(ROOT / "policies")


@pytest.fixture(scope="module")
def known(library):
    """Return every class that has a rule or is a hook."""
    sheets = [*SHEETS.values(), places_sheet(len(library.protocols)).text]
    return HOOKS.union(*(CLASS.findall(INSIDE.sub("", one)) for one in sheets)).union(
        *(CLASS.findall(one) for sheet in sheets for one in selectors(sheet))
    )


def unknown(shown, known):
    """Return by name the classes of each text that are not ``known`` and not Material's."""
    found = {
        name: {one for one in classes(text) - known if not MATERIAL.match(one)}
        for name, text in shown.items()
    }
    return {name: some for name, some in found.items() if some}


def test_every_class_that_a_page_uses_has_a_rule_or_is_a_hook(library, known):
    """On generated pages, on the forms, on pages written by hand and in the theme."""
    shown = {page.path: page.text for page in all_pages(library)}
    shown |= {"checker": checker(), "calculator": calculator()}
    written = [*DOCS.glob("*.md"), *(DOCS / "assets" / "theme").rglob("*.html")]
    for folder in ("about", "check", "deadlines", "publish", "develop"):
        written += (DOCS / folder).rglob("*.md")
    shown |= {str(path): path.read_text("utf-8") for path in written}
    assert unknown(shown, known) == {}


def test_every_class_of_an_answer_has_a_rule_or_is_a_hook(library, known, monkeypatch):
    """In answers and schedules of cases of every kind."""
    data = to_plain(for_browser(library))
    monkeypatch.setattr(browser, "_data", lambda: data)
    dice = random.Random(2026)  # noqa: S311 - not for secrets
    asked = library.national.notifiability.questions
    shown = {}
    for one in library.partnerships:
        for number, events in enumerate(
            some_cases(library.national, one, library.calendar)[:CASES]
        ):
            answers = {
                item.id: dice.choice(item.options).id
                for item in (*asked, *one.questions)
            }
            place = {"partnership": one.id}
            given = place | {"answers": answers, "la_aware": "2026-11-02"}
            shown[f"{one.id} answer {number}"] = browser.check(given).get("html", "")
            given = place | {"events": events, "today": "2026-11-25"}
            shown[f"{one.id} dates {number}"] = browser.deadlines(given).get("html", "")
    assert sum(map(bool, shown.values())) > len(shown) / 2
    assert unknown(shown, known) == {}
