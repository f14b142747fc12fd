"""Which pages the built site has, and one of each kind."""

from __future__ import annotations

from in_browser import SITE


def addresses() -> list[str]:
    """Return the address of every page, from the site's root."""
    return sorted(
        path.parent.relative_to(SITE).as_posix().removeprefix(".") + "/"
        for path in SITE.rglob("index.html")
    )


def kinds() -> list[str]:
    """Return one address for each kind of page: of partnerships only one's, of areas only one's."""
    seen: dict[str, str] = {}
    for address in addresses():
        parts = address.strip("/").split("/")
        if parts[0] == "partnerships" and len(parts) > 1:
            parts = ["partnerships", "one", *parts[2:3], *("item" for _ in parts[3:])]
        elif parts[0] == "compare" and len(parts) > 1:
            parts = ["compare", "two"]
        elif parts[0] == "areas" and len(parts) > 1:
            parts = ["areas", "one"]
        seen.setdefault("/".join(parts), address)
    return sorted(seen.values())
