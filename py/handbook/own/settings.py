"""What ``handbook.yml`` can say of a site: its name, its partnerships, its colours, whom to ask.

Every key may be left out. A tree without the file is the handbook of all partnerships.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from rapidreview.model import Id  # noqa: TC001 - reading asks the hints at run time
from rapidreview.model.constraints import Day, Shape

NAME = "Rapid Review Handbook"
DESCRIPTION = (
    "What each safeguarding children partnership’s own protocol, and the national rules,"
    " ask of you after a serious incident to a child: who does what, and by when."
)

Hex = Annotated[
    str,
    Shape(
        "#[0-9a-fA-F]{6}",
        "this is not a colour",
        'a number sign and six hexadecimal digits, as "#0b5c7a"',
    ),
]
"""A colour in sRGB."""
Address = Annotated[
    str,
    Shape(
        r"https?://[^\s/]+(/[^\s]*)?/",
        "this is not the address of a site",
        "a whole address that ends with a slash, as https://example.org/rapid-reviews/",
    ),
]


@dataclass(frozen=True, kw_only=True)
class Colours:
    """The colour of what must be done, which the site’s links and headings take too."""

    main: Hex
    """In light colours and on paper. It needs a contrast of 4.5 to 1 with white."""
    dark: Hex = ""
    """In dark colours; the handbook’s own where it is left out. It needs 4.5 to 1 with the dark page."""


@dataclass(frozen=True, kw_only=True)
class Contact:
    """Whom a reader tells of an error, or asks for a page in another form."""

    who: str = ""
    """The team, as readers know it."""
    email: Annotated[
        str,
        Shape(
            r"[^@\s]+@[^@\s]+\.[^@\s]+", "this is not an e-mail address", "name@domain"
        ),
    ] = ""
    telephone: str = ""
    answers_within: str = ""
    """How soon it answers, as "10 working days"."""


@dataclass(frozen=True, kw_only=True)
class Handbook:
    """One site: what it is called, which partnerships it holds, how it looks, whom to ask."""

    name: str = NAME
    description: str = DESCRIPTION
    address: Address = ""
    """Where the site will be; ``SITE_URL`` overrules it."""
    source: str = ""
    """Where the site’s files are kept in public, if they are."""
    partnerships: tuple[Id, ...] = ()
    """The partnerships that it holds, by the names of their files; all where none is named."""
    colours: Colours | None = None
    logo: str = ""
    """A picture (SVG) beside the name, from the folder of this file."""
    contact: Contact = Contact()
    statement_on: Annotated[str, Day()] = ""
    """The day on which the accessibility statement was last reviewed."""
