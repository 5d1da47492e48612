"""Licences that a job title shows: nobody may work as a pharmacist without being licensed as one.

Where the title is protected by law in most countries, or the work may not be done without the licence, the
title of a role shows it. A register of one country it shows in part only: the role may have been elsewhere.
"""

import re
from functools import cache

from shared.matching.document import Document
from shared.matching.lazy import Lazy
from shared.matching.profile import Profile
from shared.matching.skills import skill_table

SHOWN_BY_TITLE = 0.8
"""Credit of a licence that nobody could have had the title without."""
REGISTER_BY_TITLE = 0.58
"""The same of the register of one country."""

_LICENCES = {
    "Bar admission": "attorney; barrister; lawyer; advocate; solicitor; rechtsanwalt; rechtsanwältin; avocat",
    "Qualified solicitor": "solicitor",
    "CDL": "truck driver; semi driver; tractor trailer driver; otr driver; school bus driver; "
    "motorcoach operator; transit bus operator; truck operator",
    "CDL Class A": "semi driver; tractor[- ]trailer driver; otr driver; over[- ]the[- ]road driver",
    "Commercial pilot licence": "airline pilot; first officer; airline captain; commercial pilot",
    "Cosmetology licence": "cosmetologist; hairstylist; hair stylist",
    "EMT": "paramedic; flight paramedic",
    "Insurance producer licence": "insurance agent; insurance producer",
    "Barber licence": "barber",
    "Massage therapy licence": "massage therapist",
    "MRCVS": "veterinary surgeon",
    "Pharmacist licence": "pharmacist; apotheker; apothekerin; pharmacien; pharmacienne; farmacéutico; "
    "farmacéutica",
    "Physical therapist licence": "physical therapist; physiotherapist; physio",
    "Physician licence": "physician; surgeon; anaesthetist; anesthesiologist; cardiologist; oncologist; "
    "radiologist; paediatrician; pediatrician; psychiatrist; general practitioner; medical officer; "
    "resident doctor; hospitalist",
    "Real estate licence": "realtor; real estate agent; real estate broker",
    "Registered Nurse": "charge nurse; ward sister; nurse practitioner; theatre nurse; icu nurse; er nurse; "
    "emergency nurse; community nurse; district nurse; nurse manager; ward manager; director of nursing; "
    "clinical nurse specialist; nurse educator; scrub nurse; travel nurse; dialysis nurse; oncology nurse; "
    "paediatric nurse; pediatric nurse",
    "Speech-language pathologist licence": "speech language pathologist; speech-language pathologist; "
    "speech therapist; speech and language therapist",
}
_REGISTERS = {
    "AHPRA registration": "pharmacist; physiotherapist; nurse; midwife; dentist; psychologist; optometrist; "
    "occupational therapist; podiatrist; paramedic; radiographer",
    "Airframe and Powerplant": "aircraft mechanic; aircraft maintenance technician",
    "Certified veterinary technician": "veterinary technician; vet tech",
    "CORU registration": "social worker; physiotherapist; occupational therapist; dietitian; radiographer; "
    "speech and language therapist; optometrist",
    "Driver CPC": "hgv driver; lgv driver; lorry driver; coach driver; hgv class [12] driver",
    "Gas Safe": "gas engineer; gas fitter; heating engineer",
    "GDC registration": "dentist; dental surgeon; dental nurse; dental hygienist; dental therapist; "
    "orthodontist; dental technician",
    "GOC registration": "optometrist; dispensing optician",
    "GPhC registration": "pharmacist",
    "GTCS": "primary teacher; class teacher; secondary teacher; head ?teacher",
    "Guard card": "security guard",
    "HCPC registration": "physiotherapist; physio; occupational therapist; radiographer; paramedic; "
    "dietitian; dietician; biomedical scientist; podiatrist; speech and language therapist; orthoptist; "
    "prosthetist; operating department practitioner; odp; clinical scientist; practitioner psychologist",
    "Mortgage loan originator licence": "mortgage loan officer; mortgage loan originator; mortgage broker",
    "NMBI registration": "nurse; midwife",
    "NMC registration": "nurse; midwife; ward sister; health visitor",
    "Nursing council registration": "nurse; midwife",
    "PSI registration": "pharmacist",
    "QTS": "(?:primary|secondary)(?: school)? teacher; class teacher; head ?teacher; senco; "
    "teacher of [a-z]+; (?:ks[12]|year \\d{1,2}|reception|sen) teacher",
    "Registered Nurse": "(?<!practical )(?<!vocational )(?<!enrolled )nurse",
    "SIA licence": "security guard; door supervisor",
    "Social Work England registration": "social worker",
    "State nursing council registration": "nurse",
    "State teaching licence": "(?:elementary|elementary school|middle school|high school|special education|"
    "kindergarten|public school|(?:\\d\\w\\w|first|second|third|fourth|fifth|sixth)[- ]grade)"
    "(?: [a-z]+){0,2} teacher",
    "Teaching Council registration": "(?:primary|secondary)(?: school)? teacher; class teacher; "
    "resource teacher",
}
REGISTERS_OF_ALL = frozenset({"GPhC registration", "GDC registration", "GOC registration"})
"""Registers of a profession and of those who assist it: the titles of a CV say which of them is meant."""
_OF_OTHERS = r"(?<!nursery )(?<!veterinary )(?<!dental )(?<!to )"
_NOT_YET = Lazy(
    r"\b(?:trainee|student|intern|pre-?reg\w*|apprentice|aspiring|unlicensed|assistant|volunteer|graduate)\b"
)
_BEFORE = 18
"""Characters before a title that may say more of it."""
_HELPS = (
    r"(?![ -]*(?:technician|tech|assistant|aide|associate|intern|student|trainee|clerk|recruiter|secretary|"
    r"helper|cadet|administrator|liaison|scribe|support)\b)"
)


@cache
def _titles(licence: str) -> tuple[tuple[Lazy, float], ...]:
    """What titles show the ``licence``, each with the credit."""
    return tuple(
        (Lazy(rf"{_OF_OTHERS}\b(?:{listed.replace('; ', '|')})s?\b{_HELPS}"), credit)
        for names, credit in ((_LICENCES, SHOWN_BY_TITLE), (_REGISTERS, REGISTER_BY_TITLE))
        if (listed := names.get(licence))
    )


@cache
def _names(licence: str) -> Lazy:
    """What the ``licence`` is called."""
    table = skill_table()
    names = (licence, *table.skills[table.by_name[licence]].aliases)
    return Lazy(rf"(?<!\w)(?:{'|'.join(re.escape(name.lower()) for name in names)})(?!\w)", many=True)


def licences_of(title: str) -> frozenset[str]:
    """The licences that a ``title`` shows, so that nobody may be called so without; none of most titles."""
    lower = title.lower()
    return frozenset(
        [
            licence
            for licence in _LICENCES | _REGISTERS
            if any(pattern.search(lower) for pattern, _ in _titles(licence))
        ]
    )


def shown_by_title(licence: str, document: Document, profile: Profile) -> tuple[float, int, int] | None:
    """The credit of a ``licence`` of the table by a title of the CV's roles, and where that title stands;
    None if no title shows it, or the CV itself says something of the licence ("not yet held")."""
    lower = document.words.lower
    patterns = _titles(licence)
    if not patterns or _names(licence).search(lower):
        return None
    for pattern, credit in patterns:
        for role in profile.roles:
            if not pattern.search(role.title.lower()) or not (place := role.title_span(lower)):
                continue
            start, end = place
            if not _NOT_YET.search(lower, max(0, start - _BEFORE), end):
                return credit, start, end
    return None
