"""The style sheet of a site's own colours: the same tokens as the handbook's, with other values.

The tints are mixed from the one colour given, so that text keeps its contrast on each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from handbook.own.colour import mixed

if TYPE_CHECKING:
    from handbook.own.settings import Colours

WHITE = "#ffffff"
BLACK = "#000000"
LIGHT_PAGE = WHITE
DARK_PAGE = "#141b22"
DARK = "#7cc4e0"
"""The handbook's own colour in dark colours."""


def own_tokens(colours: Colours) -> str:
    """Return the rules that put a site's colours in place of the handbook's."""
    main, dark = colours.main, colours.dark or DARK
    tokens = {
        "acc": (main, dark),
        "acc-deep": (mixed(main, BLACK, 0.3), mixed(dark, WHITE, 0.35)),
        "due": (mixed(main, WHITE, 0.88), mixed(dark, DARK_PAGE, 0.75)),
        "solid": (main, dark),
        "on-solid": (WHITE, mixed(DARK_PAGE, BLACK, 0.3)),
        "block": (main, mixed(main, BLACK, 0.35)),
        "on-block": (WHITE, "#f3f8fa"),
        "on-block2": (mixed(main, WHITE, 0.88), mixed(main, WHITE, 0.85)),
    }
    rules = "".join(
        f"  --{name}: light-dark({light}, {night});\n"
        for name, (light, night) in tokens.items()
    )
    return f":root {{\n{rules}}}\n"
