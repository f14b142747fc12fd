"""The command line, ``rapidreview``: thin verbs over the rooms of the press and the engine.

Exit codes: 0 all is well; 1 a policy is at fault; 2 the command was asked wrongly (so was
a line of a batch, or there was nothing to check); 3 something could not be read or written;
130 it was stopped with Ctrl-C.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from handbook.cli.ask import deadlines, notifiable
from handbook.cli.examples import examples
from handbook.cli.format import format_files
from handbook.cli.ids import ids
from handbook.cli.shared import TREE, Verbs, policies_option, sentences, writable
from handbook.cli.upgrade import upgrade
from handbook.exits import AskedWronglyError


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, calculate and publish local child safeguarding review protocols.

    Exit codes: 0 all is well; 1 a policy is at fault; 2 the command was asked
    wrongly, so was a line of a batch, or there was nothing to check; 3
    something could not be read or written; 130 stopped with Ctrl-C.
    """


@main.command()
@click.argument(
    "files", nargs=-1, type=click.Path(path_type=Path, exists=True, readable=True)
)
@policies_option
@click.option("--json", "as_json", is_flag=True, help="Write JSON, for programs.")
@click.option("--quiet", "-q", is_flag=True, help="Show errors only.")
@click.option(
    "--all",
    "every",
    is_flag=True,
    help="List each place of a mistake that shows in many.",
)
@click.option("--checks", is_flag=True, help="List the checks, and why each is made.")
def lint(
    files: tuple[Path, ...],
    policies: Path,
    *,
    as_json: bool,
    quiet: bool,
    every: bool,
    checks: bool,
) -> None:
    """Say everything that is wrong with FILES (all policies by default).

    Each line is file:line:column, what is wrong, what was found and what is
    allowed. Exit code 1 if anything is an error; warnings and notes are for you
    to weigh.
    """
    from rich.console import Console

    from handbook import lint as families
    from handbook.lint import run as linting
    from handbook.lint import trials

    if checks:
        for check in families.CHECKS:
            click.echo(f"{check.id} ({check.severity}): {check.why}")
        for name, why in trials.WHY.items():
            click.echo(f"{name} (tried): {why}")
        return
    waiting = "Reading the policies and trying them out"
    with sentences(), Console(stderr=True).status(waiting):
        report = linting.lint(policies, files)
    if quiet:
        report.findings = [one for one in report.findings if one.severity == "error"]
    if as_json:
        click.echo(report.as_json())
    else:
        for line in report.lines(every=every):
            click.echo(_coloured(line))
        for remark in report.remarks:
            click.echo(remark, err=True)
        click.echo(report.summary(), err=True)
    sys.exit(1 if report.failed else 0)


def _coloured(line: str) -> str:
    """Return the line with its place and severity set off, for terminals that show it.

    Not where ``NO_COLOR`` is set, to whatever it is (see no-color.org).
    """
    if os.environ.get("NO_COLOR"):
        return line
    place, _, message = line.partition(": ")
    kind = message.partition(":")[0]
    colour = {"warning": "yellow", "note": "cyan", "OK": "green"}.get(kind, "red")
    return f"{click.style(place, dim=True)}: {click.style(message, fg=colour)}"


@main.command()
@click.argument(
    "name", type=click.Choice(["partnership", "national"]), default="partnership"
)
@policies_option
@click.option("--write", is_flag=True, help="Write both schemas into the folder.")
def schema(name: str, policies: Path, *, write: bool) -> None:
    """Print the JSON Schema that editors use, or write both files."""
    from handbook.read import schema as schemas

    if write:
        changed = schemas.write(policies)
        for path in changed:
            click.echo(f"{path}: written")
        if not changed:
            click.echo("The schemas are up to date.")
    else:
        click.echo(schemas.text(name), nl=False)


def _aloud(says: str) -> None:
    click.echo(says, err=True)


@main.command()
@policies_option
def pages(policies: Path) -> None:
    """Write the pages of every partnership below docs/."""
    from handbook.exchange import alone
    from handbook.own import read_own
    from handbook.pages import write as press

    root = policies.resolve().parent
    with sentences(), alone(root, _aloud):
        made = press.write_pages(root, read_own(root)[1])
    click.echo(f"{made.pages} pages, {made.written} changed, {made.removed} removed.")


@main.command()
@policies_option
def bundle(policies: Path) -> None:
    """Pack Python, the engine and the policies for the reader's browser."""
    from handbook.exchange import alone
    from handbook.own import read_own
    from handbook.runtime import bundle as packing
    from handbook.site import build

    root = policies.resolve().parent
    with sentences(), alone(root, _aloud):
        packed = packing.bundle(root, build.for_wheel(read_own(root)[1]))
    size = sum(packed.files.values()) / 1e6
    click.echo(
        f"{packed.folder}: {'kept' if packed.reused else 'packed'}, {size:.1f} MB"
    )


@main.command()
@click.argument("name")
@click.option("--full-name", help="The partnership's full name.")
@click.option("--short", help="Its abbreviation.")
@click.option(
    "--area", "areas", multiple=True, help="A local authority; as often as needed."
)
@click.option("--title", help="The title of its protocol.")
@policies_option
def new(
    name: str,
    policies: Path,
    full_name: str | None,
    short: str | None,
    areas: tuple[str, ...],
    title: str | None,
) -> None:
    """Begin the policy of a partnership: NAME is the place, such as "East Riding".

    At a terminal, what no option says is asked for.
    """
    from handbook.cli import new as starting

    with sentences():
        given = starting.Begun(full_name or "", short or "", areas, title or "")
        if sys.stdin.isatty() and given == starting.Begun():
            given = starting.asked(name)
        known = starting.with_authorities(given, name, policies)
        path = starting.begin(name, writable(policies), known)
    click.echo(f"{path}: written. Fill it in, then run: rapidreview lint {path}")


def _tree() -> Path:
    """Return the tree that this code stands in; raises ``AskedWronglyError`` where it has none."""
    if not (TREE.parent / "mkdocs.yml").is_file():
        says = "Only a copy of the handbook’s repository has a site; this is the installed package."
        raise AskedWronglyError([("", says)])
    return TREE.parent


@main.command()
@click.option("--config", help="The site's settings, if not handbook.yml.")
def build(config: str | None) -> None:
    """Build the handbook of this tree into site/: of all partnerships, or of those that handbook.yml names."""
    from handbook.own.reading import NAMED
    from handbook.site import build as builder

    if config is not None:
        os.environ[NAMED] = str(Path(config).resolve())
    with sentences():
        builder.main(_tree())


@main.command()
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="The port of this machine.",
)
def serve(port: int) -> None:
    """Serve the built handbook on this machine, until stopped with Ctrl-C."""
    from handbook.site import serve as server

    with sentences():
        server.serve(_tree(), port)


@main.command()
@policies_option
def prove(policies: Path) -> None:
    """Prove the checker by trying every combination of answers."""
    from handbook.prove import everything

    with sentences():
        lines, holds = everything.proved(policies)
    for line in lines:
        click.echo(line)
    sys.exit(0 if holds else 1)


main.add_command(examples)
main.add_command(format_files)
main.add_command(ids)
main.add_command(upgrade)
main.add_command(notifiable)
main.add_command(deadlines)
