"""Limits: the grammar of amounts of time, and the deadlines that limits become."""

from handbook.read.short.limits.deadlines import Limits

__all__ = ["Limits"]
