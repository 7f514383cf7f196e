"""The chosen province: call and evidence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import geodata
from dashboard.edition import edition_of
from dashboard.parts.province import call_html, evidence_html
from geodata.tables.template import write_template


@pytest.fixture
def squareland(tmp_path: Path) -> geodata.Atlas:
    return geodata.load(write_template(tmp_path / "squareland"))


def section(html: str, title: str) -> str:
    found = re.search(rf"<details[^>]*>\s*<summary><h3>{title} .*?</details>", html, re.DOTALL)
    assert found, title
    return found.group(0)


def test_without_a_choice_the_panel_invites(squareland: geodata.Atlas) -> None:
    assert "Choose a province" in call_html(edition_of(squareland), "1900", None)


def test_deciding_claims_stand_apart_from_the_others(squareland: geodata.Atlas) -> None:
    html = evidence_html(edition_of(squareland), "1900", "north")
    decided = section(html, "Claims that decided")
    # C001 names the whole north; C002, of unnamed rebels in two provinces, is of the same side and decides nothing.
    assert 'id="C001"' in decided
    assert 'id="C002"' not in decided
    assert 'id="C002"' in section(html, "Other claims about this province")
    assert "A. N. Author, “A History of Squareland”, Made-up Press, 1950, p. 12." in decided


def test_the_steps_say_when_no_party_is_named(squareland: geodata.Atlas) -> None:
    html = evidence_html(edition_of(squareland), "1900", "south")
    assert "None of the leading claims of that side names a party" in html


def test_the_capital_has_its_claims_and_events(squareland: geodata.Atlas) -> None:
    html = evidence_html(edition_of(squareland), "1910-11", "south")
    assert 'id="C007"' in section(html, "Claims about the capital and other towns")
    assert "1 June 1910" in section(html, "Dated events in the period")
    call = call_html(edition_of(squareland), "1910-11", "south")
    assert "Riverton: held by the rebels, changed hands in the period" in call


def test_the_years_before_the_province_are_left_out(squareland: geodata.Atlas) -> None:
    call = call_html(edition_of(squareland), "1910-11", "coast")
    assert call.count('class="label"') == 1


def test_values_are_escaped(tmp_path: Path) -> None:
    folder = write_template(tmp_path / "evil")
    claims = folder / "claims.csv"
    text = claims.read_text(encoding="utf-8").replace("The Blue Party had the whole north.", "<img src=x onerror=1>")
    claims.write_text(text, encoding="utf-8")
    html = evidence_html(edition_of(geodata.load(folder)), "1900", "north")
    assert "&lt;img src=x" in html
    assert "<img" not in html
