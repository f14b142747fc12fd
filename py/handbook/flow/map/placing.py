"""Places a flow as a map of who holds the case when: a lane for each actor, a row for each step.

Only places are worked out here, not how they look. Every step has one row and one
dot; every way on from a step has one line. Lines that would run over each other in
a lane get tracks beside each other, so that none is hidden behind another.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from handbook.flow.layout import Exit, Placed, every_placed

if TYPE_CHECKING:
    from collections.abc import Mapping

    from rapidreview.model import Id, Step

TURN = 14.0
"""How far above a dot the lines that lead to it turn towards it."""

TRACK = 9.0
"""How far apart the tracks of a lane are."""

APART = 5.0
"""How much must lie between two lines of one track."""

MARGIN = 5.0
"""What a lane keeps free on both sides."""

type Point = tuple[float, float]


@dataclass(frozen=True)
class Dot:
    """A step's place: its lane, and the middle of its dot."""

    step: Step
    lane: int
    x: float
    y: float


@dataclass(frozen=True)
class Line:
    """One way on: from step to step, its label, its corners, and whether it is the main line."""

    start: str
    end: str
    label: str
    goes: str
    points: tuple[Point, ...]
    main: bool


@dataclass(frozen=True)
class Lane:
    """One actor's lane: its id, its middle, its width."""

    actor: str
    x: float
    width: float


@dataclass(frozen=True)
class Map:
    """The whole map: lanes from left to right, dots and lines."""

    lanes: tuple[Lane, ...]
    dots: dict[str, Dot]
    lines: tuple[Line, ...]
    width: float


@dataclass
class _Run:
    """A stretch down one lane that a line, or several with one beginning, needs to itself."""

    lane: int
    top: float
    bottom: float
    track: int = 0


@dataclass
class _Tracks:
    """Gives each run of a lane the nearest free track to the lane's middle."""

    runs: dict[int, list[_Run]] = field(default_factory=lambda: defaultdict(list))

    def take(self, run: _Run, *, middle: bool = False) -> _Run:
        track = 0
        while not middle and not self._is_free(run, track):
            track = -track if track > 0 else 1 - track
        run.track = track
        self.runs[run.lane].append(run)
        return run

    def _is_free(self, run: _Run, track: int) -> bool:
        return all(
            other.track != track
            or run.top > other.bottom + APART
            or run.bottom < other.top - APART
            for other in self.runs[run.lane]
        )

    def reach(self, lane: int) -> int:
        """Return how many tracks the lane has on the busier side of its middle."""
        return max((abs(run.track) for run in self.runs[lane]), default=0)


def place(spine: tuple[Placed, ...], heights: Mapping[Id, float]) -> Map:
    """Return the map of a flow; ``heights`` says how far down each step's dot is."""
    return _Placing(spine, heights).map()


class _Placing:
    """The work in hand: where each dot and each run of a line goes."""

    def __init__(self, spine: tuple[Placed, ...], heights: Mapping[Id, float]) -> None:
        self.placed = {item.step.id: item for item in every_placed(spine)}
        self.spine = {item.step.id for item in spine}
        actors = dict.fromkeys(item.step.actor for item in self.placed.values())
        self.actors = tuple(actors)
        self.lane_of = {
            name: self.actors.index(item.step.actor)
            for name, item in self.placed.items()
        }
        self.y = {name: heights[name] for name in self.placed}
        self.tracks = _Tracks()
        self.own: dict[str, _Run] = {}
        self.side: dict[tuple[str, int], _Run] = {}

    def map(self) -> Map:
        """Return the map: the spine takes the middle of each lane, the rest what is free."""
        for name in sorted(self.placed, key=lambda name: name not in self.spine):
            run = self._own_run(name)
            self.own[name] = self.tracks.take(run, middle=name in self.spine)
        for name, item in self.placed.items():
            self._side_runs(name, item)
        lanes, left = [], 0.0
        for lane, actor in enumerate(self.actors):
            width = 2 * (self.tracks.reach(lane) * TRACK + MARGIN + TRACK)
            lanes.append(Lane(actor, left + width / 2, width))
            left += width
        self.lanes = tuple(lanes)
        dots = {
            name: Dot(
                item.step, self.lane_of[name], self._x(self.own[name]), self.y[name]
            )
            for name, item in self.placed.items()
        }
        lines = tuple(
            self._line(name, place, way)
            for name, item in self.placed.items()
            for place, way in enumerate(item.exits)
        )
        return Map(self.lanes, dots, lines, left)

    def _own_run(self, name: str) -> _Run:
        """Return the run that a dot stands on: down to where its way on turns off."""
        bottom = self.y[name] + TURN / 2
        down = self._straight_on(self.placed[name])
        if down is not None:
            bottom = max(bottom, self._turn(down.to))
        top = self._turn(name) + APART + 1
        return _Run(self.lane_of[name], top, bottom)

    def _straight_on(self, item: Placed) -> Exit | None:
        """Return the way that leaves a dot downwards: the next of its list, or its only way."""
        for way in item.exits:
            if way.goes == "on":
                return way
        alone = len(item.exits) == 1 and item.exits[0].goes != "back"
        return item.exits[0] if alone else None

    def _side_runs(self, name: str, item: Placed) -> None:
        straight = self._straight_on(item)
        down = [way for way in item.exits if way is not straight and way.goes != "back"]
        if down:
            bottom = max(self._turn(way.to) for way in down)
            run = self.tracks.take(_Run(self.lane_of[name], self.y[name], bottom))
            for way in down:
                self.side[name, item.exits.index(way)] = run
        for place, way in enumerate(item.exits):
            if way.goes == "back":
                up = _Run(self.lane_of[way.to], self._turn(way.to), self.y[name])
                self.side[name, place] = self.tracks.take(up)

    def _turn(self, name: str) -> float:
        return self.y[name] - TURN

    def _x(self, run: _Run) -> float:
        return self.lanes[run.lane].x + run.track * TRACK

    def _line(self, name: str, place: int, way: Exit) -> Line:
        x, y = self._x(self.own[name]), self.y[name]
        to_x, to_y, turn = self._x(self.own[way.to]), self.y[way.to], self._turn(way.to)
        run = self.side.get((name, place))
        points = [(x, y)]
        if run is not None:
            points.append((self._x(run), y))
        points += [(points[-1][0], turn), (to_x, turn), (to_x, to_y)]
        main = name in self.spine and way.to in self.spine and way.goes == "on"
        return Line(name, way.to, way.label, way.goes, _corners(points), main)


def _corners(points: list[Point]) -> tuple[Point, ...]:
    """Return ``points`` without those that lie on a straight line between their neighbours."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        while len(kept) > 1 and _straight(kept[-2], kept[-1], point):
            kept.pop()
        kept.append(point)
    return tuple(kept)


def _straight(first: Point, middle: Point, last: Point) -> bool:
    across = first[0] == middle[0] == last[0]
    along = first[1] == middle[1] == last[1]
    between = (middle[0] - first[0]) * (last[0] - middle[0]) >= 0
    between = between and (middle[1] - first[1]) * (last[1] - middle[1]) >= 0
    return (across or along) and between
