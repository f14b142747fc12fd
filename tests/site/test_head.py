"""What the head of each built page asks for: everything at once, and nothing twice."""

import re
from pathlib import Path

import pytest
from mkdocs.config import load_config

from handbook.site.head import rewrite_heads

ROOT = Path(__file__).parents[2]
PAGE = """<!doctype html><html><head><meta charset="utf-8">
<link rel="stylesheet" href="../assets/css/one.css">
<link rel="stylesheet" href="../assets/css/two.css">
</head><body><script>inline()</script><script src="../assets/js/old.js"></script>
<script src="../assets/js/a.js" type="module"></script>
<script src="../assets/js/b.js" type="module"></script></body></html>
"""


@pytest.fixture
def small(tmp_path):
    """Make a site of one page with two style sheets and scripts that import each other."""
    files = {
        "page/index.html": PAGE,
        "assets/css/one.css": "a { color: red }\n",
        "assets/css/two.css": "a { color: blue }\n",
        "assets/js/old.js": "",
        "assets/js/a.js": 'import { b } from "./b.js";\nimport "./more/c.js";\n',
        "assets/js/b.js": "export const b = 1;\n",
        "assets/js/more/c.js": 'import {\n  b,\n} from "../b.js";\n',
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_every_script_and_what_it_imports_is_named_once_before_the_style_sheet(small):
    """Modules as modules, others as scripts; an inline script is not."""
    rewrite_heads(small)
    page = (small / "page/index.html").read_text("utf-8")
    links = re.findall(
        r'<link rel="(\w+)"(?: as="script"| fetchpriority="low")? href="([^"]+)">', page
    )
    assert links == [
        ("preload", "../assets/js/old.js"),
        ("modulepreload", "../assets/js/a.js"),
        ("modulepreload", "../assets/js/b.js"),
        ("modulepreload", "../assets/js/more/c.js"),
        ("stylesheet", "../assets/css/handbook.css"),
    ]


def test_style_sheets_become_one_in_their_order(small):
    """A later rule still wins over an earlier one, and the parts are gone."""
    rewrite_heads(small)
    sheets = {path.name: path.read_text("utf-8") for path in small.rglob("*.css")}
    assert sheets == {"handbook.css": "a { color: red }\na { color: blue }\n"}


def test_pages_with_different_style_sheets_are_refused(small):
    """One file could not take the place of all."""
    other = PAGE.replace("two.css", "three.css")
    (small / "other.html").write_text(other, "utf-8")
    with pytest.raises(ValueError, match="different style sheets"):
        rewrite_heads(small)


def test_a_page_without_a_character_set_is_refused(small):
    """There would be no sure place before all that loads anything."""
    (small / "other.html").write_text("<p>bare</p>", "utf-8")
    with pytest.raises(ValueError, match=r"other\.html: .*character set"):
        rewrite_heads(small)


@pytest.mark.site
def test_every_page_of_the_handbook_has_one_style_sheet_made_of_all():
    """All pages ask for the same one; it holds every part, in the order of the settings."""
    site = ROOT / "site"
    for path in site.rglob("*.html"):
        page = path.read_text("utf-8")
        sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"', page)
        assert [sheet.rpartition("/")[2] for sheet in sheets] == ["handbook.css"], path
    names = load_config(str(ROOT / "mkdocs.yml"))["extra_css"]
    parts = [(ROOT / "docs" / name).read_text("utf-8") for name in names]
    [sheet] = (site / "assets").glob("css.*/handbook.css")
    fonts = next((site / "assets").glob("fonts.*")).name
    joined = sheet.read_text("utf-8").replace(f"../{fonts}/", "../fonts/")
    assert joined == "".join(parts)
