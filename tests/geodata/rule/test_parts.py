"""Parts of provinces: decided from the claims about them alone, as a province is."""

from __future__ import annotations

from geodata.rule.parts import parts_of
from geodata.rule.setting import CAUTIOUS, STANDARD, Rule
from tests.made_up import Country


def told(country: Country, faction_id: str, place_id: str, role: str = "dominant", **more: str) -> None:
    """A claim about the surroundings of a place in the north."""
    country.claim(faction_id, "north:part", role=role, **more)
    country.scopes[-1]["place_id"] = place_id


def found(country: Country, rule: Rule = STANDARD) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {one.place_id: (one.call.status, one.call.factions) for one in parts_of(country.all_readings(), rule)}


def test_one_who_led_there_holds_it() -> None:
    country = Country()
    told(country, "reds", "fort", role="strong")
    (part,) = parts_of(country.all_readings())
    assert (part.province_id, part.place_id, part.call.status) == ("north", "fort", "held")
    assert part.call.claim_ids == ("C001",)


def test_each_place_is_decided_by_what_is_said_of_it() -> None:
    country = Country()
    told(country, "reds", "fort")
    told(country, "crown", "ford")
    country.claim("greens", "north")
    assert found(country) == {"ford": ("held", ("crown",)), "fort": ("held", ("reds",))}


def test_two_of_one_side_share_it_and_of_two_sides_leave_it_unclear() -> None:
    country = Country()
    told(country, "reds", "fort")
    told(country, "greens", "fort")
    told(country, "reds", "ford")
    told(country, "crown", "ford")
    assert found(country) == {"ford": ("unclear", ("crown", "reds")), "fort": ("shared", ("greens", "reds"))}


def test_presence_and_parts_without_a_place_draw_nothing() -> None:
    country = Country()
    told(country, "reds", "fort", role="present")
    country.claim("reds", "north:part")
    assert found(country) == {}


def test_towns_and_capitals_are_no_parts_of_the_countryside() -> None:
    country = Country()
    told(country, "reds", "fort", domain="town")
    told(country, "crown", "seat", domain="capital")
    assert found(country) == {}


def test_a_rule_that_lets_no_weak_claim_count_draws_no_weak_area() -> None:
    country = Country()
    told(country, "reds", "fort", basis="inferred")
    assert found(country) == {"fort": ("held", ("reds",))}
    assert found(country, CAUTIOUS) == {}
