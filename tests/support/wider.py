"""Wider local triggers for tests: a parent's death, a failing service, and those of a child."""

from dataclasses import replace

from rapidreview.model import LocalDuty, LocalRule, Question, When
from rapidreview.model.base import Option
from rapidreview.model.partnership import LocalReason


def subject(**changed):
    """Return the question that is asked first: who or what was harmed."""
    question = Question(
        id="subject",
        ask="Who or what was harmed?",
        first=True,
        options=(
            Option(
                id="a-child",
                label="A child or a care leaver",
                said="a child was harmed",
            ),
            Option(
                id="a-parent",
                label="A parent or carer",
                said="a parent died or was seriously injured",
                no_child=True,
            ),
            Option(
                id="a-service",
                label="A service",
                said="the Health and Safety Executive was told of an accident",
                no_child=True,
            ),
        ),
        default="a-child",
        source=("2",),
    )
    return replace(question, **changed)


def trigger(**changed):
    """Return Camden's rule on the death or serious injury of a parent."""
    rule = LocalRule(
        id="CM-1",
        when=When(all_={"subject": ("a-parent", "a-service")}),
        to="discuss",
        title="Discuss the case of a parent or a service",
        says="The partners discuss it.",
        duties=(
            LocalDuty(
                id="discuss-parent",
                do="discuss the case",
                actor="unit",
                strength="will",
                deadline="",
                source=("2",),
            ),
        ),
        because=(
            LocalReason(
                question="subject", says="The protocol takes it.", source=("2",)
            ),
        ),
        source=("2",),
    )
    return replace(rule, **changed)


def with_wider(small, *rules, question=None):
    """Return the small partnership with the question asked first and these rules."""
    return replace(
        small,
        questions=(question or subject(),),
        local_rules=rules or (trigger(),),
        examples=(),
    )
