"""The shape of the short form: which keys a part may have, and what is wrong with others."""

from handbook.read.short.shape.faults import shape_faults
from handbook.read.short.shape.keys import Key, keys_of

__all__ = ["Key", "keys_of", "shape_faults"]
