"""Glue for the site builder: each macro is a thin call of the press."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from handbook.own import Handbook, read_own, words
from handbook.pages.deadlines.date_box import date_box_form
from handbook.pages.tools import ahead, dates_form, home, places
from handbook.pages.tools import check_form as forms_html
from rapidreview.show import blank_record_html

if TYPE_CHECKING:
    from collections.abc import Callable

    from handbook.read.library import Library

ROOT = Path(__file__).resolve().parents[2]


class Environment(Protocol):
    """What either site builder hands over: something that takes macros."""

    def macro(self, function: Callable[..., str], /) -> object:
        """Take a function as a macro of its name."""


@cache
def own() -> tuple[Handbook, Library]:
    """Return the settings of the site and the policies it holds, read once for a build."""
    return read_own(ROOT)


def library() -> Library:
    """Return all policies that the site holds."""
    return own()[1]


def define_env(env: Environment) -> None:
    """Give the pages their macros."""
    macros: tuple[Callable[..., str], ...] = (
        checker, calculator, home_page, partnership_list, authorities_by_region, partnership_count,
        blank_record, what_a_choice_fetches, handbook_name, whom_to_tell, enforcement, date_box,
    )  # fmt: skip
    for macro in macros:
        env.macro(macro)


def checker() -> str:
    """Return the checker's form."""
    return forms_html.checker(library(), ROOT)


def calculator() -> str:
    """Return the calculator's form."""
    return dates_form.dates_form(library(), ROOT)


def date_box(name: str) -> str:
    """Return the box of a protocol's page of deadlines, by the protocol's id."""
    [protocol] = (one for one in library().all_protocols if one.id == name)
    return date_box_form(protocol, ROOT)


def home_page() -> str:
    """Return the first page: the doors, the national clocks, the partnerships."""
    return home.home_page(library(), ROOT)


def partnership_list(base: str = "") -> str:
    """Return the partnerships, each with what its protocol is written to."""
    return home.partnership_list(library(), base)


def authorities_by_region(base: str = "") -> str:
    """Return every local authority as a link to its page, by region."""
    return places.region_list(library(), base)


def partnership_count() -> str:
    """Return how many partnerships the handbook holds, in words."""
    return home.partnership_count(library())


def what_a_choice_fetches() -> str:
    """Return what the choice of an authority fetches, as this site was built."""
    return ahead.what_a_choice_fetches(library())


def handbook_name() -> str:
    """Return what the site is called."""
    return own()[0].name


def whom_to_tell() -> str:
    """Return how a reader reports an error or a barrier."""
    return words.whom_to_tell(own()[0])


def enforcement() -> str:
    """Return who hears a complaint about accessibility."""
    return words.enforcement(own()[0])


def blank_record() -> str:
    """Return a decision record with nothing filled in."""
    return blank_record_html(library().national)
