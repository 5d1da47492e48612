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
