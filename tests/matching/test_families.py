"""Which occupations a text tells of."""

import pytest

from shared.matching import read_cv, read_posting
from shared.matching.families import read_families
from tests.matching.test_match import AS_OF

_TRADES_MISREAD = (
    ("Order Picker\n\nDuties\n- Order Picker/Packer on the night shift\n- Load vans", "devops"),
    ("Receptionist\n\nDuties\n- Greet visitors on Congress Avenue", "public administration"),
    ("Baker\n\nDuties\n- Bake bread in a tight-knit team", "fashion and apparel"),
    ("Baker\n\nDuties\n- Bake bread and custom cakes\n- Clean the ovens", "logistics"),
    ("Waiter\n\nDuties\n- Serve drinks, work front of house and keep the floor clean", "interior design"),
    ("Caretaker\n\nRequirements\n- High school diploma\n- Mend doors and locks", "secondary teaching"),
    ("Charity Officer\n\nDuties\n- Build the capacity of local groups", "logistics"),
    ("Nurse\n\nDuties\n- Know federal and state rules", "tax"),
    ("Writer\n\nDuties\n- Visit the Black Bear Lake and its earth mounds", "mechanical engineering"),
    ("Writer\n\nDuties\n- Visit the Black Bear Lake and its earth mounds", "electrical engineering"),
    ("Care Assistant\n\nDuties\n- Dispense the right quantity of drops", "quantity surveying"),
    ("Web Developer\n\nDuties\n- Create and experiment with new ideas in React and CSS", "life science"),
    ("Cleaner\n\nDuties\n- Work unsupervised in holiday lodges", "data science"),
    ("Cleaner\n\nDuties\n- Cleaning of lodges", "dentistry"),
    ("Driver\n\nDuties\n- Performs winter services with other staff", "arts"),
    ("Driver\n\nDuties\n- Performs winter services with other staff", "school leadership"),
    ("Clerk\n\nDuties\n- Answer within a fixed time frame", "construction management"),
    ("MySQL DBA\n\nDuties\n- Stability of our MySQL instances, replication and backups", "chemistry"),
)


@pytest.mark.parametrize(("posting", "family"), _TRADES_MISREAD)
def test_a_word_with_another_common_sense_alone_tells_of_no_occupation(posting: str, family: str) -> None:
    assert family not in read_posting(posting).work_families


def test_such_a_word_counts_beside_other_words_of_its_occupation() -> None:
    posting = (
        "Cloud Specialist\n\nDuties\n- Build images with Packer and roll them out with Terraform and Helm"
    )
    read = read_posting(posting)
    assert "packer" in read.work_terms
    assert max(read.work_families, key=read.work_families.__getitem__) == "devops"


def test_such_a_word_counts_below_a_title_of_its_occupation() -> None:
    assert "logistics" in read_posting("Logistics Clerk\n\nDuties\n- Fill in customs papers").work_families


def test_three_such_words_make_each_other_count() -> None:
    posting = "Assistant\n\nDuties\n- Hang up shirts, jackets and trousers in the evening"
    assert "fashion and apparel" in read_posting(posting).work_families


def test_a_cv_is_read_in_the_same_way() -> None:
    cv = (
        "Sam Sampleton\n\nExperience\n\nPicker-Packer, Invented Depot, 2021 - 2024\n"
        "- Packer on two lines\n- Picked 200 orders a shift"
    )
    profile = read_cv(cv, as_of=AS_OF)
    assert "devops" not in profile.work_families
    assert "packer" in profile.doubtful_terms
    assert "packer" not in profile.work_terms


def test_a_mark_behind_a_word_of_the_table_is_no_part_of_it() -> None:
    (family,) = read_families("[group]\nbaking | baker | bread; rolls?")
    assert family.terms == ("bread", "rolls")
    assert family.doubtful == {"rolls"}


_WEB_DEVELOPER = "Web Developer\n\nRequirements\n- 2 years of {}\n- HTML, CSS, jQuery"


def test_a_web_developer_is_of_the_kind_whose_server_frameworks_are_told() -> None:
    dotnet = read_posting(_WEB_DEVELOPER.format("ASP.NET, C# and Entity Framework\n- SQL Server"))
    assert max(dotnet.title_families, key=dotnet.title_families.__getitem__) == "dotnet development"
    php = read_posting(_WEB_DEVELOPER.format("PHP, Laravel and CodeIgniter\n- MySQL"))
    assert php.title_families == {"web development": 1.0}


def test_colleagues_named_in_a_duty_say_nothing_of_the_job() -> None:
    read = read_posting(
        "Front Desk Coordinator\n\nDuties\n- Greet visitors and answer phones\n"
        "- Collaborates with our Lead Educator, Nurse Practitioner and Nurse"
    )
    assert "registered nursing" not in read.work_families
    assert not {"nurse", "practitioner", "educator"} & read.terms.keys()


def test_what_follows_the_colleagues_counts() -> None:
    read = read_posting("Analyst\n\nDuties\n- Work with our engineers and product owners on Kafka pipelines")
    assert {"kafka", "pipelin"} <= read.terms.keys()
    assert not {"engineer", "owner"} & read.terms.keys()


def test_the_trade_of_the_customers_is_not_the_work_of_who_sells_to_them() -> None:
    duties = "Duties\n- Visit hospitals, clinics and healthcare providers\n- Meet the sales quota"
    seller = read_posting(f"Sales Representative\n\n{duties}").work_families
    assert not {"healthcare administration", "medicine"} & seller.keys()
    other = read_posting(f"Clinic Manager\n\n{duties}").work_families
    assert "healthcare administration" in other


_ADVERTISED = (
    ("Voted Best New Restaurant 2016 by Salem Monthly, hottest of the Alamo quarter", "salem alamo monthly"),
    ("Top 10 employers of the Alamo quarter", "alamo quarter"),
    ("We are at 12 Elm Street", "elm street"),
    ("Our bar is right by the Alamo cinema", "alamo cinema"),
)


@pytest.mark.parametrize(("line", "words"), _ADVERTISED)
def test_praise_of_the_employer_and_its_address_are_no_telling_words(line: str, words: str) -> None:
    read = read_posting(f"Bartender\n\n{line}.\n\nDuties\n- Mix cocktails\n- Serve guests at the bar")
    assert not set(words.split()) & read.terms.keys()
    assert "cocktail" in read.terms


def test_the_name_of_the_employer_and_the_town_at_the_head_are_no_telling_words() -> None:
    read = read_posting("Bartender\nFictiva Taproom, Alamo Springs, TX\n\nDuties\n- Mix cocktails at Fictiva")
    assert not {"fictiva", "alamo"} & read.terms.keys()
    assert "cocktail" in read.terms


def test_praised_practices_and_a_job_on_the_road_still_count() -> None:
    read = read_posting("Engineer\n\nDuties\n- Best practices in Kafka\n- Top 3 tools: Kafka, Flink")
    assert {"kafka", "flink"} <= read.terms.keys()


def test_servers_of_a_network_wait_on_no_tables_and_a_level_of_english_mends_no_aircraft() -> None:
    told = read_posting(
        "PHP Developer\n\nRequirements\n- Laravel on many servers\n- English B1\n"
    ).work_families
    assert not {"restaurant service", "aviation maintenance"} & told.keys()


def test_a_server_of_a_restaurant_still_does() -> None:
    told = read_posting(
        "Server\n\nDuties\n- As a server you carry trays and pour wine for guests\n"
    ).work_families
    assert max(told, key=told.__getitem__) == "restaurant service"


@pytest.mark.parametrize(
    ("title", "family"),
    [
        ("Account Representative", "sales"),
        ("Accounts Receivable Representative", "bookkeeping"),
        ("Laboratory Technician", "chemistry"),
        ("Laboratory Technician", "laboratory medicine"),
        ("Wire Technician", "electrical trade"),
        ("Cabinetmaker", "carpentry"),
        ("Motorcoach Operator", "driving"),
        ("Dock Worker", "warehousing"),
        ("Dock Worker", "maritime"),
        ("Cost Control Engineer", "quantity surveying"),
        ("Costs Draftsman", "paralegal"),
        ("Student Teacher", "secondary teaching"),
        ("Trainee Teacher", "primary teaching"),
        ("Livestock and Forage Research Technician", "agriculture"),
        ("Victim Advocate", "social work"),
        ("Livestock and Crop Technician", "agriculture"),
        ("Front Desk Supervisor", "reception"),
        ("Cabin Crew", "air passenger service"),
        ("Passenger Service Agent", "air passenger service"),
        ("Airline Pilot", "piloting"),
        ("Asset Protection Associate", "security guarding"),
        ("Diversity and Inclusion Manager", "human resources"),
        ("Real Estate Assistant", "real estate"),
        ("Personal Lines Account Manager", "insurance"),
        ("Judicial Assistant", "paralegal"),
        ("Kennel Technician", "animal care"),
        ("Receptionist | Office Manager", "reception"),
        ("Receptionist | Office Manager", "office administration"),
        # The name of a work or of a department, and of no person.
        ("Accounts Payable", "bookkeeping"),
        ("Human Resources", "human resources"),
        ("Landscaping", "landscaping"),
        ("Senior Business Analysis", "business analysis"),
        ("Field Support Technician", "it support"),
    ],
)
def test_a_title_is_of_its_occupation(title: str, family: str) -> None:
    assert family in read_posting(f"{title}\n\nWe look for somebody to join us.").title_families


def test_a_laboratory_is_of_the_kind_that_its_work_tells_of() -> None:
    posting = (
        "Laboratory Technician\n\nDuties\n- Titration, chromatography and spectroscopy of solvents\n"
        "- Calibrate the pH meter and prepare reagents"
    )
    families = read_posting(posting).title_families
    assert max(families, key=families.__getitem__) == "chemistry"


def test_who_makes_pages_for_the_browser_is_of_no_server_that_is_named_in_passing() -> None:
    posting = (
        "Senior Web App Engineer\n\nRequirements\n- React, TypeScript and Redux\n- Webpack, Jest and "
        "accessibility\n- CSS and design systems\n- Some Azure DevOps is a plus\n"
    )
    assert "dotnet development" not in read_posting(posting).title_families


def test_the_system_of_a_router_is_none_of_telephones() -> None:
    cv = "Experience\nEngineer, Example Ltd, 2019 - 2022\n- Kept {} up to date\n"
    routers, telephones = (read_cv(cv.format(what), as_of=AS_OF) for what in ("Cisco IOS", "the app for iOS"))
    assert "network engineering" in routers.work_families
    assert "mobile development" not in routers.work_families
    assert "mobile development" in telephones.work_families


@pytest.mark.parametrize(
    ("title", "work", "most"),
    [
        (
            "Lead Architect",
            "Kubernetes, Terraform, microservices and the design of APIs",
            "software engineering",
        ),
        (
            "Lead Architect",
            "Planning permission, elevations and construction drawings",
            "building architecture",
        ),
        ("Hodoop Developer", "Hive, Spark, Sqoop and HDFS for the data lake", "data engineering"),
    ],
)
def test_a_title_of_several_trades_is_of_the_one_that_its_work_tells_of(
    title: str, work: str, most: str
) -> None:
    (role,) = read_cv(f"Experience\n{title}, Example Ltd, 2019 - 2022\n- {work}\n", as_of=AS_OF).roles
    assert role.families[most] == max(role.families.values())
    assert len(role.families) == 2


def test_where_a_job_tells_of_neither_trade_of_its_title_the_others_do() -> None:
    cv = (
        "Experience\n\nOwner and Principal Architect, Example Ltd, 2019 - 2022\n- Served twelve customers\n\n"
        "Java Developer, Sample Ltd, 2012 - 2019\n- Built microservices with Spring Boot and Hibernate\n"
    )
    families = read_cv(cv, as_of=AS_OF).roles[0].families
    assert families["building architecture"] < families["software engineering"] + families["java development"]
    assert families["building architecture"] < 0.3 * sum(families.values())


@pytest.mark.parametrize(
    ("title", "families"),
    [
        ("SAP BO Developer", {"sap consulting", "data warehousing"}),
        ("Sr. Web Operations Engineer", {"devops", "systems administration"}),
        ("Cloud Operations Lead", {"devops"}),
        ("Oracle eBusiness Programmer", {"sap consulting"}),
        ("Infrastructure Technical PM", {"project management"}),
    ],
)
def test_a_title_of_it_is_of_what_it_runs(title: str, families: set[str]) -> None:
    assert read_posting(f"{title}\n\nYou join a team of six.\n").title_families.keys() == families


@pytest.mark.parametrize(
    ("work", "most"),
    [
        ("Linux, Kubernetes, Terraform and Jenkins pipelines", "devops"),
        ("Assembly lines, lean manufacturing, kaizen and CNC machines", "manufacturing engineering"),
    ],
)
def test_an_operations_engineer_is_of_what_runs(work: str, most: str) -> None:
    families = read_posting(f"Operations Engineer\n\nDuties\n- {work}\n").title_families
    assert max(families, key=families.__getitem__) == most


def test_a_word_of_many_trades_makes_no_web_developer_one_of_a_language() -> None:
    posting = (
        "Web Application Developer\n\nDuties\n- Scripting of the database, its stored procedures and triggers\n"
        "- Query tuning, indexing and data modeling\n- Requirements and releases with the product owner\n"
    )
    assert "python development" not in read_posting(posting).title_families
