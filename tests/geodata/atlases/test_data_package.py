"""The data packages as others read them: by the standard, with every column explained, and with sound text."""

from __future__ import annotations

import csv
import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import frictionless
import geopandas as gpd
import pytest

import geodata
from geodata import Atlas, dates
from geodata.tables.schema import tables
from tests.made_up import Folder

AFGHANISTAN = Path(geodata.__file__).parent / "atlases" / "afghanistan"
ARABIC_SCRIPT = re.compile(r"[\u0600-\u06FF\u0750-\u077F\uFB50-\uFDFF\uFE70-\uFEFF\u200c ()-]+")


@pytest.fixture(scope="module")
def descriptor() -> Any:
    return json.loads((AFGHANISTAN / "datapackage.json").read_text(encoding="utf-8"))


def fields_of(resource: Any) -> list[Any]:
    return list((resource.get("schema") or resource["properties_schema"])["fields"])


class TestStandard:
    @staticmethod
    def errors(folder: Path) -> list[str]:
        report = frictionless.validate(str(folder / "datapackage.json"))
        checked = {task.name for task in report.tasks}
        assert checked >= {name for name, table in tables().items() if table.required}
        return [f"{task.name}: {error.message}" for task in report.tasks for error in task.errors] + [
            error.message for error in report.errors
        ]

    def test_built_in_atlas_is_valid(self) -> None:
        assert self.errors(AFGHANISTAN) == []

    def test_template_is_valid(self, folder: Folder) -> None:
        assert self.errors(folder.path) == []

    def test_validation_would_tell_a_fault(self, folder: Folder) -> None:
        folder.set("claims.csv", 2, "role", "leading")
        folder.set("claims.csv", 3, "faction_id", "nobody")
        assert len(self.errors(folder.path)) == 2

    def test_version_2_of_the_standard_with_licences(self, descriptor: Any) -> None:
        assert descriptor["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
        assert descriptor["licenses"]
        assert all(resource["licenses"] for resource in descriptor["resources"])


class TestDictionary:
    def test_every_column_is_described(self, descriptor: Any) -> None:
        for resource in descriptor["resources"]:
            for field in fields_of(resource):
                assert len(field.get("description", "")) > 5, f"{resource['name']}.{field['name']}"

    def test_columns_of_a_set_form_have_an_example_that_is_sound(self, descriptor: Any) -> None:
        for resource in descriptor["resources"]:
            for field in fields_of(resource):
                where = f"{resource['name']}.{field['name']}"
                limits = field.get("constraints", {})
                if field["type"] != "string" or {"pattern", "enum"} & limits.keys():
                    assert "example" in field, where
                if "example" in field:
                    example = field["example"]
                    assert example in limits.get("enum", [example]), where
                    assert re.fullmatch(limits.get("pattern", ".*"), str(example), re.DOTALL), where

    def test_numbers_have_a_unit(self, descriptor: Any) -> None:
        numbers = [field for one in descriptor["resources"] for field in fields_of(one) if field["type"] == "number"]
        assert [field["name"] for field in numbers if not field.get("unit")] == []
        assert numbers

    def test_columns_of_the_files_are_those_of_the_dictionary(self, descriptor: Any) -> None:
        for resource in descriptor["resources"]:
            if not tables()[resource["name"]].has_shapes:
                with (AFGHANISTAN / resource["path"]).open(encoding="utf-8", newline="") as handle:
                    assert next(csv.reader(handle)) == [field["name"] for field in fields_of(resource)]

    def test_shapes_have_the_properties_of_the_dictionary_and_no_others(self, descriptor: Any) -> None:
        (resource,) = [one for one in descriptor["resources"] if one["name"] == "provinces"]
        names = {field["name"] for field in fields_of(resource)}
        features = json.loads((AFGHANISTAN / resource["path"]).read_text(encoding="utf-8"))["features"]
        assert all(set(feature["properties"]) <= names for feature in features)


class TestText:
    def test_files_are_utf8_with_unix_line_ends_and_composed_letters(self) -> None:
        for path in AFGHANISTAN.iterdir():
            content = path.read_bytes()
            assert b"\r" not in content, path.name
            assert content.endswith(b"\n"), path.name
            text = content.decode("utf-8")
            assert "\ufffd" not in text, path.name
            assert not text.startswith("\ufeff"), path.name
            assert unicodedata.normalize("NFC", text) == text, path.name

    @pytest.mark.parametrize("table", ["alliances", "factions", "places", "provinces"])
    @pytest.mark.parametrize("column", ["name_fa", "name_ps"])
    def test_names_in_dari_and_pashto_are_in_the_arabic_script(
        self, afghanistan: Atlas, table: str, column: str
    ) -> None:
        package = afghanistan.package
        frame = package.provinces if table == "provinces" else package.tables[table]
        names = [name for name in frame[column] if name]
        assert names
        assert [name for name in names if not ARABIC_SCRIPT.fullmatch(name)] == []

    @pytest.mark.parametrize(
        ("table", "column"),
        [
            ("periods", "edtf"),
            ("factions", "founded"),
            ("factions", "ended"),
            ("claims", "date"),
            ("events", "date"),
            ("sources", "date"),
        ],
    )
    def test_every_date_is_edtf_with_words_for_a_reader(self, afghanistan: Atlas, table: str, column: str) -> None:
        texts = {text for text in afghanistan.package.tables[table][column] if text}
        assert texts
        for text in texts:
            dates.parse(text)
            # A reader sees words: neither the X of EDTF nor its signs.
            assert not set(dates.label(text)) & set("X?~%[]{}/"), f"{text}: {dates.label(text)}"

    def test_column_of_every_date_says_that_it_is_edtf(self, descriptor: Any) -> None:
        for resource in descriptor["resources"]:
            for field in fields_of(resource):
                if field["name"] in ("date", "founded", "ended", "edtf"):
                    assert re.search("EDTF|Extended Date/Time Format", field["description"]), resource["name"]

    def test_periods_cover_the_days_that_their_edtf_dates_say(self, afghanistan: Atlas) -> None:
        for period in afghanistan.periods:
            said = dates.parse(period.edtf)
            assert (said.earliest, said.latest) == (period.start, period.end)


class TestHonesty:
    def test_every_inference_says_why(self, afghanistan: Atlas) -> None:
        claims = afghanistan.claims()
        inferred = claims[claims["basis"] == "inferred"]
        assert len(inferred)
        assert inferred.loc[inferred["note"] == "", "claim_id"].tolist() == []

    def test_claims_that_share_a_sentence_share_a_source_or_say_why(self, afghanistan: Atlas) -> None:
        for claim in afghanistan.claims().itertuples():
            if claim.sentence_id.split("-")[0] != claim.source_id:
                assert re.search(r"C\d{3}", claim.note), (
                    f"{claim.claim_id} should name the claim it is one observation with"
                )

    def test_one_sentence_about_a_faction_is_one_claim_whatever_the_periods(self, afghanistan: Atlas) -> None:
        """The same words, faction, domain and date stand once; a copy would pass for another observation."""
        claims = afghanistan.claims()
        same = claims.duplicated(["sentence_id", "faction_id", "domain", "date", "basis", "role"], keep=False)
        scopes = afghanistan.package.tables["scopes"]
        for _, group in claims[same].groupby(["sentence_id", "faction_id", "domain", "date", "basis", "role"]):
            provinces = scopes[scopes["claim_id"].isin(group["claim_id"])]["province_id"]
            assert provinces.is_unique, list(group["claim_id"])
            assert group["statement"].is_unique, list(group["claim_id"])

    def test_part_of_a_province_is_said_in_words_or_by_a_place(self, afghanistan: Atlas) -> None:
        scopes = afghanistan.package.tables["scopes"]
        parts = scopes[scopes["extent"] == "part"]
        assert parts[(parts["part"] == "") & (parts["place_id"] == "")]["claim_id"].tolist() == []

    def test_place_of_a_claim_lies_in_its_province(self, afghanistan: Atlas) -> None:
        home = afghanistan.places.set_index("place_id")["province_id"]
        scopes = afghanistan.package.tables["scopes"]
        placed = scopes[scopes["place_id"] != ""]
        assert placed[placed["place_id"].map(home) != placed["province_id"]]["claim_id"].tolist() == []

    def test_places_lie_in_the_province_they_are_said_to_lie_in(self, afghanistan: Atlas) -> None:
        shapes = afghanistan.provinces("1988-89").set_index("province_id").geometry.to_crs("EPSG:32642")
        places = gpd.GeoSeries(
            gpd.points_from_xy(afghanistan.places["lon"], afghanistan.places["lat"]), crs="EPSG:4326"
        ).to_crs("EPSG:32642")
        # Outlines are a frame and not a survey: a place may stand some kilometres over the line.
        far = [
            place_id
            for place_id, province_id, point in zip(
                afghanistan.places["place_id"], afghanistan.places["province_id"], places, strict=True
            )
            if shapes[province_id].distance(point) > 15_000
        ]
        assert far == []

    def test_source_that_nothing_cites_says_why_it_is_there(self, afghanistan: Atlas) -> None:
        package = afghanistan.package
        cited = {
            part.strip()
            for frame in (*package.tables.values(), package.provinces)
            if "source_id" in frame and frame is not package.tables["sources"]
            for cell in frame["source_id"]
            for part in str(cell).split(";")
        }
        uncited = afghanistan.sources[~afghanistan.sources["source_id"].isin(cited)]
        assert len(cited) > 100
        assert uncited.loc[uncited["note"] == "", "source_id"].tolist() == []

    def test_nothing_of_the_workplace_is_in_the_data(self) -> None:
        for path in AFGHANISTAN.iterdir():
            text = path.read_text(encoding="utf-8")
            assert not re.search(r"/work/|/tmp/|/home/|/root/|localhost", text), path.name
