"""Styles, scripts and fonts lie in folders named by their content, and all that names them knows."""

import re
from pathlib import Path

import pytest

from handbook.site.fingerprints import NAMED, lasting, name_by_content

SITE = Path(__file__).parents[2] / "site"
FILES = {
    "index.html": '<link href="assets/css/all.css"><p>in assets/css/ are styles</p><img src="assets/images/a.svg">',
    "deep/page/index.html": '<script src="../../assets/js/a.js"></script><a href="https://else.where/assets/js/">x</a>',
    "404.html": '<script src="/assets/js/a.js"></script>',
    "assets/css/all.css": "@font-face { src: url(../fonts/a.woff2) }\n",
    "assets/fonts/a.woff2": "a font",
    "assets/images/a.svg": "<svg/>",
    "assets/js/a.js": 'import "./b.js";\n',
    "assets/js/b.js": "1;\n",
    "assets/javascripts/bundle.a5f9d56c.min.js": "the theme's",
    "assets/javascripts/lunr/min/lunr.de.min.js": "the theme's, not named by content",
}


def make(folder, **other):
    """Make a small site in ``folder``; ``other`` content for files by the name without its ending."""
    for name, text in FILES.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        content = other.get(Path(name).stem, text)
        (folder / name).write_text(content, "utf-8")
    name_by_content(folder)
    return {
        path.name.split(".")[0]: path.name for path in (folder / "assets").iterdir()
    }


def test_pages_and_styles_name_the_new_folders(tmp_path):
    """Words and other sites' addresses stay as they are."""
    new = make(tmp_path)
    text = {
        name: tmp_path / name
        for name in ("index.html", "deep/page/index.html", "404.html")
    }
    text = {name: path.read_text("utf-8") for name, path in text.items()}
    assert f'href="assets/{new["css"]}/all.css"' in text["index.html"]
    assert "<p>in assets/css/ are styles</p>" in text["index.html"]
    assert 'src="assets/images/a.svg"' in text["index.html"]
    assert f'src="../../assets/{new["js"]}/a.js"' in text["deep/page/index.html"]
    assert "https://else.where/assets/js/" in text["deep/page/index.html"]
    assert f'src="/assets/{new["js"]}/a.js"' in text["404.html"]
    style = (tmp_path / "assets" / new["css"] / "all.css").read_text("utf-8")
    assert f"url(../{new['fonts']}/a.woff2)" in style


@pytest.mark.parametrize(
    ("changed", "renamed"),
    [
        ({}, set()),
        ({"b": "2;\n"}, {"js"}),
        ({"all": "b {}\n"}, {"css"}),
        ({"a": "other"}, {"js", "css", "fonts"}),
        ({"index": "<p>other words</p>"}, set()),
    ],
)
def test_a_folder_has_a_new_name_when_and_only_when_what_is_in_it_changed(
    tmp_path, changed, renamed
):
    """Another font changes the styles too, because they name it."""
    before = make(tmp_path / "before")
    after = make(tmp_path / "after", **changed)
    assert {folder for folder in before if before[folder] != after[folder]} == renamed


def test_what_lasts_is_what_is_named_by_content(tmp_path):
    """The theme's own hashed files too, but not its others, nor pictures."""
    new = make(tmp_path)
    own = {f"/assets/{new[folder]}/*" for folder in ("css", "fonts", "js")}
    assert set(lasting(tmp_path)) == own | {
        "/assets/javascripts/bundle.a5f9d56c.min.js"
    }
    assert NAMED.search(f"/assets/{new['js']}/a.js")
    assert not NAMED.search("/assets/javascripts/lunr/min/lunr.de.min.js")
    assert not NAMED.search("/assets/images/a.svg")
    assert not NAMED.search("/partnerships/surrey/")


@pytest.mark.site
def test_every_style_and_script_of_a_page_may_be_kept_for_ever():
    """No page of the handbook waits to ask whether what it loads is still right."""
    for path in SITE.rglob("*.html"):
        page = path.read_text("utf-8")
        for address in re.findall(
            r'<(?:script|link)\b[^>]*\b(?:src|href)="([^"]+\.(?:js|css|woff2))"', page
        ):
            target = SITE / address[address.index("assets/") :]
            assert target.is_file(), (path, address)
            assert NAMED.search(f"/{target.relative_to(SITE).as_posix()}"), (
                path,
                address,
            )
