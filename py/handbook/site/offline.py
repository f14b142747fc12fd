"""Writes the site's service worker: the list of its files, and a version made of their content.

The worker keeps exactly these files in the reader's browser, so that the handbook
works without a network after one visit. Another content is another version, which
takes over and removes what the one before kept.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from handbook.site.host_files import HOST_FILES

LENGTH = 16
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
        "FILES": [name.removesuffix("index.html") for name in pages],
        "RUNTIME_FILES": python,
    }
    head = "".join(
        f"const {name} = {json.dumps(value, ensure_ascii=False)};\n"
        for name, value in lists.items()
    )
    body = Path(__file__).with_name(SCRIPT).read_text("utf-8")
    (site / SCRIPT).write_text(head + body, "utf-8")
    return version


def _files(site: Path) -> list[str]:
    return sorted(
        path.relative_to(site).as_posix()
        for path in site.rglob("*")
        if path.is_file() and path.suffix not in NOT_KEPT
    )
