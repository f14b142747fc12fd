"""Whatever the machine does to a command, it ends in a sentence and a code other than 0."""

from __future__ import annotations

import errno
import os
import resource
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from handbook.cli import asking, verbs
from handbook.cli import new as starting
from handbook.cli.verbs import main
from handbook.lint import run as linting
from handbook.pages import write as pages
from handbook.prove import everything
from handbook.site import build as builder
from handbook.site import serve as server

ROOT = Path(__file__).parents[2]
POLICIES = ROOT / "policies"
SMALL = Path(__file__).parents[1] / "faults"
HELP = [["--help"], ["lint", "--help"]]
ASKED = {
    "lint": ["lint", "--checks"],
    "schema": ["schema"],
    "notifiable": ["notifiable", "age=under-18", "abuse=known", "harm=died",
                   "place=in-area", "resident=yes", "care=none"],
    "deadlines": ["deadlines", "-p", "sound", "sin_sent=2026-11-20"],
}  # fmt: skip
"""A question to each verb that answers on standard output."""


def program(words, shelf, **streams):
    """Run ``rapidreview`` as a program, with its own streams; return how it ended."""
    command = [sys.executable, "-m", "handbook.cli", *words]
    env = {**os.environ, "RAPIDREVIEW_POLICIES": str(shelf), "PYTHONUTF8": "1"}
    return subprocess.run(
        command, env=env, cwd=ROOT, check=False, stderr=subprocess.PIPE, **streams
    )


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """Return a policies folder with the small national layer and the sound policy."""
    folder = tmp_path_factory.mktemp("shelf") / "policies"
    (folder / "partnerships").mkdir(parents=True)
    shutil.copytree(SMALL / "national", folder / "national")
    shutil.copy(SMALL / "sound.yml", folder / "partnerships")
    return folder


def ended_in_a_sentence(done, code=3):
    """Check that a program said in a sentence why it failed, without a traceback."""
    told = done.stderr.decode()
    assert done.returncode == code, told
    assert "Traceback" not in told
    assert "Exception ignored" not in told
    assert told.rstrip().endswith(".")


@pytest.mark.parametrize("words", [*ASKED.values(), *HELP], ids=" ".join)
def test_an_answer_that_cannot_be_written_is_told(words, shelf):
    """The disk is full: a sentence and exit code 3."""
    shelf = POLICIES if words[0] == "notifiable" else shelf
    with Path("/dev/full").open("wb") as full:
        done = program(words, shelf, stdout=full)
    ended_in_a_sentence(done)
    assert b"The output cannot be used: the disk is full." in done.stderr


@pytest.mark.parametrize("words", ASKED.values(), ids=" ".join)
def test_an_output_that_is_closed_is_told(words, shelf):
    """Nothing is worked out for nobody without a word: exit code 3."""
    done = program(words, shelf, preexec_fn=lambda: os.close(1))
    ended_in_a_sentence(done)
    assert b"The output cannot be used: it is closed." in done.stderr


@pytest.mark.parametrize("words", ASKED.values(), ids=" ".join)
def test_a_reader_that_has_gone_is_told(words, shelf):
    """The program behind the pipe has ended: a sentence and exit code 3."""
    read, write = os.pipe()
    os.close(read)
    shelf = POLICIES if words[0] == "notifiable" else shelf
    done = program(words, shelf, stdout=write)
    os.close(write)
    ended_in_a_sentence(done)
    assert b"the program that reads it has ended" in done.stderr


@pytest.mark.parametrize("verb", ["notifiable", "deadlines"])
def test_an_input_that_is_closed_is_told(verb, shelf):
    """A batch from standard input, which is closed: a sentence, and not exit code 0 or 1."""
    words = [verb, "-p", "sound", "--batch", "-"]
    done = program(words, shelf, stdout=subprocess.PIPE, preexec_fn=lambda: os.close(0))
    ended_in_a_sentence(done)
    assert b"The input cannot be used: it is closed." in done.stderr


@pytest.mark.parametrize("verb", ["notifiable", "deadlines"])
def test_a_batch_that_is_a_folder_is_told(verb, shelf):
    """What cannot be read as a file is named."""
    words = [verb, "-p", "sound", "--batch", str(shelf)]
    done = program(words, shelf, stdout=subprocess.PIPE)
    assert done.returncode == 2
    assert f"'{shelf}': Is a directory".encode() in done.stderr


AT_A_TERMINAL = """
import runpy, signal
signal.signal(signal.SIGINT, signal.default_int_handler)
runpy.run_module("handbook.cli", run_name="__main__", alter_sys=True)
"""
"""Runs the command line as a terminal does; a job in the background is started deaf to Ctrl-C."""


def test_ctrl_c_ends_with_a_sentence(shelf):
    """A batch that waits for its next line is stopped: exit code 130, no traceback."""
    command = [sys.executable, "-c", AT_A_TERMINAL, "deadlines", "--batch", "-"]
    env = {**os.environ, "RAPIDREVIEW_POLICIES": str(shelf)}
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=env, cwd=ROOT, stdin=pipe, stdout=pipe, stderr=pipe) as run:  # fmt: skip
        run.stdin.write(b"{}\n")
        run.stdin.flush()
        assert run.stdout.readline()  # it has answered, and waits for the next line
        run.send_signal(signal.SIGINT)
        told = run.stderr.read().decode()
        code = run.wait()
    assert (code, told.strip()) == (130, "Stopped before the end.")


def fails_with(number):
    """Return what fails as a call of the system does."""

    def fail(*_args, **_more):
        raise OSError(number, os.strerror(number), "/some/where")

    return fail


WORKED_BY = {
    "lint": (linting, "lint"),
    "schema": (Path, "write_text"),
    "pages": (pages, "write_pages"),
    "bundle": ("handbook.runtime.bundle", "bundle"),
    "new": (starting, "begin"),
    "notifiable": (asking, "pairs"),
    "deadlines": (asking, "pairs"),
    "build": (builder, "build"),
    "serve": (server, "serve"),
    "prove": (everything, "proved"),
    "upgrade": ("handbook.upgrade", "upgraded"),
    "ids": ("handbook.read.loading", "load_national"),
    "examples": ("handbook.prove.worked", "wanting"),
    "format": ("handbook.read.yaml_source", "read_node"),
}
"""What does each verb's work, to let it fail in its midst."""
OLD = """\
format: 1
id: old
name: Old
partnerships: [Old Safeguarding Children Partnership]
short: [OSCP]
areas: [{id: old, name: Old, authority: Old Council}]
status: draft
"""
WORDS = {
    "new": ["new", "East Riding"],
    "schema": ["schema", "--write"],
    "examples": ["examples", "surrey"],
}
WRITES = {"new", "schema"}
"""Verbs that write into a policies folder."""
OF_A_TREE = {"build", "serve", "format"}
"""Verbs that work on the tree or the files they are given, and ask for no policies folder."""


def asked(verb, folder):
    """Return the words that have a verb work on the policies, or write into ``folder``."""
    words = WORDS.get(verb, [verb])
    policies = folder if verb in WRITES else POLICIES
    if verb in ("upgrade", "format"):
        (folder / "old.yml").write_text(OLD, "utf-8")
        words = [verb, str(folder / "old.yml")]
    return words if verb in OF_A_TREE else [*words, "--policies", str(policies)]


@pytest.mark.parametrize("verb", main.commands)
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EACCES, errno.EROFS, errno.EIO])
def test_every_verb_says_what_could_not_be_read_or_written(
    verb, number, tmp_path, monkeypatch
):
    """A full disk, a folder that may not be used or not be written: named, exit code 3."""
    place, name = WORKED_BY[verb]
    target = f"{place}.{name}" if isinstance(place, str) else None
    if target:
        monkeypatch.setattr(target, fails_with(number))
    else:
        monkeypatch.setattr(place, name, fails_with(number))
    result = CliRunner().invoke(main, asked(verb, tmp_path))
    assert isinstance(result.exception, SystemExit), result.exception
    assert result.exit_code == 3
    assert result.stderr.startswith("/some/where cannot be used: ")


@pytest.mark.parametrize("verb", main.commands)
def test_every_verb_can_be_stopped(verb, tmp_path, monkeypatch):
    """Ctrl-C in the midst of the work: a sentence and exit code 130."""

    def stop(*_args, **_more):
        raise KeyboardInterrupt

    place, name = WORKED_BY[verb]
    if isinstance(place, str):
        monkeypatch.setattr(f"{place}.{name}", stop)
    else:
        monkeypatch.setattr(place, name, stop)
    result = CliRunner().invoke(main, asked(verb, tmp_path))
    assert result.exit_code == 130
    assert result.stderr.lstrip().startswith("Stopped before the end.\n")


def test_only_a_built_site_is_served(tmp_path, monkeypatch):
    """Without a site, and on a port that is taken: a sentence with what to do."""
    monkeypatch.setattr(verbs, "TREE", tmp_path / "policies")
    away = CliRunner().invoke(main, ["serve"])
    assert (away.exit_code, away.stderr) == (
        2, "Only a copy of the handbook’s repository has a site; this is the installed package.\n"
    )  # fmt: skip
    (tmp_path / "mkdocs.yml").touch()
    unbuilt = CliRunner().invoke(main, ["serve"])
    assert unbuilt.exit_code == 2
    assert "There is no site yet; build it first with: make site" in unbuilt.stderr
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").touch()
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = CliRunner().invoke(main, ["serve", "--port", str(port)])
    assert result.exit_code == 2
    assert result.stderr.startswith(f"Port {port} cannot be used (")


def test_a_policy_that_does_not_fit_on_the_disk_is_not_left_half_written(tmp_path):
    """`new` that may write 100 bytes and no more leaves no file for the next `new` to refuse."""

    def little_room():
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))

    words = ["new", "East Riding"]
    done = program(words, tmp_path, stdout=subprocess.PIPE, preexec_fn=little_room)
    ended_in_a_sentence(done)
    assert b"cannot be used" in done.stderr
    assert not list(tmp_path.rglob("*.yml"))
