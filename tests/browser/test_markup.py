"""The built pages are valid HTML and carry no style of their own."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from in_browser import ROOT, SITE
from site_map import kinds

pytestmark = pytest.mark.site

CHECKER = ROOT / "node_modules" / ".bin" / "html-validate"
RULES = Path(__file__).with_name("html-validate.json")


def test_one_page_of_each_kind_is_valid_html() -> None:
    """The checker finds no fault; only rules of taste are off."""
    pages = [str(SITE / address / "index.html") for address in kinds()]
    assert len(pages) > 20
    done = subprocess.run(
        [CHECKER, "--config", RULES, *pages],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout == ""
    assert done.returncode == 0
