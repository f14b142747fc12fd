"""A site of one's own: ``handbook.yml`` says whose it is, what it holds and how it looks."""

from handbook.own.frame import write_frame, write_look
from handbook.own.reading import read_handbook, read_own
from handbook.own.settings import Colours, Contact, Handbook

__all__ = [
    "Colours",
    "Contact",
    "Handbook",
    "read_handbook",
    "read_own",
    "write_frame",
    "write_look",
]
