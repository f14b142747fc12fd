"""The same tree builds with MkDocs and with its successor, Zensical, into the same pages."""

from __future__ import annotations

import shutil
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urljoin

import pytest

from handbook.site.chosen_links import choose_in_links

ROOT = Path(__file__).resolve().parents[2]
TREE = ("mkdocs.yml", "pyproject.toml", "docs", "policies", "py")
UNREAD = {"script", "style"}


class Article(HTMLParser):
    """What a page says, for comparing: its words, its fields' names, its links and its ids."""

    def __init__(self, site: Path, page: Path) -> None:
        """Read ``page`` of ``site``; its links are taken to where they lead."""
        super().__init__()
        self.base = f"https://council.example/handbook/{page.as_posix()}"
        self.depth = self.unread = 0
        self.said: list[str] = []
        self.feed((site / page).read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter a part of the page and note what it is called."""
        self.unread += tag in UNREAD
        self.depth += tag == "article"
        if self.depth:
            self.said += [
                urljoin(self.base, value) if name == "href" else f"{name}={value}"
                for name, value in attrs
                if name in {"id", "name", "href"} and value
            ]

    def handle_endtag(self, tag: str) -> None:
        """Leave a part of the page."""
        self.unread -= tag in UNREAD
        self.depth -= tag == "article"

    def handle_data(self, data: str) -> None:
        """Note the words."""
        if self.depth and not self.unread:
            self.said += data.split()


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the site that Zensical builds from the very files MkDocs built from."""
    tree = tmp_path_factory.mktemp("zensical")
    for name in TREE:
        if (ROOT / name).is_dir():
            shutil.copytree(
                ROOT / name,
                tree / name,
                ignore=shutil.ignore_patterns("__pycache__", "runtime"),
            )
        else:
            shutil.copy(ROOT / name, tree / name)
    done = subprocess.run(
        [sys.executable, "-m", "zensical", "build", "--strict"],
        cwd=tree,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    choose_in_links(tree / "site")  # done to the site, whoever built it
    return tree / "site"


def test_zensical_builds_every_page_that_mkdocs_builds(other: Path) -> None:
    """No page is lost and none is added."""
    site = ROOT / "site"
    ours = {page.relative_to(site) for page in site.rglob("*.html")}
    assert ours == {page.relative_to(other) for page in other.rglob("*.html")}
    assert len(ours) > 100


def test_zensicals_pages_say_the_same(other: Path) -> None:
    """Words, fields, links and ids of every page's article are the same, in the same order."""
    site = ROOT / "site"
    pages = [page.relative_to(site) for page in sorted(site.rglob("*.html"))]
    different = [
        page.as_posix()
        for page in pages
        if Article(site, page).said != Article(other, page).said
    ]
    assert different == []
    assert len(Article(other, Path("check/index.html")).said) > 300
