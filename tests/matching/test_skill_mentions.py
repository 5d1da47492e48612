"""Skills are found under all their names, and only where they are meant."""

from datetime import date

import pytest

from shared.matching import read_cv, read_posting
from shared.matching.skills import skill_table
from shared.matching.words import Words

AS_OF = date(2026, 11, 24)


def shown(text: str) -> set[str]:
    return {use.name for use in read_cv(text, as_of=AS_OF).skills}


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Skills: Node.js/TypeScript, C#/.NET", "Node.js"),
        ("Skills: Node.js/TypeScript, C#/.NET", "TypeScript"),
        ("Skills: Node.js/TypeScript, C#/.NET", "C#"),
        ("Skills: Node.js/TypeScript, C#/.NET", ".NET"),
        ("Advanced MS-Excel and PowerPoint", "Excel"),
        ("Python (primary), some Go", "Python"),
        ("CPT(ASCP) since 2019", "Certified Phlebotomy Technician"),
        ("Built services with Python and Go.", "Go"),
        ("Statistics in R and SAS", "R"),
        ("Statistics in R and SAS", "SAS"),
        ("Ran k8s in production", "Kubernetes"),
        ("Key Skills\nJava\nSpring Boot\nHibernate", "Spring Boot"),
        ("Programming languages: C, Java", "C"),
        ("RN with ten years in ICU", "Registered Nurse"),
        ("Welded pipes, MIG welding", "MIG welding"),
        ("Java/J2EE", "Java"),
        ("JAVA, PYTHON, DOCKER", "Docker"),
        ("HTML5/CSS3", "CSS"),
        ("Fluent German", "German"),
        ("Moving & handling every day", "Manual handling of patients"),
        ("Scanned with Snyk and Checkmarx", "Snyk"),
        ("Gave immunisations to pupils", "Vaccination"),
        ("Security Clearance: Secret", "Secret clearance"),
        ("Process A/P and A/R every week", "Accounts payable"),
        ("Process A/P and A/R every week", "Accounts receivable"),
        ("Reports under IndAS", "IFRS"),
        ("CRISPRi screens in yeast", "CRISPR"),
        ("Databases: MySQL, Oracle, PostgreSQL", "Oracle"),
        ("Current C-class licence", "Driving licence"),
        ("Current HR licence and work boots", "HGV Class 2"),
        ("Google App campaigns for a game", "Google Ads"),
        ("Postgre-SQL and front-end work with Ku\u200bbernetes", "Kubernetes"),
    ],
)
def test_a_skill_is_never_falsely_missing(text: str, skill: str) -> None:
    assert skill in shown(text)


@pytest.mark.parametrize(
    ("skill", "beside", "among"),
    [
        ("Dissolution testing", "Dissolution of companies, conveyancing", "Dissolution and HPLC"),
        (
            "Body repair",
            "Fixed crashes in the Android app",
            "Fixed crashes and sprayed panels, panel beating",
        ),
        ("Espresso", "Espresso and latte art", "Espresso and Appium"),
        ("GD&T", "Tolerance, patience and bank deposits", "Tolerances, CNC milling"),
        ("Shingle roofing", "Shingles and flu vaccinations", "Shingles, roof repairs"),
        ("Containers", "Skills: containers, reach truck, goods-in", "Skills: containers, Kubernetes, Linux"),
        (
            "Discovery and disclosure",
            "Discovery with users, wireframes",
            "Discovery, pleadings, civil litigation",
        ),
        ("Russian manicure", "E-filed motions in county courts", "E-file, gel nails and manicures"),
        (
            "State teaching licence",
            "ISO standard certificate for valves, piping",
            "Ohio Standard Certificate, teacher",
        ),
        ("Markdown", "Skills: markdowns, visual merchandising", "Skills: Markdown, HTML, Git"),
    ],
)
def test_a_word_that_many_fields_have_counts_among_words_of_its_own(
    skill: str, beside: str, among: str
) -> None:
    assert skill not in shown(f"Experience\n- {beside}")
    assert skill in shown(f"Experience\n- {among}")


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("I excel at teamwork and lead people", "Excel"),
        ("Fitter, Jun-2018 till date", "Cash handling"),
        ("Excel in a fast-paced environment", "Excel"),
        ("Go the extra mile for every customer", "Go"),
        ("Ready to go anywhere", "Go"),
        ("R&D projects in the lab", "R"),
        ("John R. Smith, London", "R"),
        ("Reported to the C suite", "C"),
        ("Vitamin C for patients", "C"),
        ("CPT(ASCP) since 2019", "ASCP certification"),
        ("SAS flight to Oslo", "SAS"),
        ("Grades in Canvas", "Canva"),
        ("Cultures from 250 mL to 10 L", "Machine learning"),
        ("One year of public contact or clerical work", "Motor starters"),
        ("Polar Point Mechanical, fitter", "Polars"),
        ("Swift response to customers", "Swift"),
        ("Spring 2019 internship at the zoo", "Spring Framework"),
        ("Assisted in designing test plans", "InDesign"),
        ("Embedded projects to ASIL B/C, Python rigs", "C"),
        ("Software of safety class C, Python rigs", "C"),
        ("A levels: Maths B, Physics C, Music B", "C"),
        ("Herpetology keeper: reticulated pythons, royal pythons", "Python"),
        ("Paralegal: attended hearings with counsel", "Counselling"),
        ("Procurement officer: tenders on the portal as intended", "In-tend portal"),
        ("Analytical chemistry and HPLC on an IBM mainframe", "IBMS registration"),
        ("Azure: Entra ID and ADFS, ETL at night", "Azure Data Factory"),
        ("Google App campaigns for a game", "Google Workspace"),
        ("A solid work ethic", "SolidWorks"),
        ("Cut customer PPM from 350 to 40, OEE up to 82 %", "Preventive maintenance"),
        ("Nurse: picks up open shifts", "OpenShift"),
        ("Guard duty on the gate", "GuardDuty"),
        ("Found the critical success factors", "SAP SuccessFactors"),
        ("Air flow in ducts", "Airflow"),
        ("I look back on a big change", "Lookback"),
        ("I look back on a big change", "BigChange"),
        ("Courier on open roads", "OpenRoads"),
        ("I reported to Dr Raman for years", "Raman"),
        ("Clerk, Baker Street", "Baking"),
        ("A hotel close to the shore", "Temporary works"),
        ("A café on the pavement", "Pavement engineering"),
        ("A coaching qualification such as ILM 5", "Sports coaching"),
        ("We like building services that scale", "Building services"),
        ("Completed post-secondary education", "Secondary teaching"),
        ("Kilns and crushers of a cement works", "Quarry operations"),
        ("Clerk, Fictive Forgings, forging strong relationships", "Blacksmithing"),
        ("Room attendant: clean rooms, change the linen", "Cleanroom"),
        ("Agile and responsive clerk of a project office", "Agile"),
        ("Maps, photographs and manuscripts in an archive", "Commissioning and acquisitions editing"),
        ("Patience and care are the hallmarks of my work", "Jewellery making"),
        ("Draughtsman in the A/E/C industry", "Emergency care"),
    ],
)
def test_an_ambiguous_name_needs_context(text: str, skill: str) -> None:
    assert skill not in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "No experience with Kubernetes or Docker",
        "I have never used Docker",
        "Willing to learn Docker",
        "Keen to learn about containers such as Docker",
        "Docker: none",
        "I would like to learn Docker",
        "I don't know Docker",
        "Without any prior experience in Docker",
        "No Docker until next year",
        "Not a Docker person and I don't pretend to be",
        "Docker course booked in December",
        "Docker certificate applied for",
        "Docker: place offered for January",
        "I have not been responsible for Docker or its images",
        "Want to work with Docker",
        "Haven't touched Docker",
        "Docker is on my list to learn",
        "Have yet to use Docker",
        "Studying for the Docker certification",
        "Working towards Docker certification",
        "I lack Docker",
        "Without Docker experience",
        "Docker (no)",
        "No hands-on Docker",
        "Neither Docker nor Podman",
        "I have no wish to go back to Puppet, nor to Docker",
        "Looking for: a lead role with Docker",
        "Pairing once a week with a friend who does Docker",
        "Docker set-up by a colleague",
    ],
)
def test_what_is_denied_or_only_wished_for_does_not_count(text: str) -> None:
    assert "Docker" not in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "No experience with Kubernetes, but strong Docker",
        "Not only Java but Docker",
        "Working towards monthly targets with Docker",
        "Studying for a degree in the evenings, and running Docker by day",
        "No downtime with Docker",
        "Docker - no certification but 4 years of use",
        "Replaced Docker Swarm without losing a day, now Docker again",
        "Cut downtime to nothing with Docker",
        "No downtime in two years of running Docker",
    ],
)
def test_a_denial_reaches_no_further_than_its_clause(text: str) -> None:
    assert "Docker" in shown(text)


def test_the_label_of_a_form_and_its_value_are_two_things() -> None:
    assert "Title review" not in shown("Title : Insurance Portal\nClient : Example Bank\n")


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Worked in the Spring Boot team on API contracts", "Spring Boot"),
        ("CPA, reporting to the controller", "CPA"),
        ("CPA, supporting the controller", "CPA"),
        ("Cover for the finance manager: budgets and forecasts", "Financial management"),
        ("Experience building REST APIs and event-driven services", "REST"),
        ("Vitest, some React from side projects", "React"),
        ("Promoted to head chef in 2019", "Head chef"),
    ],
)
def test_what_somebody_does_beside_others_counts(text: str, skill: str) -> None:
    assert skill in shown(text)


@pytest.mark.parametrize(
    "text",
    [
        "Skills: Docker (basic), Linux",
        "Docker (once)",
        "Some Docker",
        "A bit of Docker and Vagrant",
        "Basic knowledge of Docker",
        "Learning Docker.",
        "Attended a two day course on Docker with Puppet in 2023",
        "I attended Docker and Puppet sessions by the vendor",
        "Docker (in progress)",
        "Docker exam expected June 2030",
        "Enrolled on a Docker course",
        "Learning: Vagrant, Docker",
        "Dabbled-in: Vagrant, Puppet, Docker",
        "Basic knowledge: Vagrant, Docker",
        "Currently learning Vagrant, Puppet and Docker",
        "Basics of Vagrant and Docker",
    ],
)
def test_what_is_only_begun_is_shown_as_that(text: str) -> None:
    (docker,) = [use for use in read_cv(text, as_of=AS_OF).skills if use.name == "Docker"]
    assert docker.slight
    assert not docker.used


@pytest.mark.parametrize(
    "text",
    [
        "Skills: Docker, Linux (basic)",
        "Machine learning in Python, Docker",
        "Basic knowledge: Vagrant. Expert: Docker",
        "Taught learning groups, kept Docker running",
        "E-learning: Moodle, Docker",
        "Attended to customers and ran Docker in production",
        "Moved the builds in Docker above the expected standard",
        "Kept Docker images of the work in progress",
        "Skills: Docker (basic), Linux\n\nWork\n- Ran Docker in production for two years",
    ],
)
def test_what_is_also_used_is_more_than_begun(text: str) -> None:
    (docker,) = [use for use in read_cv(text, as_of=AS_OF).skills if use.name == "Docker"]
    assert not docker.slight


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Planned discharges with physios and social workers", "Social work"),
        ("Worked closely with data scientists and the BI team", "Data science"),
        ("References: store manager of Notional Sports", "Store management"),
        ("Ward Manager and Practice Educator, on request", "Practice Educator"),
        ("Worked with the Spring Boot backend team on API contracts", "Spring Boot"),
        ("Pulled data for the data science team's price project", "Data science"),
        ("Returns portal with the front-end team (Vue 3)", "Vue"),
        ("Took part in the refinement sessions with actuaries", "Actuarial exams"),
        ("Skills: secretary in a hospital or surgery, typing", "Surgery"),
        ("Help B and C techs with problems", "C"),
        ("Taught first aid: stop the bleed. Nordic chips, Zephyr.", "Bluetooth Low Energy"),
        ("Raced and racing cars. Data Guard, RMAN.", "Oracle RAC"),
        ("Reviewed price variance with the plant controller", "Controlling"),
        ("Dressings under supervision of the practice nurse", "Practice nursing"),
        ("Thinking of doing the social work masters part time", "Social work"),
        ("Would like the added responsibility of a team. LDAP and Kerberos.", "Active Directory"),
        ("Counselling offer to RPh, difficult conversations about price", "Pharmacist licence"),
        ("Ordered stock (RPh signs)", "Pharmacist licence"),
        ("Primary contact for the CPA at year end", "CPA"),
        ("Coordinated with our CPA over accruals", "CPA"),
        ("Supported the RN with observations", "Registered Nurse"),
        ("Ansprechpartnerin für den Steuerberater", "Steuerberater"),
        ("Enge Zusammenarbeit mit unserem Wirtschaftsprüfer", "Wirtschaftsprüfer"),
        ("Prepared workpapers for outside CPA", "CPA"),
        ("Menu development with head chef, seasonal produce", "Head chef"),
        ("Kept the books under financial controller", "Controlling"),
        ("Monthly accounts after HGB", "US GAAP"),
    ],
)
def test_what_other_people_do_does_not_count(text: str, skill: str) -> None:
    assert skill not in shown(text)


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Took minutes at the board's meetings", "Minute taking"),
        ("Handled claims of motor customers", "Claims handling"),
        ("Managed events for two hundred guests", "Event management"),
        ("Reconciled bank accounts each week", "Bank reconciliation"),
        ("Planned rotas for twelve carers", "Rota planning"),
        ("Gathered requirements from users", "Requirements gathering"),
    ],
)
def test_a_sentence_tells_with_a_verb_what_a_skill_names_with_a_noun(text: str, skill: str) -> None:
    assert skill in shown(text)


def test_a_verb_before_a_word_of_something_else_is_no_skill() -> None:
    assert "Patch testing" not in shown("Tested patch releases at weekends")
    assert "IT management" not in shown("Worked for Example Managed IT, Leeds")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Cooked in a Chinese restaurant", "Mandarin Chinese"),
        ("Trained German shepherds", "German"),
        ("French polishing of old tables", "French"),
        ("Swedish massage and Spanish wines", "Spanish"),
    ],
)
def test_the_name_of_a_people_is_not_always_a_language(text: str, language: str) -> None:
    assert language not in shown(text)


@pytest.mark.parametrize(
    "text", ["Languages: French, German", "Fluent in French and German", "French (B2), German A1"]
)
def test_languages_are_languages(text: str) -> None:
    assert {"French", "German"} <= shown(text)


@pytest.mark.parametrize("text", ["Polish C1 C1 B2 C1", "Mother tongue(s) Polish", "Polish bilingual"])
def test_a_language_is_known_by_its_level_in_a_form(text: str) -> None:
    assert "Polish" in shown(text)
    assert "Polish" not in shown("Polish the floors of C wing")


@pytest.mark.parametrize(
    "level", ["Business English (level B1+/B2)", "English level B1/B2", "German B1/B2 or better"]
)
def test_the_level_of_a_language_is_no_licence(level: str) -> None:
    asked = read_posting(f"Web Developer\n\nRequirements\n- Laravel\n- {level}\n")
    assert not [one.name for one in asked.skills if "licence" in one.name]


@pytest.mark.parametrize(
    ("spelled_out", "short"),
    [
        ("General Pharmaceutical Council", "GPhC"),
        ("advanced cardiovascular life support", "ACLS"),
        ("role-based access control", "RBAC"),
        ("Health Insurance Portability and Accountability Act", "HIPAA"),
        ("coordinate measuring machine", "CMM"),
        ("activities of daily living", "ADLs"),
        ("bill of quantities", "BOQ"),
        ("serious adverse events", "SAE reporting"),
        ("just in time", "JIT"),
        ("Quality and Outcomes Framework", "QOF"),
        ("heating, ventilation and air conditioning", "HVAC"),
        ("extract, transform, load", "ETL"),
        ("mechanical, electrical and plumbing", "MEP"),
        ("diversity, equity and inclusion", "DEI"),
    ],
)
def test_what_one_text_spells_out_another_may_abbreviate(spelled_out: str, short: str) -> None:
    table = skill_table()
    (long,), (shortened,) = (table.lexicon.find(Words(name, name.lower())) for name in (spelled_out, short))
    assert table.skills[long[2] // 2] == table.skills[shortened[2] // 2]


def test_only_a_name_that_is_written_with_commas_holds_some() -> None:
    assert "Air conditioning" in shown("Experience with ventilation, air conditioning and boilers")
    assert "Spring Boot" not in shown("Experience with Java, Spring, Boot camps and Kafka")


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Total IT experience 5 Years 6 Months", "Year 6"),
        ("Chennai, Tamil Nadu", "Tamil"),
        ("Operating systems: Windows XP, Vista", "VistA"),
        ("Health checks across the SAP landscape", "Landscape gardening"),
        ("No one works in a vacuum here", "Dusting and vacuuming"),
        ("Generated leads with Hoovers", "Dusting and vacuuming"),
        ("Nurse at the Good Shepherd Network", "Sheep farming"),
        ("Planned and executed all data migration projects", "Alldata"),
        ("Wrote clients for the APIs of UPS and USPS", "Pharmacopoeia"),
        ("Consumed WCF rest full services", "Full and interim services"),
        ("Jobs at www.example.com/search.php", "PHP"),
        ("Secured web infrastructure and security services", "Security guarding"),
        ("Worked closely with enterprise architects; Java, Spring, Oracle", "Architecture"),
        ("Architect and develop services in Python and PostgreSQL", "Architecture"),
        ("Process engineering and scripting with Jenkins, Ansible and Python", "Process engineering"),
        ("Translated needs of the clinics into plans and budgets", "Translation"),
        ("Wrote Epics and user stories in Jira for nurses who chart", "Epic"),
        ("Gave medicines as prescribed, to forty residents", "Prescribing"),
        ("Linear and non-linear finite element analysis in Abaqus", "Linear"),
        ("Managed non-employee engagement of contractors", "Employee engagement"),
        ("H.S.C. from Pune board, 2010", "Health and safety"),
        ("Java developer; Ant and Maven scripts for build automation", "Building automation"),
        ("Deployed PHP to Tomcat and the XAMPP control panel with MySQL", "Switchgear"),
        ("Importing and exporting data between MySQL, Hive and HDFS with Sqoop", "Import and export"),
        ("Erlang and Python, built with rebar and git", "Rebar fixing"),
        ("Payroll clerk at Landmark Insurance Brokers Pvt Ltd", "Insurance broking"),
        ("Clerk at Oracle India Pvt Ltd", "Oracle"),
        ("Built server-side systems on the JVM", "SystmOne"),
        ("Paid by the Agenda for Change at an NHS foundation trust", "Agendas and papers"),
        ("Accepted the privacy policy and a credit check", "Customer credit checks"),
        ("Office with a view of the route; turnover of three million", "Property viewings"),
        ("Chef, grill cook and pastry cook; HACCP, Excel and SQL for the kitchen", "Chef"),
        ("Python, SQL; see https://example.com/toys for more", "HTTP protocol"),
        ("An enduring love of oil and of Excel", "Commodity trading systems"),
        ("Explained, translated and presented figures to the board", "Translation"),
        ("Translated product requirements with the team", "Translation"),
        ("Welded pipes; troubleshooting of presses, lathes and a CNC mill", "Troubleshooting"),
        ("Kept to the best practice guidelines of our screens", "Clinical guidelines"),
        ("Wrote database management systems in C++", "Database administration"),
        ("Pages with a templating engine", "Server-side rendering"),
        ("Built financial technology projects", "IT project delivery"),
        ("Turned product requirements into code", "Product management"),
        ("Kept the project roadmap on the wall", "Product management"),
    ],
)
def test_a_word_of_something_else_is_no_skill(text: str, skill: str) -> None:
    assert skill not in shown(text)


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Taught Year 6 for two years", "Year 6"),
        ("Languages: Tamil, English", "Tamil"),
        ("Charted in VistA", "VistA"),
        ("Translated letters of the court from German into English", "Translation"),
        ("Epic, Cerner and charts on paper", "Epic"),
        ("Nurse; prescribing and reviews of medication", "Prescribing"),
        ("Landscaping of gardens", "Landscape gardening"),
        ("Vacuuming and mopping", "Dusting and vacuuming"),
        ("Web sites with PHP/MySQL", "PHP"),
        ("Architect in a practice of nine, drawings in Revit", "Architecture"),
        ("Process engineer: HAZOP and P&ID of a distillation unit", "Process engineering"),
        ("Tracked issues in Linear, Jira and Notion", "Linear"),
        ("Building automation and its fire panels", "Building automation"),
        ("Shipping documents, import and export by sea", "Import and export"),
        ("Programmed an Allen-Bradley PLC", "Allen-Bradley"),
        ("Booked patients in System One clinical", "SystmOne"),
        ("Consumed WCF rest full services", "REST"),
        ("Python, Linux; servers set up in Puppet, Chef and Ansible", "Chef"),
        ("Python, Linux; troubleshooting of pods in Kubernetes", "Troubleshooting"),
        ("Dynamics 365 and its X++ and C# classes", "X++"),
        ("Sawed and drilled with powered tools", "Power tools"),
        ("Gave a massage to each guest", "Massage therapy"),
        ("Gathered human intelligence for the army", "Military intelligence"),
    ],
)
def test_the_word_in_its_own_sense_is_one(text: str, skill: str) -> None:
    assert skill in shown(text)


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Responsible for the planning of lessons and trips", "Lesson planning"),
        ("In charge of management of the fleet", "Fleet management"),
        ("Installation of boilers, repair of pumps", "Boiler installation"),
        ("Handled the complaints of tenants", "Complaint handling"),
        ("Managed a fleet of twelve vans", "Fleet management"),
        ("Repaired roofs and gutters", "Roofing"),
    ],
)
def test_what_a_name_says_with_nouns_a_sentence_may_say_otherwise(text: str, skill: str) -> None:
    assert skill in shown(f"Experience\nWorker, Invented Ltd, 2019 - 2022\n- {text}\n")


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Management of key accounts in the north", "Cryptography"),
        ("Designed the system for the drawing office", "Design systems"),
        ("Worked in planning, of lessons little was seen", "Lesson planning"),
        ("Managed the general ledger", "General management"),
    ],
)
def test_a_part_of_a_longer_name_or_of_two_clauses_is_none(text: str, skill: str) -> None:
    assert skill not in shown(f"Experience\nWorker, Invented Ltd, 2019 - 2022\n- {text}\n")


def test_an_abbreviation_that_ends_in_a_capital_s_is_no_plural() -> None:
    regulated = "Compliance with MiFID II and SM&CR; {}"
    assert "FCA regulation" in shown(regulated.format("FCA visits"))
    assert "FCA regulation" not in shown(regulated.format("an FCAS since 2019"))


@pytest.mark.parametrize(
    ("line", "around", "meant"),
    [
        ("Knowledge of GCP", "Clinical trials and informed consent", "Good Clinical Practice"),
        ("Knowledge of GCP", "Kubernetes and Terraform", "Google Cloud"),
        ("Knowledge of the CPR", "Civil litigation and court bundles", "Civil Procedure Rules"),
        ("Current CPR", "Phlebotomy on a ward", "CPR"),
        ("Writing post-mortems", "Kubernetes and Terraform", "Post-incident reviews"),
        ("Any MDM tool", "Data lineage, data quality and data governance", "Master data management"),
        ("MLS", "Reference desk of a public library, library programs", "Library qualification"),
        ("MLS", "Property listings, open houses and showings", "MLS"),
        ("Client care", "Bathing and dressing, medication prompts and home care", "Personal care"),
        ("Food production", "Menu planning, mise en place and kitchen stock", "Cooking"),
        ("Caring for children", "NMC registration, cannulation and patient safety", "Paediatric care"),
        ("Any MDM tool", "Desktop support, Intune and imaging of laptops", "Mobile device management"),
    ],
)
def test_one_word_means_what_the_text_speaks_of(line: str, around: str, meant: str) -> None:
    assert meant in [one.name for one in read_posting(f"Post\n\nRequirements\n- {line}\n- {around}\n").skills]


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Sustainability appraisals and site appraisals", "Performance management"),
        ("Trained commis waiters", "Commis chef"),
        ("Helped the sommelier with the list", "Sommelier"),
        ("Insertion and removal of contact lenses", "Contact lens fitting"),
        ("Worked in a 5 surgery practice", "Surgery"),
        ("Took a safety critical medical", "CritiCall"),
        ("Kept the list as the custodian of its data", "Janitorial work"),
        ("Designed multitenancy for the database", "SaaS"),
        ("Kept Cisco Unity and its voice mail", "Unity"),
    ],
)
def test_a_word_that_only_looks_like_a_skill_shows_none(line: str, skill: str) -> None:
    assert skill not in shown(f"Experience\nAssistant, Example Ltd, 2019 - 2022\n- {line}.\n")


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Wrote gradient boosted machines", "Gradient boosting"),
        ("Designed multitenancy for the database", "Multi-tenancy"),
        ("Kept a multi-tenant architecture", "Multi-tenancy"),
        ("Watched SLOs & error budgets", "SLOs"),
        ("Took vitals and ECGs", "Vital signs"),
        ("Texts for pharma and devices", "Pharmaceutical industry"),
        ("Kept SIMS and Arbor up to date as the school MIS", "School information systems"),
        ("City & Guilds Level 3 Heavy Vehicle Maintenance and Repair", "NVQ Vehicle Maintenance"),
    ],
)
def test_usual_names_of_a_skill_show_it(line: str, skill: str) -> None:
    assert skill in shown(f"Experience\nAssistant, Example Ltd, 2019 - 2022\n- {line}.\n")


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Sold new and used cars.", "Car sales"),
        ("Trained over 20 guide dogs.", "Dog training"),
        ("Repaired, serviced and maintained the gas boilers.", "Boiler servicing"),
        ("Trimmed cows\u2019 hooves.", "Hoof care"),
    ],
)
def test_a_thing_some_words_behind_what_was_done_with_it(text: str, skill: str) -> None:
    assert skill in shown(f"Experience\n- {text}")


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Used an integrated stock control system.", "Systems integration"),
        ("Sold out of cars.", "Car sales"),
        ("Trained staff who kept guide dogs.", "Dog training"),
        ("Sold parts. Cars were hired out.", "Car sales"),
    ],
)
def test_not_what_was_done_with_it(text: str, skill: str) -> None:
    assert skill not in shown(f"Experience\n- {text}")


@pytest.mark.parametrize(
    ("text", "skill"),
    [
        ("Analyst at Deutsche Musterbank", "German"),
        ("Curator, UC San Diego, archives and storage", "Storage area networks"),
        ("Known as the old System. I was the sole analyst", "IBM i"),
        ("Clerk, Anytown, State\n\nManagement of two shops", "Frontend state management"),
        ("Collaborated with corporate RD/RN on new menus", "Registered Nurse"),
        ("Partnered with the ward's RN", "Registered Nurse"),
        ("Since 2005 I'm a clerk who likes figures", "Mergers and acquisitions"),
        ("Ich liebe es, Abläufe zu ordnen", "ICH guidelines"),
        ("Arbeite stets mit dem Ziel, besser zu werden", "CTET"),
        ("Diseño de sistemas de archivo", "SISTEMA"),
        ("Animation de rencontres et de visites", "Animation"),
        ("Conduite des réunions", "Cable containment"),
        ("Professional driven by the wish to help", "Professional driving"),
        ("Loaded the data into a hive warehouse", "Warehouse"),
        ("Java, Linux, Tomcat, Docker, administration des serveurs", "Waiting tables"),
        ("Hudson, Sonar, Maven, Docker, Redis, Varnish", "Sonar systems"),
        ("Drove class 1 lorries: trunking by night", "Cable containment"),
        ("Vehicle checks and defect reporting", "Bug tracking"),
        ("Sold life, long term care and travel insurance", "Elderly care"),
        ("Learned the platform in short order", "Line cooking"),
        ("Worked with AI-powered tools for developers", "Power tools"),
        ("Cleansed and massaged the data of three shops", "Massage therapy"),
        ("Mixed technology with human intelligence", "Military intelligence"),
    ],
)
def test_a_word_that_means_something_else_there_is_no_skill(text: str, skill: str) -> None:
    assert skill not in shown(f"Experience\nClerk, Example Ltd, 2019 - 2021\n{text}.\n")


def test_golden_gate_is_what_copies_data_unless_it_is_a_place() -> None:
    assert "Oracle GoldenGate" in shown("Skills\nOracle 12c, RAC, GOLDEN GATE, ASM\n")
    assert "Oracle GoldenGate" not in shown("Education\nMBA, Golden Gate University, 2012\n")


def test_gcp_is_good_clinical_practice_beside_words_of_trials_and_a_cloud_elsewhere() -> None:
    trials = (
        "Requirements\n- Experience of GCP\n- Check source data of the investigator against the protocol\n"
    )
    cloud = "Requirements\n- Experience of GCP\n- Run Kubernetes and Terraform for the patient portal\n"
    assert "Good Clinical Practice" in {skill.name for skill in read_posting(trials).skills}
    assert "Google Cloud" in {skill.name for skill in read_posting(cloud).skills}


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Competent with hospital pharmacy software and hardware", "Clinical pharmacy"),
        ("Patient pathway analysis", "Clinical guidelines"),
        ("Order processing: interprets physicians' medication orders", "Order fulfilment"),
        ("Order processing: interprets physicians' medication orders", "Medication administration"),
        ("Transcribing physicians' orders for drugs", "Transcription"),
        ("Orders medical supplies for two wards", "Equipment checks in clinical areas"),
        ("Improves patient access", "Medical reception"),
        ("Experience in the Health Care Industry", "Care work"),
        ("Kept the files of cases in audit readiness", "GMP"),
    ],
)
def test_a_word_of_another_trade_or_of_a_thing_is_not_the_skill(line: str, skill: str) -> None:
    profile = read_cv(f"Experience\nTechnician, Fictive Clinic, Jan 2020 - Present\n- {line}.\n", as_of=AS_OF)
    held = {use.name for use in profile.skills}
    parents = {parent for name in held for parent in skill_table().above(name)}
    assert skill not in held | parents


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Worked in hospital pharmacy for two years", "Clinical pharmacy"),
        ("Order processing for the web shop", "Order fulfilment"),
        ("Transcribing recordings of meetings", "Transcription"),
        ("Structural analysis software", "Structural analysis"),
        ("Kept to GPvP", "Pharmacovigilance"),
    ],
)
def test_the_same_words_in_their_own_trade_are_the_skill(line: str, skill: str) -> None:
    assert skill in shown(f"Experience\nTechnician, Fictive Clinic, Jan 2020 - Present\n- {line}.\n")


@pytest.mark.parametrize("name", ["Go", "C", "R"])
@pytest.mark.parametrize(
    "text",
    [
        "Excellent knowledge of {}.",
        "Fluent in {}.",
        "{} experience",
        "5 years of {}",
        "Deep {} knowledge",
        "You have strong {} skills",
        "Proficiency with {}",
        "Knowledge of {}, and of our trade",
    ],
)
def test_a_language_of_one_or_two_letters_may_be_the_only_one_of_its_sentence(text: str, name: str) -> None:
    assert name in shown(text.format(name))


@pytest.mark.parametrize(
    "text",
    [
        "We are ready to Go.",
        "Knowledge of vitamin C.",
        "Experience with Go to market plans",
        "Plan C",
        "C level experience",
        "Knowledge of hepatitis C.",
        "Experience with C and D block",
        "Experience with Go Live",
        "Knowledge of R & D",
        "Class C experience",
    ],
)
def test_a_letter_or_a_verb_beside_a_cue_is_no_language(text: str) -> None:
    assert shown(text).isdisjoint({"Go", "C", "R"})


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("You will lead work on our strategy", "Leadwork"),
        ("Managing orders from cradle to grave", "Life cycle assessment"),
        ("A Blue Light Card for everybody", "Blue light driver training"),
        ("Two years of postsecondary education", "Higher education teaching"),
        ("On-time deliveries, every day", "Logistics KPIs"),
        ("High quality of service to our guests", "QoS"),
        ("Giving passengers real time information", "PAYE"),
        ("Good self-management", "Patient education"),
        ("Opening new accounts among the farms of the county", "Bank teller services"),
        ("Handing in call reports every Friday", "Prudential regulation"),
        ("Weekly stock analysis for the buyers", "Equity research"),
        ("Checking production every hour", "Bank operations"),
        ("Reading with the fourth graders", "Bulldozer operation"),
        ("Loading files into the archive", "Civil litigation"),
        ("Explaining plans to the relatives", "Query optimisation"),
        ("Stock work in the shop", "Cattle mustering"),
        ("Provision of resources to families", "SEND Code of Practice"),
        ("Drafting briefs for the court", "Creative briefs"),
        ("Cleaning the kitchen hobs", "Gear cutting"),
        ("Wearing gowns and masks", "Sterile manufacturing"),
        ("Raking the bunkers of the golf course", "Marina operations"),
        ("Quarterly tax estimates", "Cost estimation"),
        ("Selling personal care products", "Personal care"),
        ("Maintained the applicant tracking sheet", "Railway track maintenance"),
        ("Filing receipts and supporting documentation", "Technical documentation"),
        ("Operated a hydraulic brake press", "Brake repair"),
        ("Layout design for circuit boards", "Desktop publishing"),
        ("Decorated birthday cakes", "House painting"),
        ("Took blood pressure every four hours", "Phlebotomy"),
        ("Drew floor plans of the flats", "Physical design"),
        ("Kept the waiting list of the clinic", "Property listings input"),
    ],
)
def test_everyday_words_name_no_skill_of_another_trade(line: str, skill: str) -> None:
    assert skill not in shown(line)


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Leadwork on church roofs", "Leadwork"),
        ("Estimating for housing projects", "Cost estimation"),
        ("Excavators, dozers and graders", "Plant operation"),
        ("Hobbing of spur gears", "Gear cutting"),
        ("Foster carers and their training", "Fostering"),
        ("Folding sheet on a hydraulic brake press", "Press brake"),
        ("Laboratory notebooks kept by hand", "Laboratory notebooks"),
        ("Redlined as-builts for the client", "As-built drawings"),
        ("Patient safety on the ward", "Patient safety"),
        ("Decorated twelve flats", "House painting"),
        ("Sewed hems and replaced zips", "Clothing repairs"),
        ("Moved patients between wards", "Patient portering"),
        ("Weighed samples and made up solutions", "Sample preparation"),
        ("Control panels and their wiring", "Control panels"),
    ],
)
def test_the_words_of_the_trade_do(line: str, skill: str) -> None:
    assert skill in shown(line)


def test_the_end_of_a_short_line_and_the_beginning_of_the_next_are_no_name() -> None:
    assert "Time and attendance" not in shown("Status: full time\nReports to the matron of the home")
    assert "Time and attendance" in shown("Weekly time reports for forty people")


@pytest.mark.parametrize(
    ("line", "skill"),
    [
        ("Home healthcare aide for two years", "Home care"),
        ("Bedpan changes and emptying drainage bags", "Personal care"),
        ("Microbial limits testing of creams", "Microbial limits testing"),
        ("Working knowledge of DOT logs", "DOT regulations"),
        ("Private hire licence", "Taxi driving"),
        ("Held a PSA licence", "PSA licence"),
        ("Searches for contraband in the cells", "Correctional work"),
        ("Floor waxing at night", "Floor care machines"),
        ("Seaman's discharge book", "Seafarer's discharge book"),
        ("309A licence", "309A electrician"),
        ("A Grade licence", "A Grade electrical licence"),
        ("Multiple Subject Credential", "State teaching licence"),
        ("Certified Crop Consultant", "Certified Crop Adviser"),
        ("Victim advocacy and crime victim services", "Victim services"),
        ("Kroll pharmacy software and PharmaNet", "Pharmacy software"),
    ],
)
def test_licences_and_everyday_work_of_several_countries_are_known(line: str, skill: str) -> None:
    assert skill in shown(f"Skills\n- {line}\n")


def test_a_visa_that_is_not_sponsored_asks_for_no_sponsorship() -> None:
    posting = (
        "Care Assistant\n\nRequirements\n- Personal care\n- Please note that we do not offer sponsorship"
    )
    assert not any("ponsor" in skill.name for skill in read_posting(posting).skills)
