"""The generated pages of every partnership, made once, and a small tree to look into them."""

from __future__ import annotations

from pathlib import Path

import pytest

from elements import elements
from handbook.pages.partnership.roles import roles_pages
from handbook.pages.write import local_pages
from handbook.read.library import read_all
from handbook.read.policy_files import policy_files

POLICIES = Path(__file__).parents[2] / "policies"


def parse_page(text):
    """Return the tree of a generated page, its front matter left out."""
    return elements(text.split("---\n", 2)[2])


@pytest.fixture(scope="session")
def parse():
    """Return the function that makes a tree of a page's text."""
    return parse_page


@pytest.fixture(scope="session")
def library():
    """Return everything under the policies folder."""
    return read_all(POLICIES)


@pytest.fixture(scope="session")
def pages(library):
    """Return the tree of every partnership page in words by its path, without the ending."""
    made = [
        page for one in library.protocols for page in local_pages(one, library.calendar)
    ]
    made += [page for one in library.protocols for page in roles_pages(one)]
    return {page.path.removesuffix(".md"): parse_page(page.text) for page in made}


@pytest.fixture(
    scope="session",
    params=[path.stem for path in policy_files(POLICIES / "partnerships")],
)
def partnership(request, library):
    """Return each partnership in turn."""
    return next(one for one in library.partnerships if one.id == request.param)


@pytest.fixture(scope="session")
def folder(partnership, pages):
    """Return the pages of the partnership by their names in its folder."""
    start = f"partnerships/{partnership.id}/"
    return {
        path.removeprefix(start): page
        for path, page in pages.items()
        if path.startswith(start)
    }
