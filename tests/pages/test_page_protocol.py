"""What the protocol says: nothing of the policy is left unshown in the partnership's folder."""

import re
from dataclasses import fields, is_dataclass

import pytest

from handbook.pages.partnership.protocol import KINDS
from handbook.pages.silence import unsaid
from handbook.pages.ungiven import NONE

OTHER_FORM = {
    ("Document", "retrieved_on"),  # dates are shown in words
    ("Document", "review_by"),
    ("Change", "on"),
    ("Partnership", "checked_on"),
    ("Contact", "checked_on"),
    ("Partnership", "status"),  # shown with a capital
    ("Event", "assumed"),  # follows what it stands in for
    ("Event", "noun"),  # a part of sentences, where a limit runs from it
    ("LocalRule", "id"),
    ("Option", "said"),  # a part of the checker's reasons
    ("Question", "default"),  # the id of an answer
}
NOT_SHOWN = {"examples", "date_examples"}


def plain(text):
    """Return ``text`` without the difference of case and of spaces."""
    return re.sub(r"\s+", "", text).lower()


def texts(part):
    """Yield every text of ``part`` and the parts in it, with the place it has in the model."""
    if isinstance(part, tuple):
        for item in part:
            yield from texts(item)
    elif is_dataclass(part):
        for item in fields(part):
            value = getattr(part, item.name)
            if item.name in NOT_SHOWN:
                continue
            if str(item.type) in ("str", "tuple[str, ...]"):
                place = (type(part).__name__, item.name)
                for words in (value,) if isinstance(value, str) else value:
                    if words and place not in OTHER_FORM:
                        # names of whose address is not given are in one sentence
                        told = words.removesuffix(NONE)
                        if place == ("Contact", "label"):
                            told = told.partition(" (")[0]  # its areas are apart
                        yield place, told
            else:
                yield from texts(value)


def test_every_text_of_the_policy_is_shown_in_the_folder(partnership, folder):
    """Whatever a policy's author wrote for readers can be read on some page."""
    shown = plain(" ".join(page.text(without=("src",)) for page in folder.values()))
    missing = [
        f"{'.'.join(place)}: {words}"
        for place, words in texts(partnership)
        if plain(words) not in shown
    ]
    assert [] == missing


def topics_of(page):
    """Return what is told of each topic, by its id."""
    return {
        one.all("h4")[0].attributes["id"].removeprefix("topic-"): one.all("li")
        for one in page.all("div", "entry")
        if one.all("h4")[0].attributes.get("id", "").startswith("topic-")
    }


def test_every_statement_of_every_topic_stands_under_its_topic(partnership, folder):
    """The statements of a topic are the items below its heading, in order, with their signs."""
    shown = topics_of(folder["protocol"])
    for topic in partnership.topics:
        told = [one for one in topic.statements if not one.silent]
        items = shown.pop(topic.id, [])
        assert [plain(one.says) for one in told] == [
            plain(item.text(without=("src", "std"))) for item in items
        ]
        for said, item in zip(told, items, strict=True):
            tags = [one.text() for one in item.all("span", "std")]
            assert (said.status == "national") == ("national" in tags)
            assert (said.evidence == "to-verify") == ("to be verified" in tags)
    assert {} == shown


def test_what_a_topic_does_not_say_is_told_once_on_the_page_of_notes(
    partnership, folder
):
    """A silence is in the list of what the protocol does not say, and on no other page."""
    silent = [
        unsaid(said.says)
        for topic in partnership.topics
        for said in topic.statements
        if said.silent
    ]
    told = {
        name: [one.text() for one in page.all("span", "silent")]
        for name, page in folder.items()
    }
    for words in silent:
        found = [name for name, some in told.items() if words in some]
        assert found == ["notes"], words
        assert told["notes"].count(words) == 1


def test_kinds_of_topic_come_in_one_order_on_every_page(partnership, folder):
    """Headings follow the order of the list of kinds, so that pages can be compared."""
    used = [
        kind
        for kind in KINDS
        for topic in partnership.topics
        if topic.kind == kind and not all(one.silent for one in topic.statements)
    ]
    shown = [
        one.attributes["id"].removeprefix("kind-")
        for one in folder["protocol"].all("div", "opens-body")
        if one.attributes.get("id", "").startswith("kind-")
    ]
    assert list(dict.fromkeys(used)) == shown


def test_every_word_of_its_own_is_kept_and_explained(partnership, folder):
    """The local vocabulary is on the page, word by word, each with its meaning."""
    part = next(
        one
        for one in folder["protocol"].all("div", "opens-body")
        if one.attributes["id"] == "words"
    )
    assert [word.word for word in partnership.vocabulary] == [
        one.text() for one in part.all("dt")
    ]
    assert [plain(word.means) for word in partnership.vocabulary] == [
        plain(one.text(without=("src",))) for one in part.all("dd")
    ]


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ("Who chairs the group.", "Not in the protocol: who chairs the group."),
        (
            "What serious harm means is not given.",
            "What serious harm means is not given.",
        ),
        ("The protocol names no quorum.", "The protocol names no quorum."),
    ],
)
def test_a_silence_says_that_it_is_one(says, expected):
    """What a policy only names as missing is said to be missing; the rest stays as it is."""
    assert expected == unsaid(says)
