"""The gallery: each atlas comes out of its raw files by the command alone, and its outputs speak of it and no other."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from zipfile import ZipFile

import geopandas as gpd
import pandas as pd
import pyarrow.parquet as pq
import pytest
import shapely

import geodata
from dashboard.cli import main
from dashboard.map import explore
from dashboard.publish import publish
from geodata.importing import ImportReport, import_atlas, read_mapping
from tests.gallery import ATLASES, CREDIT, atlas_of, faults, mapping_of
from tests.test_documents import ROOT, commands

pytestmark = pytest.mark.slow

SHARE_OF_A_METRE = 1e-6
"""Degrees: other versions of the library that closes slits may differ by the last digit."""


@pytest.fixture(scope="module", params=ATLASES)
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def atlas(name: str) -> geodata.Atlas:
    return geodata.load(atlas_of(name))


@pytest.fixture(scope="module")
def report(name: str) -> ImportReport:
    return report_of(name)


@cache
def report_of(name: str) -> ImportReport:
    """What an import would do; nothing is written."""
    return import_atlas(read_mapping(mapping_of(name)))


class TestImport:
    def test_the_command_makes_the_atlas_that_is_committed(self, name: str, tmp_path: Path) -> None:
        assert main(["import", str(mapping_of(name)), str(tmp_path / "atlas")]) == 0
        made, kept = tmp_path / "atlas", atlas_of(name)
        files = sorted(one.name for one in kept.iterdir())
        assert sorted(one.name for one in made.iterdir()) == files
        for file in files:
            if file != "provinces.geojson":
                assert (made / file).read_text("utf-8") == (kept / file).read_text("utf-8"), file
        ours, theirs = (gpd.read_file(folder / "provinces.geojson") for folder in (made, kept))
        pd.testing.assert_frame_equal(
            pd.DataFrame(ours.drop(columns="geometry")), pd.DataFrame(theirs.drop(columns="geometry"))
        )
        assert shapely.equals_exact(ours.geometry, theirs.geometry, tolerance=SHARE_OF_A_METRE, normalize=True).all()

    def test_it_is_valid(self, name: str, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["validate", str(atlas_of(name)), "--format", "json"]) == 0
        told = json.loads(capsys.readouterr().out)
        assert (told["valid"], told["errors"]) == (True, 0)

    def test_rows_read_are_rows_used_and_rows_left_out(self, report: ImportReport) -> None:
        assert report.tallies
        assert [one.file for one in report.tallies if not one.adds_up] == []

    def test_nothing_of_a_mapping_is_for_nothing(self, report: ImportReport) -> None:
        assert [one for one in report.warnings if "which no table has" in one] == []


def read_and_left_out(report: ImportReport) -> dict[str, tuple[int, dict[str, int]]]:
    return {one.file: (one.read, dict(one.left_out)) for one in report.tallies}


class TestRawFiles:
    """Counted in the raw files with other tools than the importer's."""

    def test_a_workbook(self) -> None:
        told = read_and_left_out(report_of("marches"))
        sheet = pd.read_excel(mapping_of("marches").parent / "who-held-what.xlsx", header=None, engine="calamine")
        body = sheet.iloc[3:].fillna("")
        districts, holders = body[0].str.strip(), body[3].astype(str).str.strip()
        blank = (body == "").all(axis="columns")
        named = ~blank & (districts != "Total")
        assert told["who-held-what.xlsx"][0] == len(body)
        left_out = told["who-held-what.xlsx"][1]
        assert left_out["blank row"] == blank.sum() > 0
        assert left_out["Total: a sum and no district"] == (districts == "Total").sum() > 0
        assert left_out["no value"] == (named & (holders == "")).sum() > 0
        assert left_out["the same value twice"] == 1

    def test_a_wide_table(self) -> None:
        told = read_and_left_out(report_of("tessera"))
        table = pd.read_csv(mapping_of("tessera").parent / "blocs.csv", sep=";", encoding="utf-8-sig", dtype=str)
        years = [one for one in table.columns if re.fullmatch(r"in \d{4}", one)]
        cells = table.dropna(how="all")[years].fillna("").to_numpy().ravel()
        read, left_out = told["blocs.csv"]
        assert read == len(cells)
        assert left_out["n.d.: the table has no data"] == (cells == "n.d.").sum() > 0
        assert left_out["-: the country was no more"] == (cells == "-").sum() > 0

    def test_events(self) -> None:
        told = read_and_left_out(report_of("keth"))
        events = pq.read_table(mapping_of("keth").parent / "events.parquet").to_pandas()
        read, left_out = told["events.parquet"]
        assert read == len(events)
        lost = events[["longitude", "day", "actor"]].isna().any(axis="columns") | (events["latitude"] < -90)
        assert left_out["without an actor, a day or a place on earth"] == lost.sum() == 4
        assert left_out["no army"] == (events["actor"] == "villagers").sum() > 0


class TestWhatTheySay:
    def test_units_of_one_name_are_told_apart(self) -> None:
        atlas = geodata.load(atlas_of("marches"))
        names = [one for one in atlas.provinces("1926-03-01")["name"] if one.startswith("Saint Orla")]
        assert sorted(names) == ["Saint Orla (East Coast)", "Saint Orla (East Downs)"]

    def test_countries_come_and_go(self) -> None:
        atlas = geodata.load(atlas_of("tessera"))
        names = {period.id: set(atlas.provinces(period.id)["name"]) for period in atlas.periods}
        assert {"Sarn"} <= names["1920"]
        assert not {"Upper Sarn", "Lower Sarn"} & names["1920"]
        assert {"Upper Sarn", "Lower Sarn"} <= names["1946"]
        assert "Sarn" not in names["1946"]
        assert "Maruvenn" in names["1946"]
        assert "Maruvenn" not in names["1975"]
        # The code for "still so" is no end.
        assert set(atlas.provinces("2010")["valid_to"]) == {""}

    def test_events_claim_weakly_and_towns_colour_nothing(self) -> None:
        atlas = geodata.load(atlas_of("keth"))
        calls = pd.concat([atlas.control(period.id) for period in atlas.periods])
        led = calls[calls["status"] == "held"]
        assert len(led) > 0
        assert set(led["strength"]) == {"weak"}
        assert "partly" in set(calls["status"])


class TestOutputs:
    def test_a_figure(self, atlas: geodata.Atlas, name: str, tmp_path: Path) -> None:
        out = tmp_path / "figure.svg"
        assert main(["figure", str(atlas_of(name)), str(out), "--period", atlas.periods[0].id]) == 0
        text = re.sub(r"<[^>]+>", " ", out.read_text(encoding="utf-8"))
        assert CREDIT in " ".join(text.split())
        assert list(faults(text, name)) == []
        whole = atlas.plot(size="slide").alt_text
        assert list(faults(whole, name)) == []

    def test_exports(self, atlas: geodata.Atlas, name: str, tmp_path: Path) -> None:
        period = atlas.periods[-1].id
        count = len(atlas.control(period))
        for ending in ("geojson", "gpkg", "parquet", "csv"):
            out = tmp_path / f"calls.{ending}"
            assert main(["export", str(atlas_of(name)), "--period", period, str(out)]) == 0
            if ending == "csv":
                assert len(pd.read_csv(out, comment=None)) == count
            elif ending == "parquet":
                assert len(gpd.read_parquet(out)) == count
            else:
                assert len(gpd.read_file(out)) == count
        text = (tmp_path / "calls.geojson").read_text(encoding="utf-8")
        assert "Afghan" not in text
        assert "Natural Earth" not in text
        assert main(["export", str(atlas_of(name)), str(tmp_path / "atlas.zip")]) == 0
        with ZipFile(tmp_path / "atlas.zip") as archive:
            archive.extractall(tmp_path / "unpacked")
        (descriptor,) = (tmp_path / "unpacked").rglob("datapackage.json")
        again = geodata.load(descriptor.parent)
        pd.testing.assert_frame_equal(
            pd.DataFrame(again.control(period).drop(columns="geometry")),
            pd.DataFrame(atlas.control(period).drop(columns="geometry")),
        )

    def test_the_published_page(self, atlas: geodata.Atlas, name: str) -> None:
        page = publish(atlas).decode()
        assert CREDIT in page
        body = re.sub(r"<(script|style)\b.*?</\1>", " ", page, flags=re.DOTALL)
        assert list(faults(re.sub(r"<[^>]+>", " ", body), name)) == []

    def test_the_map_of_a_notebook(self, atlas: geodata.Atlas, name: str) -> None:
        cell = explore(atlas, atlas.periods[0].id)._repr_html_()
        for told in ("Afghan", "Natural Earth", "mujahid"):
            assert told not in cell
        for call in atlas.control(atlas.periods[0].id).itertuples():
            card = re.sub(r"<[^>]+>", " ", atlas.call(call.province_id, atlas.periods[0].id)._repr_html_())
            assert list(faults(card, name)) == []

    def test_questions_are_answered(self, atlas: geodata.Atlas, name: str) -> None:
        for period in atlas.periods:
            for call in atlas.control(period.id).itertuples():
                assert list(faults(atlas.answer(call.province_id, period.start.isoformat()).text, name)) == []


def test_every_command_of_the_gallery_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "docs").symlink_to(ROOT / "docs")
    monkeypatch.chdir(tmp_path)
    told = commands(ROOT / "docs" / "gallery.md")
    assert [one[3] for one in told if one[1] == "import"] == list(ATLASES)
    for command in told:
        if command[1] != "serve":
            assert main(command[1:]) == 0, command
