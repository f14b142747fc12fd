"""The frame of a generated page: its front matter, the way back, the local contents.

Generated pages are plain HTML inside Markdown files, so that both site builders
give the same page; they link by addresses relative to themselves.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from rapidreview.show import Sources, esc

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from handbook.read.library import Library
    from rapidreview.model import Partnership

GLANCE = "index"
LOCAL = (
    (GLANCE, "At a glance"),
    ("flowchart", "Flowchart"),
    ("deadlines", "Deadlines"),
    ("contacts", "Contacts and forms"),
    ("protocol", "What the protocol says"),
    ("roles/index", "Roles"),
    ("reckoner/index", "Ready reckoner"),
    ("notes", "Notes on the protocol"),
    ("source", "Sources and changes"),
)
"""The pages of a partnership's folder: file name and title, in order."""


@dataclass(frozen=True)
class Page:
    """One generated file: where it goes below ``docs/``, and its whole text."""

    path: str
    text: str


def front_matter(title: str, description: str) -> str:
    """Return the front matter of a page that carries its own headings and contents."""
    quoted = [
        value.replace("\\", "").replace('"', "”") for value in (title, description)
    ]
    return (
        f'---\ntitle: "{esc(quoted[0])}"\ndescription: "{esc(quoted[1])}"\n'
        "hide:\n  - navigation\n  - toc\n---\n\n"
    )


def base_of(path: str) -> str:
    """Return the way from the page at ``path`` (below ``docs/``, ending .md) to the site's root."""
    parts = path.removesuffix(".md").split("/")
    depth = len(parts) - (parts[-1] == "index")
    return "../" * depth


def address(path: str) -> str:
    """Return the address, from the site's root, of the page at ``path``."""
    return path.removesuffix(".md").removesuffix("index").rstrip("/") + "/"


def partnership_page(
    library: Library,
    partnership: Partnership,
    name: str,
    title: str,
    lead: str,
    body: Callable[[Sources], str],
) -> Page:
    """Return a page of a partnership's folder: way back, local contents, title, body and slips."""
    path = f"partnerships/{partnership.id}/{name}.md"
    base = base_of(path)
    sources = Sources(library.national, partnership, base)
    inside = body(sources)
    place = dict(LOCAL).get(name, title[:1].upper() + title[1:])
    heading = partnership.name if name == GLANCE else f"{partnership.name}: {title}"
    text = (
        front_matter(heading, f"{lead}")
        + crumbs(base, partnership, name, place)
        + f'<div class="side">\n{local_contents(partnership, name, base)}\n<div class="page">\n'
        + f'<h1>{esc(heading)}</h1>\n<p class="lead">{esc(lead)}</p>\n'
        + inside
        + sources.slips()
        + "\n</div>\n</div>\n"
    )
    return Page(path, text)


def crumbs(base: str, partnership: Partnership, name: str, place: str) -> str:
    """Return the way back to the list of partnerships and to the partnership."""
    items = f'<li><a href="{base}partnerships/">Partnerships</a></li>'
    if name == GLANCE:
        items += f'<li aria-current="page">{esc(partnership.name)}</li>'
    else:
        items += f'<li><a href="{base}partnerships/{partnership.id}/">{esc(partnership.name)}</a></li>'
        items += f'<li aria-current="page">{esc(place)}</li>'
    return f'<nav class="crumbs" aria-label="You are here"><ol>{items}</ol></nav>\n'


def local_contents(partnership: Partnership, name: str, base: str) -> str:
    """Return the contents of the partnership's folder, the current page marked."""
    items = ""
    for page, title in LOCAL:
        href = base + address(f"partnerships/{partnership.id}/{page}.md")
        here = page == name or (
            page != GLANCE
            and name.startswith(page.removesuffix("index"))
            and "/" in page
        )
        current = ' aria-current="page"' if here else ""
        count = (
            f" <small>{len(partnership.notes)} notes</small>" if page == "notes" else ""
        )
        items += f'<li><a href="{href}"{current}>{esc(title)}{count}</a></li>'
    return (
        f'<nav class="local wide" aria-labelledby="loc"><h2 id="loc">{esc(partnership.name)}</h2>'
        f"<ul>{items}</ul></nav>"
    )


def section(
    title: str, body: str, name: str = "", lead: str = "", css: str = "sec"
) -> str:
    """Return a section of a page under its heading."""
    mark = f' id="{name}"' if name else ""
    text = f"<p>{esc(lead)}</p>" if lead else ""
    return f'<section class="{css}"><h2{mark}>{esc(title)}</h2>\n{text}{body}\n</section>\n'


def table(
    heads: tuple[str, ...], rows: Sequence[tuple[str, ...]], css: str = "stack"
) -> str:
    """Return a table; the first cell of each row heads it. Cells are HTML already."""
    top = "".join(f'<th scope="col">{esc(head)}</th>' for head in heads)
    body = ""
    for first, *rest in rows:
        cells = "\n".join(
            f'<td data-label="{esc(head)}">{cell}</td>'
            for head, cell in zip(heads[1:], rest, strict=True)
        )
        body += f'<tr><th scope="row">{first}</th>\n{cells}</tr>\n'
    return f'<table class="{css}"><thead><tr>{top}</tr></thead><tbody>\n{body}</tbody></table>'


def bullets(items: list[str], css: str = "plain-list") -> str:
    """Return a list; items are HTML already."""
    return (
        f'<ul class="{css}">' + "".join(f"<li>{item}</li>" for item in items) + "</ul>"
    )
