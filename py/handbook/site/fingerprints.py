"""Names what pages load by its content, so that a browser may keep it for ever and never ask again.

A page needs a dozen small files. A browser that must ask whether each is still right
waits for the line twice or three times before it can show the page.
"""

from __future__ import annotations

import hashlib
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FOLDERS = ("fonts", "css", "js", "policies", "search")
"""Folders of ``assets``; what a folder names of another comes after that other."""
LENGTH = 8
IN_PAGES = re.compile(
    rf'((?:href|src|data-policies|data-search)="[^":]*\bassets/)({"|".join(FOLDERS)})/'
)
IN_STYLES = re.compile(rf"(url\([\"']?\.\./)({'|'.join(FOLDERS)})/")
THEMES = re.compile(r"\.[0-9a-f]{8}\.min\.(css|js)$")
"""The theme names its own files so."""
NAMED = re.compile(
    rf"/assets/(?:{'|'.join(FOLDERS)})\.[0-9a-f]{{{LENGTH}}}/|{THEMES.pattern}"
)
"""What a path of the site has when its content can never change."""


def name_by_content(site: Path) -> None:
    """Rename the folders of styles, scripts and fonts under ``site``, in all that names them.

    ``assets/js`` becomes ``assets/js.`` and a hash of all that is in it. Files within a folder
    name each other as before.
    """
    assets = site / "assets"
    new: dict[str, str] = {}
    for folder in filter(lambda name: (assets / name).is_dir(), FOLDERS):
        files = sorted(path for path in (assets / folder).rglob("*") if path.is_file())
        digest = hashlib.sha256()
        for path in files:
            if path.suffix == ".css":
                _rename(path, IN_STYLES, new)
            name = path.relative_to(assets).as_posix()
            digest.update(name.encode() + b"\0" + path.read_bytes())
        new[folder] = f"{folder}.{digest.hexdigest()[:LENGTH]}"
        (assets / folder).rename(assets / new[folder])
    for path in site.rglob("*.html"):
        _rename(path, IN_PAGES, new)


def lasting(site: Path) -> Iterator[str]:
    """Yield the paths of ``site``, from its root, that never change: whole folders, and single files."""
    for folder in sorted((site / "assets").iterdir()):
        if NAMED.search(f"/assets/{folder.name}/"):
            yield f"/assets/{folder.name}/*"
        else:
            files = (path for path in folder.rglob("*") if THEMES.search(path.name))
            yield from sorted(f"/{path.relative_to(site).as_posix()}" for path in files)


def _rename(path: Path, places: re.Pattern[str], new: dict[str, str]) -> None:
    """Put the new names of folders in the ``places`` of the file at ``path`` that name them."""
    text = path.read_text("utf-8")
    text = places.sub(lambda found: f"{found[1]}{new.get(found[2], found[2])}/", text)
    path.write_text(text, "utf-8")
