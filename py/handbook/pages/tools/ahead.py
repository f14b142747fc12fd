"""What the tools fetch before anything is chosen, so that a choice tells the server nothing.

With a few partnerships, every protocol's file is fetched when a tool starts. With more, a
choice fetches the file of its own protocol, and the page says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from handbook.read.library import Library

MOST = 10
"""Partnerships of which every file is fetched ahead."""
AHEAD = (
    "A tool fetches the files of all protocols when it starts. So nothing is fetched when you "
    "choose a local authority in it, and the server does not see which one you chose."
)
ONE_BY_ONE = (
    "When you choose a local authority in a tool, the page fetches that protocol’s file from this "
    "site. So the server can see which protocol was chosen."
)


def fetched_ahead(library: Library) -> tuple[str, ...]:
    """Return the names of the protocols' files that a tool fetches when it starts; none where there are many."""
    if len(library.partnerships) > MOST:
        return ()
    return tuple(sorted(one.id for one in library.all_protocols))


def said_at_choice(library: Library) -> str:
    """Return what a form says beside its list of authorities: nothing where a choice fetches nothing."""
    return "" if fetched_ahead(library) else ONE_BY_ONE


def what_a_choice_fetches(library: Library) -> str:
    """Return what the page on privacy says of a choice, as this site was built."""
    return AHEAD if fetched_ahead(library) else ONE_BY_ONE
