"""The finding of a period in one sentence."""

from __future__ import annotations

from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

import geodata
from dashboard.edition import edition_of
from dashboard.parts import headline
from dashboard.text import LANGUAGES, texts


@dataclass
class MadeUp:
    """An atlas of a few calls, one a row: side, strength, number of sources."""

    calls: list[tuple[str | None, str | None, int]]
    periods: tuple[str, ...] = ("1901",)
    side_names: dict[str, str] = field(default_factory=lambda: {"north": "the north", "south": "the south"})

    def call_rows(self, _: str) -> list[dict[str, str | int | None]]:
        return [dict(zip(("side", "side_strength", "n_sources"), call, strict=True)) for call in self.calls]

    def period(self, _: str) -> SimpleNamespace:
        return SimpleNamespace(label="1901")


def said(*calls: tuple[str | None, str | None, int]) -> str:
    edition = SimpleNamespace(
        atlas=MadeUp(list(calls)),
        words=texts("en"),
        cache_of=lambda function, _: lambda *given: function(edition, *given),
    )
    return headline(edition, "1901")  # type: ignore[arg-type]


def test_firm_weak_and_single_sources_are_counted_of_the_side_that_leads_most() -> None:
    calls = [("north", "firm", 2), ("north", "weak", 1), ("north", "weak", 1), ("south", "firm", 1), (None, None, 3)]
    assert said(*calls) == (
        "1901: the north lead 1 province on firm evidence, 2 on weak; 2 of these rest on one source"
    )


def test_no_firm_province_is_said_to_be_none() -> None:
    assert said(("south", "weak", 1)) == (
        "1901: the south lead no province on firm evidence, 1 on weak; 1 of these rests on one source"
    )


def test_of_two_sides_with_as_many_the_first_is_named() -> None:
    assert said(("south", "firm", 2), ("north", "firm", 2)).startswith("1901: the north lead 1 province on firm")


def test_where_nobody_is_known_to_lead_it_says_so() -> None:
    assert said((None, None, 0), (None, None, 4)) == "1901: no source says who leads in any of 2 provinces"


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_there_in_every_language_and_period(language: str) -> None:
    edition = edition_of(geodata.load(), language)
    for period in edition.atlas.periods:
        assert headline(edition, period.id).startswith(period.label)
