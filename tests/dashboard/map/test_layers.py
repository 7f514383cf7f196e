"""Towns and dated events for the map."""

from __future__ import annotations

from dashboard.edition import edition_of
from dashboard.map.layers import layers_payload
from tests.built_in import ATLAS

PAYLOAD = layers_payload(edition_of(ATLAS))


def test_every_town_stands_where_the_table_has_it() -> None:
    places = ATLAS.places
    towns = places[places["kind"] != "area"]
    assert len(PAYLOAD["towns"]) == len(towns) < len(places), "a valley is no town"
    faizabad = next(one for one in PAYLOAD["towns"] if one["name"] == "Faizabad")
    assert (faizabad["at"], faizabad["kind"]) == ([70.58, 37.12], "capital")


def test_every_event_with_a_place_is_at_it_once_in_its_period() -> None:
    for period in ATLAS.periods:
        events = ATLAS.events(period.id)
        placed = set(events.loc[events["place_id"] != "", "event_id"])
        shown = [event_id for mark in PAYLOAD["events"][period.id] for event_id in mark["ids"]]
        assert sorted(shown) == sorted(placed)
        for mark in PAYLOAD["events"][period.id]:
            assert len(mark["text"].splitlines()) == len(mark["ids"])
