"""The national layer by id: each of its lists can be asked for the part of a name.

Built once from the national layer and read by everybody. A name that nothing declares
raises ``KeyError``. What one partnership's protocol adds is in
:class:`~rapidreview.model.protocol.Protocol`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rapidreview.model.actors import NationalActor
    from rapidreview.model.authorities import Authority
    from rapidreview.model.base import Id, OutcomeId, Question, Topic
    from rapidreview.model.house import Attribute
    from rapidreview.model.national import (
        Act,
        Counting,
        Instrument,
        National,
        Outcome,
    )
    from rapidreview.model.timing import Deadline, Event


@dataclass(frozen=True)
class NationalIndex:
    """What law and guidance say for all of England, every part by its id."""

    national: National

    @cached_property
    def instruments(self) -> Mapping[Id, Instrument]:
        """The Acts, regulations and guidance, by id."""
        return {one.id: one for one in self.national.instruments}

    @cached_property
    def events(self) -> Mapping[Id, Event]:
        """The events that start or end a national clock, by id."""
        return {one.id: one for one in self.national.events}

    @cached_property
    def counting(self) -> Mapping[Id, Counting]:
        """The counting rules, by id."""
        return {one.id: one for one in self.national.counting}

    @cached_property
    def deadlines(self) -> Mapping[Id, Deadline]:
        """The national limits, by id."""
        return {one.id: one for one in self.national.deadlines}

    @cached_property
    def questions(self) -> Mapping[Id, Question]:
        """The checker's questions for all of England, by id."""
        return {one.id: one for one in self.national.notifiability.questions}

    @cached_property
    def acts(self) -> Mapping[Id, Act]:
        """What duties ask for, by its id."""
        return {one.id: one for one in self.national.notifiability.acts}

    @cached_property
    def actors(self) -> Mapping[Id, NationalActor]:
        """Who acts in every partnership, by id."""
        return {one.id: one for one in self.national.actors}

    @cached_property
    def outcomes(self) -> Mapping[OutcomeId, Outcome]:
        """What an answer can be, by id."""
        return {one.id: one for one in self.national.notifiability.outcomes}

    @cached_property
    def topics(self) -> Mapping[Id, Topic]:
        """The topics, by id."""
        return {one.id: one for one in self.national.topics}

    @cached_property
    def attributes(self) -> Mapping[Id, Attribute]:
        """The points on which partnerships are compared, by id."""
        return {one.id: one for one in self.national.compare}

    @cached_property
    def authorities(self) -> Mapping[Id, Authority]:
        """The local authorities with children's services, by id, ended ones too."""
        return {one.id: one for one in self.national.authorities}
