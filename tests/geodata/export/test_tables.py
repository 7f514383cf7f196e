"""Claims and factions with shapes."""

from __future__ import annotations

import json

from geodata import Atlas
from geodata.export.geojson import geojson
from geodata.export.tables import claims_on_map, factions_on_map
from geodata.telling.provenance import about


def test_every_claim_is_there_and_national_ones_have_no_place(afghanistan: Atlas) -> None:
    found = claims_on_map(afghanistan)
    assert list(found["claim_id"]) == list(afghanistan.claims()["claim_id"])
    nowhere = found.loc[found.geometry.isna(), "province_ids"]
    assert not nowhere.map(len).any()
    features = json.loads(geojson(found, about(afghanistan)))["features"]
    assert len(features) == len(found)


def test_where_a_faction_leads(afghanistan: Atlas) -> None:
    found = factions_on_map(afghanistan)
    led = found.explode("leads").dropna(subset="leads")
    for period in afghanistan.periods:
        calls = afghanistan.control(period.id)
        expected = {
            (faction, call.province_id)
            for call in calls.itertuples()
            if call.status in ("held", "shared")
            for faction in call.factions
        }
        here = led[led["period_id"] == period.id]
        assert set(zip(here["faction_id"], here["leads"], strict=True)) == expected
    assert found.geometry.isna().equals(found["leads"].map(len) == 0)
