"""The curated skill table keeps its own rules. Read here in plain Python, without the loader under test elsewhere."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from shared.matching.words import stem

TABLE = Path(__file__).parents[2] / "shared" / "matching" / "data" / "skills.txt"
KINDS = {"skill", "tool", "licence", "certificate", "language", "soft"}
FLAGS = {"context", "case"}

# Words of everyday English that say nothing about a skill when they stand alone: no alias may be one of them, and a
# Name that is one needs the flag `context`.
EVERYDAY_ENGLISH = """
able about access account accounts act action active activity add admin advice agency agile air alert
all an and answer ant any apex app apply area arm art as ask asset assist associate at audit auto award
aware awk back balance bamboo bank base basic bat beam bean beauty bench best bid bill board body bolt
book boost boot bootstrap box branch brand bridge brief bright bring broker budget build building bundle
bus business buy buying by cable call calm camera can capacitor captain car card care career case cash
cast catering celery cell centre chair change charge chart check chief child class clay clean clear
click client close cloud club cluster coach code cold college come commerce common community company
compass compile complete compliance concurrency confluence connect construction contact container
containers content context contract control cool copy core cost count course cover craft cream create
crew crop cross cucumber culture current curriculum customer cut cutting cypress dart dash data day deal
delivery delphi delta design desk detail develop diet digital direct director dispatch do document does
door draft drafting drama draw drawing drill drink drive driver driving dynamic earth eclipse edge edit
editing education elixir email ember empower energy engage engine enterprise entry environment epic
equipment escalation espresso estate event events excel exchange exercise expense experience expert
express extra eye fact factory fair farm fashion fast feed fence field figure file film finance fire
first fish fit fitness flash flask fleet flight floor flow flutter focus food force foreign forest form
forward foundation frame framing free fresh friendly front fund fusion game gardening gas gate gatling
general gin give glass glue go good grade grand graph green group growth guard guide gulp hand handling
hardware have head health heat helm help hero hibernate hiring history hit hive home horizon hospital
host hotel house housing hub hygiene ice idea impact import improve in induction industry inform
information initiative innovation insight install insurance integrity intercom interest internet into
investment ionic iron is it jasmine jest job join journal juniper keep key kitchen knowledge koa labour
lamb lambda land language laser law lead leader leads lean learn learning leave legal less letter level
light line link listen listening load loan local lock log logic logistics long look loop love machine
mail main maintain make man manage management manager manual map market marketing mason master material
math maven mean measure media medical meet member mental mercurial metal meter milk mind mine mist
mobile mocha model moderate modern money monitor mortgage motion motor mount move music native need
network new news next night no node nomad note notes notion nuclear numbers nurse object of off offer
office oil on onboarding open operate operation operations oracle orchard order organise organize
outlook outreach own pace pack package packing pages paid paint painting pandas panel paper park part
parts party pass patient pattern pay payment people perform performance person personal phoenix phone
phones photo pick picking pilot pipe pipeline place plan planning plant plaster plastic plate play
player playwright point police policy pool port position post postman power powerful practice present
press presto price pride print printing priority process produce product production professional
professor profile profit program project promote property prospect protect provide public published
pulsar pump punch puppet purchase purchasing push put quality query quick rack radio rails range rate
react read reader reading ready real reception record recruit red refer register relay release remix
removal removals render repair report reporting reps request research rest restaurant result retail
retention review reward ride rig right ring risk river road robot role roll roof room root route row
ruby run rust safe safety sage sail salary sale sales salt sample save scale scan schedule scheduling
school science scope score scratch screen script sea search season seat secure security see sell selling
send sending senior sense sequence serve server service serving session set sewing shape share sharp
sheet shell shift ship shop show sign signal sinatra site skill slack small smart social soft software
solution solutions solve sound source space spark speak special speech speed spirit sport spring sprint
stack staff stage standard star start state station statistics steel step stock storage store storybook
strategic strategy street strength stress stripe strong structure struts student study style supervision
supply support surface surgery survey swift switch system table tablets tact take talent talk tally tank
target tax teach team teams tech technical technology tell temporary test testing text theatre think
time to tool tools top torch touch tour trace track tracking trade trading traffic train trainer
training transfer transform transit translate transport travel treasury treatment tree triage trial
truck trust try turn twice type typing understand unit unity university up update use user utility
valuation value van vault vehicle ventilation via video view vision visit visual voice volume volunteer
wait walk want warehouse waste watch water wave way web weight weld well win wind window wine wing wire
wiring with word work workday worker workshop world write writing yard yarn year yoga young zephyr zone
zoom
"""
ORDINARY_WORDS = frozenset(EVERYDAY_ENGLISH.split())


@dataclass(frozen=True, slots=True)
class Row:
    line: int
    field: str
    name: str
    kind: str
    aliases: list[str]
    near: list[str]
    parents: list[str]
    flags: list[str]
    shared: list[str]

    @property
    def forms(self) -> list[str]:
        return [self.name, *self.aliases]


def items(cell: str) -> list[str]:
    return [item.strip() for item in cell.split(";")] if cell.strip() else []


def read_rows(text: str) -> Iterator[Row]:
    field = ""
    for number, line in enumerate(text.splitlines(), start=1):
        if not line or line.startswith("#"):
            continue
        if header := re.fullmatch(r"\[(.+)\]", line):
            field = header[1]
            continue
        name, kind, *rest = (cell.strip() for cell in line.split("|"))
        assert len(rest) <= 4, f"line {number} has too many columns"
        aliases, near, parents, flags = (items(cell) for cell in [*rest, *[""] * (4 - len(rest))])
        shared = [form.removeprefix("~") for form in (name, *aliases) if form.startswith("~")]
        aliases = [alias.removeprefix("~") for alias in aliases]
        yield Row(number, field, name.removeprefix("~"), kind, aliases, near, parents, flags, shared)


def folded(form: str) -> str:
    """What a matcher that ignores case, hyphens and plural sees."""
    words = re.sub(r"[-\s]+", " ", form.casefold()).split()
    return " ".join(w[:-1] if len(w) > 3 and w.endswith("s") and stem(w) != w else w for w in words)


@pytest.fixture(scope="module")
def text() -> str:
    return TABLE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def rows(text: str) -> list[Row]:
    return list(read_rows(text))


@pytest.fixture(scope="module")
def ancestors(rows: list[Row]) -> dict[str, set[str]]:
    """Every skill's parents, their parents and so on; a cycle shows as a skill that is its own ancestor."""
    parents = {row.name: row.parents for row in rows}
    found: dict[str, set[str]] = {}
    for name in parents:
        seen: set[str] = set()
        queue = list(parents[name])
        while queue:
            if (parent := queue.pop()) not in seen:
                seen.add(parent)
                queue += parents.get(parent, [])
        found[name] = seen
    return found


def test_table_covers_many_skills_of_many_professions(rows: list[Row]) -> None:
    per_field = Counter(row.field for row in rows)
    assert len(rows) >= 1200
    assert len(per_field) >= 20
    assert min(per_field.values()) >= 5, f"hardly a field: {per_field.most_common()[-1]}"


def test_every_skill_stands_under_a_field_that_is_opened_once(text: str, rows: list[Row]) -> None:
    headers = re.findall(r"(?m)^\[(.+)\]$", text)
    assert len(headers) == len(set(headers))
    assert all(row.field for row in rows)


def test_names_inside_a_field_are_in_alphabetical_order(rows: list[Row]) -> None:
    for field in {row.field for row in rows}:
        names = [row.name.casefold() for row in rows if row.field == field]
        assert names == sorted(names), f"[{field}] is out of order"


def test_layout_is_canonical(text: str) -> None:
    """One way to write a line, so that a diff shows only what changed."""
    for number, line in enumerate(text.splitlines(), start=1):
        assert line == line.strip(), f"line {number}: white space at an end"
        if not line.startswith("#"):
            assert "  " not in line, f"line {number}: two spaces"
            assert not line.endswith("|"), f"line {number}: trailing empty columns"
            assert not re.search(r"\S\||\|\S|\s;|;\S|;\s*(\||$)|\|\s*;", line), (
                f"line {number}: separator spacing"
            )
    assert text.endswith("\n")


def test_kinds_and_flags_are_known(rows: list[Row]) -> None:
    assert [row for row in rows if row.kind not in KINDS] == []
    assert [row for row in rows if not set(row.flags) <= FLAGS or len(set(row.flags)) < len(row.flags)] == []
    assert {row.kind for row in rows} == KINDS


def test_no_two_skills_share_a_name_or_alias(rows: list[Row]) -> None:
    owner: dict[str, str] = {}
    for row in rows:
        for form in row.forms:
            key = form if form == row.name and "case" in row.flags else folded(form)
            assert key not in owner, (
                f"line {row.line}: {form!r} of {row.name!r} is also a form of {owner[key]!r}"
            )
            owner[key] = row.name


def test_an_alias_that_is_an_ordinary_word_counts_only_among_its_field(rows: list[Row]) -> None:
    assert [
        (row.line, alias)
        for row in rows
        for alias in row.aliases
        if alias.casefold() in ORDINARY_WORDS and alias not in row.shared
    ] == []


def test_a_name_that_is_an_ordinary_word_needs_context(rows: list[Row]) -> None:
    bare = [row for row in rows if row.name.casefold() in ORDINARY_WORDS and "context" not in row.flags]
    assert [(row.line, row.name) for row in bare] == []


def test_very_short_forms_are_acronyms_or_need_context(rows: list[Row]) -> None:
    for row in rows:
        for form in row.aliases:
            assert len(form) >= 2, f"line {row.line}: {form!r}"
            assert len(form) > 3 or form != form.lower() or re.search(r"\W|\d", form), (
                f"line {row.line}: {form!r}"
            )
        if len(row.name) <= 2:
            named = not row.name.isalpha() or "context" in row.flags
            assert named, f"line {row.line}: {row.name!r} needs the flag context"


def test_case_matters_only_where_there_are_capitals(rows: list[Row]) -> None:
    assert [row.name for row in rows if "case" in row.flags and row.name == row.name.lower()] == []


def test_near_and_parents_are_in_the_table(rows: list[Row]) -> None:
    names = {row.name for row in rows}
    assert [(row.line, other) for row in rows for other in row.near + row.parents if other not in names] == []


def test_lists_hold_nothing_twice(rows: list[Row]) -> None:
    for row in rows:
        for listed in (row.aliases, row.near, row.parents):
            assert len(listed) == len(set(listed)), f"line {row.line}: {listed}"
            assert all(listed), f"line {row.line}: an empty item"


def test_parents_form_no_cycle(ancestors: dict[str, set[str]]) -> None:
    assert [name for name, above in ancestors.items() if name in above] == []


def test_parents_name_no_skill_that_another_parent_implies(
    rows: list[Row], ancestors: dict[str, set[str]]
) -> None:
    for row in rows:
        implied = set().union(*(ancestors[parent] for parent in row.parents))
        assert implied.isdisjoint(row.parents), (
            f"line {row.line}: {implied & set(row.parents)} is implied already"
        )


def test_near_is_neither_the_skill_itself_nor_above_or_below_it(
    rows: list[Row], ancestors: dict[str, set[str]]
) -> None:
    for row in rows:
        for other in row.near:
            assert other != row.name, f"line {row.line}"
            assert other not in ancestors[row.name], f"line {row.line}: {other!r} is a parent"
            assert row.name not in ancestors[other], f"line {row.line}: {other!r} is a child"


def test_near_is_written_on_both_lines(rows: list[Row]) -> None:
    near = {row.name: row.near for row in rows}
    assert [(a, b) for a in near for b in near[a] if a not in near[b]] == []


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("k8s", "Kubernetes"),
        ("RN", "Registered Nurse"),
        ("MS Excel", "Excel"),
        ("Postgres", "PostgreSQL"),
        ("intravenous therapy", "IV therapy"),
        ("ET3", "Employment tribunal claims"),
        ("two-week wait", "Referral to treatment"),
        ("look-aheads", "Look-ahead programmes"),
        ("average daily rate", "Hotel revenue metrics"),
        ("tachograph analysis", "Tachograph"),
        ("PrDP", "Professional Driving Permit"),
        ("Food Handler Health Card", "Food handler card"),
        ("exception handling", "Error handling"),
        ("mutual TLS", "TLS"),
    ],
)
def test_well_known_other_names_lead_to_the_skill(rows: list[Row], form: str, name: str) -> None:
    assert [row.name for row in rows if form in row.forms] == [name]


@pytest.mark.parametrize(
    ("child", "parent"),
    [("Django", "Python"), ("PostgreSQL", "SQL"), ("Registered Nurse", "Nursing"), ("Spring Boot", "Java")],
)
def test_the_narrower_shows_the_broader(ancestors: dict[str, set[str]], child: str, parent: str) -> None:
    assert parent in ancestors[child]
