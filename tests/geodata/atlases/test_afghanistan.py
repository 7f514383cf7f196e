"""The built-in atlas against the article on the Afghan mujahideen that it began with: what it says must be on the map.

Every expectation is read from a sentence of the article, quoted above it, and never from what the program gives.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
import pytest

from geodata import Atlas, dates

ARTICLE = "S01"
YEAR_1985, YEAR_1987, YEARS_1988_89 = "1985", "1987", "1988-89"
PERIODS = [YEAR_1985, YEAR_1987, YEARS_1988_89]


def call(atlas: Atlas, period: str, province_id: str) -> Any:
    return atlas.control(period).set_index("province_id").loc[province_id]


def leads(atlas: Atlas, faction_id: str, period: str) -> set[str]:
    """Provinces that it holds or shares."""
    calls = atlas.control(period)
    led = calls[calls["status"].isin(["held", "shared"])]
    return {one.province_id for one in led.itertuples() if faction_id in one.factions}


def said(atlas: Atlas, faction_id: str, date: str | None = None) -> pd.DataFrame:
    """What the article says of a faction."""
    claims = atlas.claims(faction=faction_id)
    claims = claims[claims["source_id"] == ARTICLE]
    return claims if date is None else claims[claims["date"] == date]


def speaks_of(claims: pd.DataFrame) -> set[str]:
    return {province_id for ids in claims["province_ids"] for province_id in ids}


def named(atlas: Atlas, claim_id: str) -> set[str]:
    """Provinces that the sentence names."""
    scopes = atlas.package.tables["scopes"]
    return set(scopes[(scopes["claim_id"] == claim_id) & scopes["named"]]["province_id"])


def events(
    atlas: Atlas, kind: str | None = None, place: str | None = None, province: str | None = None
) -> pd.DataFrame:
    table = pd.DataFrame(atlas.events().drop(columns="geometry"))
    for column, value in (("kind", kind), ("place_id", place), ("province_id", province)):
        if value is not None:
            table = table[table[column] == value]
    return table


def within(dates_: Iterable[str], span: str) -> list[str]:
    """Those of the dates that may lie in the span."""
    bounds = dates.parse(span)
    assert bounds.earliest
    assert bounds.latest
    return [text for text in dates_ if dates.parse(text).touches(bounds.earliest, bounds.latest)]


@pytest.mark.parametrize("period", PERIODS)
def test_29_provinces(afghanistan: Atlas, period: str) -> None:
    assert len(afghanistan.control(period)) == len(afghanistan.provinces(period)) == 29


def test_sar_e_pol_and_nuristan_are_announced_and_no_provinces_in_1988_89(afghanistan: Atlas) -> None:
    assert sorted(afghanistan.announced(YEARS_1988_89)["province_id"]) == ["nuristan", "sar-e-pol"]
    assert afghanistan.announced(YEAR_1985).empty
    assert not {"nuristan", "sar-e-pol"} & set(afghanistan.provinces(YEARS_1988_89)["province_id"])


class TestAreasOf1985:
    # "As of 1985, the Jamiat-i Islami held the most territory, stretching from Herat in the west through the north to
    # Badakhshan in the north-east."
    BELT = ("herat", "badghis", "faryab", "jowzjan", "balkh", "samangan", "kunduz", "takhar", "badakhshan")

    @pytest.mark.parametrize("province_id", BELT)
    def test_jamiat_leads_from_herat_through_the_north_to_badakhshan(
        self, afghanistan: Atlas, province_id: str
    ) -> None:
        assert province_id in leads(afghanistan, "jamiat-i-islami", YEAR_1985)

    def test_only_the_ends_of_the_belt_are_named(self, afghanistan: Atlas) -> None:
        (belt,) = said(afghanistan, "jamiat-i-islami", "1985")["claim_id"]
        assert named(afghanistan, belt) == {"herat", "badakhshan"}
        for province_id in set(self.BELT) - named(afghanistan, belt):
            assert call(afghanistan, YEAR_1985, province_id)["grade"] == "inferred"

    # "Harakat-i Inqilab also held a large amount of territory in the southern provinces, stretching from Nimroz to
    # Logar."
    @pytest.mark.parametrize("province_id", ["nimruz", "helmand", "kandahar", "zabul", "ghazni", "logar"])
    def test_harakat_leads_from_nimruz_to_logar(self, afghanistan: Atlas, province_id: str) -> None:
        # In Helmand a front of its own name leads, which a source counts with Harakat.
        one = afghanistan.period(YEAR_1985)
        whose = afghanistan.affiliations
        led = call(afghanistan, YEAR_1985, province_id)["factions"]
        assert "harakat-i-inqilab" in {whose.label_in(faction_id, one.start, one.end) for faction_id in led}

    def test_only_the_ends_of_harakats_belt_are_named(self, afghanistan: Atlas) -> None:
        claims = said(afghanistan, "harakat-i-inqilab", "1985")
        (belt,) = claims[claims["scope"] == "provinces"]["claim_id"]
        assert named(afghanistan, belt) == {"nimruz", "logar"}

    # "Hizb-i Islami Khalis had its stronghold around Nangarhar and Paktia,"
    @pytest.mark.parametrize("province_id", ["nangarhar", "paktia"])
    def test_khalis_leads_in_nangarhar_and_paktia(self, afghanistan: Atlas, province_id: str) -> None:
        assert province_id in leads(afghanistan, "hezb-i-islami-khalis", YEAR_1985)

    # "while Hizb-i Islami Gulbuddin held many pockets of territory throughout the country."
    def test_pockets_of_gulbuddin_are_told_of_the_whole_country_and_of_no_province(self, afghanistan: Atlas) -> None:
        (pockets,) = said(afghanistan, "hezb-i-islami-gulbuddin", "1985").to_dict("records")
        assert (pockets["scope"], pockets["province_ids"], pockets["role"]) == ("national", (), "present")
        assert "pockets" in pockets["statement"]

    # "The Mahaz-i-Milli was prominent in Loya Paktia but also had territory in other parts of the country."
    def test_mahaz_is_prominent_in_loya_paktia(self, afghanistan: Atlas) -> None:
        # Loya Paktia, "greater Paktia", is Paktia (with Khost) and Paktika; the article names neither.
        prominent = said(afghanistan, "mahaz-i-milli", "1985")
        assert speaks_of(prominent) == {"paktia", "paktika"}
        assert set(prominent["scope"]) == {"provinces", "national"}, "territory elsewhere is told, and placed nowhere"
        (told,) = prominent[prominent["scope"] == "provinces"]["claim_id"]
        assert named(afghanistan, told) == set()
        assert "paktika" in leads(afghanistan, "mahaz-i-milli", YEAR_1985)
        paktia = call(afghanistan, YEAR_1985, "paktia")
        assert told in {*paktia["claim_ids"], *paktia["dissenting_claim_ids"]}

    # "By the mid-1980s the strongest of these was Sazman-i Nasr, while Shura-i Inqilab-i Ittifaq was prominent only in
    # Maidan Wardak."
    def test_nasr_is_the_strongest_in_the_hazarajat(self, afghanistan: Atlas) -> None:
        assert "bamyan" in leads(afghanistan, "sazman-i-nasr", YEAR_1985)
        assert {"bamyan", "ghor", "uruzgan"} <= speaks_of(said(afghanistan, "sazman-i-nasr"))

    def test_shura_leads_in_wardak_and_nowhere_else(self, afghanistan: Atlas) -> None:
        assert leads(afghanistan, "shura-i-ittifaq", YEAR_1985) == {"wardak"}

    # "Additionally a Baloch nationalist group operated called the Nimruz Front."
    # "Smaller mujahidin groups ... include the Sharafat Kuh Front in Farah Province"; "Bibi Ayesha ... in Baghlan"
    @pytest.mark.parametrize(
        ("faction_id", "province_id"),
        [("sharafat-kuh-front", "farah"), ("nimruz-front", "nimruz"), ("bibi-ayesha-band", "baghlan")],
    )
    def test_small_groups_are_present_and_lead_nowhere(
        self, afghanistan: Atlas, faction_id: str, province_id: str
    ) -> None:
        assert speaks_of(said(afghanistan, faction_id)) == {province_id}
        assert not any(leads(afghanistan, faction_id, period) for period in PERIODS)


class TestNationalClaims:
    # "By May 1980, mujahidin controlled virtually all of rural Afghanistan"
    # "With the exception of parts of the north near the Soviet border under Abdul Rashid Dostum's command, along with
    # several cities, mujahidin guerillas were in control of most of the country as of 1987."
    # "the Afghan government held only sixty urban centers and the Mujahidin controlled six entire provinces."
    @pytest.mark.parametrize(
        ("faction_id", "date", "words"),
        [
            ("mujahideen", "1980-05", "rural"),
            ("mujahideen", "1987", "most of the country"),
            ("mujahideen", "1989-02", "six"),
            ("dra-government", "1989-02", "sixty"),
        ],
    )
    def test_told_of_the_country_and_colouring_no_province(
        self, afghanistan: Atlas, faction_id: str, date: str, words: str
    ) -> None:
        claims = said(afghanistan, faction_id, date)
        (claim,) = claims[claims["statement"].str.contains(words)].to_dict("records")
        assert (claim["scope"], claim["province_ids"]) == ("national", ())
        for period in PERIODS:
            calls = afghanistan.control(period)
            used = {
                one
                for column in ("claim_ids", "dissenting_claim_ids", "capital_claim_ids")
                for ids in calls[column]
                for one in ids
            }
            assert claim["claim_id"] not in used

    def test_six_provinces_are_named_by_nobody(self, afghanistan: Atlas) -> None:
        six = afghanistan.claims()
        six = six[six["statement"].str.contains(r"\bsix (?:entire )?provinces")]
        assert set(six["scope"]) == {"national"}

    def test_dostum_in_the_north_in_1987(self, afghanistan: Atlas) -> None:
        claims = said(afghanistan, "jowzjani-militia", "1987")
        # "parts of the north near the Soviet border": parts, and which provinces is a reading.
        assert len(speaks_of(claims))
        assert speaks_of(claims) <= {"balkh", "faryab", "jowzjan", "samangan", "kunduz"}
        assert claims["note"].str.contains("no province").all(), "the reading is told as one"
        scopes = afghanistan.package.tables["scopes"]
        assert set(scopes[scopes["claim_id"].isin(claims["claim_id"])]["extent"]) == {"part"}


class TestTownsOfTheWithdrawal:
    # "As Soviet forces withdrew in 1988–89, the Mujahidin captured several key districts, towns and provincial
    # capitals, such as Taloqan, Mahmud Raqi, Asadabad, Bamyan, Spin Boldak, Dara-i-Suf and Imam Sahib."
    # "The cities of Kunduz, Qalat, and Maidan Shahr also fell to the Mujahidin in the summer of 1988,"
    @pytest.mark.parametrize(
        "place_id",
        [
            *("taloqan", "mahmud-i-raqi", "asadabad", "bamyan", "spin-boldak", "dara-i-suf", "imam-sahib"),
            *("kunduz", "qalat", "maidan-shahr"),
        ],
    )
    def test_captured_by_the_resistance_in_1988_or_1989(self, afghanistan: Atlas, place_id: str) -> None:
        captures = events(afghanistan, "captured", place_id)
        assert within(captures["date"], "1988/1989"), place_id
        sides = captures["faction_id"].map(afghanistan.factions.set_index("faction_id")["side"])
        assert set(sides) == {"resistance"}
        article = set(said(afghanistan, "mujahideen")["claim_id"])
        assert article & {one for ids in captures["claim_ids"] for one in ids}, (
            "the article's sentence is a report of it"
        )

    # "but were retaken by the government with Soviet bombardment and logistical support."
    @pytest.mark.parametrize(
        ("place_id", "province_id"), [("kunduz", "kunduz"), ("qalat", "zabul"), ("maidan-shahr", "wardak")]
    )
    def test_lost_again(self, afghanistan: Atlas, place_id: str, province_id: str) -> None:
        (capture,) = within(events(afghanistan, "captured", place_id)["date"], "1988-22")
        (recapture,) = within(events(afghanistan, "retaken", place_id)["date"], "1988-06-01/1989-02-15")
        assert (dates.parse(capture).earliest, dates.parse(capture).latest) <= (
            dates.parse(recapture).earliest,
            dates.parse(recapture).latest,
        )
        capital = call(afghanistan, YEARS_1988_89, province_id)
        assert (capital["capital_status"], capital["capital_changed_hands"]) == ("government", True)

    @pytest.mark.parametrize(
        "province_id", [pytest.param("takhar", id="Taloqan"), pytest.param("kunar", id="Asadabad"), "bamyan"]
    )
    def test_capitals_kept_by_the_resistance(self, afghanistan: Atlas, province_id: str) -> None:
        capital = call(afghanistan, YEARS_1988_89, province_id)
        assert (capital["capital_status"], capital["capital_changed_hands"]) == ("resistance", True)

    def test_mahmud_i_raqi_shows_both_sides(self, afghanistan: Atlas) -> None:
        # The article has the town captured; a paper of 1 December 1988 has sections of it in the government's hands.
        capital = call(afghanistan, YEARS_1988_89, "kapisa")
        assert (capital["capital_status"], capital["capital_changed_hands"]) == ("contested", True)

    def test_places_that_are_capitals_are_the_provinces_capitals(self, afghanistan: Atlas) -> None:
        capitals = afghanistan.provinces(YEARS_1988_89).set_index("province_id")["capital_place_id"]
        named = ["takhar", "kapisa", "kunar", "bamyan", "kunduz", "zabul", "wardak", "nangarhar"]
        assert capitals[named].tolist() == [
            *("taloqan", "mahmud-i-raqi", "asadabad", "bamyan", "kunduz", "qalat", "maidan-shahr", "jalalabad")
        ]

    # "The Afghan Army beat back the Mujahidin's attempts to take the city of Jalalabad in March 1989"
    def test_jalalabad_held_in_march_1989(self, afghanistan: Atlas) -> None:
        assert within(events(afghanistan, "attacked", "jalalabad")["date"], "1989-03") == ["1989-03"]
        (repelled,) = events(afghanistan, "repelled", "jalalabad").to_dict("records")
        assert (repelled["date"], repelled["faction_id"]) == ("1989-03", "dra-government")
        assert not within(events(afghanistan, "captured", "jalalabad")["date"], "1985/1989")
        capital = call(afghanistan, YEARS_1988_89, "nangarhar")
        assert (capital["capital_status"], capital["capital_changed_hands"]) == ("government", False)

    @pytest.mark.parametrize("period", [YEAR_1985, YEAR_1987])
    def test_no_capital_changed_hands_before(self, afghanistan: Atlas, period: str) -> None:
        assert not afghanistan.control(period)["capital_changed_hands"].any()


class TestDatedEvents:
    @pytest.mark.parametrize(
        ("kind", "where", "date"),
        [
            # "The two organizations first took part in the 1975 Panjshir Valley and Laghman uprisings"
            pytest.param("uprising", {"place": "panjshir-area"}, "1975", id="Panjshir 1975"),
            pytest.param("uprising", {"province": "laghman"}, "1975", id="Laghman 1975"),
            # "it was in early 1979 that the situation rapidly escalated": "the Herat mutiny in March"
            pytest.param("uprising", {"place": "herat"}, "1979-03", id="Herat 1979"),
            # "On 14 April 1988, the governments of Afghanistan and Pakistan signed the Geneva Accords"
            pytest.param("agreement", {}, "1988-04-14", id="Geneva Accords"),
            # "The first half of the contingent was removed between 15 May and 16 August 1988"
            pytest.param("withdrawal", {}, "1988-05-15/1988-08-16", id="first half"),
            # "and the second half after 15 November 1988.", "all its troops from Afghanistan by 15 February 1989"
            pytest.param("withdrawal", {}, "1988-11-15/1989-02-15", id="second half"),
            # "The withdrawal was completed on schedule"
            pytest.param("withdrawal", {}, "1989-02-15", id="completed"),
            # "In March 1991, Mujahidin forces captured the city of Khost"
            pytest.param("captured", {"place": "khost"}, "1991-03", id="Khost 1991"),
            # "captured Kabul on April 28, 1992"
            pytest.param("captured", {"place": "kabul"}, "1992-04-28", id="Kabul 1992"),
            # "In March 1992, Dostum's militiamen defected to Massoud"
            pytest.param("defection", {}, "1992-03", id="Dostum 1992"),
            # "missile was first used by Mujahedin in September 1986"
            pytest.param("attacked", {}, "1986-09", id="Stinger 1986"),
            # "They united as the "Tehran Eight" in 1987"
            pytest.param("agreement", {}, "1987", id="Tehran Eight"),
            # "They were driven out of Panjshir Valley by Massoud's mujahidin forces in 1981."
            pytest.param("offensive", {"place": "panjshir-area"}, "1981", id="Settam-e-Melli 1981"),
            # "a coalition of the three Islamist and three traditionalist organizations ... did not last, as Gulbuddin
            # Hekmatyar's group ... and later the three traditionalist groups seceded from it. These three set up the
            # Union of the Three." The article gives no dates: after the jirgas of 1980, before events of 1981.
            pytest.param("agreement", {}, "1980~/1981~", id="Union of the Three"),
            # "Following the exodus of Afghans to Pakistan in 1980, as many as 84 different resistance groups"
            pytest.param("founding", {}, "1980", id="84 groups"),
        ],
    )
    def test_event_of_the_article(self, afghanistan: Atlas, kind: str, where: dict[str, str], date: str) -> None:
        found = events(afghanistan, kind, **where)
        found = found[(found["date"] == date) & (found["source_id"] == ARTICLE)]
        assert len(found) == 1

    def test_what_came_later_does_not_colour_the_periods(self, afghanistan: Atlas) -> None:
        assert call(afghanistan, YEARS_1988_89, "kabul")["capital_status"] == "government"

    def test_gromov_was_the_last_to_leave(self, afghanistan: Atlas) -> None:
        completed = events(afghanistan, "withdrawal")
        (statement,) = completed[completed["date"] == "1989-02-15"]["statement"]
        assert "Gromov" in statement


class TestSentencesOfTheCountry:
    @pytest.mark.parametrize(
        ("faction_id", "date", "words"),
        [
            # "As early as February 2, 1979, it was reported that Afghan dissidents were receiving guerilla training"
            ("mujahideen", "1979-02-02", "trained"),
            # "as many as 84 different resistance groups were formed in Peshawar"
            ("mujahideen", "1980", "84"),
            # "in March 1989, and the civil war settled into a stalemate for three years."
            ("mujahideen", "1989-03/1992-03", "stalemate"),
            ("dra-government", "1989-03/1992-03", "stalemate"),
            # "the Mujahidin were unable to seize the country's major cities for several years"
            ("mujahideen", "1989-02/1992-04", "major cities"),
        ],
    )
    def test_are_claims_without_a_province(self, afghanistan: Atlas, faction_id: str, date: str, words: str) -> None:
        claims = said(afghanistan, faction_id, date)
        (claim,) = claims[claims["statement"].str.contains(words)].to_dict("records")
        assert (claim["scope"], claim["province_ids"]) == ("national", ())

    # "Gailani ... also created a resistance organization during this time"; "Mohammadi ... formed the Revolutionary
    # Islamic Movement"
    @pytest.mark.parametrize("faction_id", ["mahaz-i-milli", "harakat-i-inqilab", "jabha-i-nejat-i-milli"])
    def test_foundings_of_1979(self, afghanistan: Atlas, faction_id: str) -> None:
        founded = events(afghanistan, "founding")
        (date,) = founded[(founded["faction_id"] == faction_id) & (founded["source_id"] == ARTICLE)]["date"]
        assert within([date], "1979")

    # "Gulbuddin Hekmatyar's group ... seceded from it"; "leading to Hekmatyar's resignation from the AIG"
    def test_hekmatyar_leaves_the_union_and_the_interim_government(self, afghanistan: Atlas) -> None:
        left = events(afghanistan, "defection")
        left = left[(left["faction_id"] == "hezb-i-islami-gulbuddin") & (left["source_id"] == ARTICLE)]
        assert len(within(left["date"], "1980/1981")) == len(within(left["date"], "1989")) == 1

    # "Both Hekmatyar and Khalis were strongly against the king, while Gailani, Mojaddedi and Mohammadi supported an
    # interim coalition with him. Rabbani and Sayyaf were initially against a role for the king, later changing their
    # minds."; "it only included the Peshawar Seven and not nationalists or tribal elders"
    @pytest.mark.parametrize(
        ("faction_id", "column", "words"),
        [
            ("hezb-i-islami-gulbuddin", "note", "against a role for the former king"),
            ("hezb-i-islami-khalis", "note", "against a role for the former king"),
            ("jamiat-i-islami", "note", "changed his mind"),
            ("ittihad-i-islami", "note", "changed his mind"),
            ("mahaz-i-milli", "note", "for an interim coalition with the former king"),
            ("seven-party-alliance", "note", "were left out"),
            ("ittihad-i-islami", "lineage", "an enemy"),
            ("ittihad-i-islami", "ideology", "Wahhabism"),
            ("mahaz-i-milli", "ideology", "pro-Western"),
            ("hezb-i-islami-gulbuddin", "ideology", "Khomeini"),
            ("harakat-i-inqilab", "note", "Babrak Karmal"),
        ],
    )
    def test_what_is_told_of_a_party(self, afghanistan: Atlas, faction_id: str, column: str, words: str) -> None:
        assert words in afghanistan.factions.set_index("faction_id").loc[faction_id, column]


class TestFactions:
    # The list of organisations in the article's table.
    ORGANISATIONS = (
        "Jamiat-i Islami", "Hezb-e Islami Gulbuddin", "Hezb-i Islami Khalis",
        "Islamic Union for the Liberation of Afghanistan", "Islamic Revolutionary Movement of Afghanistan",
        "National Islamic Front of Afghanistan", "National Liberation Front", "Hezbollah Afghanistan", "Sazman-i Nasr",
        "Corps of Islamic Revolution Guardians of Afghanistan", "Islamic Movement of Afghanistan",
        "Revolutionary Council of Islamic Unity of Afghanistan", "Islamic Revolution Movement",
        "Union of Islamic Fighters", 'Raad ("Thunder") party', "Afghanistan Liberation Organization",
        "Liberation Organization of the People of Afghanistan", "Afghanistan Mujahedin Freedom Fighters Front",
        "Islamic Union of the Northern Provinces", "Sharafat Kuh Front",
        "Partisans of National Liberation of Afghanistan", "Harakat-e-Mulavi", "Al-Qaeda",
    )  # fmt: skip
    # Named in the text only.
    OTHERS = (
        "Settam-e-Melli",
        "Afghan Social Democratic Party",
        "Nimruz Front",
        "SAMA",
        "Shura-e Nazar",
        "Hezb-e Wahdat",
    )

    @pytest.mark.parametrize("name", [*ORGANISATIONS, *OTHERS])
    def test_every_organisation_is_one_faction(self, afghanistan: Atlas, name: str) -> None:
        found = [
            row["faction_id"]
            for row in afghanistan.factions.to_dict("records")
            if name in [row["name"], *(other.strip() for other in row["other_names"].split(";"))]
        ]
        assert len(found) == 1, found

    # The two lists under "Groups": "Political Islamist" and "Afghan traditionalist".
    def test_peshawar_seven_in_two_wings(self, afghanistan: Atlas) -> None:
        members = afghanistan.factions
        parties = members[(members["alliance_id"] == "peshawar-seven") & (members["kind"] == "party")]
        assert {wing: set(rows["faction_id"]) for wing, rows in parties.groupby("wing")} == {
            "political Islamist": {
                "jamiat-i-islami",
                "hezb-i-islami-gulbuddin",
                "hezb-i-islami-khalis",
                "ittihad-i-islami",
            },
            "traditionalist": {"harakat-i-inqilab", "jabha-i-nejat-i-milli", "mahaz-i-milli"},
        }

    @pytest.mark.parametrize(
        ("faction_id", "leader"),
        [
            ("jamiat-i-islami", "Burhanuddin Rabbani"),
            ("hezb-i-islami-gulbuddin", "Gulbuddin Hekmatyar"),
            ("hezb-i-islami-khalis", "Yunus Khalis"),
            ("ittihad-i-islami", "Sayyaf"),
            ("harakat-i-inqilab", "Nabi Mohammadi"),
            ("jabha-i-nejat-i-milli", "Mojaddedi"),
            ("mahaz-i-milli", "Gailani"),
            ("hezb-e-wahdat", "Mazari"),
            ("jowzjani-militia", "Dostum"),
        ],
    )
    def test_leaders(self, afghanistan: Atlas, faction_id: str, leader: str) -> None:
        assert leader in afghanistan.factions.set_index("faction_id").loc[faction_id, "leader"]

    # "In 1989, most of these merged into one group, Hezb-e Wahdat (except for the Islamic Movement of Afghanistan and
    # Hezbollah Afghanistan)."
    def test_wahdat_of_1989(self, afghanistan: Atlas) -> None:
        factions = afghanistan.factions.set_index("faction_id")
        assert within([factions.loc["hezb-e-wahdat", "founded"]], "1989")
        merged = set(factions.index[factions["merged_into"] == "hezb-e-wahdat"])
        assert {"sazman-i-nasr", "shura-i-ittifaq", "pasdaran-i-jihad"} <= merged
        assert not {"harakat-i-islami", "hezbollah-afghanistan"} & merged

    @pytest.mark.parametrize("period", PERIODS)
    def test_wahdat_leads_nowhere(self, afghanistan: Atlas, period: str) -> None:
        assert leads(afghanistan, "hezb-e-wahdat", period) == set()

    def test_government_side(self, afghanistan: Atlas) -> None:
        sides = afghanistan.factions.set_index("faction_id")["side"]
        assert set(sides[["dra-government", "soviet-forces", "jowzjani-militia"]]) == {"government"}

    @pytest.mark.parametrize("period", PERIODS)
    def test_actors_named_in_general_are_no_party(self, afghanistan: Atlas, period: str) -> None:
        kinds = afghanistan.factions.set_index("faction_id")["kind"]
        for one in afghanistan.control(period).itertuples():
            if one.status == "held":
                assert one.names_party == (kinds[one.faction_id] not in ("unstated", "umbrella"))


class TestWhatNobodyFound:
    """Silence of the sources must look like silence."""

    @pytest.mark.parametrize(("period", "province_id"), [(YEARS_1988_89, "nimruz"), (YEARS_1988_89, "badghis")])
    def test_nothing_is_filled_in(self, afghanistan: Atlas, period: str, province_id: str) -> None:
        # Nothing was found on either; the fights of other years and a line on “northern regions” colour nothing.
        assert call(afghanistan, period, province_id)["status"] == "no-evidence"

    @pytest.mark.parametrize("period", PERIODS)
    @pytest.mark.parametrize("province_id", ["laghman", "farah", "ghor"])
    def test_nobody_leads_where_no_source_speaks_of_the_whole(
        self, afghanistan: Atlas, province_id: str, period: str
    ) -> None:
        assert call(afghanistan, period, province_id)["status"] in ("no-evidence", "partly")

    @pytest.mark.parametrize("period", PERIODS)
    def test_what_the_article_alone_decides_is_weak(self, afghanistan: Atlas, period: str) -> None:
        # The article is copied by many and no witness of its own: whatever rests on it alone must look like that.
        for one in afghanistan.control(period).itertuples():
            if set(one.source_ids) == {ARTICLE} and one.status in ("held", "shared", "contested", "unclear"):
                assert one.strength == "weak", one.name
                assert "not-independent" in one.why_weak, one.name
                assert not one.corroborated, one.name
