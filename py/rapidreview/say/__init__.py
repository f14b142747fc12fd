"""Words: dates, numbers, lists and limits as a person in England would write them."""

from rapidreview.say.answers_briefly import any_of, blocks, if_answered
from rapidreview.say.deciding import how_decided
from rapidreview.say.drafts import DRAFT, NOT_READ, NOT_YET
from rapidreview.say.english import (
    MONTHS,
    NUMBERS,
    ORDINALS,
    WEEKDAYS,
    Moment,
    clock_in_words,
    counted,
    day_of,
    days_in_month,
    iso,
    listed,
    long_date,
    nearest,
    number,
    ordinal,
    plain_date,
    sentence,
    short_date,
    shortened,
    weekday,
    written_date,
)
from rapidreview.say.limits import limit_words, used_clock
from rapidreview.say.quotes import curly
from rapidreview.say.readings import readings_of
from rapidreview.say.recurring import (
    every_words,
    in_force_words,
    often,
    unless_words,
)
from rapidreview.say.typed_dates import InBoxes, NotADateError, read_moment

__all__ = [
    "DRAFT",
    "MONTHS",
    "NOT_READ",
    "NOT_YET",
    "NUMBERS",
    "ORDINALS",
    "WEEKDAYS",
    "InBoxes",
    "Moment",
    "NotADateError",
    "any_of",
    "blocks",
    "clock_in_words",
    "counted",
    "curly",
    "day_of",
    "days_in_month",
    "every_words",
    "how_decided",
    "if_answered",
    "in_force_words",
    "iso",
    "limit_words",
    "listed",
    "long_date",
    "nearest",
    "number",
    "often",
    "ordinal",
    "plain_date",
    "read_moment",
    "readings_of",
    "sentence",
    "short_date",
    "shortened",
    "unless_words",
    "used_clock",
    "weekday",
    "written_date",
]
