"""Pictures for print and for pages without scripts."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

import geodata
from dashboard.edition import edition_of
from dashboard.map.payload import calls_payload, geometry_payload, states_of
from dashboard.map.static_map import WIDTH, Frame, StaticMaps
from geodata.tables.template import write_template

SVG = "{http://www.w3.org/2000/svg}"


def draw(atlas: geodata.Atlas) -> StaticMaps:
    return StaticMaps(geometry_payload(edition_of(atlas)), calls_payload(edition_of(atlas)))


def parsed(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))


@pytest.fixture(scope="module")
def maps() -> StaticMaps:
    return draw(geodata.load())


def test_every_province_has_the_look_of_its_call(maps: StaticMaps) -> None:
    atlas = geodata.load()
    calls = calls_payload(edition_of(atlas))
    for period in atlas.periods:
        uses = [use for use in parsed(maps.picture(period.id, "x")).iter(f"{SVG}use") if use.get("fill")]
        fills = [use.get("fill") for use in uses if use.get("class") != "atlas-area"]
        assert sorted(fills) == sorted(
            f"url(#{call['shown']['faction']['look']})" for call in states_of(calls, period.id).values()
        )


def test_whatever_a_picture_uses_is_defined_once(maps: StaticMaps) -> None:
    ids = re.findall(r'\sid="([^"]+)"', maps.definitions)
    assert len(ids) == len(set(ids))
    pictures = "".join(maps.picture(period.id, "x") for period in geodata.load().periods)
    used = re.findall(r'href="#([^"]+)"|url\(#([^)]+)\)', pictures)
    # And nothing else: the first answer is sent to everybody.
    assert {one or other for one, other in used} == set(ids)


def test_announced_outlines_stand_in_their_period_only(maps: StaticMaps) -> None:
    assert "is-announced" not in maps.picture("1987", "x")
    assert "is-announced" in maps.picture("1988-89", "x")


def test_codes_stay_clear_of_each_other(maps: StaticMaps) -> None:
    for period in ("1985", "1987", "1988-89"):
        codes = [
            (float(text.get("x", "")), float(text.get("y", "")), len(text.text or ""))
            for text in parsed(maps.picture(period, "x")).iter(f"{SVG}text")
        ]
        # Most provinces are wide enough for theirs.
        assert len(codes) > 0.6 * geodata.load().control(period)["status"].isin(["held", "shared"]).sum()
        for number, (x, y, letters) in enumerate(codes):
            for other_x, other_y, other_letters in codes[number + 1 :]:
                # Ten units are a letter of this size.
                assert abs(y - other_y) >= 14 or abs(x - other_x) >= 4.5 * (letters + other_letters)


def test_the_frame_is_true_to_scale_in_the_middle() -> None:
    # At 60 degrees a degree of longitude is half as long as one of latitude: cos 60 = 1/2.
    frame = Frame.of([[59.0, 10.0], [61.0, 14.0]])
    left, right = frame.at([11.0, 60.0]), frame.at([12.0, 60.0])
    assert right[0] - left[0] == pytest.approx((WIDTH - 16) / 4)
    assert frame.at([11.0, 59.5])[1] - left[1] == pytest.approx(right[0] - left[0])
    assert frame.at([10.0, 61.0]) == pytest.approx((8, 8))


def test_a_path_is_whole_steps_and_closes() -> None:
    frame = Frame(west=0, north=10, across=10, down=10, height=116)
    ring = [[0, 10], [1, 10], [1.01, 10], [1, 9], [0, 10]]
    # 0,10 is at the margin of 8; the step of a tenth of a unit has no length; z goes back.
    assert frame.path(ring, closed=True) == "M8 8l10 0 0 10z"
    assert frame.path([[0, 10], [0, 9]], closed=False) == "M8 8l0 10"


def test_names_are_escaped(tmp_path: Path) -> None:
    squareland = geodata.load(write_template(tmp_path / "squareland"))
    picture = draw(squareland).picture("1900", 'a "title" <b>')
    assert "<b>" not in picture
    assert parsed(picture).get("aria-label") == 'a "title" <b>'
