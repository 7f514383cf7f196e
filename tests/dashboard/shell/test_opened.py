"""Whose atlas the page shows: whoever's own was closed for them is told, whoever closed it is not."""

from __future__ import annotations

import pytest
from streamlit.testing.v1 import AppTest

from dashboard.shell.opened import CLOSED
from dashboard.text import texts

GIVEN = "given"
OPENED = "/opened/token"


def _page() -> None:
    import streamlit as st  # noqa: PLC0415  Only what stands in it is run as the page.

    from dashboard.edition import Edition  # noqa: PLC0415
    from dashboard.shell.opened import begin_with  # noqa: PLC0415
    from tests.built_in import ATLAS  # noqa: PLC0415

    edition = Edition(ATLAS)
    edition.place = st.session_state["given"]
    begin_with(edition)


@pytest.fixture
def page() -> AppTest:
    page = AppTest.from_function(_page, default_timeout=60)
    page.session_state[GIVEN] = OPENED
    return page.run()


def told(page: AppTest) -> list[str]:
    assert not page.exception
    return [one.value for one in page.toast]


def test_whoever_has_just_opened_an_atlas_is_told_nothing(page: AppTest) -> None:
    assert told(page) == []
    assert told(page.run()) == []


def test_whose_atlas_was_closed_because_nobody_looked_at_it_is_told_once(page: AppTest) -> None:
    page.session_state[GIVEN] = ""
    assert told(page.run()) == [texts()("opened-gone")]
    assert told(page.run()) == []


def test_whoever_closed_it_is_not_told_but_is_where_it_goes_another_time(page: AppTest) -> None:
    page.session_state[GIVEN], page.session_state[CLOSED] = "", True
    assert told(page.run()) == []
    page.session_state[GIVEN] = OPENED
    assert told(page.run()) == []
    page.session_state[GIVEN] = ""
    assert told(page.run()) == [texts()("opened-gone")]
