"""HTML as a type: text is text wherever it is put in, and HTML stays as it is."""

from markupsafe import Markup, escape

from rapidreview.show.html import NOTHING, Html, el, every, joined, text

SIGNS = "<b> & \"x\" 'y' {{ z }}"
SHOWN = "&lt;b&gt; &amp; &quot;x&quot; &#39;y&#39; &#123;&#123; z &#125;&#125;"


def test_every_sign_of_a_plain_string_is_shown_as_a_sign():
    """Markup, quotes and braces come out as text."""
    assert text(SIGNS) == SHOWN
    assert isinstance(text(SIGNS), Html)


def test_text_that_is_html_already_is_not_escaped_again():
    """Escaping twice is escaping once."""
    assert text(text(SIGNS)) == SHOWN


def test_joining_escapes_the_plain_side_only():
    """The HTML side is kept."""
    assert joined("<i>", SIGNS, Html("<i>")) == "&lt;i&gt;" + SHOWN + "<i>"


def test_html_and_html_is_html_and_with_a_plain_string_it_is_plain():
    """A sum with a plain string vouches for nothing, on either side."""
    assert isinstance(Html("<i>") + Html("<b>"), Html)
    for added in (Html("<i>") + "a & b", "a & b" + Html("<i>")):
        assert not isinstance(added, Html)
        assert "a & b" in added


def test_an_element_escapes_its_text_and_its_attributes_and_keeps_its_elements():
    """Text, attributes and elements in one call."""
    made = el("p", "a < b ", el("b", "c"), css="lead", title='"q"', data_label="{x}")
    assert made == (
        '<p class="lead" title="&quot;q&quot;" data-label="&#123;x&#125;">a &lt; b <b>c</b></p>'
    )


def test_an_attribute_without_a_value_is_left_out_and_one_that_is_true_stands_alone():
    """None and False are left out; True is a name alone."""
    assert (
        el("input", hidden=True, value=None, checked=False, for_="x")
        == '<input hidden for="x">'
    )
    assert (
        el("td", more={"aria-label": "A"}, colspan=2)
        == '<td colspan="2" aria-label="A"></td>'
    )


def test_parts_are_joined_with_what_is_between_them():
    """What is between is escaped too."""
    assert every([el("i", "a"), "<"], " & ") == "<i>a</i> &amp; &lt;"
    assert every([]) == NOTHING


def test_markupsafe_and_with_it_jinja_leaves_html_as_it_is():
    """The protocol is markupsafe’s own."""
    assert escape(el("b", "x")) == "<b>x</b>"
    assert Markup("<p>%s</p>") % el("b", "x") == "<p><b>x</b></p>"
