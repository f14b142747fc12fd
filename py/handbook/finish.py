"""What is done to the built site before it takes its place.

The order matters: heads, names and policies change the pages, the service worker's version is made
of the finished files, and compressed copies are made of everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from handbook.bundle import RUNTIME
from handbook.by_content import lasting, name_by_content
from handbook.content_policy import write_policies
from handbook.head import rewrite_heads
from handbook.headers_file import write_headers
from handbook.offline import write_service_worker
from handbook.squeeze import squeeze

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True)
class Finished:
    """The site's version, the widest policy of its pages, and how many copies were made."""

    version: str
    policy: str
    copies: int


def finish(site: Path, folder: str, kept: Path) -> Finished:
    """Finish the site at ``site``, whose Python lies in ``folder`` of the runtime's folder."""
    runtime = f"{RUNTIME.relative_to('docs').as_posix()}/{folder}"
    rewrite_heads(site)
    name_by_content(site)
    policy = write_policies(site)
    write_headers(site, policy, [f"/{runtime}/*", *lasting(site)])
    version = write_service_worker(site, runtime)
    return Finished(version, policy, squeeze(site, kept))
