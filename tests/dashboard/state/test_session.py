"""The reader's choices in Streamlit's session, whenever a run is broken off."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from types import SimpleNamespace
from typing import Any

import pytest

import geodata
from dashboard.edition import Edition, edition_of
from dashboard.state import session
from dashboard.widgets import to_the_end


class BrokenOffError(BaseException):
    """Streamlit ends a run where it writes to the session, if another one is asked for; with no `Exception`."""


class Session(dict[str, Any]):
    """Lets so many values be written, then breaks off once."""

    left: int | None = None

    def __setitem__(self, key: str, value: Any) -> None:
        if self.left == 0:
            self.left = None
            raise BrokenOffError
        if self.left is not None:
            self.left -= 1
        super().__setitem__(key, value)


class Address:
    """Of the browser."""

    def __init__(self, **parameters: str) -> None:
        self.parameters: Mapping[str, str] = parameters

    def to_dict(self) -> dict[str, str]:
        return dict(self.parameters)

    def from_dict(self, parameters: Mapping[str, str]) -> None:
        self.parameters = dict(parameters)


@pytest.fixture
def edition(afghanistan: geodata.Atlas) -> Edition:
    return edition_of(afghanistan)


@pytest.fixture
def page(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Streamlit as far as the choices need it."""
    found = SimpleNamespace(session_state=Session(), query_params=Address(period="1987", colour="capital"))
    monkeypatch.setattr(session, "st", found)
    return found


def go_through_history(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(session, "goes_through_history", lambda: True)


def run_again_if_broken_off(run: Callable[[], None]) -> None:
    try:
        run()
    except BrokenOffError:
        run()


@pytest.mark.parametrize("writes", range(4))
def test_a_step_that_was_broken_off_is_taken_by_the_next_run(
    edition: Edition, page: SimpleNamespace, writes: int
) -> None:
    session.begin(edition)
    page.session_state.left = writes
    back = {"period": "1987"}
    run_again_if_broken_off(lambda: session.adopt_address(edition, back))
    assert (session.chosen().period, session.chosen().colour) == ("1987", "faction")
    assert page.session_state["colour"] == "faction"


@pytest.mark.parametrize("writes", range(4))
def test_a_move_that_was_broken_off_is_not_lost(edition: Edition, page: SimpleNamespace, writes: int) -> None:
    session.begin(edition)
    page.session_state.left = writes
    move = partial(session.adopt_move, edition, {"period": "1987", "colour": "capital"}, {"period": "1988-89"})
    with suppress(BrokenOffError):
        to_the_end(move)()
    assert (session.chosen().period, session.chosen().colour) == ("1988-89", "faction")


@pytest.mark.parametrize("writes", range(2))
def test_a_choice_that_was_broken_off_comes_into_the_address(
    edition: Edition, page: SimpleNamespace, writes: int
) -> None:
    session.begin(edition)
    page.session_state.left = writes
    run_again_if_broken_off(lambda: session.remember(edition, period="1988-89"))
    assert page.query_params.parameters == {"period": "1988-89", "colour": "capital"}


def test_a_widget_that_has_not_heard_of_the_step_before_gives_way_to_the_address(
    edition: Edition, page: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.begin(edition)
    session.remember(edition, view="method")
    go_through_history(monkeypatch)
    page.query_params = Address(period="1987", colour="capital")
    session.begin(edition)
    # The browser's next step back comes with what its widgets said before the first.
    page.session_state["view"] = "method"
    page.query_params = Address(period="1987")
    session.begin(edition)
    assert (page.session_state["view"], session.chosen().view) == ("map", "map")
    assert session.chosen().colour == "faction"


def test_a_language_is_chosen_and_all_else_stays(edition: Edition, page: SimpleNamespace) -> None:
    session.begin(edition)
    session.choose_language(edition, "fa")
    assert page.query_params.parameters == {"period": "1987", "colour": "capital", "lang": "fa"}


class TestMoves:
    """What the browser tells while something that it has not seen is on its way to it."""

    FIRST: Mapping[str, str] = {"period": "1987", "colour": "capital"}

    def test_a_year_that_is_chosen_while_a_view_is_coming_keeps_the_view(
        self, edition: Edition, page: SimpleNamespace
    ) -> None:
        session.begin(edition)
        session.choose(edition, view="timeline")
        session.adopt_move(edition, self.FIRST, {"period": "1988-89", "colour": "capital"})
        session.remember(edition)
        assert page.query_params.parameters == {"view": "timeline", "period": "1988-89", "colour": "capital"}
        assert (page.session_state["view"], page.session_state["period"]) == ("timeline", "1988-89")

    def test_who_goes_there_and_back_meanwhile_is_where_he_was(self, edition: Edition, page: SimpleNamespace) -> None:
        session.begin(edition)
        session.choose(edition, view="timeline")
        session.adopt_move(edition, self.FIRST, {"period": "1988-89", "colour": "capital"})
        session.choose(edition, language="fa")
        session.adopt_move(edition, self.FIRST, self.FIRST)
        session.remember(edition)
        assert page.query_params.parameters == {"lang": "fa", "view": "timeline", "period": "1987", "colour": "capital"}

    def test_moves_that_have_seen_different_answers_all_count(self, edition: Edition, page: SimpleNamespace) -> None:
        session.begin(edition)
        session.choose(edition, view="timeline")
        seen = page.query_params.to_dict()
        session.adopt_move(edition, self.FIRST, {"period": "1987", "colour": "evidence"})
        session.remember(edition)
        session.adopt_move(edition, seen, {**seen, "period": "1988-89"})
        session.remember(edition)
        assert page.query_params.parameters == {"view": "timeline", "period": "1988-89", "colour": "evidence"}

    def test_what_was_written_once_and_is_written_again_begins_anew(
        self, edition: Edition, page: SimpleNamespace
    ) -> None:
        session.begin(edition)
        moved = {"period": "1988-89", "colour": "capital"}
        session.adopt_move(edition, self.FIRST, moved)
        session.choose(edition, period="1987")
        assert page.query_params.parameters == self.FIRST
        session.adopt_move(edition, self.FIRST, moved)
        assert session.chosen().period == "1988-89"

    def test_a_move_before_which_nothing_was_written_is_not_written_back(
        self, edition: Edition, page: SimpleNamespace
    ) -> None:
        session.begin(edition)
        session.adopt_move(edition, self.FIRST, {"period": "1988-89", "colour": "capital"})
        session.remember(edition)
        assert page.query_params.parameters == self.FIRST
        session.remember(edition, view="timeline")
        assert page.query_params.parameters == {"view": "timeline", "period": "1988-89", "colour": "capital"}

    def test_addresses_that_were_written_are_not_kept_for_ever(self, edition: Edition, page: SimpleNamespace) -> None:
        session.begin(edition)
        for number in range(100):
            session.choose(edition, text=f"word {number}")
        assert len(page.session_state[session.KEPT].told) == session.MOST_UNSEEN

    def test_addresses_that_were_never_written_are_not_either(self, edition: Edition, page: SimpleNamespace) -> None:
        session.begin(edition)
        for number in range(100):
            session.adopt_move(edition, {"text": f"word {number}"}, self.FIRST)
        assert len(page.session_state[session.KEPT].told) == session.MOST_UNSEEN
