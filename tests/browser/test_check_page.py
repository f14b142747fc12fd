"""The checker as a page: its ways of asking, its record, the way out, and what it keeps: nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from in_browser import BOTH, choose, enter, ready, submit, until

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, Page, Request

pytestmark = pytest.mark.browser

CASE = {
    "age": "under-18",
    "abuse": "suspected",
    "harm": "died",
    "place": "in-area",
    "resident": "yes",
    "care": "none",
}
OUT = "https://www.bbc.co.uk/"
KEPT = """async () => ({
    address: location.search + location.hash, name: window.name, cookie: document.cookie,
    state: JSON.stringify(history.state) ?? "",
    local: Object.entries(localStorage).filter(([key]) => !key.endsWith("__palette")),
    session: Object.entries(sessionStorage), bases: await indexedDB.databases(),
    kept: (await Promise.all((await caches.keys()).map(async name =>
        (await (await caches.open(name)).keys()).map(item => item.url)))).flat(),
})"""
FOCUS = "document.activeElement.name || document.activeElement.id"
EMPTY = """() => document.querySelector('[data-result]').childElementCount === 0
    && document.querySelector('#area').value === ''
    && [...document.querySelectorAll('#notifiable input')].every(input =>
        input.type === 'radio' ? input.checked === input.defaultChecked : input.value === '')"""


def open_checker(page: Page, origin: str) -> None:
    """Open the checker and wait until it can answer."""
    page.goto(origin + "check/")
    ready(page)


def step(page: Page, name: str, answer: str) -> None:
    """Answer the one question that is shown and go on."""
    page.check(f"[name={name}][value={answer}]:visible")
    page.click("[data-step=next]")


@pytest.mark.parametrize("way", ["all", "one"])
@BOTH
def test_a_keyboard_is_enough_in_both_ways(page: Page, origin: str, way: str) -> None:
    """From the choice of the way to the answer with Tab, letters, Space and Enter."""
    open_checker(page, origin)
    page.focus(f"[data-mode-is={way}]")
    page.keyboard.press("Enter")
    for _ in range(60):
        kind, step_, finds = page.evaluate(
            "[document.activeElement.type, document.activeElement.dataset.step,"
            " document.activeElement.role === 'combobox']"
        )
        if finds:
            page.keyboard.type("Surrey")
            page.wait_for_selector("[role=option]")
            page.keyboard.press("Enter")
            assert page.input_value("#area") == "surrey"
        elif kind == "radio":
            page.keyboard.press("Space")
        on = way == "one" and (kind in ("radio", "text") or step_ == "next")
        page.keyboard.press("Enter" if on or kind == "submit" else "Tab")
        if kind == "submit" or (way == "one" and kind == "text" and not finds):
            break
    page.wait_for_selector("[data-result=notifiable][data-outcome]")
    assert page.evaluate(FOCUS) == "res"
    title = page.locator("#res").inner_text()
    assert f"Answer: {title}" == page.locator("[data-said]").text_content()


def test_one_question_at_a_time_goes_back_with_every_answer_kept(
    page: Page, origin: str
) -> None:
    """Only one question shows; Back finds the answers; the other way shows them all."""
    open_checker(page, origin)
    page.click("[data-mode-is=one]")
    page.select_option("#area", "cheshire-east")
    page.click("[data-step=next]")
    page.click("[data-step=next]")
    step(page, "age", "under-18")
    step(page, "abuse", "known")
    assert page.locator("form#notifiable > [data-field]:visible").count() == 1
    assert page.locator("[data-at]").inner_text() == "Question 5 of 9"
    page.click("[data-step=back]")
    page.click("[data-step=back]")
    assert page.is_checked("[name=age][value=under-18]")
    assert page.evaluate(FOCUS) == "age"
    page.click("[data-mode-is=all]")
    assert page.locator("form#notifiable > [data-field]:visible").count() == 9
    assert page.is_checked("[name=abuse][value=known]")
    assert page.input_value("#area") == "cheshire-east"


def test_a_question_without_an_answer_is_asked_again_in_its_place(
    page: Page, origin: str
) -> None:
    """One at a time, Next stays, says what is wanted beside the question, and takes the focus there."""
    open_checker(page, origin)
    page.click("[data-mode-is=one]")
    page.select_option("#area", "surrey")
    for _ in range(3):
        page.click("[data-step=next]")
    message = page.locator("#q-age .field-message")
    assert "Choose an answer" in message.inner_text()
    assert str(message.get_attribute("id")) in str(
        page.get_attribute("#q-age", "aria-describedby")
    )
    assert page.evaluate(FOCUS) == "age"
    step(page, "age", "under-18")
    assert page.locator("#q-abuse:visible").count() == 1


def test_one_answer_is_changed_from_the_answer_one_at_a_time(
    page: Page, origin: str
) -> None:
    """Change shows that question alone; the answer follows from there with the others kept."""
    open_checker(page, origin)
    choose(page, "surrey", CASE)
    page.click("[data-mode-is=one]")
    for _ in range(9):
        page.click("[data-step=next]:visible") if page.locator(
            "[data-step=next]:visible"
        ).count() else None
    submit(page, "notifiable")
    page.click("[data-change=harm]")
    assert page.locator("form#notifiable > [data-field]:visible").count() == 1
    assert page.evaluate(FOCUS) == "harm"
    page.check("[name=harm][value=near-miss]")
    submit(page, "notifiable")
    page.wait_for_selector("[data-outcome=learn]")
    assert page.url == origin + "check/"


def test_a_listed_problem_leads_to_its_question_and_the_page_stays(
    page: Page, origin: str
) -> None:
    """The link of a problem takes the focus to its field; answers stand, the address is bare."""
    open_checker(page, origin)
    choose(page, "surrey", {"age": "under-18"})
    submit(page, "notifiable")
    page.locator("[data-problems] a").first.click()
    page.wait_for_timeout(300)
    assert page.evaluate(FOCUS) == "abuse"
    assert page.is_checked("[name=age][value=under-18]")
    assert page.url == origin + "check/"


def test_questions_name_the_area_that_was_chosen(page: Page, origin: str) -> None:
    """“Our area” gives way to the area’s name, and comes back when it is cleared."""
    open_checker(page, origin)
    label = page.locator("#q-place label").first
    assert label.inner_text() == "In our area"
    page.select_option("#area", "tees:hartlepool")
    assert label.inner_text() == "In Hartlepool"
    page.click("button[type=reset]")
    until(page, "document.querySelector('#q-place label').innerText === 'In our area'")


def test_reasons_come_in_order_and_lead_on(page: Page, origin: str) -> None:
    """What is next; then folded why, what settles or changes it, whose job, the clocks and what
    runs beside; then a record."""
    open_checker(page, origin)
    choose(page, "tees:middlesbrough", CASE | {"place": "not-sure"})
    submit(page, "notifiable")
    parts = page.eval_on_selector_all(
        "[data-part]", "found => found.map(item => item.dataset.part)"
    )
    assert [
        "next",
        "why",
        "settles",
        "changes",
        "whose",
        "clocks",
        "parallel",
        "record",
    ] == parts
    page.click("[data-part=settles] summary")
    turns = page.locator("table.ans-possible tbody th").all_inner_texts()
    assert ["Must notify", "Another authority must notify"] == turns
    assert page.locator("[data-steps] > li").count() == 3
    links = page.eval_on_selector_all(
        "[data-answer] a[href^='../']",
        "found => found.map(a => a.getAttribute('href'))",
    )
    for wanted in (
        "../deadlines/",
        "../national/whose-job/",
        "../outcomes/",
        "../outcomes/must-notify/",
        "../outcomes/#r40",
        "../partnerships/tees/contacts/",
    ):
        assert wanted in links
        assert page.request.get(origin + "check/" + wanted.split("#")[0]).ok


def test_the_calculator_opens_for_the_same_area_without_the_answers(
    page: Page, origin: str
) -> None:
    """The page remembers the authority; the address says nothing of it."""
    open_checker(page, origin)
    choose(page, "tees:middlesbrough", CASE)
    enter(page, "la_aware", "2026-11-20")
    submit(page, "notifiable")
    page.click("text=Work out all the dates")
    page.wait_for_selector("form#deadlines")
    assert page.url == origin + "deadlines/"
    until(
        page,
        "document.querySelector('#deadlines select').value === 'tees:middlesbrough'",
    )
    typed = page.eval_on_selector_all(
        "#deadlines [data-date] input",
        "found => found.map(item => item.value).join('')",
    )
    assert typed == ""


def test_the_record_holds_the_answer_and_lines_to_fill_in_by_hand(
    page: Page, origin: str, tmp_path: Path
) -> None:
    """It opens on the page, prints alone, is saved as a file, and takes no typing."""
    open_checker(page, origin)
    choose(page, "tees:middlesbrough", CASE)
    enter(page, "la_aware", "2026-11-20")
    submit(page, "notifiable")
    page.click("[data-record=open]")
    assert page.evaluate("document.activeElement.textContent") == "Decision record"
    sheet = page.locator("[data-sheet]").inner_text()
    for wanted in (
        "The local authority must notify",
        "Rule R20",
        "Friday 27 November 2026",
        "Working Together to Safeguard Children 2023",
        "Why this day, and which other days were considered",
        "Each partner’s view",
        "Who sees it differently, and why",
        "Decided by (name and role)",
    ):
        assert wanted in sheet
    assert page.locator("[data-sheet] :is(input, textarea, select)").count() == 0
    page.evaluate(
        "void (window.print = () => { window.printed = (window.printed ?? 0) + 1; })"
    )
    page.click("[data-sheet] [data-take=print]")
    assert page.evaluate("window.printed") == 1
    page.emulate_media(media="print")
    assert page.is_visible("[data-sheet]")
    assert page.is_hidden("[data-answer]")
    page.emulate_media(media="screen")
    with page.expect_download() as found:
        page.click("[data-take=record]")
    assert found.value.suggested_filename == "decision-record.html"
    saved = tmp_path / "record.html"
    found.value.save_as(saved)
    assert "Rule R20" in saved.read_text("utf-8")
    page.click("[data-record=close]")
    assert page.is_visible("#res")
    assert page.is_hidden("[data-sheet]")


def test_a_blank_record_and_every_outcome_need_no_script(
    chromium: Browser, origin: str
) -> None:
    """With scripts off, the blank record asks all six questions and the outcomes stand on one page."""
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(origin + "check/record/")
    assert page.locator(".record-boxes").count() == 7
    assert "Why this day" in page.inner_text(".record")
    page.goto(origin + "check/")
    assert "needs scripts" in page.inner_text("main")
    page.goto(origin + "outcomes/")
    assert page.locator("[id=r20]").count() == 1
    context.close()


def test_nothing_of_the_answers_is_kept_or_sent(
    context: BrowserContext, page: Page, origin: str
) -> None:
    """After a whole run, with the record saved, nothing stands in the address, in storage or in a request."""
    asked: list[tuple[str, str, str | None]] = []
    context.on(
        "request",
        lambda request: asked.append((request.method, request.url, request.post_data)),
    )
    open_checker(page, origin)
    page.click("[data-mode-is=one]")
    page.select_option("#area", "cheshire-east")
    page.click("[data-step=next]")
    page.click("[data-step=next]")
    for name, answer in CASE.items():
        step(page, name, answer)
    enter(page, "la_aware", "2026-11-20")
    submit(page, "notifiable")
    page.click("[data-record=open]")
    with page.expect_download():
        page.click("[data-take=record]")
    page.click("[data-record=close]")
    page.click("[data-change=harm]")
    page.check("[name=harm][value=serious]")
    submit(page, "notifiable")
    kept = page.evaluate(KEPT)
    cached = [url for url in kept.pop("kept") if "?" in url or "#" in url]
    state = kept.pop("state")
    words = [*CASE.values(), "cheshire-east", "2026-11-20", "20 November"]
    assert [] == cached
    assert [] == [word for word in words if f'"{word}"' in state]
    assert {
        "address": "",
        "name": "",
        "cookie": "",
        "local": [],
        "session": [],
        "bases": [],
    } == kept
    assert [] == context.cookies()
    own = (origin, "blob:" + origin)
    assert {"GET"} == {method for method, _, _ in asked}
    assert [] == [url for _, url, body in asked if body or "?" in url]
    assert [] == [url for _, url, _ in asked if not url.startswith(own)]
    page.click("[data-take=clear]")
    until(page, EMPTY)
    until(page, f"({FOCUS}) === 'area-find'")
    assert page.locator("[data-said]").text_content() == "Everything is cleared"


@pytest.mark.parametrize("event", ["pagehide", "pageshow"])
def test_everything_is_cleared_when_the_page_is_left_or_comes_back(
    page: Page, origin: str, event: str
) -> None:
    """Leaving clears at once; a page that the browser had put aside comes back empty."""
    open_checker(page, origin)
    choose(page, "surrey", CASE)
    enter(page, "la_aware", "2026-11-20")
    submit(page, "notifiable")
    page.evaluate(
        f"dispatchEvent(new PageTransitionEvent('{event}', {{persisted: true}}))"
    )
    until(page, EMPTY)


def test_coming_back_to_the_page_finds_it_empty(page: Page, origin: str) -> None:
    """Away to another page of the site and back: no answer is left."""
    open_checker(page, origin)
    choose(page, "surrey", CASE)
    page.goto(origin + "about/")
    page.go_back()
    page.wait_for_selector("form#notifiable")
    until(page, EMPTY)


@pytest.mark.parametrize("way", ["press", "escape"])
def test_the_quick_way_out_takes_the_place_of_the_page(
    context: BrowserContext, page: Page, origin: str, way: str
) -> None:
    """Nothing goes to the other site before the reader leaves; then the page is gone from the history."""
    sent: list[Request] = []

    def elsewhere(route: object, request: Request) -> None:
        sent.append(request)
        route.fulfill(content_type="text/html", body="<title>Weather</title>")  # type: ignore[attr-defined]

    context.route(OUT + "**", elsewhere)
    open_checker(page, origin)
    choose(page, "surrey", CASE)
    submit(page, "notifiable")
    before = page.evaluate("history.length")
    assert [] == sent
    if way == "press":
        page.click("[data-leave]")
    else:
        for key in ("Escape", "Escape", "a", "Escape", "Escape"):
            page.keyboard.press(key)
        assert page.url == origin + "check/"
        assert "once more" in str(page.locator("[data-said]").text_content())
        page.keyboard.press("Escape")
    page.wait_for_url(OUT + "**")
    assert before == page.evaluate("history.length")
    assert [None] == [request.header_value("referer") for request in sent]


def test_every_state_fits_a_narrow_screen(chromium: Browser, origin: str) -> None:
    """At 320 px no state of the page scrolls sideways."""
    context = chromium.new_context(viewport={"width": 320, "height": 640})
    context.set_default_timeout(60_000)
    page = context.new_page()
    wide = []

    def look(state: str) -> None:
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(state)

    open_checker(page, origin)
    look("all at once")
    page.click("[data-mode-is=one]")
    look("one at a time")
    page.click("[data-mode-is=all]")
    submit(page, "notifiable")
    look("problems")
    choose(page, "tees:middlesbrough", CASE | {"place": "not-sure", "care": "not-sure"})
    enter(page, "la_aware", "2026-11-20")
    submit(page, "notifiable")
    page.wait_for_selector("#res")
    opened = "all => all.filter(one => (one.open = true)).length"
    assert page.eval_on_selector_all("[data-result=notifiable] details", opened) > 3
    look("answer")
    page.click("[data-record=open]")
    look("record")
    page.goto(origin + "check/record/")
    look("blank record")
    context.close()
    assert [] == wide
