"""The command line, ``rapidreview``."""

from handbook.cli.verbs import main

__all__ = ["main"]
