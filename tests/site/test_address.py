"""A published site knows where it lives, in a folder of a host as well, and not when it was built."""

from __future__ import annotations

import gzip
import json
import os
import re
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import yaml

from handbook.site import finish

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
HOME = "https://council.example/handbook/"
LINK = re.compile(r'(?:href|src)="?(/[^">\s]*)')
CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')


def jobs():
    """Return every job of every workflow, by name."""
    found = {}
    for path in WORKFLOWS:
        found |= yaml.safe_load(path.read_text("utf-8"))["jobs"]
    return found


def test_what_is_published_is_built_for_the_address_of_the_pages():
    """The job that hands over the site builds it with SITE_URL from the host's own settings."""
    uploads = [
        (job, step)
        for job in jobs().values()
        for step in job["steps"]
        if "upload-pages-artifact@" in step.get("uses", "")
    ]
    assert len(uploads) == 1
    job, upload = uploads[0]
    asked = [s for s in job["steps"] if "configure-pages@" in s.get("uses", "")]
    assert len(asked) == 1
    base = f"${{{{ steps.{asked[0]['id']}.outputs.base_url }}}}/"
    builds = [s for s in job["steps"] if s.get("env", {}).get("SITE_URL") == base]
    assert [build["run"] for build in builds] == ["make site"]
    order = [job["steps"].index(step) for step in (asked[0], builds[0], upload)]
    assert order == sorted(order)
    assert job["needs"] == "test"
    assert job["permissions"] == {"contents": "read", "pages": "read"}


def test_every_job_has_few_rights_and_every_action_a_fixed_version():
    """No step runs what somebody else may change, and only the last may publish."""
    for path in WORKFLOWS:
        assert yaml.safe_load(path.read_text("utf-8"))["permissions"] == {}
    for name, job in jobs().items():
        writes = [key for key, right in job["permissions"].items() if right == "write"]
        assert writes == (["pages", "id-token"] if name == "publish" else [])
        for step in job["steps"]:
            assert "run" in step or re.search(r"@[0-9a-f]{40}$", step["uses"])


@pytest.fixture(scope="module")
def site(tmp_path_factory, library):
    """Return the site as it is built for a folder of a host, with all that changes its pages."""
    folder = tmp_path_factory.mktemp("address") / "site"
    manifest = json.loads((ROOT / "docs/assets/runtime/manifest.json").read_text())
    words = ["-m", "mkdocs", "build", "--strict", "--site-dir", str(folder)]
    subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env={**os.environ, "SITE_URL": HOME},
        check=True,
        capture_output=True,
    )
    finish.finish(folder, library, manifest["folder"], ROOT / "build" / "compressed")
    return folder


def test_every_page_names_its_own_address(site):
    """The canonical link of each page is where it will be found."""
    for page in site.rglob("*.html"):
        if page.name == "404.html":
            continue
        place = page.relative_to(site).as_posix().removesuffix("index.html")
        found = CANONICAL.search(page.read_text("utf-8"))
        assert found, page
        assert found[1] == HOME + place


def test_the_list_of_pages_has_every_page_under_its_address_and_no_day(site):
    """The sitemap, plain and compressed: all pages, the right host, nothing of the build's day."""
    text = (site / "sitemap.xml").read_text("utf-8")
    places = re.findall("<loc>([^<]+)</loc>", text)
    pages = {
        HOME + page.relative_to(site).as_posix().removesuffix("index.html")
        for page in site.rglob("*.html")
        if page.name != "404.html"
    }
    assert set(places) == pages
    assert "lastmod" not in text
    assert gzip.decompress((site / "sitemap.xml.gz").read_bytes()).decode() == text
    assert "127.0.0.1" not in text


def test_a_page_that_is_not_there_has_its_styles_wherever_it_is_asked_for(site):
    """404.html names its files from the host's root, through the site's own folder."""
    text = (site / "404.html").read_text("utf-8")
    links = LINK.findall(text)
    base = urlsplit(HOME).path
    assert [link for link in links if not link.startswith(base)] == []
    kinds = {Path(urlsplit(link).path).suffix for link in links}
    assert {".css", ".js"} <= kinds
    for link in links:
        place = site / urlsplit(link).path.removeprefix(base)
        assert place.is_file() or (place / "index.html").is_file(), link
    assert "Content-Security-Policy" in text


@pytest.mark.parametrize("day", ["2026-11-20", "2026-11-21"])
def test_a_site_does_not_tell_the_day_of_its_build(tmp_path, day):
    """The list of pages is the same on any day, and so are its compressed copies."""
    listing = tmp_path / "sitemap.xml"
    place = "<loc>https://council.example/</loc>"
    listing.write_text(
        f"<urlset>\n    <url>\n         {place}\n"
        f"         <lastmod>{day}</lastmod>\n    </url>\n</urlset>\n"
    )
    (tmp_path / "sitemap.xml.gz").write_bytes(gzip.compress(day.encode()))
    finish.without_days(tmp_path)
    assert day not in listing.read_text()
    assert place in listing.read_text()
    assert not (tmp_path / "sitemap.xml.gz").exists()
