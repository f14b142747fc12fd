"""What the site builder is told of a site: its name, its address, its tabs.

The frame itself, ``mkdocs.yml``, stays as it is and takes most of this from variables. Only
its tabs cannot: a site without a comparison gets a file beside it that says the tabs anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import yaml

from handbook.exchange import write_whole
from handbook.own.reading import handbook_file
from handbook.own.tokens import own_tokens

if TYPE_CHECKING:
    from pathlib import Path

    from handbook.own.settings import Handbook
    from handbook.read.library import Library

FRAME = "mkdocs.yml"
OWN_FRAME = ".mkdocs.own.yml"
LOGO = "assets/images/own.svg"
SHEET = "assets/css/own.css"
COMPARED = "compare/"
COMPARED_AT_LEAST = 2
"""Partnerships: with fewer there is nothing to compare."""


class _Frame(yaml.SafeLoader):
    """Reads the frame as plain values; what a variable holds is not asked for."""


_Frame.add_multi_constructor("!", lambda *_: None)


def write_frame(root: Path, library: Library) -> str:
    """Return the name of the frame to build with; write one of the site's own where it needs it."""
    if len(library.partnerships) >= COMPARED_AT_LEAST:
        return FRAME
    whole = yaml.load((root / FRAME).read_text("utf-8"), Loader=_Frame)  # noqa: S506 - a SafeLoader
    tabs = [item for item in whole["nav"] if not _compares(item)]
    text = yaml.safe_dump({"INHERIT": FRAME, "nav": tabs}, sort_keys=False)
    write_whole(root / OWN_FRAME, text.encode())
    return OWN_FRAME


def write_look(root: Path, handbook: Handbook) -> None:
    """Write the site's own colours and its logo below ``root/docs``, or take them away."""
    tokens = own_tokens(handbook.colours) if handbook.colours else ""
    sheet = "/* The colours of a site of one’s own, from handbook.yml. */\n" + tokens
    write_whole(root / "docs" / SHEET, sheet.encode())
    logo = root / "docs" / LOGO
    if handbook.logo:
        picture = handbook_file(root).parent / handbook.logo
        write_whole(logo, picture.read_bytes())
    else:
        logo.unlink(missing_ok=True)


def told_to_builder(handbook: Handbook, address: str = "") -> dict[str, str]:
    """Return the variables that the frame reads; ``address`` overrules the settings'."""
    told = {
        "HANDBOOK_NAME": handbook.name,
        "HANDBOOK_DESCRIPTION": handbook.description,
        "HANDBOOK_LOGO": LOGO if handbook.logo else "",
        "REPO_URL": handbook.source,
        "SITE_URL": address or handbook.address,
    }
    return {name: value for name, value in told.items() if value}


def _compares(item: dict[str, object]) -> bool:
    return any(
        isinstance(target, str) and target.startswith(COMPARED)
        for target in item.values()
    )
