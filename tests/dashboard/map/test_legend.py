"""The faction legend."""

from __future__ import annotations

from pathlib import Path

import pytest

import geodata
from dashboard.map.legend import legend_css, legend_html
from dashboard.text import texts
from geodata.looks import sample_looks
from geodata.template import write_template


@pytest.fixture
def squareland(tmp_path: Path) -> geodata.Atlas:
    return geodata.load(write_template(tmp_path / "squareland"))


def test_no_evidence_is_counted_in_the_legend(squareland: geodata.Atlas) -> None:
    html = legend_html(squareland, texts(), "1910-11")
    assert 'data-status="no-evidence"' in html
    assert html.count("1 province") == 3


def test_every_look_of_the_legend_has_a_picture(squareland: geodata.Atlas) -> None:
    css = legend_css(squareland)
    for look in sample_looks().values():
        assert f".look-{look.id} " in css
    assert ".sign-unknown " in css
