"""Feasibility: whether the printed steps can be kept, on every start date."""

from handbook.prove.feasibility.infeasible import (
    PER_CENT,
    ChainTooLong,
    Infeasible,
    NoMeetingDay,
    OutOfOrder,
    means,
    percent,
    sentence,
)
from handbook.prove.feasibility.trial import feasibility

__all__ = [
    "PER_CENT",
    "ChainTooLong",
    "Infeasible",
    "NoMeetingDay",
    "OutOfOrder",
    "feasibility",
    "means",
    "percent",
    "sentence",
]
