"""Templates: what is put in is text, a missing name is an error, and layout leaves no trace."""

from __future__ import annotations

from dataclasses import dataclass, fields
from importlib.resources import files
from typing import ClassVar

import pytest
from jinja2 import DictLoader, UndefinedError
from jinja2.meta import find_undeclared_variables

from handbook.pages import templates
from handbook.pages.templates import render
from handbook.pages.tools.check_form import CheckForm
from handbook.pages.tools.dates_form import DatesForm
from rapidreview.show import Html, el

SIGNS = "<b> & {{ secret }}"


@dataclass(frozen=True)
class Words:
    """A context of one name."""

    template: ClassVar[str] = "words.html"

    words: str


@pytest.fixture
def shown(monkeypatch):
    """Return a way to show words with a template given as text."""
    fresh = templates._environment.__wrapped__

    def show(source: str, words: str) -> str:
        environment = fresh()
        environment.loader = DictLoader({"words.html": source})
        monkeypatch.setattr(templates, "_environment", lambda: environment)
        return render(Words(words))

    return show


def test_words_are_shown_as_signs_and_html_as_html(shown):
    """Tags and braces of a policy never become tags and templates of the page."""
    told = shown('<p title="{{ words }}">{{ words }}</p>', SIGNS)
    assert "<b>" not in told
    assert "{" not in told
    assert told.count("&lt;b&gt; &amp; &#123;&#123; secret &#125;&#125;") == 2
    assert shown("<p>{{ words }}</p>", el("b", "A & B")) == "<p><b>A &amp; B</b></p>"
    assert isinstance(shown("{{ words }}", SIGNS), Html)


def test_what_a_macro_makes_is_html_and_is_escaped_once(shown):
    """A part of a template used within it keeps its tags."""
    source = "{% macro part(it) %}<i>{{ it }}</i>{% endmacro %}{{ part(words) }}"
    assert shown(source, "A & B") == "<i>A &amp; B</i>"


def test_a_name_that_the_context_does_not_hold_is_an_error(shown):
    """A slip in a template stops the build."""
    with pytest.raises(UndefinedError):
        shown("{{ wrods }}", "x")


def test_line_breaks_of_a_template_are_layout(shown):
    """None is left beside a tag, and one between words is a space."""
    source = "<p>\n  one\n  two <b>three</b>\n  {{ words }}\n</p>\n"
    assert shown(source, "four\nfive") == "<p>one two <b>three</b>four\nfive</p>"


@pytest.mark.parametrize("context", [CheckForm, DatesForm])
def test_a_form_shows_everything_that_its_context_holds(context):
    """No field of a context is left over, and no name of a template is without one."""
    environment = templates._environment()
    source = files(templates).joinpath(context.template).read_text("utf-8")
    names = find_undeclared_variables(environment.parse(source))
    held = {one.name for one in fields(context)}
    assert names - set(environment.globals) == held
