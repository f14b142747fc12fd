"""The short form of a policy: one fact, written once, and its expansion to the full form.

A step carries what belongs to it; from the steps come deadlines, orders, routes and most
of the comparison. What comes out is what :class:`rapidreview.model.Partnership` describes,
every node at the place it was written.
"""

from handbook.read.short.companions import companions_of, is_companion
from handbook.read.short.expansion import expanded
from handbook.read.short.shape.faults import shape_faults
from handbook.read.short.shape.misplaced import put_back

__all__ = ["companions_of", "expanded", "is_companion", "put_back", "shape_faults"]
