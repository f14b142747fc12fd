"""Limits: the grammar of amounts of time, and the deadlines that limits become."""

from handbook.read.short.limits.deadlines import Limits
from handbook.read.short.limits.times import Times

__all__ = ["Limits", "Times"]
