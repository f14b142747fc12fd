"""What the protocol says: nothing of the policy is left unshown in the partnership's folder."""

import re
from dataclasses import fields, is_dataclass

import pytest

from handbook.pages.partnership.protocol import KINDS
from handbook.pages.silence import unsaid

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
                        yield place, words
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


def test_every_statement_of_every_topic_stands_under_its_topic(partnership, folder):
    """The statements of a topic are the items below its heading, in order."""
    entries = {
        one.all("h3")[0].attributes["id"]: one
        for one in folder["protocol"].all("div", "entry")
        if "id" in one.all("h3")[0].attributes
    }
    for topic in partnership.topics:
        items = entries[f"topic-{topic.id}"].all("li")
        shown = [plain(item.text(without=("src", "std"))) for item in items]
        assert len(topic.statements) == len(shown)
        for said, words in zip(topic.statements, shown, strict=True):
            assert words.endswith(plain(said.says))
            assert said.silent or words == plain(said.says)


def test_a_silence_a_national_text_and_an_open_point_carry_their_signs(
    partnership, folder
):
    """The ring, the national tag and the tag "to be verified" stand exactly where they belong."""
    entries = {
        one.all("h3")[0].attributes.get("id"): one
        for one in folder["protocol"].all("div", "entry")
    }
    for topic in partnership.topics:
        items = entries[f"topic-{topic.id}"].all("li")
        for said, item in zip(topic.statements, items, strict=True):
            tags = [one.text() for one in item.all("span", "std")]
            assert said.silent == bool(item.all("span", "silent"))
            assert (said.status == "national") == ("national" in tags)
            assert (said.evidence == "to-verify") == ("to be verified" in tags)


def test_kinds_of_topic_come_in_one_order_on_every_page(partnership, folder):
    """Headings follow the order of the list of kinds, so that pages can be compared."""
    used = [
        kind for kind in KINDS if any(one.kind == kind for one in partnership.topics)
    ]
    shown = [
        one.attributes["id"].removeprefix("kind-")
        for one in folder["protocol"].all("h2")
        if one.attributes.get("id", "").startswith("kind-")
    ]
    assert used == shown


def test_every_word_of_its_own_is_kept_and_explained(partnership, folder):
    """The local vocabulary is on the page, word by word, each with its meaning."""
    part = next(
        one
        for one in folder["protocol"].all("section")
        if one.all("h2")[0].attributes.get("id") == "words"
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
