"""No page speaks of what an atlas has not: alliances, capitals, leaders, dated events, a countryside."""

from __future__ import annotations

import re

import pytest

import geodata
from dashboard.edition import Edition, edition_of
from dashboard.parts import evidence_data, key_html, legend_html, moves_payload, provinces_table_html
from dashboard.publish import publish
from dashboard.shell.find import find_data
from dashboard.state import State, groupings_of, layers_of, state_from_address, views_of
from dashboard.views.evidence.claims import bases, claim_rows, find_claims
from dashboard.views.factions.cards import faction_cards
from dashboard.views.map.html import side_html, tools_html
from tests.made_atlases import districts_by_day
from tests.made_up import Folder

DAY = "2021-08-04"


@pytest.fixture(scope="module")
def districts(tmp_path_factory: pytest.TempPathFactory) -> Edition:
    return edition_of(geodata.load(districts_by_day(tmp_path_factory.mktemp("made") / "districts")))


def words_of(html: str) -> str:
    return re.sub(r"<[^>]+>", " ", html)


def test_views_layers_and_groupings_that_have_something_to_show(districts: Edition, folder: Folder) -> None:
    assert "timeline" not in views_of(districts)
    assert layers_of(districts) == ()
    assert groupings_of(districts) == ("faction",)
    other = edition_of(folder.load())
    assert "timeline" in views_of(other)
    assert {"towns", "events"} <= set(layers_of(other))
    assert groupings_of(other) == ("faction", "alliance")


@pytest.mark.parametrize(
    "asked",
    [{"view": "timeline"}, {"colour": "capital"}, {"colour": "alliance"}, {"show": "towns"}, {"by": "alliance"}],
)
def test_an_address_asks_in_vain_for_what_is_not_there(districts: Edition, asked: dict[str, str]) -> None:
    assert state_from_address(asked, districts) == State(districts.atlas.periods[0].id)


def test_map_legend_and_table_speak_of_no_capital_and_no_alliance(districts: Edition) -> None:
    shown = [
        side_html(districts), tools_html(districts), key_html(districts), legend_html(districts, DAY),
        provinces_table_html(districts, DAY),
    ]  # fmt: skip
    for html in shown:
        assert not re.search(r"capital|alliance|leader|province|town|dated event", words_of(html), re.IGNORECASE)
    assert "capital" not in moves_payload(districts)["colourings"]


def test_other_atlases_speak_of_them(folder: Folder) -> None:
    edition = edition_of(folder.load())
    assert "Capital" in words_of(provinces_table_html(edition, "1900"))
    assert "Capitals" in words_of(side_html(edition))


def test_a_sheet_has_no_claims_about_towns(districts: Edition, folder: Folder) -> None:
    titles = [group["title"] for group in evidence_data(districts, DAY, "d1-2")["groups"]]
    assert not any("capital" in title.lower() for title in titles)
    others = [group["title"] for group in evidence_data(edition_of(folder.load()), "1900", "north")["groups"]]
    assert any("capital" in title.lower() for title in others)


def test_find_and_cards_look_for_no_leader(districts: Edition) -> None:
    assert find_data(districts)["label"] == "Find place, owner"
    for card in faction_cards(districts):
        assert card["alliance"] == ""
        assert card["facts"] == []


def test_evidence_is_called_a_data_set_and_can_be_filtered_so(districts: Edition, folder: Folder) -> None:
    (claim,) = next(group["claims"] for group in evidence_data(districts, DAY, "d1-2")["groups"] if group["claims"])
    assert claim["basis"] == "data set"
    assert bases(districts) == ["stated", "inferred", "data-set"]
    rows = claim_rows(districts)
    assert len(find_claims(rows, State(DAY, basis="data-set"))) == len(rows) == 5 * 23 - 1
    assert find_claims(rows, State(DAY, basis="stated")) == []
    assert bases(edition_of(folder.load())) == ["stated", "inferred"]


def test_the_published_page_speaks_in_the_words_of_the_atlas(districts: Edition) -> None:
    page = publish(districts.original).decode()
    table = words_of(page[page.index("<table") : page.index("</table")])
    assert "countryside" not in table
    assert "Who led each district" in table
    assert "Saint Mary (East)" in table
