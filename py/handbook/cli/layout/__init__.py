"""The layout of a policy file: its keys in one order, lines of one width, every comment kept."""

from handbook.cli.layout.blocks import WIDTH, comments_of, laid_out

__all__ = ["WIDTH", "comments_of", "laid_out"]
