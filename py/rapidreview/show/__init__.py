"""What a page shows: answers, schedules and their sources as HTML."""

from rapidreview.show.answer import SIGNS, answer_html, kind_of
from rapidreview.show.beside_date import beside
from rapidreview.show.guesses import (
    NO_REASON,
    author_and_recipient,
    due_says,
    due_tags,
    has_guesses,
    key_html,
    limit_html,
    limit_mark,
    reason_html,
    who_html,
    who_text,
)
from rapidreview.show.html import NOTHING, Attribute, Html, el, every, joined, text
from rapidreview.show.marks import (
    WORKED_OUT,
    copy_button,
    due,
    guess_tag,
    icon,
    link,
    listed_html,
    mailed,
    nowrap_last,
    silent,
    slug,
    standing_tag,
    status_tag,
    tag,
    time_element,
    verify_tag,
)
from rapidreview.show.narrower import HOLDS, NARROWER, as_printed
from rapidreview.show.parts import not_read_html
from rapidreview.show.places import PLACES, place_css
from rapidreview.show.record import Record, record_file
from rapidreview.show.record_blank import blank_record_html
from rapidreview.show.schedule import (
    count_html,
    limit_dates,
    limits_told,
    schedule_html,
)
from rapidreview.show.sources import KINDS, Sources

__all__ = [
    "HOLDS",
    "KINDS",
    "NARROWER",
    "NOTHING",
    "NO_REASON",
    "PLACES",
    "SIGNS",
    "WORKED_OUT",
    "Attribute",
    "Html",
    "Record",
    "Sources",
    "answer_html",
    "as_printed",
    "author_and_recipient",
    "beside",
    "blank_record_html",
    "copy_button",
    "count_html",
    "due",
    "due_says",
    "due_tags",
    "el",
    "every",
    "guess_tag",
    "has_guesses",
    "icon",
    "joined",
    "key_html",
    "kind_of",
    "limit_dates",
    "limit_html",
    "limit_mark",
    "limits_told",
    "link",
    "listed_html",
    "mailed",
    "not_read_html",
    "nowrap_last",
    "place_css",
    "reason_html",
    "record_file",
    "schedule_html",
    "silent",
    "slug",
    "standing_tag",
    "status_tag",
    "tag",
    "text",
    "time_element",
    "verify_tag",
    "who_html",
    "who_text",
]
