"""Writes the site's service worker: the list of its files, and a version made of their content.

The worker keeps exactly these files in the reader's browser, so that the handbook
works without a network after one visit. Another content is another version, which
takes over and removes what the one before kept.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from handbook.site.host_files import HOST_FILES

LENGTH = 16
MOST = 24_000_000
"""Bytes, before compression, of the files of single areas and partnerships that are kept."""
OF_SOME = re.compile(
    r"^(?:partnerships/(?!england/)[^/]+/|areas/|compare/"
    r"|assets/policies[^/]*/(?!england\.|places\.)|assets/search[^/]*/(?!all\.))"
)
"""Files that only the readers of some areas need, or that grow with the number of those."""
SCRIPT = "service-worker.js"
NOT_KEPT = (".map", ".gz", ".br", ".xml")
NOT_NEEDED = {SCRIPT, "CNAME", ".nojekyll", "robots.txt", *HOST_FILES}


def write_service_worker(site: Path, runtime: str) -> str:
    """Write the worker into ``site`` and return its version.

    ``runtime`` is the folder of Python, relative to ``site``; its files are kept
    apart, because they are large and change less often than the pages.
    """
    files = [name for name in _files(site) if name not in NOT_NEEDED]
    python = [name for name in files if name.startswith(f"{runtime}/")]
    pages = [name for name in files if not name.startswith(f"{Path(runtime).parent}/")]
    digest = hashlib.sha256((Path(__file__).with_name(SCRIPT)).read_bytes())
    for name in files:
        digest.update(name.encode() + b"\0" + (site / name).read_bytes())
    version = digest.hexdigest()[:LENGTH]
    lists = {
        "VERSION": version,
        "RUNTIME": Path(runtime).name,
        "FILES": [
            name.removesuffix("index.html") for name in worth_keeping(site, pages)
        ],
        "RUNTIME_FILES": python,
    }
    head = "".join(
        f"const {name} = {json.dumps(value, ensure_ascii=False)};\n"
        for name, value in lists.items()
    )
    body = Path(__file__).with_name(SCRIPT).read_text("utf-8")
    (site / SCRIPT).write_text(head + body, "utf-8")
    return version


def worth_keeping(site: Path, pages: list[str]) -> list[str]:
    """Return the ``pages`` to keep: all or, where there are too many, what every area needs.

    What is left out is fetched when it is opened or chosen, so that a handbook of many
    partnerships is no larger a download than one of a few.
    """
    some = [name for name in pages if OF_SOME.search(name)]
    if sum((site / name).stat().st_size for name in some) <= MOST:
        return pages
    return [name for name in pages if name not in some]


def _files(site: Path) -> list[str]:
    return sorted(
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and path.suffix not in NOT_KEPT
    )
