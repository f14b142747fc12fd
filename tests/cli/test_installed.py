"""The wheel is the whole command line: it works where there is no tree of the sources."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CASE = ["age=under-18", "abuse=known", "harm=died", "place=in-area", "resident=yes", "care=none"]  # fmt: skip


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """Return the wheel of the package, built from the tree."""
    out = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(out)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    return next(out.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel, tmp_path_factory):
    """Return the folder of an environment that holds the wheel, and the packages it needs."""
    home = tmp_path_factory.mktemp("empty")
    venv.create(home, with_pip=False, symlinks=True)
    packages = next(home.glob("lib/python*/site-packages"))
    (packages / "needed.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")
    pip = [sys.executable, "-m", "pip", "--python", str(home / "bin" / "python")]
    offline = ["--no-deps", "--no-index", "--no-cache-dir", "--disable-pip-version-check"]  # fmt: skip
    subprocess.run(
        [*pip, "install", *offline, str(wheel)], check=True, capture_output=True
    )
    return home


@pytest.fixture
def run(installed, tmp_path):
    """Return a runner of the installed command in an empty folder, in which no source is found."""
    clean = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "VIRTUAL_ENV", "RAPIDREVIEW"))
    }

    def run_it(*words):
        command = [installed / "bin" / "rapidreview", *words]
        return subprocess.run(
            command, cwd=tmp_path, env=clean | {"PYTHONUTF8": "1"},
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run_it


def test_the_wheel_holds_both_packages_the_policies_and_their_types(wheel):
    """And neither the benchmark nor the tests."""
    names = zipfile.ZipFile(wheel).namelist()
    assert {"rapidreview/py.typed", "handbook/py.typed"} <= set(names)
    assert "handbook/policies/partnerships/surrey.yml" in names
    tops = {name.split("/")[0] for name in names if ".dist-info/" not in name}
    assert tops == {"rapidreview", "handbook"}


def test_what_is_installed_is_not_the_tree(installed):
    """The tests below would else say nothing of the wheel."""
    where = (
        "import handbook, rapidreview; print(handbook.__file__, rapidreview.__file__)"
    )
    told = subprocess.run(
        [installed / "bin" / "python", "-I", "-c", where],
        check=True, capture_output=True, text=True,
    ).stdout  # fmt: skip
    assert all(one.startswith(str(installed)) for one in told.split())


def test_the_installed_command_checks_its_policies(run):
    """``lint`` with nothing said reads the policies that came with it, and finds no error."""
    done = run("lint")
    assert done.returncode == 0, done.stderr
    assert "6 policies checked: 0 errors" in done.stderr


def test_the_installed_command_answers(run):
    """``notifiable`` and ``deadlines`` answer as they do in the tree."""
    answer = run("notifiable", "-p", "surrey", *CASE)
    assert answer.returncode == 0, answer.stderr
    assert "notify" in answer.stdout.lower()
    dates = run("deadlines", "-p", "surrey", "sin_sent=2026-11-20")
    assert dates.returncode == 0, dates.stderr
    assert "2026" in dates.stdout


def test_a_policy_is_begun_where_one_stands_and_can_be_checked(
    run, tmp_path, installed
):
    """``new`` writes into the folder it was called in, never into the package."""
    begun = run("new", "East Riding")
    assert begun.returncode == 0, begun.stderr
    path = "policies/partnerships/east-riding.yml"
    assert (tmp_path / path).is_file()
    assert list(installed.rglob("east-riding.yml")) == []
    checked = run("lint", path)
    assert checked.returncode == 0, checked.stderr  # a draft has notes, and no errors
    assert "1 policy checked" in checked.stderr
    assert all(line.startswith(path) for line in checked.stdout.splitlines())


@pytest.mark.parametrize("verb", ["build", "serve"])
def test_what_needs_the_tree_says_so(run, verb):
    """A site is built from the repository, which the package is not."""
    done = run(verb)
    assert done.returncode == 2
    assert "this is the installed package" in done.stderr
    assert "Traceback" not in done.stderr
