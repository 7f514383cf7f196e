"""The panels of all provinces, each text once: what comes back is what the dashboard says."""

from __future__ import annotations

from typing import Any

import pytest

import geodata
from dashboard.edition import edition_of
from dashboard.parts.province_data import call_data, evidence_data
from dashboard.publish.evidence import panels_payload


@pytest.fixture(scope="module")
def payload() -> dict[str, Any]:
    return panels_payload(edition_of(geodata.load()))


def test_every_call_and_all_its_evidence_come_back(payload: dict[str, Any]) -> None:
    atlas = geodata.load()
    written = payload["texts"]

    def text(number: int | None) -> str:
        return "" if number is None else written[number]

    def claim(entry: list[int]) -> dict[str, Any]:
        number, *tags = entry
        values = payload["claims"][number]
        columns = dict(zip(payload["claimColumns"], map(text, values), strict=True))
        return {"id": text(number), "tags": list(map(text, tags)), **columns}

    for period in atlas.periods:
        assert set(payload["panels"][period.id]) == set(atlas.provinces(period.id)["province_id"])
        for province, panel in payload["panels"][period.id].items():
            call, evidence = panel["call"], panel["evidence"]
            wanted = call_data(edition_of(atlas), period.id, province)
            for key in ("name", "period", "native", "look", "what", "lead"):
                assert text(call.get(key)) == wanted[key]
            assert [(text(term), text(value)) for term, value in call["rows"]] == [
                (row["term"], row["text"]) for row in wanted["rows"]
            ]
            said = evidence_data(edition_of(atlas), period.id, province)
            assert list(map(text, evidence["steps"])) == said["steps"]
            assert text(evidence.get("note")) == said["note"]
            assert [
                {
                    "title": text(group["title"]),
                    "open": group.get("open", False),
                    "claims": [claim(one) for one in group.get("claims", [])],
                }
                for group in evidence["groups"]
            ] == said["groups"]
            events = evidence["events"].get("items", [])
            assert [{key: text(number) for key, number in event.items()} for event in events] == [
                {key: value for key, value in event.items() if value} for event in said["events"]["items"]
            ]


def test_each_text_is_written_once(payload: dict[str, Any]) -> None:
    assert len(payload["texts"]) == len(set(payload["texts"]))


def test_every_claim_that_speaks_to_a_period_is_there(payload: dict[str, Any]) -> None:
    atlas = geodata.load()
    spoken = {claim for period in atlas.periods for claim in atlas.claims(period=period.id)["claim_id"]}
    assert {payload["texts"][number] for number in payload["claims"]} == spoken
