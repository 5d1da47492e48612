"""CVs and postings in German, French and Spanish: the one for the other ranks far above all others."""

from datetime import date

import pytest

from shared.matching import match, read_cv, read_posting
from shared.matching.job_titles import title_in

CVS = {
    "Pflege": """Petra Beispiel
Musterweg 3, 70182 Stuttgart
petra@example.com

Berufserfahrung
04/2018 – heute  Gesundheits- und Krankenpflegerin, Klinikum Musterstadt, Innere Medizin
- Pflege von 24 Patienten im Dreischichtdienst
- Wundversorgung, Medikamentengabe, Pflegedokumentation
- Praxisanleitung von Auszubildenden
09/2015 – 03/2018  Pflegehelferin, Seniorenheim Beispielhaus

Ausbildung
2012 – 2015 Ausbildung zur Gesundheits- und Krankenpflegerin, Abschluss: Examen

Kenntnisse
Deutsch (Muttersprache), Englisch (B1), Führerschein Klasse B
""",
    "Java": """Max Beispiel
Softwareentwickler

Beruflicher Werdegang
Seit 03/2019: Java-Entwickler bei Muster GmbH, Berlin
- Entwicklung von Microservices mit Spring Boot und PostgreSQL
- Einführung von CI/CD mit Jenkins und Docker
01/2016 – 02/2019: Softwareentwickler, Beispiel AG
- Webanwendungen mit Java und Angular

Studium
2011 – 2015 Bachelor Informatik, TU Beispiel

Sprachen: Deutsch (Muttersprache), Englisch (fließend)
""",
    "comptable": """Jeanne Exemple
12 rue des Exemples, 69003 Lyon

Expérience professionnelle
Depuis janvier 2019 : Comptable, Exemple SARL, Lyon
- Comptabilité fournisseurs et clients, rapprochements bancaires
- Déclarations de TVA, clôture mensuelle sur Sage
2015 - 2018 : Assistante comptable, Cabinet Dupont-Fictif

Formation
2015 : DCG, Université de Lyon
Langues : français (langue maternelle), anglais (B2)
""",
    "cuisine": """Marc Exemple
Expérience
Chef de partie, Restaurant Le Fictif, Paris, mars 2018 - aujourd'hui
- Préparation des plats chauds, gestion des stocks, HACCP
Commis de cuisine, Hôtel Exemple, 2015 - 2018
Formation
CAP Cuisine, 2015
""",
    "administrativa": """Lucía Ejemplo
Madrid
Experiencia laboral
Enero 2019 - actualidad: Auxiliar administrativa, Ejemplo S.L.
- Atención telefónica, facturación, archivo, agenda de dirección
- Manejo de SAP y Excel
2016 - 2018: Recepcionista, Hotel Inventado
Formación
Grado superior en Administración y Finanzas, 2016
Idiomas: español nativo, inglés B2
""",
}

POSTINGS = {
    "Pflege": """Pflegefachkraft (m/w/d) für die Innere Medizin
Klinikum Neustadt

Ihre Aufgaben
- Grund- und Behandlungspflege
- Wundversorgung und Medikamentengabe
- Pflegedokumentation

Ihr Profil
- Abgeschlossene Ausbildung als Gesundheits- und Krankenpfleger/in
- Mindestens 2 Jahre Berufserfahrung
- Bereitschaft zum Schichtdienst
- Gute Deutschkenntnisse

Wir bieten
- Vergütung nach TVöD, 30 Tage Urlaub
""",
    "Java": """Senior Java-Entwickler (m/w/d)
Das erwartet Sie
- Entwicklung von Backend-Diensten mit Java und Spring Boot
- Betrieb in Docker und Kubernetes
Ihr Profil
- Abgeschlossenes Studium der Informatik oder vergleichbar
- Mindestens 5 Jahre Erfahrung mit Java
- Erfahrung mit SQL-Datenbanken
- Von Vorteil: Kubernetes, Kafka
- Fließende Deutsch- und Englischkenntnisse
""",
    "comptable": """Comptable (H/F) - CDI
Vos missions
- Saisie des factures fournisseurs et clients
- Rapprochements bancaires, déclarations de TVA
- Clôtures mensuelles
Profil recherché
- Diplôme en comptabilité (DCG ou BTS)
- 3 ans d'expérience minimum
- Maîtrise de Sage et d'Excel
- Anglais apprécié
Nous offrons
- Tickets restaurant, mutuelle
""",
    "cuisine": """Chef de partie (H/F)
Missions : préparer les plats, gérer les stocks, respecter les normes HACCP
Profil : CAP Cuisine, 2 ans d'expérience
""",
    "administrativa": """Auxiliar administrativo/a
Funciones
- Atención telefónica y recepción de visitas
- Facturación y archivo
Requisitos
- Grado medio o superior en administración
- 2 años de experiencia
- Excel y SAP
- Inglés medio
Ofrecemos
- Contrato indefinido
""",
}


@pytest.mark.parametrize("job", POSTINGS)
def test_the_one_for_the_posting_stands_far_above_the_others(job: str) -> None:
    results = {name: match(cv, POSTINGS[job], as_of=date(2026, 11, 1)) for name, cv in CVS.items()}
    own = results.pop(job)
    assert own.overall_score > 80
    assert max(result.overall_score for result in results.values()) < 15
    assert own.experience_match.candidate_years is not None
    assert own.experience_match.candidate_years > 7
    assert [warning for warning in own.warnings if " to be in " in warning] == [
        warning for warning in own.warnings if warning.startswith("The CV and the posting seem to be in ")
    ]


def test_a_monday_is_no_assembly_work() -> None:
    job = "Koch (m/w/d)\n\nIhre Aufgaben\n- Mittagsgerichte für 600 Gäste\n- Arbeitszeiten von Montag bis Freitag\n"
    assert "Assembly line work" not in {one.name for one in read_posting(job).skills}


AS_OF = date(2026, 11, 1)
SWISS = """# Lebenslauf

## Persönliche Angaben
Führerausweis Kategorie B

## Berufliche Laufbahn

### Seit Mai 2025
**Arbeitssuchend, berufliche Neuorientierung**

### März 2018 – Juni 2022
**Leiter Wareneingang & Versand** | Beispiel AG, Musterdorf
- Bestellungen prüfen und Lieferscheine erstellen

### Juli 2014 – Februar 2018
**Polymechaniker** | Muster Werkzeugbau AG
- Fräsen von Einzelteilen

## Aus- und Weiterbildungen

| Zeitraum | Ausbildung | Ort |
|---|---|---|
| 2016 – 2017 | **Eidg. Dipl. Logistiker** | Abendschule Musterdorf |
"""


def test_a_table_of_courses_and_months_without_work_are_no_roles() -> None:
    shown = read_cv(SWISS, as_of=AS_OF)
    assert [role.title for role in shown.roles] == ["Leiter Wareneingang & Versand", "Polymechaniker"]
    assert shown.total_years == 8.0
    assert shown.education_level == 2
    assert shown.education_text is not None
    assert "Logistiker" in shown.education_text


@pytest.mark.parametrize(
    ("head", "dates", "title"),
    [
        ("### Analista - Cables Inventados S.A.", "*Ene 2014 - Abr 2016*", "Analista"),
        ("### Soporte Técnico - Muestra S.L.", "*Abr 2011 - Ene 2015*", "Soporte Técnico"),
        ("### Responsable qualité, Exemple SAS", "2015 - 2018", "Responsable qualité"),
        ("### Chargée de communication | Agence Fictive", "mai 2019 - juin 2021", "Chargée de communication"),
        ("### Sachbearbeiterin Einkauf, Muster GmbH", "05/2019 - 06/2021", "Sachbearbeiterin Einkauf"),
    ],
)
def test_titles_that_no_family_knows_are_read_by_their_form(head: str, dates: str, title: str) -> None:
    roles = read_cv(f"# Experiencia\n\n{head}\n{dates}\n\n- Trabajo\n", as_of=AS_OF).roles
    assert [role.title for role in roles] == [title]


def test_a_form_says_the_role_in_french() -> None:
    cv = """## Expérience

#### **Boulangerie Fictive**
- **Poste :** Développeur Full Stack
- **Période :** Mars 2019 – Octobre 2021
"""
    assert [role.title for role in read_cv(cv, as_of=AS_OF).roles] == ["Développeur Full Stack"]


@pytest.mark.parametrize(
    "head",
    [
        "### Cheffe de projet Édition - Bénévolat\n**Avril 2016 - Juin 2019 | Dijon, France**",
        "**Voluntario en Cooperativa Inventada** (2011-2013)",
        "Trainerin, ehrenamtlich, Sportverein Musterdorf, 2015 - 2018",
    ],
)
def test_unpaid_work_counts_in_no_language(head: str) -> None:
    work = "\n\n### Comptable - Exemple SARL\n**Janvier 2021 - Décembre 2022 | Lyon, France**\n"
    shown = read_cv(f"## Expériences\n{work}\n{head}\n- Suivi\n", as_of=AS_OF)
    assert [role.title for role in shown.roles] == ["Comptable"]
    assert shown.total_years == 2.0


@pytest.mark.parametrize(
    ("line", "level"),
    [
        ("Ingeniería Electrónica\nUniversidad Inventada, 2017", 3),
        ("Ingeniería técnica en Obras Públicas, 2004", 3),
        ("**Ingeniero Agrónomo** - UXY (1996-2003)", 3),
        ("Licence Économie appliquée, 2020", 3),
        ("Baccalauréat en génie logiciel\nÉcole Polytechnique, 2013", 3),
        ("Baccalauréat économique, Lycée Fictif", 1),
        ("Grado Medio en Cocina, 2010", None),
    ],
)
def test_degrees_of_spain_and_france_are_their_levels(line: str, level: int | None) -> None:
    shown = read_cv(f"Experiencia\nContable, 2018 - 2020\n\nEducación\n{line}\n", as_of=AS_OF)
    assert shown.education_level == level


@pytest.mark.parametrize(
    "titles",
    [
        ("Polymechaniker", "Toolmaker"),
        ("Ingeniero de Datos", "Data Engineer"),
        ("Arquitecta", "Architect"),
        ("Technicienne de maintenance", "Maintenance Technician"),
        ("Projektleiterin", "Project Manager"),
        ("Mozo de almacén", "Warehouse Operative"),
        ("Steuerfachangestellte", "Tax Assistant"),
        ("Chargée de recrutement", "Recruiter"),
        ("Jefe de obra", "Site Manager"),
    ],
)
def test_a_title_is_of_the_family_of_its_translation(titles: tuple[str, str]) -> None:
    foreign, english = (title_in(title)[1] for title in titles)
    assert foreign.keys() & english.keys()


ENGLISH_POSTING = """Management Accountant
We need an accountant for our London office.
- Two years of experience in accounting
- VAT returns, month-end close, bank reconciliations
- Sage and Excel
"""


def test_wording_does_not_count_between_two_languages() -> None:
    own = match(CVS["comptable"], ENGLISH_POSTING, as_of=AS_OF)
    others = [match(cv, ENGLISH_POSTING, as_of=AS_OF) for name, cv in CVS.items() if name != "comptable"]
    assert own.experience_match.verdict == "met"
    assert own.overall_score > 2 * max(other.overall_score for other in others)
    assert not any("another kind" in gap for gap in own.gaps)


MIXED = """Geigenbauer aus Leidenschaft seit 1998

## Berufserfahrung & Bildung

### 2021 - Heute: MSE in Holztechnik, Hochschule Musterdorf

Abschluss im Mai 2027.

### 2014 - 2020: Technischer Leiter, Beispiel AG

Planung der Produktion.

### 2011 - 2014: Bachelor in Bauwesen, Fachschule

### 2008 - 2011: Lehre als Schreiner, Muster AG

Hobeln und Leimen.

## Audbildung

* 2003 - 2008
  Universität Musterstadt
"""


def test_degrees_among_the_jobs_and_what_somebody_is_since_long_are_no_roles() -> None:
    shown = read_cv(MIXED, as_of=AS_OF)
    assert [role.title for role in shown.roles] == ["Technischer Leiter", "Schreiner"]
    assert shown.total_years == 9.0


@pytest.mark.parametrize(
    ("dates", "months"),
    [
        ("**_Novembre 2022 - en cours_**", 48),
        ("_Oct 2022 - present_", 49),
        ("**_Avril - Juin 2019_**", 3),
        ("*Enero 2026 - hoy*", 10),
    ],
)
def test_dates_in_marks_of_emphasis_are_read(dates: str, months: int) -> None:
    text = f"## Expériences\n\n### Développeur Frontend - Exemple SARL\n\n{dates}\n\n- Développement d'un outil\n"
    assert read_cv(text, as_of=AS_OF).total_years == round(months / 12, 1)


def test_projects_in_french_are_no_jobs_beside_jobs() -> None:
    text = (
        "## Expériences\n### Comptable, Exemple SARL\n2015 - 2018\n- Comptabilité\n\n"
        "## Projets open source\n### Outil de calcul\n2010 - 2012\n- Un tableur\n"
    )
    assert [role.title for role in read_cv(text, as_of=AS_OF).roles] == ["Comptable"]


def test_a_school_of_engineers_and_a_diplom_are_a_master() -> None:
    for line in (
        "École d'ingénieurs EXEMPLE, Lyon, 2009",
        "Diplom Informatik, Universität Musterstadt, 2005",
    ):
        assert read_cv(f"Formation\n{line}\n", as_of=AS_OF).education_level == 4
    summary = "Summary\nOperations Manager of the MBA Programs\n\nEducation\nB.S. Business, 2006\n"
    assert read_cv(summary, as_of=AS_OF).education_level == 3


ARROWS = """## Ocupación

`2013→` **Consultores Inventados**

* Asesoría a escuelas

`2006-12` **Canal Inventado**

* Gerente de audiencias

`2003-06` **Agencia Inventada**

`2000-02` **Taller Inventado**

## Proyectos recientes

`2017→`
**ejemplo.test**
"""


def test_years_in_two_digits_and_arrows_are_periods() -> None:
    spans = [
        (role.first_month // 12, role.last_month // 12 if not role.current else None)
        for role in read_cv(ARROWS + "\n## Educación\n\n`1996-99` Instituto\n", as_of=AS_OF).roles
    ]
    assert spans == [(2013, None), (2006, 2012), (2003, 2006), (2000, 2002)]


GERMAN_FORM = """BERUFSERFAHRUNG
03.2020-05.2022
Einkaufsleiterin
Beispiel GmbH, Ulm
Projekte:
Neue Regale für drei Lager
09.2017-02.2020
Leiterin Warenannahme
Muster GmbH, Ulm
Projekt: Neue Waagen
04.2014-08.2017
Buchhalterin
Muster Bank, Ulm
EHRENAMTLICHE ARBEIT
06.2023 - heute Kleiderkammer Musterdorf
AUSBILDUNG
10.1998 - 03.2003 Handelshochschule Musterstadt
Masterabschluss, Finanzen
"""


def test_projects_told_of_within_a_job_end_it_not() -> None:
    shown = read_cv(GERMAN_FORM, as_of=AS_OF)
    assert [role.title for role in shown.roles] == [
        "Einkaufsleiterin",
        "Leiterin Warenannahme",
        "Buchhalterin",
    ]
    assert shown.education_level == 4


def test_since_when_a_firm_is_of_another_is_no_role() -> None:
    text = """## Tätigkeiten

### Beispiel GmbH, Ulm (seit 05.2022 ein Haus der Muster Inc.)

#### 04.2018–12.2019

Softwareentwickler
"""
    assert read_cv(text, as_of=AS_OF).total_years == 1.8


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Wir suchen ab sofort einen Bäcker (m/w/d) in Vollzeit", "Bäcker"),
        (
            "Wir suchen zum nächstmöglichen Zeitpunkt eine/n Bäcker/in (m/w/d) in Voll- oder Teilzeit",
            "Bäcker/in",
        ),
        ("Zur Verstärkung unseres Teams suchen wir eine Pflegefachkraft (w/m/d)", "Pflegefachkraft"),
        ("Wir suchen Dich als Bäcker (m/w/d)!", "Bäcker"),
        ("Nous recherchons un boulanger (H/F) en CDI", "boulanger"),
        ("Buscamos panadero/a", "panadero/a"),
        ("Controller (m/w/d) Vertrieb – Elbtal Werke AG, Hamburg", "Controller Vertrieb"),
        ("Buchhalter (m/w/d) bei der Muster SE", "Buchhalter"),
        ("Staff Accountant - Sample Holdings Ltd, Leeds", "Staff Accountant"),
    ],
)
def test_a_title_is_without_who_seeks_since_when_and_for_which_firm(line: str, title: str) -> None:
    assert (
        read_posting(f"{line}\n\nIhre Aufgaben\n- Brot backen\n\nIhr Profil\n- Ausbildung als Bäcker\n").title
        == title
    )


def test_roles_of_titles_that_cannot_be_read_count_by_the_work_that_is_told() -> None:
    cv = """Lena Beispiel
Berufserfahrung
seit 04/2019 Dentalhygienikerin, Praxis Dr. Mustermann, Erfurt
- PZR, Airflow, Behandlung von Implantatpatienten
- Prophylaxe bei Kindern und Organisation des Recalls mit Dampsoft
Ausbildung
2009 - 2012 Ausbildung zur ZFA, Weiterbildung zur ZMP
"""
    dental = """Dentalhygienikerin (m/w/d)
Ihre Aufgaben:
- Durchführung der PZR, Prophylaxe bei Kindern
- Betreuung von Implantatpatienten und Organisation des Recalls
Ihr Profil:
- Ausbildung als ZFA, Weiterbildung zur ZMP
- mindestens 3 Jahre Berufserfahrung und Kenntnisse in Dampsoft
"""
    baker = """Bäcker (m/w/d)
Ihre Aufgaben:
- Herstellung von Brot und Feingebäck, Bedienung der Öfen
Ihr Profil:
- Ausbildung als Bäcker und mindestens 3 Jahre Berufserfahrung
"""
    assert (match(cv, dental, as_of=AS_OF).experience_match.candidate_years or 0) > 7
    assert (match(cv, baker, as_of=AS_OF).experience_match.candidate_years or 0) < 2.5


def test_a_french_title_goes_on_behind_its_preposition() -> None:
    assert title_in("Aide-soignante de nuit, Clinique Modèle")[0] == "Aide-soignante de nuit"


def test_a_diploma_of_the_state_is_asked_for_and_shown() -> None:
    job = (
        "Aide-soignant (H/F)\nProfil :\n- Diplôme d'État d'Aide-Soignant exigé\n- AFGSU à jour\n- NetSoins\n"
    )
    cv = "Chloé Exemple\nAide-soignante diplômée d'État\nFormation\n2016 AFGSU 2, NetSoins\n"
    verdicts = {one.skill: one.verdict for one in match(cv, job, as_of=AS_OF).skill_matches}
    assert {verdicts["Diplôme d'État d'aide-soignant"], verdicts["AFGSU"]} <= {"met", "partial"}
