"""Which place and which date a line names."""

from __future__ import annotations

import pytest

from geodata import Atlas
from geodata.telling import place_and_date


@pytest.mark.parametrize(
    ("line", "place", "date"),
    [
        ("kunduz august 1988", "kunduz", "1988-08"),
        ("Who held Kunduz in August 1988?", "kunduz", "1988-08"),
        ("Kunduz 1988-08", "kunduz", "1988-08"),
        ("kunduz, 1988-08-17", "kunduz", "1988-08-17"),
        ("17 August 1988 kunduz", "kunduz", "1988-08-17"),
        ("Kunduz on Aug. 7, 1988", "kunduz", "1988-08-07"),
        ("1988 august kunduz", "kunduz", "1988-08"),
        ("qunduz 1985", "qunduz", "1985"),
        ("Mazar-i Sharif 1987", "mazar i sharif", "1987"),
        ("kunduz 1988–89", "kunduz", "1988-89"),
        ("kunduz 1988-89", "kunduz", "1988-89"),
        # As Afghans write the month, and as Iranians do; digits of the language, letters of an Arabic keyboard.
        ("کندز اگست ۱۹۸۸", "کندز", "1988-08"),
        ("کندز، اوت ۱۹۸۸", "کندز", "1988-08"),
        ("كندز ۱۷ جون ١٩٨٨", "کندز", "1988-06-17"),
        ("کندز اګست ۱۹۸۸", "کندز", "1988-08"),
    ],
)
def test_a_place_and_a_date_in_any_order_and_language(afghanistan: Atlas, line: str, place: str, date: str) -> None:
    assert place_and_date(afghanistan, line) == (place, date)


@pytest.mark.parametrize(
    "line", ["", "kunduz", "1988", "august 1988", "atlantis 1988", "kunduz 88", "kunduz 1988 " * 20]
)
def test_a_line_without_both_is_no_question(afghanistan: Atlas, line: str) -> None:
    assert place_and_date(afghanistan, line) is None


def test_what_is_found_can_be_asked(afghanistan: Atlas) -> None:
    for line in ("sar-e pol 1988", "mazar-i sharif june 1987", "1985 herat"):
        found = place_and_date(afghanistan, line)
        assert found
        assert afghanistan.answer(*found).sentences
