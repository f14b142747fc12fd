"""A regional text is written once, read into each partnership that extends it, and stays its own."""

from pathlib import Path
from shutil import copytree

import pytest

from handbook.lint.run import lint
from handbook.read.faults import Faults
from handbook.read.library import load_national, load_partnership, read_national
from handbook.read.short.region import with_regions
from handbook.read.yaml_source import read_node
from rapidreview.show import Sources

HERE = Path(__file__).parents[1] / "faults"
LAW = load_national(HERE / "national")
SOUND = (HERE / "sound.yml").read_text(encoding="utf-8")
REGION = """\
format: 2
id: north
name: The North
documents:
  - id: procedures
    title: Regional procedures
    scheme: numbered
    retrieved_on: "2026-11-21"
    review_by: "2027-05-21"
    sections: {"7": Who acts, "8": When}
actors:
  - {id: chair, label: The regional chair, kind: chair, at: "7"}
  - {id: reviewer, label: The reviewer, kind: reviewer, at: "procedures#7"}
words:
  - {word: lead, means: the chair, at: "7"}
deadlines:
  - id: learning
    what: Send the learning
    who: chair
    of: report_submitted
    readings:
      - {id: ten, means: Ten working days, within: 10 working days}
    at: "8"
"""


@pytest.fixture
def policies(tmp_path):
    """Return a policies folder with a region and two partnerships that extend it."""
    copytree(HERE / "national", tmp_path / "national")
    (tmp_path / "regions").mkdir()
    (tmp_path / "partnerships").mkdir()
    (tmp_path / "regions" / "north.yml").write_text(REGION, encoding="utf-8")
    for name in ("east", "west"):
        text = SOUND.replace("id: sound\n", f"id: {name}\nextends: [north]\n", 1)
        text = text.replace("authority: Sound Council", f"authority: {name} Council")
        (tmp_path / "partnerships" / f"{name}.yml").write_text(text, encoding="utf-8")
    return tmp_path


def read(policies, name="east"):
    """Return what comes of reading one of the partnerships."""
    path = policies / "partnerships" / f"{name}.yml"
    return load_partnership(path, LAW.declared, LAW.policy)


def local(policies, old, new, name="east"):
    """Change a partnership's own file."""
    changed(policies / "partnerships" / f"{name}.yml", old, new)


def changed(path, old, new):
    """Put ``new`` in the place of ``old`` in a file."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def told(policies, name="east"):
    """Return the faults of a partnership, with the names of files without their folder."""
    try:
        faults = read(policies, name).faults
    except Faults as found:
        faults = found.faults
    return [str(one).replace(f"{policies}/", "") for one in faults]


def test_what_the_region_says_is_part_of_each_partnership(policies):
    """Actors, words and limits of the region come before the partnership's own."""
    for name in ("east", "west"):
        assert told(policies, name) == []
        policy = read(policies, name).policy
        assert [one.id for one in policy.actors] == [
            "chair",
            "reviewer",
            "hub",
            "panel",
        ]
        assert [one.word for one in policy.vocabulary] == ["lead", "hub"]
        assert [one.id for one in policy.deadlines] == ["report", "learning"]
        assert policy.name == "Sound"
        assert policy.extends == ("north",)


def test_a_change_of_the_regional_text_is_one_edit(policies):
    """Ten working days become eight in one file, and in both partnerships."""
    changed(policies / "regions" / "north.yml", "within: 10", "within: 8")
    found = [read(policies, name).policy.deadlines[-1] for name in ("east", "west")]
    assert [one.readings[0].clock.amount for one in found] == [8, 8]


def test_a_regional_source_stays_the_regions(policies):
    """Section 7 of the region is never section 7 of the protocol, and its mark says whose it is."""
    policy = read(policies).policy
    assert [one.id for one in policy.documents] == ["protocol", "procedures"]
    assert policy.actors[0].source == ("procedures#7",)
    assert policy.actors[1].source == ("procedures#7",)
    assert policy.actors[2].source == ("1",)
    sources = Sources(read_national(HERE / "national"), policy)
    place = sources.place("procedures#7")
    assert place.mark == "regional 7"
    assert place.name == "Regional procedures, section 7"
    assert place.standing == "Regional text (The North), part of the protocol of Sound"
    assert sources.place("1").standing == "Local protocol (Sound)"


def test_the_partnerships_own_words_override_the_regions_key_by_key(policies):
    """The label is the partnership's, with its source; the kind is the region's still."""
    own = '  - {id: chair, label: Our chair, at: "1"}\n'
    local(policies, "actors:\n", f"actors:\n{own}")
    policy = read(policies).policy
    chair = policy.actors[0]
    assert (chair.label, chair.kind, chair.source) == ("Our chair", "chair", ("1",))
    assert read(policies, "west").policy.actors[0].label == "The regional chair"


def test_changed_words_need_a_source_of_their_own(policies):
    """Else the region would be cited for what it does not say."""
    local(policies, "actors:\n", "actors:\n  - {id: chair, label: Our chair}\n")
    assert told(policies) == [
        (
            "partnerships/east.yml:30:5: this changes what the regional text says, so it needs a "
            'source of its own; found none in "chair"; write where the protocol says it'
        )
    ]


def test_a_part_of_the_region_can_be_left_out(policies):
    """Here there is no reviewer."""
    local(policies, "actors:\n", "actors:\n  - {id: reviewer, leave_out: true}\n")
    assert [one.id for one in read(policies).policy.actors] == ["chair", "hub", "panel"]


def test_a_part_inside_a_part_is_merged_by_its_id_as_well(policies):
    """The limit is the region's; the partnership reads it as eight days."""
    own = (
        "deadlines:\n  - id: learning\n    readings:\n      - {id: ten, leave_out: true}\n"
        "      - {id: eight, means: Eight days, within: 8 days}\n"
    )
    local(policies, "topics:\n", f"{own}topics:\n")
    deadline = read(policies).policy.deadlines[-1]
    assert [one.id for one in deadline.readings] == ["eight"]
    assert deadline.source == ("procedures#8",)


def test_what_is_left_out_has_to_be_there(policies):
    """A slip in the name would leave in what was meant."""
    local(policies, "actors:\n", "actors:\n  - {id: revewer, leave_out: true}\n")
    assert told(policies) == [
        (
            "partnerships/east.yml:30:30: there is nothing to leave out: "
            'no region has "revewer"'
        )
    ]


def test_a_fault_in_the_regional_text_is_told_once_at_its_own_place(policies):
    """Not once for each partnership, and not in the partnership's file."""
    region = policies / "regions" / "north.yml"
    changed(region, "kind: reviewer", "kind: revewer")
    changed(region, "who: chair", "who: chiar")
    report = lint(policies)
    faults = [str(one).replace(f"{policies}/", "") for one in sorted(report.faults)]
    assert [one.partition(";")[0] for one in faults] == [
        "regions/north.yml:13:47: `kind` does not allow this value",
        "regions/north.yml:19:10: there is no such actor",
    ]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "extends: [north]",
            "extends: [nort]",
            (
                "partnerships/east.yml:4:11: there is no such region in regions; "
                'found "nort"; allowed: north; did you mean north?'
            ),
        ),
        (
            "extends: [north]",
            "extends: north",
            (
                "partnerships/east.yml:4:10: `extends` is a list of regions; "
                'found "north" (text); write [north-east]'
            ),
        ),
        (
            "  - id: protocol\n",
            "  - id: procedures\n",
            (
                "partnerships/east.yml:18:5: a document of the region has this id, and two "
                'documents are never one; found "procedures"; give this one another id'
            ),
        ),
        (
            "    title: Rapid review protocol\n",
            "    title: Rapid review protocol\n    region: The North\n",
            (
                "partnerships/east.yml:20:5: only `extends` makes the text of a document regional; "
                'found `region` in "protocol"; delete it'
            ),
        ),
    ],
)
def test_what_a_policy_says_wrongly_of_regions_is_told(policies, old, new, fault):
    """One sentence with the place, what was found and what is right."""
    local(policies, old, new)
    assert told(policies) == [fault]


def test_regions_that_go_round_in_a_circle_are_told(policies):
    """The circle is named, at the line that closes it."""
    region = policies / "regions"
    changed(region / "north.yml", "id: north\n", "id: north\nextends: [south]\n")
    (region / "south.yml").write_text("format: 2\nid: south\nextends: [north]\n")
    assert told(policies) == [
        "regions/south.yml:3:11: regions go round in a circle; found north → south → north"
    ]


def test_a_region_may_extend_a_region(policies):
    """Text of the country's north is in the region's, and in the partnership."""
    region = policies / "regions"
    changed(region / "north.yml", "id: north\n", "id: north\nextends: [whole]\n")
    text = REGION.replace("id: north", "id: whole").replace(
        "id: procedures", "id: framework"
    )
    text = text.replace("procedures#", "framework#").replace("id: chair,", "id: head,")
    text = text.replace("who: chair", "who: head").replace(
        "means: the chair", "means: the head"
    )
    (region / "whole.yml").write_text(text)
    changed(region / "north.yml", "id: learning\n", "id: later-learning\n")
    assert told(policies) == []
    policy = read(policies).policy
    documents = [one.id for one in policy.documents]
    assert documents == ["protocol", "procedures", "framework"]
    assert policy.actors[0].source == ("framework#7",)
    assert policy.vocabulary[0].means == "the chair"


def test_the_id_and_the_format_of_a_region_are_checked(policies):
    """The id is the name of its file, and one format is read."""
    region = policies / "regions" / "north.yml"
    changed(region, "id: north\n", "id: nord\n")
    changed(region, "format: 2\n", "format: 1\n")
    assert told(policies) == [
        (
            "regions/north.yml:1:9: the file is of the first format, which is not read any more; "
            "found 1; run `rapidreview upgrade regions/north.yml`"
        ),
        (
            "regions/north.yml:2:1: the id differs from the name of the file; "
            'found "nord" in north.yml; make them the same'
        ),
    ]


def test_two_parts_of_one_id_in_a_region_are_a_fault(policies):
    """They do not become one quietly."""
    changed(policies / "regions" / "north.yml", "id: reviewer", "id: chair")
    assert any("two of one actor id" in one for one in told(policies))


def test_a_region_that_nobody_extends_is_a_note(policies):
    """It is on nobody's pages, and nothing checks it."""
    for name in ("east", "west"):
        local(policies, "extends: [north]\n", "", name)
    notes = [one for one in lint(policies).findings if one.check == "region-idle"]
    assert [(Path(one.path).name, one.severity) for one in notes] == [
        ("north.yml", "note")
    ]


def test_a_region_is_checked_by_those_that_extend_it(policies):
    """`rapidreview lint policies/regions/north.yml` reads both partnerships."""
    report = lint(policies, [policies / "regions" / "north.yml"])
    assert [path.stem for path in report.files] == ["east", "west"]


def test_a_partnership_without_regions_is_read_as_it_was(policies):
    """The tree is the file's own, untouched."""
    local(policies, "extends: [north]\n", "")
    path = policies / "partnerships" / "east.yml"
    root = read_node(path)
    whole, faults = with_regions(root, policies / "regions")
    assert whole is root
    assert [] == faults
    assert root == read_node(path)


PROCESS = """\
topics:
  - id: regional
    title: The region
    kind: purpose
    says: {"7; wt2023#chapter 5": It learns., "8; procedures#7": It meets.}
stages:
  - id: region
    title: The region
    at: "7"
    steps:
      - {id: ring, who: chair, does: Ring the hub}
      - {id: write, who: chair, does: Write to the hub, at: "8", then: end}
"""


@pytest.fixture
def shared(policies):
    """Return the folder with a regional process, of which the partnerships have the start."""
    region = policies / "regions" / "north.yml"
    region.write_text(region.read_text("utf-8") + PROCESS, "utf-8")
    for name in ("east", "west"):
        local(policies, "then: end", "then: ring", name)
    return policies


def test_steps_of_a_region_are_merged_by_their_ids_and_keep_its_sections(shared):
    """A step of the stage's section, and one of its own; two sections under one key."""
    assert told(shared) == []
    policy = read(shared).policy
    steps = {one.id: one for one in policy.steps}
    assert steps["ring"].source == ("procedures#7",)
    assert steps["write"].source == ("procedures#8",)
    (topic,) = (one for one in policy.topics if one.id == "regional")
    assert [one.source for one in topic.statements] == [
        ("procedures#7", "wt2023#chapter 5"),
        ("procedures#8", "procedures#7"),
    ]


def test_a_step_of_a_region_that_is_changed_rests_on_the_partnerships_own_text(shared):
    """The section of the region's stage does not do; that of the partnership's stage does."""
    mine = "  - {id: region, steps: [{id: ring, does: Write first}]}\n"
    local(shared, "stages:\n", f"stages:\n{mine}")
    (fault,) = told(shared)
    assert "needs a source of its own" in fault
    assert fault.startswith("partnerships/east.yml:45:26:")
    local(shared, "{id: region, steps", '{id: region, at: "2.1", steps')
    assert told(shared) == []
    (step,) = (one for one in read(shared).policy.steps if one.id == "ring")
    assert (step.title, step.actor, step.source) == ("Write first", "chair", ("2.1",))
