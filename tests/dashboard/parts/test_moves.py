"""What the page paints by itself when the reader moves to another year."""

from __future__ import annotations

from pathlib import Path

from dashboard.edition import edition_of
from dashboard.parts import moves_payload
from geodata.telling import plain
from tests.built_in import ATLAS
from tests.made_up import Folder


def test_each_period_has_its_provinces_by_name() -> None:
    moves = moves_payload(edition_of(ATLAS))
    for period in moves["periods"]:
        provinces = ATLAS.provinces(period["id"]).set_index("province_id")["name"]
        listed = moves["provinces"][period["provinces"]]
        assert dict(listed) == provinces.to_dict()
        assert [name for _, name in listed] == sorted(provinces, key=plain)


def test_periods_of_the_same_provinces_list_them_once(tmp_path: Path) -> None:
    atlas = Folder(tmp_path / "squareland").load()
    moves = moves_payload(edition_of(atlas))
    sets = {frozenset(atlas.provinces(period.id)["province_id"]) for period in atlas.periods}
    assert len(moves["provinces"]) == len(sets)
