"""A posting by mail or by chat asks for what its writer asks for, not for what stands around it."""

import pytest

from shared.matching import Requirements, read_posting
from shared.matching.posting_mail import plain_posting

MAIL = """From: Nobody Recruiter <nobody@madeupstaffing.example>
Sent: Tuesday, November 24, 2026 9:12 AM
Subject: Sr. SAP FICO Consultant, Chicago

Hi,
Please go through the below JD and let me know your interest.

Role: Sr. SAP FICO Consultant
Job Description:
• Minimum 10 years of SAP FICO experience with two S/4HANA implementations
• Strong in General Ledger and Accounts Payable, month end and year end
• Excellent communication skills and the patience to explain ledgers to people from production and sales

Thanks & Regards,
Nobody Recruiter | Sr. Technical Recruiter, Java practice
This email and any attachments are confidential and processed according to the GDPR.
"""
CHAT = """*URGENT HIRING* 🚨🚨
📍 Dubai
🔹 *Position:* HVAC Technician
🔹 *Exp:* 3-5 yrs
🔹 *Salary:* AED 2500 + transport
🔹 Must know: chiller maintenance, VRF
🔹 UAE driving license is added advantage
📩 Send CV: hr@example.ae / WhatsApp +971 55 555 0100
"""


def names(asked: Requirements) -> dict[str, bool]:
    return {skill.name: skill.required for skill in asked.skills}


def test_signature_and_small_print_of_a_mail_ask_for_nothing() -> None:
    asked = read_posting(MAIL)
    assert names(asked).keys() >= {"SAP FICO", "General ledger"}
    assert not {"Recruitment", "Java", "GDPR"} & names(asked).keys()
    assert (asked.title, asked.education_level) == ("Sr. SAP FICO Consultant", None)


def test_pictures_and_stars_of_a_chat_hide_nothing() -> None:
    asked = read_posting(CHAT)
    assert asked.title == "HVAC Technician"
    assert (asked.min_years, names(asked)) == (
        3.0,
        {"Chiller maintenance": True, "VRF systems": True, "Driving licence": False},
    )


@pytest.mark.parametrize(
    "text", ["Requirements\n* Kotlin * Java * Go\n", "2 * 3 * 4", "**Kotlin** and *Java*", "C* and **"]
)
def test_stars_that_are_no_emphasis_stay(text: str) -> None:
    plain = plain_posting(text)
    assert plain.replace("*", "") == text.replace("*", "")
    assert ("*" in plain) == ("Kotlin**" not in text)


def test_a_posting_below_the_signature_is_read() -> None:
    assert "Kotlin" in plain_posting(f"{MAIL.partition('This email')[0]}Job description\nKotlin")


FORWARDED = """Is this one for you? x

Begin forwarded message:

From: Nobody Example <nobody@example.com>
Subject: Fwd: Quantity Surveyor - Bristol

> Hi,
> I'm working with a main contractor in Bristol who need a Quantity
> Surveyor for a school job of some size, which is to start in the new year.
>
> What they want:
> - min 5 years with a main contractor, on schools or hospitals if you have done any
> - JCT contracts
> - CostX or similar take off software
>
> On 20 Nov 2026, at 15:40, Sue Example <sue@example.com> wrote:
>> Please send CVs for the Revit technician too.
"""
GROUP = """[22/11/2026, 14:03:11] Jobs Group: Position: Accounts Assistant
Location: Westlands
Requirements
✅ CPA part II
✅ 2yrs experience with QuickBooks
[22/11/2026, 14:06:02] +254 700 555 011: I have 5 years experience in Sage and Tally
22/11/2026, 14:09 - Mary: do you take welders?
"""


def test_a_forwarded_mail_is_read_without_its_marks_and_what_it_answers() -> None:
    asked = read_posting(FORWARDED)
    assert (asked.title, asked.min_years) == ("Quantity Surveyor", 5.0)
    assert {"JCT contracts", "CostX"} <= names(asked).keys()
    assert "Revit" not in names(asked)


def test_answers_in_a_chat_ask_for_nothing() -> None:
    asked = read_posting(GROUP)
    assert (asked.title, asked.min_years) == ("Accounts Assistant", 2.0)
    assert "QuickBooks" in names(asked)
    assert not {"Sage", "Tally", "Welding", "2yrs"} & names(asked).keys()


@pytest.mark.parametrize(
    "line",
    [
        "English version below",
        "Le français suit",
        "--- Übersetzung ---",
        "Disclaimer: no Java",
        "To: Java people",
    ],
)
def test_a_line_of_small_print_asks_for_nothing(line: str) -> None:
    assert plain_posting(f"Kotlin\n{line}\nGo") == "Kotlin\n\nGo"
