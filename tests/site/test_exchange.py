"""The site is at every moment the old one or the new one, whole; one build runs at a time."""

from __future__ import annotations

import errno
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from handbook import exchange as exchanging
from handbook.exchange import alone, exchange, recover, write_whole

PAGES = 400
BUILD = """
import os, sys, time
from pathlib import Path
from rich.console import Console
from handbook.own import Handbook
from handbook.site import build

root, mark, gate = Path(sys.argv[1]), sys.argv[2], sys.argv[3]

class Packed:
    pages = written = 0
    folder, files, reused = "x", {}, True

class Read:
    partnerships = ()

def mkdocs(root, *more):
    new = more[0] if more else root / build.NEW
    build.shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    for number in range(PAGES):
        (new / f"page-{number}.html").write_text(mark)
        while number == PAGES // 2 and gate and not Path(gate).exists():
            (root / "half").touch()
            time.sleep(0.01)

build.read_own = lambda _: (Handbook(), Read())
build.write_look = lambda *_: None
build.write_frame = lambda *_: "mkdocs.yml"
build.write_pages = lambda *_: Packed()
build.bundle = lambda *_: Packed()
build.for_wheel = lambda *_: {}
build.write_chosen = lambda *_: 0
build._mkdocs = mkdocs
build.finish = lambda *_: None
say = Console(highlight=False, soft_wrap=True)
""".replace("PAGES", str(PAGES))
"""A build with stand-ins for what takes long: each page holds the mark of its build."""

KILLS = """
import signal
quiet = Console(file=open(os.devnull, "w"))
for turn in range(12):
    read, write = os.pipe()
    builder = os.fork()
    if not builder:
        build.finish = lambda *_: os.write(write, b"!")
        while True:
            mark = str(time.monotonic_ns())
            build.build(root, quiet)
    os.close(write)  # so that reading ends when the builder does
    for _ in range(2):  # the second has a site to take the place of
        assert os.read(read, 1), "the builder ended by itself"
    time.sleep(turn * 0.001)
    os.kill(builder, signal.SIGKILL)
    os.waitpid(builder, 0)
    try:
        from handbook.exchange import recover
    except ImportError:
        pass
    else:
        recover(root / "site")
    pages = list((root / "site").glob("*.html"))
    print(len({page.read_text() for page in pages}), len(pages))
build.build(root, quiet)
"""
"""Builds over and over in a program that is killed while the new site takes its place, each time
a millisecond later; tells what is left.
"""


def building(root, mark, gate="", code="build.build(root, say)"):
    """Start a build in a program of its own; half-way it waits until the file ``gate`` is there."""
    words = [sys.executable, "-c", BUILD + code, str(root), mark, str(gate)]
    return subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def half_way(root, run):
    """Wait until a build has written half of its pages."""
    while not (root / "half").exists() and run.poll() is None:
        time.sleep(0.01)


def marks(site):
    """Return the marks of the pages that lie in ``site``, and how many pages there are."""
    pages = list(site.glob("page-*.html"))
    return {page.read_text() for page in pages}, len(pages)


def folder(path, mark, pages=5):
    """Make a folder of pages, each with ``mark`` in it."""
    path.mkdir()
    for number in range(pages):
        (path / f"page-{number}.html").write_text(mark)
    return path


def test_a_build_killed_at_any_moment_leaves_a_whole_site(tmp_path):
    """Twelve kills in the exchange: the old site or the new one, every page of it."""
    with building(tmp_path, "x", code=KILLS) as run:
        left, wrong = run.communicate()
        assert run.returncode == 0, wrong
    assert left.decode().splitlines() == [f"1 {PAGES}"] * 12
    assert marks(tmp_path / "site")[1] == PAGES
    assert [path.name for path in tmp_path.glob(".site*")] == []


def test_two_builds_of_one_tree_take_turns(tmp_path):
    """The second says that it waits; neither writes into the other's site."""
    gate = tmp_path / "gate"
    with building(tmp_path, "one", gate) as one:
        half_way(tmp_path, one)
        with building(tmp_path, "other") as other:
            said = ""
            while exchanging.WAITING not in said and other.poll() is None:
                said += other.stdout.readline().decode()
            gate.touch()
            _, wrong = other.communicate()
            assert other.returncode == 0, wrong
        _, wrong = one.communicate()
        assert one.returncode == 0, wrong
    assert exchanging.WAITING in said
    assert marks(tmp_path / "site") == ({"other"}, PAGES)


def test_the_lock_of_a_killed_build_is_free(tmp_path):
    """Nothing is to be deleted by hand before the next build."""
    with building(tmp_path, "killed", tmp_path / "gate") as run:
        half_way(tmp_path, run)
        run.send_signal(signal.SIGKILL)
    said = []
    with alone(tmp_path, said.append):
        assert said == []


def test_what_outlives_a_killed_build_is_waited_for(tmp_path):
    """A program that was handed the lock holds it to its own end."""
    said = []
    with alone(tmp_path, said.append) as lock:
        code = "import sys; sys.stdin.read()"
        left = subprocess.Popen(
            [sys.executable, "-c", code], stdin=subprocess.PIPE, pass_fds=[lock]
        )
    with left:
        end = threading.Timer(0.3, left.stdin.close)
        end.start()
        with alone(tmp_path, said.append):
            assert left.wait() == 0
    assert said == [exchanging.WAITING]


def without_swap(monkeypatch):
    """Let the system know no swap of names, as some file systems do not."""

    def swap(*_):
        raise OSError(errno.EINVAL, "no swap here")

    monkeypatch.setattr(exchanging, "_swap", swap)


class Killed(BaseException):
    """Stands for the end of the program at a call of the system."""


@pytest.mark.parametrize("swap", [True, False])
@pytest.mark.parametrize("step", range(12))
def test_an_exchange_that_ends_at_any_step_is_made_good(
    tmp_path, monkeypatch, swap, step
):
    """Before each change to the disk in turn the program ends; the next start finds a whole site."""
    site, new = folder(tmp_path / "site", "old"), folder(tmp_path / ".new", "new")
    if not swap:
        without_swap(monkeypatch)
    left = [step]

    def counted(call):
        def before(*words, **more):
            left[0] -= 1
            if left[0] < 0:
                raise Killed
            return call(*words, **more)

        return before

    with monkeypatch.context() as patch:
        patch.setattr(Path, "rename", counted(Path.rename))
        patch.setattr(exchanging, "_swap", counted(exchanging._swap))
        patch.setattr(os, "unlink", counted(os.unlink))
        patch.setattr(shutil, "rmtree", counted(shutil.rmtree))
        try:
            exchange(new, site)
        except Killed:
            pass
        else:
            assert marks(site) == ({"new"}, 5)
    recover(site)
    assert marks(site) in (({"old"}, 5), ({"new"}, 5))
    assert not (tmp_path / ".site.old").exists()


@pytest.mark.parametrize("swap", [True, False])
def test_an_exchange_that_fails_leaves_the_old_site(tmp_path, monkeypatch, swap):
    """As between two file systems, where no name can be given across."""
    site, new = folder(tmp_path / "site", "old"), folder(tmp_path / ".new", "new")

    def across(*_):
        raise OSError(errno.EXDEV, os.strerror(errno.EXDEV), str(site))

    if swap:
        monkeypatch.setattr(exchanging, "_swap", across)
    else:
        without_swap(monkeypatch)
        rename = Path.rename
        monkeypatch.setattr(
            Path,
            "rename",
            lambda one, to: across() if one == new else rename(one, to),
        )
    with pytest.raises(OSError, match="cross-device"):
        exchange(new, site)
    assert marks(site) == ({"old"}, 5)


def test_a_server_finds_a_page_at_every_moment(tmp_path):
    """Where names can be swapped, no reader meets a site that is not there."""
    site = folder(tmp_path / "site", "0")
    other = folder(tmp_path / "other", "0")
    try:
        exchanging._swap(other, site)
    except OSError:
        pytest.skip("this file system knows no swap of names")
    missed, done = [], threading.Event()

    def reading():
        while not done.is_set():
            try:
                (site / "page-4.html").read_text()
            except OSError as error:
                missed.append(error)

    reader = threading.Thread(target=reading)
    reader.start()
    for turn in range(100):
        exchange(folder(tmp_path / f"new-{turn}", str(turn)), site)
    done.set()
    reader.join()
    assert missed == []


def test_a_site_elsewhere_is_exchanged_where_it_is(tmp_path):
    """`site` may be a link into another file system: the new one is built beside its target."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    folder(elsewhere / "public", "old", PAGES)
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "site").symlink_to(elsewhere / "public")
    with building(tree, "new") as run:
        _, wrong = run.communicate()
        assert run.returncode == 0, wrong
    assert (tree / "site").is_symlink()
    assert marks(elsewhere / "public") == ({"new"}, PAGES)


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch):
    """A disk that fills up in the midst leaves what was there."""
    path = tmp_path / "listing.json"
    path.write_bytes(b"[1]")

    def full(part, content):
        with part.open("wb") as file:
            file.write(content[: len(content) // 2])
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(part))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", full)
        with pytest.raises(OSError, match="No space left"):
            write_whole(path, b"[1, 2, 3]")
    assert path.read_bytes() == b"[1]"
    write_whole(path, b"[1, 2, 3]")
    assert path.read_bytes() == b"[1, 2, 3]"
