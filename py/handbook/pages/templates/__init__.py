"""Templates of what is mostly words and structure: the two forms, the first pages.

Each template has a context, a dataclass in the module that fills it. Everything put
into a template is text and is escaped, braces too, unless it is HTML by its type.
A line break in a template, with the space around it, is layout: it is dropped beside
a tag and is one space between words.
"""

from __future__ import annotations

import re
from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Protocol

from jinja2 import Environment, PackageLoader, StrictUndefined
from jinja2.ext import Extension

from rapidreview.show import Html, icon, text

if TYPE_CHECKING:
    from dataclasses import Field

    from markupsafe import Markup

__all__ = ["Context", "render"]

BESIDE_A_TAG = re.compile(r"(?<=[>}])\s*\n\s*|\s*\n\s*(?=[<{])")
BETWEEN_WORDS = re.compile(r"\s*\n\s*")


class Context(Protocol):
    """What a template shows: a dataclass that names its template."""

    template: ClassVar[str]
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


class Layout(Extension):
    """Takes the line breaks that are only a template's layout out of what is shown."""

    def preprocess(
        self, source: str, _name: str | None, _filename: str | None = None
    ) -> str:
        """Return the ``source`` of a template without its layout."""
        return BETWEEN_WORDS.sub(" ", BESIDE_A_TAG.sub("", source.strip()))


def render(context: Context) -> Html:
    """Return the template of ``context`` filled in; a name that it does not hold is an error."""
    given = {one.name: getattr(context, one.name) for one in fields(context)}
    return Html(_environment().get_template(context.template).render(given))


@cache
def _environment() -> Environment:
    found = Environment(
        loader=PackageLoader(__name__, ""),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        extensions=[Layout],
    )
    found.globals["icon"] = icon
    return found


def _shown(value: str | Markup) -> str:
    """Return a value as HTML, its braces hidden; what is HTML by its type stays as it is."""
    return value if hasattr(value, "__html__") else text(str(value))
