"""The pages of roles: each shows one role's own steps, limits and forms, and nothing else."""

from handbook.flow.layout import every_placed, lay_out
from handbook.pages.partnership.roles import acting
from rapidreview.say import limit_words


def role_pages(folder):
    """Return the pages of the single roles by actor."""
    return {
        name.removeprefix("roles/"): page
        for name, page in folder.items()
        if name.startswith("roles/") and name != "roles/index"
    }


def test_everyone_with_something_to_do_has_a_page_and_nobody_else(partnership, folder):
    """Steps, limits and forms to fill in are what makes a role."""
    busy = {one.actor for one in partnership.steps}
    busy |= {one.who for one in partnership.deadlines} | {
        one.filled_by for one in partnership.forms
    }
    known = {one.id for one in partnership.actors}
    assert busy & known == set(role_pages(folder))


def test_a_role_shows_its_own_steps_with_the_numbers_of_the_flowchart(
    partnership, folder
):
    """The steps on a page are that actor's, in the flowchart's order and with its numbers."""
    placed = list(
        every_placed(
            lay_out({one.id: one for one in partnership.steps}, partnership.start)
        )
    )
    for actor, page in role_pages(folder).items():
        mine = [
            (one.number, one.step.title) for one in placed if one.step.actor == actor
        ]
        steps = [
            li
            for ol in page.all("ol", "rsteps")
            for li in ol.inside
            if not isinstance(li, str)
        ]
        assert [number for number, _ in mine] == [
            li.all("a", "rsteps-number")[0].text(without=("vh",)) for li in steps
        ]
        assert [title for _, title in mine] == [
            li.all("h3")[0].text(without=("src", "std")) for li in steps
        ]


def test_every_step_of_the_protocol_is_on_exactly_one_role_page(partnership, folder):
    """No step falls between the roles."""
    shown = [
        link.attributes["href"].rpartition("#step-")[2]
        for page in role_pages(folder).values()
        for link in page.all("a", "rsteps-number")
    ]
    assert sorted(step.id for step in partnership.steps) == sorted(shown)


def test_every_limit_and_form_is_on_the_page_of_whoever_must_act(
    library, partnership, folder
):
    """A limit is told once, at its step or among the others; a form by its name."""
    pages = role_pages(folder)
    nouns = library.protocol(partnership.id).nouns
    for item in partnership.deadlines:
        if item.who in pages and not item.no_time:
            page = pages[item.who]
            due = [one.text() for one in page.all("span", "due")]
            assert limit_words(item, nouns) in due
            other = [one.text(without=("src",)) for one in page.all("th")]
            at_its_step = any(
                link.attributes["href"].endswith(f"#step-{item.step}")
                for link in page.all("a", "rsteps-number")
            )
            assert item.what not in other or not at_its_step
    for form in partnership.forms:
        if form.filled_by:
            assert form.name in pages[form.filled_by].text(without=("src",))


def test_the_list_of_roles_leads_to_every_page_of_a_role(library, partnership, folder):
    """Each role is linked once, kind by kind."""
    start = f"partnerships/{partnership.id}/roles/"
    links = [
        link.attributes["href"].rpartition(start)[2].strip("/")
        for part in folder["roles/index"].all("ul", "pages")
        for link in part.all("a")
    ]
    assert [actor.id for actor in acting(library.protocol(partnership.id))] == links
