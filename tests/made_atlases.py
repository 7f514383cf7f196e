"""Made-up atlases as messy as real data sets: districts by day, and the quarters of a town along a front line."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

DISTRICT_DAYS = [date(2021, 8, 1) + timedelta(days=number) for number in (0, 3, 4, 9, 14)]
"""Days on which the data set was looked at: not evenly, as it comes."""

DISTRICTS_WIDE, DISTRICTS_HIGH = 6, 4

OWNERS = (
    "emirate", "republic", "eastern-front", "northern-front", "river-council", "hill-council", "coast-guard",
    "salt-company", "free-cities", "border-police", "old-guard", "young-guard", "harbour-union", "mountain-corps",
)  # fmt: skip
"""Categories of the data set; none has a colour, and there are more than can be told apart by hue."""

MONTHS = [date(2014, number, 1) for number in (5, 6, 7)]


def districts_by_day(folder: Path) -> Path:
    """Districts and days, one value a row: nulls, names that repeat, categories without colours, no capital, no event.

    The emirate holds the west and each day one column more; `d5-3` has no value on any day, `d0-0` none on the first.
    `near_days` is there although the data set is by day: its values must not leak into other days for that.
    """
    shapes = [
        _feature(
            {
                "shape_id": f"d{x}-{y}-2017",
                "province_id": f"d{x}-{y}",
                # One name in each row of the map, as districts called after the same saint.
                "name": "Saint Mary" if x == y else f"District {x} {y}",
                "parent": "West" if x < 3 else "East",
                "kind": "province",
                "valid_from": "2017-01-01",
                "boundary": "as-today",
            },
            60 + x * 0.5,
            30 + y * 0.4,
            0.5,
            0.4,
        )
        for x in range(DISTRICTS_WIDE)
        for y in range(DISTRICTS_HIGH)
    ]
    # Saint Mary stands twice in the west: its parents tell them apart from those in the east only.
    for shape in shapes:
        properties = shape["properties"]
        if properties["name"] == "Saint Mary":
            properties["parent"] = ("North West", "South West", "Centre", "East")[int(properties["province_id"][1])]
    rows = []
    for number, day in enumerate(DISTRICT_DAYS):
        for x in range(DISTRICTS_WIDE):
            for y in range(DISTRICTS_HIGH):
                one = f"d{x}-{y}"
                if one == "d5-3":
                    continue
                owner = "emirate" if x <= number else OWNERS[1 + (x * DISTRICTS_HIGH + y) % (len(OWNERS) - 1)]
                rows.append([one, day.isoformat(), "" if (one, number) == ("d0-0", 0) else owner, "survey"])
    write_atlas(
        folder,
        {
            "title": "Districts of a made-up country, August 2021",
            "version": "1.0.0",
            "control": "Who the survey says runs the district on that day.",
            "near_days": 730,
            "licenses": [{"name": "ODbL-1.0", "title": "Open Database License 1.0"}],
            "words": {
                "unit": {"one": "district", "other": "districts"},
                "stop": {"one": "day", "other": "days"},
                "faction": {"one": "owner", "other": "owners"},
            },
        },
        {
            "periods": _periods([(day.isoformat(), day, day) for day in DISTRICT_DAYS]),
            "sides": [["side_id", "name", "colour", "sign", "order"], ["any", "the owners", "#44546a", "circle", "1"]],
            "factions": [
                ["faction_id", "name", "short_name", "kind", "side"],
                *([one, one.replace("-", " ").title(), one.split("-")[0].title(), "party", "any"] for one in OWNERS),
            ],
            "claims": [_CLAIMS],
            "scopes": [_SCOPES],
            "sources": [_SOURCES, _source("survey", "Weekly Survey of Districts")],
            "observations": [["province_id", "date", "faction_id", "source_id"], *rows],
        },
        shapes,
        {"sources": [{"title": "Mapping Office of the made-up country"}], "licenses": [{"name": "ODbL-1.0"}]},
    )
    return folder


def town_on_the_front(folder: Path) -> Path:
    """Quarters of a town of three kilometres by month, with a front line that moves one column a month.

    In each row of quarters the one on the front has no value; one quarter is told of in words by a newspaper too, which
    says otherwise than the data set. Words in two languages.
    """
    shapes = [
        _feature(
            {
                "shape_id": f"q{x}-{y}-2014",
                "province_id": f"q{x}-{y}",
                "name": f"Quarter {x}{y}",
                "name_fa": f"ناحیهٔ {x}{y}",
                "kind": "province",
                "valid_from": "2014-01-01",
                "boundary": "approximate",
            },
            37.80 + x * 0.006,
            48.00 + y * 0.004,
            0.006,
            0.004,
        )
        for x in range(5)
        for y in range(3)
    ]
    values = [
        [f"q{x}-{y}", month.strftime("%Y-%m"), "" if x == front else "blue" if x < front else "red", "monitor"]
        for front, month in enumerate(MONTHS, start=1)
        for x in range(5)
        for y in range(3)
    ]
    write_atlas(
        folder,
        {
            "title": "A town on the front, May to July 2014",
            "version": "1.0.0",
            "control": "Whose soldiers stood in the quarter at the end of the month.",
            "attribution": "Quarters after a town plan of 2010",
            "words": {
                "unit": {"one": "quarter", "other": "quarters"},
                "stop": {"one": "month", "other": "months"},
                "faction": {"one": "army", "other": "armies"},
            },
            "translations": {"fa": {"words": {"unit": {"one": "ناحیه", "other": "ناحیه‌ها"}}}},
        },
        {
            "periods": [
                ["period_id", "label", "start", "end", "edtf"],
                *(
                    [month.strftime("%Y-%m"), month.strftime("%B %Y"), month.isoformat(), last, month.strftime("%Y-%m")]
                    for month, last in zip(MONTHS, ("2014-05-31", "2014-06-30", "2014-07-31"), strict=True)
                ),
            ],
            "sides": [
                ["side_id", "name", "colour", "sign", "order"],
                ["blues", "the Blue Army", "#2456a6", "circle", "1"],
                ["reds", "the Red Army", "#a62424", "square", "2"],
            ],
            "factions": [
                ["faction_id", "name", "short_name", "kind", "side", "colour"],
                ["blue", "Blue Army", "Blue", "government", "blues", "#2456a6"],
                ["red", "Red Army", "Red", "militia", "reds", "#a62424"],
            ],
            "claims": [
                _CLAIMS,
                [
                    "C001",
                    "C001",
                    "blue",
                    "countryside",
                    "dominant",
                    "provinces",
                    "2014-05-30",
                    "stated",
                    "The Blue Army was seen in quarter 40 at the end of May.",
                    "paper",
                ],
            ],
            "scopes": [_SCOPES, ["C001", "q4-0", "whole", "true"]],
            "sources": [_SOURCES, _source("monitor", "Monthly Monitor"), _source("paper", "Town Paper")],
            "observations": [["province_id", "period_id", "faction_id", "source_id"], *values],
        },
        shapes,
        {},
    )
    return folder


_CLAIMS = [
    "claim_id",
    "sentence_id",
    "faction_id",
    "domain",
    "role",
    "scope",
    "date",
    "basis",
    "statement",
    "source_id",
]
_SCOPES = ["claim_id", "province_id", "extent", "named"]
_SOURCES = ["source_id", "type", "title", "author", "language", "kind", "independent", "thin"]


def _source(source_id: str, title: str) -> list[str]:
    return [source_id, "dataset", title, "A. Surveyor", "en", "reference", "true", "false"]


def _periods(rows: Iterable[tuple[str, date, date]]) -> list[list[str]]:
    told = [[one, one, start.isoformat(), end.isoformat(), one] for one, start, end in rows]
    return [["period_id", "label", "start", "end", "edtf"], *told]


def _feature(properties: Mapping[str, Any], west: float, south: float, wide: float, high: float) -> dict[str, Any]:
    east, north = west + wide, south + high
    ring = [(west, south), (east, south), (east, north), (west, north), (west, south)]
    rounded = [(round(x, 6), round(y, 6)) for x, y in ring]
    return {
        "type": "Feature",
        "properties": dict(properties),
        "geometry": {"type": "Polygon", "coordinates": [rounded]},
    }


def write_atlas(
    folder: Path,
    descriptor: Mapping[str, Any],
    tables: Mapping[str, Sequence[Sequence[str]]],
    shapes: Sequence[Mapping[str, Any]],
    of_shapes: Mapping[str, Any],
) -> None:
    """Write the folder of an atlas; `of_shapes` is what the descriptor says of its shapes."""
    folder.mkdir(parents=True)
    for name, rows in tables.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
            csv.writer(handle, lineterminator="\n").writerows(rows)
    collection = {"type": "FeatureCollection", "features": list(shapes)}
    (folder / "provinces.geojson").write_text(json.dumps(collection), encoding="utf-8")
    resources = [
        {"name": "provinces", "path": "provinces.geojson", **of_shapes},
        *({"name": name, "path": f"{name}.csv"} for name in tables),
    ]
    content = {"name": "made-up", "format": 2, "created": "2026-11-25T00:00:00Z", **descriptor, "resources": resources}
    (folder / "datapackage.json").write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
