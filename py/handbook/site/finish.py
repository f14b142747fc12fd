"""What is done to the built site before it takes its place.

The order matters: the search reads the pages as they were written; heads, names and policies change the pages, the service worker's version is made
of the finished files, and compressed copies are made of everything.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.runtime.bundle import RUNTIME
from handbook.search import write_search
from handbook.site.chosen_links import choose_in_links
from handbook.site.compress import squeeze
from handbook.site.content_policy import write_policies
from handbook.site.fingerprints import lasting, name_by_content
from handbook.site.head import rewrite_heads
from handbook.site.headers import write_headers
from handbook.site.offline import write_service_worker

if TYPE_CHECKING:
    from pathlib import Path

    from handbook.read.library import Library


DAY = re.compile(r"\s*<lastmod>[^<]*</lastmod>")


@dataclass(frozen=True)
class Finished:
    """The site's version, the widest policy of its pages, and how many copies were made."""

    version: str
    policy: str
    copies: int


def without_days(site: Path) -> None:
    """Take the day of the build out of the list of pages: equal sites are equal on any day.

    It says nothing of when a page changed. The copy compressed with it is made anew.
    """
    listing = site / "sitemap.xml"
    if listing.is_file():
        text = DAY.sub("", listing.read_text("utf-8"))
        listing.write_text(text, "utf-8")
        listing.with_name(f"{listing.name}.gz").unlink(missing_ok=True)


def finish(site: Path, library: Library, folder: str, kept: Path) -> Finished:
    """Finish the site of ``library`` at ``site``; Python lies in ``folder`` of the runtime's folder."""
    runtime = f"{RUNTIME.relative_to('docs').as_posix()}/{folder}"
    without_days(site)
    write_search(site, library)
    choose_in_links(site)
    rewrite_heads(site)
    name_by_content(site)
    policy = write_policies(site)
    write_headers(site, policy, [f"/{runtime}/*", *lasting(site)])
    version = write_service_worker(site, runtime)
    return Finished(version, policy, squeeze(site, kept))
