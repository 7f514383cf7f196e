"""Who held a place on a day: twelve answers written by hand, and what must be so of all."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from dashboard.text import texts
from geodata import Atlas, Rule
from geodata.rule import GRADES, REASONS, STATUSES
from geodata.telling import Answer, languages
from geodata.telling.catalogues import CATALOGUES
from tests.made_up import Folder

BY_HAND = {
    (one["place"], one["date"]): one["text"]
    for one in tomllib.loads((Path(__file__).parent / "answers_by_hand.toml").read_text(encoding="utf-8"))["answer"]
}


@pytest.mark.parametrize(("place", "date"), BY_HAND)
def test_twelve_answers_by_hand(afghanistan: Atlas, place: str, date: str) -> None:
    assert " ".join(afghanistan.answer(place, date).sentences) == BY_HAND[place, date]


def test_every_status_is_among_them(afghanistan: Atlas) -> None:
    found = set()
    for place, date in BY_HAND:
        one = afghanistan.answer(place, date)
        found.add(afghanistan.call(one.province_id, one.period_id).call["status"])
    assert found == set(STATUSES)


class TestIdsBehindIt:
    def test_the_countryside_the_capital_and_events_apart(self, afghanistan: Atlas) -> None:
        assert afghanistan.answer("Paktika", "1988-12").evidence == (
            "Claims on the countryside: C202 and C298.",
            "Claims on the capital: C036.",
            "Events at the capital: V098.",
        )

    def test_what_is_dated_later_stands_apart(self, afghanistan: Atlas) -> None:
        one = afghanistan.answer("kunar", "1988-08")
        assert one.later_claim_ids == ("C037", "C452")
        assert one.evidence[-1] == (
            "Dated after 31 August 1988, and no evidence of that day: C037 (1 December 1988) and C452 (from 11 October "
            "1988)."
        )
        assert not set(one.later_claim_ids) & set(one.claim_ids)
        assert not afghanistan.answer("kunar", "1988-89").later_claim_ids

    def test_an_event_that_may_have_come_later_tells_nothing(self, afghanistan: Atlas) -> None:
        # V075 took the capital of Kapisa some day of 1988 or 1989: of March 1988 that tells nothing.
        one = afghanistan.answer("kapisa", "1988-03")
        assert not one.event_ids
        assert "C035" not in one.claim_ids
        assert "changed hands" not in one.text
        assert "V075" in afghanistan.answer("kapisa", "1988-89").event_ids

    def test_a_taking_on_a_day_that_is_not_certain_is_not_said_of_that_day(self, afghanistan: Atlas) -> None:
        # Kunduz fell between about 8 and 12 August.
        assert "changed hands" not in afghanistan.answer("kunduz", "1988-08-12").text
        assert "changed hands in that time" in afghanistan.answer("kunduz", "1988-08-05/1988-08-12").text

    def test_link(self, afghanistan: Atlas) -> None:
        assert afghanistan.answer("kunduz", "1988-08").link == "?period=1988-89&province=kunduz"
        other = afghanistan.read_by(Rule(without_sources=("S01",))).answer("kunduz", "1985")
        assert other.link == "?period=1985&province=kunduz&without=S01"
        assert other.sentences[0] == "Not the atlas’s own reading: without=S01."


class TestWhatCanNotBeAnswered:
    def test_no_such_place(self, afghanistan: Atlas) -> None:
        with pytest.raises(KeyError, match=r"no province or town 'Kunduuz' in this atlas; spelt alike: .*kunduz"):
            afghanistan.answer("Kunduuz", "1985")

    @pytest.mark.parametrize(
        ("date", "said"),
        [
            ("soon", "'soon' is no EDTF date"),
            ("1988/..", "open at one end"),
            ("1988-13", "no day of the calendar"),
        ],
    )
    def test_no_such_date(self, afghanistan: Atlas, date: str, said: str) -> None:
        with pytest.raises(ValueError, match=said):
            afghanistan.answer("kunduz", date)

    def test_towns_of_one_name_in_two_provinces(self, folder: Folder) -> None:
        for number, province in enumerate(("north", "south")):
            folder.append(
                "places.csv", place_id=f"mill-{number}", name="Mill", province_id=province, lon="0.5", lat="0.5",
                kind="village", position="approximate",
            )  # fmt: skip
        with pytest.raises(ValueError, match="'mill' is a place in north, south: ask for one of these"):
            folder.load().answer("mill", "1900")


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("period", ["1985", "1987", "1988-89"])
def test_every_call_is_answered_from_its_own_claims(afghanistan: Atlas, period: str, language: str) -> None:
    catalogue = tomllib.loads((CATALOGUES / f"{language}.toml").read_text(encoding="utf-8"))
    grades = {catalogue[f"grade-{grade}"] for grade in GRADES}
    reasons = {catalogue[f"reason-{reason}"] for reason in REASONS}
    for call in afghanistan.control(period).drop(columns="geometry").to_dict("records"):
        one: Answer = afghanistan.answer(call["province_id"], period, language)
        own = {*call["claim_ids"], *call["dissenting_claim_ids"], *call["capital_claim_ids"]}
        assert set(re.findall(r"C\d{3}", one.text)) <= own
        assert set(one.claim_ids) == {*call["claim_ids"], *call["capital_claim_ids"]}
        assert one.in_period
        assert not set("{}") & set(one.text)
        assert "None" not in one.text
        assert not [
            sentence
            for sentence in one.sentences
            if any(grade in sentence for grade in grades) and any(reason in sentence for reason in reasons)
        ], "how well it fits and why it is doubted stand in sentences of their own"
        told = [sentence for sentence in one.sentences if any(reason in sentence for reason in reasons)]
        assert bool(told) == (call["strength"] == "weak")


def test_catalogues_say_the_same_things() -> None:
    known = {one: tomllib.loads((CATALOGUES / f"{one}.toml").read_text(encoding="utf-8")) for one in languages()}
    assert languages()[0] == "en"
    places = {
        key: set(re.findall(r"\{(\w+)\}", text)) for key, text in known["en"].items()
    }  # fmt: skip
    for one, texts_of in known.items():
        assert {key: set(re.findall(r"\{(\w+)\}", text)) for key, text in texts_of.items()} == places, one
        # Grades are called what the page calls them.
        assert {texts(one)(f"grade-{grade}") for grade in GRADES} == {texts_of[f"grade-{grade}"] for grade in GRADES}
