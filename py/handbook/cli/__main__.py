"""``python -m handbook.cli``: the same command line."""

from handbook.cli.verbs import main

main(prog_name="rapidreview")
