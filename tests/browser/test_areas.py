"""Every authority in a real browser: found by name, answered by the rules that hold there."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urljoin

import pytest

from in_browser import axe, choose, command, dates_shown, enter, ready, submit, until

if TYPE_CHECKING:
    from collections.abc import Callable

    from playwright.sync_api import Browser, BrowserContext, Page

pytestmark = pytest.mark.browser
ANSWERS = {
    "age": "under-18",
    "abuse": "suspected",
    "harm": "serious",
    "place": "in-area",
    "resident": "yes",
    "care": "none",
}


@pytest.fixture
def width() -> int:
    """Return the width of a phone."""
    return 390


def chosen_on_the_first_page(page: Page, origin: str, typed: str) -> int:
    """Find an authority from the first page by typing, and return how many taps it took."""
    page.goto(origin)
    page.click("#la")
    page.fill("#la", typed)
    page.click("[role=option]")
    return 2


def test_from_the_first_page_two_taps_say_whom_to_tell_today(
    page: Page, origin: str
) -> None:
    """An authority without a file: its page says so, whom to tell, and by when."""
    assert chosen_on_the_first_page(page, origin, "leeds") <= 3
    page.wait_for_selector("h1:text('Leeds')")
    told = " ".join(page.inner_text("main").split())
    assert "Leeds’s own protocol has not been read." in told
    assert "To Children’s social care at Leeds City Council" in told
    assert "By Today" in told
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe(page) == []


def test_from_the_first_page_six_inputs_give_the_day_on_which_a_notice_is_due(
    page: Page, origin: str
) -> None:
    """One door, one name, three boxes, one press: typing in one box is one input.

    A name that is typed whole is chosen when the reader goes on.
    """
    page.goto(origin)
    inputs: list[Callable[[], None]] = [
        lambda: page.click("main a:text('What is due when?')"),
        lambda: page.fill("#p-find", "leeds"),
        lambda: page.fill("#la_aware-day", "20"),
        lambda: page.fill("#la_aware-month", "11"),
        lambda: page.fill("#la_aware-year", "2026"),
        lambda: submit(page, "deadlines"),
    ]
    assert len(inputs) <= 6
    for number, act in enumerate(inputs):
        act()
        if number == 2:  # as long as a person takes from one box to the next
            until(page, "document.querySelector('#p').value === 'england:leeds'")
    assert page.url == origin + "deadlines/"
    assert dates_shown(page)["sin"] == ("2026-11-27", "2026-11-26")
    told = command(
        "deadlines", "--area", "leeds", "la_aware=2026-11-20", "--format", "json"
    )
    assert dates_shown(page) == {
        one["id"]: (one["latest"] or "", one["aim_for"] or "")
        for one in told["deadlines"]
    }


def test_the_checker_answers_such_an_area_as_the_command_line_does(
    page: Page, origin: str
) -> None:
    """The same outcome by the same rule, with the sentence that says what was not read."""
    page.goto(origin + "check/")
    page.fill("#area-find", "leeds")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    for name, answer in ANSWERS.items():
        page.check(f"form#notifiable [name={name}][value='{answer}']")
    submit(page, "notifiable")
    told = command(
        "notifiable", "--area", "leeds", *(f"{k}={v}" for k, v in ANSWERS.items())
    )
    result = page.locator("[data-result=notifiable]")
    assert result.get_attribute("data-outcome") == told["outcome"]
    assert result.get_attribute("data-rule") == told["rule"]
    assert told["not_read"] in result.inner_text()


def test_the_other_authority_is_named_with_what_it_must_do(
    page: Page, origin: str
) -> None:
    """Asked where the answers bring one in, and only there; the command line says the same of it."""
    page.goto(origin + "check/")
    choose(page, "england:york", ANSWERS)
    field = page.locator("[data-field=home-area]")
    assert field.is_hidden()
    page.check("form#notifiable [name=resident][value=no]")
    page.fill("#home-area-find", "Stockton")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    submit(page, "notifiable")
    given = ANSWERS | {"resident": "no", "home-area": "Stockton"}
    told = command(
        "notifiable", "--area", "york", *(f"{k}={v}" for k, v in given.items())
    )
    said = page.inner_text("[data-others]")
    [other] = told["others"]
    assert other["authority"] == "Stockton-on-Tees Borough Council"
    assert other["partnership"] in said
    assert other["contacts"][0]["email"] in said
    for duty in told["duties"]:
        if duty["strength"] != "required":
            assert duty["who"] in said
            assert f"{duty['strength']} {duty['do']}".lower() in said.lower()
    assert page.url == origin + "check/"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert axe(page) == []
    page.click("[data-change=resident]")
    page.check("form#notifiable [name=resident][value=yes]")
    assert field.is_hidden()
    submit(page, "notifiable")
    assert page.locator("[data-others]").count() == 0


def test_the_look_up_is_a_combobox_that_keys_work(page: Page, origin: str) -> None:
    """Arrows mark an option and the box says which; Escape closes the list; a slip is forgiven."""
    page.goto(origin + "check/")
    box = page.locator("#area-find")
    assert box.get_attribute("role") == "combobox"
    box.fill("Birmingam")
    page.wait_for_selector("[role=option]")
    assert box.get_attribute("aria-expanded") == "true"
    page.keyboard.press("ArrowDown")
    marked = box.get_attribute("aria-activedescendant")
    assert page.get_attribute(f"#{marked}", "aria-selected") == "true"
    page.keyboard.press("Escape")
    assert box.get_attribute("aria-expanded") == "false"
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.input_value("[name=partnership]") == "england:birmingham"
    assert axe(page) == []


def test_a_choice_brings_only_its_own_questions_and_dates(
    page: Page, origin: str
) -> None:
    """The forms hold what the chosen protocol asks, and no other's."""
    page.goto(origin + "check/")
    ready(page)
    count = "document.querySelectorAll('form fieldset[data-own]').length"
    assert page.evaluate(count) == 0
    page.select_option("#area", "tees:hartlepool")
    until(page, f"{count} > 0")
    page.select_option("#area", "england:leeds")
    until(page, f"{count} === 0")


@pytest.mark.parametrize("tool", ["check", "deadlines"])
def test_a_choice_and_its_answers_ask_the_server_for_nothing(
    context: BrowserContext, page: Page, origin: str, tool: str
) -> None:
    """Once a tool is ready, no request tells which authority was chosen, or that one was."""
    page.goto(f"{origin}{tool}/")
    ready(page)
    page.wait_for_selector("html[data-offline=yes]", state="attached")
    asked: list[str] = []
    context.on("request", lambda request: asked.append(request.url))
    page.fill("[role=combobox]", "Guildford")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("Enter")
    assert page.input_value("[name=partnership]") == "surrey"
    page.select_option("[name=partnership]", "england:leeds")
    if tool == "check":
        choose(page, "tees:hartlepool", ANSWERS)
        submit(page, "notifiable")
    else:
        page.select_option("[name=partnership]", "tees:hartlepool")
        enter(page, "la_aware", "2026-11-20")
        submit(page, "deadlines")
    page.wait_for_selector("#res")
    assert asked == []


def test_a_choice_before_python_is_ready_asks_for_the_same_whichever_it_is(
    chromium: Browser, origin: str
) -> None:
    """All protocols’ files are fetched together and in one order."""
    seen = []
    for wanted in ("surrey", "england:leeds", ""):
        context = chromium.new_context(service_workers="block")
        page = context.new_page()
        asked: list[str] = []
        page.on("request", lambda request, asked=asked: asked.append(request.url))
        page.goto(origin + "check/", wait_until="commit")
        page.wait_for_selector("form[data-set]")
        page.select_option("#area", wanted)
        ready(page)
        seen.append([url for url in asked if "/assets/policies" in url])
        context.close()
    assert seen[0] == seen[1] == seen[2]
    assert len(seen[0]) == len(set(seen[0])) > 5


def test_nothing_that_was_chosen_is_in_the_address_or_stored(
    page: Page, origin: str
) -> None:
    """The choice lives in the page's memory."""
    chosen_on_the_first_page(page, origin, "Guildford")
    page.wait_for_url(origin + "partnerships/surrey/")
    page.evaluate(
        'document.querySelector(\'a[href$="check/"]:not([href*="#"])\')?.click()'
    )
    assert "guildford" not in page.url.lower()
    stored = page.evaluate(
        "[localStorage, sessionStorage].map(one => JSON.stringify(one)).join()"
    )
    assert "surrey" not in stored.lower()
    assert "guildford" not in stored.lower()
    assert page.context.cookies() == []


def test_without_a_script_every_authority_is_in_the_list_by_region(
    page: Page, origin: str
) -> None:
    """The first page's button leads to it, and each name to a page."""
    page.goto(origin + "partnerships/")
    links = page.locator(".regions a")
    assert links.count() == 153
    first = urljoin(page.url, str(links.first.get_attribute("href")))
    assert page.request.get(first).ok
