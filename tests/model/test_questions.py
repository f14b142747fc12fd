"""A question is asked for its answers by id, and for nothing else."""

import pytest

from rapidreview.model import OPEN


def test_each_answer_of_a_question_is_found_by_its_id(library):
    """It is the very part that the policy declares."""
    every = [q for protocol in library.protocols for q in protocol.questions.values()]
    assert every
    for question in every:
        for option in question.options:
            assert question.option(option.id) is option
            assert question.offers(option.id)


def test_an_answer_that_a_question_does_not_have_raises_keyerror(small):
    """A misspelt answer never passes for one of them."""
    (question,) = small.questions
    assert not question.offers(OPEN)
    with pytest.raises(KeyError, match="maybe"):
        question.option("maybe")
