"""The two verbs that ask the engine: ``notifiable`` and ``deadlines``."""

from __future__ import annotations

import errno
import os
import stat
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, BinaryIO

import click

from handbook.cli.shared import policies_option, sentences

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

FORMAT_HELP = "How to write the answer; text on a terminal, json elsewhere."

where_option = click.option(
    "--partnership",
    "-p",
    "where",
    default="",
    metavar="ID[:AREA]",
    help="The partnership's id; with :AREA, one of its areas.",
)
area_option = click.option(
    "--area",
    default="",
    metavar="NAME",
    help="A local authority, a district or an old county: leeds, Guildford. Its"
    " partnership follows; without one the national rules answer.",
)


class Lines(click.File):
    """A file of lines, read as bytes; ``-`` is standard input, where there is one."""

    def __init__(self) -> None:
        super().__init__("rb")

    def convert(
        self,
        value: Any,  # noqa: ANN401 - as the library has it
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> Any:  # noqa: ANN401 - as the library has it
        """Open the file; raise ``OSError`` where standard input is asked for and closed."""
        if value == "-" and sys.stdin is None:
            raise OSError(errno.EBADF, "closed", "The input")
        return super().convert(value, param, ctx)


batch_option = click.option(
    "--batch",
    type=Lines(),
    help="A file with one JSON object a line, or - for standard input.",
)


@click.command()
@where_option
@area_option
@batch_option
@click.option("--format", "form", type=click.Choice(["text", "json"]), help=FORMAT_HELP)
@click.argument("answers", nargs=-1, metavar="KEY=VALUE…")
@policies_option
def notifiable(
    where: str,
    area: str,
    batch: BinaryIO | None,
    form: str | None,
    answers: tuple[str, ...],
    policies: Path,
) -> None:
    """Say whether an incident must be notified, by whom, and what to do next.

    ANSWERS are key=value: age, abuse, harm, place, resident, care, and a
    partnership's own questions. Where another authority comes in, name it by
    incident-area, home-area or caring-area: a council, a district, or
    outside-england.
    """
    from handbook.cli import asking, telling
    from handbook.read.as_json import as_json

    shelf = asking.Shelf(policies)
    with sentences():
        _ = shelf.national
        where = asking.place(shelf, {"area": area, "partnership": where}, "")
    if batch:
        _only_json(form)
        _answer_all(batch, answers, lambda one: asking.decided(shelf, where, one))
        return
    with sentences():
        decision = shelf.decide(where, asking.pairs(answers))
    if _form(form) == "text":
        click.echo(telling.decision_text(decision).encode(), nl=False)
    else:
        click.echo(as_json(decision.plain(), indent=2).encode())


@click.command()
@where_option
@area_option
@batch_option
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "csv", "ics"]),
    help=FORMAT_HELP,
)
@click.option("--today", default="", metavar="DATE", help="The day to judge from.")
@click.option("--closed", multiple=True, metavar="DATE", help="A local closure day.")
@click.option(
    "--booked", multiple=True, metavar="DATE", help="The day of another review meeting."
)
@click.option(
    "--day-off",
    multiple=True,
    metavar="DATE",
    help="A bank holiday in England that the calendar does not know of: it is not counted.",
)
@click.option(
    "--reference",
    default="",
    metavar="TEXT",
    help="Your own reference for the case, never a name: it goes into the answer and"
    " keeps a calendar's entries apart from another case's.",
)
@click.argument("events", nargs=-1, metavar="EVENT=DATE…")
@policies_option
def deadlines(  # noqa: PLR0913 - one argument for each thing that may be given
    where: str,
    area: str,
    batch: BinaryIO | None,
    form: str | None,
    *,
    today: str,
    closed: tuple[str, ...],
    booked: tuple[str, ...],
    day_off: tuple[str, ...],
    reference: str,
    events: tuple[str, ...],
    policies: Path,
) -> None:
    """Work out every date from the dates that are known.

    EVENTS are event=2026-11-20, or event=2026-11-20T10:00 where a time matters.
    """
    from handbook.cli import asking
    from handbook.read.as_json import as_json
    from rapidreview.files import as_csv, as_dict, as_text, calendar_file

    shelf = asking.Shelf(policies)
    with sentences():
        as_at = asking.day(today, shelf.calendar)
        where = asking.place(shelf, {"area": area, "partnership": where}, "")
    days = asking.Days(closed, booked, day_off)
    if batch:
        _only_json(form)
        if reference:
            says = "Each case of a batch has its own reference: leave it out here."
            raise click.BadParameter(says, param_hint="--reference")
        _answer_all(
            batch, events, lambda one: asking.planned(shelf, where, one, as_at, days)
        )
        return
    with sentences():
        plan = shelf.plan(where, asking.pairs(events), as_at, days, reference)
    written = {
        "text": lambda: as_text(plan),
        "json": lambda: as_json(as_dict(plan), indent=2) + "\n",
        "csv": lambda: _mark() + as_csv(plan),
        "ics": lambda: calendar_file(
            plan, shelf.calendar.without(plan.days_off), datetime.now(UTC)
        ),
    }[_form(form)]()
    click.echo(written.encode(), nl=False)


def _only_json(form: str | None) -> None:
    """Refuse a format that a batch cannot be written in."""
    if form not in (None, "json"):
        says = f"A batch is answered in JSON, a line for each case; {form} is for one case."
        raise click.BadParameter(says, param_hint="--format")


def _form(form: str | None) -> str:
    return form or ("text" if sys.stdout.isatty() else "json")


def _mark() -> str:
    """Return what a CSV file begins with; nothing where a program or a person reads on."""
    from rapidreview.files import BYTE_ORDER_MARK

    try:
        kind = os.fstat(sys.stdout.fileno()).st_mode
    except (OSError, ValueError):
        return ""
    return BYTE_ORDER_MARK if stat.S_ISREG(kind) else ""


def _answer_all(
    lines: BinaryIO,
    given: tuple[str, ...],
    answer: Callable[[dict[str, str]], dict[str, object]],
) -> None:
    """Print an answer for every line; ``given`` holds for all lines that do not say it."""
    from handbook.cli import asking

    with sentences():
        shared = asking.pairs(given)
        ends = {0}
        for line, ended in asking.batch(lines, lambda one: answer({**shared, **one})):
            click.echo(line.encode() + b"\n", nl=False)
            ends.add(ended)
    sys.exit(1 if 1 in ends else max(ends))
