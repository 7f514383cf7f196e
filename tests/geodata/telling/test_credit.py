"""Credit and licences: what an atlas says of itself, and nothing that is true of another."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

import geodata
from dashboard.edition import edition_of
from dashboard.parts import footer_html
from dashboard.publish import publish
from dashboard.text import CATALOGUES, LANGUAGES
from geodata import Atlas
from geodata.tables.template import write_template
from geodata.telling import about, licences
from tests.made_atlases import districts_by_day, town_on_the_front
from tests.made_up import Folder

ROOT = Path(geodata.__file__).parents[1]
OF_ONE_ATLAS = re.compile(r"natural earth|cc[ -]by|creative commons|afghan|public domain", re.IGNORECASE)


def test_no_text_of_the_program_tells_of_one_atlas() -> None:
    paths = [
        *CATALOGUES.rglob("*.ftl"),
        *(ROOT / "geodata" / "telling").rglob("*.toml"),
        *(ROOT / "dashboard").rglob("*.j2"),
        *(ROOT / "geodata" / "telling").rglob("*.j2"),
        *(ROOT / "geodata" / "atlases" / "template").iterdir(),
    ]
    assert len(paths) > 40
    assert [path.name for path in paths if OF_ONE_ATLAS.search(path.read_text(encoding="utf-8"))] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_credit_of_the_map_is_that_of_the_atlas(tmp_path: Path, language: str) -> None:
    districts = geodata.load(districts_by_day(tmp_path / "districts"))
    credit = edition_of(districts, language).credit
    assert "Mapping Office of the made-up country" in credit
    assert "ODbL-1.0" in credit
    assert "Natural Earth" not in credit
    town = geodata.load(town_on_the_front(tmp_path / "town"))
    assert edition_of(town, language).credit == "Quarters after a town plan of 2010"


def test_nothing_is_credited_where_nobody_is_named(folder: Folder) -> None:
    atlas = folder.load()
    assert edition_of(atlas).credit == ""
    assert licences(atlas.package.descriptor) == []
    assert "Licences" not in footer_html(edition_of(atlas))
    assert "Licences" not in "".join(text.get_text() for text in atlas.plot("1900").texts)


def test_credit_is_text_and_no_markup(folder: Folder) -> None:
    folder.edit_json("datapackage.json", lambda content: content.update(attribution="<img src=x> & Sons"))
    assert edition_of(folder.load()).credit == "&lt;img src=x&gt; &amp; Sons"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_built_in_atlas_credits_its_source_in_every_language(afghanistan: Atlas, language: str) -> None:
    assert "Natural Earth" in edition_of(afghanistan, language).credit


def test_licences_of_files_count_too(folder: Folder) -> None:
    def name(resource: Any) -> None:
        resource["licenses"] = [{"name": "ODbL-1.0", "title": "Open Database License"}]

    folder.edit_resource("provinces", name)
    atlas = folder.load()
    assert about(atlas)["licenses"] == [{"name": "ODbL-1.0", "title": "Open Database License"}]
    assert about(atlas)["outlines"] == "Open Database License"
    assert "Licences: Open Database License; the program: MIT." in footer_html(edition_of(atlas))


def test_the_published_page_tells_of_its_own_atlas_alone(tmp_path: Path) -> None:
    page = publish(geodata.load(districts_by_day(tmp_path / "districts"))).decode()
    assert "Mapping Office of the made-up country" in page
    assert "Open Database License 1.0" in page
    assert not OF_ONE_ATLAS.search(page)


class TestNewAtlas:
    def test_names_no_licence_unasked(self, tmp_path: Path) -> None:
        descriptor = geodata.load(write_template(tmp_path / "mine")).package.descriptor
        assert "licenses" not in descriptor
        assert not any("licenses" in one for one in descriptor["resources"])

    @pytest.mark.parametrize(
        ("given", "written"),
        [("ODbL-1.0", {"name": "ODbL-1.0"}), ("https://example.org/terms", {"path": "https://example.org/terms"})],
    )
    def test_names_the_one_it_is_given(self, tmp_path: Path, given: str, written: dict[str, str]) -> None:
        atlas = geodata.load(write_template(tmp_path / "mine", given))
        assert atlas.package.descriptor["licenses"] == [written]

    @pytest.mark.parametrize("given", ["", "javascript:alert(1)", "a\nb", "<b>"])
    def test_refuses_what_is_neither_name_nor_address(self, tmp_path: Path, given: str) -> None:
        with pytest.raises(geodata.AtlasError):
            write_template(tmp_path / "mine", given)
        assert not (tmp_path / "mine").exists()
