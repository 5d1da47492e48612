"""CVs and postings in German, French and Spanish: the one for the other ranks far above all others."""

from datetime import date

import pytest

from shared.matching import match

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
    assert any("seems to be in" in warning for warning in own.warnings)
