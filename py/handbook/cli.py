"""The command line, ``rapidreview``: thin verbs over the rooms of the press and the engine.

Exit codes: 0 all is well, 1 a policy is at fault, 2 the command was asked wrongly.
"""

from __future__ import annotations

import sys
from pathlib import Path

import click

HERE = Path("policies")
TREE = Path(__file__).resolve().parents[2] / "policies"


def policies_folder() -> Path:
    """Return the policies folder: the one here, or the one beside this code."""
    return HERE if HERE.is_dir() or not TREE.is_dir() else TREE


policies_option = click.option(
    "--policies",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    envvar="RAPIDREVIEW_POLICIES",
    default=policies_folder,
    show_default="policies/",
    help="The folder with national/ and partnerships/.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
def main() -> None:
    """Check, calculate and publish local child safeguarding review protocols."""


@main.command()
@click.argument(
    "files", nargs=-1, type=click.Path(path_type=Path, exists=True, readable=True)
)
@policies_option
@click.option("--json", "as_json", is_flag=True, help="Write JSON, for programs.")
@click.option("--quiet", "-q", is_flag=True, help="Show errors only.")
@click.option("--checks", is_flag=True, help="List the checks, and why each is made.")
def lint(
    files: tuple[Path, ...],
    policies: Path,
    *,
    as_json: bool,
    quiet: bool,
    checks: bool,
) -> None:
    """Say everything that is wrong with FILES (all policies by default).

    Each line is file:line:column, what is wrong, what was found and what is
    allowed. Exit code 1 if anything is an error; warnings and notes are for you
    to weigh.
    """
    from handbook import lint as families
    from handbook import linting

    if checks:
        for check in families.CHECKS:
            click.echo(f"{check.id} ({check.severity}): {check.why}")
        return
    report = linting.lint(policies, files)
    if quiet:
        report.findings = [one for one in report.findings if one.severity == "error"]
    if as_json:
        click.echo(report.as_json())
    else:
        for line in report.lines():
            click.echo(line)
        for remark in report.remarks:
            click.echo(remark, err=True)
        click.echo(report.summary(), err=True)
    sys.exit(1 if report.failed else 0)


@main.command()
@click.argument(
    "name", type=click.Choice(["partnership", "national"]), default="partnership"
)
@policies_option
@click.option("--write", is_flag=True, help="Write both schemas into the folder.")
def schema(name: str, policies: Path, *, write: bool) -> None:
    """Print the JSON Schema that editors use, or write both files."""
    from handbook import schema as schemas

    if write:
        changed = schemas.write(policies)
        for path in changed:
            click.echo(f"{path}: written")
        if not changed:
            click.echo("The schemas are up to date.")
    else:
        click.echo(schemas.text(name), nl=False)


if __name__ == "__main__":
    main()
