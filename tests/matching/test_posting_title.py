"""What a posting calls the job, without what its first lines say beside it."""

import pytest

from shared.matching import read_posting


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Stonemason, Devon", "Stonemason"),
        ("Electrician - Leeds/Bradford", "Electrician"),
        ("Electrician (Greater Manchester)", "Electrician"),
        ("Electrician Job Hertfordshire", "Electrician"),
        ("Payroll Manager - Tiverton area, AL", "Payroll Manager"),
        ("Respiratory Therapist PRN Nights", "Respiratory Therapist"),
        ("Planning Officer (Trees)  Grade: 7", "Planning Officer (Trees)"),
        ("Staff Nurse SIGN ON BONUS", "Staff Nurse"),
        ("Pastry Chef  Popular Mill with busy Section", "Pastry Chef"),
        ("Job Title          : Electrician", "Electrician"),
        # What a title ends with that is no place of work.
        ("Teacher of French", "Teacher of French"),
        ("Customer Service Adviser - German", "Customer Service Adviser - German"),
        ("Coach - Rugby", "Coach - Rugby"),
    ],
)
def test_a_title_is_read_without_place_shift_grade_and_praise(line: str, title: str) -> None:
    text = f"{line}\n\nWe mill oats in a yard by the river.\n\nRequirements\n- Patience\n"
    assert read_posting(text).title == title


@pytest.mark.parametrize(
    "lines",
    [
        "Mill Technologist (Rolled Oats)\nMarrowby Mills, Thirlby",
        "Posted on: 16/11/2025\nMill Technologist (Rolled Oats)",
        "Mill Technologist (Rolled Oats)\nCTC: 3 to 5 LPA | Sales Manager preferred",
    ],
)
def test_a_first_line_written_as_a_title_is_one_where_no_family_knows_it(lines: str) -> None:
    text = f"{lines}\n\nDuties:\n- Weigh sacks\n\nRequirements\n- A degree, or a chef background\n"
    assert read_posting(text).title == "Mill Technologist (Rolled Oats)"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (
            "Hosts\nThe inn of the mill is busy on every day of the week, and in summer twice as much as in "
            "winter. The role requires a high level of patience.",
            "Hosts",
        ),
        ("We are looking for a quick-witted, tidy, Accountant to join the mill.", "Accountant"),
    ],
)
def test_how_somebody_has_to_be_is_no_title(text: str, title: str) -> None:
    assert read_posting(f"{text}\n\nDuties\n- Weigh sacks\n").title == title


def test_a_flat_text_begins_with_the_title_that_is_needed() -> None:
    text = (
        "A Surveyor Assistant is needed by mills whose electrical contractor is far away. The assistant carries "
        "rods and pegs, sets points and tallies them, and helps the surveyor with levels all day long."
    )
    assert read_posting(text).title == "Surveyor Assistant"


def test_a_flat_text_may_say_where_the_job_is_before_it_names_who_seeks() -> None:
    text = (
        "Accounts Receivable (Mills) Job in Dover, Ohio. Accounting Principals is now seeking somebody who likes "
        "mills. You post cash and reconcile it, day by day, for forty mills."
    )
    assert read_posting(text).title == "Accounts Receivable (Mills)"


def test_a_need_for_somebody_names_them_and_what_is_needed_for_somebody_does_not() -> None:
    need = read_posting(
        "Data platform\n\nWe have an immediate need for an experienced database administrator in Leeds.\n"
    )
    assert need.title_families == {"database administration": 1.0}
    needed = read_posting(
        "Bricklayer's mate\n\nSomebody handy is needed for a plumber in Leeds.\nYou mix mortar.\n"
    )
    assert needed.title == "Bricklayer's mate"


def test_db_is_a_database_in_a_title() -> None:
    assert read_posting("Senior DB Administrator\n\nYou restore backups.\n").title_families == {
        "database administration": 1.0
    }


@pytest.mark.parametrize(
    ("line", "families"),
    [
        ("Backend Engineering - Java", {"backend development", "java development"}),
        ("Data Engineering", {"data engineering"}),
        ("Linux Administration", {"systems administration"}),
        ("Engineering", set()),
        ("Property Development", set()),
    ],
)
def test_work_that_heads_a_posting_is_of_who_does_it(line: str, families: set[str]) -> None:
    asked = read_posting(f"{line}\n\nYou will help Invented Parcels to move parcels faster.\n")
    assert asked.title == line
    assert asked.title_families.keys() == families


def test_work_above_a_title_does_not_take_its_place() -> None:
    asked = read_posting("Software Development\nJava Developer\nYou write Java in Spring.\n")
    assert asked.title == "Java Developer"


def test_a_heading_below_the_title_is_no_other_title() -> None:
    read = read_posting("Van Driver\nMarrowby Mills\n\nPrincipal Accountabilities\n- Deliver oats\n")
    assert read.title == "Van Driver"
    assert read.title_families == {"driving": 1.0}


@pytest.mark.parametrize(
    "tools",
    ["Automation with Puppet, Chef, Ansible", "Linux, AWS, Chef/Puppet", "Knows Jenkins, Docker\n- Chef"],
)
def test_a_tool_that_is_called_as_a_trade_is_no_title(tools: str) -> None:
    asked = read_posting(f"{tools}\n\n- Terraform, Kubernetes, Jenkins and Linux\n- Deployment pipelines\n")
    assert "chef" not in asked.title_families
    cooks = read_posting("Chef\n\n- Sauces and pastry for the kitchen\n- Menus\n- Chef whites are ours\n")
    assert cooks.title_families == {"chef": 1.0}


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Marrowby is in search of a Security Engineer for a team of ten.\n", "information security"),
        ("We are looking to fill a Technical PM post for networks.\n", "project management"),
        ("Marrowby moves oats. The Data Engineer will be responsible for them.\n", "data engineering"),
    ],
)
def test_whom_a_posting_is_in_search_of_is_its_title(text: str, family: str) -> None:
    assert read_posting(text).title_families == {family: 1.0}


@pytest.mark.parametrize(
    "line",
    [
        "Marrowby provides Fund Administration for investment firms.",
        "You keep the vans clean. Reporting Relationship Network Operations Manager",
        "Principal Duties and Responsibilities of this post are these.",
    ],
)
def test_what_an_employer_does_and_who_leads_are_no_title(line: str) -> None:
    assert read_posting(f"{line}\n\nYou wash each van once a day, and rinse it.\n").title_families.keys() <= {
        "cleaning"
    }


def test_a_duty_is_no_title() -> None:
    assert read_posting("Design and test packages for the warehouse\n\nWe bake oats.\n").title is None


@pytest.mark.parametrize(
    ("duties", "families"),
    [
        ("Routers, switches, BGP, OSPF and firewalls\n- Cisco Catalyst and VLANs", {"network engineering"}),
        ("Keep the yard tidy and greet whoever comes", set()),
    ],
)
def test_a_posting_without_a_title_is_for_whoever_does_its_work(duties: str, families: set[str]) -> None:
    assert read_posting(f"Duties\n- {duties}\n").title_families.keys() == families
