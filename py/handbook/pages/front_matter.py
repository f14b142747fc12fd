"""The front matter of a generated page: its title, its description, and whether search reads it."""

from __future__ import annotations

from rapidreview.show import text


def front_matter(title: str, description: str, *, searched: bool = True) -> str:
    """Return the front matter of a page that carries its own headings and contents.

    A page that is not ``searched`` is left out of the site's search.
    """
    search = "" if searched else "search:\n  exclude: true\n"
    quoted = [
        value.replace("\\", "").replace('"', "”") for value in (title, description)
    ]
    return (
        f'---\ntitle: "{text(quoted[0])}"\ndescription: "{text(quoted[1])}"\n'
        f"{search}hide:\n  - navigation\n  - toc\n---\n\n"
    )
