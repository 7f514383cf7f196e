"""Files to take away: each says what it is, and nonsense gives none."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from PIL import Image

from dashboard.downloads.files import NoSuchFileError, make_file
from dashboard.downloads.offer import ALWAYS, OFFERS, take_away_html
from dashboard.edition import edition_of
from dashboard.parts import reading_words
from dashboard.state.state import VIEWS, State
from dashboard.text import texts
from geodata import COLOURINGS, RULE_VERSION, Rule
from geodata.telling.provenance import cite_atlas
from tests.built_in import ATLAS
from tests.made_up import Folder

EDITION = edition_of(ATLAS)
WORDS = texts()
CHOSEN = {
    "period": "1987",
    "province": "kunduz",
    "colour": "capital",
    "compare": "next",
    "by": "alliance",
    "measure": "provinces",
}
NAMES = sorted(
    {name.format(**CHOSEN) for offers in (*OFFERS.values(), ALWAYS) for _, names in offers for name in names}
)
QUICK = [name for name in NAMES if "figure" not in name]


@pytest.mark.parametrize("name", QUICK)
def test_every_file_that_is_offered_can_be_made(name: str) -> None:
    # By its own rule an atlas has no differences from it: these are offered beside another one.
    file = make_file(EDITION.read_by(Rule(without_sources=("S01",))) if name == "differences.csv" else EDITION, name)
    assert file.name.startswith("control-atlas-afghanistan-")
    assert len(file.content) > 500


@pytest.mark.parametrize("name", [name for name in QUICK if name.endswith((".geojson", ".svg", "-metadata.json"))])
def test_citation_and_versions_stand_inside(name: str) -> None:
    text = make_file(EDITION, name).content.decode()
    assert ATLAS.title in text
    if name.endswith(".svg"):
        text = " ".join("".join(one.itertext()) for one in ElementTree.fromstring(text))
        assert cite_atlas(ATLAS) in text
        assert f"Atlas version {ATLAS.version}, rule {RULE_VERSION}." in text
    else:
        told = json.loads(text)
        facts = told["about"] if "about" in told else told["notes"][0]
        assert facts["citation"] == cite_atlas(ATLAS)
        assert (facts["version"], facts["rule_version"]) == (ATLAS.version, RULE_VERSION)


def test_tables_hold_every_row() -> None:
    def rows(name: str) -> list[dict[str, str]]:
        return list(csv.DictReader(io.StringIO(make_file(EDITION, name).content.decode("utf-8-sig"))))

    for name in ("claims", "events", "factions"):
        assert len(rows(f"{name}.csv")) == len(ATLAS.package.tables[name])
    assert {row["claim_id"] for row in rows("claims-of.kunduz.csv")} == set(ATLAS.claims(province="kunduz")["claim_id"])
    assert len(rows("calls.all.csv")) == 3 * 29
    changed = rows("changes.1985.1987.csv")
    assert [one["kind"] for one in changed if one["province_id"] == "balkh"] == ["now-unclear"]
    assert (changed[0]["period_from"], changed[0]["period_to"]) == ("1985", "1987")
    # The order in which the years are named does not matter, and the name says them.
    assert make_file(EDITION, "changes.1987.1985.csv").name.endswith("-changes-1985-1987.csv")
    assert make_file(EDITION, "changes.1987.next.csv").name.endswith("-changes-1985-1987.csv")


@pytest.mark.parametrize("name", [name for name in NAMES if name.endswith("-metadata.json")])
def test_the_description_of_a_table_tells_every_column_and_the_apostrophe(name: str) -> None:
    described = json.loads(make_file(EDITION, name).content)
    table = make_file(EDITION, name.removesuffix("-metadata.json"))
    assert described["url"] == table.name
    header = next(csv.reader(io.StringIO(table.content.decode("utf-8-sig"))))
    columns = described["tableSchema"]["columns"]
    assert [one["name"] for one in columns] == header
    assert [one["name"] for one in columns if not one.get("dc:description") or "datatype" not in one] == []
    assert any("apostrophe" in note for note in described["notes"] if isinstance(note, str))


def test_every_table_that_is_offered_has_its_description_beside_it() -> None:
    tables = [name for name in NAMES if name.endswith(".csv")]
    assert {"claims.csv", "sources.csv", "events.csv", "factions.csv", "summary.csv", "calls.all.csv"} <= set(tables)
    assert [name for name in tables if f"{name}-metadata.json" not in NAMES] == []


def test_addresses_of_files_ask_for_the_language_of_the_page() -> None:
    html = take_away_html(edition_of(ATLAS, "fa"), State("1987", language="fa"))
    addresses = re.findall(r'href="(/data/[^"]+)"', html)
    assert addresses
    assert [one for one in addresses if not one.endswith("?language=fa")] == []
    assert "?language" not in take_away_html(EDITION, State("1987"))


@pytest.mark.slow
@pytest.mark.parametrize("colour", COLOURINGS)
def test_a_picture_is_made_of_every_colouring(colour: str) -> None:
    svg = make_file(EDITION, f"figure.1987.{colour}.svg").content.decode()
    assert f">{WORDS(f'legend-{colour}')}<" in svg or colour in ("faction", "alliance", "side")


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("fa", "figure.1987.evidence.svg"),
        pytest.param("fa", "change-figure.1985.1988-89.svg", marks=pytest.mark.slow),
        pytest.param("ps", "figure.1987.evidence.svg", marks=pytest.mark.slow),
        ("ps", "change-figure.1985.1988-89.svg"),
    ],
)
def test_printed_figures_speak_the_language(language: str, name: str) -> None:
    edition = edition_of(ATLAS, language)
    root = ElementTree.fromstring(make_file(edition, name).content)
    lines = ["".join(one.itertext()).strip("\u202b") for one in root.iter("{http://www.w3.org/2000/svg}text")]
    assert edition.words("legend-signs" if "evidence" in name else "change-other-sources") in " ".join(lines)
    assert edition.atlas.title in " ".join(lines), "in one line of the slide"
    # Of names that the tables do not have in the language the English ones stand.
    tables = (ATLAS.factions, ATLAS.alliances, ATLAS.package.provinces)
    given = {word for frame in tables for name in frame["name"] for word in re.findall("[A-Za-z]+", str(name))}
    given |= {word for code in ATLAS.factions["code"] for word in re.findall("[A-Za-z]+", code)}
    given |= {"D", "R", "A", "RA", "I"}  # codes of the grades
    last = next(place for place, line in enumerate(lines) if line.startswith("شواهد: "))
    latin = {word for line in lines[:last] for word in re.findall("[A-Za-z]+", line)}
    assert latin <= given
    assert WORDS("legend-signs") not in " ".join(lines)
    assert not re.search("[0-9]", " ".join(line for line in lines[:last])), "its own digits"
    assert cite_atlas(ATLAS).split(",")[0] in " ".join(lines[last:]), "cited by the title that it gives itself"


def test_a_printed_figure_by_another_rule_says_so_in_its_language() -> None:
    edition = edition_of(ATLAS, "fa").read_by(Rule(without_sources=("S01",)))
    assert not edition.is_own
    figure = make_file(edition, "figure.1987.faction.svg").content.decode()
    assert f"این خوانشِ خودِ اطلس نیست: {reading_words(edition, edition.atlas.rule)}" in figure


def test_areas_and_shares_are_as_precise_as_they_are_known() -> None:
    text = make_file(EDITION, "summary.csv").content.decode("utf-8-sig")
    for row in csv.DictReader(io.StringIO(text)):
        assert float(row["area_km2"]) == round(float(row["area_km2"]))
        assert len(row["share"]) <= len("0.1234")


def test_a_call_is_cited_with_what_it_rests_on() -> None:
    call = ATLAS.control("1985").set_index("province_id").loc["herat"]
    said = make_file(EDITION, "cite.1985.herat.txt").content.decode()
    assert said.startswith("Herat, 1985: Jamiat-i Islami, held, ")
    assert cite_atlas(ATLAS) in said
    assert "{address}, accessed {date}" in said
    sources = ATLAS.sources.set_index("source_id")
    for source_id in call["source_ids"]:
        assert sources.loc[source_id, "title"] in said


def test_the_atlas_is_cited_by_who_made_it() -> None:
    assert cite_atlas(ATLAS).startswith("The control atlas authors, ")


def test_errors_are_reported_where_the_atlas_says_and_nowhere_else(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "squareland")
    state = State("1900")
    assert "Report an error" not in take_away_html(edition_of(folder.load()), state)
    folder.edit_json("datapackage.json", lambda content: content.update(bugs="https://example.org/bugs"))
    assert '<a href="https://example.org/bugs"' in take_away_html(edition_of(folder.load()), state)
    folder.edit_json("datapackage.json", lambda content: content.update(bugs="javascript:alert(1)"))
    assert folder.problem().column == "bugs"


def test_table_map_and_picture_of_the_view_come_first() -> None:
    html = take_away_html(EDITION, State("1987"))
    first = html[html.index('class="first"') : html.index("</p>", html.index('class="first"'))]
    assert re.findall(r'href="/data/([^"]+)"', first) == [
        "calls.1987.csv", "calls.1987.geojson", "figure.1987.faction.png",
    ]  # fmt: skip


def test_what_is_of_a_province_waits_for_one() -> None:
    html = take_away_html(EDITION, State("1987"))
    assert '<dt data-needs="province" hidden>Claims about the chosen province' in html


def test_an_event_without_a_place_stays_in_the_geojson() -> None:
    features = json.loads(make_file(EDITION, "events.geojson").content)["features"]
    assert len(features) == len(ATLAS.events())
    unplaced = [one["properties"]["event_id"] for one in features if one["geometry"] is None]
    assert "V001" in unplaced
    assert 0 < len(unplaced) < len(features)


@pytest.mark.parametrize("name", ["timeline.png", "trends.faction.area.png", "figure.1985.faction.png"])
def test_pictures_can_be_opened(name: str) -> None:
    picture = Image.open(io.BytesIO(make_file(EDITION, name).content))
    assert picture.width > 1500
    colours = picture.convert("RGB").getcolors(1 << 24)
    assert colours is not None
    assert len(colours) > 20


@pytest.mark.parametrize(
    "name",
    [
        "", "calls", "calls.csv", "calls.1999.csv", "calls.1985.exe", "figure.1985.nothing.png", "summary.geojson",
        "changes.1985.1985.csv", "trends.faction.weight.svg", "sources.1985.bib", "../../etc/passwd", "atlas.zip.csv",
        "claims-of.nowhere.csv", "cite.1985.nowhere.txt",
        "events.csv.csv-metadata.json", "calls.1985.geojson-metadata.json",
    ],
)  # fmt: skip
def test_nonsense_gives_no_file(name: str) -> None:
    with pytest.raises(NoSuchFileError):
        make_file(EDITION, name)


@example("calls.all.csv")
@example("events.csv-metadata.json")
@given(st.text(max_size=30))
def test_no_name_makes_anything_else_happen(name: str) -> None:
    try:
        made = make_file(EDITION, name)
    except NoSuchFileError:
        return
    # Now and then a true name is made up: then the file is one of ours, named by kind and parts that the atlas knows.
    assert re.fullmatch(r"control-atlas-afghanistan(-[a-z0-9-]+)+\.[a-z]+(-metadata\.json)?", made.name)
    assert made.content


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_offers_the_sources_and_the_whole_atlas(view: str) -> None:
    html = take_away_html(EDITION, State("1987", view=view))
    for name in ("sources.bib", "sources.json", "atlas.zip"):
        assert f'href="/data/{name}"' in html
    if view == "map":
        assert 'href="/data/calls.1987.geojson"' in html
