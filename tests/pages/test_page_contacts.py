"""Whoever wants to write to somebody can press the address; who gives none is told in a sentence."""

import re

from handbook.pages.ungiven import ungiven
from rapidreview.model import Contact

ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def unlinked(one):
    """Yield every address in the words of ``one`` that is not inside a link to it."""
    for item in one.inside:
        if isinstance(item, str):
            yield from ADDRESS.findall(item)
        elif item.tag != "a" or not item.attributes.get("href", "").startswith(
            "mailto:"
        ):
            yield from unlinked(item)


def test_every_address_on_every_page_is_a_link(folder):
    """A mailbox inside a sentence or a form opens a message, as one in the table does."""
    found = {name: list(unlinked(page)) for name, page in folder.items()}
    assert {} == {name: bare for name, bare in found.items() if bare}


def test_addresses_are_looked_for_where_there_are_some(pages):
    """The pages of all partnerships together hold addresses, so the test above can fail."""
    linked = [
        link.attributes["href"]
        for page in pages.values()
        for link in page.all("a")
        if link.attributes.get("href", "").startswith("mailto:")
    ]
    assert len(set(linked)) > 4


def test_an_address_that_is_not_given_is_a_sentence(partnership):
    """The words stand by themselves in every list: no label with a remark in brackets."""
    labels = [one.label for one in partnership.contacts if one.silent]
    odd = [
        one
        for one in labels
        if "(" in one or not re.search(r"\bgives? no\b|\bis given\b", one)
    ]
    assert [] == odd


def test_what_is_not_given_is_one_paragraph_and_no_row(partnership, folder):
    """No row says only that there is no address; one paragraph says it, and where to look."""
    page = folder["contacts"]
    silent = [one for one in partnership.contacts if one.silent]
    told = " ".join(one.text() for one in page.all("p", "contact-none"))
    assert len(page.all("p", "contact-none")) == bool(silent)
    for sentence in ungiven(silent):
        assert sentence in told
    assert [] == [
        row.text() for row in page.all("td") if "gives no address" in row.text()
    ]


def test_the_names_of_whose_address_is_not_given_are_joined():
    """“X: the protocol gives no address” of several becomes one sentence; others stay as they are."""
    source = ("protocol#1",)
    given = [
        Contact(
            id=name, actor="chair", label=label, for_=for_, silent=True, source=source
        )
        for name, label, for_ in (
            ("a", "The chair: the protocol gives no address", ""),
            ("b", "Business unit: the protocol gives no address", "Learning forms"),
            ("c", "The protocol gives no link for the notification", ""),
        )
    ]
    assert [
        "The protocol gives no address for: The chair and Business unit (learning forms).",
        "The protocol gives no link for the notification.",
    ] == ungiven(given)
