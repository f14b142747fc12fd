"""Whoever wants to write to somebody can press the address; who gives none is told in a sentence."""

import re

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
