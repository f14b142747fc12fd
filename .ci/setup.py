"""Sets up what `make serve` and `make test` need, once, and says what it is doing.

Standard library only: it runs before anything is installed. Each part is done
again only when the file that pins it has changed.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMPS = ROOT / ".make"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 12)
ASK_PLAYWRIGHT = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
BROWSERS = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)


def main(what: str) -> int:
    """Return 0 when everything that ``what`` ("site" or "test") needs is there."""
    if sys.version_info < OLDEST:
        print(
            f"The handbook needs Python 3.12 or newer; this is {sys.version.split()[0]}.",
            file=sys.stderr,
        )
        return 1
    STAMPS.mkdir(exist_ok=True)
    try:
        environment()
        packages("test" if what == "test" else "site")
        node_packages()
        if what == "test":
            browser()
    except subprocess.CalledProcessError as error:
        command = " ".join(map(str, error.cmd))[:120]
        print(
            f"Set-up stopped: `{command}` failed (exit {error.returncode}).",
            file=sys.stderr,
        )
        return 1
    return 0


def say(text: str) -> None:
    """Print what is being done now."""
    print(f"Setting up: {text}", flush=True)


def run(*command: object, quiet: bool = False) -> None:
    """Run a command at the top of the tree; raise when it fails."""
    where = subprocess.DEVNULL if quiet else None
    subprocess.run(
        [str(part) for part in command],
        check=True,
        cwd=ROOT,
        stdout=where,
        stderr=where,
    )


def changed(name: str, *files: Path) -> bool:
    """Return whether ``files`` differ from what stamp ``name`` remembers."""
    return not (STAMPS / name).exists() or (STAMPS / name).read_text() != fingerprint(
        *files
    )


def done(name: str, *files: Path) -> None:
    """Remember ``files`` under stamp ``name``."""
    (STAMPS / name).write_text(fingerprint(*files))


def fingerprint(*files: Path) -> str:
    """Return one hash over the content of ``files`` and the Python that runs."""
    total = hashlib.sha256(sys.version.encode())
    for file in files:
        total.update(file.read_bytes())
    return total.hexdigest()


def environment() -> None:
    """Make the virtual environment, anew when it is of another Python."""
    if PYTHON.exists() and not changed("environment"):
        return
    say("a Python environment in .venv")
    venv.create(VENV, with_pip=True, clear=True)
    for stamp in STAMPS.iterdir():
        stamp.unlink()
    done("environment")


def packages(what: str) -> None:
    """Install the pinned Python packages, each checked against its hash."""
    lock = ROOT / ".ci" / f"{what}.txt"
    project = ROOT / "pyproject.toml"
    if what == "site" and not changed(
        "packages-test", ROOT / ".ci" / "test.txt", project
    ):
        return
    if not changed(f"packages-{what}", lock, project):
        return
    say(
        f"Python packages for the {'tests' if what == 'test' else 'site'} (a minute the first time)"
    )
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "-r", lock)
    run(*pip, "--no-deps", "--no-build-isolation", "--no-index", "-e", ".")
    done(f"packages-{what}", lock, project)


def node_packages() -> None:
    """Install what comes from npm: Python for the browser. Gets Node.js itself if there is none."""
    pins = (ROOT / "package.json", ROOT / "package-lock.json")
    if (ROOT / "node_modules").exists() and not changed("npm", *pins):
        return
    if not (shutil.which("npm") and shutil.which("node")):
        say("Node.js, because this machine has none")
        run(PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check",
            "--require-hashes", "-r", ROOT / ".ci" / "node.txt")  # fmt: skip
    say("Python for the browser, from npm")
    os.environ["PATH"] = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    # Node.js carries its own list of certificates; a network that looks into its
    # traffic, as councils' do, is known to the machine's list only.
    os.environ.setdefault("NODE_USE_SYSTEM_CA", "1")
    run(
        "npm",
        "ci",
        "--loglevel=error",
        "--no-fund",
        "--no-audit",
        "--fetch-retry-maxtimeout=10000",
    )
    done("npm", *pins)


def browser() -> None:
    """Find a Chromium for the tests, or get one, and write down where it is."""
    note = STAMPS / "chromium"
    if note.exists() and Path(note.read_text()).exists():
        return
    found = find_browser()
    if found is None:
        say("a Chromium for the tests")
        for get in (fetch_browser, install_browser):
            try:
                get()
            except (subprocess.CalledProcessError, FileNotFoundError):
                continue
            found = find_browser()
            if found:
                break
    if found is None:
        print(
            "The browser tests need Chromium; please install it and run again.",
            file=sys.stderr,
        )
        raise subprocess.CalledProcessError(1, "get Chromium")
    note.write_text(found)


def find_browser() -> str | None:
    """Return the path of a Chromium that starts, or None."""
    named = os.environ.get("CHROMIUM")
    own = subprocess.run(
        [PYTHON, "-c", ASK_PLAYWRIGHT],
        capture_output=True, text=True, check=False, cwd=ROOT,
    ).stdout.strip()  # fmt: skip
    for path in (named, *map(shutil.which, BROWSERS), own):
        if path and Path(path).exists():
            return path
    return None


def fetch_browser() -> None:
    """Let Playwright download its own Chromium."""
    run(PYTHON, "-m", "playwright", "install", "chromium", quiet=True)


def install_browser() -> None:
    """Install Debian's Chromium: the one without windows, which is quicker, if there is one."""
    run("apt-get", "update", "-qq", quiet=True)
    install = ("apt-get", "install", "-y", "-qq")
    try:
        run(*install, "chromium-headless-shell", quiet=True)
    except subprocess.CalledProcessError:
        run(*install, "chromium", quiet=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else "site"))
