"""How often something comes round, in words."""

import pytest

from rapidreview.model import Every
from rapidreview.say.recurring import often


@pytest.mark.parametrize(
    ("every", "words"),
    [
        (Every(amount=8, unit="week"), "every 8 weeks"),
        (Every(amount=1, unit="month"), "every month"),
        (Every(amount=10, unit="working-day"), "every 10 working days"),
        (Every(amount=1, unit="working-day"), "every working day"),
        (Every(amount=1, unit="year", month=3), "every March"),
        (Every(amount=2, unit="year", month=12), "every two years in December"),
    ],
)
def test_how_often_it_comes_round(every, words):
    """The unit is in the singular where there is one of it; a year may have its month."""
    assert often(every) == words
