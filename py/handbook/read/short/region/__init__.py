"""Regional texts: read into each partnership that extends them."""

from handbook.read.short.region.files import regions_of, told_once
from handbook.read.short.region.regions import with_regions

__all__ = ["regions_of", "told_once", "with_regions"]
