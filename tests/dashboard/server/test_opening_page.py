"""The picture of the map inside the page that Streamlit sends."""

from __future__ import annotations

import gzip
import importlib
import re
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import streamlit

import geodata
from dashboard.edition import edition_of
from dashboard.map.payload import calls_payload, states_of
from dashboard.server import opening_page
from dashboard.server.find_asset import find_asset
from dashboard.server.opening_page import with_opening
from dashboard.text import texts

STREAMLIT = Path(str(streamlit.__file__)).parent / "static"
ADDRESS = "https://atlas.example"


@pytest.fixture(scope="module")
def plain() -> str:
    return (STREAMLIT / "index.html").read_text(encoding="utf-8")


def fills(page: str) -> list[str]:
    picture = re.search(r'<svg class="atlas-picture".*?</svg>', page, re.DOTALL)
    assert picture is not None
    svg = ElementTree.fromstring(picture[0].replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1))
    return sorted(
        str(use.get("fill")) for use in svg.iter("{http://www.w3.org/2000/svg}use") if use.get("data-province")
    )


@pytest.mark.parametrize(("period", "colour"), [("1985", "faction"), ("1987", "evidence"), ("1988-89", "capital")])
def test_the_picture_is_that_of_the_address(
    plain: str, afghanistan: geodata.Atlas, period: str, colour: geodata.looks.ColouringName
) -> None:
    page = with_opening(plain, {"period": period, "colour": colour}, edition_of(afghanistan), ADDRESS)
    calls = states_of(calls_payload(edition_of(afghanistan), geodata.COLOURINGS), period)
    assert fills(page) == sorted(f"url(#{call['shown'][colour]['look']})" for call in calls.values())
    assert afghanistan.period(period).label in page
    # Whatever the picture uses is inside the page.
    used = set(re.findall(r'(?:href="#|url\(#)([\w-]+)', page))
    assert used <= set(re.findall(r'\sid="([\w-]+)"', page))


def test_an_address_that_makes_no_sense_shows_the_first_period(plain: str, afghanistan: geodata.Atlas) -> None:
    nonsense = {"period": "<script>", "colour": "x", "lang": "../en", "province": "'"}
    assert with_opening(plain, nonsense, edition_of(afghanistan), ADDRESS) == with_opening(
        plain, {}, edition_of(afghanistan), ADDRESS
    )


def test_scripts_and_sheets_of_the_page_stay(plain: str, afghanistan: geodata.Atlas) -> None:
    page = with_opening(plain, {}, edition_of(afghanistan), ADDRESS)
    for line in re.findall(r"<(?:script|link)[^>]+/static/[^>]+>", plain):
        assert line in page
    assert page.count("<title>") == 1
    assert '<div id="root"></div>' in page


def test_another_view_has_no_picture(plain: str, afghanistan: geodata.Atlas) -> None:
    page = with_opening(plain, {"view": "evidence", "period": "1987"}, edition_of(afghanistan), ADDRESS)
    assert "atlas-opening" not in page
    assert "· 1987</title>" in page


def test_very_many_provinces_have_no_picture(
    plain: str, afghanistan: geodata.Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening_page, "MOST_PROVINCES", 28)
    assert "atlas-opening" not in with_opening(plain, {}, edition_of(afghanistan), ADDRESS)
    monkeypatch.setattr(opening_page, "MOST_PROVINCES", 29)
    assert "atlas-opening" in with_opening(plain, {}, edition_of(afghanistan), ADDRESS)


def test_the_preview_of_a_link_tells_what_it_shows(plain: str, afghanistan: geodata.Atlas) -> None:
    page = with_opening(plain, {"period": "1987", "colour": "evidence"}, edition_of(afghanistan), ADDRESS)
    assert f'<meta property="og:image" content="{ADDRESS}/data/figure.1987.evidence.png">' in page
    described = re.search(r'<meta name="description" content="([^"]+)">', page)
    assert described is not None
    assert described[1].startswith("1987, 29 provinces: ")


@pytest.mark.parametrize(("language", "direction"), [("en", "ltr"), ("fa", "rtl"), ("ps", "rtl")])
def test_it_speaks_the_language_of_the_address(
    plain: str, afghanistan: geodata.Atlas, language: str, direction: str
) -> None:
    page = with_opening(plain, {"lang": language}, edition_of(afghanistan), ADDRESS)
    assert f'<html lang="{language}">' in page
    assert f'<div id="atlas-opening" class="atlas-page" lang="{language}" dir="{direction}"' in page
    assert texts(language)("opening-loading") in page


def test_what_streamlit_needs_waits_for_the_picture(plain: str, afghanistan: geodata.Atlas) -> None:
    """A browser fetches nothing that stands within a template."""
    waiting = re.findall(r'<link rel="modulepreload"[^>]*>|<script type="module"[^>]*></script>', plain)
    assert len(waiting) > 1
    page = with_opening(plain, {}, edition_of(afghanistan), ADDRESS)
    before, _, held = page.partition('<template id="atlas-held">')
    assert [one for one in waiting if one in before] == []
    assert [one for one in waiting if one not in held.partition("</template>")[0]] == []
    without = with_opening(plain, {"view": "method"}, edition_of(afghanistan), ADDRESS)
    assert "<template" not in without
    assert [one for one in waiting if one not in without.partition("</head>")[0]] == []


def test_the_picture_waits_for_no_sheet_but_its_own_and_streamlits(plain: str, afghanistan: geodata.Atlas) -> None:
    """A script behind a sheet waits for it, and all that follows waits with it: the first script stands before any."""
    head = with_opening(plain, {}, edition_of(afghanistan), ADDRESS).partition("</head>")[0]
    assert head.index("<script>") < head.index('rel="preload" as="style"') < head.index('rel="stylesheet"')
    assert "<script>" not in head[head.index('rel="stylesheet"') :]


def early_files(page: str) -> list[str]:
    return re.findall(r'<link rel="(?:prefetch"|preload" as="fetch" crossorigin) href="([^"]+)"[^>]*>', page)


def test_files_to_fetch_early_are_there(plain: str, afghanistan: geodata.Atlas) -> None:
    early = early_files(with_opening(plain, {}, edition_of(afghanistan), ADDRESS))
    mine = [one for one in early if one.startswith("/atlas/")]
    assert len(mine) == 5
    assert all(find_asset(edition_of(afghanistan), one.removeprefix("/atlas/")) for one in mine)


def test_the_script_of_the_frame_is_fetched_early_once_it_can_be(
    plain: str, afghanistan: geodata.Atlas, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Streamlit serves the files of a component after the page that shows it was made once."""
    folder = "/component/streamlit_folium.st_folium/static/js/main."
    importlib.import_module("streamlit_folium")
    early = early_files(with_opening(plain, {}, edition_of(afghanistan), ADDRESS))
    assert len([one for one in early if one.startswith(folder)]) == 1
    monkeypatch.delitem(sys.modules, "streamlit_folium")
    early = early_files(with_opening(plain, {}, edition_of(afghanistan), ADDRESS))
    assert [one for one in early if one.startswith(folder)] == []


@pytest.mark.parametrize(
    ("part", "other"),
    [
        ('<html lang="en">', "<html>"),
        ("<title>Streamlit</title>", "<title>\n  Another\n</title>"),
        ("<title>Streamlit</title>", ""),
        ("<body>", '<body class="new" data-x="1">'),
    ],
)
def test_another_release_of_streamlit_may_look_a_little_different(
    plain: str, afghanistan: geodata.Atlas, part: str, other: str
) -> None:
    assert plain.count(part) == 1
    page = with_opening(plain.replace(part, other), {"period": "1987"}, edition_of(afghanistan), ADDRESS)
    assert len(fills(page)) == 29
    assert page.count("<title>") == 1
    assert re.search(r'<body[^>]*><link [^>]+><div id="atlas-opening"', page)


def test_the_style_of_the_page_comes_after_that_of_streamlit(plain: str, afghanistan: geodata.Atlas) -> None:
    for parameters in ({}, {"view": "compare"}):
        _, _, body = with_opening(plain, parameters, edition_of(afghanistan), ADDRESS).partition("</head>")
        (sheet,) = re.findall(r'<link rel="stylesheet" href="/atlas/(atlas-page\.[^"]+)">', body)
        asset = find_asset(edition_of(afghanistan), sheet)
        assert asset is not None
        assert b".atlas-legend" in asset.content
        assert b".sign-unknown{" in asset.content


def test_the_picture_is_light(plain: str, afghanistan: geodata.Atlas) -> None:

    for period in afghanistan.periods:
        page = with_opening(plain, {"period": period.id}, edition_of(afghanistan), ADDRESS)
        assert len(gzip.compress(page.encode())) < 16_000


def test_a_door_that_is_closed_is_not_advertised(plain: str, afghanistan: geodata.Atlas) -> None:
    """Streamlit's page tells programs how to drive it; the server of the atlas does not let them."""
    assert "_stcore/agent" in plain
    page = with_opening(plain, {}, edition_of(afghanistan), ADDRESS)
    assert "_stcore/agent" not in page
    assert "You need to enable JavaScript" in page
