"""HTML as a type: text is escaped when it goes in, and what is HTML already is not.

A page part returns :class:`Html`, so that the type checker refuses one that returns
a plain string. Everything is put together with :func:`el` and :func:`joined`; a
plain ``str`` given to either is text, and every sign in it is shown as a sign. Braces
are hidden too, because generated pages pass through the site's template language.

``Html`` follows markupsafe's protocol (``__html__``), so that Jinja leaves it as it is.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, SupportsIndex, overload

if TYPE_CHECKING:
    from collections.abc import Iterable

type Attribute = str | int | bool | None
"""A value of an attribute. None and False leave it out; True writes its name alone."""

SHAPES: Final = frozenset({"circle", "path", "rect", "use"})
"""The shapes of a drawing: they have no content and close themselves, as XML wants it."""

VOID: Final = frozenset({"br", "hr", "img", "input", "link", "meta", "wbr"}) | SHAPES
"""Elements that have no content and no closing tag."""

_SIGNS = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "'": "&#39;",
        "{": "&#123;",
        "}": "&#125;",
    }
)


class Html(str):
    """A string that is HTML. ``Html("<b>")`` vouches for its argument: give it literals only.

    HTML added to HTML is HTML. With a plain string on either side the sum is a plain
    string, which the type checker refuses where HTML is asked for: :func:`joined` escapes.
    """

    __slots__ = ()

    def __html__(self) -> Html:
        return self

    @overload
    def __add__(self, other: Html, /) -> Html: ...
    @overload
    def __add__(self, other: str, /) -> str: ...
    def __add__(self, other: str, /) -> str:
        added = str.__add__(self, other)
        return Html(added) if isinstance(other, Html) else added

    def __mul__(self, times: SupportsIndex) -> Html:
        return Html(str.__mul__(self, times))

    def join(self, parts: Iterable[str], /) -> Html:
        """Return ``parts`` with this between them; plain strings are escaped."""
        return Html(str.join(self, (text(part) for part in parts)))


NOTHING: Final = Html("")
"""No HTML at all."""


def text(words: str) -> Html:
    """Return ``words`` as HTML: every sign is shown as a sign. HTML comes back as it is."""
    if isinstance(words, Html):
        return words
    return Html(words.translate(_SIGNS))


def joined(*parts: str) -> Html:
    """Return ``parts`` one after the other; plain strings are escaped."""
    return NOTHING.join(parts)


def every(parts: Iterable[str], between: str = "") -> Html:
    """Return ``parts`` with ``between`` between them; plain strings are escaped."""
    return text(between).join(parts)


def el(
    name: str,
    *content: str,
    css: str = "",
    more: dict[str, Attribute] | None = None,
    **attributes: Attribute,
) -> Html:
    """Return one element with its content; plain strings in it are escaped.

    ``css`` is its class, left out where empty. An underscore in the name of another
    attribute is a hyphen, and one at its end is dropped: ``for_``, ``data_label``.
    ``more`` holds attributes whose names are not Python's: ``{"aria-label": …}``.
    """
    given: dict[str, Attribute] = {"class": css or None}
    given |= {key.rstrip("_").replace("_", "-"): one for key, one in attributes.items()}
    given |= more or {}
    opened = f"<{name}" + "".join(_attribute(key, one) for key, one in given.items())
    if name in VOID:
        return Html(f"{opened}/>" if name in SHAPES else f"{opened}>")
    return Html(f"{opened}>{joined(*content)}</{name}>")


def _attribute(name: str, value: Attribute) -> str:
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{text(str(value))}"'
