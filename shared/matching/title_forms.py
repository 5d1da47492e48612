"""How the titles of occupations that no family knows are written: "Exams Officer", "Responsable qualité"."""

from shared.matching.lazy import Lazy

_A_TITLE = Lazy(
    r"(?:(?:(?:(?:Deputy|Assistant|Associate|Interim|Acting) )?Head|Director|VP|Vice President) of"
    r"(?: [A-Z&][\w&'-]*){1,5}|"
    r"(?:[A-Z][\w&'.-]* |& |/ |and |of |to ){0,5}"
    r"(?:Technologist|Officer|Engineer|Manager|Analyst|Assistant|Advis[eo]r|Administrator|Co-?ordinator|Specialist|"
    r"Technician|Operat(?:or|ive)|Supervisor|Leader|Lead|Executive|Associate|Consultant|Clerk|Agent|"
    r"Representative|Worker|Practitioner|Director|Trainee|Apprentice|Intern|Inspector|Instructor|Planner|"
    r"Selector|Stocker|Loader|Sorter|Assembler|Picker|Packer|Designer|Developer|Scientist|Researcher|Editor|Tutor|Lecturer|Controller|Partner|President|Founder|"
    r"Liaison|Expert|Observer|Fellow|Employee|Internship|Apprenticeship|Externship|Fellowship|Co-op|Cook|"
    r"Attendant|Buyer|Teller|Handler|Keeper|Owner|"
    r"Installer|Architect|Ambassador|Steward|Guide|Captain|Guard|Helper|Labou?rer|Aide|Evangelist|Strategist|Curator)"
    r"(?: (?:I{1,3}|IV|[1-5]))?|"
    r"(?:[A-Z][\w&'.-]* ){0,2}(?:Department|Division|Section|Team|Practice|Unit|Area|Branch|Product) Head|"
    r"(?:[A-Z][\w&'.-]* ){0,3}(?:Manager|Co-?ordinator|Supervisor|Lead|Leader) (?:of|for)"
    r"(?: [A-Z&][\w&'-]*){1,5})"
)
"""A title by its last word, or its first."""
A_RANK_OF = Lazy(
    r"(?:Assistant|Associate|Specialist|Analyst|Coordinator|Executive), [A-Z]\w+"
    r"(?:,? (?:and|&|[A-Z]\w+)){0,5}(?=\s{2}|$)"
)
"""A title turned around: "Assistant, Acquisitions and Dispositions"."""
_A_FOREIGN_TITLE = Lazy(
    r"(?:[A-ZÄÖÜ][\w.-]* ){0,2}[A-ZÄÖÜ]?[\w-]*(?:[Ll]eiter|[Tt]echniker|[Bb]erater|[Mm]anager|[Ii]ngenieur|"
    r"[Aa]ssistent|[Rr]eferent|[Mm]itarbeiter|[Bb]earbeiter|[Mm]echaniker|[Ee]lektroniker|[Ee]ntwickler|"
    r"[Pp]fleger|[Hh]elfer|[Kk]raft|[Mm]eister|[Ss]pezialist|[Kk]oordinator|[Pp]laner|[Pp]rüfer|[Bb]etreuer|"
    r"[Kk]ontrolleur|[Pp]raktikant|[Ll]ehrling|[Tt]rainer|Praktikum|kaufmann|kauffrau|fachmann|fachfrau|stellter?|"
    r"Gründer|Auszubildender?|Werkstudent)(?:/?-?in|\*in|:in|/-in|\(in\))?(?: [\w&/.-]+){0,4}|"
    r"(?:Chargée?|Responsable|Technicien(?:ne)?|Ingénieure?|Conseill(?:er|ère)|Direct(?:eur|rice)|Gestionnaire|"
    r"Employée?|Stagiaire|Apprentie?|Adjointe?|Coordinat(?:eur|rice)|Animat(?:eur|rice)|Opérat(?:eur|rice)|"
    r"Auxiliaire|Attachée?|Analyste|Ouvri(?:er|ère)|Ingenier[oa]|Técnic[oa]|Analista|Jef[ea]|Encargad[oa]|"
    r"Auxiliar|Ayudante|Consultora?|Asesora?|Gestora?|Coordinadora?|Profesora?|Operari[oa]|Emplead[oa]|"
    r"Becari[oa]|Pasante|Practicante|Prácticas|Stage|Arquitect[oa]|Especialista|Desarrolladora?|Administradora?|Soporte|Gerente|Peón|"
    r"(?:Assistante?|Agente?|Chef(?:fe)?|Consultante?|Aide|Directora?|Oficial|Monitora?) "
    r"(?=(?:de|du|des|en|à|al|del|d') ?))(?: ?[\w'&/.-]+){0,6}"
)
"""The same in German, French and Spanish."""
_SMALL_WORDS = Lazy(r" (?:Of|And|To) ")
_LONGEST = 60


def is_like_a_title(text: str) -> bool:
    """Whether it is written as a title is, in capitals or not."""
    shown = _SMALL_WORDS.sub(lambda match: match[0].lower(), text.title()) if text.isupper() else text
    return _A_TITLE.fullmatch(shown) is not None or (
        len(text) <= _LONGEST and _A_FOREIGN_TITLE.fullmatch(text) is not None
    )
