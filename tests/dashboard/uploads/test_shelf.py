"""Atlases that readers have opened: so many at most, each as long as its page is there."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from dashboard.app_context import place_of
from dashboard.edition import edition_of
from dashboard.uploads import FullError, OpenedAtlas, ReadAtlas, Shelf
from dashboard.uploads.limits import IDLE_SECONDS
from dashboard.uploads.shelf import GRACE_SECONDS
from geodata import load
from tests.made_up import Folder


class Some:
    """Stands for an atlas where nobody looks into it."""


@dataclass
class World:
    """Pages that are there, and a clock that is set."""

    pages: set[str] = field(default_factory=lambda: {"a", "b", "c"})
    now: float = 1000.0

    def shelf(self, most: int = 2) -> Shelf:
        return Shelf(lambda: most, self.pages.__contains__, lambda: self.now)


def read() -> ReadAtlas:
    return ReadAtlas(cast(Any, Some()), b"")


def put(shelf: Shelf, session_id: str) -> OpenedAtlas:
    return shelf.put(session_id, read())


def test_an_atlas_is_found_under_its_token_and_by_its_session() -> None:
    shelf = World().shelf()
    opened = put(shelf, "a")
    assert shelf.find(opened.token) is opened
    assert shelf.of_session("a") is opened
    assert shelf.of_session("b") is None
    assert place_of(opened.atlas) == f"/opened/{opened.token}"


def test_tokens_are_long_and_all_different() -> None:
    shelf = World(pages={str(number) for number in range(50)}).shelf(most=50)
    tokens = {put(shelf, str(number)).token for number in range(50)}
    assert len(tokens) == 50
    assert min(map(len, tokens)) >= 43, "256 bits"


def test_a_wrong_token_finds_nothing() -> None:
    shelf = World().shelf()
    token = put(shelf, "a").token
    assert [shelf.find(one) for one in ("", "a", token[:-1], token + "A", token.lower() + "x")] == [None] * 5


def test_with_the_page_goes_the_address_at_once_and_comes_back_with_it() -> None:
    world = World()
    shelf = world.shelf()
    opened = put(shelf, "a")
    world.pages.remove("a")
    assert shelf.find(opened.token) is None
    world.now += GRACE_SECONDS - 1
    shelf.sweep()
    world.pages.add("a")
    assert shelf.find(opened.token) is opened


def test_the_atlas_of_a_page_that_stays_away_is_closed() -> None:
    world = World()
    shelf = world.shelf()
    opened = put(shelf, "a")
    world.pages.remove("a")
    shelf.sweep()
    world.now += GRACE_SECONDS + 1
    shelf.sweep()
    assert shelf.tokens == frozenset()
    assert place_of(opened.atlas) == ""


def test_what_nobody_has_looked_at_for_long_is_closed_though_its_page_is_there() -> None:
    world = World()
    shelf = world.shelf()
    looked_at, forgotten = put(shelf, "a"), put(shelf, "b")
    world.now += IDLE_SECONDS - 1
    assert shelf.find(looked_at.token) is looked_at
    world.now += 2
    shelf.sweep()
    assert shelf.tokens == {looked_at.token}
    assert shelf.find(forgotten.token) is None


def test_one_too_many_is_refused_until_another_is_closed() -> None:
    shelf = World().shelf(most=2)
    put(shelf, "a")
    second = put(shelf, "b")
    with pytest.raises(FullError):
        put(shelf, "c")
    shelf.close("a")
    third = put(shelf, "c")
    assert shelf.tokens == {second.token, third.token}


def test_a_page_that_is_away_makes_room() -> None:
    world = World()
    shelf = world.shelf(most=2)
    put(shelf, "a")
    second = put(shelf, "b")
    world.pages.remove("a")
    third = put(shelf, "c")
    assert shelf.tokens == {second.token, third.token}


def test_a_session_has_one() -> None:
    shelf = World().shelf(most=1)
    put(shelf, "a")
    second = put(shelf, "a")
    assert shelf.tokens == {second.token}


def test_editions_have_the_place_and_go_with_it(folder: Folder) -> None:
    shelf, atlas = World().shelf(), load(folder.path)
    opened = shelf.put("a", ReadAtlas(atlas, b""))
    edition = edition_of(atlas, "fa")
    assert edition_of(atlas, "fa") is edition
    assert edition.address_of("/data/claims.csv") == f"/opened/{opened.token}/data/claims.csv"
    other = edition.atlas.rule.__class__(near_days=1)
    assert edition.read_by(other).place == edition.place
    shelf.close("a")
    assert edition_of(atlas, "fa") is not edition
    assert edition_of(atlas, "fa").place == ""
