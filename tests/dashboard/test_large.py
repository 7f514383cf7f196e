"""Large and long atlases: what is folded, what is left out, and what is asked once however many there are."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

import geodata
from dashboard.cli.main import main
from dashboard.downloads import NoSuchFileError, make_file, take_away_html
from dashboard.edition import Edition, edition_of
from dashboard.parts import call_data, call_html, moves_payload, provinces_table_html
from dashboard.parts.provinces_table import MOST_ROWS
from dashboard.publish import publish
from dashboard.state import State
from dashboard.views.compare.data import MOST_HOLDERS, changes, matrix
from dashboard.views.compare.html import MOST_LISTED, change_tables_html
from dashboard.views.evidence.html import agreement_html, coverage_html, rows_at_once
from dashboard.views.trends.chart import trends_svg
from dashboard.views.trends.data import LAST, MOST_ENTRIES, OTHERS, folded, trends
from dashboard.views.trends.html import trends_html
from geodata.figure import MOST_MAPS
from geodata.rule import Engine
from tests.large_atlases import large_atlas

pytestmark = pytest.mark.slow

SVG = "{http://www.w3.org/2000/svg}"
STOPS = 37
UNITS = 30


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """180 units, 6 stops, 176 factions."""
    return edition_of(geodata.load(large_atlas(tmp_path_factory.mktemp("crowded") / "a", 180, 6, 176, stories=True)))


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return large_atlas(tmp_path_factory.mktemp("long") / "a", UNITS, STOPS)


@pytest.fixture(scope="module")
def very_long(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_of(geodata.load(large_atlas(tmp_path_factory.mktemp("very-long") / "a", 12, 200)))


@pytest.fixture(scope="module")
def wide(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    """2,200 units, 2 stops."""
    return edition_of(geodata.load(large_atlas(tmp_path_factory.mktemp("wide") / "a", 2200, 2)))


@pytest.fixture(scope="module")
def silent(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_of(geodata.load(large_atlas(tmp_path_factory.mktemp("silent") / "a", 9, 3, told=False)))


def heights(svg: str) -> list[float]:
    return [float(one.attrib["height"]) for one in ElementTree.fromstring(svg).iter(f"{SVG}rect")]


class TestEachPeriodIsAskedOnce:
    def test_publishing_walks_more_periods_than_caches_have_slots(
        self, long: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Every province's panel shows all periods: what a period has is made once, and not for each of them again."""
        asked: Counter[str] = Counter()
        given: dict[str, Any] = {name: getattr(geodata.Atlas, name) for name in ("control", "call_rows", "claims")}

        def counted(name: str, atlas: geodata.Atlas, *args: Any, **named: Any) -> Any:
            asked[name] += 1
            return given[name](atlas, *args, **named)

        for name in given:
            monkeypatch.setattr(geodata.Atlas, name, lambda *args, _name=name, **named: counted(_name, *args, **named))
        told: list[tuple[int, int]] = []
        page = publish(geodata.load(long), step=lambda done, whole, _: told.append((done, whole))).decode()
        # A handful of parts of the page ask for each period; a cache too small would ask thousands of times.
        assert asked["control"] <= 12 * STOPS
        assert 0 < asked["call_rows"] <= 4 * STOPS
        assert asked["claims"] <= 4 * STOPS
        assert [done for done, _ in told] == sorted(done for done, _ in told)
        assert told[0][0] == 0
        assert told[-1][0] == told[-1][1] >= STOPS
        assert page.count('data-sheet="') == STOPS

    def test_a_reading_is_made_once_for_each_period(self, long: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        made: Counter[str] = Counter()
        own = Engine._make_readings

        def counted(engine: Engine, period: Any, *rest: Any) -> Any:
            made[period.id] += 1
            return own(engine, period, *rest)

        monkeypatch.setattr(Engine, "_make_readings", counted)
        atlas = geodata.load(long)
        for _ in range(2):
            for period in atlas.periods:
                atlas.control(period.id)
                atlas.areas(period.id)
        assert set(made.values()) == {1}

    def test_where_nothing_is_checked_no_period_is_decided_for_it(
        self, long: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        atlas = geodata.load(long)
        monkeypatch.setattr(Engine, "calls", partial(pytest.fail, "decided for nothing"))
        assert atlas.checks() == []


class TestManyFactions:
    def test_small_ones_are_one_entry_with_their_number(self, crowded: Edition) -> None:
        whole = trends(crowded, "faction", "area")
        found = folded(whole)
        led = [key for key in whole.keys if key not in LAST]
        assert [key for key in found.keys if key not in LAST] == [*led[:MOST_ENTRIES], OTHERS]
        assert found.small == len(led) - MOST_ENTRIES > 0
        for number in range(6):
            assert found.total(number) == pytest.approx(whole.total(number))
            small = sum(one.amount for key, one in whole.shares[number].items() if key in led[MOST_ENTRIES:])
            assert found.shares[number][OTHERS].amount == pytest.approx(small)
        assert sum(one.amount for one in found.flows) == pytest.approx(sum(one.amount for one in whole.flows))
        html = trends_html(crowded, "faction", "area", ())
        assert f"{found.small} smaller ones" in html

    def test_a_pinned_one_has_a_place_of_its_own(self, crowded: Edition) -> None:
        whole = trends(crowded, "faction", "area")
        smallest = [key for key in whole.keys if key not in LAST][-1]
        assert smallest not in folded(whole).keys
        assert smallest in folded(whole, (smallest,)).keys

    @pytest.mark.parametrize("width", [358, 1180])
    @pytest.mark.parametrize("measure", ["area", "provinces"])
    def test_no_bar_is_negative_whatever_is_pinned(self, crowded: Edition, width: int, measure: str) -> None:
        pins = tuple(crowded.atlas.factions["faction_id"])
        found = heights(trends_svg(crowded, "faction", measure, pins, width))
        assert min(found) >= 0
        assert max(found) > 10

    def test_from_whom_to_whom_has_as_many_rows_as_can_be_read(self, crowded: Edition) -> None:
        found = changes(crowded, "1800", "1801")
        table = matrix(crowded, found)
        assert len(table["rows"]) <= MOST_HOLDERS + 6
        cells = [cell for row in table["rows"] for cell in row["cells"] if cell]
        assert sum(part["count"] for cell in cells for part in cell) == 180
        small = next(row["name"] for row in table["rows"] if "smaller" in row["name"])
        assert (
            int(small.split()[0])
            == len({side.holder for one in found for side in (one.before, one.after) if side.holder[0] not in LAST})
            - MOST_HOLDERS
        )

    @pytest.mark.parametrize("compare", [None, "1801"])
    def test_a_slide_has_room_for_its_maps(self, crowded: Edition, compare: str | None) -> None:
        figure = crowded.atlas.plot("1800", compare=compare, size="slide")
        maps = [axes for axes in figure.axes if axes.get_label().startswith("map")]
        assert maps[0].get_position().width > 0.3
        assert any("smaller ones, not listed here" in text.get_text() for axes in figure.axes for text in axes.texts)


class TestManyUnits:
    def test_compare_lists_some_and_counts_all(self, wide: Edition) -> None:
        found = changes(wide, "1800", "1801")
        # Values of a data set have the days since when: each tells of its change.
        changed = [one.province_id for one in found if one.kind == "changed-hands"]
        assert len(changed) > MOST_LISTED + 1
        last = changed[-1]
        html = change_tables_html(wide, "1800", "1801", last)
        assert f"Changed hands {len(changed)}" in html
        assert f"{len(changed) - MOST_LISTED - 1} more are on the map" in html
        assert f'id="change-{last}"' in html, "the one that is chosen"

    def test_the_compare_figure_lists_what_changed(self, long: Path) -> None:
        atlas = geodata.load(long)
        rows = atlas.changes("1800", "1801")
        texts = [text.get_text() for axes in atlas.plot("1800", compare="1801").axes for text in axes.texts]
        assert f"Unchanged ({(rows['kind'] == 'unchanged').sum()})" in texts, "and no names behind it"
        words = " ".join(texts)
        changed = rows[~rows["kind"].isin(["unchanged"])]
        listed = {one for ends in (changed["from"], changed["to"]) for ids in ends for one in ids}
        shown = atlas.factions.set_index("faction_id")["name"]
        assert {one for one in shown.index if shown[one] in words} == listed

    def test_codes_that_would_lie_on_each_other_are_left_out(self, wide: Edition, long: Path) -> None:
        def codes(atlas: geodata.Atlas) -> int:
            drawn = atlas.plot("1800", size="column").axes[0].texts
            known = set(atlas.factions["code"])
            return sum(text.get_text() in known for text in drawn) // 2  # each has a halo

        few = geodata.load(long)
        assert codes(few) == len(few.control("1800").query("status == 'held'"))
        assert codes(wide.atlas) < 100

    def test_tables_show_some_rows_and_say_how_many_there_are(self, wide: Edition) -> None:
        html = provinces_table_html(wide, "1800")
        assert html.count("<tr data-province=") == MOST_ROWS
        assert "2,200 of 2,200" in html.replace("\u2068", "").replace("\u2069", "")
        assert f"{MOST_ROWS:,} by name" in html.replace("\u2068", "").replace("\u2069", "")
        for part, make in (("coverage", coverage_html), ("agreement", partial(agreement_html, period_id="1800"))):
            shown = rows_at_once(wide, part)
            assert make(wide, shown=shown).count('<th scope="row"><button' if part == "agreement" else "<tr><th") < 2200
            assert 'data-choose="more"' in make(wide, shown=shown)


class TestManyStops:
    def test_what_stays_the_same_is_one_entry(self, very_long: Edition) -> None:
        for province_id in ("u00000", "u00007"):
            years = call_data(very_long, "1900", province_id)["years"]
            calls = [very_long.atlas.control(period.id).set_index("province_id") for period in very_long.atlas.periods]
            looks = [(one.loc[province_id, "status"], one.loc[province_id, "factions"]) for one in calls]
            runs = 1 + sum(before != after for before, after in itertools.pairwise(looks))
            assert len(years) == runs < 100
            assert sum(one["current"] for one in years) == 1
        html = call_html(very_long, "1900", "u00000")
        assert html.count('aria-current="true"') == 2, "near the chosen year, and in the whole list"

    def test_all_columns_are_in_the_picture_and_none_hides_another(self, very_long: Edition) -> None:
        root = ElementTree.fromstring(trends_svg(very_long, width=1180))
        boxes = sorted(
            {(float(one[1].attrib["x"]), float(one[1].attrib["width"])) for one in root.iter(f"{SVG}g") if len(one) > 1}
        )
        assert len(boxes) == 200
        assert all(x + wide <= after for (x, wide), (after, _) in itertools.pairwise(boxes))
        names = list(root.findall(f"{SVG}text"))
        places = sorted(float(one.attrib["x"]) for one in names)
        assert min(b - a for a, b in itertools.pairwise(places)) >= 30

    def test_no_figure_has_a_map_of_each(self, very_long: Edition, tmp_path: Path) -> None:
        with pytest.raises(ValueError, match=f"room for {MOST_MAPS}"):
            very_long.atlas.plot()
        with pytest.raises(NoSuchFileError):
            make_file(very_long, "figure.all.faction.png")
        assert "figure.all" not in take_away_html(very_long, State("1800"))
        with pytest.raises(SystemExit):
            main(["figure", str(very_long.atlas.package.folder), str(tmp_path / "all.png")])
        assert list(tmp_path.iterdir()) == []


class TestNothingTold:
    def test_pages_say_so_in_words(self, silent: Edition) -> None:
        assert "No source in this atlas says who led anywhere" in trends_html(silent, "faction", "area", ())
        for period in moves_payload(silent)["periods"]:
            assert "no source says who leads in any of 9 provinces" in period["headline"]
        assert "Nothing changed" in change_tables_html(silent, "1800", "1801", None)
        published = re.sub(r"<script.*?</script>", "", publish(silent.atlas).decode(), flags=re.DOTALL)
        assert "no source says who led in 9" in published
        assert silent.atlas.plot("1800").alt_text.count("no source says who led here") == 9
