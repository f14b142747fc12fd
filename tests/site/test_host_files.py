"""Every web server is told the same: the headers of ``_headers``, and the types of the site's files."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from handbook.site.chosen_links import chosen
from handbook.site.headers import TYPES, headers, write_headers
from handbook.site.host_files import HOST_FILES

POLICY = "default-src 'none'; script-src 'self' 'sha256-a+b/c=' 'wasm-unsafe-eval'"
LASTING = ["/assets/js.004d136d/*", "/assets/javascripts/bundle.a5f9d56c.min.js"]
TABLE = headers(POLICY, LASTING)
TOLD = re.compile(r'(?:Header always set|add_header) (\S+) "([^"]*)"')


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """Return a folder with what the build writes for servers."""
    folder = tmp_path_factory.mktemp("site")
    write_headers(folder, POLICY, LASTING)
    return folder


def of_hosts(site):
    """Return headers by path as ``_headers`` says them."""
    found = {}
    for line in (site / "_headers").read_text("utf-8").splitlines():
        if line.startswith("/"):
            found[line] = {}
        elif line:
            name, _, value = line.strip().partition(": ")
            found[next(reversed(found))][name] = value
    return found


def of_iis(site):
    """Return headers by path, and types, as ``web.config`` says them."""
    root = ET.parse(site / "web.config").getroot()  # noqa: S314 - our own file

    def added(place):
        found = place.findall("./system.webServer/httpProtocol/customHeaders/add")
        return {one.get("name"): one.get("value") for one in found}

    told = {"/*": added(root)}
    for place in root.findall("location"):
        path = f"/{place.get('path')}"
        told[f"{path}/*" if f"{path}/*" in TABLE else path] = added(place)
    maps = root.findall("./system.webServer/staticContent/mimeMap")
    return told, {one.get("fileExtension"): one.get("mimeType") for one in maps}


def of_apache(site):
    """Return headers by path, and types, as ``.htaccess`` says them."""
    text = (site / ".htaccess").read_text("utf-8")
    blocks = re.findall(
        r"<If \"%\{REQUEST_URI\} =~ m#([^\n]*)#\">\n(.*?)</If>", text, re.DOTALL
    )
    told = {
        "/*": dict(TOLD.findall(re.sub(r"<If .*?</If>", "", text, flags=re.DOTALL)))
    }
    for pattern, lines in blocks:
        for path in TABLE:
            inside = f"/somewhere{path.replace('*', 'widgets.js')}"
            if path != "/*" and re.search(pattern, inside):
                told[path] = dict(TOLD.findall(lines))
    pairs = re.findall(r"^AddType (\S+) (\S+)$", text, re.MULTILINE)
    return told, {ending: kind for kind, ending in pairs}


def of_nginx(site):
    """Return headers by path, and types, as ``nginx.conf`` says them."""
    text = (site / "nginx.conf").read_text("utf-8")
    told = {}
    for sign, path, lines in re.findall(
        r"^location (?:(\^~|=) )?(\S+) \{\n(.*?)^\}", text, re.MULTILINE | re.DOTALL
    ):
        told[path if sign == "=" else f"{path}*"] = dict(TOLD.findall(lines))
    kinds = re.search(r"types \{(.*?)\}", text, re.DOTALL)[1]
    pairs = re.findall(r"(\S+) (\S+);", kinds)
    return told, {f".{ending}": kind for kind, ending in pairs}


def test_hosts_iis_and_apache_send_the_same_headers(site):
    """Path by path and name by name, as the one table has them."""
    assert TABLE == of_hosts(site) == of_iis(site)[0] == of_apache(site)[0]


def test_nginx_sends_what_holds_for_all_with_each_path(site):
    """A location of nginx that sends a header of its own inherits none."""
    expected = {path: {**TABLE["/*"], **sent} for path, sent in TABLE.items()}
    assert expected == of_nginx(site)[0]


def test_every_server_knows_the_types_that_browsers_insist_on(site):
    """Modules, WebAssembly, packed Python and the font."""
    assert TYPES == of_iis(site)[1] == of_apache(site)[1] == of_nginx(site)[1]
    assert {".mjs", ".wasm", ".whl", ".woff2", ".webmanifest"} <= TYPES.keys()


def test_a_path_of_apache_is_no_other_path(site):
    """A full stop in a folder's name stands for itself."""
    text = (site / ".htaccess").read_text("utf-8")
    patterns = re.findall(r"m#(.*)#", text)
    assert not any(re.search(p, "/assets/js-004d136d/x.js") for p in patterns)
    assert not any(re.search(p, "/service-worker.js.map") for p in patterns)


def test_nothing_but_these_files_is_written(site):
    """Each has a name by which the service worker leaves it out."""
    assert {path.name for path in site.iterdir()} == HOST_FILES


@pytest.mark.parametrize(
    ("here", "link", "expected"),
    [
        ("/partnerships/tees/index.html", "../../check/", "../../check/#tees"),
        (
            "/partnerships/tees/index.html",
            "../../deadlines/",
            "../../deadlines/#tees",
        ),
        ("/partnerships/tees/index.html", "deadlines/", "deadlines/"),
        ("/partnerships/tees/deadlines/index.html", "./", "./"),
        (
            "/partnerships/tees/roles/office/index.html",
            "../../../../check/index.html",
            "../../../../check/index.html#tees",
        ),
        (
            "/partnerships/tees/index.html",
            "../../check/#tees:hartlepool",
            "../../check/#tees:hartlepool",
        ),
        ("/partnerships/tees/index.html", "../../check/record/", "../../check/record/"),
        (
            "/partnerships/tees/index.html",
            "https://example.org/check/",
            "https://example.org/check/",
        ),
    ],
)
def test_only_links_to_a_tool_name_the_partnership(here, link, expected):
    """A partnership's own page of deadlines is not the calculator."""
    page = '<p><a class="lone" href="{}">Work out the date</a></p>'
    assert page.format(expected) == chosen(page.format(link), here, "tees")
