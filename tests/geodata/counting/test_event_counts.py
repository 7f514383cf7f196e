"""Event tables: the same counts as a whole and in parts, and no row lost in silence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from geodata import Atlas, AtlasError
from geodata.counting import event_counts
from geodata.counting.event_counts import count_events

HERAT, KABUL, PARIS = (62.2, 34.34), (69.17, 34.53), (2.35, 48.86)


def table(*rows: tuple[tuple[float, float], str, str]) -> pd.DataFrame:
    return pd.DataFrame([{"lon": lon, "lat": lat, "date": date, "actor": actor} for (lon, lat), date, actor in rows])


def write(frame: pd.DataFrame, path: Path) -> Path:
    if path.suffix == ".csv":
        frame.to_csv(path, index=False)
    else:
        frame.to_parquet(path, row_group_size=500)
    return path


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
@pytest.mark.parametrize("memory_limit", [10**9, 0])
def test_rows_are_counted_where_and_when_they_are(
    afghanistan: Atlas, tmp_path: Path, ending: str, memory_limit: int
) -> None:
    rows = table(
        (HERAT, "1985-01-01", "A"),
        (HERAT, "1985-12-31", "A"),
        (HERAT, "1987-06-01", "B"),
        (KABUL, "1985-06-01", "A"),
        (KABUL, "1986-06-01", "A"),  # in no period
        (PARIS, "1985-06-01", "A"),  # in no province
        (KABUL, "one day", "A"),
        (KABUL, "1985-06-01", ""),
        ((500.0, 34.0), "1985-06-01", "A"),
    )
    found = count_events(write(rows, tmp_path / f"events{ending}"), afghanistan, memory_limit)
    assert found.counts.to_numpy().tolist() == [
        ["1985", "herat", "A", 2],
        ["1985", "kabul", "A", 1],
        ["1987", "herat", "B", 1],
    ]
    assert (found.unreadable, found.outside_periods, found.outside_provinces) == (3, 1, 1)


@pytest.mark.parametrize("ending", [".csv", ".parquet"])
def test_in_parts_it_is_the_same(
    afghanistan: Atlas, tmp_path: Path, ending: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(event_counts, "PART_BYTES", 20_000)
    random = np.random.default_rng(7)
    days = pd.Timestamp("1984-06-01") + pd.to_timedelta(random.integers(0, 2200, 5000), unit="D")
    frame = pd.DataFrame(
        {
            "lon": random.uniform(60, 75, 5000),
            "lat": random.uniform(29, 39, 5000),
            "date": days.strftime("%Y-%m-%d"),
            "actor": random.choice(["A", "B", "C"], 5000),
        }
    )
    path = write(frame, tmp_path / f"events{ending}")
    whole, parts = count_events(path, afghanistan), count_events(path, afghanistan, memory_limit=0)
    pd.testing.assert_frame_equal(whole.counts, parts.counts)
    numbers = [(one.unreadable, one.outside_periods, one.outside_provinces) for one in (whole, parts)]
    assert numbers[0] == numbers[1]
    assert whole.counts["events"].sum() + sum(numbers[0]) == 5000


def test_a_missing_column_is_named(afghanistan: Atlas, tmp_path: Path) -> None:
    path = write(table((HERAT, "1985-01-01", "A")).drop(columns="actor"), tmp_path / "events.csv")
    with pytest.raises(AtlasError, match=r"events\.csv, column actor"):
        count_events(path, afghanistan)


@pytest.mark.parametrize("name", ["events.txt", "nowhere.csv", "nowhere.parquet"])
def test_what_is_no_table_is_told(afghanistan: Atlas, tmp_path: Path, name: str) -> None:
    with pytest.raises(AtlasError, match=name):
        count_events(tmp_path / name, afghanistan)
